package yaml

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"s3cors/core/source/literal"
)

func seed(f *testing.F) {
	for _, c := range sameCases {
		f.Add(c.text)
	}
	for _, c := range meantCases {
		f.Add(c.text)
	}
	f.Add(template)
}

func FuzzYAMLAgainstTheOracle(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		if difference, ok := compare(text); ok {
			require.Empty(t, difference, "%q", text)
		}
	})
}

func FuzzYAMLNeverPanicsAndSpansLieInTheText(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text string) {
		tree := Parse(text)
		require.LessOrEqual(t, len(tree.Nodes), literal.MaxValues+2*literal.MaxDepth)
		for _, problem := range tree.Problems {
			requireWithin(t, int(problem.Start), int(problem.End), 0, len(text))
			require.Less(t, int(problem.Opened), len(tree.Nodes))
			require.NotEqual(t, literal.NoProblem, problem.Code)
			_ = problem.Expected.String()
		}
		requireNode(t, tree, tree.Root, 0)
		if !strings.Contains(text, "*") {
			requireOrder(t, tree, tree.Root, 0, len(text))
		}
	})
}

func requireWithin(t *testing.T, start, end, from, to int) {
	require.True(t, from <= start && start <= end && end <= to, "%d:%d in %d:%d", start, end, from, to)
}

// requireNode says that an object holds keys with one value each, a call one value and a list values, no deeper than
// the bound; and that the span of a scalar is that of its own source.
func requireNode(t *testing.T, tree *literal.Tree, index, depth int) {
	require.LessOrEqual(t, depth, literal.MaxDepth+1)
	node := &tree.Nodes[index]
	requireWithin(t, int(node.Start), int(node.End), 0, len(tree.Text))
	inner := node.Inner()
	requireWithin(t, inner.Start, inner.End, int(node.Start), int(node.End))
	behind := tree.Behind(index)
	require.Greater(t, behind, index)
	require.LessOrEqual(t, behind, len(tree.Nodes))
	switch node.Kind {
	case literal.Object, literal.List, literal.Call:
	default:
		if node.Kind != literal.Missing { // as that of a merge key is
			require.Equal(t, index+1, behind)
		}
		requireSource(t, tree, index)
		return
	}
	count := 0
	for i := index + 1; i < behind; i = tree.Behind(i) {
		count++
		isKey := tree.Nodes[i].Kind == literal.Key
		require.Equal(t, node.Kind == literal.Object, isKey)
		if isKey {
			requireNode(t, tree, i+1, depth+1)
		} else {
			requireNode(t, tree, i, depth+1)
		}
	}
	if node.Kind == literal.Call {
		require.Equal(t, 1, count)
		require.Equal(t, byte('!'), tree.TextOf(index)[0])
	}
}

// requireSource says that the source of a scalar in quotes, or without, is read as the same scalar where it stands alone.
func requireSource(t *testing.T, tree *literal.Tree, index int) {
	node := &tree.Nodes[index]
	source := tree.Text[node.Start:node.End]
	if len(tree.Problems) > 0 || source == "" || source[0] == '|' || source[0] == '>' || strings.ContainsAny(source, "?\u00A0\uFEFF") ||
		strings.Contains(source, "---") || strings.Contains(source, "...") {
		return
	}
	alone := Parse(source)
	require.Equal(t, 1, alone.Root, "%q", source)
	require.Equal(t, tree.TextOf(index), alone.TextOf(1), "%q", source)
	require.Equal(t, node.Inner().Start-int(node.Start), alone.Nodes[1].Inner().Start)
	require.Equal(t, len(source), int(alone.Nodes[1].End), "%q", source)
}

// requireOrder says that each span lies in that of the node around it, in order. Copies of what has an anchor do not.
func requireOrder(t *testing.T, tree *literal.Tree, index, from, to int) {
	node := &tree.Nodes[index]
	requireWithin(t, int(node.Start), int(node.End), from, to)
	if node.Kind > literal.List && node.Kind != literal.Call {
		return
	}
	at := int(node.Start)
	for i := index + 1; i < tree.Behind(index); i = tree.Behind(i) {
		item := i
		if tree.Nodes[i].Kind == literal.Key {
			key := &tree.Nodes[i]
			requireWithin(t, int(key.Start), int(key.End), 0, int(node.End))
			if strings.Contains(tree.Text, "<<") {
				continue
			}
			requireWithin(t, int(key.Start), int(key.End), at, int(node.End))
			at = int(key.End)
			item++
		}
		requireOrder(t, tree, item, at, int(node.End))
		at = int(tree.Nodes[item].End)
	}
}

// refused is what the oracle refuses besides, by rule.
var refused = []struct {
	what    string
	pattern *regexp.Regexp
}{
	{"directives, which are passed over", regexp.MustCompile(`%`)},
	{"names in signs, which YAML 1.2 allows in part", regexp.MustCompile(`[&*!][\w-]*[^\w\-\s,]`)},
	{"a colon before a word between brackets, which YAML 1.2 takes for a part of it", regexp.MustCompile(`[\[{,\s:"']:\S`)},
	{"tabs, some of which YAML 1.2 allows, and ends of documents without one", regexp.MustCompile(`\t|\.\.\.`)},
	{"an escaped solidus, which YAML 1.2 has", regexp.MustCompile(`\\/`)},
	{"keys in quotes over several lines between brackets", regexp.MustCompile(`(?s)[\[{].*["'][^"']*\n[^"']*["']\s*:`)},
	{"a list or an object on the line of the marker of a document", regexp.MustCompile(`(?m)^---\s+\S`)},
	{"two anchors", regexp.MustCompile(`&\S*\s+(!\S*\s+)?&`)},
	{"characters that are not printable", regexp.MustCompile("[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\u009F\uFEFF\uFFFE\uFFFF]")},
}

// TestWhatTheOracleRefusesIsTold takes each text that is YAML, with each character left out, and with each indicator
// before each character. What the oracle refuses then has a problem here.
func TestWhatTheOracleRefusesIsTold(t *testing.T) {
	refusals := 0
	for _, c := range sameCases {
		for i := range len(c.text) {
			changed := []string{c.text[:i] + c.text[i+1:]}
			for _, indicator := range []string{":", "- ", "[", "]", "}", ",", "'", "\"", "&", "*", "!", "@", "\n"} {
				changed = append(changed, c.text[:i]+indicator+c.text[i:])
			}
			for _, text := range changed {
				if isRefused(text) {
					refusals++
					require.NotEmpty(t, Parse(text).Problems, "%q", text)
				}
			}
		}
	}
	require.Greater(t, refusals, 1000)
}

// isRefused says whether the oracle refuses a text, and not for a rule that differs.
func isRefused(text string) bool {
	if !utf8.ValidString(text) {
		return false
	}
	for _, u := range unlike {
		if u.pattern.MatchString(text) {
			return false
		}
	}
	for _, u := range refused {
		if u.pattern.MatchString(text) {
			return false
		}
	}
	_, err := read(text)
	return err != nil
}
