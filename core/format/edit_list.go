package format

import "s3cors/core"

// value replaces a value: the content of an element, or a text with its quotes.
//
//go:noinline
func (e *editor) value(place *core.Place, value string, member core.Member) {
	if e.isXML {
		if !e.placesOnly {
			value = e.dressed(e.host.xml(value))
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
	at := func(index int) slot { return e.valueSlot(items[index].Whole) }
	i, k := first, first
	for ; i < was && k < is; i, k = i+1, k+1 {
		next, last := i, was-(is-k)
		for next < last && before[next] != after[k] {
			next++
		}
		if next > i && before[next] == after[k] {
			e.remove(at, len(items), i, next)
			i = next
		}
		if before[i] != after[k] {
			e.value(&items[i], after[k], member)
		}
	}
	switch {
	case i < was:
		e.remove(at, len(items), i, was)
	case k < is && len(items) == 0:
		added := ""
		for ; k < is; k++ {
			if added != "" {
				added += ", "
			}
			added += e.literal(after[k], member, -1)
		}
		e.replace(place.Whole.Whole.Start+1, place.Whole.Whole.Start+1, e.dressed(added))
	case k < is:
		e.insert(items, after[k:is], i, member)
	}
}

// insert adds values before the item of that index, or behind the last one.
func (e *editor) insert(items []core.Place, values []string, index int, member core.Member) {
	neighbour := max(index, 1) - 1
	whole := &items[neighbour].Whole
	at := whole.End
	if index == 0 {
		at = e.dashed(whole.Start)
	}
	if e.placesOnly {
		e.replace(at, at, "")
		return
	}
	s := e.valueSlot(*whole)
	space := e.spaceBefore(whole.Start)
	between := ","
	switch {
	case e.isXML:
		between = ""
	case s.head < whole.Start:
		space = e.spaceBefore(s.head)
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
			text = e.element(member, values[i])
		} else {
			text += e.literal(values[i], member, whole.Start)
		}
		if index == 0 {
			added += text + between + space
		} else {
			added += between + space + text
		}
	}
	added = e.dressed(added)
	if index == 0 {
		e.replace(at, at, added)
	} else {
		e.addBehind(s, added)
	}
}
