package literal

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func codes(tree *Tree) map[Code]int {
	count := map[Code]int{}
	for _, problem := range tree.Problems {
		count[problem.Code]++
	}
	return count
}

func TestDepthIsBounded(t *testing.T) {
	atMost := Parse(strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth))
	assert.Empty(t, atMost.Problems)

	beyond := Parse("[1, " + strings.Repeat("[", MaxDepth) + "7" + strings.Repeat("]", MaxDepth) + ", 2]")
	assert.Equal(t, map[Code]int{TooDeep: 1}, codes(beyond))
	assert.Equal(t, "1", beyond.TextOf(items(beyond, beyond.Root)[0]), "what stands before it is read")

	mixed := Parse(strings.Repeat(`{"a":[`, MaxDepth/2+1) + strings.Repeat("]}", MaxDepth/2+1))
	assert.Equal(t, map[Code]int{TooDeep: 1}, codes(mixed))
}

func TestTheNumberOfProblemsIsBounded(t *testing.T) {
	assert.Equal(t, map[Code]int{SingleQuotes: MaxProblems}, codes(Parse("["+strings.Repeat("'',", MaxProblems-1)+"'']")))
	assert.Equal(t, map[Code]int{SingleQuotes: MaxProblems, MoreRelaxed: 1},
		codes(Parse("["+strings.Repeat("'',", MaxProblems)+"'']")))
	// A text full of single quotes must not hide that it cannot be read.
	assert.Equal(t, map[Code]int{SingleQuotes: MaxProblems, MoreRelaxed: 1, Unexpected: MaxProblems, MoreSyntax: 1},
		codes(Parse("["+strings.Repeat("'' ; ", 2*MaxProblems)+"]")))
}

func TestTheNumberOfValuesIsBounded(t *testing.T) {
	most := Parse("[" + strings.Repeat("1,", MaxValues-2) + "1]") // The list counts too.
	assert.Empty(t, most.Problems)
	assert.Len(t, items(most, most.Root), MaxValues-1)
	assert.Equal(t, map[Code]int{TooMany: 1}, codes(Parse("["+strings.Repeat("1,", MaxValues-1)+"1]")))

	keys := Parse("{" + strings.Repeat(`"a" `, MaxValues+10) + "}")
	assert.Len(t, items(keys, keys.Root), MaxValues/2, "each second text is the value of the first")
	assert.LessOrEqual(t, len(Parse("{"+strings.Repeat("a:,", 2*MaxValues)).Nodes), MaxValues+2)
}

// A megabyte of anything gets an answer, and the answer stays small. Were the work not linear, this
// would take hours.
func TestAMegabyteOfAnythingIsAnswered(t *testing.T) {
	for _, piece := range []string{
		"[", "]", "{", "}", "\"", "'", "“", "‘", ",", ":", "\\", "\"\\", "\x00", "\xff", "\xed\xa0\x80", "\xe2\x80", "/", "/*", "//", "#", "-", "*", "1",
		"a", "a:", "://", "a://", "{a:", "[{", "[\"", "\"\n", "\"a\n", "'\r\n", "\"\\u", "\"\\ud800", " ", "\u00A0", "\uFEFF", "\n", "a ", "\"\" ", "[] ", "[],", "{},",
		"{\"a\":", "\"a\" :", "\"a\"\n\n:", "=", "; ", "(", "\"]\n", "\"\n\"", "${", "$(", "$a${", "$a ", "{{a", "{{a}}", "$('",
	} {
		for _, text := range []string{
			strings.Repeat(piece, 1<<20/len(piece)),
			"{\"a\":[" + strings.Repeat(piece, 1<<18/len(piece)),
		} {
			tree := Parse(text)
			if strings.Trim(piece, "1a-* \n") != "" {
				assert.NotEmpty(t, tree.Problems, "%q", piece)
			}
			assert.LessOrEqual(t, len(tree.Problems), 2*MaxProblems+4, "%q", piece)
		}
	}
}
