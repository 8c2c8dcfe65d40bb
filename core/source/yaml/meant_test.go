package yaml

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core/source/literal"
)

// brief writes a value on one line: {a: [b, "c", 1]}, !Ref(x), and _ for what is missing.
func brief(tree *literal.Tree, index int) string {
	var parts []string
	for i := index + 1; i < tree.Behind(index) && tree.Nodes[index].Kind != literal.Missing; i = tree.Behind(i) {
		if tree.Nodes[i].Kind == literal.Key {
			parts = append(parts, tree.TextOf(i)+": "+brief(tree, i+1))
		} else {
			parts = append(parts, brief(tree, i))
		}
	}
	inside := strings.Join(parts, ", ")
	switch tree.Nodes[index].Kind {
	case literal.Object:
		return "{" + inside + "}"
	case literal.List:
		return "[" + inside + "]"
	case literal.Call:
		return tree.TextOf(index) + "(" + inside + ")"
	case literal.String:
		return fmt.Sprintf("%q", tree.TextOf(index))
	case literal.Missing:
		return "_"
	case literal.Null:
		return "null"
	}
	return tree.TextOf(index)
}

var codeNames = map[literal.Code]string{
	literal.WantsQuotes: "wants quotes", literal.UnknownAlias: "unknown alias", literal.TabIndent: "tab",
	literal.Unexpected: "unexpected", literal.Unclosed: "unclosed", literal.UnclosedString: "unclosed string",
	literal.Indentation: "indentation", literal.TooDeep: "too deep", literal.TooMany: "too many",
	literal.ExtraComma: "extra comma", literal.MissingComma: "missing comma", literal.UnknownEscape: "unknown escape",
	literal.ForeignSpace: "foreign space", literal.TypographicQuotes: "typographic quotes", literal.MoreSyntax: "more",
}

// told writes the problems of a tree, each with the text that it is about.
func told(tree *literal.Tree) string {
	var all []string
	for _, problem := range tree.Problems {
		what := codeNames[problem.Code]
		if problem.Code == literal.Unexpected {
			what = problem.Expected.String() + " not"
		}
		all = append(all, what+" "+tree.Text[problem.Start:problem.End])
	}
	return strings.Join(all, "; ")
}

// meantCases are texts that are not YAML, or not what their author meant by it.
var meantCases = []struct{ name, text, want, told string }{
	{"a star without quotes", "a: *\nb:\n- *\n", "{a: *, b: [*]}", "unknown alias *; unknown alias *"},
	{"a star without quotes between brackets", "a: [*]\nb: [ * , 'c']\nd: {e: *}\n", "{a: [*], b: [*, \"c\"], d: {e: *}}", "unknown alias *; unknown alias *; unknown alias *"},
	{"a star at the beginning of a word", "a: *.example.com\n", "{a: *.example.com}", "unknown alias *.example.com"},
	{"an alias before its anchor", "a: *x\nb: &x 1\n", "{a: *x, b: 1}", "unknown alias *x"},
	{"an alias inside of what it stands for", "a: &x [*x]\n", "{a: [*x]}", "unknown alias *x"},
	{"a colon in a text without quotes", "a: b: c\nd: 1\n", "{a: b: c, d: 1}", "wants quotes b: c"},
	{"a reserved character", "a: @b\nc: `d`\ne: %f\n", "{a: @b, c: `d`, e: %f}", "wants quotes @b; wants quotes `d`; wants quotes %f"},
	{"tabs for indentation", "a:\n\tb:\n\t\tc: 1\n\td: 2\n", "{a: {b: {c: 1}, d: 2}}", "tab \t; tab \t; tab \t"},
	{"a tab that is as wide as the blanks above", "a:\n    b: 1\n\tc: 2\n", "{a: {b: 1, c: 2}}", "tab \t"},
	{"no-break spaces for indentation", "a:\n\u00A0\u00A0b: 1\n", "{a: {b: 1}}", "foreign space \u00A0"},
	{"a key that is indented less than those beside it", "a:\n    b: 1\n  c: 2\nd: 3\n", "{a: {b: 1, c: 2}, d: 3}", "indentation c: 2"},
	{"a key that is indented more than those beside it", "a: 1\n  b: 2\nc: 3\n", "{a: 1, b: 2, c: 3}", "indentation b: 2"},
	{"a list in which an entry is indented less", "a:\n    - b\n  - c\n", "{a: [b, c]}", "indentation - c"},
	{"a key in place of an entry", "- a\nb: c\n", "[a, {b: c}]", "indentation b: c"},
	{"an entry in place of a key", "a: 1\n- b\nc: 2\n", "{a: 1, : [b], c: 2}", "a value not -"},
	{"an entry behind its key", "a: - b\n", "{a: [b]}", "a value not -"},
	{"a line without a colon among members", "a: 1\nb\nc: 2\n", "{a: 1, b: _, c: 2}", ": not b"},
	{"text behind a value in quotes", "a: 'b' c\nd: 1\n", "{a: \"b\", d: 1}", "the end of the line not c"},
	{"text behind brackets", "a: [b] c\nd: 1\n", "{a: [b], d: 1}", "the end of the line not c"},
	{"a quote that is not closed", "a: \"b\nc: d\n", "{a: \"b\", c: d}", "unclosed string \"b"},
	{"a bracket that is not closed before a key", "a: [b,\n  c\nd: e\n", "{a: [b, c], d: e}", "unclosed \n"},
	{"a bracket that is not closed before an entry", "- a: [b, c\n- d\n", "[{a: [b, c]}, d]", "unclosed \n"},
	{"a brace that is not closed before a bracket", "a: [{b: c]\nd: 1\n", "{a: [{b: c}], d: 1}", "unclosed "},
	{"a bracket that is not closed at the end", "a: [b", "{a: [b]}", "unclosed "},
	{"a bracket that closes nothing", "a: [b}]\n", "{a: [b]}", "a value not }"},
	{"commas with nothing between them", "[a,, b]", "[a, b]", "extra comma ,"},
	{"a missing comma between texts in quotes", "['a' 'b']", "[\"a\", \"b\"]", "missing comma '"},
	{"an escape that is none", `"a\qb"`, `"aqb"`, `unknown escape \`},
	{"a solidus that is escaped, as JSON has it", `"a\/b"`, `"a/b"`, ""},
	{"variables of Jinja without quotes", "a: {{ x }}\nb: 1\n", "{a: {: {x: _}}, b: 1}", ""},
	{"a statement of Jinja among members", "a: 1\n{% if x %}\nb: 2\n{% endif %}\nc: 3\n", "{a: 1, : {% if x %: _}, b: 2, : {% endif %: _}, c: 3}",
		"a value not {; wants quotes % if x %; a value not {; wants quotes % endif %"},
	{"a key that is no scalar", "? [a]\n: b\nc: d\n", "[? [a], {: b, c: d}]", "wants quotes ? [a]; the end of the text not : b; a value not :"},
	{"two tags before a value", "a: !Base64 !Sub b\n", "{a: !Sub(b)}", "a value not !Sub"},
	{"a value behind the value of a document", "template.yaml\n\na: 1\n", "[template.yaml, {a: 1}]", "the end of the text not a: 1"},
	{"prose", "Hello there, this is text.\nIt goes on: and on.\nThe end.\n", "[Hello there, this is text., {It goes on: and on., The end.: _}]",
		"the end of the text not It goes on: and on.; : not The end."},
	{"a line end of a folded word", "a: x\n  y\n", "{a: x y}", ""},
	{"double typographic quotes", "a: “https://a.example”\n", `{a: "https://a.example"}`, "typographic quotes “"},
	{"single typographic quotes", "a: ‘x’ # why\n", `{a: "x"}`, "typographic quotes ‘"},
	{"typographic quotes in brackets, around a comma", "a: [“x, y”, „z“]\n", `{a: ["x, y", "z"]}`, "typographic quotes “; typographic quotes „"},
	{"typographic quotes around a key", "“a”: 1\n", "{a: 1}", "typographic quotes “"},
	{"typographic quotes before other words", "a: “x” and “y”\n", "{a: “x” and “y”}", ""},
	{"a typographic quote alone", "a: “x\n", "{a: “x}", ""},
	{"yes and no", "[yes, no, on, off]", "[yes, no, on, off]", ""},
	{"a merge key with a word", "<<: a\nb: 1\n", "{<<: a, b: 1}", ""},
}

func TestReadsWhatIsMeant(t *testing.T) {
	for _, c := range meantCases {
		t.Run(c.name, func(t *testing.T) {
			tree := Parse(c.text)
			require.Equal(t, c.want, brief(tree, tree.Root), "%s", told(tree))
			require.Equal(t, c.told, told(tree))
		})
	}
}
