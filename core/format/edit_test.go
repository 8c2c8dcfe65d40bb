package format_test

import (
	"errors"
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

const calledCDK = `const bucket = new s3.Bucket(this, 'B');
  bucket.addCorsRule({ allowedMethods: [s3.HttpMethods.GET], allowedOrigins: ['*'] }); // the public
`

const addedCall = `  bucket.addCorsRule({
    allowedMethods: [s3.HttpMethods.PUT],
    allowedOrigins: ['https://a.example'],
  });
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
		{"a rule of the CDK is added by a call of its own", calledCDK, func(r []core.CORSRule) []core.CORSRule {
			return append(r, core.CORSRule{AllowedOrigins: []string{"https://a.example"}, AllowedMethods: []string{"PUT"}})
		}, calledCDK + addedCall},
		{"and one before it, too", calledCDK, func(r []core.CORSRule) []core.CORSRule {
			return append([]core.CORSRule{{AllowedOrigins: []string{"https://a.example"}, AllowedMethods: []string{"PUT"}}}, r...)
		}, strings.Replace(calledCDK, "  bucket.", addedCall+"  bucket.", 1)},
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

// An edited text is one that the target's own reader takes, and not only the tolerant one here.
func TestAnyChangeOfAWrittenTextCanBeMadeByEdits(t *testing.T) {
	seed := rand.Int63()
	t.Log("seed", seed)
	r := rand.New(rand.NewSource(seed))
	for _, name := range formats {
		made, wrong := 0, 0
		const tried = 300
		for range tried {
			before := randomRules(r)
			if r.Intn(2) == 0 {
				before = source.Read(twoRules).Configuration.CORSRules
			}
			text := *format.Convert(document(before...), name, &format.Options{}).Text
			read := source.Read(text)
			after := changed(r, before)
			edits, ok := format.Edits(read, &core.CORSConfiguration{CORSRules: after})
			if can := format.CanDraft(read, &core.CORSConfiguration{CORSRules: after}); can != (edits != nil) {
				require.True(t, can, "%s\n%s", text, asText(after))
				wrong++
			}
			if !ok {
				continue
			}
			made++
			edited := format.Apply(text, edits)
			if oracles[name] == nil || name == "xml" {
				continue
			}
			f, err := oracles[name](edited)
			if errors.Is(err, errNotThere) {
				continue
			}
			if err != nil && strings.Contains(err.Error(), "terraform fmt") {
				f, err = readTerraform(formatted(edited)) // An edit leaves the layout of all else alone.
			}
			require.NoError(t, err, "%s\n%s", text, edited)
			require.Equal(t, asText(carried(name, after)), asText(f.rules), "%s\n%s", text, edited)
		}
		least := tried
		switch name {
		case "gcs": // Hardly any change is one of what Google's form carries.
			least = 0
		case "r2", "cdk":
			least = tried * 8 / 10
		}
		require.LessOrEqual(t, wrong, tried/20, "%s: edits are promised and not made", name)
		require.GreaterOrEqual(t, made, least, "%s: where there are no edits the comments are lost", name)
	}
}

func TestATextInAnotherDressOfItsFormatTakesNewValuesAndNothingElse(t *testing.T) {
	for name, text := range map[string]string{
		"Terraform as JSON": `{"resource": {"aws_s3_bucket_cors_configuration": {"a": {"bucket": "b", "cors_rule": [{"allowed_methods": ["GET"], "allowed_origins": ["https://a.example"]}]}}}}`,
		"the CDK in Python": "from aws_cdk import aws_s3 as s3\n\ns3.Bucket(self, 'b', cors=[\n    s3.CorsRule(\n        allowed_methods=[s3.HttpMethods.GET],\n        allowed_origins=['https://a.example'],\n    ),\n])\n",
	} {
		t.Run(name, func(t *testing.T) {
			doc := source.Read(text)
			require.NotNil(t, doc.Configuration)
			value, member := rule([]string{"https://b.example"}, []string{"GET"}), rule([]string{"https://a.example"}, []string{"GET"})
			edits, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: []core.CORSRule{value}})
			require.True(t, ok)
			assert.Equal(t, strings.Replace(text, "https://a.example", "https://b.example", 1), format.Apply(text, edits))
			member.AllowedHeaders = []string{"*"}
			_, ok = format.Edits(doc, &core.CORSConfiguration{CORSRules: []core.CORSRule{member}})
			assert.False(t, ok, "a member would be in another language")
			_, ok = format.Edits(doc, &core.CORSConfiguration{CORSRules: []core.CORSRule{rule([]string{"https://a.example"}, []string{"GET"}), value}})
			assert.False(t, ok, "a rule would be in another language")
		})
	}
}

func TestABlockGoesAndComesWithItsName(t *testing.T) {
	text := written(t, source.Read(twoRules), "terraform", format.Options{})
	rules := source.Read(text).Configuration.CORSRules
	edits, ok := format.Edits(source.Read(text), &core.CORSConfiguration{CORSRules: rules[1:]})
	require.True(t, ok)
	assert.Equal(t, 1, strings.Count(format.Apply(text, edits), "cors_rule"))
	more := append([]core.CORSRule{rule([]string{"*"}, []string{"HEAD"})}, rules...)
	edits, ok = format.Edits(source.Read(text), &core.CORSConfiguration{CORSRules: more})
	require.True(t, ok)
	assert.Equal(t, written(t, document(more...), "terraform", format.Options{}), format.Apply(text, edits))
}

func TestAnEditIsOfTheConfigurationThatIsChosenAndOfItsPlaceholders(t *testing.T) {
	first := `[{"AllowedOrigins": ["https://first.example"], "AllowedMethods": ["GET"]}]`
	cases := []struct {
		name, text, want string
		choice           source.Choice
	}{
		{"the second of two in JSON", first + "\nand:\n" + commentedJSON, strings.Replace(commentedJSON, `"HEAD"`, "\"HEAD\",\n      \"PUT\"", 1), source.Choice{Candidate: 1}},
		{"the second of two in XML", commentedXML + "and:\n" + commentedXML, strings.Replace(commentedXML, "GET</AllowedMethod>\n", "GET</AllowedMethod>\n    <AllowedMethod>PUT</AllowedMethod>\n", 1), source.Choice{Candidate: 1}},
		{"beside a placeholder with a value", strings.Replace(commentedJSON, "https://app.example.com", "${origin}", 1),
			strings.Replace(strings.Replace(commentedJSON, "https://app.example.com", "${origin}", 1), `"HEAD"`, "\"HEAD\",\n      \"PUT\"", 1),
			source.Choice{Values: []source.GivenValue{{Name: "${origin}", Texts: []string{"https://app.example.com"}}}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.ReadChoice(c.text, &c.choice)
			require.NotNil(t, doc.Configuration)
			rules := append([]core.CORSRule(nil), doc.Configuration.CORSRules...)
			require.Equal(t, []string{"https://app.example.com"}, rules[0].AllowedOrigins)
			rules[0].AllowedMethods = append(append([]string(nil), rules[0].AllowedMethods...), "PUT")
			edits, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: rules})
			require.True(t, ok)
			edited := format.Apply(c.text, edits)
			assert.True(t, strings.HasSuffix(edited, c.want), edited)
			assert.Equal(t, len(c.text)-len(edited), -len(c.want)+len(c.text[strings.LastIndex(c.text, c.want[:20]):]), "nothing else is changed")
		})
	}
}

func TestANewRuleIsWrittenAsItsNeighbour(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"on the line of the others", `[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]`,
			`[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}, {"AllowedMethods": ["HEAD"], "AllowedOrigins": ["*"]}]`},
		{"with the quotes of the keys beside it, which make it Python", "put_bucket_cors(CORSConfiguration={\n    'CORSRules': [{'AllowedMethods': ['GET'], 'AllowedOrigins': ['https://a.example']}]  # rules\n})\n",
			"put_bucket_cors(CORSConfiguration={\n    'CORSRules': [{'AllowedMethods': ['GET'], 'AllowedOrigins': ['https://a.example']}, {'AllowedMethods': ['HEAD'], 'AllowedOrigins': ['*']}]  # rules\n})\n"},
		{"inside the block of its resource", "resource \"aws_s3_bucket_cors_configuration\" \"this\" {\n  bucket = var.bucket\n  cors_rule {\n    allowed_methods = [\"GET\"]\n    allowed_origins = [\"https://a.example\"]\n  } # reads\n}\n\noutput \"x\" {}\n",
			"resource \"aws_s3_bucket_cors_configuration\" \"this\" {\n  bucket = var.bucket\n  cors_rule {\n    allowed_methods = [\"GET\"]\n    allowed_origins = [\"https://a.example\"]\n  } # reads\n\n  cors_rule {\n    allowed_methods = [\"HEAD\"]\n    allowed_origins = [\"*\"]\n  }\n}\n\noutput \"x\" {}\n"},
		{"with the indent of a piece that was cut out", "  cors_rule {\n    allowed_methods = [\"GET\"]\n    allowed_origins = [\"https://a.example\"]\n  }\n",
			"  cors_rule {\n    allowed_methods = [\"GET\"]\n    allowed_origins = [\"https://a.example\"]\n  }\n\n  cors_rule {\n    allowed_methods = [\"HEAD\"]\n    allowed_origins = [\"*\"]\n  }\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.text)
			require.NotNil(t, doc.Configuration)
			edits, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: append(append([]core.CORSRule(nil), doc.Configuration.CORSRules...), rule([]string{"*"}, []string{"HEAD"}))})
			require.True(t, ok)
			assert.Equal(t, c.want, format.Apply(c.text, edits))
		})
	}
}

func TestWhatIsInsertedEndsItsLinesAsTheTextDoes(t *testing.T) {
	text := "[\r\n  {\r\n    \"AllowedOrigins\": [\"https://a.example\"],\r\n    \"AllowedMethods\": [\"GET\"]\r\n  }\r\n]\r\n"
	doc := source.Read(text)
	rules := append(doc.Configuration.CORSRules, core.CORSRule{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"PUT"}})
	edits, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: rules})
	require.True(t, ok)
	after := format.Apply(text, edits)
	require.Equal(t, strings.Count(after, "\n"), strings.Count(after, "\r\n"))
	require.Greater(t, strings.Count(after, "\n"), strings.Count(text, "\n"))
}

func TestARuleAloneTakesNoSecond(t *testing.T) {
	doc := source.Read(`{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}`)
	rules := append(doc.Configuration.CORSRules, core.CORSRule{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"PUT"}})
	_, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: rules})
	require.False(t, ok)
}
