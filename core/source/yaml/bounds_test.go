package yaml

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core/source/literal"
)

func has(tree *literal.Tree, code literal.Code) bool {
	for _, problem := range tree.Problems {
		if problem.Code == code {
			return true
		}
	}
	return false
}

func TestDepthIsBounded(t *testing.T) {
	shapes := []struct {
		name string
		text func(depth int) string
	}{
		{"brackets", func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }},
		{"dashes", func(n int) string { return strings.Repeat("- ", n) + "a" }},
		{"objects in objects", func(n int) string {
			var b strings.Builder
			for i := range n {
				b.WriteString(strings.Repeat(" ", i) + "a:\n")
			}
			return b.String()
		}},
		{"an alias inside of lists", func(n int) string {
			return "- &x " + strings.Repeat("[", 40) + strings.Repeat("]", 40) + "\n- " + strings.Repeat("[", n-41) + "*x" + strings.Repeat("]", n-41)
		}},
	}
	for _, shape := range shapes {
		t.Run(shape.name, func(t *testing.T) {
			require.Empty(t, Parse(shape.text(literal.MaxDepth)).Problems)
			require.True(t, has(Parse(shape.text(literal.MaxDepth+1)), literal.TooDeep))
			require.True(t, has(Parse(shape.text(10000)), literal.TooDeep))
		})
	}
}

func TestTheNumberOfValuesIsBounded(t *testing.T) {
	require.Empty(t, Parse(strings.Repeat("- a\n", literal.MaxValues-1)).Problems)
	tree := Parse(strings.Repeat("- a\n", literal.MaxValues))
	require.True(t, has(tree, literal.TooMany))
	require.Len(t, tree.Problems, 1)
}

func TestAliasesOfAliasesStayBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x]\n")
	for i := 1; i < 9; i++ {
		before := string(rune('0' + i - 1))
		b.WriteString("a" + string(rune('0'+i)) + ": &a" + string(rune('0'+i)) + " [" + strings.Repeat("*a"+before+", ", 9) + "]\n")
	}
	tree := Parse(b.String())
	require.True(t, has(tree, literal.TooMany))
	require.LessOrEqual(t, len(tree.Nodes), literal.MaxValues+2*literal.MaxDepth)
}

func TestMergeKeysOfMergeKeysStayBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("a: &x {")
	for i := range 1000 {
		b.WriteString("k" + strings.Repeat("x", i%10) + string(rune('a'+i%26)) + ": 1, ")
	}
	b.WriteString("}\n")
	for range 10000 {
		b.WriteString("b: {<<: *x}\n")
	}
	require.True(t, has(Parse(b.String()), literal.TooMany))
}

func TestTheNumberOfProblemsIsBounded(t *testing.T) {
	tree := Parse(strings.Repeat("- *\n", literal.MaxProblems+50))
	require.Len(t, tree.Problems, literal.MaxProblems+1)
	require.Equal(t, literal.MoreSyntax, tree.Problems[literal.MaxProblems].Code)
	require.Equal(t, literal.MaxProblems+52, tree.Behind(tree.Root), "all of them are read")
}

func TestProseEndsQuickly(t *testing.T) {
	prose := strings.Repeat("The bucket has one rule, and it is this: take what comes.\n\nAnd so on, \"and so on\" - [see there] {or} not.\n", 5000)
	require.LessOrEqual(t, len(Parse(prose).Problems), literal.MaxProblems+1)
}
