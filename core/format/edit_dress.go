package format

import "s3cors/core"

// dress is how a text writes the quotes of its configuration, which stands in a string or on a page.
type dress uint8

const (
	plain dress = iota
	// escaped: a backslash stands before quotes.
	escaped
	// entities: quotes and brackets are those of HTML.
	entities
)

const quoteEntity = "&quot;"

// findDress finds the dress of a text by its first rule. One that is not known is foreign.
func (e *editor) findDress() {
	start := e.places[0].Rule.Whole.Start
	e.marked = core.HasPrefix(e.text, "@@ -") || core.IndexText(e.text[:start], "\n@@ -") >= 0 || e.lineMark(start) == '>'
	if e.isXML {
		if e.text[start] != '<' {
			e.dress = entities
			e.foreign = !core.HasPrefix(e.text[start:], "&lt;")
		}
		return
	}
	key := e.text[:e.skipBack(max(e.assignBefore(e.anyMember(0).Start)-1, 0))]
	switch {
	case core.HasSuffix(key, `\\"`), core.HasSuffix(key, `\'`):
		e.foreign = true
	case core.HasSuffix(key, `\"`):
		e.dress = escaped
	case core.HasSuffix(key, quoteEntity):
		e.dress = entities
	case core.HasSuffix(key, ";"), e.marked && e.target.rule.style.yaml:
		e.foreign = true
	}
}

// dressed puts a text into the dress of all else.
//
//go:noinline
func (e *editor) dressed(text string) string {
	if e.dress == plain || e.placesOnly {
		e.failed = e.failed || e.host.quote == '"' && core.Index(text, '"') >= 0 // It ends the string around.
		return text
	}
	var out []byte
	for i := range len(text) {
		c := text[i]
		switch {
		case e.dress == entities && c == '"':
			out = append(out, quoteEntity...)
		case e.dress == entities:
			out = append(out, xmlText(text[i:i+1])...)
		case core.Index("\n$`", c) >= 0 && !hasLine(e.slice(&e.spans[0])), core.Index("$`", c) >= 0:
			e.failed = true // It ends the string, or a shell would take it for its own.
		case c == '"', c == '\\':
			out = append(out, '\\', c)
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// keyQuote is the quote of a key that stands at a place, or 0.
//
//go:noinline
func (e *editor) keyQuote(key int) byte {
	switch c := e.text[key]; {
	case c == '"', c == '\'':
		return c
	case c == '\\', c == '&', c >= 0x80: // A dress, or typographic quotes.
		return e.target.rule.style.quote
	}
	return 0
}

// lineMark is the first byte of the line that a place is in.
func (e *editor) lineMark(at int) byte {
	if at = core.LastIndex(e.text[:at], '\n') + 1; at < len(e.text) {
		return e.text[at]
	}
	return 0
}

// keepsMarks says whether the edits leave a patch or a quotation whole: a patch has its lines counted, and no others are to be changed
// than those that it adds.
func (e *editor) keepsMarks() bool {
	for i := 0; e.marked && i < len(e.edits); i++ {
		edit := &e.edits[i]
		if mark := e.lineMark(edit.Span.Start); mark != '+' && mark != '>' || hasLine(edit.Text) || hasLine(e.slice(&edit.Span)) {
			return false
		}
	}
	return true
}

// firstRules writes rules into a list or an element that has none, in a text without a dress.
func (e *editor) firstRules(within *core.Span) {
	text, at, between := e.slice(within), within.Start, ""
	if core.Trim(text, "[] \t\r\n") != "" || core.IndexText(e.text, `\"`) >= 0 || core.IndexText(e.text, quoteEntity) >= 0 {
		return
	}
	if e.isXML {
		e.failed = !core.HasPrefix(e.text[within.End:], "</")
	} else {
		e.failed = text == "" || text[0] != '[' || e.target.rule.style.between == ""
		at++
	}
	added := ""
	for i := range e.after {
		if e.isXML {
			added += e.xmlRule(&e.after[i], "")
			continue
		}
		t := *e.target
		t.indent = ""
		w := e.writer(&t, t.rule.style)
		w.rule(&e.after[i])
		added += between + onOneLine(core.Trim(string(w.out), "\n"))
		between = ", "
	}
	if added != "" && !e.failed {
		e.replace(at, at, added)
	}
}
