package source

import (
	"strings"

	"s3cors/core"
)

// tagAttribute is one attribute of the tag that is being read.
type tagAttribute struct {
	name core.Span
	// value is what stands between the quotes.
	value, whole core.Span
	local        string
	namespace    string
}

// startTag reads a start tag or that of an empty element (section 3.1).
func (x *xmlReader) startTag() {
	start := x.pos
	name := core.Span{Start: start + 1, End: nameEnd(x.text, start+1)}
	x.pos = name.End
	if x.outside() && x.elements[0].firstChild != 0 {
		found := excerpt(x.text[name.Start:name.End])
		x.syntax(name, "<"+found+"> stands after the document's element", "Keep a single element around all others.",
			core.Text("element", found))
	}
	x.tag = x.tag[:0]
	empty, ending := x.attributeList(name)
	if x.cut {
		return
	}
	outside := len(x.declarations)
	if x.skipped == 0 && len(x.tag) > 0 {
		x.declare()
		x.checkRepeated()
	}
	if !x.begin(name, core.Span{Start: start, End: x.pos}, outside) {
		x.declarations = x.declarations[:outside]
		if empty {
			x.skipped--
		}
		return
	}
	x.elements[x.current()].ending = ending
	if empty {
		x.finish(x.pos, x.pos, endedWell)
	}
}

// attributeList reads the attributes and the end of a start tag. Only the first thing in a tag that makes
// no sense is reported.
func (x *xmlReader) attributeList(name core.Span) (empty bool, ending xmlEnding) {
	text := x.text
	for {
		spaced := x.skipSpace()
		if x.pos == len(text) {
			x.reportCut(name)
			return false, brokenTag
		}
		switch b := text[x.pos]; {
		case b == '>':
			x.pos++
			return empty, ending
		case b == '/' && x.at("/>"):
			x.pos += 2
			return true, ending
		case b == '<':
			x.syntax(core.Span{Start: name.Start - 1, End: x.pos}, "the tag <"+excerpt(text[name.Start:name.End])+"> has no end",
				"Write > at its end.", core.Text("element", excerpt(text[name.Start:name.End])))
			return false, brokenTag
		}
		attribute := core.Span{Start: x.pos, End: nameEnd(text, x.pos)}
		if attribute.End == x.pos {
			x.stray(name, ending)
			ending = brokenTag
			continue
		}
		x.pos = attribute.End
		if !spaced && ending != brokenTag {
			x.syntax(attribute, "white space is missing before the attribute "+excerpt(text[attribute.Start:attribute.End]),
				"Write a blank before it.", core.Text("attribute", excerpt(text[attribute.Start:attribute.End])))
		}
		if !x.attributeValue(attribute, ending) {
			ending = brokenTag
		}
	}
}

// reportCut reports a tag inside which the text ends.
func (x *xmlReader) reportCut(name core.Span) {
	x.cut = true
	found := excerpt(x.text[name.Start:name.End])
	help := "Write the rest of the tag."
	if closing := x.closingTags(); closing != "" {
		help = "Write the rest of the tag, and " + closing + " at the end."
	}
	x.syntax(core.Span{Start: name.Start - 1, End: len(x.text)}, "the document ends inside the tag <"+found, help,
		core.Text("element", found))
}

// stray passes over what is no attribute.
func (x *xmlReader) stray(name core.Span, ending xmlEnding) {
	start := x.pos
	x.pos++
	for x.pos < len(x.text) && !isXMLSpace(x.text[x.pos]) && strings.IndexByte("<>/", x.text[x.pos]) < 0 {
		x.pos++
	}
	if ending == brokenTag {
		return
	}
	found, element := excerpt(x.text[start:x.pos]), excerpt(x.text[name.Start:name.End])
	x.syntax(core.Span{Start: start, End: x.pos}, `"`+found+`" may not stand in the tag <`+element+">", "Remove it.",
		core.Text("found", found), core.Text("element", element))
}

// attributeValue reads the value of an attribute, and says whether there is one.
func (x *xmlReader) attributeValue(name core.Span, ending xmlEnding) bool {
	x.skipSpace()
	if !x.at("=") {
		x.pos = name.End
		if ending != brokenTag {
			found := excerpt(x.text[name.Start:name.End])
			x.syntax(name, "the attribute "+found+" has no value", "Remove it.", core.Text("attribute", found))
		}
		return false
	}
	x.pos++
	x.skipSpace()
	if x.pos == len(x.text) {
		return true
	}
	start := x.pos
	value := core.Span{Start: start + 1}
	if quote := x.text[start]; quote == '"' || quote == '\'' {
		value.End, x.pos = x.quotedEnd(start)
	} else {
		value = core.Span{Start: start, End: x.unquotedEnd(start)}
		x.pos = value.End
		found := excerpt(x.text[name.Start:name.End])
		x.syntax(value, "the value of the attribute "+found+" has no quotes", "Put it in quotes.", core.Text("attribute", found))
	}
	x.checkValue(value)
	if len(x.tag) == xmlAttributes {
		if !x.tooManyAttributes {
			x.tooManyAttributes = true
			x.syntax(name, "the tag has more than 10000 attributes; the rest is not read", "Take attributes out: S3 reads documents of up to 65536 bytes.")
		}
		return true
	}
	x.tag = append(x.tag, tagAttribute{name: name, value: value, whole: core.Span{Start: name.Start, End: x.pos}})
	return true
}

// quotedEnd finds where the value that begins with the quote at start ends, and where to go on. A quote that is
// missing is seen by a "<", which no value holds: if its quote does not follow before any
// ">" and line end, the value ends with the tag.
func (x *xmlReader) quotedEnd(start int) (end, next int) {
	text, quote := x.text, x.text[start]
	end = -1
	for i := start + 1; i < len(text); i++ {
		switch b := text[i]; {
		case b == quote:
			return i, i + 1
		case b == '>' && end < 0:
			end = i
		case b == '<' && end < 0:
			if close := x.quoteAfterAngle(i, quote); close >= 0 {
				return close, close + 1
			}
			end = i
		}
		if end >= 0 && text[i] == '<' {
			break
		}
	}
	if end < 0 {
		end = len(text)
	}
	x.syntax(core.Span{Start: start, End: end}, "the quotes of the attribute's value are not closed", "Write "+text[start:start+1]+" at its end.")
	return end, end
}

// quoteAfterAngle is where the quote stands that closes a value with a "<" in it, or -1.
func (x *xmlReader) quoteAfterAngle(i int, quote byte) int {
	for ; i < len(x.text); i++ {
		switch x.text[i] {
		case quote:
			return i
		case '>', '\n', '\r':
			return -1
		}
	}
	return -1
}

// unquotedEnd is where a value without quotes ends. "/>" is the end of its tag, but for an address that
// ends in "/".
func (x *xmlReader) unquotedEnd(start int) int {
	i := start
	for i < len(x.text) && !isXMLSpace(x.text[i]) && x.text[i] != '>' && x.text[i] != '<' {
		i++
	}
	if i > start && i < len(x.text) && x.text[i] == '>' && x.text[i-1] == '/' && !strings.Contains(x.text[start:i], "//") {
		i--
	}
	return i
}

// checkValue reports what may not stand in the value of an attribute (production AttValue).
func (x *xmlReader) checkValue(value core.Span) {
	for i := value.Start; i < value.End; {
		switch b := x.text[i]; {
		case textClass[b] != specialByte || b == '\r' || b == ']':
			i++
		case b == '<':
			x.syntax(core.Span{Start: i, End: i + 1}, `"<" stands in the value of an attribute`, "Write &lt; for it.")
			i++
		case b == '&':
			i = x.reference(i)
		default:
			i = x.character(i)
		}
	}
}

// endTag reads an end tag (section 3.1).
func (x *xmlReader) endTag() {
	text, start := x.text, x.pos
	x.pos += 2
	if x.skipped == 0 && x.depth > 0 {
		// Nearly all end tags are just those that are expected.
		name := x.elements[x.current()].name
		end := x.pos + name.End - name.Start
		if end < len(text) && text[end] == '>' && text[x.pos:end] == text[name.Start:name.End] {
			x.pos = end + 1
			x.finish(start, x.pos, endedWell)
			return
		}
	}
	spaced := x.skipSpace()
	name := core.Span{Start: x.pos, End: nameEnd(text, x.pos)}
	x.pos = name.End
	if spaced && name.Start < name.End {
		found := excerpt(text[name.Start:name.End])
		x.syntax(core.Span{Start: start, End: name.End}, `white space stands between "</" and its name`, "Write </"+found+">.",
			core.Text("found", found))
	}
	x.skipSpace()
	stray := x.pos
	x.pos = x.nextAngle(x.pos)
	if x.pos == len(text) {
		x.cutEndTag(name)
		return
	}
	if x.pos > stray {
		found := excerpt(text[stray:x.pos])
		x.syntax(core.Span{Start: stray, End: x.pos}, `"`+found+`" may not stand in an end tag`, "Remove it.", core.Text("found", found))
	}
	if text[x.pos] == '>' {
		x.pos++
	} else {
		found := excerpt(text[name.Start:name.End])
		x.syntax(core.Span{Start: start, End: x.pos}, "the end tag </"+found+"> has no end", "Write > at its end.", core.Text("found", found))
	}
	x.end(name, core.Span{Start: start, End: x.pos})
}

// cutEndTag takes an end tag inside which the text ends for that of the innermost element, if it is the start
// of it: the value before is complete.
func (x *xmlReader) cutEndTag(name core.Span) {
	start := name.Start - len("</")
	fits := x.depth > 0 && x.skipped == 0 && strings.HasPrefix(x.qualifiedName(x.current()), x.text[name.Start:name.End])
	x.reportCut(core.Span{Start: start + 1, End: name.End})
	if fits {
		x.finish(start, len(x.text), endedWell)
	}
}

// localName is a name without its prefix.
func localName(name string) string {
	return name[strings.IndexByte(name, ':')+1:]
}
