package source

import (
	"strings"

	"s3cors/core"
)

// markup reads what the "<" at the place read begins.
func (x *xmlReader) markup() {
	switch x.text[x.pos+1] {
	case '/':
		x.endTag()
	case '?':
		x.instruction()
	case '!':
		switch {
		case x.at("<!--"):
			x.comment()
		case x.at("<![CDATA["):
			x.section()
		case len(x.text)-x.pos >= len(doctypeMark) && core.EqualFold(x.text[x.pos:x.pos+len(doctypeMark)], doctypeMark):
			x.doctype()
		default:
			start := x.pos
			x.skipPastAngle(start + 1)
			found := excerpt(x.text[start:min(x.pos, start+12)])
			x.syntax(core.Span{Start: start, End: x.pos}, `"`+found+`" begins neither a comment nor a CDATA section`,
				"Write <!-- for a comment, or remove it.", core.Text("found", found))
		}
	default:
		x.startTag()
	}
}

// comment reads a comment (section 2.5).
func (x *xmlReader) comment() {
	start, body := x.pos, x.pos+len("<!--")
	end := x.find(body, "-->", &x.noCommentEnd)
	if end < 0 {
		x.syntax(core.Span{Start: start, End: body}, "the comment has no end", "Write --> at its end.")
		// What follows on other lines is most likely meant to be read.
		for x.pos = body; x.pos < len(x.text) && x.text[x.pos] != '\n' && x.text[x.pos] != '\r'; {
			x.pos++
		}
		x.checkCharacters(body, x.pos)
		return
	}
	x.pos = end + len("-->")
	x.checkCharacters(body, end)
	// One "-" of the end is looked at too: a comment must not end in "--->".
	for at := body; ; {
		i := strings.Index(x.text[at:end+1], "--")
		if i < 0 {
			return
		}
		first := at + i
		for at = first; at < end && x.text[at] == '-'; {
			at++
		}
		x.syntax(core.Span{Start: first, End: at}, `"--" stands inside a comment`, "Write a single - or another sign.")
		if at == end {
			return
		}
	}
}

// section reads a CDATA section (section 2.7).
func (x *xmlReader) section() {
	start, body := x.pos, x.pos+len("<![CDATA[")
	end := x.find(body, "]]>", &x.noSectionEnd)
	if end < 0 {
		x.syntax(core.Span{Start: start, End: body}, "the CDATA section has no end", "Write ]]> at its end.")
		// The next tag most likely ends it.
		end = len(x.text)
		if i := strings.IndexByte(x.text[body:], '<'); i >= 0 {
			end = body + i
		}
		x.pos = end
	} else {
		x.pos = end + len("]]>")
	}
	x.checkCharacters(body, end)
	if x.outside() {
		x.reportOutside(start, x.pos)
		return
	}
	x.addText(xmlLines(x.text[body:end]), core.Span{Start: start, End: x.pos}, false)
}

// instruction reads a processing instruction (section 2.6), which means nothing here.
func (x *xmlReader) instruction() {
	start := x.pos
	target := core.Span{Start: start + 2, End: nameEnd(x.text, start+2)}
	name := x.text[target.Start:target.End]
	if core.EqualFold(name, "xml") {
		x.skipDeclaration(target.End)
		x.syntax(core.Span{Start: start, End: x.pos}, "an XML declaration stands only at the very start of the document",
			"Move it to the start, with nothing before it, or remove it.")
		return
	}
	if name == "" || strings.IndexByte(name, ':') >= 0 {
		x.syntax(core.Span{Start: start, End: max(target.End, start+2)}, "the processing instruction has no name that XML allows",
			"Remove it.", core.Text("name", excerpt(name)))
	}
	end := x.find(target.End, "?>", &x.noInstructionEnd)
	if end < 0 {
		x.skipPastAngle(target.End)
		x.syntax(core.Span{Start: start, End: x.pos}, "the processing instruction has no end", "Write ?> at its end.")
		return
	}
	x.pos = end + 2
	x.checkCharacters(target.End, end)
	if name != "" && end > target.End && !isXMLSpace(x.text[target.End]) {
		x.syntax(core.Span{Start: target.Start, End: end}, "the name of the processing instruction does not end in white space",
			"Remove the processing instruction.")
	}
}

const doctypeMark = "<!DOCTYPE"

// doctype passes over a document type declaration with its internal subset, and reports it: assumption
// "xml-doctype". Only the first is read for its brackets and quotes; that of a second is
// taken to end at the next ">", so that any number takes linear time.
func (x *xmlReader) doctype() {
	start := x.pos
	end := -1
	if !x.hasDoctype {
		end = doctypeEnd(x.text, start+len(doctypeMark))
	}
	x.hasDoctype = true
	if end < 0 {
		x.skipPastAngle(start + len(doctypeMark))
	} else {
		x.pos = end
	}
	x.checkCharacters(start, x.pos)
	x.report(&Doctype, core.Span{Start: start, End: x.pos}, "a DOCTYPE is not allowed here", "Remove the DOCTYPE.")
}

// doctypeEnd is where a document type declaration ends (section 2.8), or -1.
func doctypeEnd(text string, i int) int {
	brackets := 0
	for i < len(text) {
		rest := text[i:]
		mark := ""
		switch {
		case rest[0] == '"' || rest[0] == '\'':
			mark = rest[:1]
		case strings.HasPrefix(rest, "<!--"):
			mark = "-->"
			i += 3
		case strings.HasPrefix(rest, "<?"):
			mark = "?>"
			i++
		case rest[0] == '[':
			brackets++
		case rest[0] == ']':
			brackets--
		case rest[0] == '>' && brackets <= 0:
			return i + 1
		}
		i++
		if mark == "" {
			continue
		}
		skip := strings.Index(text[i:], mark)
		if skip < 0 {
			return -1
		}
		i += skip + len(mark)
	}
	return -1
}
