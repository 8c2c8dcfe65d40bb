package source

import "s3cors/core"

// byteOrderMark may stand once at the start of a document: assumption "xml-encoding".
const byteOrderMark = "\uFEFF"

// scan goes through the whole text.
func (x *xmlReader) scan() {
	text := x.text
	x.checkCharacters()
	if core.HasPrefix(text, byteOrderMark) {
		x.first = len(byteOrderMark)
	}
	x.pos = x.first
	for x.pos < len(text) {
		x.characters()
		if x.pos == len(text) {
			break
		}
		start := x.pos
		switch text[start+1] {
		case '/':
			x.endTag(start)
		case '!', '?':
			x.section(start)
		default:
			x.startTag(start)
		}
	}
	if x.top != 0 && !x.cut {
		x.reportWith(&cutElement, x.pos, x.pos, x.name(x.top), "", "")
	}
	for x.top != 0 {
		x.finish(x.pos, x.pos, true)
	}
}

// characters reads text up to the next markup.
func (x *xmlReader) characters() {
	text, start, i := x.text, x.pos, x.pos
	blank, special := true, false
	for i < len(text) {
		b := text[i]
		if b > '>' || b > '&' && b < '<' {
			// Nearly all of a value.
			blank = false
			i++
			continue
		}
		if b == '<' {
			// Otherwise it is a character that should have been escaped.
			if i+1 < len(text) && (text[i+1] == '/' || (text[i+1]|0x20)-'a' < 26 || core.Index("!?", text[i+1]) >= 0 || nameEnd(text, i+1) > i+1) {
				break
			}
		}
		if b > ' ' {
			blank = false
		}
		special = special || b > ' ' || b == '\r'
		i++
	}
	x.pos = i
	if start == i {
		return
	}
	if x.top == 0 {
		if !blank {
			for text[start] <= ' ' {
				start++
			}
			for text[i-1] <= ' ' {
				i--
			}
			x.report(&textOutside, start, i)
		}
		return
	}
	value := x.between(start, i)
	if special {
		value = x.value(start, i, plainText)
	}
	x.addText(value, start, i, blank)
}

// The kinds of text that have a value.
const (
	plainText = iota
	quotedText
	sectionText
)

// value is the value of text: line ends as LF (section 2.11), and references resolved but in CDATA sections. It reports what
// may not stand in text, or in the value of an attribute (sections 2.3 and 2.4), which stays as it is written.
func (x *xmlReader) value(start, end, kind int) string {
	text := x.text
	var value []byte
	done := start
	for i := start; i < end; {
		at, r := i, '\n'
		i++
		switch b := text[at]; {
		case b == '\r':
			if i < end && text[i] == '\n' {
				i++
			}
		case kind == sectionText:
			continue
		case b == '&':
			r, i = readReference(text, at)
			if problem := referenceProblem(x.between(at, i), r); problem != nil {
				x.report(problem, at, i)
			}
			if r < 0 {
				continue
			}
		default:
			if b == '<' && (at == start || text[at-1] != '<') {
				x.report(&loneAngle, at, i)
			}
			if b == '>' && kind == plainText && core.HasSuffix(x.between(start, i), "]]>") {
				x.report(&sectionEnd, at-2, i)
			}
			continue
		}
		value = appendText(appendText(value, x.between(done, at)), string(r))
		done = i
	}
	return string(appendText(value, x.between(done, end)))
}

// referenceProblem says what is wrong with a reference that stands for a character, or for none.
func referenceProblem(reference string, r rune) *core.Kind {
	switch {
	case len(reference) == 1:
		return &loneAmpersand
	case reference[len(reference)-1] != ';':
		return &openReference
	case r >= 0:
		return nil
	case reference[1] == '#':
		return &noCharacter
	}
	return &unknownEntity
}

// xmlSections are the comment (section 2.5), the CDATA section (2.7), the processing instruction (2.6), and
// declarations (2.8), which are only passed over: up to the first ">", or to the "]>" after an internal subset.
var xmlSections = [...]struct {
	begin, end string
	kind       *core.Kind
}{
	{"<!--", "-->", nil},
	{"<![CDATA[", "]]>", nil},
	{"<?", "?>", nil},
	{"<!DOCTYPE", ">", &Doctype},
	{"<!", ">", &unknownDeclaration},
	{"<!DOCTYPE", "]>", &Doctype},
}

const (
	commentSection = iota
	dataSection
	instructionSection
	doctypeSection
	_
	subsetSection
)

// section reads what begins with "<!" or "<?".
func (x *xmlReader) section(start int) {
	text, kind := x.text, 0
	for !core.HasPrefix(text[start:], xmlSections[kind].begin) {
		kind++
	}
	section := &xmlSections[kind]
	body := start + len(section.begin)
	name := body
	if kind == instructionSection {
		name = nameEnd(text, body)
		if start == x.first && x.between(body, name) == "xml" {
			x.declaration(start)
			return
		}
	}
	if kind == doctypeSection && core.HasPrefix(text[x.next(body, "[<>"):], "[") {
		kind = subsetSection
		section = &xmlSections[kind]
	}
	end := -1
	// What was not found up to the end of the text is not looked for again.
	if !x.missing[kind] {
		end = core.IndexText(text[body:], section.end)
	}
	if end < 0 {
		x.missing[kind] = true
		x.reportWith(&openSection, start, body, section.begin, section.end, "")
		// The next tag is most likely meant to be read.
		end = x.next(body, "<")
		x.pos = end
	} else {
		end += body
		x.pos = end + len(section.end)
	}
	switch kind {
	case commentSection:
		// The first "-" of the end is looked at too: a comment must not end in "--->".
		if i := core.IndexText(text[body:min(end+1, len(text))], "--"); i >= 0 {
			x.report(&hyphens, body+i, body+i+2)
		}
	case dataSection:
		if x.top == 0 {
			x.report(&textOutside, start, x.pos)
		} else {
			x.addText(x.value(body, end, sectionText), body, end, false)
		}
	case instructionSection:
		found := x.between(body, name)
		if found == "" || core.EqualFold(found, "xml") || core.Index(found, ':') >= 0 || name < end && !isXMLSpace(text[name]) {
			x.report(&badInstruction, start, name)
		}
	default:
		x.report(section.kind, start, x.pos)
	}
}

// declaration reads the XML declaration (section 2.8), whose parts have the form of attributes.
func (x *xmlReader) declaration(start int) {
	x.declaring = true
	x.attributeList(start, start+len("<?xml"))
	x.declaring = false
	if x.broken || x.cut {
		return
	}
	version, encoding := x.part(0, "version"), x.part(1, "encoding")
	good := len(version) > 2 && core.HasPrefix(version, "1.") && core.Trim(version[2:], "0123456789") == ""
	parts := 1
	if encoding != "" {
		parts = 2
		good = good && nameEnd(encoding, 0) == len(encoding)
		if !core.EqualFold(encoding, "utf-8") {
			x.reportWith(&WrongEncoding, start, x.pos, encoding, "", "")
		}
	}
	if standalone := x.part(parts, "standalone"); standalone == "yes" || standalone == "no" {
		parts++
	}
	if !good || parts != len(x.tag) {
		x.report(&badDeclaration, start, x.pos)
	}
}

// part is the value of a part of the XML declaration; "" if another stands there. None may be empty.
func (x *xmlReader) part(i int, name string) string {
	if i < len(x.tag) {
		if a := &x.tag[i]; x.between(a.start, a.nameEnd) == name {
			return a.value
		}
	}
	return ""
}

// next is where one of a set of bytes stands next, or the end of the text.
//
//go:noinline
func (x *xmlReader) next(from int, set string) int {
	for from < len(x.text) && core.Index(set, x.text[from]) < 0 {
		from++
	}
	return from
}

// isXMLSpace says whether a byte is white space, section 2.3.
func isXMLSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }

// skipSpace passes over white space.
//
//go:noinline
func (x *xmlReader) skipSpace() {
	for x.pos < len(x.text) && isXMLSpace(x.text[x.pos]) {
		x.pos++
	}
}
