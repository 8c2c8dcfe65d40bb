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
	// They bound the tag on the line of the value, and the one on the lines above it with the name of an anchor there.
	tag, tagEnd := 0, 0
	upper, upperEnd := p.pos, p.pos
	name, nameEnd := 0, 0
	own := -1 // is where what stands before the value on its line begins.
	p.anchor = p.anchorEnd
	p.skip()
	for !p.isOver(indent, at) && p.properties() {
		if own < 0 {
			own = t.start
		}
		if p.Text[t.start] == '!' {
			if tagEnd > 0 {
				p.tell(literal.Unexpected, literal.AValue, t.start, t.end)
			}
			tag, tagEnd = t.start, t.end
		}
		p.skip()
		if own >= p.first {
			continue
		}
		own = -1
		if tagEnd > 0 {
			if upperEnd > upper {
				p.tell(literal.Unexpected, literal.AValue, tag, tagEnd)
			}
			upper, upperEnd = tag, tagEnd
			tagEnd = 0
		}
		if p.anchor < p.anchorEnd {
			name, nameEnd = p.anchor, p.anchorEnd
			p.anchor = p.anchorEnd
		}
	}
	start := p.pos
	if own < 0 {
		own = start
	}
	what := p.shape(indent, at, own, max(tagEnd, upperEnd))
	// What stands before a key on its line belongs to the key, what stands on a line above to the object.
	if what == members || tagEnd == 0 {
		tag, tagEnd = upper, upperEnd
	} else if upperEnd > upper {
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
	deepest := p.deepest
	key, keyEnd := p.anchor, p.anchorEnd
	if what == members || key == keyEnd {
		p.anchor, p.anchorEnd = name, nameEnd
	}
	named := p.register()
	if what == members {
		p.anchor, p.anchorEnd = key, keyEnd
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
		p.members(indent, own-p.line, at)
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

// shape says what stands in a place, and scans it if it is a scalar or a key. own is where it begins with what stands before it on its line,
// tagEnd where the last tag before it ends.
func (p *parser) shape(indent int, at place, own, tagEnd int) shape {
	t, start := &p.token, p.pos
	mayBegin := at == behindDash || at == inList || at == behindColon && own == p.first
	switch c := p.char(); {
	case p.isOver(indent, at):
		p.scanned(literal.Null, tagEnd, tagEnd)
		if at == behindColon || at == inObject {
			t.kind = literal.Missing
		}
	case c|0x20 == '{':
		return aFlow
	case at <= behindColon && p.isIndicator('-'):
		if !mayBegin || own < start {
			p.tell(literal.Unexpected, literal.AValue, start, start+1)
		}
		return entries
	case at <= behindColon && (c == '|' || c == '>'):
		return aBlockScalar
	case p.isIndicator(':') && mayBegin:
		p.scanned(literal.Key, start, -1)
		return members
	default:
		p.scan(indent, false)
		if !p.toColon() || t.start < p.first {
			break // A key stands on one line.
		}
		if mayBegin {
			return members
		}
		if t.quotes == 0 && t.alias == 0 {
			p.readOn()
		}
	}
	return aScalar
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
