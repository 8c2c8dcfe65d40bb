package source

import "s3cors/core"

// isList says whether an element holds the values of a list as elements, as
// <AllowedOrigins><AllowedOrigin>.
func (x *xmlReader) isList(element int32) bool {
	e := &x.elements[element]
	if !core.Member(e.meaning).IsList() || !e.hasChild || e.open || x.holdsOpen(element) {
		return false
	}
	first := &x.elements[element+1]
	return (first.meaning == unknownElement || first.meaning == e.meaning) &&
		core.TrimSpace(x.joined(element, first.whole.Start)) == ""
}

// holdsOpen says whether an element holds one without end tag. That is most likely text whose "<" is not
// escaped: https://<your-domain>.
//
//go:noinline
func (x *xmlReader) holdsOpen(element int32) bool {
	end := x.elements[element].content.End
	for i := int(element) + 1; i < len(x.elements) && x.elements[i].whole.Start < end; i++ {
		if x.elements[i].open {
			return true
		}
	}
	return false
}

// usualValues is how many values a list has room for at first, so that few lists have to move.
const usualValues = 6

// listOf is where the rule keeps the values of a list.
func listOf(rule *core.CORSRule, member core.Member) *[]string {
	switch member {
	case core.AllowedMethods:
		return &rule.AllowedMethods
	case core.AllowedOrigins:
		return &rule.AllowedOrigins
	case core.AllowedHeaders:
		return &rule.AllowedHeaders
	}
	return &rule.ExposeHeaders
}

// readValue reads the text of an element as a value of a member.
func (x *xmlReader) readValue(element int32, index int, member core.Member) {
	e := &x.elements[element]
	rule, places := &x.rules[index], &x.doc.Places.Rules[index]
	known := &places.Members[member]
	e.path = core.RulePath(index).Member(member)
	if member.IsList() {
		e.path = e.path.Item(len(known.Items))
	}
	if e.open {
		if e.hasChild {
			e.content.End = x.elements[element+1].whole.Start
		} else if e.content.End == len(x.text) {
			// The text ends inside the value: nobody knows how it goes on.
			return
		}
		// White space before the next element is layout.
		for e.content.End > e.content.Start && isXMLSpace(x.text[e.content.End-1]) {
			e.content.End--
		}
		e.whole.End = e.content.End
		if e.content.Start == e.content.End {
			return
		}
	}
	value := x.joined(element, e.content.End)
	if e.open {
		value = core.TrimSpace(value)
	} else if x.holdsOpen(element) {
		value = x.between(e.content.Start, e.content.End)
	}
	if x.loose {
		widen(&places.Rule, e.whole)
	}
	place := core.Place{Value: e.content, Whole: e.whole}
	if member.IsList() {
		list := listOf(rule, member)
		if *list == nil {
			*list = make([]string, 0, usualValues)
			known.Items = make([]core.Place, 0, usualValues)
		}
		*list = append(*list, value)
		known.Items = append(known.Items, place)
		if len(known.Items) > 1 {
			place.Whole.Start, place.Value.Start = known.Whole.Whole.Start, known.Whole.Value.Start
		}
	} else if known.Whole.Whole.End > 0 {
		x.report(&RepeatedElement, e.whole.Start+1, e.nameEnd)
		return
	}
	known.Whole = place
	if member.IsList() {
		return
	}
	if member == core.ID {
		id := value // so that no other value is moved to the heap
		rule.ID = &id
	} else if age, problem := readMaxAge(value); problem == nil {
		rule.MaxAgeSeconds = &age
	} else {
		if e.content.Start < e.content.End {
			place.Whole = e.content
		}
		x.reportWith(problem, place.Whole.Start, place.Whole.End, core.TrimSpace(value), "", "")
	}
}

// joined is all text in an element up to a place, that of elements inside it too.
func (x *xmlReader) joined(element int32, end int) string {
	var value []byte
	first := int(x.elements[element].text)
	for i := first; i < len(x.texts) && x.texts[i].span.Start < end; i++ {
		text := x.texts[i].value
		if i == first && (i+1 == len(x.texts) || x.texts[i+1].span.Start >= end) {
			return text
		}
		value = appendText(value, text)
	}
	return string(value)
}
