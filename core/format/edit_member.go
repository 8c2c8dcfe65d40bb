package format

import "s3cors/core"

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
			text += space + e.element(member, value)
		}
		return text
	}
	key := e.keyBefore(last.Start)
	space := e.spaceBefore(key)
	style := e.target.rule.style
	between := style.ends
	switch {
	case hasLine(space):
	case style.aligned:
		space = "\n" + e.indentAt(places.Rule.Value.Start) + style.unit
	case style.yaml && e.text[e.dash(key)] == '-':
		space = e.spaceBefore(e.dash(key)) + "  "
	default:
		if style.yaml {
			between = "," // It stands in braces.
		}
		space = " "
	}
	t := *e.target
	w := e.writer(&t, style)
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
	return e.writer(&t, &style)
}

// writer writes what is inserted.
//
//go:noinline
func (e *editor) writer(t *target, s *style) *writer {
	own := *s
	own.within = own.within || e.host.quote == '\''
	return &writer{target: t, options: &Options{}, style: &own, host: &e.host}
}
