package literal

import (
	"runtime/debug"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

var languages = []Language{JavaScript, Python, HCL}

func TestDepthIsBoundedInPrograms(t *testing.T) {
	for _, language := range languages {
		for _, brackets := range []string{"[]", "{}", "()"} {
			at := ParseProgram("x = f("+strings.Repeat(brackets[:1], MaxDepth-1)+strings.Repeat(brackets[1:], MaxDepth-1)+")", language)
			assert.Zero(t, codes(at)[TooDeep], brackets)
			beyond := ParseProgram("x = f("+strings.Repeat(brackets[:1], MaxDepth)+strings.Repeat(brackets[1:], MaxDepth)+")\ny = [1]", language)
			assert.Equal(t, 1, codes(beyond)[TooDeep], brackets)
			assert.Contains(t, outline(beyond, 0), "y:[1]", "what follows is read")
		}
	}
}

func TestTheNumberOfValuesIsBoundedInPrograms(t *testing.T) {
	for _, language := range languages {
		tree := ParseProgram("x = ["+strings.Repeat("1,", MaxValues)+"]\ny = 1", language)
		assert.Equal(t, 1, codes(tree)[TooMany])
		assert.LessOrEqual(t, len(tree.Nodes), MaxValues+2)
	}
}

// pieces are what is hard in large numbers.
var pieces = strings.Split("[|]|{|}|(|)|\"|'|`|“|‘|,|:|;|=|?|!|#|/|-|*|.|<|>|\\|\x00|\xff|\n| |1|a|é|\"\\|/*|//|a:|://|{a:|[{|[\"|\"\n|'a\n|\"\\u|`${|`${`|${|\"${|\"${\"|\"${ a|f'{|f'|'''|"+
	"\"\"\"|'''a|a<|a<b,|<<A\n|<<A|=<<A\n|a(|a()|a().|.a()|a=|a={|a={b=|a[|a?b:|a ? |?.|=>|=>{|x=>(|for |[for |{for a in b:|a \"b\" {|a \"b\" |f({}) |f({})\n|/a|/[|/a\n|new | as |a as |a as {|...|'a' |'a'\n|"+
	"-1|1_|don't |a'|\\'|{} |{a}|{a |(a,|()|a!|/*a*/|a{|a{}|a\n{|([{|[a,|(a)=>|a:b=|\\\n|{a,|[a b|a as b|`a`|a\"b\"|f\"{\"|{{a}|<a>", "|")

// A quarter of a megabyte of anything gets an answer. Were the work not linear, this would take hours.
func TestMuchOfAnythingInAProgramIsAnswered(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(1 << 18)) // Nor does anything nest without a bound.
	for _, piece := range pieces {
		for i, before := range []string{"", "x = {a: [", "f(a, "} {
			tree := ParseProgram(before+strings.Repeat(piece, (1<<18)/len(piece)), languages[(i+len(piece))%len(languages)])
			assert.LessOrEqual(t, len(tree.Problems), 2*MaxProblems+4, "%q", piece)
			assert.LessOrEqual(t, len(tree.Nodes), MaxValues+MaxDepth+2, "%q", piece)
		}
	}
}
