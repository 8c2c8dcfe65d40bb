package main

import (
	"unsafe"

	"s3cors/core"
	"s3cors/core/format"
)

// fix writes Fix, with edits of the source's text where it comes without.
func (e *encoder) fix(fix *core.Fix) {
	e.draft(fix)
	e.fixMembers(fix)
	e.put("}")
}

// draft gives a fix the edits of the source's text that it comes without.
//
//go:noinline
func (e *encoder) draft(fix *core.Fix) {
	if fix.Edits == nil && e.source != nil {
		fix.Edits = format.Draft(e.source.document, &fix.Configuration)
	}
}

// fixOnDemand writes the title of a fix, where it stands among the diagnostics of the source, and whether it has edits
// (package comment, Fixes).
func (e *encoder) fixOnDemand(fix *core.Fix, place string) {
	e.write(`{"title":$"place":$`, fix.Title, place)
	if len(fix.Edits) > 0 || format.CanDraft(e.source.document, &fix.Configuration) {
		e.open(`"edits":@`)
		e.put("true")
	}
	e.put("}")
}

//go:noinline
func (e *encoder) fixMembers(fix *core.Fix) {
	e.write(`{"title":$`, fix.Title)
	e.change(fix)
}

// change writes what a fix changes. A rule that it leaves as it is in the source is written as its index there.
//
//go:noinline
func (e *encoder) change(fix *core.Fix) {
	e.open(`"configuration":{"CORSRules":[`)
	rules, edits := fix.Configuration.CORSRules, fix.Edits
	for i := range rules {
		index := e.indexOfRule(&rules[i], i)
		if index < 0 {
			e.rule(&rules[i])
			continue
		}
		e.write("#", core.Itoa(index))
		e.refersToSource = !e.holdsConfiguration
	}
	e.put("]}")
	if len(edits) > 0 {
		e.open(`"edits":[`)
		e.edits(edits)
		e.put("]")
	}
}

//go:noinline
func (e *encoder) edits(edits []core.TextEdit) {
	for i := range edits {
		e.open("{")
		e.span(&edits[i].Span)
		e.write(`"text":$}`, edits[i].Text)
	}
}

// indexOfRule finds a rule of the source, which is likely at an index; -1 if it is not there.
//
//go:noinline
func (e *encoder) indexOfRule(rule *core.CORSRule, likely int) int {
	if e.source == nil || e.source.document.Configuration == nil {
		return -1
	}
	rules := e.source.document.Configuration.CORSRules
	if likely < len(rules) && sameRule(rule, &rules[likely]) {
		return likely
	}
	for i := range rules {
		if sameRule(rule, &rules[i]) {
			return i
		}
	}
	return -1
}

// sameRule says whether a rule is a copy of another: its members are the same texts and lists in memory, and not only
// alike. A fix is made by copying the rules and changing some, so that this finds all that are unchanged.
//
//go:noinline
func sameRule(a, b *core.CORSRule) bool {
	type words = [unsafe.Sizeof(*a) / unsafe.Sizeof(uintptr(0))]uintptr
	return *(*words)(unsafe.Pointer(a)) == *(*words)(unsafe.Pointer(b))
}
