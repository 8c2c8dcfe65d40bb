package format

import "s3cors/core"

// newRules adds rules behind another one, or before the first.
func (e *editor) newRules(neighbour int, rules []core.CORSRule, before bool) {
	start := e.spans[neighbour].Start
	if !e.isXML && e.target.rule.style.yaml && e.dashed(start) == start {
		e.failed = true // No rule of YAML is written in braces here.
	}
	if !e.native() || e.newCalls(neighbour, rules, before) {
		return
	}
	added := ""
	for i := 0; i < len(rules) && !e.placesOnly; i++ {
		added += e.newRule(&rules[i], neighbour, before)
	}
	s := e.ruleSlot(neighbour)
	e.failed = e.failed || s.held
	if before {
		e.replace(s.lead, s.lead, added)
	} else {
		e.addBehind(s, added)
	}
}

// newRule is the text of a rule that is added behind another one, or before the first.
func (e *editor) newRule(rule *core.CORSRule, neighbour int, before bool) string {
	start := e.spans[neighbour].Start
	space := e.spaceBefore(start)
	text := e.written(rule)
	between := ""
	if !e.isXML {
		between = e.target.rule.style.between
	}
	if !hasLine(space) && start > len(space) {
		space = "" // What stands before the first line's text is its indent, other blanks are none.
	}
	if text == "" {
		text = e.ruleText(rule, neighbour, core.Trim(space, "\r\n"))
		if between != "" && (e.marked || !hasLine(e.slice(&e.spans[neighbour]))) {
			text = onOneLine(text)
		}
		text = e.dressed(text)
	}
	if between != "" && !hasLine(space) {
		space = " "
	}
	switch {
	case before && !e.isXML && e.target.rule.style.aligned:
		return text + "\n" + space
	case before && !e.isXML && e.target.rule.style.yaml:
		return "- " + text + e.spaceBefore(e.dash(start))
	case before:
		return text + between + space
	case !e.isXML && e.target.rule.style.aligned && !hasLine(space):
		return "\n\n" + space + text
	case !e.isXML && e.target.rule.style.aligned:
		return "\n" + space + text
	case !e.isXML && e.target.rule.style.yaml:
		return e.spaceBefore(e.dash(start)) + "- " + text
	}
	return between + space + text
}

// dash is where the dash of a YAML list stands before an item.
func (e *editor) dash(start int) int {
	for start > 0 && e.text[start-1] == ' ' {
		start--
	}
	if start > 0 && e.text[start-1] == '-' {
		start--
	}
	return start
}

// onOneLine takes the line ends out of a rule, and the comma behind its last member. A text in it has none.
func onOneLine(text string) string {
	var out []byte
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' {
			out = append(out, text[i])
			continue
		}
		for i+1 < len(text) && text[i+1] == ' ' {
			i++
		}
		switch last, closes := out[len(out)-1], core.Index("}]", text[i+1]) >= 0; {
		case closes && last == ',':
			out = out[:len(out)-1]
		case !closes && last == ',':
			out = append(out, ' ')
		}
	}
	return string(out)
}

// ruleText writes a rule as the format has it, for a place with that indent, and with the keys in quotes if its neighbour has them.
func (e *editor) ruleText(rule *core.CORSRule, neighbour int, indent string) string {
	if e.isXML {
		return e.xmlRule(rule, indent)
	}
	t, style := *e.target, *e.target.rule.style
	t.indent = indent
	if quote := e.keyQuote(e.keyBefore(e.anyMember(neighbour).Start)); style.bareKeys && style.open == "{" && quote != 0 {
		style.bareKeys, style.quote = false, quote
	}
	if t.rule.style.yaml {
		t.indent = e.indentOf(e.dash(e.spans[0].Start))
	}
	w := e.writer(&t, &style)
	w.rule(rule)
	text := core.Trim(string(w.out), " \t\r\n")
	if t.rule.style.yaml {
		return text[len("- "):]
	}
	return text
}
