package source

import "s3cors/core"

// value is the text of a member's element. read is false where there is nothing that its author could have
// meant as a value. neighbours: elements inside it were meant to follow it.
func (r *ruleWalk) value(element int32, path core.Path) (value string, read, neighbours bool) {
	e := &r.elements[element]
	if e.firstChild == 0 && e.ending == endedWell {
		return r.textOf(element), true, false
	}
	if e.ending == endedWell && !r.holdsOpenMember(element) {
		return r.nestedValue(element, path), true, false
	}
	if e.ending == endedByCut && e.firstChild == 0 {
		// The text ends inside the value: nobody knows how it goes on.
		return "", false, true
	}
	value = r.ownText(element)
	if e.firstChild != 0 {
		e.content.End = r.elements[e.firstChild].whole.Start
	}
	// White space before the next element is layout.
	for e.content.End > e.content.Start && isXMLSpace(r.text[e.content.End-1]) {
		e.content.End--
	}
	e.whole.End = e.content.End
	for value != "" && isXMLSpace(value[len(value)-1]) {
		value = value[:len(value)-1]
	}
	return value, value != "", true
}

// holdsOpenMember says whether an element holds another member that has no end tag, whose end tag stands at
// the wrong one of the two.
func (r *ruleWalk) holdsOpenMember(element int32) bool {
	for child := r.elements[element].firstChild; child != 0; child = r.elements[child].next {
		if r.elements[child].ending == endedNowhere && r.meaning(child).role == memberRole && r.meaning(child).exact {
			return true
		}
	}
	return false
}

// nestedValue is the value of an element with elements inside. One without end tag is most likely
// text whose "<" is not escaped: https://<your-domain>.
func (r *ruleWalk) nestedValue(element int32, path core.Path) string {
	e := &r.elements[element]
	asWritten := false
	for child := e.firstChild; child != 0; child = r.elements[child].next {
		if r.elements[child].ending == endedNowhere {
			asWritten = true
			continue
		}
		r.reportElement(child, element, path, "", "Write the value alone.")
	}
	if asWritten {
		return xmlValue(r.text[e.content.Start:e.content.End])
	}
	return r.textOf(element)
}

// textOf is all text in an element, that of elements inside it too.
func (r *ruleWalk) textOf(element int32) string {
	e := &r.elements[element]
	return r.join(int(e.text), e.content.End)
}

// ownText is the text that stands directly in an element, before any element inside it.
func (r *ruleWalk) ownText(element int32) string {
	e := &r.elements[element]
	end := e.content.End
	if e.firstChild != 0 {
		end = r.elements[e.firstChild].whole.Start
	}
	return r.join(int(e.text), end)
}

// join puts the pieces of text up to a place together.
func (r *ruleWalk) join(first, end int) string {
	last, size := first, 0
	for last < len(r.texts) && r.texts[last].span.Start < end {
		size += len(r.texts[last].value)
		last++
	}
	switch last - first {
	case 0:
		return ""
	case 1:
		return r.texts[first].value
	}
	joined := make([]byte, 0, size)
	for i := first; i < last; i++ {
		joined = append(joined, r.texts[i].value...)
	}
	return string(joined)
}
