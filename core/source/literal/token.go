package literal

import (
	"s3cors/core"
)

// scan moves to the next token.
//
//go:noinline
func (p *parser) scan() {
	text, last := p.Text, &p.token
	p.before, p.lastStart, p.lastEnd = last.Kind, last.Start, last.End
	p.operand = p.use&anOperator == 0 && (last.Kind >= String && last.Kind <= Null || last.Kind == Expression ||
		last.Kind >= closeObject && last.Kind <= closeParenthesis)
	p.newline, p.use = false, 0
	isCode := p.language != JSON
	for p.pos < len(text) {
		start := p.pos
		kind, width := p.class(start)
		c := text[start]
		p.pos += width
		next := p.next()
		switch {
		case kind == foreignBlank:
			p.relax(ForeignSpace, start, p.pos)
			continue
		case kind == blank, c == '\\' && isCode: // Behind a backslash the line goes on.
			p.newline = p.newline || c == '\n' && !core.HasSuffix(text[:start], "\\") && !core.HasSuffix(text[:start], "\\\r") || c == '\r' && next != '\n'
			continue
		case kind == slash && p.isComment(c == '#', next):
			p.pos = start
			if p.comment() {
				continue
			}
			p.pos++
			kind = anything
		case kind == slash:
			kind = anything
		case !isCode:
		case c == '!' && next != '=' && p.operand && p.language == JavaScript:
			continue // It says to TypeScript that there is a value.
		case c == '`' && p.language == JavaScript:
			kind = String
		case c == '*', (c == '+' || c == '-') && (p.operand || next-'0' >= 10 && next != '.'), c == '.' && next == '.':
			kind = anything
		}
		p.token = Node{Kind: kind, Start: int32(start)}
		switch {
		case kind == String:
			p.quoted()
		case !isCode && (c == '$' || c == '{' && next == '{') && p.expansion():
		case !isCode:
			if kind == Word || kind == anything {
				p.run()
			}
		case kind == Word:
			p.name()
			return
		case kind == anything, kind == colon:
			p.operator(c, next)
		}
		p.token.End = int32(p.pos)
		return
	}
	p.token = Node{Start: int32(p.pos), End: int32(p.pos)}
}

// next is the byte behind what was read, 0 at the end.
func (p *parser) next() byte {
	if p.pos < len(p.Text) {
		return p.Text[p.pos]
	}
	return 0
}

// isComment says whether a slash or a hash may begin a comment. In JavaScript a hash with a name behind it is
// a private name; in Python two slashes divide.
func (p *parser) isComment(isHash bool, next byte) bool {
	switch p.language {
	case Python:
		return isHash
	case JavaScript:
		return !isHash || classes[next&0x7F] != Word
	}
	return true
}

// name takes a name with all that is behind its points, or a number, or a string of Python with its prefix.
func (p *parser) name() {
	text, start, token := p.Text, int(p.token.Start), &p.token
	first := text[start]
	for p.pos < len(text) {
		kind, width := p.class(p.pos)
		if c := text[p.pos]; kind != Word || c == '*' || c == '+' || c == '-' && (p.language != HCL || first < 'A') {
			break
		}
		p.pos += width
	}
	word := text[start:p.pos]
	token.End = int32(p.pos)
	if i := known(word); i >= 0 {
		token.Kind, p.use = words[i].kind, words[i].use
		if p.language == HCL && !p.comprehension {
			p.use &= aFor // Its operators are signs, but for those behind a "for".
		}
	}
	plain := word
	if first < 'A' && p.language != HCL && core.Index(word, '_') > 0 {
		token.Kind = Number
		plain = p.decode(start, p.pos)
		token.Kind = Word
	}
	switch next := p.next(); {
	case decimal(plain) != Unquoted:
		token.Kind = Number
		if len(plain) < len(word) {
			p.keep(token, plain)
		}
	case first <= '9' && first != '.' && first != '$':
		token.Kind = Expression
	case p.language == Python && len(word) <= 2 && (next == '"' || next == '\'') && core.Index("rbfu", first|0x20) >= 0:
		p.pos++
		p.quoted()
		token.End = int32(p.pos)
		if p.escaped || core.Index(text[start:p.pos], '{') >= 0 {
			token.Kind, token.decoded = Expression, 0 // Formatted, or raw.
		}
	case p.language == JavaScript && next == '<':
		p.typeArguments()
	}
}

// typeArguments passes <Type, Type[]> behind a name.
func (p *parser) typeArguments() {
	open := 0
	for i := p.pos; i < len(p.Text) && p.wasted <= len(p.Text); i++ {
		c := p.Text[i]
		switch {
		case c == '<':
			open++
		case c == '>' && p.Text[i-1] != '=':
			open--
			if open == 0 {
				p.pos = i + 1
				return
			}
		case classes[c&0x7F] != Word && core.Index(" ,[]|\":{}=>", c) < 0:
			return
		}
		p.wasted++
	}
}

// operators are the kinds of what is no name, no literal and no bracket of one, and which bytes behind make an operator of it.
var operators = [...]struct {
	c      byte
	kind   Kind
	unless string
}{
	{'(', parenthesis, ""}, {')', closeParenthesis, ""}, {';', semicolon, ""}, {':', colon, ":="}, {'?', question, "?."}, {'=', assign, "=>"},
}

// operator takes what is neither a name nor a literal.
func (p *parser) operator(c, next byte) {
	p.token.Kind = anything
	for i := range operators {
		if o := &operators[i]; o.c == c && core.Index(o.unless, next) < 0 {
			p.token.Kind = o.kind
			return
		}
	}
	switch {
	case c == '=' && next == '>':
		p.token.Kind = arrow
	case c == '/' && p.language == JavaScript && !p.operand && p.regularExpression(), c == '<' && next == '<' && p.language == HCL && p.heredoc():
		p.token.Kind = Expression
		return
	}
	for next = p.next(); c != 0 && (next == c || next == '=' || next == '>' && c == '='); next = p.next() {
		p.pos++
	}
}

// regularExpression passes a regular expression, which ends on its line.
func (p *parser) regularExpression() bool {
	inClass := false
	for i := p.pos; i < len(p.Text) && p.wasted <= len(p.Text); i++ {
		switch c := p.Text[i]; c {
		case '\\':
			i++
		case '[', ']':
			inClass = c == '['
		case '\n':
			return false
		case '/':
			if !inClass {
				p.pos = i + 1
				return true
			}
		}
		p.wasted++
	}
	return false
}

// heredoc passes <<END, lines, END.
func (p *parser) heredoc() bool {
	rest, end, found := p.Text[p.pos+1:], "", true
	for found && p.wasted <= len(p.Text) {
		var line string
		line, rest, found = core.Cut(rest, '\n')
		p.wasted += len(line) + 1
		switch line = core.Trim(line, " \t\r\v\f"); {
		case end == "":
			end = core.Trim(line, "- ")
			if end == "" {
				return false
			}
		case line == end:
			p.pos = len(p.Text) - len(rest)
			if found {
				p.pos--
			}
			return true
		}
	}
	return false
}
