package format

import "s3cors/core"

// rule changes the members of a rule.
func (e *editor) rule(index int) {
	before, after, places := &e.before[index], &e.after[index], &e.places[index]
	added, within := "", "" // within: what stands in an object of its own (R2)
	for _, member := range core.Members {
		if sameMember(before, after, member) {
			continue
		}
		place := &places.Members[member]
		if e.isShared(index, member) {
			e.failed = true
			return
		}
		if member == core.ExposeHeaders && !e.isXML && e.target.loses&roles != 0 {
			continue // Its list is that of the other role.
		}
		switch {
		case place.Whole.Whole.End == 0:
			text := e.newMember(after, member, places)
			if e.isNested(member) {
				within += text
			} else {
				added += text
			}
		case e.goes(after, member) && member.IsList():
			e.removeMember(&place.Whole.Whole)
		case member.IsList():
			e.list(before.List(member), after.List(member), member, place)
		default:
			value, present := single(after, member)
			if present {
				e.value(&place.Whole, value, member)
			} else {
				e.removeMember(&place.Whole.Whole)
			}
		}
	}
	if within != "" {
		at := e.lastKept(after, places, true).End
		e.replace(at, at, e.dressed(within))
	}
	if added != "" {
		at := e.afterComment(e.lastKept(after, places, false).End, added)
		e.replace(at, at, e.dressed(added))
	}
}

// isNested says whether a member stands in an object of its own, as R2 has origins, methods and headers.
func (e *editor) isNested(member core.Member) bool {
	return !e.isXML && e.target.loses&limits != 0 && (member == core.AllowedOrigins || member == core.AllowedMethods || member == core.AllowedHeaders)
}

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

// lastMember is the member of a rule that stands last in the text, of those that are nested or of the others: new ones come behind it.
func (e *editor) lastMember(places *core.RulePlaces, nested bool) *core.Span {
	last := &core.Span{}
	for i := range places.Members {
		// What stands elsewhere is a constant of a program, or an anchor of YAML.
		if whole := &places.Members[i].Whole.Whole; whole.End > last.End && e.isNested(core.Member(i)) == nested &&
			whole.Start >= places.Rule.Whole.Start && whole.End <= places.Rule.Whole.End {
			last = whole
		}
	}
	return last
}

// anyMember is the last of those that are not nested, or of those that are.
func (e *editor) anyMember(rule int) *core.Span {
	last := e.lastMember(&e.places[rule], false)
	if last.End == 0 {
		last = e.lastMember(&e.places[rule], true)
	}
	return last
}

// isShared says whether a change of a member would change more than is meant: the text serves another rule too, as an anchor of YAML and
// a constant of a program may, or Google's other role of the headers, unless that changes alike.
func (e *editor) isShared(index int, member core.Member) bool {
	if after := &e.after[index]; !e.isXML && e.target.loses&roles != 0 && (member == core.AllowedHeaders || member == core.ExposeHeaders) &&
		!sameTexts(after.AllowedHeaders, after.ExposeHeaders) {
		return true
	}
	whole := e.places[index].Members[member].Whole.Whole
	for i := range e.places {
		for j := range e.places[i].Members {
			if i != index && whole.End > 0 && e.places[i].Members[j].Whole.Whole == whole {
				return true
			}
		}
	}
	return false
}

// lastKept is the last member that is not taken out; where all are, the last one.
func (e *editor) lastKept(after *core.CORSRule, places *core.RulePlaces, nested bool) *core.Span {
	kept := *places
	for _, member := range core.Members {
		if e.goes(after, member) {
			kept.Members[member] = core.MemberPlaces{}
		}
	}
	if last := e.lastMember(&kept, nested); last.End > 0 {
		return last
	}
	return e.lastMember(places, nested)
}

// goes says whether a member is taken out of a rule: R2 wants no empty lists.
func (e *editor) goes(rule *core.CORSRule, member core.Member) bool {
	if member == core.AllowedHeaders || member == core.ExposeHeaders {
		return !e.isXML && e.target.loses&limits != 0 && len(rule.List(member)) == 0
	}
	_, present := single(rule, member)
	return !member.IsList() && !present
}

// newMember is the text of a member that the rule lacks, to stand behind its last one.
func (e *editor) newMember(rule *core.CORSRule, member core.Member, places *core.RulePlaces) string {
	last := e.lastMember(places, e.isNested(member))
	if last.End == 0 || !e.isXML && e.target.rule.names[member] == "" || !e.native() {
		e.failed = true
		return ""
	}
	if e.placesOnly && (!e.isXML || len(valuesOf(rule, member)) > 0) {
		return "a member"
	}
	if e.isXML {
		space := e.spaceBefore(e.lastElement(places))
		if !hasLine(space) {
			space = ""
		}
		text := ""
		for _, value := range valuesOf(rule, member) {
			text += space + element(member, value)
		}
		return text
	}
	key := e.keyBefore(last.Start)
	space := e.spaceBefore(key)
	style := e.target.rule.style
	between := style.ends
	switch {
	case hasLine(space):
	case style.yaml && e.text[e.dash(key)] == '-':
		space = e.spaceBefore(e.dash(key)) + "  "
	default:
		if style.yaml {
			between = "," // It stands in braces.
		}
		space = " "
	}
	t := *e.target
	w := writer{target: &t, options: &Options{}, style: style}
	name := t.rule.names[member]
	if quote := e.keyQuote(key); quote != 0 {
		name = string(quote) + name + string(quote)
	}
	w.put(between + space + name + style.assign)
	w.value(rule, member, core.Trim(space, "\r\n"))
	return string(w.out)
}

// lastElement is where the last element of a rule begins.
func (e *editor) lastElement(places *core.RulePlaces) int {
	start := 0
	for i := range places.Members {
		member := &places.Members[i]
		start = max(start, member.Whole.Whole.Start)
		if n := len(member.Items); n > 0 {
			start = max(start, member.Items[n-1].Whole.Start)
		}
	}
	return start
}

// keyBefore is where the key of a value begins.
func (e *editor) keyBefore(at int) int {
	at = e.assignBefore(at)
	if at > 0 && (e.text[at-1] == ':' || e.text[at-1] == '=') {
		at = e.skipBack(at - 1)
	}
	if at == 0 {
		return 0
	}
	if quote := e.text[at-1]; quote == '"' || quote == '\'' {
		for at -= 2; at > 0 && e.text[at] != quote; at-- {
		}
		if e.dress == escaped {
			at--
		}
		return max(at, 0)
	}
	if e.dress == entities {
		for at -= len(quoteEntity); at > 0 && !core.HasPrefix(e.text[at-1:], quoteEntity); at-- {
		}
		return max(at-1, 0)
	}
	for at > 0 && (core.IsTokenByte(e.text[at-1]) || e.text[at-1] >= 0x80) {
		at--
	}
	return at
}

// assignBefore is the place behind the sign that stands between a key and its value. In YAML an anchor, comments and line ends may stand
// there too.
func (e *editor) assignBefore(at int) int {
	for end := at; e.target.rule.style.yaml; {
		start := core.LastIndex(e.text[:end], '\n') + 1
		line := e.text[start:end]
		if end < at {
			line = uncommented(line)
		}
		if colon := core.LastIndex(line, ':'); colon >= 0 {
			return start + colon + 1
		}
		if start == 0 || core.TrimSpace(line) != "" {
			break
		}
		end = start - 1
	}
	return e.skipBack(at)
}

// uncommented is a line of YAML without the comment at its end.
func uncommented(line string) string {
	if comment := core.IndexText(" "+line, " #"); comment >= 0 {
		return line[:comment]
	}
	return line
}

//go:noinline
func (e *editor) skipBack(at int) int {
	for at > 0 && (e.text[at-1] == ' ' || e.text[at-1] == '\t') {
		at--
	}
	return at
}

// removeMember takes out a member with its key and the comma behind or before it.
func (e *editor) removeMember(whole *core.Span) {
	start, end := whole.Start, whole.End
	if e.isXML {
		if space := e.spaceBefore(start); hasLine(space) {
			start -= len(space)
		}
		e.replace(start, end, "")
		return
	}
	start = e.keyBefore(start)
	space := e.spaceBefore(start)
	behind := end
	for behind < len(e.text) && core.Index(" \t\r\n", e.text[behind]) >= 0 {
		behind++
	}
	switch {
	case behind < len(e.text) && e.text[behind] == ',':
		end = behind + 1
		if hasLine(space) {
			start -= len(space)
		} else if end < len(e.text) && e.text[end] == ' ' {
			end++
		}
	case e.target.rule.style.ends != "":
		start -= len(space)
		if start > 0 && e.text[start-1] == ',' {
			start--
		}
	case hasLine(space):
		start -= len(space)
	}
	e.replace(start, end, "")
}

// literal writes a value in the quotes of the text that stands at a place, or in those of the format.
//
//go:noinline
func (e *editor) literal(value string, member core.Member, at int) string {
	if e.dress == plain && at >= 0 && core.Index(`\&`, e.text[at]) >= 0 {
		e.failed = true // It is in a dress that is not known.
	}
	if member == core.MaxAgeSeconds || e.placesOnly {
		return value
	}
	if methods := e.target.rule.methods; member == core.AllowedMethods && methods != "" && (at < 0 || e.text[at] == 's') {
		return methods + value
	}
	w := e.writerAt(at)
	w.text(value)
	return string(w.out)
}

// writerAt writes texts in the quotes of that at a place, or in those of the format.
func (e *editor) writerAt(at int) *writer {
	style, t := *e.target.rule.style, *e.target
	if at >= 0 && (e.text[at] == '"' || e.text[at] == '\'') {
		style.quote = e.text[at]
		style.yaml = style.yaml && style.quote == '\'' // A text in double quotes stays in them.
	}
	return &writer{target: &t, options: &Options{}, style: &style}
}
