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

// The bounds of what is read. What lies beyond is reported and left out.
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
	// Number is a number in decimal notation, or NaN or Infinity. Its text is kept as written.
	Number
	// Word is a text without quotes that is none of the words below.
	Word
	True
	False
	// Null is null, None or undefined.
	Null
)

var kindNames = [...]string{"nothing", "an object", "a list", "a text", "a number", "a word", "true", "false", "null"}

// String names the kind in a sentence: "an object".
func (k Kind) String() string { return kindNames[k] }

// Node is one value.
type Node struct {
	Kind Kind
	// The bytes of the quotes around a string: 1 for ", 3 for a typographic quote, 0 for one that is missing.
	opening, closing uint8
	// Span is the whole value: a string with its quotes, an object or list with its brackets.
	Span core.Span
	// Text is what a string says, with its escapes decoded; of a number and of a word, what is
	// written. A lone surrogate escape (\ud800) is kept in its three bytes of generalised UTF-8, and
	// so are bytes that are not UTF-8.
	Text string
	// Items are the values of a list. An object has items where values stand in it without a key.
	Items []Node
	// Members are the members of an object in their order, repeated keys included.
	Members []Member
}

// Member is a key of an object with its value.
type Member struct {
	// Key is the key's text, decoded.
	Key string
	// KeySpan is the key with its quotes.
	KeySpan          core.Span
	opening, closing uint8
	Value            Node
}

// Inner is the span of a string without its quotes, and the whole span of any other value.
func (n *Node) Inner() core.Span {
	return core.Span{Start: n.Span.Start + int(n.opening), End: n.Span.End - int(n.closing)}
}

// KeyInner is the span of the key without its quotes.
func (m *Member) KeyInner() core.Span {
	return core.Span{Start: m.KeySpan.Start + int(m.opening), End: m.KeySpan.End - int(m.closing)}
}

// Member is the value of the last member with that key, or nil if there is none or the
// node is no object.
func (n *Node) Member(key string) *Node {
	for i := len(n.Members) - 1; i >= 0; i-- {
		if n.Members[i].Key == key {
			return &n.Members[i].Value
		}
	}
	return nil
}

// Tree is a text that was read.
type Tree struct {
	Text string
	// Root is the value of the text. Members that stand in the text without braces around them
	// are an object, values with commas between them a list.
	Root Node
	// Problems tell where the text leaves JSON. It is empty if and only if the text is JSON.
	Problems []Problem
}
