package source

import (
	"strings"

	"s3cors/core"
)

// atDeclaration says whether the text begins with an XML declaration (section 2.8).
func (x *xmlReader) atDeclaration() bool {
	const mark = "<?xml"
	if !x.at(mark) || len(x.text) == x.pos+len(mark) {
		return false
	}
	b := x.text[x.pos+len(mark)]
	return isXMLSpace(b) || b == '?' || b == '>'
}

// The parts of an XML declaration, in their order.
var declarationParts = [...]string{"version", "encoding", "standalone"}

// declaration reads the XML declaration.
func (x *xmlReader) declaration() {
	start := x.pos
	x.pos += len("<?xml")
	next := 0 // the first part that may still come
	hasVersion := false
	for {
		spaced := x.skipSpace()
		if x.at("?>") {
			x.pos += 2
			break
		}
		if x.pos == len(x.text) || x.text[x.pos] == '<' || x.text[x.pos] == '>' {
			x.skipDeclaration(x.pos)
			x.syntax(core.Span{Start: start, End: x.pos}, "the XML declaration has no end", "Write ?> at its end.")
			break
		}
		name, value, ok := x.declarationPart()
		part := x.text[name.Start:name.End]
		index := next
		for index < len(declarationParts) && declarationParts[index] != part {
			index++
		}
		if !ok || !spaced || index == len(declarationParts) {
			x.skipDeclaration(x.pos)
			x.syntax(core.Span{Start: name.Start, End: x.pos}, "the XML declaration cannot be read here",
				`Write <?xml version="1.0" encoding="UTF-8"?>.`)
			hasVersion = true
			break
		}
		next = index + 1
		hasVersion = hasVersion || index == 0
		x.checkPart(index, value)
	}
	if !hasVersion {
		x.syntax(core.Span{Start: start, End: x.pos}, "the XML declaration lacks its version",
			`Write <?xml version="1.0" encoding="UTF-8"?>.`)
	}
}

// declarationPart reads one part: name="value".
func (x *xmlReader) declarationPart() (name, value core.Span, ok bool) {
	name = core.Span{Start: x.pos, End: nameEnd(x.text, x.pos)}
	x.pos = name.End
	x.skipSpace()
	if !x.at("=") {
		return name, value, false
	}
	x.pos++
	x.skipSpace()
	if !x.at(`"`) && !x.at("'") {
		return name, value, false
	}
	quote := x.text[x.pos]
	end := x.pos + 1
	for end < len(x.text) && x.text[end] != quote && x.text[end] != '<' && x.text[end] != '>' {
		end++
	}
	value = core.Span{Start: x.pos + 1, End: end}
	if end == len(x.text) || x.text[end] != quote {
		return name, value, false
	}
	x.pos = end + 1
	return name, value, true
}

func (x *xmlReader) checkPart(part int, span core.Span) {
	value := x.text[span.Start:span.End]
	parameter := core.Text(declarationParts[part], excerpt(value))
	switch part {
	case 0:
		if digits := strings.TrimPrefix(value, "1."); digits == value || digits == "" || core.Trim(digits, "0123456789") != "" {
			x.syntax(span, `XML has no version "`+excerpt(value)+`"`, "Write 1.0.", parameter)
		}
	case 1:
		if !core.EqualFold(value, "utf-8") {
			x.report(&WrongEncoding, span, `the document declares "`+excerpt(value)+`"; S3 reads UTF-8`, "Declare UTF-8.", parameter)
		}
	case 2:
		if value != "yes" && value != "no" {
			x.syntax(span, `standalone is "`+excerpt(value)+`" where yes or no stands`, "Remove it.", parameter)
		}
	}
}

// skipDeclaration goes on after the end of a declaration. It holds neither "<" nor ">", so that one
// without its "?" ends there too.
func (x *xmlReader) skipDeclaration(from int) {
	x.checkCharacters(from, x.nextAngle(from))
	x.skipPastAngle(from)
}
