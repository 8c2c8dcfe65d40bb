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
		requireSpans(t, text, &tree.Root, 0, len(text), 0)
		for _, problem := range tree.Problems {
			requireWithin(t, problem.Span.Start, problem.Span.End, 0, len(text))
			requireWithin(t, problem.Opened.Start, problem.Opened.End, 0, len(text))
			require.NotEqual(t, NoProblem, problem.Code)
		}
		require.LessOrEqual(t, SkipSpace(text), SkipBlank(text))
		require.LessOrEqual(t, SkipBlank(text), len(text))
	})
}

func requireWithin(t *testing.T, start, end, from, to int) {
	require.True(t, from <= start && start <= end && end <= to, "%d:%d in %d:%d", start, end, from, to)
}

// requireSpans says that each span lies in that of the node around it, in order.
func requireSpans(t *testing.T, text string, node *Node, from, to, depth int) {
	require.LessOrEqual(t, depth, MaxDepth+1)
	requireWithin(t, node.Span.Start, node.Span.End, from, to)
	inner := node.Inner()
	requireWithin(t, inner.Start, inner.End, node.Span.Start, node.Span.End)
	if node.Kind == String && !strings.Contains(text[inner.Start:inner.End], `\`) {
		require.Equal(t, text[inner.Start:inner.End], node.Text)
	}
	at := node.Span.Start
	for i := range node.Members {
		member := &node.Members[i]
		key := member.KeyInner()
		requireWithin(t, member.KeySpan.Start, member.KeySpan.End, at, node.Span.End)
		requireWithin(t, key.Start, key.End, member.KeySpan.Start, member.KeySpan.End)
		requireSpans(t, text, &member.Value, member.KeySpan.End, node.Span.End, depth+1)
		at = member.Value.Span.End
	}
	at = node.Span.Start
	for i := range node.Items {
		requireSpans(t, text, &node.Items[i], at, node.Span.End, depth+1)
		at = node.Items[i].Span.End
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
		require.Equal(t, want, plainValue(&tree.Root))
	})
}

// plainValue is what encoding/json makes of the same text.
func plainValue(node *Node) any {
	switch node.Kind {
	case Object:
		object := map[string]any{}
		for i := range node.Members {
			object[plainText(node.Members[i].Key)] = plainValue(&node.Members[i].Value)
		}
		return object
	case List:
		list := []any{}
		for i := range node.Items {
			list = append(list, plainValue(&node.Items[i]))
		}
		return list
	case String:
		return plainText(node.Text)
	case Number:
		return json.Number(node.Text)
	case True:
		return true
	case False:
		return false
	case Null:
		return nil
	}
	panic("a text without problems has a " + node.Kind.String())
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
		for end := range text {
			Parse(text[:end])
		}
	})
}
