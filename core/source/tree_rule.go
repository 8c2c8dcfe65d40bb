package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// readRules reads the rules of the list, or each that stands for itself. What is no rule is left out, so that the rules
// of the configuration are numbered without it.
func (r *treeReader) readRules() {
	f := r.find
	list := f.rules[0].node
	if f.single {
		r.makeRoom(len(f.rules))
		r.readAdded(0)
		return
	}
	if !r.isList(list) {
		r.reportType(core.NoMember, "CORSRules", list, "a list of rules")
		return
	}
	if around := f.rules[0].around; around >= 0 {
		r.tellUnknown(core.RulesPath, around)
	}
	items := r.items(list)
	count, parts := 0, 0
	for _, item := range items {
		if rule := r.ruleNode(item); rule >= 0 {
			count++
			if r.isPart(rule) {
				parts++
			}
		}
	}
	called := len(f.rules) - 1
	if parts == count && called == 0 && r.isSplit(items) {
		r.readParts(list, items)
		return
	}
	r.makeRoom(count + called)
	for i, item := range items {
		if rule := r.ruleNode(item); rule >= 0 {
			r.readRule(rule)
			r.places.Rule.Whole = r.span(item)
			if r.isConditional(item) || r.isMade(item) {
				r.tellUnknown(core.RulePath(r.index), item)
			}
			continue
		}
		if r.isCode(item) {
			r.tellUnknown(core.UnknownRules(r.index+1), item)
			continue
		}
		index := r.index
		r.index = -1
		r.reportType(core.NoMember, indexed("CORSRules", i), item, "a rule")
		r.index = index
	}
	r.readAdded(1)
	// What names stand for is looked for so often, and no more: fewer may be found than were counted.
	r.doc.Configuration.CORSRules = r.doc.Configuration.CORSRules[:r.index+1]
	r.doc.Places.Rules = r.doc.Places.Rules[:r.index+1]
}

// readAdded reads the rules that stand for themselves.
func (r *treeReader) readAdded(first int) {
	for i := first; i < len(r.find.rules); i++ {
		rule := &r.find.rules[i]
		r.content, r.element = rule.content, rule.element
		r.readRule(rule.node)
		if rule.around >= 0 {
			r.tellUnknown(core.RulePath(r.index), rule.around)
		}
	}
}

// isSplit says whether the objects of a list, of one member each, are one rule: no member stands in two of them.
func (r *treeReader) isSplit(items []int) bool {
	var seen [core.ExposeHeaders + 1]bool
	for _, item := range items {
		rule := r.ruleNode(item)
		if rule < 0 || r.Nodes[rule+1].Kind != literal.Key {
			return false
		}
		member, _ := meantMember(r.TextOf(rule + 1))
		if member == core.NoMember || seen[member] {
			return false
		}
		seen[member] = true
	}
	return len(items) > 1
}

// readParts reads the objects of a list as one rule.
func (r *treeReader) readParts(list int, items []int) {
	r.makeRoom(1)
	r.begin(r.Nodes[list].Span())
	r.report(&RuleSplit, core.NoMember, list)
	for _, item := range items {
		r.gather(r.ruleNode(item))
	}
	r.readMembers()
}

//go:noinline
func (r *treeReader) makeRoom(count int) {
	r.doc.Configuration.CORSRules = make([]core.CORSRule, count)
	r.doc.Places.Rules = make([]core.RulePlaces, count)
}

// begin makes the next rule the one that is read.
//
//go:noinline
func (r *treeReader) begin(span core.Span) {
	r.index++
	r.rule, r.places = &r.doc.Configuration.CORSRules[r.index], &r.doc.Places.Rules[r.index]
	r.places.Rule = core.Place{Value: span, Whole: span}
	r.given = [len(r.given)]int{}
	r.opaque = 0
}

func (r *treeReader) readRule(node int) {
	r.begin(r.Nodes[node].Span())
	if r.content > 0 {
		r.gather(r.content)
		r.takeElement(node)
	} else {
		r.gather(node)
	}
	r.leaveOutChanged(node)
	r.readMembers()
}

// indexed names an element of a list.
//
//go:noinline
func indexed(name string, index int) string { return name + "[" + core.Itoa(index) + "]" }

// gather takes the keys of an object, and reports those that the tool does not know.
func (r *treeReader) gather(node int) {
	for key := node + 1; key < r.Behind(node); key = r.Behind(key) {
		if target, isSpread := r.taken(node, key); target >= 0 {
			r.spreads++
			r.gather(target)
			r.spreads--
		} else if isSpread {
			r.opaque = key
		}
		name := r.TextOf(key)
		if r.Nodes[key].Kind != literal.Key || name == "<<" {
			continue
		}
		if r.find.format == R2 && core.EqualFold(name, "allowed") {
			if inner := r.ruleNode(key + 1); inner >= 0 {
				r.places.Members[core.NoMember].Whole = r.placeOf(inner)
				r.gather(inner)
			}
			continue
		}
		member, _ := meantMember(name)
		if r.find.format == GCS && isResponseHeader(name) {
			member = core.AllowedHeaders
			r.given[core.ExposeHeaders] = key
		}
		if member == core.NoMember {
			r.reportKey(&UnknownKey, core.NoMember, key, "a rule")
			continue
		}
		if right := r.nameOf(member); right == "" {
			r.reportKey(&UnknownKey, core.NoMember, key, "a rule")
			continue
		} else if right != name {
			r.misspelled(member, key, right)
		}
		if earlier := r.given[member]; earlier > node && earlier < key { // What is spread is meant to be given anew.
			r.reportDuplicate(member, earlier, key, name)
		}
		r.given[member] = key
	}
}

func (r *treeReader) readMembers() {
	for i := range r.given {
		if r.given[i] > 0 {
			r.readMember(core.Member(i), r.given[i]+1)
		}
	}
	if r.opaque == 0 {
		return
	}
	// What a rule must have may be in what is spread into it.
	isTold := false
	for member := core.AllowedMethods; member <= core.AllowedOrigins; member++ {
		if r.given[member] == 0 {
			place := r.placeOf(r.opaque)
			if given := r.placeholder(core.RulePath(r.index).Member(member), r.source(r.opaque), &place, true); given != nil {
				r.fill(member, given, &place)
			}
			isTold = true
		}
	}
	if !isTold {
		r.report(&opaqueValue, core.NoMember, r.opaque, excerpt(r.source(r.opaque)))
	}
}
