package literal

// Code says what a problem is.
type Code uint8

// Where a text leaves JSON and is read as meant (relaxed).
const (
	NoProblem Code = iota
	// ControlCharacter is an unescaped control character in a string; the first in the text is told.
	ControlCharacter
	// ForeignSpace is white space that JSON does not know, such as a no-break space or a byte order
	// mark; the first in the text is told.
	ForeignSpace
	// NotUTF8 is a byte that is not UTF-8; the first in the text is told.
	NotUTF8
	// Comment is a comment: //, # or /* */.
	Comment
	// ExtraComma is a comma that does not stand between two values, like the one before a closing bracket.
	ExtraComma
	// MissingComma stands for the comma that is missing before the value at the span.
	MissingComma
	SingleQuotes
	TypographicQuotes
	// Unquoted is a key or a text without quotes.
	Unquoted
	// ForeignWord is True, False, None or undefined.
	ForeignWord
	// NumberForm is a number that JSON writes otherwise: +1, .5, 1., 007.
	NumberForm
	// UnknownEscape is an escape that JSON does not have; the character stands for itself.
	UnknownEscape
	// WantsQuotes is a text that YAML takes for something else unless it stands in quotes.
	WantsQuotes
	// UnknownAlias is *name in YAML where no anchor has that name, and a lone *.
	UnknownAlias
	// TabIndent is a tab before the first word of a line in YAML.
	TabIndent
	// Unfilled is a value without quotes that is filled in before the text is JSON: ${X}, $X, $(...), {{ x }}. It is an Expression.
	Unfilled
	// MoreRelaxed says that there are more problems of this sort than MaxProblems.
	MoreRelaxed

	// Syntax: the text cannot be read on as it stands.

	// Unexpected is anything that cannot stand where it stands.
	Unexpected
	// Unclosed is a bracket that is not closed where it has to be; Opened is the node.
	Unclosed
	// UnclosedString is a string without its closing quote; it is taken to end with its line.
	UnclosedString
	// UnclosedComment is a comment without its end.
	UnclosedComment
	// Indentation is a line of YAML that stands neither below the others around it nor inside one of them.
	Indentation
	// TooDeep is a value beyond MaxDepth; the rest of the text is left out.
	TooDeep
	// TooMany stands where MaxValues is reached; the rest of the text is left out.
	TooMany
	// MoreSyntax says that there are more problems of this sort than MaxProblems.
	MoreSyntax
)

// IsRelaxed says whether the text was read as it is meant.
func (c Code) IsRelaxed() bool { return c <= MoreRelaxed }

// Expected is what could have stood in the place of something unexpected.
type Expected uint8

// What is expected between brackets goes by the state: at the start, behind a value, behind a comma.
const (
	inList     Expected = 0
	inObject   Expected = 3
	inNothing  Expected = 6
	EndOfText           = inNothing + Expected(afterValue)
	aColon     Expected = 9
	aValue     Expected = 2
	aLeftBrace Expected = 10
	// EndOfLine is what YAML has behind a value that is not in brackets.
	EndOfLine Expected = 11
	// aCloser is what is expected in a program, where it goes by the bracket alone.
	aCloser Expected = 12
)

var expectedNames = [...]string{
	"a value or ]", "a comma or ]", "a value",
	"a key or }", "a comma or }", "a key",
	"a value", "the end of the text", "a value",
	":", "{", "the end of the line",
	"a comma or }", "a comma or ]", "a comma or )",
}

// String says in words what was expected.
func (e Expected) String() string { return expectedNames[e] }

// Problem is one place where the text leaves JSON.
type Problem struct {
	Code Code
	// Expected is what could have stood there, if something unexpected or the end of a bracket does.
	Expected Expected
	// AtEnd says that it is the end of the text that was not expected. The problem then stands at the last thing read.
	AtEnd      bool
	Start, End int32
	// Opened is the node that is not closed, or 0. In a program it is not told.
	Opened int32
}

// relax reports where the text leaves JSON and can be read as it is meant. In a program that is told of commas that are missing
// and of typographic quotes, which no language takes.
//
//go:noinline
func (p *parser) relax(code Code, start, end int) {
	if p.language != JSON && code < TooDeep && code != MissingComma && code != TypographicQuotes {
		return
	}
	if code <= NotUTF8 || code == TooDeep {
		if p.once&(1<<code) != 0 {
			return
		}
		p.once |= 1 << code
	}
	p.tell(Problem{Code: code, Start: int32(start), End: int32(end)})
}

// relaxToken reports the token.
//
//go:noinline
func (p *parser) relaxToken(code Code) { p.relax(code, int(p.token.Start), int(p.token.End)) }

// syntax reports the token, which cannot stand where it stands. Each is told once, and so is the end of the text.
//
//go:noinline
func (p *parser) syntax(code Code, expected Expected) {
	problem := Problem{Code: code, Expected: expected, Start: p.token.Start, End: p.token.End}
	switch {
	case p.token.Kind == Missing:
		if p.over {
			return
		}
		p.over = true
		problem.AtEnd, problem.Start, problem.End = true, p.lastStart, p.lastEnd
	case p.told == p.token.End:
		return
	}
	p.told = p.token.End
	if code == Unclosed {
		problem.Opened = int32(p.open)
	}
	p.tell(problem)
}

// tell lists a problem, up to their number.
//
//go:noinline
func (p *parser) tell(problem Problem) {
	count, more := &p.relaxed, MoreRelaxed
	if problem.Code > MoreRelaxed {
		count, more = &p.unreadable, MoreSyntax
	}
	*count++
	if *count > MaxProblems {
		if *count > MaxProblems+1 {
			return
		}
		problem.Code = more
	}
	p.Problems = append(p.Problems, problem)
}
