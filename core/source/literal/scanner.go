package literal

import (
	"unicode/utf8"

	"s3cors/core"
)

const w = Word

// classes says what may begin with a byte of ASCII. "*" stands in words, since it is the most frequent value of all.
var classes = [utf8.RuneSelf]Kind{
	anything, anything, anything, anything, anything, anything, anything, anything,
	anything, blank, blank, foreignBlank, foreignBlank, blank, anything, anything,
	anything, anything, anything, anything, anything, anything, anything, anything,
	anything, anything, anything, anything, anything, anything, anything, anything,
	' ': blank, '!': anything, '"': String, '#': slash, '$': w, '%': anything, '&': anything, '\'': String,
	'(': anything, ')': anything, '*': w, '+': w, ',': comma, '-': w, '.': w, '/': slash,
	'0': w, w, w, w, w, w, w, w, w, w,
	':': colon, ';': anything, '<': anything, '=': anything, '>': anything, '?': anything,
	'@': w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w,
	'[': List, '\\': anything, ']': closeList, '^': anything, '_': w, '`': anything,
	'a': w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w, w,
	'{': Object, '|': anything, '}': closeObject, '~': anything, 0x7F: anything,
}

// class says what may begin at a place, and the number of bytes of the character that stands there.
//
//go:noinline
func (p *parser) class(at int) (kind Kind, width int) {
	if c := p.Text[at]; c < utf8.RuneSelf {
		return classes[c], 1
	}
	point, width := utf8.DecodeRuneInString(p.Text[at:])
	switch {
	case width == 1:
		p.relax(NotUTF8, at, at+1)
	case point&^7 == 0x2018: // ‘ ’ ‚ ‛ “ ” „ ‟
		return String, width
	case IsForeignBlank(point):
		return foreignBlank, width
	}
	return Word, width
}

// IsForeignBlank says whether a character is a blank that web pages and word processors leave in copied text.
//
//go:noinline
func IsForeignBlank(point rune) bool {
	return point == 0x85 || point == 0xA0 || point == 0xFEFF || point == 0x3000 ||
		point&^0xF == 0x2000 || point&^7 == 0x2028 || point&^7 == 0x2060 || point == 0x205F
}

// comment passes a comment, if there is one.
func (p *parser) comment() bool {
	text, start := p.Text, p.pos
	end, block := start+1, false
	if text[start] == '/' {
		if end == len(text) || text[end] != '/' && text[end] != '*' {
			return false
		}
		block = text[end] == '*'
		end++
	}
	for ; ; end++ {
		if end == len(text) {
			if block {
				p.tell(Problem{Code: UnclosedComment, Start: int32(start), End: int32(end)})
			}
			break
		}
		c := text[end]
		if !block && (c == '\n' || c == '\r') {
			break
		}
		if block && c == '/' && text[end-1] == '*' && end > start+2 {
			end++
			break
		}
	}
	p.relax(Comment, start, end)
	p.pos = end
	return true
}

// isKey says whether the token is followed by a colon, or the equals sign of HCL, and can be the key of a member.
func (p *parser) isKey() bool {
	if p.token.Kind < String || p.token.Kind > Null {
		return false
	}
	for i := p.pos; i < len(p.Text); i++ {
		if c := p.Text[i]; c >= utf8.RuneSelf || classes[c] != blank {
			return c == ':' || c == '=' && p.language == HCL
		}
	}
	return false
}

// wordUse is what a word of the languages means to where an item of a program ends.
type wordUse uint8

const (
	// anOperator: behind it stands an operand, so what follows is no division and no subscription.
	anOperator wordUse = 1 << iota
	// aJoiner joins two lines.
	aJoiner
	aFor
	// aPrefix belongs to the operand behind it.
	aPrefix
	anAs
)

// words are the words that are no texts, and those of programs.
var words = [...]struct {
	text string
	kind Kind
	flaw Code
	use  wordUse
}{
	{"true", True, NoProblem, 0}, {"false", False, NoProblem, 0}, {"null", Null, NoProblem, 0},
	{"True", True, ForeignWord, 0}, {"False", False, ForeignWord, 0}, {"None", Null, ForeignWord, 0}, {"undefined", Null, ForeignWord, 0},
	{"if", w, Unquoted, anOperator}, {"in", w, Unquoted, anOperator | aJoiner}, {"of", w, Unquoted, anOperator | aJoiner},
	{"as", w, Unquoted, anOperator | aJoiner | anAs}, {"or", w, Unquoted, anOperator}, {"and", w, Unquoted, anOperator}, {"not", w, Unquoted, anOperator},
	{"for", w, Unquoted, aFor}, {"new", w, Unquoted, anOperator | aPrefix}, {"from", w, Unquoted, anOperator | aJoiner},
	{"await", w, Unquoted, anOperator | aPrefix}, {"yield", w, Unquoted, anOperator}, {"return", w, Unquoted, anOperator}, {"typeof", w, Unquoted, anOperator},
	{"lambda", w, Unquoted, anOperator}, {"default", w, Unquoted, anOperator}, {"extends", w, Unquoted, anOperator | aJoiner},
	{"satisfies", w, Unquoted, anOperator | aJoiner | anAs},
	{"implements", w, Unquoted, anOperator | aJoiner}, {"instanceof", w, Unquoted, anOperator | aJoiner},
}

// known is the index of one of the words, or -1.
//
//go:noinline
func known(word string) int {
	if len(word) <= len("instanceof") {
		for i := range words {
			if words[i].text == word {
				return i
			}
		}
	}
	return -1
}

// run takes a word or a number, or a run of what has no place in a literal. An origin without quotes is
// one word, although it holds a colon and what looks like a comment.
func (p *parser) run() {
	t := &p.token
	kind, origin := t.Kind, false
	for p.pos < len(p.Text) {
		next, width := p.class(p.pos)
		if next != kind {
			if kind == anything || next != colon && next != slash || p.Text[p.pos] == '#' {
				break
			}
			if !origin && !core.HasPrefix(p.Text[p.pos:], "://") {
				break
			}
			origin = true
		}
		p.pos += width
	}
	if kind == anything {
		return
	}
	word := p.Text[t.Start:p.pos]
	if t.flaw = decimal(word); t.flaw != Unquoted {
		t.Kind = Number
	}
	if i := known(word); i >= 0 {
		t.Kind, t.flaw = words[i].kind, words[i].flaw
	}
}

// decimal is NoProblem for a number as JSON writes it (RFC 8259, section 6), NumberForm for one in a form near it,
// and Unquoted for anything else.
func decimal(word string) Code {
	flaw := NoProblem
	i := 0
	if word[0] == '-' || word[0] == '+' {
		i = 1
		if word[0] == '+' {
			flaw = NumberForm
		}
	}
	start := i
	i = digits(word, i)
	count := i - start
	if count == 0 || count > 1 && word[start] == '0' {
		flaw = NumberForm
	}
	if i < len(word) && word[i] == '.' {
		start = i + 1
		i = digits(word, start)
		if i == start {
			flaw = NumberForm
		}
		count += i - start
	}
	if count > 0 && i < len(word) && word[i]|0x20 == 'e' {
		i++
		if i < len(word) && (word[i] == '-' || word[i] == '+') {
			i++
		}
		start = i
		i = digits(word, i)
		count = i - start
	}
	if count == 0 || i < len(word) {
		return Unquoted
	}
	return flaw
}

// digits is the end of the digits from a place on.
//
//go:noinline
func digits(text string, i int) int {
	for i < len(text) && text[i]-'0' < 10 {
		i++
	}
	return i
}
