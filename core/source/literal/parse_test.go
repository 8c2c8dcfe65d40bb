package literal

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// told is a problem in a form that is easy to write down: its code, and the text at its span.
type told struct {
	code Code
	text string
}

func tell(tree *Tree) []told {
	var all []told
	for _, problem := range tree.Problems {
		all = append(all, told{problem.Code, tree.Text[problem.Start:problem.End]})
	}
	return all
}

// items lists the nodes in a node: those of a list, or the keys of an object.
func items(tree *Tree, node int) []int {
	var list []int
	for i := node + 1; i < tree.Behind(node); i = tree.Behind(i) {
		list = append(list, i)
	}
	return list
}

// outline writes a tree in one line: keys and texts as they are, what is missing as "?", a call as name(...), an
// expression as <its text; what was found in it>.
func outline(tree *Tree, node int) string {
	switch tree.Nodes[node].Kind {
	case Missing:
		return "?"
	case Key:
		return tree.TextOf(node) + ":" + outline(tree, node+1)
	case String:
		return "'" + tree.TextOf(node) + "'"
	case Number, Word, True, False, Null:
		return tree.TextOf(node)
	}
	var parts []string
	for _, item := range items(tree, node) {
		parts = append(parts, outline(tree, item))
	}
	inside := strings.Join(parts, " ")
	switch tree.Nodes[node].Kind {
	case List:
		return "[" + inside + "]"
	case Call:
		return tree.TextOf(node) + "(" + inside + ")"
	case Expression:
		if inside != "" {
			inside = "; " + inside
		}
		return "<" + tree.TextOf(node) + inside + ">"
	}
	return "{" + inside + "}"
}

var relaxedCases = []struct {
	name, text, want string
	told             []told
}{
	{"plain JSON has no problems", `{"a": ["b", 1, -2.5e+3, true, false, null, {}, []]}`,
		"{a:['b' 1 -2.5e+3 true false null {} []]}", nil},
	{"a comment to the end of the line", "[1, // one\n2]", "[1 2]", []told{{Comment, "// one"}}},
	{"a hash comment", "# rules\n[1]", "[1]", []told{{Comment, "# rules"}}},
	{"a comment in the middle", "[1, /* , 3 */ 2]", "[1 2]", []told{{Comment, "/* , 3 */"}}},
	{"a comment whose end does not share the star of its beginning", "[1, /*/ 3 */ 2]", "[1 2]", []told{{Comment, "/*/ 3 */"}}},
	{"an empty comment", "[1, /**/ 2]", "[1 2]", []told{{Comment, "/**/"}}},
	{"two zeros are no number of JSON's", "[00, 0]", "[00 0]", []told{{NumberForm, "00"}}},
	{"a comment that holds quotes and brackets", "[1 // \"]\n]", "[1]", []told{{Comment, `// "]`}}},
	{"two slashes in a string are no comment", `["http://a"]`, "['http://a']", nil},
	{"a trailing comma in a list", `[1,]`, "[1]", []told{{ExtraComma, ","}}},
	{"a trailing comma in an object", `{"a":1 , }`, "{a:1}", []told{{ExtraComma, ","}}},
	{"a trailing comma at the end of the text", `[1],`, "[1]", []told{{ExtraComma, ","}}},
	{"two commas", `[1,,2]`, "[1 2]", []told{{ExtraComma, ","}}},
	{"a missing comma between texts, as AWS's own page once had", `["GET" "PUT"]`, "['GET' 'PUT']",
		[]told{{MissingComma, `"PUT"`}}},
	{"a missing comma between members", "{\"a\":[1]\n\"b\":2}", "{a:[1] b:2}", []told{{MissingComma, `"b"`}}},
	{"single quotes", `['it\'s', "'"]`, "['it's' ''']", []told{{SingleQuotes, "'"}, {UnknownEscape, `\'`}}},
	{"typographic quotes, also the wrong way round", `{“a”: ”b“, ‘c’: 1}`, "{a:'b' c:1}",
		[]told{{TypographicQuotes, "“"}, {TypographicQuotes, "”"}, {TypographicQuotes, "‘"}}},
	{"typographic quotes inside plain ones are text", `["“a”"]`, "['“a”']", nil},
	{"keys without quotes", `{AllowedMethods: 1, true: 2}`, "{AllowedMethods:1 true:2}",
		[]told{{Unquoted, "AllowedMethods"}, {Unquoted, "true"}}},
	{"texts without quotes, an origin among them", `[GET, *, https://a.example:80]`, "[GET * https://a.example:80]",
		[]told{{Unquoted, "GET"}, {Unquoted, "*"}, {Unquoted, "https://a.example:80"}}},
	{"words of Python and JavaScript", `[True, False, None, undefined]`, "[True False None undefined]",
		[]told{{ForeignWord, "True"}, {ForeignWord, "False"}, {ForeignWord, "None"}, {ForeignWord, "undefined"}}},
	{"numbers that JSON writes otherwise", `[+1, .5, 1., 007, NaN, -Infinity]`, "[+1 .5 1. 007 NaN -Infinity]",
		[]told{{NumberForm, "+1"}, {NumberForm, ".5"}, {NumberForm, "1."}, {NumberForm, "007"}, {Unquoted, "NaN"}, {Unquoted, "-Infinity"}}},
	{"what begins as a number and is none is a word", `[10s, 1.2.3, 1e, -]`, "[10s 1.2.3 1e -]",
		[]told{{Unquoted, "10s"}, {Unquoted, "1.2.3"}, {Unquoted, "1e"}, {Unquoted, "-"}}},
	{"a control character in strings, told once", "[\"a\tb\tc\", \"\t\"]", "['a\tb\tc' '\t']", []told{{ControlCharacter, "\t"}}},
	{"a NUL byte in a string", "[\"a\x00b\"]", "['a\x00b']", []told{{ControlCharacter, "\x00"}}},
	{"a byte order mark", "\uFEFF[1]", "[1]", []told{{ForeignSpace, "\uFEFF"}}},
	{"no-break spaces from a web page, told once", "[\u00A01,\u00A02]", "[1 2]", []told{{ForeignSpace, "\u00A0"}}},
	{"bytes that are not UTF-8 survive", "[\"a\xff\xfe\", \"\xC3\xA9\"]", "['a\xff\xfe' 'é']", []told{{NotUTF8, "\xff"}}},
	{"an escape that JSON does not have", `["\.\q"]`, "['.q']", []told{{UnknownEscape, `\.`}, {UnknownEscape, `\q`}}},
	{"a unicode escape that is cut short", `["\u12"]`, "['u12']", []told{{UnknownEscape, `\u`}}},
}

func TestRelaxed(t *testing.T) {
	for _, c := range relaxedCases {
		t.Run(c.name, func(t *testing.T) {
			tree := Parse(c.text)
			assert.Equal(t, c.want, outline(tree, tree.Root))
			assert.Equal(t, c.told, tell(tree))
			for _, problem := range tree.Problems {
				assert.True(t, problem.Code.IsRelaxed())
			}
		})
	}
}

var syntaxCases = []struct {
	name, text, want string
	// told says code, text, expected, found, in the order of the text.
	told [][4]string
}{
	{"an empty text", "", "?", [][4]string{{"unexpected", "", "a value", "the end of the text"}}},
	{"the text ends in a list", `{"a":[1`, "{a:[1]}", [][4]string{{"unclosed", "1", "a comma or ]", "the end of the text"}}},
	{"the text ends in an object", `[{"a":1`, "[{a:1}]", [][4]string{{"unclosed", "1", "a comma or }", "the end of the text"}}},
	{"the text ends behind a colon", `{"a":`, "{a:?}", [][4]string{{"unexpected", ":", "a value", "the end of the text"}}},
	{"the text ends in a string", `["https://a`, "['https://a']", [][4]string{
		{"unclosed string", `"https://a`},
		{"unclosed", `"https://a`, "a comma or ]", "the end of the text"}}},
	{"the text ends in a comment", `[1] /* x`, "[1]", [][4]string{{"unclosed comment", "/* x"}}},
	{"a list that the next key shows to be open", `{"a":["x" "b":["y"]}`, "{a:['x'] b:['y']}",
		[][4]string{{"unclosed", `"b"`, "a comma or ]", `"b"`}}},
	{"the same behind a comma", `{"a":["x", "b":["y"]}`, "{a:['x'] b:['y']}", [][4]string{{"unclosed", `"b"`, "a value", `"b"`}}},
	{"a list closed by a brace", `{"a":["x"}`, "{a:['x']}", [][4]string{{"unclosed", "}", "a comma or ]", "}"}}},
	{"an object closed by a bracket", `[{"a":1]`, "[{a:1}]", [][4]string{{"unclosed", "]", "a comma or }", "]"}}},
	{"a closing quote forgotten at the end of the line", "{\"a\":[\"GET],\n\"b\":1}", "{a:['GET'] b:1}",
		[][4]string{{"unclosed string", `"GET`}}},
	{"a value missing before the next key", "{\"a\":\n\"b\":1}", "{a:? b:1}", [][4]string{{"unexpected", `"b"`, "a value", `"b"`}}},
	{"a value missing before a comma", `{"a":,"b":1}`, "{a:? b:1}", [][4]string{{"unexpected", ",", "a value", ","}}},
	{"a missing colon", `{"a" [1]}`, "{a:[1]}", [][4]string{{"unexpected", "[", ":", "["}}},
	{"an equals sign for the colon", `{"a" = 1}`, "{a:1}", [][4]string{{"unexpected", "=", ":", "="}}},
	{"a key without a value", `{"a"}`, "{a:?}", [][4]string{{"unexpected", "}", ":", "}"}}},
	{"braces around a list", `{{"a":1},{"b":2}}`, "{:{a:1} :{b:2}}", [][4]string{
		{"unexpected", "{", "a key or }", "{"}, {"unexpected", "{", "a key", "{"}}},
	{"brackets around members", `["a":1]`, "['a' 1]", [][4]string{{"unexpected", ":", "a comma or ]", ":"}}},
	{"one bracket too many at the end", `[1]]`, "[1]", [][4]string{{"unexpected", "]", "the end of the text", "]"}}},
	{"members without braces around them", `"a": [1], b: 2`, "{a:[1] b:2}", [][4]string{{"unexpected", `"a"`, "{", `"a"`}}},
	{"objects with commas and no list around them", `{"a":1},{"b":2},{"c":3}`, "[{a:1} {b:2} {c:3}]",
		[][4]string{{"unexpected", "{", "the end of the text", "{"}}},
	{"a second value behind the first", `{"a":1} {"b":2}`, "{a:1}", [][4]string{{"unexpected", "{", "the end of the text", "{"}}},
	{"a character that stands for nothing", `[1; 2]`, "[1 2]", [][4]string{{"unexpected", ";", "a comma or ]", ";"}}},
	{"all problems are told, not the first", `{"a" 1, "b":, "c":[2}`, "{a:1 b:? c:[2]}", [][4]string{
		{"unexpected", "1", ":", "1"}, {"unexpected", ",", "a value", ","}, {"unclosed", "}", "a comma or ]", "}"}}},
}

func TestSyntax(t *testing.T) {
	names := map[Code]string{
		Unexpected: "unexpected", Unclosed: "unclosed", UnclosedString: "unclosed string", UnclosedComment: "unclosed comment",
	}
	for _, c := range syntaxCases {
		t.Run(c.name, func(t *testing.T) {
			tree := Parse(c.text)
			assert.Equal(t, c.want, outline(tree, tree.Root))
			var got [][4]string
			for _, problem := range tree.Problems {
				if !problem.Code.IsRelaxed() {
					text := tree.Text[problem.Start:problem.End]
					row := [4]string{names[problem.Code], text}
					if problem.Code <= Unclosed {
						row[2], row[3] = problem.Expected.String(), text
					}
					if problem.AtEnd {
						row[3] = "the end of the text"
					}
					got = append(got, row)
				}
			}
			assert.Equal(t, c.told, got)
		})
	}
}

func TestAnUnclosedBracketSaysWhereItWasOpened(t *testing.T) {
	text := [3]string{`{"a": `, `[`, `1}`}
	tree := Parse(strings.Join(text[:], ""))
	require.Len(t, tree.Problems, 1)
	assert.Equal(t, len(text[0]), int(tree.Nodes[tree.Problems[0].Opened].Start))
}

func TestTexts(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"all escapes", `"\"\\\/\b\f\n\r\t\u00e9"`, "\"\\/\b\f\n\r\té"},
		{"a surrogate pair is one character", `"\ud83d\ude00"`, "😀"},
		{"upper-case digits", `"\uD83D\uDE00"`, "😀"},
		{"a lone high surrogate keeps its three bytes", `"a\ud800b"`, "a\xED\xA0\x80b"},
		{"a lone low surrogate keeps its three bytes", `"\udfff"`, "\xED\xBF\xBF"},
		{"a high surrogate before an escape that is none", `"\ud800\u0041"`, "\xED\xA0\x80A"},
		{"two high surrogates and a low one", `"\ud83d\ud83d\ude00"`, "\xED\xA0\xBD😀"},
		{"an escaped NUL", `"\u0000"`, "\x00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := Parse(c.text)
			assert.Equal(t, String, tree.Nodes[tree.Root].Kind)
			assert.Equal(t, c.want, tree.TextOf(tree.Root))
			assert.Empty(t, tree.Problems)
		})
	}
}

// Each text is split around the thing whose place is asked for.
func TestPlaces(t *testing.T) {
	root := func(tree *Tree) *Node { return &tree.Nodes[tree.Root] }
	first := func(tree *Tree) *Node { return &tree.Nodes[tree.Root+1] }
	value := func(tree *Tree) *Node { return &tree.Nodes[tree.Root+2] }
	for _, c := range []struct {
		name  string
		text  [3]string
		node  func(*Tree) *Node
		inner bool
	}{
		{"a string with its quotes", [3]string{`[ `, `"é\n"`, ` ]`}, first, false},
		{"a string without its quotes", [3]string{`[ "`, `é\n`, `" ]`}, first, true},
		{"a string without its typographic quotes", [3]string{`[ “`, `é`, `” ]`}, first, true},
		{"a string opened by one quote and closed by another", [3]string{`[ “`, `é`, `" ]`}, first, true},
		{"a string that is not closed", [3]string{`["`, `abc`, ``}, first, true},
		{"a number", [3]string{`[`, `-1.5`, `]`}, first, false},
		{"a list with its brackets", [3]string{`{"a": `, `[1, 2]`, `}`}, value, false},
		{"a list that is not closed ends with its last value", [3]string{`{"a": `, `[1, 2`, ` }`}, value, false},
		{"an object with its braces", [3]string{` `, `{"a": 1 }`, "\n"}, root, false},
		{"an object without braces", [3]string{` `, `"a": 1, "b": 2`, "\n"}, root, false},
		{"a list without brackets", [3]string{` `, `{"a": 1}, {}`, "\n"}, root, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			node := c.node(Parse(strings.Join(c.text[:], "")))
			span := node.Span()
			if c.inner {
				span = node.Inner()
			}
			start := len(c.text[0])
			assert.Equal(t, core.Span{Start: start, End: start + len(c.text[1])}, span)
		})
	}
}

func TestKeysHavePlaces(t *testing.T) {
	text := [5]string{`{ `, `“`, `ké`, `”`, `: 1}`}
	tree := Parse(strings.Join(text[:], ""))
	key := &tree.Nodes[tree.Root+1]
	assert.Equal(t, Key, key.Kind)
	assert.Equal(t, core.Span{Start: 2, End: 2 + 3 + 3 + 3}, key.Span())
	assert.Equal(t, core.Span{Start: 5, End: 8}, key.Inner())
}

func TestPeekGivesTheFirstToken(t *testing.T) {
	for _, c := range []struct {
		text  string
		kind  Kind
		first string
	}{
		{"", Missing, ""},
		{" # a\n", Missing, ""},
		{"\uFEFF // a\n [1", List, "["},
		{"“a” : 1", Key, "a"},
		{"a\n:", Key, "a"},
		{"a b: 1", Word, "a"},
		{"<a>", anything, "<"},
	} {
		tree := Peek(c.text)
		assert.Equal(t, c.kind, tree.Nodes[0].Kind, c.text)
		assert.Equal(t, c.first, tree.TextOf(0), c.text)
	}
}

// What is filled in before a text is JSON is one value, whatever signs stand in it.
func TestWhatIsFilledInIsAnExpression(t *testing.T) {
	for _, test := range []struct{ text, outline string }{
		{`{"a": $AGE}`, "{a:<$AGE>}"},
		{`{"a": ${AGE:-300}, "b": ${LIST}}`, "{a:<${AGE:-300}> b:<${LIST}>}"},
		{`[$(echo "a, b"), ${A}${B}, $((60 * 60)), 1]`, `[<$(echo "a, b")> <${A}${B}> <$((60 * 60))> 1]`},
		{`{"a": {{ age }}, "b": {{- .Values.list | toJson }}}`, "{a:<{{ age }}> b:<{{- .Values.list | toJson }}>}"},
	} {
		tree := Parse(test.text)
		assert.Equal(t, test.outline, outline(tree, tree.Root))
		for _, problem := range tree.Problems {
			assert.Equal(t, Unfilled, problem.Code, "%s", test.text)
		}
	}
	for _, text := range []string{`[${A]`, `[$(A]`, "[{{ a }]", `{{"a": 1}}`} {
		assert.NotEqual(t, map[Code]int{Unfilled: 1}, codes(Parse(text)), "%s does not end, or is none", text)
	}
}
