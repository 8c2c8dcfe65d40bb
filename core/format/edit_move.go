package format

import "s3cors/core"

// fill puts a rule into the place of another, with its comments if it comes from elsewhere. What is not known yet is made of the other.
func (e *editor) fill(index int, rule *core.CORSRule, first, was, is int) {
	text := e.written(rule)
	if text == "" {
		if e.rule(index, rule); !e.moves(index, first, is) {
			return
		}
	}
	to, lead, tail := e.ruleSlot(index), "", ""
	if text != "" {
		if from := e.find(rule, first, was, false); from >= 0 {
			e.taken[from] = true
			s := e.ruleSlot(from)
			lead, text, tail = e.text[s.lead:s.head], e.slice(&s.body), e.slice(&s.tail)
			if hasLine(lead) && !e.beginsLine(to.lead) {
				lead = "\n" + e.indentAt(s.lead) + lead
			}
			if tail != "" && to.follows {
				tail += "\n" + e.indentAt(to.body.End)
			}
		}
		e.failed = e.failed || to.held
		e.change(to.body.Start, to.body.End, text)
	}
	// The comma before a new rule would come into the comment.
	e.failed = e.failed || tail != "" && to.comma < 0 && index == was-1 && is > was && !e.isXML && e.target.rule.style.between != ""
	e.change(to.lead, to.head, lead)
	e.change(to.tail.Start, to.tail.End, tail)
}

// moves says whether a rule, the place of which another takes, is one of a range after the change.
func (e *editor) moves(index, first, is int) bool {
	if e.marksAfter == nil {
		e.marksAfter = marksOf(e.after)
	}
	for i := first; i < is; i++ {
		if e.marksAfter[i] == e.marks[index] && sameRule(&e.before[index], &e.after[i]) {
			return true
		}
	}
	return false
}

// written is the text of a rule that the source has already; "" if it has none.
func (e *editor) written(rule *core.CORSRule) string {
	if i := e.find(rule, 0, len(e.before), true); i >= 0 {
		return e.slice(&e.spans[i])
	}
	return ""
}

// find is the index of a rule of the source in a range, of those whose text is not where it is to be yet, or again; -1 if there is none.
func (e *editor) find(rule *core.CORSRule, from, to int, again bool) int {
	if e.marks == nil {
		e.marks = marksOf(e.before)
	}
	mark := markOf(rule)
	for i := from; i < to; i++ {
		if e.marks[i] == mark && (again || !e.taken[i]) && sameRule(&e.before[i], rule) {
			return i
		}
	}
	return -1
}
