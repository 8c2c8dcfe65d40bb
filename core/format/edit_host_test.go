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

// A rule in each of the languages that stand in strings of others.
const (
	hostedXML  = "<CORSConfiguration><CORSRule><ID>a</ID><AllowedOrigin>https://a.example</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>"
	hostedJSON = `{"CORSRules": [{"ID": "a", "AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]}`
	hostedR2   = "resource \"cloudflare_r2_bucket_cors\" \"c\" {\n  rules = [{\n    id = \"a\"\n    allowed = {\n      origins = [\"https://a.example\"]\n      methods = [\"GET\"]\n    }\n  }]\n}\n"
)

func TestAValueMeansTheSameInTheStringAroundItsText(t *testing.T) {
	quoted, dict := inString(hostedJSON), strings.ReplaceAll(hostedJSON, `"`, "'")
	cases := []struct {
		// want is the ID that is written in the place of a, "" if there are no edits.
		name, before, text, behind, id, want string
	}{
		{"XML alone has its quotes", "", hostedXML, "\n", "Bob's \"rule\"", "Bob's \"rule\""},
		{"XML has its quotes behind its declaration and comments", "<?xml version=\"1.0\"?>\n<!-- x -->\n", hostedXML, "\n", "Bob's", "Bob's"},
		{"XML has its quotes in a block of Markdown", "Set it:\n\n```xml\n", hostedXML, "\n```\n", "Bob's", "Bob's"},
		{"XML in an argument of a shell", "curl -X PUT -d '", hostedXML, "' https://b.s3.amazonaws.com/?cors\n", "Bob's", "Bob&#39;s"},
		{"XML in one behind its declaration", "curl -X PUT -d '<?xml version=\"1.0\"?>\n", hostedXML, "' https://b.s3.amazonaws.com/?cors\n", "Bob's", "Bob&#39;s"},
		{"XML in a string of JavaScript", "const body = \"", hostedXML, "\";\n", "a\"b\\c", "a&#34;b&#92;c"},
		{"XML in a string of JSON", "{\"body\": \"", hostedXML, "\"}\n", "a\nb", "a&#10;b"},
		{"XML in a template of JavaScript", "const body = `", hostedXML, "`;\n", "`${x}", "&#96;&#36;{x}"},
		{"XML in a here-document", "curl -X PUT -d @- https://b.s3.amazonaws.com/?cors <<EOF\n", hostedXML, "\nEOF\n", "$(id)", "&#36;(id)"},
		{"JSON alone", "", hostedJSON, "\n", "$(id)'\"", `$(id)'\"`},
		{"JSON in a block of Markdown", "It's this:\n\n```json\n", hostedJSON, "\n```\n", "a\"b", `a\"b`},
		{"JSON in an argument of a shell", "aws s3api put-bucket-cors --bucket b --cors-configuration '", hostedJSON, "'\n", "a\"$x'", `a\"$x\u0027`},
		{"JSON in an argument of a shell in Markdown", "It's this:\n\n```sh\nsome-command --cors '", hostedJSON, "'\n```\n", "a\"b", `a\"b`},
		{"JSON in single quotes of JavaScript", "const rules = JSON.parse('", hostedJSON, "');\n", "a\"b", ""},
		{"a backslash there", "const rules = JSON.parse('", hostedJSON, "');\n", `a\b`, ""},
		{"a single quote there", "const rules = JSON.parse('", hostedJSON, "');\n", "Bob's", `Bob\u0027s`},
		{"a value without any of them there", "const rules = JSON.parse('", hostedJSON, "');\n", "a `$x`", "a `$x`"},
		{"JSON in double quotes of JavaScript", "const rules = JSON.parse(\"", quoted, "\");\n", "a\"b", `a\\\"b`},
		{"JSON in a template of JavaScript", "const rules = JSON.parse(`", hostedJSON, "`);\n", "${x}", ""},
		{"a backquote there", "const rules = JSON.parse(`\n  ", hostedJSON, "\n`);\n", "a`b", ""},
		{"a sign of money there", "const rules = JSON.parse(`", hostedJSON, "`);\n", "$5", "$5"},
		{"JSON in three quotes of Python", "rules = json.loads('''\n", hostedJSON, "\n''')\n", "a\"b", ""},
		{"JSON with single quotes in double ones", "rules = load(\"", dict, "\")\n", `a"b`, ""},
		{"JSON in a here-document that the shell reads", "cat > cors.json <<EOF\n", hostedJSON, "\nEOF\n", "$(id)", ""},
		{"a backquote there, too", "cat <<-EOF > cors.json\n", hostedJSON, "\nEOF\n", "`id`", ""},
		{"a quote there", "cat > cors.json <<EOF\n", hostedJSON, "\nEOF\n", "a\"b", `a\"b`},
		{"JSON in a here-document that the shell leaves alone", "cat > cors.json <<'EOF'\n", hostedJSON, "\nEOF\n", "$(id)", "$(id)"},
		{"JSON behind a here-document", "cat > x <<EOF\nx\nEOF\naws s3api put-bucket-cors --bucket b --cors-configuration '", hostedJSON, "'\ncat <<EOF\nEOF\n", "$(id)", "$(id)"},
		{"JSON right behind the quoted word", "jobs:\n  run: |\n    cat > cors.json <<'JSON'\n    ", hostedJSON, "\n    JSON\n    echo 'done'\n", "a\"b", `a\"b`},
		{"JSON in a here-document of Ruby", "x = <<~EOS\n", hostedJSON, "\nEOS\n", "a\"b", ""},
		{"rules of R2 in Terraform", "", hostedR2, "", "%{x}", ""},
		{"a shorthand in an argument of a shell", "aws s3api put-bucket-cors --bucket b --cors-configuration '", "CORSRules=[{ID=\"a\",AllowedOrigins=[\"*\"],AllowedMethods=[\"GET\"]}]", "'\n", "${x}", "${x}"},
		{"JSON behind a word with a hyphen", "cat > cors.json <<END-OF-IT\n", hostedJSON, "\nEND-OF-IT\n", "$(id)", ""},
		{"a value of R2 in Terraform without a template", "", hostedR2, "", "x%", "x%"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.before + c.text + c.behind)
			require.NotNil(t, doc.Configuration)
			rules := append([]core.CORSRule(nil), doc.Configuration.CORSRules...)
			rules[0].ID = &c.id
			edits, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: rules})
			require.Equal(t, c.want != "", ok, format.Apply(doc.Text, edits))
			want := doc.Text
			if ok {
				place := doc.Places.Rules[0].Members[core.ID].Whole.Value
				want = want[:place.Start] + c.want + want[place.End:]
			}
			assert.Equal(t, want, format.Apply(doc.Text, edits))
		})
	}
}

func TestAMemberAndARuleMeanTheSameInTheStringAround(t *testing.T) {
	for _, c := range []struct{ name, before, text, behind string }{
		{"JSON in single quotes of JavaScript", "const rules = JSON.parse('", hostedJSON, "');\n"},
		{"JSON in a template of JavaScript", "const rules = JSON.parse(`", hostedJSON, "`);\n"},
		{"JSON in a here-document", "cat > cors.json <<EOF\n", hostedJSON, "\nEOF\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.before + c.text + c.behind)
			for value, want := range map[string]bool{"x-a": true, "${x}\\": false} {
				rules := append([]core.CORSRule(nil), doc.Configuration.CORSRules...)
				rules[0].ExposeHeaders = []string{value}
				_, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: rules})
				assert.Equal(t, want, ok, "a member: %s", value)
				_, ok = format.Edits(doc, &core.CORSConfiguration{CORSRules: append(rules[:1:1], rule([]string{value}, []string{"GET"}))})
				assert.Equal(t, want, ok, "a rule: %s", value)
			}
		})
	}
}

func TestAPlaceholderOfTheTextIsWrittenAsItStandsThere(t *testing.T) {
	for _, text := range []string{
		"const body = `" + strings.Replace(hostedXML, "https://a.example", "${origin}", 1) + "`;\n",
		"cat > cors.json <<EOF\n" + strings.Replace(hostedJSON, "https://a.example", "${origin}", 1) + "\nEOF\n",
	} {
		doc := source.Read(text)
		require.Len(t, doc.Placeholders, 1)
		rules := append([]core.CORSRule(nil), doc.Configuration.CORSRules...)
		rules = append(rules, rule([]string{"${origin}"}, []string{"PUT"}))
		edits, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: rules})
		require.True(t, ok)
		assert.Equal(t, 2, strings.Count(format.Apply(text, edits), "${origin}"))
	}
}

func TestNoTemplateOfTerraformComesIntoTheRulesOfAnotherProduct(t *testing.T) {
	doc := source.Read("resource \"google_storage_bucket\" \"b\" {\n  cors {\n    origin = [\"https://a.example\"]\n    method = [\"GET\"]\n    response_header = [\"*\"]\n  }\n}\n")
	require.NotNil(t, doc.Configuration)
	for origin, want := range map[string]bool{"https://%{x}": false, "https://${x}": false, "https://c.example": true} {
		rules := append([]core.CORSRule(nil), doc.Configuration.CORSRules...)
		rules[0].AllowedOrigins = []string{origin}
		_, ok := format.Edits(doc, &core.CORSConfiguration{CORSRules: rules})
		assert.Equal(t, want, ok, origin)
	}
}
