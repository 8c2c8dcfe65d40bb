package format

import "s3cors/core"

// slot is where a rule, a value or a member stands, with the comments that are its own: they go and move with it.
type slot struct {
	// lead is where the comments begin that stand right above it. head is where it begins itself: at its call, or at the dash of YAML.
	lead, head int
	body       core.Span
	// comma is where that behind it stands, or -1.
	comma int
	// tail is the comment behind it up to the end of the line, with the blanks before that, or the empty place for one.
	tail core.Span
	// follows: something else stands behind it on its line. partial: it is a part of what does not do without it. held: it is alone in that.
	follows, partial, held bool
}

// slotOf is the slot of what has no comments above it that are its own. It begins at head and ends at end, which is behind the body.
func (e *editor) slotOf(head int, body core.Span, end int) slot {
	s := slot{lead: head, head: head, body: body, comma: -1}
	if comma := end + pastComments(e.text[end:]); comma < len(e.text) && e.text[comma] == ',' {
		s.comma = comma
		if !hasLine(e.text[end:comma]) {
			end = comma + 1
		}
	}
	rest, _, _ := core.Cut(e.text[end:], '\n')
	rest = core.TrimSpace("." + rest)[1:]
	s.tail = core.Span{Start: end, End: end}
	if s.follows = pastComments(rest) < len(rest); !s.follows {
		s.tail.End += len(rest)
	}
	return s
}

// ruleSlot is that of a rule. The comments above are its own where it begins its line.
func (e *editor) ruleSlot(rule int) slot {
	body := e.spans[rule]
	head, end := body.Start, body.End
	call, _, callEnd := e.callAround(&body)
	if call >= 0 && callEnd >= 0 {
		head, end = call, callEnd
	} else {
		head = e.dashed(head)
	}
	s := e.slotOf(head, body, end)
	for {
		at, opens := e.skipBack(s.lead), "/*"
		if core.HasSuffix(e.text[:at], "-->") {
			opens = "<!--"
		} else if !core.HasSuffix(e.text[:at], "*/") {
			break
		}
		for at--; at > 0 && !core.HasPrefix(e.text[at:], opens); at-- {
		}
		s.lead = at
	}
	if line := above(e.text, s.lead); e.beginsLine(s.lead) && line < s.lead {
		s.lead = line + len(e.indentAt(line))
	}
	if call < 0 {
		s.held = e.isHeld(s.lead)
		s.partial = s.held || e.isCast(end)
	} else {
		s.partial = callEnd < 0 || !e.beginsLine(s.lead) && core.Index(";{}", e.text[e.skipBack(s.lead)-1]) < 0
	}
	return s
}

// valueSlot is that of a value in a list. Comments above it may head a group, and are nobody's.
func (e *editor) valueSlot(body core.Span) slot {
	return e.slotOf(e.dashed(body.Start), body, body.End)
}

// dashed is where an item of YAML begins that has a dash, or the place itself.
func (e *editor) dashed(at int) int {
	if dash := e.dash(at); !e.isXML && e.target.rule.style.yaml && dash < at && e.text[dash] == '-' {
		return dash
	}
	return at
}

// beginsLine says whether nothing but an indent stands before a place on its line.
func (e *editor) beginsLine(at int) bool {
	at = e.skipBack(at)
	return at == 0 || e.text[at-1] == '\n'
}

// indentAt is the indent of the line that a place is in.
func (e *editor) indentAt(at int) string {
	start := core.LastIndex(e.text[:at], '\n') + 1
	for at = start; at < len(e.text) && (e.text[at] == ' ' || e.text[at] == '\t'); at++ {
	}
	return e.text[start:at]
}

// change replaces what stands at a place by another text, if it is another.
func (e *editor) change(start, end int, text string) {
	if e.text[start:end] != text {
		e.replace(start, end, text)
	}
}

// addBehind adds a text, which may begin with a comma, behind a thing and the comment on its line: that comment stays with the thing.
func (e *editor) addBehind(s slot, added string) {
	if s.tail.Start == s.tail.End || added == "" {
		e.replace(s.body.End, s.body.End, added)
		return
	}
	if added[0] == ',' {
		added = added[1:]
		if s.comma < 0 {
			e.replace(s.body.End, s.body.End, ",")
		} else {
			added += ","
		}
	}
	if core.Index("\r\n", added[0]) < 0 {
		added = "\n" + e.indentAt(s.body.End) + core.TrimSpace(added)
	}
	e.replace(s.tail.End, s.tail.End, added)
}
