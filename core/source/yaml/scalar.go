package yaml

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// token is a scalar.
type token struct {
	kind literal.Kind
	// quotes is the number of bytes of each of its quotes.
	quotes     int
	start, end int
	// isDecoded says that parser.text is what it says, since the source does not have it as it stands.
	isDecoded, isKey bool
	// alias is the node that it stands for, or 0, with so many levels.
	alias, height int
}

// scanned makes a token.
//
//go:noinline
func (p *parser) scanned(kind literal.Kind, start, end int) {
	p.token = token{kind: kind, start: start, end: end}
}

// push adds the token to the tree.
//
//go:noinline
func (p *parser) push() {
	t := &p.token
	p.last = t.end
	if t.isKey {
		t.kind = literal.Key
		if t.alias > 0 {
			p.text, t.isDecoded = []byte(p.TextOf(t.alias)), true
		}
	} else if t.alias > 0 {
		p.copyAlias(t.alias)
		return
	}
	if t.kind == literal.Key && t.quotes == 0 && t.end-t.start == 2 && p.Text[t.start] == '<' {
		p.merges = true
	}
	node := p.add(t.kind, t.start, t.end, t.quotes)
	if t.isDecoded {
		p.SetText(node, string(p.text))
	}
}

// scan scans a scalar, for a key one on one line.
//
//go:noinline
func (p *parser) scan(indent int, oneLine bool) {
	p.scanned(literal.Word, p.pos, p.pos)
	switch c := p.Text[p.pos]; {
	case c == '"', c == '\'':
		p.quoted(c)
	case c == '*' && p.alias():
	case c == 0xE2 && p.typographic():
	default:
		p.plain(indent, oneLine)
	}
}

// plain scans a scalar without quotes, which goes on over the lines that are indented further than what is around it and no members.
func (p *parser) plain(indent int, oneLine bool) {
	t := &p.token
	code := literal.NoProblem
	switch c := p.Text[p.pos]; {
	case c == '*':
		code = literal.UnknownAlias
	case core.Index("@`%|>,]}", c) >= 0, (c == '-' || c == '?') && p.isIndicator(c):
		code = literal.WantsQuotes
	}
	t.end = p.plainLine()
	if t.end == t.start {
		t.end++
		p.pos = t.end
		code = literal.WantsQuotes
	}
	p.text = p.text[:0]
	for !oneLine && p.pos < p.end && isBreak(p.Text[p.pos]) {
		line, first, tab := p.line, p.first, p.tab
		breaks := p.breaks()
		start := p.pos
		end := start
		around := indent
		if p.brackets > 0 {
			around = -1 // The closing bracket ends it, unless an entry shows that it was forgotten.
			if p.isIndicator('-') {
				around = p.around
			}
		}
		if start < p.end && p.Text[start] != '#' && p.column() > around {
			end = p.plainLine()
		}
		if end == start || p.toColon() {
			p.line, p.first, p.tab = line, first, tab
			break
		}
		if !t.isDecoded {
			t.isDecoded = true
			p.keep(t.start, t.end)
		}
		p.fold(breaks)
		p.keep(start, end)
		t.end = end
	}
	p.pos = t.end
	if code != literal.NoProblem {
		p.tell(code, 0, t.start, t.end)
	}
	if t.isDecoded {
		return
	}
	word := p.Text[t.start:t.end]
	if literal.IsDecimal(word) {
		t.kind = literal.Number
	}
	for i := range words {
		if words[i].text == word {
			t.kind = words[i].kind
		}
	}
}

// words are those of the core schema (YAML 1.2.2, section 10.3.2).
var words = [...]struct {
	text string
	kind literal.Kind
}{
	{"null", literal.Null}, {"Null", literal.Null}, {"NULL", literal.Null}, {"~", literal.Null},
	{"true", literal.True}, {"True", literal.True}, {"TRUE", literal.True},
	{"false", literal.False}, {"False", literal.False}, {"FALSE", literal.False},
}

// plainLine passes what a plain scalar has of the line, and returns its end.
func (p *parser) plainLine() int {
	text, end := p.Text, p.pos
	i := end
	for i < p.end {
		c := text[i]
		if c > ':' && c < '[' {
			i++ // the most frequent case
			end = i
			continue
		}
		if isBreak(c) {
			break
		}
		if c == ' ' || c == '\t' {
			i++
			continue
		}
		if c == '#' && i > end || c == ':' && (i+1 >= p.end || isBlank(text[i+1])) {
			break
		}
		if p.brackets > 0 {
			if c == ':' && isFlow(text[i+1]) {
				break
			}
			if isFlow(c) {
				break
			}
		}
		i++
		end = i
	}
	p.pos = i
	return end
}

// readOn takes the rest of the line to a plain scalar that has a colon where no key can stand.
func (p *parser) readOn() {
	t := &p.token
	t.kind = literal.Word
	for p.toColon() {
		p.pos++
		t.end = max(p.pos, p.plainLine())
		p.pos = t.end
	}
	p.tell(literal.WantsQuotes, 0, t.start, t.end)
}

// breaks passes the ends of lines and what is blank behind them, and counts them.
//
//go:noinline
func (p *parser) breaks() int {
	count := 0
	for p.pos < p.end && isBreak(p.Text[p.pos]) {
		p.nextLine()
		count++
	}
	return count
}

// keep adds a part of the source to the text of the scalar.
//
//go:noinline
func (p *parser) keep(from, to int) { p.text = append(p.text, p.Text[from:to]...) }

// repeat adds a byte to the text of the scalar, so many times.
//
//go:noinline
func (p *parser) repeat(c byte, count int) {
	for ; count > 0; count-- {
		p.text = append(p.text, c)
	}
}

// fold adds what the ends of lines stand for: one is a blank, more are one less (YAML 1.2.2, section 6.5).
//
//go:noinline
func (p *parser) fold(breaks int) {
	if breaks == 1 {
		p.repeat(' ', 1)
	}
	p.repeat('\n', breaks-1)
}
