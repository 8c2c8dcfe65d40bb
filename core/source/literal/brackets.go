package literal

import "s3cors/core"

// state says what stands before the token between two brackets.
type state uint8

const (
	atStart state = iota
	afterValue
	afterComma
)

var expectedInList = [...]string{atStart: "a value or ]", afterValue: "a comma or ]", afterComma: "a value"}
var expectedInObject = [...]string{atStart: "a key or }", afterValue: "a comma or }", afterComma: "a key"}

// separators follows the commas of one list or object.
type separators struct {
	state state
	comma core.Span
}

// takeComma takes the comma that is the token.
func (p *parser) takeComma(s *separators) {
	if s.state != afterValue {
		p.add(Problem{Code: ExtraComma, Span: p.token.span})
	}
	s.state, s.comma = afterComma, p.token.span
	p.next()
}

// beforeValue reports the comma that is missing before the token.
func (p *parser) beforeValue(s *separators) {
	if s.state == afterValue && p.told != p.token.span.End {
		p.add(Problem{Code: MissingComma, Span: p.token.span, Found: p.found()})
	}
}

// passOver reports the token, which has no place between brackets, and leaves it out.
func (p *parser) passOver(s *separators, expected string) {
	p.unexpected(expected)
	if p.token.kind == ':' || p.token.kind == anything {
		// It stands for the comma.
		s.state = atStart
	}
	p.next()
}

// close takes the closing bracket that is the token.
func (p *parser) close(s *separators) (end int) {
	if s.state == afterComma {
		p.add(Problem{Code: TrailingComma, Span: s.comma, Found: p.found()})
	}
	end = p.token.span.End
	p.next()
	return end
}

// listOf reads a list.
func (p *parser) listOf() Node {
	opened := p.token.span
	node := Node{Kind: List, Span: opened}
	mark := p.mark()
	p.lists++
	p.next()
	var s separators
reading:
	for {
		t := &p.token
		switch {
		case t.kind == ']':
			node.Span.End = p.close(&s)
			break reading
		case t.kind == ',':
			p.takeComma(&s)
		case t.kind == theEnd, t.kind == '}' && p.objects > 0, p.isKeyOfOuter():
			// What follows belongs to an object around the list: its bracket was forgotten.
			p.unclosed(opened, expectedInList[s.state])
			node.Span.End = p.last.End
			break reading
		case t.beginsValue():
			p.beforeValue(&s)
			p.pushItem(p.value())
			s.state = afterValue
		default:
			p.passOver(&s, expectedInList[s.state])
		}
	}
	p.lists--
	node.Items = p.popItems(mark)
	return node
}

// isKeyOfOuter says whether the token is a key although it stands in a list inside an object.
func (p *parser) isKeyOfOuter() bool {
	return p.objects > 0 && p.token.canBeKey() && p.colonFollows()
}

// object reads an object, or the members of one whose braces are not in the text.
func (p *parser) object(braces bool) Node {
	opened := p.token.span
	node := Node{Kind: Object, Span: opened}
	mark := p.mark()
	p.objects++
	if braces {
		p.next()
	}
	var s separators
reading:
	for {
		t := &p.token
		switch {
		case t.kind == '}' && braces:
			node.Span.End = p.close(&s)
			break reading
		case t.kind == ',':
			p.takeComma(&s)
		case t.kind == theEnd && !braces:
			if s.state == afterComma {
				p.add(Problem{Code: TrailingComma, Span: s.comma, Found: endOfText})
			}
			node.Span.End = p.last.End
			break reading
		case t.kind == theEnd, t.kind == ']' && p.lists > 0:
			p.unclosed(opened, expectedInObject[s.state])
			node.Span.End = p.last.End
			break reading
		case t.canBeKey():
			p.beforeValue(&s)
			p.pushMember(p.member())
			s.state = afterValue
		case t.beginsValue():
			p.unexpected(expectedInObject[s.state])
			p.pushItem(p.value())
			s.state = afterValue
		default:
			p.passOver(&s, expectedInObject[s.state])
		}
	}
	p.objects--
	node.Members = p.popMembers(mark)
	node.Items = p.popItems(mark)
	return node
}

// member reads a key and its value.
func (p *parser) member() Member {
	t := &p.token
	member := Member{Key: t.text, KeySpan: t.span, opening: t.opening, closing: t.closing}
	if t.kind != aString {
		p.add(Problem{Code: UnquotedKey, Span: t.span, Found: t.text})
	}
	if !p.count() {
		return member
	}
	p.next()
	if p.token.kind == ':' {
		p.next()
	} else {
		p.unexpected(":")
		if p.token.kind == anything {
			// "=" and "=>" are colons in other languages.
			p.next()
		}
	}
	if p.token.beginsValue() && !(p.token.canBeKey() && p.colonFollows()) {
		member.Value = p.value()
		return member
	}
	if p.last.Start != member.KeySpan.Start {
		p.unexpected("a value")
	}
	member.Value.Span = core.Span{Start: p.last.End, End: p.last.End}
	return member
}
