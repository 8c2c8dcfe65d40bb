package source

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// longTexts are texts of a size, each of a sort.
var longTexts = []struct {
	name, text string
}{
	{"prose that names origins", "A page of https://a.example is of another origin [see below], {and} so on. "},
	{"lists of check boxes", "- [x] origin\n- [ ] \"origin\", `[\"a\", \"b\"]`\n"},
	{"open brackets", "[{\"AllowedOrigins\": "},
	{"open braces", "{ origin "},
	{"closed brackets around the word", "[origin] {cors} "},
	{"rules in JSON", `{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}, ` + "\n"},
	{"other JSON", `{"origin": "a", "name": "b", "list": [1, 2, {"cors": true}]},` + "\n"},
	{"keys that are no containers", `"CORSConfiguration": 1, "CORSRules": 2, `},
	{"XML without end", "<CORSRule><AllowedOrigin>x</AllowedOrigin>\n"},
	{"XML in prose", "text <CORSRule><AllowedOrigin>x</AllowedOrigin></CORSRule> text\n"},
	{"XML and JSON in turn", "x: y\n<CORSRule><AllowedOrigin>x</AllowedOrigin></CORSRule>\n[{\"AllowedOrigins\": [\"*\"], \"AllowedMethods\": []}]\n"},
	{"objects that are spread into themselves", "const a = { ...a, ...b, AllowedOrigins: [] };\nconst b = { ...a, ...b, CORSRules: [{ ...a, ...b }] };\n"},
	{"escaped XML", "&lt;CORSRule&gt;&lt;AllowedOrigin&gt;"},
	{"fences", "```\n[{\"AllowedOrigins\": [\"*\"], \"AllowedMethods\": [\"GET\"]}]\n```\n"},
	{"here-documents without end", "cat <<EOF\norigin\n"},
	{"a program", "const rules = [{ AllowedOrigins: [a, b], AllowedMethods: ['GET'] }];\n"},
	{"names of names", "const a = b;\nconst b = a;\nconst c = { CORSRules: a, cors: b };\n"},
	{"names that are bound and changed", "const a = [b, a]; for (const b of a) { a.b[a].push(b); }\nconst rules = [{ AllowedOrigins: a, AllowedMethods: ['GET'] }, b];\n"},
	{"definitions that are changed", "x.y = z;\nconst rules = [{ AllowedOrigins: ['*'], AllowedMethods: ['GET'] }]; rules.push(rules);\n"},
	{"parameters of parameters", "const f = (a => (b, {AllowedOrigins: a}\n"},
	{"blocks of Python", "import boto3\nfor a, b in c:\n  a = [b]\n  def a(b):\n    self.a = {'AllowedOrigins': a}; a += lambda b, a\n"},
	{"dynamic blocks", "dynamic \"cors_rule\" {\n for_each = [{ a = [\"*\"] }]\n content {\n  allowed_origins = cors_rule.value.a\n  allowed_methods = [\"GET\"]\n }\n}\n"},
	{"dynamic blocks that pass all", "dynamic \"cors_rule\" {\n for_each = [{ allowed_origins = [\"*\"] }]\n content {\n  allowed_origins = cors_rule.value.allowed_origins\n allowed_methods = cors_rule.value.allowed_methods\n }\n}\n"},
	{"a template", "- AllowedOrigins: ['*']\n  AllowedMethods: [GET]\n"},
	{"blocks", "cors_rule {\n allowed_origins = local.x\n allowed_methods = [\"GET\"]\n}\n"},
	{"quoted lines", "> origin [\n"},
	{"a patch", "@@ -1 +1 @@\n+[{\"origin\": 1}\n-x\n"},
	{"splices", `echo '{"origin": ["'"$A"'"]}' `},
	{"splices without end", `'{"origin": ["$(`},
	{"splices that open and open", `'{"origin": "'"${`},
	{"backslashes", `\[ {\"origin\": \"` + "\n"},
}

// The work goes with the size of the text: from each size to the next a text takes four times as long, and not more.
func BenchmarkReadLongTexts(b *testing.B) {
	for _, c := range longTexts {
		for _, size := range []int{1 << 16, 1 << 18, 1 << 20} {
			text := strings.Repeat(c.text, size/len(c.text)+1)
			b.Run(c.name+"/"+strconv.Itoa(size>>10)+" KB", func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Read(text)
				}
			})
		}
	}
}

// Whatever a long text is made of, it is answered, and what is found of it is bounded.
func TestLongTextsAreAnswered(t *testing.T) {
	for _, c := range longTexts {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(strings.Repeat(c.text, (1<<18)/len(c.text)))
			assert.Less(t, len(doc.Candidates), mostFinds)
			assert.LessOrEqual(t, len(doc.Diagnostics), 2*mostDiagnostics+10)
			assert.LessOrEqual(t, len(doc.Placeholders), mostDiagnostics)
			assert.Equal(t, doc.Configuration == nil, doc.Format == "")
			assert.True(t, doc.Configuration != nil || doc.HasErrors())
		})
	}
}
