package main

import "s3cors/core"

// fix writes Fix.
func (e *encoder) fix(fix *core.Fix) {
	e.open("", "{")
	e.text("title", fix.Title)
	if e.fixesInFull {
		e.configuration("configuration", &fix.Configuration)
	} else {
		e.composition(fix.Configuration.CORSRules)
	}
	if len(fix.Edits) > 0 {
		e.open("edits", "[")
		for i := range fix.Edits {
			e.open("", "{")
			e.span(&fix.Edits[i].Span)
			e.text("text", fix.Edits[i].Text)
			e.close("}")
		}
		e.close("]")
	}
	e.close("}")
}

// composition writes the rules of a fix as runs of the source's own rules and as new ones
// (package comment, Fixes).
func (e *encoder) composition(rules []core.CORSRule) {
	var own []core.CORSRule
	if e.source != nil && e.source.document.Configuration != nil {
		own = e.source.document.Configuration.CORSRules
	}
	e.open("configuration", "[")
	next := 0
	for i := 0; i < len(rules); {
		from := indexOfRule(own, &rules[i], next)
		if from < 0 {
			e.rule(&rules[i])
			i++
			next++
			continue
		}
		to := from
		for i < len(rules) && to < len(own) && sameRule(&rules[i], &own[to]) {
			i++
			to++
		}
		e.open("", "[")
		e.number("", int64(from))
		e.number("", int64(to))
		e.close("]")
		e.refersToSource = !e.holdsConfiguration
		next = to
	}
	e.close("]")
}

// indexOfRule finds a rule, at the index where it is likely to be or elsewhere; -1 if it is not there.
func indexOfRule(rules []core.CORSRule, rule *core.CORSRule, likely int) int {
	if likely < len(rules) && sameRule(&rules[likely], rule) {
		return likely
	}
	for i := range rules {
		if sameRule(&rules[i], rule) {
			return i
		}
	}
	return -1
}

func sameRule(a, b *core.CORSRule) bool {
	return sameText(a.ID, b.ID) && sameNumber(a.MaxAgeSeconds, b.MaxAgeSeconds) &&
		sameList(a.AllowedOrigins, b.AllowedOrigins) && sameList(a.AllowedMethods, b.AllowedMethods) &&
		sameList(a.AllowedHeaders, b.AllowedHeaders) && sameList(a.ExposeHeaders, b.ExposeHeaders)
}

func sameText(a, b *string) bool { return a == b || a != nil && b != nil && *a == *b }

func sameNumber(a, b *int64) bool { return a == b || a != nil && b != nil && *a == *b }

func sameList(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	if len(a) == 0 || &a[0] == &b[0] {
		return true
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
