package source

import "s3cors/core"

// piece is a part of the pasted text, or of what stands behind its escapes, with the way back to it.
type piece struct {
	text string
	// base is where the text begins in what the marks speak of.
	base int
	// marks are nil where that is the pasted text itself.
	marks []mark
	// inString: it stands in the quotes of a text, where others and the end of a line need a backslash.
	inString bool
}

// mark says that what stands from a place on has moved by so many bytes.
type mark struct{ from, by int }

//go:noinline
func (p *piece) part(start, end int) *piece {
	return &piece{p.text[start:end], p.base + start, p.marks, p.inString}
}

// move brings a span in the piece back to the pasted text.
//
//go:noinline
func (p *piece) move(span *core.Span) {
	if span != nil {
		span.Start, span.End = p.place(span.Start), p.place(span.End)
	}
}

//go:noinline
func (p *piece) place(at int) int {
	at += p.base
	low, high := 0, len(p.marks)
	for low < high {
		middle := (low + high) / 2
		if p.marks[middle].from <= at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low > 0 {
		at += p.marks[low-1].by
	}
	return at
}

// moveDocument brings all spans of what was read from the piece back to the pasted text.
func (p *piece) moveDocument(doc *Document) {
	if p.base == 0 && p.marks == nil {
		return
	}
	for i := range doc.Diagnostics {
		d := &doc.Diagnostics[i]
		p.move(d.Span)
		for j := range d.Related {
			p.move(d.Related[j].Span)
		}
		if p.inString {
			d.Fixes = plainFixes(d.Fixes)
		}
		for j := range d.Fixes {
			for k := range d.Fixes[j].Edits {
				p.move(&d.Fixes[j].Edits[k].Span)
			}
		}
	}
	for i := range doc.Placeholders {
		p.move(&doc.Placeholders[i].Span)
	}
	p.movePlace(&doc.Places.Document)
	for i := range doc.Places.Rules {
		rule := &doc.Places.Rules[i]
		p.movePlace(&rule.Rule)
		for j := range rule.Members {
			member := &rule.Members[j]
			if member.Whole.Whole.End > 0 {
				p.movePlace(&member.Whole)
			}
			for k := range member.Items {
				p.movePlace(&member.Items[k])
			}
		}
	}
}

// plainFixes are the fixes that write nothing which needs a backslash in a text.
func plainFixes(fixes []core.Fix) []core.Fix {
	plain := fixes[:0]
	for i := range fixes {
		isPlain := true
		for _, edit := range fixes[i].Edits {
			for j := range len(edit.Text) {
				isPlain = isPlain && core.Index("\"'\\\r\n", edit.Text[j]) < 0
			}
		}
		if isPlain {
			plain = append(plain, fixes[i])
		}
	}
	return plain
}

//go:noinline
func (p *piece) movePlace(place *core.Place) {
	p.move(&place.Value)
	p.move(&place.Whole)
}

// pageEntities are the escapes of HTML that stand in code on web pages.
var pageEntities = [...]struct {
	name string
	text byte
}{
	{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&#34;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}, {"&#x2F;", '/'}, {"&apos;", '\''}, {"&nbsp;", ' '},
	{"&#60;", '<'}, {"&#62;", '>'}, {"&#91;", '['}, {"&#93;", ']'}, {"&#123;", '{'}, {"&#125;", '}'},
}

// unescape is the text behind the escapes of HTML, without the tags around it, or behind the backslashes that
// editors of Markdown and strings put before signs.
func unescape(text string, isHTML bool) *piece {
	decoded := make([]byte, 0, len(text))
	p := &piece{marks: make([]mark, 0, 64)}
	for i := 0; i < len(text); {
		b, width := text[i], 1
		skip := false
		switch {
		case isHTML && b == '&':
			for j := range pageEntities {
				if e := &pageEntities[j]; core.HasPrefix(text[i:], e.name) {
					b, width = e.text, len(e.name)
					break
				}
			}
		case isHTML && b == '<':
			if end := core.Index(text[i:min(len(text), i+longestTag)], '>'); end > 0 {
				width, skip = end+1, true
			}
		case !isHTML && b == '\\' && i+1 < len(text):
			next := text[i+1]
			switch {
			case next == 'n' || next == 't' || next == 'r':
				b, width = ' ', 2
			case core.Index("[]{}()\"'_*<>`#-.!/\\", next) >= 0:
				b, width = next, 2
			}
		}
		if !skip {
			decoded = append(decoded, b)
		}
		i += width
		if width > 1 {
			p.marks = append(p.marks, mark{len(decoded), i - len(decoded)})
		}
	}
	p.text = string(decoded)
	return p
}

// longestTag bounds what is passed over as a tag of HTML.
const longestTag = 1000
