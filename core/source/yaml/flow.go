package yaml

import "s3cors/core/source/literal"

// flow reads a list or an object in brackets.
func (p *parser) flow(indent int) {
	kind, closing := literal.List, p.Text[p.pos]+2
	square := 1
	if closing == '}' {
		kind, square = literal.Object, 0
	}
	node := p.open(kind, p.pos)
	if p.brackets == 0 {
		p.around = indent
	}
	p.brackets++
	p.squares += square
	p.pos++
	state := literal.ExtraComma
	for {
		p.skip()
		if p.pos >= p.end || p.isLeft(kind) {
			p.unclosed(node)
			break
		}
		c := p.Text[p.pos]
		if c == closing {
			p.pos++
			p.last = p.pos
			break
		}
		if c|0x20 == '}' {
			// It closes a bracket around this one, or none.
			others := p.squares
			if c == '}' {
				others = p.brackets - p.squares
			}
			if others > 0 {
				p.unclosed(node)
				break
			}
			p.tell(literal.Unexpected, literal.AValue, p.pos, p.pos+1)
			p.pos++
			continue
		}
		if c == ',' {
			if state != literal.NoProblem {
				p.tell(state, 0, p.pos, p.pos+1)
			}
			p.pos++
			state = literal.ExtraComma
			continue
		}
		if state == literal.NoProblem {
			p.tell(literal.MissingComma, 0, p.pos, p.pos+1)
		}
		state = literal.NoProblem
		if kind == literal.List {
			p.node(indent, inList)
		} else {
			p.key()
			p.member(indent, inObject)
		}
	}
	p.brackets--
	p.squares -= square
	p.merge(node)
	p.close(node)
}

// unclosed tells of a bracket that is not closed where it has to be.
func (p *parser) unclosed(node int) {
	told := len(p.Problems)
	p.tell(literal.Unclosed, literal.AValue, p.last, min(p.pos, p.lineEnd()))
	if told < len(p.Problems) {
		problem := &p.Problems[told]
		problem.Opened = int32(node)
		problem.AtEnd = p.pos >= len(p.Text)
	}
}

// isLeft says whether a line begins that cannot stand between brackets, so that they were forgotten to be closed: an
// entry with a dash, or a key no deeper than the brackets' own where values are expected.
//
//go:noinline
func (p *parser) isLeft(kind literal.Kind) bool {
	if p.pos != p.first {
		return false
	}
	if p.isIndicator('-') {
		return true
	}
	if kind != literal.List || p.column() > p.around {
		return false
	}
	start := p.pos
	p.token.quotes = 0
	p.plainLine()
	is := p.pos > start && p.toColon()
	p.pos = start
	return is
}
