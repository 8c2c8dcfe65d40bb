package source

import "s3cors/core/source/literal"

// Which lists are those of rules: by what is in them, or by where they stand if they are empty.

// isRuleList says whether one of the things in a list looks like a rule, or all of them together.
func (w *walk) isRuleList(list, least int) bool {
	all := new(look)
	split := true
	for _, item := range w.items(list) {
		rule := w.ruleNode(item)
		if rule < 0 {
			split = false
			continue
		}
		w.lookAgain(rule)
		if w.look.foreign != "" {
			w.foreign = w.look.foreign
			return false
		}
		if w.look.levelIn(least) >= least {
			return true
		}
		split = split && w.isPart(rule)
		if split {
			w.lookAt(rule, all)
		}
	}
	w.look = all
	return split && all.level() >= max(least, allowedRule)
}

// holdsRule says whether a list has something that may be a rule. An empty one is none in a program where no
// configuration is around it, as in const { CORSRules = [] } = answer.
func (w *walk) holdsRule(list int) bool {
	for _, item := range w.items(list) {
		if w.ruleNode(item) >= 0 {
			return true
		}
	}
	return w.first(list) < 0 && (!w.isProgram() || w.way[len(w.way)-2].meant == configurationContainer)
}

// isEmpty says whether a list or an object holds nothing, or nothing but empty objects.
func (w *walk) isEmpty(node int) bool {
	for item := w.first(node); item >= 0; item = w.next(node, item) {
		if w.kind(item) != literal.Object || w.Behind(item) > item+1 {
			return false
		}
	}
	return true
}

// isUnfilled says whether a list is empty and stands where a tool has its rules: CorsRules: [] in CorsConfiguration. Such a
// configuration has no rule, which is to be told.
func (w *walk) isUnfilled(list int) bool {
	top := w.top()
	return w.first(list) < 0 && top.meant == rulesContainer && !top.short && w.way[len(w.way)-2].meant == configurationContainer
}
