package literal

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func seedPrograms(f *testing.F) {
	for _, c := range programCases {
		f.Add(c.text, uint8(c.language))
	}
	f.Add("x = {a: ((((`${`${\"}\"}`}`))))}", uint8(JavaScript))
	f.Add("a[{b]=1", uint8(HCL))
	f.Add("{9{})(", uint8(Python))
	f.Add("a b [for c : {d}]\n =e", uint8(HCL))
	f.Add("a = \x00", uint8(JavaScript))
	f.Add("{f({}) g {", uint8(HCL))
	f.Add("a = [b {}: 1, c {} = 2]", uint8(HCL))
	f.Add("x = {1, 'a': 2, **b, 'c' 'd'}", uint8(Python))
}

func FuzzProgramsNeverPanicAndSpansLieInTheText(f *testing.F) {
	seedPrograms(f)
	f.Fuzz(func(t *testing.T, text string, language uint8) {
		tree := ParseProgram(text, JavaScript+Language((language+2)%3))
		require.Equal(t, List, tree.Nodes[0].Kind)
		require.Equal(t, len(tree.Nodes), tree.Behind(0))
		requireSpans(t, tree, 0, 0, len(text), -MaxDepth-2) // Around each bracket there may be an expression.
		requireKinds(t, tree, 0)
		for _, problem := range tree.Problems {
			requireWithin(t, int(problem.Start), int(problem.End), 0, len(text))
			require.GreaterOrEqual(t, problem.Opened, int32(0))
			require.Less(t, int(problem.Opened), len(tree.Nodes))
		}
	})
}

// requireKinds says what each kind of node can hold.
func requireKinds(t *testing.T, tree *Tree, node int) {
	kind := tree.Nodes[node].Kind
	require.True(t, kind <= Call && kind != Word, "%v", kind)
	if kind == Key {
		require.NotEqual(t, Key, tree.Nodes[node+1].Kind)
		requireKinds(t, tree, node+1)
		return
	}
	for _, item := range items(tree, node) {
		held := tree.Nodes[item].Kind
		require.NotEqual(t, Missing, held)
		switch {
		case kind == Object:
			require.Contains(t, []Kind{Key, Call, Expression}, held)
		case kind == List && node > 0:
			require.NotEqual(t, Key, held)
		case kind != List && kind != Expression && kind != Call:
			require.Fail(t, "a scalar holds something")
		}
		requireKinds(t, tree, item)
	}
}
