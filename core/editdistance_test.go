package core

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The distance is that of the textbook's table.
func FuzzEditDistanceIsLevenshteins(f *testing.F) {
	f.Add("www.example.com", "app.example.com")
	f.Add("", "a")
	f.Add("kitten", "sitting")
	f.Add(strings.Repeat("a", 64), strings.Repeat("ab", 40))
	f.Add(strings.Repeat("xy", 40), strings.Repeat("x", 63)+"z")
	f.Fuzz(func(t *testing.T, a, b string) {
		require.Equal(t, levenshtein(a, b), EditDistance(a, b))
		require.Equal(t, levenshtein(a, b), EditDistance(b, a))
	})
}

func levenshtein(a, b string) int {
	beyond := max(0, max(len(a), len(b))-max(ComparedAtMost, min(len(a), len(b))))
	a, b = a[:min(len(a), ComparedAtMost)], b[:min(len(b), ComparedAtMost)]
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			substitution := diagonal
			if a[i] != b[j] {
				substitution++
			}
			diagonal = row[j+1]
			row[j+1] = min(substitution, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)] + beyond
}
