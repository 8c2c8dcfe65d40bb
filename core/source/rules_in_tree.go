package source

import "s3cors/core/source/literal"

// yamlLanguage is that of a tree which package yaml has read.
const yamlLanguage = literal.HCL + 1

// step is a container on the way to the rules.
type step struct {
	notCompared
	// node is an object, a list or a call, key what leads on in it: a key, a call, or a value without a name.
	node, key int
	meant     container
	// exact: under S3's own name.
	exact bool
	// short: under a name that stands in many documents.
	short bool
}

// walk looks for configurations in a tree.
type walk struct {
	literal.Tree
	tree     *literal.Tree
	language literal.Language
	piece    *piece
	way      []step
	finds    []*find
	// look is that of what was looked at last.
	look *look
	// foreign names the other product that rules belong to.
	foreign string
	// defined are the names of a program that may stand for values, keys those of all their definitions.
	defined definitions
	keys    []int
	// used are the rules that a list holds by their names.
	used []int
	// spreadLists are the constants that lists of rules have the rules of.
	spreadLists []int
	// compared counts the names that were looked up, and what was gone through for them.
	compared int
	// spreads is the number of objects around what is looked at that it is spread into.
	spreads int
	// content is that of the dynamic block that is gone through, or 0, and element what an element is called there; expanded are the lists whose
	// rules such blocks make.
	content  int
	element  string
	expanded []int
	// elsewhere: what is looked at stands where a name is defined.
	elsewhere bool
}

// findRules lists the configurations in a tree.
func (s *search) findRules(p *piece, tree *literal.Tree, language literal.Language) {
	w := &walk{look: new(look), Tree: *tree, tree: tree, language: language, piece: p, way: make([]step, 1, 32)}
	w.way[0].node, w.way[0].key = -1, -1
	if w.isProgram() {
		w.define(tree.Root)
		w.inside(tree.Root)
	} else {
		w.visit(tree.Root)
	}
	if s.isValue && len(w.finds) == 0 && w.kind(tree.Root) == literal.List {
		w.add(tree.Root, false) // The rules of a form that is being filled in look like nothing.
	}
	if s.foreign == "" {
		s.foreign = w.foreign
	}
	for _, f := range w.finds {
		if foreign := f.foreignBeside(); foreign != "" {
			s.foreign = foreign
			continue
		}
		if !w.isUsed(f) && (s.isValue || !f.isMisread()) {
			f.boto = s.boto
			f.format = f.detect()
			s.finds = addFind(s.finds, f)
		}
	}
}

// inside looks at all that a node holds.
//
//go:noinline
func (w *walk) inside(node int) {
	for child := w.first(node); child >= 0; child = w.next(node, child) {
		switch w.kind(child) {
		case literal.Key:
			w.enter(node, child, lastName(w.TextOf(child)), child+1)
		case literal.Call:
			w.call(node, child)
		case literal.Object, literal.List, literal.Expression:
			w.enter(node, child, "", child)
		}
	}
}

// enter looks at a value under a name.
//
//go:noinline
func (w *walk) enter(node, key int, name string, value int) {
	s := step{node: node, key: key, short: len(name) < len("xrules")}
	if name != "" {
		s.meant, s.exact = meantContainer(name)
	} else if top := w.top(); top.key == node && node >= 0 && w.kind(node) == literal.Call {
		s.meant, s.short = top.meant, top.short // It is an argument.
	}
	kind := w.kind(value)
	if s.meant == noContainer && (kind < literal.Object || kind > literal.List && kind < literal.Expression) {
		return
	}
	w.way = append(w.way, s)
	if kind == literal.Call && !w.joinsLists(value) {
		w.call(key, value)
	} else {
		w.visit(value)
	}
	w.way = w.way[:len(w.way)-1]
}

//go:noinline
func (w *walk) top() *step { return &w.way[len(w.way)-1] }

// least is how much what a name leads to has to look like a rule.
func (s *step) least() int {
	switch {
	case s.meant == noContainer:
		return bareRule
	case s.short:
		return allowedRule
	}
	return allowRule
}

// visit looks for rules in a value, which stands alone or behind the name of a container. Names alone do not
// decide, since other tools' documents use the same: what a key leads to has to look like rules, unless the key is
// S3's own.
func (w *walk) visit(node int) {
	top := *w.top()
	isS3s := top.exact && top.meant == rulesContainer
	isJSON := w.language == literal.JSON
	kind := w.kind(node)
	w.look = new(look)
	if w.joinsLists(node) {
		kind = literal.List
	}
	switch kind {
	case literal.List:
		least := top.least()
		if len(w.way) == 1 {
			least = allowedRule // A list that stands alone is one of rules in near misses, too.
		}
		if w.isRuleList(node, least) || isS3s && (isJSON || w.holdsRule(node)) || isJSON && (top.exact || len(w.way) == 1) && w.isEmpty(node) || w.isUnfilled(node) {
			w.add(node, false)
			return
		}
		w.inside(node)
	case literal.Object:
		before := len(w.finds)
		w.inside(node)
		switch {
		case len(w.finds) > before:
		case top.exact && isJSON && w.isEmpty(node):
			w.add(-1, false)
		default:
			w.single(node, isS3s && isJSON)
		}
	case literal.Null, literal.Missing:
		if top.exact && isJSON {
			w.add(-1, false)
		}
	default:
		target := -1
		if top.meant != noContainer && !w.elsewhere {
			target = w.resolveRules(node)
		}
		switch {
		case target >= 0:
			w.compared += w.Behind(target) - target
			w.elsewhere = true
			w.visit(target)
			w.elsewhere = false
		case kind == literal.Expression:
			w.inside(node)
		case isS3s && isJSON:
			w.add(node, false) // It is no list, which is told later.
		}
	}
}

// single takes an object or a call as a rule if it looks like one.
func (w *walk) single(node int, always bool) bool {
	top := w.top()
	least := top.least()
	look := w.lookAgain(node)
	level := look.levelIn(least)
	isOwn := look.named != 0 || look.isGCS()
	switch {
	case look.foreign != "":
		w.foreign = look.foreign
		return false
	case always:
	case look.r2 && least != allowRule, least == allowedRule && !isOwn, least == bareRule && w.language == yamlLanguage && !isOwn:
		level = noRule // Such a rule stands in a list, and other tools have such members.
	}
	if always || level%s3Rule >= max(least, allowedRule) {
		w.add(node, true)
		return true
	}
	if look.named == 0 {
		w.nameGateway(node, look)
	}
	return false
}

// call looks into a call, a block or a tag. Its name counts as that of a container where it is long enough: cors_rule { },
// bucket.addCorsRule(...).
func (w *walk) call(node, call int) {
	name := lastName(w.TextOf(call))
	if name == "dynamic" && w.kind(call+1) == literal.String {
		if w.dynamic(node, call) {
			return
		}
		name = w.TextOf(call + 1)
	}
	s := *w.top()
	if name != "content" && w.kind(node) != literal.Key { // Otherwise it stands around the rules: jsonencode([...]).
		s.meant, s.short = noContainer, false
		if len(name) >= len("CORSRule") {
			s.meant, _ = meantContainer(name)
		}
	}
	s.node, s.key, s.exact = node, call, false
	w.way = append(w.way, s)
	if !w.single(call, false) {
		w.inside(call)
	}
	w.way = w.way[:len(w.way)-1]
}
