package format

import "s3cors/core"

const blanks = " \t\r\n"

// callAround finds the call that adds a rule alone (AWS CDK, Bucket.addCorsRule takes one rule): where its name begins, its bracket and its
// end, behind the semicolon if it has one. The name begins at -1 where there is no such call.
func (e *editor) callAround(rule *core.Span) (start, open, end int) {
	for open = rule.Start - 1; open > 0 && core.Index(blanks, e.text[open]) >= 0; {
		open--
	}
	if open < 0 || e.text[open] != '(' {
		return -1, 0, 0
	}
	for start = open; start > 0 && core.Index("(){}[];,=:!&|?+"+blanks, e.text[start-1]) < 0; {
		start--
	}
	if name := e.text[start:open]; !core.HasSuffix(name, ".addCorsRule") && !core.HasSuffix(name, ".add_cors_rule") {
		return -1, 0, 0
	}
	for end = rule.End; end < len(e.text) && core.Index(blanks+",)", e.text[end]) >= 0; end++ {
		if e.text[end] == ')' {
			if end++; end < len(e.text) && e.text[end] == ';' {
				end++
			}
			return start, open, end
		}
	}
	return start, open, -1
}

// newCalls adds rules behind one that stands alone in its call, or before it, each by such a call. It is false where there is none.
func (e *editor) newCalls(neighbour int, rules []core.CORSRule, before bool) bool {
	rule := &e.spans[neighbour]
	start, open, end := e.callAround(rule)
	if start < 0 {
		return false
	}
	space := e.spaceBefore(start)
	if end < 0 || !hasLine(space) && start > len(space) {
		e.failed = true // The call is a part of something else.
		return true
	}
	indent, added := core.Trim(space, "\r\n"), ""
	for i := 0; i < len(rules) && !e.placesOnly; i++ {
		text := e.written(&rules[i])
		if text == "" {
			text = e.dressed(e.ruleText(&rules[i], neighbour, indent))
		}
		text = e.text[start:open+1] + text + ")"
		if e.text[end-1] == ';' {
			text += ";"
		}
		if before {
			added += text + "\n" + indent
		} else {
			added += "\n" + indent + text
		}
	}
	s := e.ruleSlot(neighbour)
	at := s.lead
	if !before {
		at = s.tail.End
	}
	e.replace(at, at, added)
	return true
}
