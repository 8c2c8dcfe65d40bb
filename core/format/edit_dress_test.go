package format_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/source"
)

const (
	blockYAML = "CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins:\n        - https://a.example\n      AllowedMethods: # reads\n        # and no more\n        - GET # yet\n"
	flatYAML  = "CorsConfiguration:\n  CorsRules:\n  - AllowedOrigins:\n    - https://a.example\n    AllowedMethods:\n    - GET\n"
	bareYAML  = "CorsConfiguration:\n  CorsRules:\n  - AllowedOrigins:\n    - https://a.example\n    AllowedMethods:\n    - GET"
	oneRule   = `{"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["https://a.example/"]}]}`
	oneXML    = "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>https://a.example</AllowedOrigin></CORSRule></CORSConfiguration>"
	joined    = `[{"AllowedMethods":["GET"],"AllowedOrigins":"https://a.example/, https://b.example"}]`
	patch     = "--- a/cors.json\n+++ b/cors.json\n@@ -1,2 +1,8 @@\n [\n+  {\n+    \"AllowedMethods\": [\n+      \"GET\"\n+    ],\n+    \"AllowedOrigins\": [\"https://a.example\"]\n+  }\n ]\n"
	shared    = "CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins: &o [https://a.example]\n      AllowedMethods: [PUT]\n    - AllowedOrigins: *o\n      AllowedMethods: [GET]\n"
)

var (
	inHTML   = strings.NewReplacer("<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace
	inString = strings.NewReplacer(`"`, `\"`).Replace
)

func withAge(r []core.CORSRule) []core.CORSRule {
	age := int64(60)
	r[0].MaxAgeSeconds = &age
	return r
}

func withHeader(r []core.CORSRule) []core.CORSRule {
	r[0].ExposeHeaders = append(r[0].ExposeHeaders, "ETag")
	return r
}

func withMethod(r []core.CORSRule) []core.CORSRule {
	r[0].AllowedMethods = append([]string(nil), append(r[0].AllowedMethods, "HEAD")...)
	return r
}

func withOrigin(r []core.CORSRule) []core.CORSRule {
	r[0].AllowedOrigins = append([]string{"https://c.example"}, r[0].AllowedOrigins[1:]...)
	return r
}

func withRule(r []core.CORSRule) []core.CORSRule {
	return append(r, rule([]string{"*"}, []string{"HEAD"}))
}

func TestAnEditIsInTheDressOfItsText(t *testing.T) {
	ruleInJSON := `{"AllowedMethods": ["HEAD"], "AllowedOrigins": ["*"]}`
	cases := []struct {
		name, text string
		change     func(rules []core.CORSRule) []core.CORSRule
		// old becomes new at its last place.
		old, new string
	}{
		{"a member comes behind a list of YAML that has a line for each value", blockYAML, withAge, "- GET # yet\n", "- GET # yet\n      MaxAge: 60\n"},
		{"a rule comes behind a list of YAML that has a line for each value", blockYAML, withRule, "# yet\n", "# yet\n    - AllowedMethods: [HEAD]\n      AllowedOrigins: ['*']\n"},
		{"a value comes behind the comment of its neighbour in YAML", blockYAML, withMethod, "# yet\n", "# yet\n        - HEAD\n"},
		{"a member comes behind a list that stands under its key without an indent", flatYAML, withHeader, "- GET\n", "- GET\n    ExposedHeaders: [ETag]\n"},
		{"a rule comes behind a list that stands under its key without an indent", flatYAML, withRule, "- GET\n", "- GET\n  - AllowedMethods: [HEAD]\n    AllowedOrigins: ['*']\n"},
		{"a member comes at the end of a text without a line end", bareYAML, withAge, "- GET", "- GET\n    MaxAge: 60"},
		{"a member comes behind a comma in a rule of YAML in braces", "CorsConfiguration:\n  CorsRules:\n    - {AllowedOrigins: ['*'], AllowedMethods: [GET]}\n", withAge, "[GET]", "[GET], MaxAge: 60"},
		{"a list in one text becomes a list where a value changes", joined, withOrigin, `"https://a.example/, https://b.example"`, `["https://c.example", "https://b.example"]`},
		{"a value that stands for a list becomes a list where another is added", `[{"AllowedMethods":"GET","AllowedOrigins":["*"]}]`, withMethod, `"GET"`, `["GET", "HEAD"]`},
		{"a value that stands for a list stays so where it changes", `[{"AllowedMethods":["GET"],"AllowedOrigins":"https://a.example"}]`, withOrigin, "a.example", "c.example"},
		{"an element has the escapes of a page", inHTML(oneXML), withHeader, inHTML("</CORSRule>"), inHTML("<ExposeHeader>ETag</ExposeHeader></CORSRule>")},
		{"a rule has the escapes of a page", inHTML(oneXML), withRule, inHTML("</CORSRule>"), inHTML("</CORSRule><CORSRule><AllowedMethod>HEAD</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule>")},
		{"a member of JSON has the escapes of a page", inHTML(oneRule), withAge, "]}]}", "], &quot;MaxAgeSeconds&quot;: 60}]}"},
		{"a rule of JSON has the escapes of a page", inHTML(oneRule), withRule, "}]}", "}, " + inHTML(ruleInJSON) + "]}"},
		{"a value of JSON has the escapes of a page", inHTML(oneRule), withOrigin, "a.example/", "c.example"},
		{"a member has the backslashes of a string around it", `"` + inString(oneRule) + `"`, withAge, "]}]}", `], \"MaxAgeSeconds\": 60}]}`},
		{"a rule has the backslashes of a string around it", `"` + inString(oneRule) + `"`, withRule, "}]}", "}, " + inString(ruleInJSON) + "]}"},
		{"a value has the backslashes of a shell's string around it", `aws s3api put-bucket-cors --bucket b --cors-configuration "` + inString(oneRule) + `"`, withOrigin, "a.example/", "c.example"},
		{"a member has plain quotes beside typographic ones", `[{“AllowedMethods”:[“GET”],“AllowedOrigins”:[“https://a.example”]}]`, withHeader, "]}]", `], "ExposeHeaders": ["ETag"]}]`},
		{"a patch gets no more lines by a member", patch, withAge, `example"]`, `example"], "MaxAgeSeconds": 60`},
		{"a patch gets no more lines by a rule", patch, withRule, "+  }", "+  }, " + ruleInJSON},
		{"a rule comes behind another in a quotation", "> [\n>   {\"AllowedMethods\": [\"GET\"], \"AllowedOrigins\": [\"*\"]}\n> ]\n", withRule, "}", "}, " + ruleInJSON},
		{"a rule comes into an empty array", "[]", withRule, "[]", "[" + ruleInJSON + "]"},
		{"a rule comes into an empty list", `{"CORSRules": []}`, withRule, "[]", "[" + ruleInJSON + "]"},
		{"a rule comes into an empty element", "<CORSConfiguration></CORSConfiguration>", withRule, "></", "><CORSRule><AllowedMethod>HEAD</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></"},
		{"a member comes to the rule with an anchor", shared, withAge, "[PUT]", "[PUT]\n      MaxAge: 60"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.text)
			require.NotNil(t, doc.Configuration)
			after := &core.CORSConfiguration{CORSRules: c.change(append([]core.CORSRule(nil), doc.Configuration.CORSRules...))}
			edits, ok := format.Edits(doc, after)
			require.True(t, ok)
			at := strings.LastIndex(c.text, c.old)
			require.GreaterOrEqual(t, at, 0)
			assert.Equal(t, c.text[:at]+c.new+c.text[at+len(c.old):], format.Apply(c.text, edits))
			assert.True(t, format.CanDraft(doc, after))
		})
	}
}

func TestThereAreNoEditsWhereTheyWouldMakeAnotherConfigurationThanIsMeant(t *testing.T) {
	cases := []struct {
		name, text string
		change     func(rules []core.CORSRule) []core.CORSRule
	}{
		{"one list of Google's serves two roles, and one of them changes", `[{"origin":["*"],"method":["GET"],"responseHeader":["Content-Type"]}]`, withHeader},
		{"two rules share an anchor, and one of them changes", shared, withOrigin},
		{"a patch would change a line that it does not add", strings.Replace(patch, `+    "AllowedO`, `     "AllowedO`, 1), withOrigin},
		{"a string of a shell would expand what is in a value", `aws s3api put-bucket-cors --cors-configuration "` + inString(oneRule) + `"`, func(r []core.CORSRule) []core.CORSRule {
			r[0].AllowedOrigins = []string{"https://$HOME"}
			return r
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.text)
			require.NotNil(t, doc.Configuration)
			after := &core.CORSConfiguration{CORSRules: c.change(append([]core.CORSRule(nil), doc.Configuration.CORSRules...))}
			_, ok := format.Edits(doc, after)
			assert.False(t, ok)
			assert.Nil(t, format.Draft(doc, after), "nor does a fix have any")
		})
	}
}
