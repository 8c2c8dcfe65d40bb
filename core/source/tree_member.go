package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// readMember reads the value of a member. null and a value that is missing leave it absent.
func (r *treeReader) readMember(member core.Member, value int) {
	value = r.valueNode(value)
	kind := r.Nodes[value].Kind
	if kind == literal.Null || kind == literal.Missing {
		return
	}
	place := r.placeOf(value)
	r.places.Members[member].Whole = place
	isText := kind == literal.String || kind == literal.Word
	wanted := "a text"
	switch {
	case member.IsList():
		if kind == literal.List {
			r.readItems(member, value)
			return
		}
		if isText || r.isCode(value) && r.constant(member, value) != "" {
			r.readJoined(member, value)
			return
		}
		wanted = "a list of texts"
	case member == core.MaxAgeSeconds:
		if isText || kind == literal.Number {
			r.readMaxAge(value, isText)
			return
		}
		wanted = "a number"
	case isText || r.isCode(value) || kind == literal.Number && r.isLax():
		id := r.textOf(value)
		if given := r.placeholder(core.RulePath(r.index).Member(core.ID), id, &place, r.isCode(value)); given != nil {
			id = core.Join(given.Texts, "")
		}
		r.rule.ID = &id
		return
	}
	if r.isCode(value) {
		if given := r.placeholder(core.RulePath(r.index).Member(member), r.source(value), &place, true); given != nil {
			r.fill(member, given, &place)
		}
		return
	}
	r.reportType(member, member.String(), value, wanted)
}

// fill takes the given value of a whole member.
func (r *treeReader) fill(member core.Member, given *GivenValue, place *core.Place) {
	for _, text := range given.Texts {
		if member.IsList() {
			r.append(member, text, place)
		} else if seconds, problem := readMaxAge(text); problem == nil {
			r.rule.MaxAgeSeconds = &seconds
		}
	}
}

//go:noinline
func (r *treeReader) placeOf(value int) core.Place {
	return core.Place{Value: r.Nodes[value].Inner(), Whole: r.Nodes[value].Span()}
}

// readItems reads the texts of a list.
func (r *treeReader) readItems(member core.Member, list int) {
	count := 0
	for item := list + 1; item < r.Behind(list); item = r.Behind(item) {
		count++
	}
	r.rule.MakeRoom(member, count)
	r.places.Members[member].Items = make([]core.Place, 0, count)
	for item, i := list+1, 0; item < r.Behind(list); item, i = r.Behind(item), i+1 {
		value := r.valueNode(item)
		isCode := r.isCode(value)
		if kind := r.Nodes[value].Kind; kind != literal.String && kind != literal.Word && !isCode {
			if kind == literal.Key || kind == literal.Missing {
				continue
			}
			r.reportType(member, indexed(member.String(), i), value, "a text")
			continue
		}
		place := r.placeOf(value)
		if text := r.constant(member, value); isCode && text != "" {
			r.append(member, text, &place)
		} else {
			r.take(member, r.textOf(value), &place, isCode)
		}
	}
	if len(r.rule.List(member)) == 0 {
		r.rule.MakeRoom(member, 0)
	}
}

// append adds a text to a list.
//
//go:noinline
func (r *treeReader) append(member core.Member, text string, place *core.Place) {
	r.rule.Append(member, text)
	r.places.AddItem(member, *place)
}

// readJoined reads a text that stands where a list is wanted: one value, or several with commas
// between them. Empty parts are left out, unless there is nothing else.
func (r *treeReader) readJoined(member core.Member, value int) {
	text, whole := r.TextOf(value), r.placeOf(value)
	if constant := r.constant(member, value); r.isCode(value) {
		text = constant
	}
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
		r.take(member, part, &place, false)
		count++
	}
	r.fixList(r.report(&ValueNotList, member, value, member.String(), excerpt(text), core.Itoa(count)), member, value)
}

// isLax says whether the tool makes texts of numbers and numbers of texts.
//
//go:noinline
func (r *treeReader) isLax() bool {
	return r.names == &cloudFormationNames || r.find.format == Terraform
}

// readMaxAge reads MaxAgeSeconds: a number, or a text that is one.
func (r *treeReader) readMaxAge(value int, isText bool) {
	text := r.TextOf(value)
	place := r.placeOf(value)
	if isText {
		if !r.isValue && isPlaceholder(text) {
			if given := r.placeholder(core.RulePath(r.index).Member(core.MaxAgeSeconds), text, &place, true); given != nil {
				r.fill(core.MaxAgeSeconds, given, &place)
			}
			return
		}
	}
	for r.isProgram() && core.Index(text, '_') > 0 {
		before, after, _ := core.Cut(text, '_')
		text = before + after
	}
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
		if !isText || r.isLax() {
			return
		}
		problem = &NumberAsText
	}
	d := r.report(problem, core.MaxAgeSeconds, value, excerpt(text))
	if problem == &NumberAsText {
		r.fixNode(d, value, core.FormatInt(seconds))
	}
}

// reportType tells that a value is of a kind that cannot be read where it stands. What is missing has been told.
//
//go:noinline
func (r *treeReader) reportType(member core.Member, name string, value int, wanted string) {
	if kind := r.Nodes[value].Kind; kind != literal.Missing {
		r.report(&WrongType, member, value, name, kind.String(), wanted)
	}
}
