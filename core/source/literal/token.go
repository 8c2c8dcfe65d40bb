package literal

import (
	"unicode/utf8"

	"s3cors/core"
)

// scan moves to the next token of a program.
//
//go:noinline
func (p *program) scan() {
	text, last := p.Text, &p.token
	p.before, p.lastStart, p.lastEnd = last.Kind, last.Start, last.End
	p.operand = last.Kind >= String && last.Kind <= Null || last.Kind == Expression ||
		last.Kind >= closeObject && last.Kind <= closeParenthesis
	if p.word&anOperator != 0 {
		p.operand = false
	}
	p.newline, p.word = false, 0
	for p.pos < len(text) {
		start := p.pos
		c := text[start]
		kind, width := p.class(start)
		switch {
		case kind == blank || kind == foreignBlank:
			if c == '\n' || c == '\r' {
				p.newline = true
			}
			p.pos += width
			continue
		case kind == slash && p.isComment() && p.comment():
			continue
		case c == '\\' && p.pos+1 < len(text) && core.Index("\r\n", text[p.pos+1]) >= 0:
			p.pos += 2 // The line goes on.
			if p.pos < len(text) && text[p.pos] == '\n' && text[p.pos-1] == '\r' {
				p.pos++
			}
			continue
		case c == '!' && p.operand && p.language == JavaScript && (p.pos+1 == len(text) || text[p.pos+1] != '='):
			p.pos++ // It says to TypeScript that there is a value.
			continue
		}
		p.token = Node{Kind: kind, Start: int32(start)}
		p.pos += width
		switch {
		case kind == String && c < utf8.RuneSelf, c == '`' && p.language == JavaScript:
			p.pos = start
			p.text("")
		case kind == String:
			p.quoted()
		case kind == Word && p.begins(start):
			p.name()
			return
		case kind == Word, kind == anything, kind == slash, kind == colon:
			p.operator()
		}
		p.token.End = int32(p.pos)
		return
	}
	p.token = Node{Start: int32(p.pos), End: int32(p.pos)}
}

// isComment says whether what begins with a slash or a hash may be a comment. In JavaScript a hash with a name behind it is
// a private name; in Python two slashes divide.
func (p *program) isComment() bool {
	isHash := p.Text[p.pos] == '#'
	switch p.language {
	case JavaScript:
		return !isHash || p.pos+1 < len(p.Text) && classes[p.Text[p.pos+1]&0x7F] != Word
	case Python:
		return isHash
	}
	return true
}

// begins says whether a name or a number begins at a place where a byte of words stands.
func (p *program) begins(at int) bool {
	switch c := p.Text[at]; c {
	case '*':
		return false
	case '+', '-', '.':
		// A sign belongs to a number if it cannot be an operator.
		next := at + 1
		if c != '.' && next < len(p.Text) && p.Text[next] == '.' {
			next++
		}
		if c != '.' && p.operand || next >= len(p.Text) {
			return false
		}
		c = p.Text[next]
		return c-'0' < 10 || p.Text[at] == '.' && (c|0x20-'a' < 26 || c == '_' || c == '#')
	}
	return true
}

// wordUse is what a word of the languages means to where an item ends.
type wordUse uint8

const (
	// anOperator: behind it stands an operand, so what follows is no division and no subscription.
	anOperator wordUse = 1 << iota
	// aJoiner joins two lines.
	aJoiner
	// aColonWord has a colon if it begins a statement, and aLambda wherever it stands.
	aColonWord
	aLambda
	aFor
	// aPrefix belongs to the operand behind it.
	aPrefix
	anAs
)

// wordUses are in the order of their lengths.
var wordUses = [...]struct {
	text string
	use  wordUse
}{
	{"if", anOperator | aColonWord}, {"in", anOperator | aJoiner}, {"of", anOperator | aJoiner}, {"as", anOperator | aJoiner | anAs}, {"or", anOperator},
	{"is", anOperator}, {"and", anOperator}, {"not", anOperator}, {"for", aColonWord | aFor}, {"new", anOperator | aPrefix}, {"try", aColonWord},
	{"case", anOperator | aColonWord}, {"else", anOperator | aColonWord}, {"elif", anOperator | aColonWord}, {"from", anOperator | aJoiner},
	{"with", aColonWord}, {"void", anOperator}, {"await", anOperator | aPrefix}, {"class", aColonWord}, {"throw", anOperator}, {"yield", anOperator},
	{"while", anOperator | aColonWord}, {"assert", anOperator}, {"delete", anOperator}, {"except", aColonWord}, {"lambda", anOperator | aLambda},
	{"return", anOperator}, {"typeof", anOperator}, {"default", anOperator}, {"extends", anOperator | aJoiner}, {"finally", aColonWord},
	{"satisfies", anOperator | aJoiner | anAs}, {"implements", anOperator | aJoiner}, {"instanceof", anOperator | aJoiner},
}

// name takes a name with all that is behind its points, or a number.
func (p *program) name() {
	text, start, token := p.Text, int(p.token.Start), &p.token
	number := text[p.pos-1]-'0' < 10 || core.Index("+-.", text[start]) >= 0 && p.pos < len(text) && core.Index("0123456789.", text[p.pos]) >= 0
	p.pos = start
	if number {
		p.pos++
	}
	for ; p.pos < len(text); p.pos++ {
		c := text[p.pos]
		if c >= utf8.RuneSelf {
			kind, width := p.class(p.pos)
			if kind != Word && (kind != String || !p.isApostrophe(width)) {
				break
			}
			p.pos += width - 1
			continue
		}
		if classes[c] == Word && c != '*' && c != '+' && (c != '-' || p.language == HCL && !number) {
			continue
		}
		next := byte(0)
		if p.pos+1 < len(text) {
			next = text[p.pos+1]
		}
		switch {
		case number && (c == '+' || c == '-') && text[p.pos-1]|0x20 == 'e' && next-'0' < 10 && text[start+1]|0x20 != 'x':
		case (c == '?' || c == '!') && next == '.' && p.language == JavaScript && p.begins(p.pos+1):
		case c == '\'' && p.isApostrophe(1):
		case c == '#' && text[p.pos-1] == '.' && p.language == JavaScript:
		default:
			goto end
		}
	}
end:
	word := text[start:p.pos]
	token.End = int32(p.pos)
	if number {
		plain := word
		if core.Index(word, '_') >= 0 {
			plain = without(word, '_')
			p.keep(token, plain)
		}
		token.Kind = Number
		if decimal(plain) == Unquoted {
			token.Kind, token.decoded = Expression, 0
		}
		return
	}
	if len(word) <= len("instanceof") {
		for i := range words {
			if words[i].text == word {
				token.Kind = words[i].kind
			}
		}
		for i := 0; i < len(wordUses) && len(wordUses[i].text) <= len(word); i++ {
			if wordUses[i].text == word {
				p.word = wordUses[i].use
			}
		}
	}
	if p.pos == len(text) {
		return
	}
	switch c := text[p.pos]; p.language {
	case Python:
		if (c == '"' || c == '\'') && isPrefix(word) {
			p.text(word)
			token.End = int32(p.pos)
		}
	case JavaScript:
		if c == '<' {
			p.typeArguments()
		} else if (c == '?' || c == '!') && p.pos+1 < len(text) && text[p.pos+1] == ':' {
			p.pos++ // name?: Type
		}
	}
}

// isApostrophe says whether the quote at the end of a word is one inside a word of prose.
func (p *program) isApostrophe(width int) bool {
	next := p.pos + width
	return next < len(p.Text) && p.Text[next]|0x20-'a' < 26 &&
		(p.language != Python || !isPrefix(p.Text[p.token.Start:p.pos]))
}

// isPrefix says whether a word can stand before a string of Python.
func isPrefix(word string) bool {
	if len(word) > 2 {
		return false
	}
	for i := range len(word) {
		if core.Index("rbfuRBFU", word[i]) < 0 {
			return false
		}
	}
	return true
}

//go:noinline
func without(text string, b byte) string {
	var left []byte
	for i := range len(text) {
		if text[i] != b {
			left = append(left, text[i])
		}
	}
	return string(left)
}

// typeArguments passes <Type, Type[]> behind a name.
func (p *program) typeArguments() {
	open := 0
	for i := p.pos; i < len(p.Text) && p.wasted <= len(p.Text); i++ {
		switch c := p.Text[i]; {
		case c == '<':
			open++
		case c == '>' && p.Text[i-1] != '=':
			open--
			if open == 0 {
				p.pos = i + 1
				return
			}
		case c >= utf8.RuneSelf || classes[c] != Word && core.Index(" ,[]|&'\":?{}=>", c) < 0 || c == '&' && p.Text[i-1] == '&':
			return
		}
		p.wasted++
	}
}

// operator takes what is neither a name nor a literal nor a bracket.
func (p *program) operator() {
	text, token := p.Text, &p.token
	at := int(token.Start)
	c := text[at]
	next := byte(0)
	if p.pos < len(text) {
		next = text[p.pos]
	}
	token.Kind = anything
	switch c {
	case '(':
		token.Kind = parenthesis
		return
	case ')':
		token.Kind = closeParenthesis
		return
	case ';':
		token.Kind = semicolon
		return
	case ':':
		if next != ':' && next != '=' {
			token.Kind = colon
			return
		}
	case '=':
		if next == '>' {
			token.Kind = arrow
			p.pos++
			return
		}
		if next != '=' {
			token.Kind = assign
			return
		}
	case '?':
		if next != '?' && next != '.' {
			token.Kind = question
			return
		}
	case '/':
		if p.language == JavaScript && !p.operand && p.expression() {
			return
		}
	case '<':
		if p.language == HCL && next == '<' && p.heredoc() {
			return
		}
	}
	for p.pos < len(text) && (text[p.pos] == c || text[p.pos] == '=') {
		p.pos++
	}
}

// expression takes a regular expression, which ends on its line.
func (p *program) expression() bool {
	inClass := false
	for i := p.pos; i < len(p.Text) && p.wasted <= len(p.Text); i++ {
		switch c := p.Text[i]; c {
		case '\\':
			i++
		case '[', ']':
			inClass = c == '['
		case '\n', '\r':
			return false
		case '/':
			if inClass {
				continue
			}
			for i++; i < len(p.Text) && p.Text[i]|0x20-'a' < 26; i++ {
			}
			p.pos = i
			p.token.Kind = Expression
			return true
		}
		p.wasted++
	}
	return false
}
