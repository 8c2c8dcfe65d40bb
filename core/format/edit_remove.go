package format

import "s3cors/core"

// remove takes out things of a list from one index to another, each with its comments and the comma that parts it from its neighbours.
func (e *editor) remove(at func(index int) slot, count, from, to int) {
	if to == count && from > 0 && at(count-1).comma < 0 {
		if comma := at(from - 1).comma; comma >= 0 {
			e.replace(comma, comma+1, "")
		}
	}
	gone := 0 // What stands before it is taken out already.
	for i := from; i < to; i++ {
		s := at(i)
		start, end := s.lead, s.tail.End
		var before, behind slot
		if i > 0 {
			before = at(i - 1)
		}
		if i+1 < count {
			behind = at(i + 1)
		}
		switch {
		// A line that goes on behind the thing must not come behind the comment of another.
		case i > 0 && before.tail.End >= gone && (!s.follows || before.follows) && core.TrimSpace(e.text[before.tail.End:start]) == "":
			start = before.tail.End
		case to < count && core.TrimSpace(e.text[end:behind.lead]) == "":
			end = behind.lead
			if space := e.spaceBefore(end); hasLine(space) && behind.lead < behind.head && !e.beginsLine(start) {
				end -= len(space) // The comments of the next one stay on lines of their own.
			}
		default:
			start, end = e.wholeLines(&s)
		}
		e.failed = e.failed || s.partial
		if s.comma >= end {
			e.replace(s.comma, s.comma+1, "")
		}
		e.replace(start, end, "")
		gone = end
	}
}

// wholeLines are the lines of a thing with the line end before them, or all of it that stands on lines with something else.
func (e *editor) wholeLines(s *slot) (start, end int) {
	start, end = s.lead, s.tail.End
	switch {
	case s.follows:
		for end < len(e.text) && (e.text[end] == ' ' || e.text[end] == '\t') {
			end++
		}
	case e.beginsLine(start):
		start -= len(e.spaceBefore(start))
		for start == 0 && end < len(e.text) && core.Index("\r\n", e.text[end]) >= 0 && (end == 0 || e.text[end-1] != '\n') {
			end++ // The first line has none before it.
		}
	default:
		start = e.skipBack(start)
	}
	return start, end
}

// removeMember takes out a member with its key, the comment behind it and the comma behind. Where it has none it was the last one, and
// the place of its key is returned.
func (e *editor) removeMember(member core.Member, places *core.RulePlaces) (last int) {
	body := places.Members[member].Whole.Whole
	key := body.Start
	if !e.isXML {
		key = e.keyBefore(key)
	}
	s := e.slotOf(key, body, body.End)
	start, end := e.wholeLines(&s)
	for end > s.tail.End && e.isGone(end-1) {
		end-- // The blanks before the next one went with that.
	}
	switch {
	case e.isXML:
	case s.comma < 0 && e.target.rule.style.ends != "":
		last, end = key, s.tail.End
		start = key - len(e.spaceBefore(key))
		// What follows must not come behind a comment of the line before.
		if e.isGone(key-1) || s.follows && hasLine(e.text[start:key]) && e.text[max(start, 1)-1] != ',' {
			start = key
		}
	case e.dashed(key) < key && !s.follows:
		start = key
		for end < len(e.text) && core.Index(blanks, e.text[end]) >= 0 {
			end++
		}
	case s.comma >= end:
		e.replace(s.comma, s.comma+1, "")
	}
	e.replace(start, end, "")
	return last
}

// isGone says whether what stands at a place is taken out.
func (e *editor) isGone(at int) bool {
	for i := range e.edits {
		if span := &e.edits[i].Span; span.Start <= at && at < span.End {
			return true
		}
	}
	return false
}

// lastComma is the comma before a last member that is taken out: behind the one that is kept, or behind a key that is not known.
func (e *editor) lastComma(kept *slot, key int) int {
	comma := kept.comma
	if comma >= 0 && comma < key && pastComments(e.text[comma+1:key]) == key-comma-1 {
		return comma
	}
	at := key - 1
	for at > 0 && core.Index(blanks, e.text[at]) >= 0 {
		at--
	}
	if e.text[at] == ',' && !e.isGone(at) {
		return at
	}
	return comma
}
