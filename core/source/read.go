package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// longestText is the number of bytes that are read, a hundred times what S3 takes.
const longestText = 8 << 20

// Read reads a text in any of the formats, which it detects. The document says in its diagnostics
// what stands in the way.
func Read(text string) *Document {
	doc := &Document{Text: text}
	first := literal.Peek(text)
	kind := &UnknownFormat
	switch token := &first.Nodes[0]; token.Kind {
	case literal.Missing:
		kind = &EmptySource
	case literal.Object, literal.List:
		return readJSON(doc, text)
	case literal.Key:
		// A part that was copied out of a document begins with a key of ours.
		name := first.TextOf(0)
		member, _ := meantMember(name)
		inside, _ := meantContainer(name)
		if uint8(member)|uint8(inside) != 0 {
			return readJSON(doc, text)
		}
	default:
		if text[token.Start] == '<' {
			return ReadXML(text)
		}
	}
	return refuse(doc, text, kind)
}

// ReadXML reads a text as PutBucketCors reads its body: as XML, whatever it looks like.
func ReadXML(text string) *Document {
	if len(text) > longestText {
		return refuse(&Document{Text: text}, text, &tooLong)
	}
	return readXML(text)
}

// ReadValue reads a configuration that was handed over as a JavaScript value, a CORSConfiguration or
// a list of rules, from its JSON. The document has no text, no format and no places.
func ReadValue(json string) *Document { return readJSON(&Document{}, json) }

// refuse tells why nothing is read.
//
//go:noinline
func refuse(doc *Document, text string, kind *core.Kind) *Document {
	d := doc.Diagnostics.Add(kind, core.WholeDocument, core.Itoa(len(text)), core.Itoa(longestText))
	if len(doc.Text) == len(text) {
		d.Span = firstWords(text)
	}
	return doc
}

// firstWords is the span of the beginning of the text's first line.
//
//go:noinline
func firstWords(text string) *core.Span {
	const most = 60
	start := int(literal.Peek(text).Nodes[0].Start)
	end := start
	for end < len(text) && text[end] != '\n' && text[end] != '\r' && end < start+most {
		end++
	}
	for end < len(text) && text[end]&0xC0 == 0x80 && end > start {
		end-- // A character stays whole.
	}
	return &core.Span{Start: start, End: end}
}
