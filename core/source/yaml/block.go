package yaml

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// place says where a value stands.
type place uint8

const (
	// behindDash is an entry of a list, and the value of a document: an object may begin on the line.
	behindDash place = iota
	behindColon
	// inList and inObject are places between brackets.
	inList
	inObject
)

// shape says what is to be read.
type shape uint8

const (
	aScalar shape = iota
	aBlockScalar
	aFlow
	entries
	members
)

// node reads the value at the token, with the tag and the anchor before it, in a place in something with an indentation. There
// is none if a line begins that is not indented further.
func (p *parser) node(indent int, at place) {
	t := &p.token
	tag, tagEnd := p.pos, p.pos
	// What stands before a key on its line belongs to the key, what stands on a line above to the object.
	own, above := -1, false
	p.anchor = p.anchorEnd
	// They bound the name of an anchor on a line above, and the tag there.
	name, nameEnd := p.anchor, p.anchor
	upper, upperEnd := tag, tag
	p.skip()
	for !p.isOver(indent, at) && p.properties() {
		if own < 0 {
			own = t.start
		}
		if p.Text[t.start] == '!' {
			if tagEnd > upperEnd {
				p.tell(literal.Unexpected, literal.AValue, t.start, t.end)
			}
			tag, tagEnd = t.start, t.end
		}
		p.skip()
		if own < p.first {
			own, above = -1, true
			if tagEnd > upperEnd {
				if upperEnd > upper {
					p.tell(literal.Unexpected, literal.AValue, tag, tagEnd)
				}
				upper, upperEnd = tag, tagEnd
			}
			if p.anchor < p.anchorEnd {
				name, nameEnd = p.anchor, p.anchorEnd
				p.anchor = p.anchorEnd
			}
		}
	}
	start := p.pos
	column := p.column()
	mayBegin := at != behindColon && at != inObject || at == behindColon && (start == p.first || own == p.first)
	what := aScalar
	switch c := p.char(); {
	case p.isOver(indent, at):
		p.scanned(literal.Null, tagEnd, tagEnd)
		if at == behindColon || at == inObject {
			t.kind = literal.Missing
		}
	case c|0x20 == '{':
		what = aFlow
	case at <= behindColon && p.isIndicator('-'):
		what = entries
		if !mayBegin || own >= 0 {
			p.tell(literal.Unexpected, literal.AValue, start, start+1)
		}
	case at <= behindColon && (c == '|' || c == '>'):
		what = aBlockScalar
	case p.isIndicator(':') && mayBegin:
		what = members
		p.scanned(literal.Key, start, -1)
	default:
		p.scan(indent, false)
		if !p.toColon() || t.start < p.first {
			break // A key stands on one line.
		}
		if mayBegin {
			what = members
		} else if t.quotes == 0 && t.alias == 0 {
			p.readOn()
		}
	}
	isOwn := what == members && !above
	switch {
	case what == members:
		tag, tagEnd = upper, upperEnd // One on the line of the key is the key's.
	case upperEnd > upper && tag > upper:
		p.tell(literal.Unexpected, literal.AValue, tag, tagEnd)
	}
	isCall := tagEnd > tag+1 && !core.HasPrefix(p.Text[tag:], "!!")
	if what == aScalar && t.quotes == 0 && t.end > t.start && (tagEnd == tag+1 || p.Text[tag:tagEnd] == "!!str") {
		t.kind = literal.Word
	}
	deeper := p.depth
	if isCall {
		deeper++
	}
	if what >= aFlow {
		deeper++
	}
	if deeper > literal.MaxDepth {
		p.pos = start
		p.stop(literal.TooDeep)
		what, isCall = aScalar, false
		p.scanned(literal.Missing, start, start)
	}
	deepest, named := p.deepest, 0
	if !isOwn {
		key, keyEnd := p.anchor, p.anchorEnd
		if name < nameEnd && (what == members || key == keyEnd) {
			p.anchor, p.anchorEnd = name, nameEnd
			named = p.register()
			p.anchor, p.anchorEnd = key, keyEnd
		} else if !above || what != members {
			named = p.register()
		}
	}
	call := 0
	if isCall {
		call = p.open(literal.Call, tag)
		p.SetText(call, p.Text[tag:tagEnd])
	}
	switch what {
	case aFlow:
		p.flow(indent)
	case entries:
		p.entries(indent)
	case aBlockScalar:
		p.blockScalar(indent)
	case members:
		if own >= 0 {
			column -= start - own
		}
		p.members(indent, column, at)
	default:
		p.push()
	}
	if isCall {
		p.last = max(p.last, tagEnd)
		p.close(call)
	}
	if named > 0 {
		p.anchors[named&(mostAnchors-1)].height = p.deepest - p.depth
		p.deepest = max(p.deepest, deepest)
	}
	if at <= behindColon && (what == aScalar || what == aFlow) {
		p.rest()
	}
}

// properties scans a tag or an anchor.
//
//go:noinline
func (p *parser) properties() bool {
	c := p.char()
	if c != '&' && c != '!' {
		return false
	}
	start := p.pos
	p.nameEnd()
	p.scanned(literal.Missing, start, p.pos)
	if c == '&' {
		p.anchor, p.anchorEnd = start+1, p.pos
	}
	return true
}

// isOver says whether nothing stands in a place.
//
//go:noinline
func (p *parser) isOver(indent int, at place) bool {
	if p.pos >= p.end {
		return true
	}
	if at >= inList {
		c := p.Text[p.pos]
		return c == ',' || c|0x20 == '}'
	}
	if p.pos != p.first || p.column() > indent {
		return false
	}
	// The entries of a key's list may stand below the key.
	return at != behindColon || p.column() < indent || !p.isIndicator('-')
}

// entries reads a list of entries with dashes, which ends with a line that is not indented further than what is around it.
func (p *parser) entries(indent int) {
	column := p.column()
	list := p.open(literal.List, p.pos)
	for {
		at := p.column()
		if p.isIndicator('-') {
			p.pos++
			p.last = p.pos
			p.node(at, behindDash)
		} else {
			p.node(at-1, behindDash)
		}
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
