package literal

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func seed(f *testing.F) {
	for _, c := range relaxedCases {
		f.Add(c.text)
	}
	for _, c := range syntaxCases {
		f.Add(c.text)
	}
	f.Add(`{"CORSRules":[{"ID":"a\ud800","AllowedOrigins":["*"],"MaxAgeSeconds":3.5e-1}]}`)
	f.Add("[\"a\r\nb\", \"c\"]")
}

func FuzzJSONNeverPanicsAndSpansLieInTheText(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		tree := Parse(text)
		requireSpans(t, tree, tree.Root, 0, len(text), 0)
		for _, problem := range tree.Problems {
			requireWithin(t, int(problem.Start), int(problem.End), 0, len(text))
			require.Less(t, int(problem.Opened), len(tree.Nodes))
			require.NotEqual(t, NoProblem, problem.Code)
		}
		first := Peek(text)
		requireSpans(t, first, 0, 0, len(text), 0)
	})
}

func requireWithin(t *testing.T, start, end, from, to int) {
	require.True(t, from <= start && start <= end && end <= to, "%d:%d in %d:%d", start, end, from, to)
}

// requireSpans says that each span lies in that of the node around it, in order.
func requireSpans(t *testing.T, tree *Tree, index, from, to, depth int) {
	require.LessOrEqual(t, depth, MaxDepth+1)
	node := &tree.Nodes[index]
	requireWithin(t, int(node.Start), int(node.End), from, to)
	inner := node.Inner()
	requireWithin(t, inner.Start, inner.End, int(node.Start), int(node.End))
	written := tree.Text[inner.Start:inner.End]
	if (node.Kind == String || node.Kind == Key) && node.decoded == 0 {
		require.Equal(t, written, tree.TextOf(index))
	}
	if node.Kind == Key || len(tree.Nodes) == 1 {
		return
	}
	at := int(node.Start)
	for _, item := range items(tree, index) {
		require.Greater(t, tree.Behind(item), item)
		requireSpans(t, tree, item, at, int(node.End), depth+1)
		at = int(tree.Nodes[item].End)
		if tree.Nodes[item].Kind == Key {
			if tree.Nodes[item+1].Span() == tree.Nodes[item].Span() {
				at = from // {name} in a program is its own value.
			}
			requireSpans(t, tree, item+1, at, int(node.End), depth+1)
			at = int(tree.Nodes[item+1].End)
		}
	}
}

// FuzzJSONAgainstEncodingJSON holds that a text has no problems if and only if encoding/json takes it, and
// that the values are the same. The differences, by rule:
//   - bytes that are not UTF-8 are a problem here (RFC 8259, section 8.1); encoding/json replaces them;
//   - a lone surrogate escape keeps its value here; encoding/json replaces it by U+FFFD;
//   - depth and the number of values are bounded here;
//   - of repeated keys encoding/json keeps the last, this tree all.
func FuzzJSONAgainstEncodingJSON(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		tree := Parse(text)
		for _, problem := range tree.Problems {
			if problem.Code == NotUTF8 || problem.Code == TooDeep || problem.Code == TooMany {
				return // one of the differences
			}
		}
		require.Equal(t, json.Valid([]byte(text)), len(tree.Problems) == 0, "%v", tell(tree))
		if len(tree.Problems) > 0 {
			return
		}
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		var want any
		require.NoError(t, decoder.Decode(&want))
		require.Equal(t, want, plainValue(tree, tree.Root))
	})
}

// plainValue is what encoding/json makes of the same text.
func plainValue(tree *Tree, node int) any {
	switch kind := tree.Nodes[node].Kind; kind {
	case Object:
		object := map[string]any{}
		for _, key := range items(tree, node) {
			object[plainText(tree.TextOf(key))] = plainValue(tree, key+1)
		}
		return object
	case List:
		list := []any{}
		for _, item := range items(tree, node) {
			list = append(list, plainValue(tree, item))
		}
		return list
	case String:
		return plainText(tree.TextOf(node))
	case Number:
		return json.Number(tree.TextOf(node))
	case True:
		return true
	case False:
		return false
	case Null:
		return nil
	default:
		panic("a text without problems has a " + kind.String())
	}
}

// plainText has U+FFFD for each lone surrogate, as encoding/json has it.
func plainText(text string) string {
	var plain bytes.Buffer
	for i := 0; i < len(text); {
		r, width := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && width == 1 {
			width = 3
		}
		plain.WriteRune(r)
		i += width
	}
	return plain.String()
}

func FuzzTruncatedTextsAreAnswered(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 200 {
			return
		}
		whole := json.Valid([]byte(text)) && strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "[")
		text = strings.TrimRight(text, " \t\r\n")
		for end := range text {
			tree := Parse(text[:end])
			for _, problem := range tree.Problems {
				require.True(t, 0 <= problem.Start && problem.Start <= problem.End && int(problem.End) <= end, "the place lies in the text")
			}
			if whole && strings.Contains(text[:end], "[") {
				require.NotEmpty(t, tree.Problems, "a list that breaks off is told of: %q", text[:end])
			}
		}
	})
}
