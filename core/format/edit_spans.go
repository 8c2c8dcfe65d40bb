package format

import "s3cors/core"

// findSpans finds where the rules stand, a block with its name, and whether the text is in the form that is written here: Terraform
// may be JSON too, and a template a program in another language. within is where the list of the rules stands.
func (e *editor) findSpans(within *core.Span) {
	e.spans = make([]core.Span, 0, len(e.places))
	for i := range e.places {
		span := e.places[i].Rule.Whole
		if !e.isXML {
			e.foreign = e.foreign || !isWithin(&span, within) || e.isForeign(i)
			if e.target.rule.style.aligned {
				block := e.keyBefore(span.Start)
				e.foreign = e.foreign || core.TrimSpace(e.text[block:span.Start]) != "cors_rule"
				if !e.foreign {
					span.Start = block
				}
			}
		}
		e.spans = append(e.spans, span)
	}
}

// isForeign says whether a rule is in another form than is written here, or in a call, which may make something else of it.
func (e *editor) isForeign(index int) bool {
	style, places := e.target.rule.style, &e.places[index].Rule
	at := e.assignBefore(e.anyMember(index).Start)
	if at == 0 || core.Index(style.assign, e.text[at-1]) < 0 {
		return true
	}
	isCalled := isWithin(&places.Value, &places.Whole) && e.text[places.Whole.Start] != '{'
	return style.open != "" && (e.text[places.Value.Start] != '{' || isCalled)
}

// native says whether the text is in the form that is written here. Where it is not, an edit that needs it has failed.
func (e *editor) native() bool {
	e.failed = e.failed || e.foreign
	return !e.failed
}

//go:noinline
func isWithin(span, around *core.Span) bool {
	return span.Start >= around.Start && span.End <= around.End
}

// isHeld says whether what begins at a place is the value of a name or a key, which does not do without it and has no other beside it:
// const rule = {...}, which a call then takes by its name.
func (e *editor) isHeld(at int) bool {
	if e.isXML || e.target.rule.style.yaml || e.target.rule.style.aligned {
		return false
	}
	for at > 0 && core.Index(blanks, e.text[at-1]) >= 0 {
		at--
	}
	return at > 0 && core.Index("=:?&|", e.text[at-1]) >= 0 || core.HasSuffix(e.text[:at], "=>")
}

// isCast says whether something else follows a rule than what parts it from the next or ends the list: as CorsRule.
func (e *editor) isCast(end int) bool {
	if e.isXML || e.target.rule.style.between == "" {
		return false
	}
	end += pastComments(e.text[end:])
	return end < len(e.text) && core.Index("abcdefghijklmnopqrstuvwxyz.?|&!(", e.text[end]) >= 0
}
