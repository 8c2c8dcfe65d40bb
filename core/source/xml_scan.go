package source

import (
	"strconv"
	"strings"

	"s3cors/core"
)

// byteOrderMark may stand once at the start of a document: assumption "xml-encoding".
const byteOrderMark = "\uFEFF"

// scan goes through the whole text.
func (x *xmlReader) scan() {
	if strings.HasPrefix(x.text, byteOrderMark) {
		x.pos = len(byteOrderMark)
	}
	if x.atDeclaration() {
		x.declaration()
	}
	for x.pos < len(x.text) {
		x.characters()
		if x.pos < len(x.text) {
			x.markup()
		}
	}
	x.endOfText()
}

// beginsMarkup says whether the "<" at i begins a tag, comment or the like. Otherwise it
// is a character that should have been escaped.
func (x *xmlReader) beginsMarkup(i int) bool {
	if i+1 >= len(x.text) {
		return false
	}
	switch b := x.text[i+1]; b {
	case '/', '!', '?':
		return true
	}
	return beginsName(x.text, i+1)
}

// outside says whether the place read stands outside the root element.
func (x *xmlReader) outside() bool { return x.depth == 0 && x.skipped == 0 }

// characters reads text up to the next markup.
func (x *xmlReader) characters() {
	text, start, i := x.text, x.pos, x.pos
	seen := uint8(whiteByte)
	plain := true // no reference and no CR: the value is the text itself
scan:
	for {
		for i < len(text) {
			class := textClass[text[i]]
			if class == specialByte {
				break
			}
			seen |= class
			i++
		}
		if i == len(text) {
			break
		}
		switch text[i] {
		case '\r':
			plain = false
			i++
			continue
		case '<':
			if x.beginsMarkup(i) {
				break scan
			}
			i = x.loneAngles(i)
		case '&':
			plain = false
			if x.outside() {
				i++
			} else {
				i = x.reference(i)
			}
		case ']':
			i = x.brackets(i)
		default:
			i = x.character(i)
		}
		seen = plainByte
	}
	x.pos = i
	if start == i {
		return
	}
	if x.outside() {
		if seen != whiteByte {
			x.reportOutside(start, i)
		}
		return
	}
	value := text[start:i]
	if !plain && (seen != whiteByte || x.elements[x.current()].firstChild == 0) {
		value = xmlValue(value)
	}
	x.addText(value, core.Span{Start: start, End: i}, seen == whiteByte)
}

// reportOutside reports text before or after the root element.
func (x *xmlReader) reportOutside(start, end int) {
	for isXMLSpace(x.text[start]) {
		start++
	}
	for isXMLSpace(x.text[end-1]) {
		end--
	}
	where := "after"
	if x.elements[0].firstChild == 0 {
		where = "before"
	}
	found := excerpt(x.text[start:end])
	x.syntax(core.Span{Start: start, End: end}, `text stands `+where+` the document's element: "`+found+`"`,
		"Remove it.", core.Text("text", found))
}

// loneAngles passes over "<" that begin nothing.
func (x *xmlReader) loneAngles(i int) int {
	start := i
	for i < len(x.text) && x.text[i] == '<' && !x.beginsMarkup(i) {
		i++
	}
	if !x.outside() {
		x.syntax(core.Span{Start: start, End: i}, `"<" stands alone`, "Write &lt; for it.")
	}
	return i
}

// brackets passes over "]", which together with "]>" must not stand in text (section 2.4).
func (x *xmlReader) brackets(i int) int {
	if !strings.HasPrefix(x.text[i:], "]]>") {
		return i + 1
	}
	if !x.outside() {
		x.syntax(core.Span{Start: i, End: i + 3}, `"]]>" stands in text`, "Write ]]&gt; for it.")
	}
	return i + 3
}

// reference checks the reference at i and says where it ends.
func (x *xmlReader) reference(i int) int {
	_, width, problem := readReference(x.text[i:])
	end := i + width
	if problem == goodReference {
		return end
	}
	if x.full() {
		x.leaveOut(&SyntaxError)
		return end
	}
	span := core.Span{Start: i, End: end}
	written := excerpt(x.text[i:end])
	reference := core.Text("reference", written)
	switch problem {
	case loneAmpersand:
		x.syntax(span, `"&" stands alone`, "Write &amp; for it.")
	case openReference:
		x.syntax(span, `"`+written+`" lacks its semicolon`, "Write "+written+";.", reference)
	case unknownEntity:
		x.syntax(span, "XML knows no entity "+written,
			"Write the character itself, or &amp; for the & if the text is meant as it stands.", reference)
	case noCharacter:
		x.syntax(span, written+" is no character that XML allows", "Remove it.", reference)
	}
	return end
}

// character passes over a character beyond ASCII, or reports a run of those that may not stand in XML.
func (x *xmlReader) character(i int) int {
	r, width, problem := readCharacter(x.text[i:])
	start := i
	i += width
	if problem == goodCharacter {
		return i
	}
	for i < len(x.text) && textClass[x.text[i]] == specialByte {
		_, width, next := readCharacter(x.text[i:])
		if next != problem {
			break
		}
		i += width
	}
	if x.full() {
		x.leaveOut(&SyntaxError)
		return i
	}
	span := core.Span{Start: start, End: i}
	switch problem {
	case notUTF8:
		value := "0x" + hexadecimal(r, 2)
		x.syntax(span, "the byte "+value+" is not UTF-8", "Save the document as UTF-8.", core.Text("byte", value))
	case loneSurrogate:
		value := "U+" + hexadecimal(r, 4)
		x.syntax(span, value+" is half of a character", "Write the whole character, or remove it.", core.Text("character", value))
	default:
		value := "U+" + hexadecimal(r, 4)
		x.syntax(span, "the character "+value+" may not stand in XML", "Remove it.", core.Text("character", value))
	}
	return i
}

// hexadecimal writes a number in capital digits, at least so many.
func hexadecimal(r rune, digits int) string {
	text := core.Upper(strconv.FormatInt(int64(r), 16))
	for len(text) < digits {
		text = "0" + text
	}
	return text
}

// checkCharacters reports what may not stand even where text has no meaning.
func (x *xmlReader) checkCharacters(start, end int) {
	for i := start; i < end; {
		b := x.text[i]
		if textClass[b] != specialByte || b == '\r' || b == '<' || b == '&' || b == ']' {
			i++
			continue
		}
		i = x.character(i)
	}
}

// skipSpace passes over white space and says whether there was any.
func (x *xmlReader) skipSpace() bool {
	start := x.pos
	for x.pos < len(x.text) && isXMLSpace(x.text[x.pos]) {
		x.pos++
	}
	return x.pos > start
}

// at says whether the text goes on with this.
func (x *xmlReader) at(mark string) bool { return strings.HasPrefix(x.text[x.pos:], mark) }

// find is where mark stands next, or -1, which is remembered in none.
func (x *xmlReader) find(from int, mark string, none *bool) int {
	if *none {
		return -1
	}
	i := strings.Index(x.text[from:], mark)
	if i < 0 {
		*none = true
		return -1
	}
	return from + i
}

// nextAngle is where the next "<" or ">" stands, or the end of the text.
func (x *xmlReader) nextAngle(from int) int {
	for from < len(x.text) && x.text[from] != '<' && x.text[from] != '>' {
		from++
	}
	return from
}

// skipPastAngle goes on after the next ">", or at the next "<".
func (x *xmlReader) skipPastAngle(from int) {
	x.pos = x.nextAngle(from)
	if x.pos < len(x.text) && x.text[x.pos] == '>' {
		x.pos++
	}
}
