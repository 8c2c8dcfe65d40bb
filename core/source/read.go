package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// longestText is the number of bytes that are read, a hundred times what S3 takes.
const longestText = 8 << 20

// Read reads a text in any of the formats, which it detects. The document says in its diagnostics
// what stands in the way.
func Read(text string) *Document { return ReadChoice(text, &Choice{}) }

// ReadChoice reads the configuration that is chosen of a text, with the given values in place of its placeholders.
func ReadChoice(text string, choice *Choice) *Document {
	doc := &Document{Text: text, Choice: *choice}
	if len(text) > longestText {
		return refuse(doc, text, &tooLong)
	}
	if literal.Peek(text).Nodes[0].Kind == literal.Missing {
		return withFirstRule(refuse(doc, text, &EmptySource))
	}
	s, pasted, isEscaped := searchIn(text)
	if len(s.finds) == 0 {
		return s.fail(doc)
	}
	return s.document(doc, choice, pasted, isEscaped)
}

// searchIn looks for the configurations in a text. It gives the text as it was searched, without the quotes of a shell, and says whether the
// configurations stand behind the escapes of HTML.
func searchIn(text string) (s *search, pasted string, isEscaped bool) {
	s = &search{boto: callsBoto(text)}
	if cleared := unmarked(text); cleared != "" {
		s.look(&piece{text: cleared}, 0)
	}
	pasted = text
	if len(s.finds) == 0 {
		whole := spliced(text)
		pasted = whole.text
		s.look(whole, 0)
	}
	s.unescapeXML(text)
	if len(s.finds) == 0 && core.Index(text, '&') >= 0 {
		s.look(unescape(text, true), 0)
		isEscaped = len(s.finds) > 0
	}
	if found := s.finds; len(found) == 0 && core.Index(text, '\\') >= 0 || len(found) > 0 && isBroken(found[0].tree) && core.IndexText(text, `\[`) >= 0 {
		s.finds = nil
		s.look(unescape(text, false), 0)
		if len(s.finds) == 0 || isBroken(s.finds[0].tree) {
			s.finds = found
		}
	}
	if len(s.finds) == 0 {
		s.inStrings(text)
	}
	return s, pasted, isEscaped
}

// callsBoto says whether a text has a call of boto3. The one byte is found sooner than the text around it, and is in few.
func callsBoto(text string) bool {
	return core.Index(text, '_') >= 0 && core.IndexText(text, "put_bucket_cors") >= 0 || core.Index(text, '=') >= 0 && core.IndexText(text, "CORSConfiguration=") >= 0
}

// ReadXML reads a text as PutBucketCors reads its body: as XML, whatever it looks like.
func ReadXML(text string) *Document {
	if len(text) > longestText {
		return refuse(&Document{Text: text}, text, &tooLong)
	}
	doc := readXML(text)
	doc.Body = text
	return doc
}

// ReadValue reads a configuration that was handed over as a JavaScript value, a CORSConfiguration or
// a list of rules, from its JSON. The document has no text, no format and no places.
func ReadValue(json string) *Document {
	doc := &Document{}
	if len(json) > longestText {
		return refuse(doc, json, &tooLong)
	}
	s := &search{isValue: true}
	s.findRules(nil, literal.Parse(json), literal.JSON)
	if len(s.finds) == 0 {
		return refuse(doc, json, &noConfiguration)
	}
	s.finds[0].format = JSON
	readFind(s.finds[0], doc, &Choice{}, true)
	return doc
}

// refuse tells why nothing is read.
//
//go:noinline
func refuse(doc *Document, text string, kind *core.Kind) *Document {
	var span *core.Span
	if len(doc.Text) == len(text) {
		span = firstWords(text)
	}
	doc.tell(kind, span, core.Itoa(len(text)), core.Itoa(longestText))
	return doc
}

// tell tells something of the whole document.
//
//go:noinline
func (d *Document) tell(kind *core.Kind, span *core.Span, first, second string) {
	d.Diagnostics.Add(kind, core.WholeDocument, first, second).Span = span
}

// bare is a text without white space and a byte order mark around it.
//
//go:noinline
func bare(text string) string {
	if core.HasPrefix(text, byteOrderMark) {
		text = text[len(byteOrderMark):]
	}
	return core.TrimSpace(text)
}

// span is where a configuration stands in the pasted text.
//
//go:noinline
func (f *find) span() core.Span {
	var span core.Span
	if f.tree == nil {
		span = f.doc.Places.Document.Whole
	} else {
		span = f.spanInTree()
	}
	f.piece.move(&span)
	return span
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
