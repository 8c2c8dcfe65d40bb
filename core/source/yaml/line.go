package yaml

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// isBlank says whether a byte is white space or ends a line.
func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isBreak(c byte) bool { return c == '\n' || c == '\r' }

// isFlow says whether a byte ends a word between brackets.
func isFlow(c byte) bool { return c == ',' || c|0x20 == '{' || c|0x20 == '}' }

// skip moves to the next token, past white space, comments and the ends of lines.
//
//go:noinline
func (p *parser) skip() {
	for p.pos < p.end {
		switch c := p.Text[p.pos]; {
		case c == ' ', c == '\t':
			p.pos++
		case isBreak(c):
			p.nextLine()
		case c == '#':
			p.pos = p.lineEnd()
		default:
			if p.pos == p.first && p.tab >= 0 && p.brackets == 0 {
				code, width := literal.TabIndent, 1
				if p.Text[p.tab] != '\t' {
					code, width = literal.ForeignSpace, 2
				}
				p.tell(code, 0, p.tab, p.tab+width)
				p.tab = -1
			}
			return
		}
	}
}

// nextLine passes the end of a line and what is blank at the beginning of the next.
//
//go:noinline
func (p *parser) nextLine() {
	if core.HasPrefix(p.Text[p.pos:p.end], "\r\n") {
		p.pos++
	}
	p.pos++
	p.indent()
}

// indent passes what is blank at the beginning of a line. A tab reaches to the next fourth column. No-break
// spaces, which web pages leave in copied text, were meant as spaces.
//
//go:noinline
func (p *parser) indent() {
	p.line, p.tab = p.pos, -1
	for p.pos < p.end {
		c := p.Text[p.pos]
		if c == '\t' {
			p.tab = p.pos
			p.line -= 3 - p.column()&3
		} else if c != ' ' {
			if !core.HasPrefix(p.Text[p.pos:p.end], "\u00A0") {
				break
			}
			p.tab = p.pos
			p.pos++
			p.line++
		}
		p.pos++
	}
	p.first = p.pos
}

// char is the character at the place reached, 0 at the end.
//
//go:noinline
func (p *parser) char() byte {
	if p.pos < p.end {
		return p.Text[p.pos]
	}
	return 0
}

// column is that of the place reached, from 0.
func (p *parser) column() int { return p.pos - p.line }

// lineEnd is the end of the line, from the place reached.
//
//go:noinline
func (p *parser) lineEnd() int {
	i := p.pos
	for i < p.end && !isBreak(p.Text[i]) {
		i++
	}
	return i
}

// isIndicator says whether a character stands there alone: - before an entry, ? before a key, : before a value.
//
//go:noinline
func (p *parser) isIndicator(c byte) bool {
	return p.pos < p.end && p.Text[p.pos] == c && (p.pos+1 == p.end || isBlank(p.Text[p.pos+1]))
}

// toColon moves to the colon behind a key, if there is one on the line. Between brackets it needs no blank behind it
// if the key is in quotes or the value empty (YAML 1.2.2, section 7.4.2).
//
//go:noinline
func (p *parser) toColon() bool {
	i := p.pos
	for i < p.end && (p.Text[i] == ' ' || p.Text[i] == '\t') {
		i++
	}
	if i == p.end || p.Text[i] != ':' {
		return false
	}
	if next := i + 1; next < p.end && !isBlank(p.Text[next]) {
		if p.brackets == 0 || p.token.quotes == 0 && !isFlow(p.Text[next]) {
			return false
		}
	}
	p.pos = i
	return true
}

// rest tells of what stands behind a value on its line.
//
//go:noinline
func (p *parser) rest() {
	start := p.pos
	for start < p.end && (p.Text[start] == ' ' || p.Text[start] == '\t') {
		start++
	}
	if p.pos == p.first || start == p.end {
		return
	}
	if c := p.Text[start]; c != '#' && !isBreak(c) {
		p.tell(literal.Unexpected, literal.EndOfLine, start, p.lineEnd())
		p.pos = p.lineEnd()
	}
}
