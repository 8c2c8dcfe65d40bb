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

const commentedXML = `<CORSConfiguration>
  <!-- the app -->
  <CORSRule>
    <AllowedOrigin>https://app.example.com</AllowedOrigin> <!-- production -->
    <AllowedMethod>GET</AllowedMethod>
    <MaxAgeSeconds>60</MaxAgeSeconds>
  </CORSRule>
</CORSConfiguration>
`

const commentedJSON = `[
  // the app
  {
    "AllowedOrigins": ["https://app.example.com"], // production
    "AllowedMethods": [
      "GET", // reads
      "HEAD"
    ],
    "MaxAgeSeconds": 60
  }
]
`

func TestAnEditLeavesCommentsAndLayoutAlone(t *testing.T) {
	cases := []struct {
		name, text string
		change     func(rules []core.CORSRule) []core.CORSRule
		want       string
	}{
		{"a value of an element is replaced in its place", commentedXML, func(r []core.CORSRule) []core.CORSRule {
			r[0].AllowedOrigins = []string{"https://<app>"}
			return r
		}, strings.Replace(commentedXML, "https://app.example.com", "https://&lt;app&gt;", 1)},
		{"a value is added behind its neighbour, on a line of its own", commentedXML, func(r []core.CORSRule) []core.CORSRule {
			r[0].AllowedMethods = []string{"GET", "PUT"}
			return r
		}, strings.Replace(commentedXML, "GET</AllowedMethod>\n", "GET</AllowedMethod>\n    <AllowedMethod>PUT</AllowedMethod>\n", 1)},
		{"a member that was not there stands behind the last one", commentedXML, func(r []core.CORSRule) []core.CORSRule {
			r[0].ExposeHeaders = []string{"ETag", "x-a"}
			return r
		}, strings.Replace(commentedXML, "60</MaxAgeSeconds>\n",
			"60</MaxAgeSeconds>\n    <ExposeHeader>ETag</ExposeHeader>\n    <ExposeHeader>x-a</ExposeHeader>\n", 1)},
		{"an element goes with its line", commentedXML, func(r []core.CORSRule) []core.CORSRule {
			r[0].MaxAgeSeconds = nil
			return r
		}, strings.Replace(commentedXML, "    <MaxAgeSeconds>60</MaxAgeSeconds>\n", "", 1)},
		{"a rule is added behind the last one", commentedXML, func(r []core.CORSRule) []core.CORSRule {
			return append(r, core.CORSRule{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"HEAD"}})
		}, strings.Replace(commentedXML, "  </CORSRule>\n",
			"  </CORSRule>\n  <CORSRule>\n    <AllowedMethod>HEAD</AllowedMethod>\n    <AllowedOrigin>*</AllowedOrigin>\n  </CORSRule>\n", 1)},
		{"a text keeps its place beside a comment", commentedJSON, func(r []core.CORSRule) []core.CORSRule {
			r[0].AllowedMethods = []string{"PUT", "HEAD"}
			return r
		}, strings.Replace(commentedJSON, `"GET"`, `"PUT"`, 1)},
		{"a text is added on a line of its own where its neighbours have theirs", commentedJSON, func(r []core.CORSRule) []core.CORSRule {
			r[0].AllowedMethods = []string{"GET", "HEAD", "PUT"}
			return r
		}, strings.Replace(commentedJSON, `"HEAD"`, "\"HEAD\",\n      \"PUT\"", 1)},
		{"a text is added on the line where its neighbours are", commentedJSON, func(r []core.CORSRule) []core.CORSRule {
			r[0].AllowedOrigins = append(r[0].AllowedOrigins, `https://"b"`)
			return r
		}, strings.Replace(commentedJSON, `.com"]`, `.com", "https://\"b\""]`, 1)},
		{"a member is added with a comma", commentedJSON, func(r []core.CORSRule) []core.CORSRule {
			r[0].AllowedHeaders = []string{"*"}
			return r
		}, strings.Replace(commentedJSON, `60`, "60,\n    \"AllowedHeaders\": [\"*\"]", 1)},
		{"the last member goes with the comma before it", commentedJSON, func(r []core.CORSRule) []core.CORSRule {
			r[0].MaxAgeSeconds = nil
			return r
		}, strings.Replace(commentedJSON, ",\n    \"MaxAgeSeconds\": 60", "", 1)},
		{"a rule is added with a comma", commentedJSON, func(r []core.CORSRule) []core.CORSRule {
			return append(r, core.CORSRule{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"HEAD"}})
		}, strings.Replace(commentedJSON, "60\n  }", "60\n  },\n  {\n    \"AllowedMethods\": [\"HEAD\"],\n    \"AllowedOrigins\": [\"*\"]\n  }", 1)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.text)
			after := c.change(append([]core.CORSRule(nil), source.Read(c.text).Configuration.CORSRules...))
			edits, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: after})
			require.True(t, ok, format.Apply(c.text, format.Draft(doc, &core.CORSConfiguration{CORSRules: after})))
			assert.Equal(t, c.want, format.Apply(c.text, edits))
		})
	}
}

func randomRules(r *rand.Rand) []core.CORSRule {
	words := []string{"*", "https://a.example", "a*b", "x-amz-*", "GET", "PUT", `q"u'o\te`, "<&>", "ümläut", "${x}", "a,b"}
	list := func(least int) []string {
		var chosen []string
		for range least + r.Intn(3) {
			chosen = append(chosen, words[r.Intn(len(words))])
		}
		return chosen
	}
	var rules []core.CORSRule
	for range 1 + r.Intn(4) {
		rule := core.CORSRule{AllowedOrigins: list(1), AllowedMethods: list(1), AllowedHeaders: list(0), ExposeHeaders: list(0)}
		if r.Intn(2) == 0 {
			age := int64(r.Intn(5000))
			rule.MaxAgeSeconds = &age
		}
		if r.Intn(2) == 0 {
			id := words[r.Intn(len(words))]
			rule.ID = &id
		}
		rules = append(rules, rule)
	}
	return rules
}

// changed makes a few of the changes that people make.
func changed(r *rand.Rand, rules []core.CORSRule) []core.CORSRule {
	rules = append([]core.CORSRule(nil), rules...)
	other := randomRules(r)
	for range 1 + r.Intn(3) {
		i := r.Intn(len(rules))
		switch r.Intn(8) {
		case 0:
			rules[i].AllowedOrigins = other[0].AllowedOrigins
		case 1:
			rules[i].AllowedHeaders = append(append([]string(nil), rules[i].AllowedHeaders...), other[0].AllowedMethods...)
		case 2:
			rules[i].MaxAgeSeconds = other[0].MaxAgeSeconds
		case 3:
			rules[i].ID = other[0].ID
		case 4:
			rules = append(rules, other[0])
		case 5:
			if len(rules) > 1 {
				rules = append(rules[:i:i], rules[i+1:]...)
			}
		case 6:
			j := r.Intn(len(rules))
			rules[i], rules[j] = rules[j], rules[i]
		case 7:
			rules[i].ExposeHeaders = other[0].ExposeHeaders
		}
	}
	return rules
}

func TestAnyChangeOfAWrittenTextCanBeMadeByEdits(t *testing.T) {
	seed := rand.Int63()
	t.Log("seed", seed)
	r := rand.New(rand.NewSource(seed))
	for _, name := range []string{"xml", "json", "console"} {
		for range 1000 {
			before := randomRules(r)
			doc := source.ReadValue("null")
			doc.Configuration = &core.CORSConfiguration{CORSRules: before}
			text := *format.Convert(doc, name, &format.Options{}).Text
			read := source.Read(text)
			after := &core.CORSConfiguration{CORSRules: changed(r, before)}
			_, ok := format.Edits(read, after)
			require.True(t, ok, "%s\n%v\n%s", text, after, format.Apply(text, format.Draft(read, after)))
		}
	}
}
