package meaning_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/meaning"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// readingCase is a case of testdata/reading: a text of which something has to be told, or one near it of which it has not.
type readingCase struct {
	Name, Text string
	// Repeat stands in the place of # so many times.
	Repeat            string
	Times             int
	Reports, SilentOn string
}

func (c *readingCase) text() string {
	if c.Times == 0 {
		return c.Text
	}
	return strings.Replace(c.Text, "#", strings.Repeat(c.Repeat, c.Times), 1)
}

func readReading(t *testing.T, name string) []readingCase {
	text, err := os.ReadFile("../../testdata/reading/" + name + ".json")
	require.NoError(t, err)
	var file struct{ Cases []readingCase }
	require.NoError(t, json.Unmarshal(text, &file))
	return file.Cases
}

func TestWhatIsToldOfTexts(t *testing.T) {
	for _, name := range []string{"texts", "refused"} {
		for _, c := range readReading(t, name) {
			t.Run(name+": "+c.Name, func(t *testing.T) {
				list := s3.Validate(source.Read(c.text())).Diagnostics
				if c.SilentOn != "" {
					assert.Nil(t, find(list, c.SilentOn, ""), "%v", codes(list))
					return
				}
				assert.NotNil(t, find(list, c.Reports, ""), "%v", codes(list))
			})
		}
	}
}

// kindText is a core.Kind as it stands in the source.
type kindText struct{ Code, Severity, Topic, Assumption, Template, Advice string }

// readKinds reads the tables of kinds of a package: composite literals with a code, and calls of the functions that make one.
func readKinds(t *testing.T, folder string) []kindText {
	names, err := filepath.Glob(folder + "/*.go")
	require.NoError(t, err)
	var kinds []kindText
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(node ast.Node) bool {
			if spec, ok := node.(*ast.ValueSpec); ok && len(spec.Names) == 1 && len(spec.Values) == 1 {
				if _, isText := spec.Values[0].(*ast.BasicLit); isText {
					constants[spec.Names[0].Name] = textOf(spec.Values[0])
				}
			}
			return true
		})
		makers := map[string]kindText{}
		ast.Inspect(file, func(node ast.Node) bool {
			switch node := node.(type) {
			case *ast.FuncDecl:
				if node.Body != nil {
					ast.Inspect(node.Body, func(inner ast.Node) bool {
						if literal, ok := inner.(*ast.CompositeLit); ok {
							if kind := kindOf(literal); kind.Code != "" && kind.Template == "" {
								makers[node.Name.Name] = kind
							}
						}
						return true
					})
				}
			case *ast.CompositeLit:
				if kind := kindOf(node); kind.Code != "" && kind.Template != "" {
					kinds = append(kinds, kind)
				}
			}
			return true
		})
		ast.Inspect(file, func(node ast.Node) bool {
			if call, ok := node.(*ast.CallExpr); ok && len(call.Args) == 2 {
				if name, ok := call.Fun.(*ast.Ident); ok && makers[name.Name].Code != "" {
					kind := makers[name.Name]
					kind.Template, kind.Advice = textOf(call.Args[0]), textOf(call.Args[1])
					kinds = append(kinds, kind)
				}
			}
			return true
		})
	}
	return kinds
}

func kindOf(literal *ast.CompositeLit) (kind kindText) {
	for _, element := range literal.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		key, ok := pair.Key.(*ast.Ident)
		if !ok {
			continue
		}
		switch key.Name {
		case "Code":
			kind.Code = textOf(pair.Value)
		case "Severity":
			kind.Severity = strings.ToLower(textOf(pair.Value))
		case "Topic":
			kind.Topic = strings.ToLower(textOf(pair.Value))
		case "Assumption":
			kind.Assumption = textOf(pair.Value)
		case "Template":
			if name, isName := pair.Value.(*ast.Ident); !isName || constants[name.Name] != "" {
				kind.Template = textOf(pair.Value)
			}
		case "Advice":
			kind.Advice = textOf(pair.Value)
		}
	}
	return kind
}

// constants are the texts that the tables name.
var constants = map[string]string{}

// textOf is a constant text, or the last name of a constant.
func textOf(expression ast.Expr) string {
	switch expression := expression.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(expression.Value)
		return text
	case *ast.BinaryExpr:
		return textOf(expression.X) + textOf(expression.Y)
	case *ast.SelectorExpr:
		return expression.Sel.Name
	case *ast.Ident:
		if text := constants[expression.Name]; text != "" {
			return text
		}
		return expression.Name
	}
	return ""
}

// section is one of the documentation.
type section struct {
	title, introduction string
	kinds               []kindText
	// examples are texts, by code: one that it is told of, and one near it.
	told, silent map[string]string
}

func (s *section) write(out *bytes.Buffer) {
	fmt.Fprintf(out, "\n## %s\n\n%s\n", s.title, s.introduction)
	written := map[string]bool{}
	for _, first := range s.kinds {
		if written[first.Code] {
			continue
		}
		written[first.Code] = true
		fmt.Fprintf(out, "\n### `%s`\n\n", first.Code)
		for _, kind := range s.kinds {
			if kind.Code != first.Code {
				continue
			}
			fmt.Fprintf(out, "- %s, %s: %s.", kind.Severity, kind.Topic, escaped(kind.Template))
			if kind.Advice != "" {
				fmt.Fprintf(out, " *%s*", escaped(kind.Advice))
			}
			if kind.Assumption != "" {
				fmt.Fprintf(out, " Assumption `%s`.", kind.Assumption)
			}
			out.WriteString("\n")
		}
		if text := s.told[first.Code]; text != "" {
			fmt.Fprintf(out, "\nTold of:\n\n    %s\n\nand not of:\n\n    %s\n", indented(text), indented(s.silent[first.Code]))
		}
	}
}

// escaped writes the names in braces as code, and lets nothing else be Markdown.
func escaped(text string) string {
	return strings.NewReplacer("{", "`{", "}", "}`", "#}", "}`", "*", `\*`, "<", `\<`, "_", `\_`, "&", `\&`).Replace(text)
}

func indented(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n    "), "    \n", "\n")
}

func (s *section) addReading(t *testing.T, name string) {
	s.told, s.silent = map[string]string{}, map[string]string{}
	for _, c := range readReading(t, name) {
		text := c.Text
		if c.Times > 0 {
			text = strings.Replace(c.Text, "#", fmt.Sprintf("%s… (%d times) ", strings.TrimSpace(c.Repeat), c.Times), 1)
		}
		if s.told[c.Reports] == "" {
			s.told[c.Reports] = text
		}
		if s.silent[c.SilentOn] == "" {
			s.silent[c.SilentOn] = text
		}
	}
	if s.told["empty-source"] != "" {
		s.told["empty-source"] = "(white space)"
	}
}

func (s *section) addFindings(t *testing.T) {
	s.told, s.silent = map[string]string{}, map[string]string{}
	files := readFindings(t)
	for _, name := range []string{"origins", "wildcards", "methods", "headers", "rules", "caching"} {
		for _, c := range files[name] {
			text := asJSON(t, c.Rules)
			if s.told[c.Reports] == "" {
				s.told[c.Reports] = text
			}
			if s.silent[c.SilentOn] == "" {
				s.silent[c.SilentOn] = text
			}
		}
	}
}

// asJSON writes rules without the members that they lack.
func asJSON(t *testing.T, rules []core.CORSRule) string {
	var lines []string
	for i := range rules {
		var members []string
		for _, member := range core.Members {
			var value any
			switch {
			case member == core.ID && rules[i].ID != nil:
				value = *rules[i].ID
			case member == core.MaxAgeSeconds && rules[i].MaxAgeSeconds != nil:
				value = *rules[i].MaxAgeSeconds
			case rules[i].List(member) != nil:
				value = rules[i].List(member)
			default:
				continue
			}
			var text bytes.Buffer
			encoder := json.NewEncoder(&text)
			encoder.SetEscapeHTML(false)
			require.NoError(t, encoder.Encode(value))
			members = append(members, fmt.Sprintf("%q: %s", member, strings.ReplaceAll(strings.TrimSpace(text.String()), `","`, `", "`)))
		}
		lines = append(lines, "{"+strings.Join(members, ", ")+"}")
	}
	return "[" + strings.Join(lines, ",\n ") + "]"
}

var update = flag.Bool("update", false, "write docs/findings.md anew")

const docsHead = `# What is told

Every diagnostic of s3cors, by its code. Codes are stable and are never used for anything else. This page is written by
` + "`go test ./core/meaning -run TestTheDocumentation -update`" + ` from the tables of the module, and the examples are cases of its tests.

The severity says only what S3 does. *error*: PutBucketCors refuses it, or it cannot be read. *warning*: it is accepted, and not what its author means.
*info*: worth knowing. A name in braces stands for a value, which is also among the ` + "`parameters`" + ` of the diagnostic. An assumption names the
reading on which S3's answer rests, where it is not on record.
`

func TestTheDocumentationSaysWhatTheTablesSay(t *testing.T) {
	reading, refused := section{title: "Reading the text", introduction: "What stands in the way of reading a text, and near misses that are read all the same."},
		section{title: "What S3 refuses", introduction: "With S3's own code and message in `response.error` of `validate`."}
	for _, kind := range append(readKinds(t, "../source"), readKinds(t, "../s3")...) {
		switch {
		case kind.Severity != "error" && kind.Topic != "syntax" && kind.Topic != "conversion": // It is in the catalogue.
		case kind.Topic == "syntax" || kind.Topic == "conversion" || kind.Topic == "compatibility" || kind.Code == "syntax":
			reading.kinds = append(reading.kinds, kind)
		default:
			refused.kinds = append(refused.kinds, kind)
		}
	}
	reading.addReading(t, "texts")
	refused.addReading(t, "refused")

	findings := []section{
		{title: "Origins", introduction: "S3 takes these origins, and compares them with the Origin header byte for byte."},
		{title: "Methods and headers", introduction: "What a method or a list of headers lacks, or does not need."},
		{title: "Rules", introduction: "Rules beside each other, and values that stand twice."},
		{title: "Caching", introduction: "How long browsers keep the answer to a preflight."},
	}
	topics := map[core.Topic]int{core.Origin: 0, core.Security: 0, core.Method: 1, core.Header: 1, core.Reachability: 2, core.Limit: 2, core.Caching: 3}
	for _, kind := range meaning.Catalogue {
		s := &findings[topics[kind.Topic]]
		s.kinds = append(s.kinds, kindText{kind.Code, kind.Severity.String(), string(kind.Topic), kind.Assumption, kind.Template, kind.Advice})
	}
	conversion := section{title: "Conversion", introduction: "What another format cannot carry (`convert`).", kinds: readKinds(t, "../format")}
	others := section{title: "Calls and simulations", introduction: "Told by `infer` of calls, and by simulations of what they had to guess."}
	for _, kind := range append(readKinds(t, "."), readKinds(t, "../../wasm")...) {
		known := false
		for _, other := range meaning.Catalogue {
			known = known || other.Code == kind.Code
		}
		if !known {
			others.kinds = append(others.kinds, kind)
		}
	}

	out := bytes.NewBufferString(docsHead)
	reading.write(out)
	refused.write(out)
	for i := range findings {
		findings[i].addFindings(t)
		findings[i].write(out)
	}
	conversion.write(out)
	others.write(out)
	if *update {
		require.NoError(t, os.MkdirAll("../../docs", 0o755))
		require.NoError(t, os.WriteFile("../../docs/findings.md", out.Bytes(), 0o644))
	}
	written, err := os.ReadFile("../../docs/findings.md")
	require.NoError(t, err)
	assert.Equal(t, out.String(), string(written), "go test ./core/meaning -run TestTheDocumentation -update")

	for _, s := range append(findings, reading, refused) {
		for _, kind := range s.kinds {
			if kind.Code != "more-findings" && kind.Code != "unknown-candidate" {
				assert.NotEmpty(t, s.told[kind.Code], "no case is told of %s", kind.Code)
				assert.NotEmpty(t, s.silent[kind.Code], "no case is near %s", kind.Code)
			}
		}
	}
}
