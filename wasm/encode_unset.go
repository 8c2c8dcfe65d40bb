package main

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// unset writes the names of the placeholders without a value on which a simulation depends: those of rules that did not take the request, and
// might with some value of theirs, since all that failed stands in members with such a placeholder, and those that stand for rules.
func (e *encoder) unset(simulation *s3.Simulation) {
	var names []string
	traces := simulation.Trace
	for i := range traces {
		trace := &traces[i]
		failed := 0
		if trace.Origin.Result == s3.Failed {
			failed = 1 << core.AllowedOrigins
		}
		if trace.Method.Result == s3.Failed {
			failed |= 1 << core.AllowedMethods
		}
		for j := range trace.Headers {
			if trace.Headers[j].Result == s3.Failed {
				failed |= 1 << core.AllowedHeaders
			}
		}
		names = e.source.unsetIn(names, trace.Rule, failed)
	}
	if simulation.Reached {
		names = e.source.unsetRules(names, simulation.Rule)
	}
	e.texts(`"unset":[`, &names, false)
}

// unsetIn adds the names of the placeholders without a value in members of a rule, if each of the members has one.
func (k *kept) unsetIn(names []string, rule, members int) []string {
	if k == nil || members == 0 {
		return names
	}
	before, without := names, members
	placeholders := k.document.Placeholders
	for i := range placeholders {
		p := &placeholders[i]
		at, _ := p.Path.Rule()
		if bit := 1 << p.Path.MemberOf(); at == rule && !p.Given && members&bit != 0 {
			without &^= bit
			names = addName(names, p.Name)
		}
	}
	if without != 0 {
		return before
	}
	return names
}

// unsetRules adds the names of the placeholders that stand for rules, where these might answer before the rule that does, or where none does (-1).
func (k *kept) unsetRules(names []string, answers int) []string {
	if k == nil {
		return names
	}
	placeholders := k.document.Placeholders
	for i := range placeholders {
		if from, ok := placeholders[i].Path.OpensFrom(); ok && (answers < 0 || from <= answers) {
			names = addName(names, placeholders[i].Name)
		}
	}
	return names
}

// isUnset says whether a value is a placeholder without one: how it differs from what it is compared with is not known.
func (k *kept) isUnset(at core.Path) bool {
	if k == nil {
		return false
	}
	placeholders := k.document.Placeholders
	for i := range placeholders {
		if p := &placeholders[i]; p.Path == at && !p.Given {
			return true
		}
	}
	return false
}

//go:noinline
func addName(names []string, name string) []string {
	for i := range names {
		if names[i] == name {
			return names
		}
	}
	return append(names, name)
}
