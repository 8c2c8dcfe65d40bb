package format_test

import (
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/source"
)

// Two rules of each form with their comments.
const (
	appJSON    = "  // the app\n  // uploads\n  { \"AllowedOrigins\": [\"https://app.example\"], \"AllowedMethods\": [\"PUT\"] }"
	publicJSON = "  /* everyone\n\n     reads */\n  { \"AllowedOrigins\": [\"*\"], \"AllowedMethods\": [\"GET\"] }"
	appXML     = "  <!-- the app -->\n  <CORSRule>\n    <ID>app</ID>\n    <AllowedOrigin>https://app.example</AllowedOrigin> <!-- prod -->\n" +
		"    <AllowedOrigin>https://b.example</AllowedOrigin>\n    <AllowedMethod>PUT</AllowedMethod>\n    <MaxAgeSeconds>60</MaxAgeSeconds> <!-- a minute -->\n  </CORSRule> <!-- private -->\n"
	publicXML       = "  <!-- everyone\n\n       reads -->\n  <CORSRule>\n    <AllowedOrigin>*</AllowedOrigin>\n    <AllowedMethod>GET</AllowedMethod>\n  </CORSRule>\n"
	headTerraform   = "# the bucket\nresource \"aws_s3_bucket_cors_configuration\" \"a\" {\n  bucket = \"b\"\n"
	appTerraform    = "\n  # the app\n  // uploads\n  cors_rule {\n    allowed_methods = [\"PUT\"]\n    allowed_origins = [\n      \"https://app.example\", # prod\n      \"https://b.example\" # test\n    ]\n  } # private\n"
	publicTerraform = "\n  # everyone\n  cors_rule {\n    allowed_methods = [\"GET\"]\n    allowed_origins = [\"*\"]\n  }\n"
	headYAML        = "CorsConfiguration:\n  # the rules\n  CorsRules:\n"
	appYAML         = "    # the app\n    - AllowedOrigins:\n        - https://app.example # prod\n        - https://b.example # test\n      MaxAge: 60 # a minute\n      AllowedMethods:\n        - PUT # uploads\n"
	publicYAML      = "    # everyone\n    - AllowedOrigins: ['*']\n      AllowedMethods: [GET]\n"
	headCDK         = "new s3.Bucket(this, 'B', {\n  // the rules\n  cors: [\n"
	appCDK          = "    // the app\n    {\n      // uploads\n      allowedOrigins: [\n        'https://app.example', // prod\n        'https://b.example', // test\n      ],\n      allowedMethods: [s3.HttpMethods.PUT],\n    }, // private\n"
	publicCDK       = "    // everyone\n    {\n      // reads\n      allowedOrigins: ['*'],\n      allowedMethods: [s3.HttpMethods.GET],\n    },\n"
	appCall         = "// the app\nb.addCorsRule({ allowedOrigins: ['https://app.example'], allowedMethods: [s3.HttpMethods.PUT] }); // private\n"
	publicCall      = "// everyone\nb.addCorsRule({ allowedOrigins: ['*'], allowedMethods: [s3.HttpMethods.GET] });\n"
	headPython      = "s3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': [  # the rules\n"
	appPython       = "    # the app\n    {'AllowedMethods': ['PUT'],\n     'AllowedOrigins': [\n         'https://app.example',  # prod\n         'https://b.example']},  # private\n"
	publicPython    = "    # everyone\n    {'AllowedMethods': ['GET'], 'AllowedOrigins': ['*']},\n"
)

func withoutRule(index int) func([]core.CORSRule) []core.CORSRule {
	return func(r []core.CORSRule) []core.CORSRule { return append(r[:index], r[index+1:]...) }
}

func swapped(r []core.CORSRule) []core.CORSRule { return append(r[1:2:2], r[0]) }

func withoutOrigin(index int) func([]core.CORSRule) []core.CORSRule {
	return func(r []core.CORSRule) []core.CORSRule {
		origins := append([]string(nil), r[0].AllowedOrigins...)
		r[0].AllowedOrigins = append(origins[:index], origins[index+1:]...)
		return r
	}
}

func withoutAge(r []core.CORSRule) []core.CORSRule {
	r[0].MaxAgeSeconds = nil
	return r
}

func withPort(r []core.CORSRule) []core.CORSRule {
	r[0].AllowedOrigins = append(append([]string(nil), r[0].AllowedOrigins...), "https://c.example")
	return r
}

func TestCommentsGoAndMoveWithWhatTheyBelongTo(t *testing.T) {
	xml := func(rules string) string { return "<CORSConfiguration>\n" + rules + "</CORSConfiguration>\n" }
	less := func(text, part string) string { return strings.Replace(text, part, "", 1) }
	inside := "cors: [{ // the app\n  allowedOrigins: ['https://app.example'],\n  allowedMethods: [s3.HttpMethods.PUT],\n}, {\n  // everyone\n  allowedOrigins: ['*'],\n  allowedMethods: [s3.HttpMethods.GET],\n}],\n"
	aged := "[\n  {\n    \"AllowedOrigins\": [\"*\"],\n    \"AllowedMethods\": [\"GET\"], // reads\n    \"MaxAgeSeconds\": 60 // a minute\n  }\n]\n"
	onOneLine := "[{\"AllowedOrigins\": [\"https://app.example\"], \"AllowedMethods\": [\"PUT\"]},\n {\"AllowedOrigins\": [\"*\"], \"AllowedMethods\": [\"GET\"]} // public\n]\n"
	cases := []struct {
		name, text string
		change     func([]core.CORSRule) []core.CORSRule
		want       string
	}{
		{"JSON: the first rule goes with the lines above it", "[\n" + appJSON + ", // private\n" + publicJSON + "\n]\n", withoutRule(0), "[\n" + publicJSON + "\n]\n"},
		{"JSON: the last rule goes with the lines above it", "[\n" + appJSON + ", // private\n" + publicJSON + " // public\n]\n", withoutRule(1), "[\n" + appJSON + " // private\n]\n"},
		{"JSON: rules that change places take their comments along", "[\n" + appJSON + ", // private\n" + publicJSON + "\n]\n", swapped, "[\n" + publicJSON + ",\n" + appJSON + " // private\n]\n"},
		{"JSON: a comment behind the last rule moves behind the comma of the first", "[\n" + appJSON + ",\n" + publicJSON + " // public\n]\n", swapped, "[\n" + publicJSON + ", // public\n" + appJSON + "\n]\n"},
		{"JSON: a comment that a blank line parts from a rule stays", "[\n" + appJSON + ",\n\n  // nobody's\n\n" + publicJSON + "\n]\n", swapped, "[\n" + publicJSON + ",\n\n  // nobody's\n\n" + appJSON + "\n]\n"},
		{"JSON: a comment that a blank line parts from the next rule stays when that goes", "[\n" + appJSON + ",\n\n  // nobody's\n\n" + publicJSON + "\n]\n", withoutRule(1), "[\n" + appJSON + "\n\n  // nobody's\n\n]\n"},
		{"JSON: what stands above the bracket of the list is no rule's", "// the rules\n[{\"AllowedOrigins\": [\"https://app.example\"], \"AllowedMethods\": [\"PUT\"]},\n" + publicJSON + "]\n", withoutRule(0), "// the rules\n[\n" + publicJSON + "]\n"},
		{"JSON: comments beside their rules on one line go with them", "[/* a */ {\"AllowedOrigins\": [\"https://app.example\"], \"AllowedMethods\": [\"PUT\"]}, /* b */ {\"AllowedOrigins\": [\"*\"], \"AllowedMethods\": [\"GET\"]}]", withoutRule(0), "[/* b */ {\"AllowedOrigins\": [\"*\"], \"AllowedMethods\": [\"GET\"]}]"},
		{"JSON: a comment to the end of the line takes in nothing that comes behind it", strings.Replace(onOneLine, "\n]", "\n  ]", 1), func(r []core.CORSRule) []core.CORSRule { return append(r, rule([]string{"*"}, []string{"HEAD"})) },
			strings.Replace(onOneLine, "} // public\n]", "}, // public\n {\"AllowedMethods\": [\"HEAD\"], \"AllowedOrigins\": [\"*\"]}\n  ]", 1)},
		{"JSON: a new rule comes before the comments of the first", "[\n" + appJSON + ",\n" + publicJSON + "\n]\n", func(r []core.CORSRule) []core.CORSRule {
			return append([]core.CORSRule{rule([]string{"*"}, []string{"HEAD"})}, r...)
		}, "[\n  {\"AllowedMethods\": [\"HEAD\"], \"AllowedOrigins\": [\"*\"]},\n" + appJSON + ",\n" + publicJSON + "\n]\n"},
		{"JSON: the last member goes with its comment, and the one before keeps its own", aged, withoutAge, strings.Replace(less(aged, "\n    \"MaxAgeSeconds\": 60 // a minute"), "], // reads", "] // reads", 1)},
		{"JSON: a new member comes behind the comment of the last", aged, withHeader, strings.Replace(aged, "60 // a minute\n", "60, // a minute\n    \"ExposeHeaders\": [\"ETag\"]\n", 1)},
		{"XML: a rule goes with its comments", xml(appXML + publicXML), withoutRule(0), xml(publicXML)},
		{"XML: the last rule goes with its comments", xml(appXML + publicXML), withoutRule(1), xml(appXML)},
		{"XML: rules that change places take their comments along", xml(appXML + publicXML), swapped, xml(publicXML + appXML)},
		{"XML: an origin goes with the comment behind it", xml(appXML), withoutOrigin(0), xml(less(appXML, "    <AllowedOrigin>https://app.example</AllowedOrigin> <!-- prod -->\n"))},
		{"XML: an origin leaves the comment of its neighbour", xml(appXML), withoutOrigin(1), xml(less(appXML, "    <AllowedOrigin>https://b.example</AllowedOrigin>\n"))},
		{"XML: a max age goes with the comment behind it", xml(appXML), withoutAge, xml(less(appXML, "    <MaxAgeSeconds>60</MaxAgeSeconds> <!-- a minute -->\n"))},
		{"XML: a new rule comes behind the comment of the last", xml(appXML), withRule, xml(appXML + "  <CORSRule>\n    <AllowedMethod>HEAD</AllowedMethod>\n    <AllowedOrigin>*</AllowedOrigin>\n  </CORSRule>\n")},
		{"Terraform: a rule goes with its comments, and the resource keeps its own", headTerraform + appTerraform + publicTerraform + "}\n", withoutRule(0), headTerraform + publicTerraform + "}\n"},
		{"Terraform: the last rule goes with its comments", headTerraform + appTerraform + publicTerraform + "}\n", withoutRule(1), headTerraform + appTerraform + "}\n"},
		{"Terraform: rules that change places take their comments along", headTerraform + appTerraform + publicTerraform + "}\n", swapped, headTerraform + publicTerraform + appTerraform + "}\n"},
		{"Terraform: a value goes with the comment behind it", headTerraform + appTerraform + "}\n", withoutOrigin(0), headTerraform + less(appTerraform, "      \"https://app.example\", # prod\n") + "}\n"},
		{"Terraform: the last value goes with the comma before the comment of its neighbour", headTerraform + appTerraform + "}\n", withoutOrigin(1), headTerraform + strings.Replace(less(appTerraform, "      \"https://b.example\" # test\n"), "\", # prod", "\" # prod", 1) + "}\n"},
		{"Terraform: a new value comes behind the comment of the last", headTerraform + appTerraform + "}\n", withPort, headTerraform + strings.Replace(appTerraform, "\" # test\n", "\", # test\n      \"https://c.example\"\n", 1) + "}\n"},
		{"YAML: a rule goes with its comments, and the list keeps its own", headYAML + appYAML + publicYAML, withoutRule(0), headYAML + publicYAML},
		{"YAML: the last rule goes with its comments", headYAML + appYAML + publicYAML, withoutRule(1), headYAML + appYAML},
		{"YAML: rules that change places take their comments along", headYAML + appYAML + publicYAML, swapped, headYAML + publicYAML + appYAML},
		{"YAML: a value goes with the comment behind it", headYAML + appYAML, withoutOrigin(0), headYAML + less(appYAML, "        - https://app.example # prod\n")},
		{"YAML: the last value goes with the comment behind it", headYAML + appYAML, withoutOrigin(1), headYAML + less(appYAML, "        - https://b.example # test\n")},
		{"YAML: a max age goes with the comment behind it", headYAML + appYAML, withoutAge, headYAML + less(appYAML, "      MaxAge: 60 # a minute\n")},
		{"YAML: a new value comes before the first", headYAML + appYAML, func(r []core.CORSRule) []core.CORSRule {
			r[0].AllowedOrigins = append([]string{"https://c.example"}, r[0].AllowedOrigins...)
			return r
		}, headYAML + strings.Replace(appYAML, "        - https://app", "        - 'https://c.example'\n        - https://app", 1)},
		{"CDK: a rule goes with its comments, and the list keeps its own", headCDK + appCDK + publicCDK + "  ],\n});\n", withoutRule(0), headCDK + publicCDK + "  ],\n});\n"},
		{"CDK: the last rule goes with its comments", headCDK + appCDK + publicCDK + "  ],\n});\n", withoutRule(1), headCDK + appCDK + "  ],\n});\n"},
		{"CDK: rules that change places take their comments along", headCDK + appCDK + publicCDK + "  ],\n});\n", swapped, headCDK + publicCDK + appCDK + "  ],\n});\n"},
		{"CDK: a value goes with the comment behind it", headCDK + appCDK + "  ],\n});\n", withoutOrigin(1), headCDK + less(appCDK, "        'https://b.example', // test\n") + "  ],\n});\n"},
		{"CDK: comments inside of rules stay in them", inside, withoutRule(0), inside[:len("cors: [")] + inside[strings.Index(inside, "{\n  // everyone"):]},
		{"CDK: a call goes with the comments of its statement, and nothing else does", appCall + "keep();\n" + publicCall, withoutRule(0), "keep();\n" + publicCall},
		{"CDK: the last call goes with the comments of its statement, and nothing else does", appCall + "keep();\n" + publicCall, withoutRule(1), appCall + "keep();\n"},
		{"CDK: calls that change places take the comments of their statements along", appCall + "keep();\n" + publicCall, swapped, publicCall + "keep();\n" + appCall},
		{"CDK: code beside comments above a call stays", "/* a */ keep(); /* b */\n" + appCall[len("// the app\n"):] + "keep(); /* c\n d */\n" + publicCall[len("// everyone\n"):], func([]core.CORSRule) []core.CORSRule {
			return []core.CORSRule{rule([]string{"*"}, []string{"GET"})}
		}, "/* a */ keep(); /* b */\nkeep(); /* c\n d */\n" + publicCall[len("// everyone\n"):]},
		{"Python: a rule goes with its comments, and the list keeps its own", headPython + appPython + publicPython + "]})\n", withoutRule(0), headPython + publicPython + "]})\n"},
		{"Python: the last rule goes with its comments", headPython + appPython + publicPython + "]})\n", withoutRule(1), headPython + appPython + "]})\n"},
		{"Python: rules that change places take their comments along", headPython + appPython + publicPython + "]})\n", swapped, headPython + publicPython + appPython + "]})\n"},
		{"Python: a value goes with the comment behind it", headPython + appPython + "]})\n", withoutOrigin(0), headPython + less(appPython, "         'https://app.example',  # prod\n") + "]})\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for _, ends := range []string{"\n", "\r\n"} {
				text := strings.ReplaceAll(c.text, "\n", ends)
				doc := source.Read(text)
				require.NotNil(t, doc.Configuration)
				after := &core.CORSConfiguration{CORSRules: c.change(append([]core.CORSRule(nil), doc.Configuration.CORSRules...))}
				edits, ok := format.Edits(doc, after)
				require.True(t, ok)
				assert.Equal(t, strings.ReplaceAll(c.want, "\n", ends), format.Apply(text, edits))
				assert.True(t, format.CanDraft(doc, after))
			}
		})
	}
}

func TestACallThatIsAPartOfAnotherStatementStays(t *testing.T) {
	doc := source.Read(strings.Replace(appCall+publicCall, "b.add", "if (first) b.add", 1))
	require.Len(t, doc.Configuration.CORSRules, 2)
	_, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: doc.Configuration.CORSRules[1:]})
	assert.False(t, ok)
}

// A mark stands above each rule and another behind it. However many rules go and change places, those that
// are left have their marks and no others.
func TestEachRuleKeepsItsComments(t *testing.T) {
	seed := rand.Int63()
	t.Log("seed", seed)
	r := rand.New(rand.NewSource(seed))
	forms := []struct {
		head, above, rule, comma, behind, tail string
		last                                   bool // last: a comma may stand behind the last rule.
	}{
		{"<CORSConfiguration>\n", "<!-- % -->", "<CORSRule><AllowedOrigin>https://%</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>", "", "<!-- %b -->", "</CORSConfiguration>\n", false},
		{"[\n", "// %", `{"AllowedOrigins": ["https://%"], "AllowedMethods": ["GET"]}`, ",", "// %b", "]\n", false},
		{"{\"CORSRules\": [\n", "/* % */", "{\"AllowedOrigins\": [\"https://%\"],\n    \"AllowedMethods\": [\"GET\"]}", ",", "/* %b */", "]}\n", false},
		{headTerraform, "# %", "cors_rule {\n    allowed_methods = [\"GET\"]\n    allowed_origins = [\"https://%\"]\n  }", "", "# %b", "}\n", false},
		{"CorsConfiguration:\n  CorsRules:\n", "# %", "- AllowedOrigins: ['https://%']\n    AllowedMethods:\n      - GET", "", "# %b", "", false},
		{headCDK, "// %", "{ allowedOrigins: ['https://%'], allowedMethods: [s3.HttpMethods.GET] }", ",", "// %b", "  ],\n});\n", true},
		{"", "// %", "b.addCorsRule({ allowedOrigins: ['https://%'], allowedMethods: [s3.HttpMethods.GET] });", "", "// %b", "keep();\n", false},
		{headPython, "# %", "{'AllowedMethods': ['GET'], 'AllowedOrigins': ['https://%']}", ",", "# %b", "]})\n", true},
	}
	for range 2000 {
		form := forms[r.Intn(len(forms))]
		names := strings.Split("anna berta clara doris emil", " ")[:2+r.Intn(4)]
		behind := map[string]bool{}
		for _, name := range names {
			behind[name] = r.Intn(2) == 0
		}
		text := func(order []string) string {
			all := form.head
			for i, name := range order {
				all += "  " + form.above + "\n  " + form.rule
				if i+1 < len(order) || form.last {
					all += form.comma
				}
				if behind[name] {
					all += " " + form.behind
				}
				all = strings.ReplaceAll(all+"\n", "%", name)
			}
			return all + form.tail
		}
		doc := source.Read(text(names))
		require.Len(t, doc.Configuration.CORSRules, len(names), text(names))
		var order []string
		after := &core.CORSConfiguration{}
		for _, i := range r.Perm(len(names))[:1+r.Intn(len(names))] {
			order = append(order, names[i])
			after.CORSRules = append(after.CORSRules, doc.Configuration.CORSRules[i])
		}
		edits, ok := format.Edits(doc, after)
		require.True(t, ok, text(names))
		require.Equal(t, text(order), format.Apply(doc.Text, edits), text(names))
	}
}
