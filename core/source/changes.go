package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// What a program changes of its rules after it has written them is known only when it runs: those members are left out, and are
// placeholders.

// deepSteps is more than there are from a configuration to its rules: what is changed is in a rule.
const deepSteps = 8

// changed is a definition with changes, and a part of the tree that belongs to its value.
type changed struct {
	*definition
	// value is what is defined, from and to are the part; isRule says that the value is one of the rules.
	value, from, to int
	isRule          bool
}

// mostChanged bounds the parts of the tree that are kept of what a program changes.
const mostChanged = 100

// gatherChanges lists what the program changes, with what is in it by its name.
func (r *treeReader) gatherChanges() {
	r.bind()
	for _, key := range r.keys {
		name, _ := r.plainName(r.TextOf(key))
		if d := &r.defined.list[r.defined.find(name)]; len(d.changes) > 0 || d.again > 0 {
			r.addChanged(&changed{definition: d, value: key + 1, isRule: r.isRule(key + 1)}, key+1, 0)
		}
	}
}

func (r *treeReader) addChanged(c *changed, node, depth int) {
	if len(r.changed) == mostChanged || depth == mostSpreads {
		return
	}
	c.from, c.to = node, max(node+1, r.Behind(node))
	r.changed = append(r.changed, *c)
	for inside := node; inside < r.Behind(node) && r.compared < mostCompared; inside++ {
		r.compared++
		if target := r.resolveRules(inside); target >= 0 && r.kind(target) != literal.String {
			r.addChanged(c, target, depth+1)
		}
	}
}

// reportChanges tells what is done to the list of rules, or to what holds it: rules may come before those that are written, and these may go.
func (r *treeReader) reportChanges() {
	rule := r.find.rules[0].node
	for i := range r.changed {
		d := &r.changed[i]
		if rule < d.from || rule >= d.to {
			continue
		}
		for j := range d.changes {
			if c := &d.changes[j]; c.member == core.NoMember && r.isAround(d, c) {
				r.tellUnknownAt(core.UnknownRules(0), r.Text[c.span.Start:c.span.End], c.span)
			}
		}
		if again := d.again; again > 0 && r.span(again).Start >= d.definition.from && r.span(again).Start < d.definition.to {
			r.tellUnknown(core.UnknownRules(0), again+1)
		}
	}
}

// isAround says whether a change is one of what holds the rules, not of a rule.
func (r *treeReader) isAround(d *changed, c *change) bool {
	switch r.kind(d.value) {
	case literal.List:
		return c.steps <= 1
	case literal.Object:
		return c.steps <= 2 && !d.isRule
	}
	return false
}

// isRule says whether a value looks like a rule.
func (r *treeReader) isRule(value int) bool {
	rule := r.ruleNode(value)
	if rule < 0 {
		return false
	}
	look := r.lookAgain(rule)
	return max(look.origins, look.methods) > noRule
}

// leaveOutChanged makes placeholders of the members of a rule that the program changes.
func (r *treeReader) leaveOutChanged(node int) {
	for i := range r.changed {
		d := &r.changed[i]
		if node < d.from || node >= d.to {
			continue
		}
		for j := range d.changes {
			c := &d.changes[j]
			switch {
			case c.member != core.NoMember:
				r.leaveOut(c.member, c)
			case r.isAround(d, c), r.kind(d.value) == literal.Call && !d.isRule: // A bucket has many methods.
			default:
				for member := core.AllowedMethods; int(member) < len(r.given); member++ {
					r.leaveOut(member, c)
				}
			}
		}
	}
}

//go:noinline
func (r *treeReader) leaveOut(member core.Member, c *change) {
	if r.given[member] < 0 {
		return
	}
	r.given[member] = -1
	place := core.Place{Value: c.span, Whole: c.span}
	if given := r.placeholder(core.RulePath(r.index).Member(member), r.Text[c.span.Start:c.span.End], &place, true); given != nil {
		r.fill(member, given, &place)
	}
}
