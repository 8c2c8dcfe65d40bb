package literal

import "s3cors/core"

// Code says what a problem is.
type Code uint8

// Where a text leaves JSON and is read as meant (relaxed).
const (
	NoProblem Code = iota
	// Comment is a comment: //, # or /* */.
	Comment
	// TrailingComma is a comma before a closing bracket or the end of the text.
	TrailingComma
	// ExtraComma is a comma without a value before it.
	ExtraComma
	// MissingComma stands for the comma that is missing before the value at the span.
	MissingComma
	SingleQuotes
	TypographicQuotes
	UnquotedKey
	// UnquotedText is a text without quotes.
	UnquotedText
	// ForeignWord is True, False, None or undefined.
	ForeignWord
	// NumberForm is a number that JSON writes otherwise: +1, .5, 1., 007, NaN, Infinity.
	NumberForm
	// UnknownEscape is an escape that JSON does not have; the character stands for itself.
	UnknownEscape
	// ControlCharacter is an unescaped control character in a string; the first in each string is told.
	ControlCharacter
	// ForeignSpace is white space that JSON does not know, such as a no-break space; the first is told.
	ForeignSpace
	ByteOrderMark
	// NotUTF8 is a byte that is not UTF-8; the first in each string or word is told.
	NotUTF8
	// MoreRelaxed says that there are more problems of this sort than MaxProblems.
	MoreRelaxed

	// Syntax: the text cannot be read on as it stands. Expected and Found say why.

	// Unexpected is anything that cannot stand where it stands.
	Unexpected
	// Unclosed is a bracket that is not closed where it has to be; Opened is its place.
	Unclosed
	// UnclosedString is a string without its closing quote; it is taken to end with its line.
	UnclosedString
	// UnclosedComment is a comment without its end.
	UnclosedComment
	// TooDeep is a value beyond MaxDepth; it is left out.
	TooDeep
	// TooMany stands where MaxValues is reached; the rest of the text is left out.
	TooMany
	// MoreSyntax says that there are more problems of this sort than MaxProblems.
	MoreSyntax
)

// IsRelaxed says whether the text was read as it is meant.
func (c Code) IsRelaxed() bool { return c <= MoreRelaxed }

// Problem is one place where the text leaves JSON. Its text is text[Span.Start:Span.End]; at the
// end of the text that is the last thing read.
type Problem struct {
	Code Code
	Span core.Span
	// Expected says in words what could have stood there; "" for a relaxed problem.
	Expected string
	// Found is what stands there, as it is written, or in words ("the end of the text").
	Found string
	// Opened is the place of the opening bracket, if one is not closed.
	Opened core.Span
}

const endOfText = "the end of the text"

// problems gathers problems up to their number.
type problems struct {
	list            []Problem
	relaxed, syntax int
}

func (p *problems) add(problem Problem) {
	count, more := &p.relaxed, MoreRelaxed
	if !problem.Code.IsRelaxed() {
		count, more = &p.syntax, MoreSyntax
	}
	*count++
	switch {
	case *count <= MaxProblems:
		p.list = append(p.list, problem)
	case *count == MaxProblems+1:
		p.list = append(p.list, Problem{Code: more, Span: problem.Span})
	}
}
