package format

import "s3cors/core"

// value replaces a value: the content of an element, or a text with its quotes.
//
//go:noinline
func (e *editor) value(place *core.Place, value string, member core.Member) {
	if e.isXML {
		if !e.placesOnly {
			value = e.dressed(xmlText(value))
		}
		e.replace(place.Value.Start, place.Value.End, value)
		return
	}
	e.replace(place.Whole.Start, place.Whole.End, e.dressed(e.literal(value, member, place.Whole.Start)))
}

// list changes the values of a list between what is alike at its beginning and at its end.
func (e *editor) list(before, after []string, member core.Member, place *core.MemberPlaces) {
	items := place.Items
	if len(items) != len(before) {
		return // It is no list that can be edited, so that reading it back will not do.
	}
	if len(items) > 0 && !e.isXML && items[0].Whole.Start <= place.Whole.Value.Start && (len(before) > 1 || len(after) != 1) {
		// One text stands for the list, perhaps with commas in it.
		if e.native() && !e.placesOnly {
			w := e.writerAt(place.Whole.Whole.Start)
			w.items(after, member, ", ", "")
			e.replace(place.Whole.Whole.Start, place.Whole.Whole.End, e.dressed(string(w.out)))
		} else {
			e.replace(place.Whole.Whole.Start, place.Whole.Whole.End, "")
		}
		return
	}
	first, was, is := 0, len(before), len(after)
	for first < was && first < is && before[first] == after[first] {
		first++
	}
	for was > first && is > first && before[was-1] == after[is-1] {
		was--
		is--
	}
	i := first
	for ; i < was && i < is; i++ {
		e.value(&items[i], after[i], member)
	}
	switch {
	case i < was:
		spans := make([]core.Span, len(items))
		for j := range items {
			spans[j] = items[j].Whole
		}
		e.remove(spans, i, was, !e.isXML)
	case i < is && len(items) == 0:
		added := ""
		for ; i < is; i++ {
			if added != "" {
				added += ", "
			}
			added += e.literal(after[i], member, -1)
		}
		e.replace(place.Whole.Whole.Start+1, place.Whole.Whole.Start+1, e.dressed(added))
	case i < is:
		e.insert(items, after[i:is], i, member)
	}
}

// insert adds values before the item of that index, or behind the last one.
func (e *editor) insert(items []core.Place, values []string, index int, member core.Member) {
	neighbour := max(index, 1) - 1
	whole := &items[neighbour].Whole
	at := whole.End
	if index == 0 {
		at = whole.Start
	}
	if e.placesOnly {
		e.replace(at, at, "")
		return
	}
	space := e.spaceBefore(whole.Start)
	between := ","
	switch {
	case e.isXML:
		between = ""
	case e.target.rule.style.yaml && e.dash(whole.Start) < whole.Start && e.text[e.dash(whole.Start)] == '-':
		space = e.spaceBefore(e.dash(whole.Start))
		between = ""
	case !hasLine(space):
		space = " "
	}
	if e.isXML && !hasLine(space) {
		space = ""
	}
	dash := ""
	if !e.isXML && between == "" {
		dash = "- "
	}
	added := ""
	for i := range values {
		text := dash
		if e.isXML {
			text = element(member, values[i])
		} else {
			text += e.literal(values[i], member, whole.Start)
		}
		if index == 0 {
			added += text + between + space
		} else {
			added += between + space + text
		}
	}
	if index > 0 {
		at = e.afterComment(at, added)
	}
	e.replace(at, at, e.dressed(added))
}

// remove takes out things of a list from one index to another, with what parts them from their neighbours: commas, or nothing but the
// dashes of YAML.
func (e *editor) remove(spans []core.Span, from, to int, commas bool) {
	start, end := spans[from].Start, spans[to-1].End
	dash := start
	if !e.isXML && e.target.rule.style.yaml {
		dash = e.dash(start)
	}
	switch {
	case !commas, e.text[dash] == '-' && dash < start:
		start = dash
		if space := e.spaceBefore(start); hasLine(space) {
			start -= len(space)
		}
	case to < len(spans):
		end = spans[to].Start
	case from > 0:
		start = spans[from-1].End
	}
	e.replace(start, end, "")
}
