package source

import "s3cors/core/source/literal"

// What in a tree is a rule: an object, a call, or what a name stands for.

// ruleNode is the object or the call whose keys are the members of a rule, if a value is one: also new CORSRule({...}),
// CorsRule(id=...) and the name of an object. Otherwise it is -1.
func (w *walk) ruleNode(value int) int {
	if target := w.resolveRules(value); target >= 0 {
		value = target
		use(&w.used, value)
	}
	first := w.first(value)
	if condition, rule := w.branch(value); condition >= 0 {
		return rule
	}
	switch kind := w.kind(value); {
	case kind == literal.Object && w.isPart(value) && w.isCode(value):
	case kind == literal.Object:
		return value
	case w.isJoint(value):
		if w.joins(value) {
			return value
		}
	case kind != literal.Call || first < 0:
	case w.kind(first) == literal.Object && w.next(value, first) < 0:
		return first
	default:
		for ; first >= 0; first = w.next(value, first) {
			if w.kind(first) == literal.Key {
				return value
			}
		}
	}
	return -1
}

// branch is the first rule that a condition of CloudFormation may give, and the name of the condition. Otherwise they are -1.
func (w *walk) branch(value int) (condition, rule int) {
	list := value + 1
	switch w.kind(value) {
	case literal.Object:
		if list < len(w.Nodes) && w.TextOf(list) == "Fn::If" {
			list++
		}
	case literal.Call:
		if w.TextOf(value) != "!If" {
			return -1, -1
		}
	default:
		return -1, -1
	}
	if list >= w.Behind(value) || w.kind(list) != literal.List || w.first(list) < 0 {
		return -1, -1
	}
	condition = w.first(list)
	for item := w.next(list, condition); item >= 0; item = w.next(list, item) {
		if rule = w.ruleNode(item); rule >= 0 {
			return condition, rule
		}
	}
	return condition, -1
}

// isPart says whether an object has one member only.
//
//go:noinline
func (w *walk) isPart(object int) bool {
	first := w.first(object)
	return first >= 0 && w.next(object, first) < 0
}
