// Package literal reads JSON, and what people write in its place, into a tree with
// the place of every value.
//
// A text is always read to its end. What leaves JSON but can only be meant in one
// way (comments, trailing commas, single quotes) is read as meant and reported as relaxed; what
// cannot be read on is reported with what was expected, and reading goes on behind it. A text without
// problems is JSON as RFC 8259 defines it, so the same reader serves where JSON alone is
// wanted: the caller checks that there are none.
//
// The work and the memory are linear in the size of the text. Depth, the number of values and the
// number of problems are bounded.
package literal

import "s3cors/core"

// The bounds of what is read. What follows is reported and left out.
const (
	// MaxDepth is the number of brackets that may be open at once.
	MaxDepth = 64
	// MaxValues is the number of values and keys in one text.
	MaxValues = 1 << 18
	// MaxProblems is the number of problems of each sort, relaxed and syntax, that are told one by one.
	MaxProblems = 100
)

// Kind says what a node is.
type Kind uint8

// The kinds of nodes.
const (
	// Missing is a value that should stand there and does not.
	Missing Kind = iota
	Object
	List
	String
	// Number is a number in decimal notation. Its text is kept as written.
	Number
	// Word is a text without quotes that is none of the words below.
	Word
	True
	False
	// Null is null, None or undefined.
	Null
	// Key is a member of an object, in a program also a keyword argument and what is assigned or declared: it
	// is named as it is written (rules, this.cors). Its value is the next node, Missing at the least.
	Key
	// Expression is a value that is code: process.env.X, var.x, 24 * 3600, a + b, a call with more behind it, a
	// template string, what is spread into an object or list (...x, **x), a heredoc, a string with an escape that is
	// not read. Its text is its source, of a string without the quotes. It holds the calls, objects, lists and keys in it
	// that were found, as a program does.
	Expression
	// Call is name(...) or new Name(...), a block of HCL: name "label" { ... }, or a tag of YAML: !Sub x. Its text is what is
	// called, as written but without new: s3.put_bucket_cors, PutBucketCorsCommand, cors_rule, !Sub; in a chain what
	// follows the call before: .put. Its span begins there. It holds its arguments: values, and keys for those with
	// names. A block holds its labels, which are strings, and its body, an object. Blocks and methods stand among
	// the members of objects.
	Call

	// The other tokens of a text, which are no nodes. A closing bracket is its opening one and closing.
	anything
	closeObject
	closeList
	closeParenthesis
	parenthesis
	semicolon
	assign
	arrow
	question
	colon
	comma
	blank
	foreignBlank
	slash

	closing = closeObject - Object
)

var kindNames = [...]string{"nothing", "an object", "a list", "a text", "a number", "a text", "true", "false", "null",
	"a member", "an expression", "a call"}

// String names the kind of a value in a sentence: "an object".
func (k Kind) String() string { return kindNames[k] }

const noText = -1

// Node is a value, or the key of a member.
type Node struct {
	Kind Kind
	// The bytes of the quotes around a string: 1 for ", 3 for a typographic quote, 0 for one that is missing.
	opening, closing uint8
	// flaw is what is to be told of a token if it is a value.
	flaw Code
	// Start and End bound it in the text: a string with its quotes, an object or list with its brackets.
	Start, End int32
	// behind is the index behind all that the node holds; as long as it is open, that of the one around it.
	behind int32
	// decoded is the place of its text in Tree.decoded, from 1; 0 if the source has it as it stands; noText less the number
	// of bytes of what is called.
	decoded int32
}

// Span is the whole of a node.
func (n *Node) Span() core.Span { return core.Span{Start: int(n.Start), End: int(n.End)} }

// Inner is the span of a string or key without its quotes, and the whole span of anything else.
func (n *Node) Inner() core.Span {
	return core.Span{Start: int(n.Start) + int(n.opening), End: int(n.End) - int(n.closing)}
}

// Tree is a text that was read.
type Tree struct {
	Text string
	// Nodes holds each node before those in it. What a node holds begins behind it, and goes on, from each node
	// to the one Behind it, as far as the node's own Behind.
	Nodes []Node
	// Root is the index of the value of the text. Members that stand in the text without braces around them
	// are an object, values with commas between them a list. All that an object holds is keys; one is empty where
	// a bracket stands in its place.
	Root int
	// Problems tell where the text leaves JSON. It is empty if and only if the text is JSON.
	Problems []Problem
	decoded  []string
}

// Behind is the index of the node behind one with all that it holds, and behind the value of a key.
//
//go:noinline
func (t *Tree) Behind(node int) int {
	if t.Nodes[node].Kind == Key {
		node++
	}
	return int(t.Nodes[node].behind)
}

// TextOf is what a string or a key says, with its escapes decoded; of a number and of a word, what is
// written. A lone surrogate escape (\ud800) is kept in its three bytes of generalised UTF-8, and
// so are bytes that are not UTF-8.
func (t *Tree) TextOf(node int) string { return t.textOf(&t.Nodes[node]) }

//go:noinline
func (t *Tree) textOf(n *Node) string {
	if n.decoded > 0 {
		return t.decoded[n.decoded-1]
	}
	if n.decoded < 0 {
		return t.Text[n.Start : n.Start-n.decoded+noText]
	}
	return t.Text[int(n.Start)+int(n.opening) : int(n.End)-int(n.closing)]
}
