package source

import (
	"unicode/utf8"

	"s3cors/core"
	"s3cors/core/source/literal"
)

// The tokens of a program, for what its tree leaves out: where a name is bound and what is done with it. Comments are left out, and
// what stands in quotes is one token.

// token is a name, a text, a number, a bracket or another sign.
type token struct {
	start, end int32
	// pair is the bracket that belongs to a bracket, around the innermost one that is open; -1 without one.
	pair, around int32
	// kind is aName, aText, aNumber, or the sign itself.
	kind byte
	// line: it is the first of a line; in Python outside of brackets only.
	line bool
}

const (
	aName   = 'a'
	aText   = '"'
	aNumber = '0'
)

// longestProgram bounds the programs whose tokens are looked at.
const longestProgram = 1 << 20

// tokenizer reads the tokens of a program of JavaScript or Python.
type tokenizer struct {
	text     string
	isPython bool
	tokens   []token
	// at is behind what was read, open the innermost bracket, or -1.
	at, open int
	line     bool
	// broken: what is text and what is code cannot be told apart.
	broken bool
}

// tokensOf is nil for a program whose tokens are not certain.
func tokensOf(text string, language literal.Language) []token {
	if len(text) > longestProgram {
		return nil
	}
	t := &tokenizer{text: text, isPython: language == literal.Python, open: -1, line: true, tokens: make([]token, 0, 16+len(text)/4)}
	for t.at < len(text) && !t.broken {
		t.step()
	}
	if t.broken || t.isPython && t.open >= 0 { // There a line ends a statement only outside of brackets.
		return nil
	}
	return t.tokens
}

// step reads a token, or passes what is none.
func (t *tokenizer) step() {
	text, start := t.text, t.at
	t.at++
	switch b := text[start]; {
	case b == '\n':
		t.line = t.line || !t.isPython || t.open < 0
	case b <= ' ':
	case b >= 0x80 && foreignBlank(text[start:]) > 0:
		t.at = start + foreignBlank(text[start:])
	case b == '\\' && t.isPython:
		t.at = behind(text, start, "\n")
	case b == '#' && t.isPython, b == '/' && !t.isPython && core.HasPrefix(text[start:], "//"):
		t.at = lineEnd(text, start)
	case b == '/' && !t.isPython && core.HasPrefix(text[start:], "/*"):
		t.close(start+2, "*/")
	case b == '"' || b == '\'':
		t.quoted(start)
	case b == '`' && !t.isPython:
		t.template(start)
	case b == '(' || b == '[' || b == '{':
		t.add(start, b)
		t.open = len(t.tokens) - 1
	case b == ')' || b == ']' || b == '}':
		t.closing(start)
	case b == '_' || b == '$' || b|0x20-'a' < 26 || b >= 0x80 || b-'0' < 10:
		for t.at < len(text) && isNameByte(text[t.at]) && foreignBlank(text[t.at:]) == 0 {
			t.at++
		}
		kind := byte(aName)
		if b-'0' < 10 {
			kind = aNumber
		}
		t.add(start, kind)
	default:
		if b == '/' && !t.isPython && !t.endsOperand() {
			t.pattern(start)
		}
		t.add(start, b)
	}
}

//go:noinline
func isNameByte(b byte) bool {
	return b == '_' || b == '$' || b|0x20-'a' < 26 || b >= 0x80 || b-'0' < 10
}

// foreignBlank is the number of bytes of the blank that a text begins with, if it is none of ASCII's; otherwise 0.
//
//go:noinline
func foreignBlank(text string) int {
	if text[0] < utf8.RuneSelf {
		return 0
	}
	if point, width := utf8.DecodeRuneInString(text); literal.IsForeignBlank(point) {
		return width
	}
	return 0
}

//go:noinline
func lineEnd(text string, from int) int {
	if length := core.Index(text[from:], '\n'); length >= 0 {
		return from + length
	}
	return len(text)
}

//go:noinline
func (t *tokenizer) add(start int, kind byte) {
	t.tokens = append(t.tokens, token{start: int32(start), end: int32(t.at), pair: -1, around: int32(t.open), kind: kind, line: t.line})
	t.line = false
}

// close moves behind the sign that ends a comment or a text.
//
//go:noinline
func (t *tokenizer) close(from int, sign string) {
	length := core.IndexText(t.text[from:], sign)
	t.broken = length < 0
	t.at = from + length + len(sign)
}

// closing ends the innermost bracket, and the code in a template.
func (t *tokenizer) closing(start int) {
	b, open := t.text[start], t.open
	if open < 0 {
		return
	}
	opening := t.tokens[open].kind
	if opening == '`' && b == '}' {
		t.open = int(t.tokens[open].around)
		t.template(start)
		return
	}
	if b-opening > '}'-'{' { // It is of another sort: where blocks end is not certain.
		t.broken = true
		return
	}
	t.open = int(t.tokens[open].around)
	t.add(start, b)
	t.tokens[open].pair, t.tokens[len(t.tokens)-1].pair = int32(len(t.tokens)-1), int32(open)
}

// quoted passes a text. One without its end ends with its line, as an apostrophe in a page does.
func (t *tokenizer) quoted(start int) {
	text, quote := t.text, t.text[start]
	if t.isPython && start+2 < len(text) && text[start+1] == quote && text[start+2] == quote {
		for t.at = start + 3; ; t.at++ {
			if t.at+2 >= len(text) {
				t.broken = true
				return
			}
			if text[t.at] == '\\' {
				t.at++
			} else if text[t.at] == quote && text[t.at+1] == quote && text[t.at+2] == quote {
				break
			}
		}
		t.at += 3
	} else {
		for t.at < len(text) && text[t.at] != quote && text[t.at] != '\n' {
			if text[t.at] == '\\' {
				t.at++
				if t.at+1 < len(text) && text[t.at] == '\r' {
					t.at++
				}
			}
			t.at++
		}
		t.at = min(t.at, len(text))
		if t.at < len(text) && text[t.at] == quote {
			t.at++
		}
	}
	t.add(start, aText)
}

// template passes a template string up to its end or to the code in it.
func (t *tokenizer) template(start int) {
	text := t.text
	for t.at = start + 1; t.at < len(text); t.at++ {
		switch text[t.at] {
		case '`':
			t.at++
			t.add(start, aText)
			return
		case '\\':
			t.at++
		case '$':
			if t.at+1 < len(text) && text[t.at+1] == '{' {
				t.at += 2
				t.add(start, '`')
				t.open = len(t.tokens) - 1
				return
			}
		}
	}
	t.broken = true
}

// endsOperand says whether a slash behind the last token divides. Otherwise a regular expression begins with it.
func (t *tokenizer) endsOperand() bool {
	if len(t.tokens) == 0 {
		return false
	}
	last := &t.tokens[len(t.tokens)-1]
	if last.kind == aName {
		return !isOneOf(" return typeof case in of do else ", t.text[last.start:last.end])
	}
	return core.Index("0\")]}", last.kind) >= 0
}

// pattern passes a regular expression, if it ends in its line.
func (t *tokenizer) pattern(start int) {
	text, inClass := t.text, false
	for i := start + 1; i < len(text) && text[i] != '\n'; i++ {
		switch text[i] {
		case '\\':
			i++
		case '[':
			inClass = true
		case ']':
			inClass = false
		case '/':
			if !inClass {
				t.at = i + 1
				return
			}
		}
	}
}

// isOneOf says whether a word stands in a list of words with blanks around them.
//
//go:noinline
func isOneOf(list, word string) bool {
	for i := 0; i+len(word) < len(list); i++ {
		if list[i] == ' ' && list[i+1+len(word):] != "" && list[i+1+len(word)] == ' ' && list[i+1:i+1+len(word)] == word {
			return true
		}
	}
	return false
}
