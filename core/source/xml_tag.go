package source

import "s3cors/core"

// xmlAttribute is one attribute of the tag that is being read.
type xmlAttribute struct {
	notCompared
	start, nameEnd, end int
	// value is what stands between the quotes.
	value string
	// next is the attribute before with the same hash, counted from 1.
	next int32
}

// startTag reads a start tag or that of an empty element (section 3.1).
func (x *xmlReader) startTag(start int) {
	end := nameEnd(x.text, start+1)
	if x.top == 0 && len(x.elements) > 1 {
		x.report(&secondRoot, start+1, end)
	}
	empty := x.attributeList(start, end)
	if x.cut {
		return
	}
	namespaces := x.inForce
	if len(x.tag) > 0 {
		x.declare()
	}
	x.begin(start, end, int32(namespaces))
	if empty && !x.cut {
		x.finish(x.pos, x.pos, false)
	}
}

// attributeList reads the attributes and the end of a start tag, and says whether it is that of an empty element.
func (x *xmlReader) attributeList(start, end int) (empty bool) {
	text := x.text
	x.tag = x.tag[:0]
	x.broken = false
	x.pos = end
	for {
		before := x.pos
		x.skipSpace()
		name := x.pos
		if name == len(text) {
			x.cut = true
			x.report(&cutTag, start, name)
			return false
		}
		b := text[name]
		if b == '<' {
			x.problem(&openTag, start, before)
			return false
		}
		if b == '>' {
			x.pos++
			if x.declaring {
				x.problem(&badDeclaration, start, x.pos)
			}
			return false
		}
		if (b == '/' || b == '?') && (b == '?') == x.declaring && name+1 < len(text) && text[name+1] == '>' {
			x.pos += 2
			return true
		}
		after := nameEnd(text, name)
		if after == name {
			x.pos = x.next(name+1, " \t\r\n<>/")
			x.problem(&strayInTag, name, x.pos)
			x.broken = true
			continue
		}
		if name == before {
			x.problem(&noBlank, name, after)
		}
		x.pos = after
		x.skipSpace()
		if x.pos < len(text) && text[x.pos] != '=' {
			x.problem(&noValue, name, after)
			x.broken = true
			continue
		}
		if x.pos < len(text) {
			x.pos++
			x.skipSpace()
		}
		if x.pos == len(text) {
			continue
		}
		if x.attributes == xmlAttributes {
			x.stop(name, after, xmlAttributes, "attributes")
			return false
		}
		x.attributes++
		value := x.attributeValue()
		x.tag = append(x.tag, xmlAttribute{start: name, nameEnd: after, end: x.pos, value: value})
	}
}

// problem reports what is wrong in a tag; after what makes no sense at all, no more.
//
//go:noinline
func (x *xmlReader) problem(kind *core.Kind, start, end int) {
	if x.broken {
		return
	}
	if x.declaring {
		kind, x.broken = &badDeclaration, true
	}
	x.report(kind, start, end)
}

// attributeValue reads the value of an attribute. A quote that is missing is seen by a "<" that is not the first angle
// bracket: a value should hold none. The value then ends at the first.
func (x *xmlReader) attributeValue() string {
	text, start, end := x.text, x.pos, 0
	quote := text[start]
	if quote != '"' && quote != '\'' {
		x.pos = x.next(start, " \t\r\n<>")
		x.problem(&noQuotes, start, x.pos)
		end = x.pos
	} else {
		angle := 0
		i := start + 1
		for ; i < len(text) && text[i] != quote; i++ {
			if b := text[i]; b == '<' || b == '>' {
				if angle == 0 {
					angle = i
				} else if b == '<' {
					break
				}
			}
		}
		if i < len(text) && text[i] == quote {
			x.pos = i + 1
		} else {
			if angle > 0 {
				i = angle
			}
			x.pos = i
			x.problem(&openQuotes, start, i)
		}
		start, end = start+1, i
	}
	kind := quotedText
	if x.declaring {
		kind = sectionText // There are no references in it.
	}
	return x.value(start, end, kind)
}

// endTag reads an end tag (section 3.1).
func (x *xmlReader) endTag(start int) {
	text, from := x.text, start+2
	expected := x.name(x.top)
	// Nearly all end tags are just those that are expected.
	end := from + len(expected)
	if x.top != 0 && core.HasPrefix(text[from:], expected) && end < len(text) && text[end] == '>' {
		x.pos = end + 1
		x.finish(start, x.pos, false)
		return
	}
	x.pos = from
	x.skipSpace()
	name := x.pos
	end = nameEnd(text, name)
	found := x.between(name, end)
	x.pos = end
	x.skipSpace()
	angle := x.next(x.pos, "<>")
	if angle == len(text) {
		x.report(&cutTag, start, angle)
		x.cut = true
		// What was closed is complete.
		if x.top != 0 && core.HasPrefix(expected, found) {
			x.finish(start, angle, false)
		}
		x.pos = angle
		return
	}
	good := name == from && x.pos == angle && text[angle] == '>'
	x.pos = angle
	if text[angle] == '>' {
		x.pos++
	}
	x.close(start, found, good)
}

// close closes the element that an end tag means. One that names an element around closes all inside it.
// One of another name closes the innermost element if that is no more than a value, or means the same.
func (x *xmlReader) close(start int, found string, good bool) {
	if x.top == 0 {
		x.report(&closesNothing, start, x.pos)
		return
	}
	closed := x.top
	for closed != 0 && x.name(closed) != found {
		closed = x.elements[closed].parent
	}
	other := closed == 0
	if other {
		closed = x.top
	}
	if other || !good {
		x.reportWith(&otherEndTag, start, x.pos, x.name(closed), x.between(start, x.pos), "")
	}
	if other {
		top := &x.elements[closed]
		meaning, _ := meaningOf(found[core.Index(found, ':')+1:])
		if found != "" && meaning != top.meaning && (top.hasChild || top.meaning >= ruleElement) {
			return
		}
	}
	lost := false
	for x.top != closed {
		open := &x.elements[x.top]
		lost = lost || open.exact
		x.report(&noEndTag, open.whole.Start, open.content.Start)
		x.finish(start, start, true)
	}
	// A value that holds another member was meant to end before it.
	x.finish(start, x.pos, lost)
}
