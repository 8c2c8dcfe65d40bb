package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// readRules reads a list of rules, or a single rule. What is no object is left out, so that the rules of the
// configuration are numbered without it.
func (r *jsonReader) readRules(node int) {
	kind, first, behind := r.Nodes[node].Kind, node+1, r.Behind(node)
	switch {
	case r.found.single:
		first = node
	case kind != literal.List:
		r.reportType(core.NoMember, "CORSRules", node, "a list of rules")
		return
	}
	count := 0
	for item := first; item < behind; item = r.Behind(item) {
		if r.Nodes[item].Kind == literal.Object {
			count++
		}
	}
	rules, places := make([]core.CORSRule, count), make([]core.RulePlaces, count)
	r.doc.Configuration.CORSRules, r.doc.Places.Rules = rules, places
	next := 0
	for item, i := first, 0; item < behind; item, i = r.Behind(item), i+1 {
		if r.Nodes[item].Kind == literal.Object {
			r.index, r.rule, r.places = next, &rules[next], &places[next]
			next++
			r.readRule(item)
			continue
		}
		r.index = -1
		r.reportType(core.NoMember, indexed("CORSRules", i), item, "a rule")
	}
}

// indexed names an element of a list.
//
//go:noinline
func indexed(name string, index int) string { return name + "[" + core.Itoa(index) + "]" }

func (r *jsonReader) readRule(node int) {
	r.places.Rule = core.Place{Value: r.Nodes[node].Span(), Whole: r.Nodes[node].Span()}
	var given [core.ExposeHeaders + 1]int
	for key := node + 1; key < r.Behind(node); key = r.Behind(key) {
		member, exact := meantMember(r.TextOf(key))
		if member == core.NoMember {
			r.reportKey(&UnknownKey, core.NoMember, key, "a rule")
			continue
		}
		if !exact {
			r.reportKey(&MisspelledKey, member, key, member.String())
		}
		if earlier := given[member]; earlier > 0 {
			r.reportDuplicate(member, earlier, key, member.String())
		}
		given[member] = key
	}
	for i := range given {
		if given[i] > 0 {
			r.readMember(core.Member(i), given[i]+1)
		}
	}
}

// readMember reads the value of a member. null and a value that is missing leave it absent.
func (r *jsonReader) readMember(member core.Member, value int) {
	kind := r.Nodes[value].Kind
	if kind == literal.Null || kind == literal.Missing {
		return
	}
	r.places.Members[member].Whole = r.placeOf(value)
	isText := kind == literal.String || kind == literal.Word
	wanted := "a text"
	switch {
	case member.IsList():
		if isText {
			r.readJoined(member, value)
			return
		}
		if kind == literal.List {
			r.readItems(member, value)
			return
		}
		wanted = "a list of texts"
	case member == core.MaxAgeSeconds:
		if isText || kind == literal.Number {
			r.readMaxAge(value, isText)
			return
		}
		wanted = "a number"
	case isText:
		id := r.TextOf(value)
		r.rule.ID = &id
		return
	}
	r.reportType(member, member.String(), value, wanted)
}

func (r *jsonReader) placeOf(value int) core.Place {
	return core.Place{Value: r.Nodes[value].Inner(), Whole: r.Nodes[value].Span()}
}

// readItems reads the texts of a list.
func (r *jsonReader) readItems(member core.Member, list int) {
	count := 0
	for item := list + 1; item < r.Behind(list); item = r.Behind(item) {
		count++
	}
	r.rule.MakeRoom(member, count)
	r.places.Members[member].Items = make([]core.Place, 0, count)
	for item, i := list+1, 0; item < r.Behind(list); item, i = r.Behind(item), i+1 {
		if kind := r.Nodes[item].Kind; kind != literal.String && kind != literal.Word {
			r.reportType(member, indexed(member.String(), i), item, "a text")
			continue
		}
		place := r.placeOf(item)
		r.take(member, r.TextOf(item), &place)
	}
	if len(r.rule.List(member)) == 0 {
		r.rule.MakeRoom(member, 0)
	}
}

// take adds a text to a list.
//
//go:noinline
func (r *jsonReader) take(member core.Member, text string, place *core.Place) {
	r.rule.Append(member, text)
	r.places.AddItem(member, *place)
}

// readJoined reads a text that stands where a list is wanted: one value, or several with commas
// between them. Empty parts are left out, unless there is nothing else.
func (r *jsonReader) readJoined(member core.Member, value int) {
	text, whole := r.TextOf(value), r.placeOf(value)
	count, at := 0, 0
	for rest, more := text, true; more; {
		var part string
		part, rest, more = core.Cut(rest, ',')
		start := at
		at += len(part) + 1
		part = core.TrimSpace(part)
		if part == "" {
			if more || count > 0 {
				continue
			}
			part = text
		} else {
			start += core.Index(text[start:], part[0])
		}
		place := whole
		// The parts of a text with escapes cannot be told apart in the source.
		if len(part) < len(text) && whole.Value.End-whole.Value.Start == len(text) {
			place.Value = core.Span{Start: whole.Value.Start + start, End: whole.Value.Start + start + len(part)}
			place.Whole = place.Value
		}
		r.take(member, part, &place)
		count++
	}
	r.report(&ValueNotList, member, value, member.String(), excerpt(text), core.Itoa(count))
}

// readMaxAge reads MaxAgeSeconds: a number, or a text that is one.
func (r *jsonReader) readMaxAge(value int, isText bool) {
	text := r.TextOf(value)
	seconds, problem := readMaxAge(text)
	// JavaScript's numbers are whole up to there, and no other is ever written.
	const most = 1 << 53
	switch {
	case problem == &MaxAgeEmpty:
		problem = &MaxAgeNotInteger // An empty text is none of the XML's.
	case problem == nil && (seconds > most || seconds < -most):
		problem = &MaxAgeOutOfRange
	case problem == nil:
		r.rule.MaxAgeSeconds = &seconds
		if !isText {
			return
		}
		problem = &NumberAsText
	}
	r.report(problem, core.MaxAgeSeconds, value, excerpt(text))
}

// reportType tells that a value is of a kind that cannot be read where it stands. What is missing has been told.
//
//go:noinline
func (r *jsonReader) reportType(member core.Member, name string, value int, wanted string) {
	if kind := r.Nodes[value].Kind; kind != literal.Missing {
		r.report(&WrongType, member, value, name, kind.String(), wanted)
	}
}
