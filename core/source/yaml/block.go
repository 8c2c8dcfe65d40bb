package yaml

import "s3cors/core/source/literal"

// entries reads a list of entries with dashes, which ends with a line that is not indented further than what is around it.
func (p *parser) entries(indent int) {
	column := p.column()
	list := p.open(literal.List, p.pos)
	for {
		at := p.column()
		if p.isIndicator('-') {
			p.pos++
			p.last = p.pos
		} else {
			at-- // It begins where a dash would.
		}
		p.node(at, behindDash)
		p.skip()
		at = p.column()
		isEntry := p.isIndicator('-')
		if p.pos >= p.end || at <= indent && (at < column || !isEntry) {
			break
		}
		if at != column || !isEntry {
			p.tell(literal.Indentation, 0, p.pos, p.lineEnd())
		}
	}
	p.close(list)
}

// members reads the members of an object below each other, or the only one of an object that stands in a list without brackets of its
// own, with the first key scanned. The object ends with a line that is not indented further than what is around it.
func (p *parser) members(indent, column int, at place) {
	object := p.open(literal.Object, p.token.start)
	key := column
	if at == inList {
		p.member(indent, inObject)
	} else {
		for {
			p.member(key, behindColon)
			p.skip()
			key = p.column()
			if p.pos >= p.end || key <= indent {
				break
			}
			if key != column {
				p.tell(literal.Indentation, 0, p.pos, p.lineEnd())
			}
			p.key()
		}
	}
	p.merge(object)
	p.close(object)
}

// key scans a key. Where none stands, or one that is no scalar, the token ends before it begins.
//
//go:noinline
func (p *parser) key() {
	p.anchor = p.anchorEnd
	for p.properties() {
		p.skip()
		if p.char() == 0 || p.pos == p.first {
			p.tell(literal.Unexpected, literal.AColon, p.token.start, p.pos)
		}
	}
	p.scanned(literal.Key, p.pos, -1)
	c := p.char()
	if c == 0 || c|0x20 == '{' || p.isIndicator(':') || p.brackets == 0 && (c == '|' || c == '>' || p.isIndicator('-')) ||
		p.isOver(0, inObject) && p.brackets > 0 {
		return
	}
	p.scan(0, p.brackets == 0)
}

// member reads a member whose key was scanned. A key that is no scalar is empty, and read as the value.
func (p *parser) member(indent int, at place) {
	t := &p.token
	p.register()
	start, end := t.start, t.end
	isKey := end >= 0
	t.end = max(start, end)
	t.isKey = true
	p.push()
	isThere := p.toColon() && (start >= p.first || p.brackets > 0)
	if isThere {
		p.pos++
		p.last = p.pos
	}
	if (!isKey || !isThere) && (isThere || at == behindColon) {
		expected := literal.AValue
		if isKey {
			expected = literal.AColon
		}
		p.tell(literal.Unexpected, expected, start, max(end, min(start+1, p.end)))
	}
	if isKey && !isThere {
		p.add(literal.Missing, p.last, p.last, 0)
		if at == behindColon {
			p.rest()
		}
		return
	}
	if !isThere && !p.isIndicator('-') {
		indent-- // It begins where a key would.
	}
	p.node(indent, at)
}
