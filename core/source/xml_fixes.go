package source

import "s3cors/core"

// Fixes of what stands beside the values of a document: the text is changed, and the configuration stays what it was read as.

// offerFixes gives each diagnostic the change that mends it, where it is plain.
func (x *xmlReader) offerFixes() {
	if x.doc.Configuration == nil {
		return
	}
	diagnostics := x.doc.Diagnostics
	for i := range diagnostics {
		d := &diagnostics[i]
		if edits := x.mend(d); edits != nil {
			title := core.Trim(d.Help, ".")
			switch d.Kind {
			case &WrongNamespace:
				title = "Write " + s3Namespace
			case &RepeatedElement:
				title = "Keep the first"
			}
			d.Fixes = []core.Fix{{Title: title, Configuration: *x.doc.Configuration, Edits: edits}}
		}
	}
}

// mend is the edits that mend what a diagnostic tells, or nil.
func (x *xmlReader) mend(d *core.Diagnostic) []core.TextEdit {
	span := *d.Span
	switch d.Kind {
	case &renameElement, &renameRoot:
		return x.rename(x.elementAt(span.Start-1), d.Parameters[len(d.Parameters)-1].Text)
	case &removeElement, &RepeatedElement:
		if e := x.elementAt(span.Start - 1); e != nil && !e.open {
			return x.cutOut(e.whole)
		}
	case &strayText:
		if !x.hasOpen() {
			return x.cutOut(span)
		}
	case &UnexpectedAttribute, &Doctype:
		return x.cutOut(span)
	case &WrongEncoding:
		span.Start += core.IndexText(x.between(span.Start, span.End), "encoding") + len("encoding")
		return x.replace(span, d.Parameters[0].Text, "UTF-8")
	case &WrongNamespace:
		return x.renamespace(x.elementAt(span.Start - 1))
	case &noQuotes:
		if value := x.between(span.Start, span.End); core.Index(value, '"') < 0 {
			return []core.TextEdit{{Span: span, Text: `"` + value + `"`}}
		}
	case &otherEndTag: // Where another element's end tag stands, it is this one's that is missing.
		if wanted := d.Parameters[0].Text; core.EqualFold(core.Trim(d.Parameters[1].Text, "</> "), wanted) {
			return []core.TextEdit{{Span: span, Text: "</" + wanted + ">"}}
		}
	}
	return nil
}

// hasOpen says whether an element has no end tag, so that nobody knows what stands in it.
func (x *xmlReader) hasOpen() bool {
	for i := range x.elements {
		if i > 0 && x.elements[i].open {
			return true
		}
	}
	return false
}

// renamespace writes S3's namespace where an element's is declared: in its own tag or in one around it.
func (x *xmlReader) renamespace(e *xmlElement) []core.TextEdit {
	if e == nil {
		return nil
	}
	for around := e; around.whole.Start >= 0; around = &x.elements[around.parent] {
		for at := around.nameEnd; ; {
			found := core.IndexText(x.between(at, around.content.Start), "xmlns")
			if found < 0 {
				break
			}
			at += found + len("xmlns")
			equals := at
			for equals < around.content.Start && (core.IsTokenByte(x.text[equals]) || x.text[equals] == ':' || isXMLSpace(x.text[equals])) && x.text[equals] != '\'' {
				equals++
			}
			value := equals + len(`="`)
			if equals < around.content.Start && x.text[equals] == '=' && core.HasPrefix(x.text[value:], e.namespace) {
				if end := value + len(e.namespace); x.text[end] == x.text[value-1] {
					return []core.TextEdit{{Span: core.Span{Start: value, End: end}, Text: s3Namespace}}
				}
			}
		}
	}
	return nil
}

// elementAt is the element whose start tag begins there, or nil.
func (x *xmlReader) elementAt(start int) *xmlElement {
	for i := range x.elements {
		if e := &x.elements[i]; e.whole.Start == start && i > 0 {
			return e
		}
	}
	return nil
}

// rename writes another name in both tags of an element, behind the prefix that it has.
func (x *xmlReader) rename(e *xmlElement, name string) []core.TextEdit {
	if e == nil || e.open {
		return nil
	}
	start, length := e.nameEnd-len(e.local), e.nameEnd-e.whole.Start-1
	edits := []core.TextEdit{{Span: core.Span{Start: start, End: e.nameEnd}, Text: name}}
	end := e.content.End + len("</") + length // of the name in the end tag, which <X/> has none of
	if e.content.End+len("</") < e.whole.End && end < len(x.text) && x.between(end-length, end) == x.between(e.whole.Start+1, e.nameEnd) {
		edits = append(edits, core.TextEdit{Span: core.Span{Start: end - len(e.local), End: end}, Text: name})
	}
	return edits
}

// cutOut removes a span, with the white space before it.
func (x *xmlReader) cutOut(span core.Span) []core.TextEdit {
	for span.Start > 0 && isXMLSpace(x.text[span.Start-1]) {
		span.Start--
	}
	return []core.TextEdit{{Span: span}}
}

// replace writes another text in the place of one that stands in a span as it is; nil if it does not.
func (x *xmlReader) replace(within core.Span, text, by string) []core.TextEdit {
	at := -1
	if text != "" && within.Start < within.End {
		at = core.IndexText(x.between(within.Start, within.End), text)
	}
	if at < 0 {
		return nil
	}
	at += within.Start
	return []core.TextEdit{{Span: core.Span{Start: at, End: at + len(text)}, Text: by}}
}
