package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// find is a configuration that was found in a tree, or as XML.
type find struct {
	piece *piece
	// tree is nil for XML, which doc holds.
	tree     *literal.Tree
	doc      *Document
	language literal.Language
	// way leads from the root to the rules, after a step before the root.
	way []step
	// rules is their list, and behind it those that calls add to it; or each of them if single; without any if an empty thing stands in
	// their place.
	rules  []foundRule
	single bool
	// look is that of the first rule, as far as it made it one.
	look   *look
	format Format
	// holder is what several blocks or calls that give one rule each stand in, caller what they are called.
	holder int
	caller string
	// boto: the pasted text has a call of boto3.
	boto bool
}

// foundRule is a rule, or a list of them.
type foundRule struct {
	// around is the expression that it stands in, or -1.
	node, around int
	// content is that of the dynamic block that makes a rule of it, or 0; element is what it is called there.
	content int
	element string
}

// mostFinds bounds the configurations that are found in a text.
const mostFinds = 100

// add lists a configuration. Blocks in one resource, and calls on one bucket, are rules of one configuration.
//
//go:noinline
func (w *walk) add(node int, single bool) {
	f := &find{piece: w.piece, tree: w.tree, language: w.language, single: single, holder: -1}
	f.look = w.look
	f.way = make([]step, len(w.way))
	copy(f.way, w.way)
	for i := range w.way {
		s := &w.way[i]
		if s.meant == rulesContainer && w.kind(s.key) == literal.Call && w.TextOf(s.key) != "content" {
			f.holder, f.caller = s.node, ""
			if caller := w.TextOf(s.key); core.Index(caller, '.') >= 0 {
				f.caller = caller
			}
		}
	}
	if node >= 0 {
		f.addRule(&foundRule{node, w.around(), w.content, w.element})
		if !single && w.isProgram() {
			for _, item := range w.items(node) {
				if rule := w.ruleNode(item); rule >= 0 {
					w.lookAt(rule, new(look)) // What is spread into it is used here.
				}
			}
		}
		if !single && w.language == yamlLanguage {
			w.useAliases(node)
		}
	}
	own := w.top()
	for i, known := range w.finds {
		its := &known.way[len(known.way)-1]
		switch {
		case single && known.single && f.holder >= 0 && known.caller == f.caller && (known.holder == f.holder || f.caller != ""):
			known.addRule(&f.rules[0])
			return
		case single && f.caller != "" && !known.single && w.isBucketOf(known, f.caller):
			known.addRule(&f.rules[0])
			return
		case node >= 0 && len(known.rules) > 0 && w.span(known.rules[0].node) == w.span(node) && known.rules[0].content == w.content:
			// It is used here by its name, or by an alias, which says more about it.
			if own.meant != noContainer {
				known.way, known.rules[0].around = f.way, f.rules[0].around
			}
			return
		case its.node == own.node && its.exact && own.exact && w.TextOf(its.key) == w.TextOf(own.key):
			w.finds[i] = f // Of two equal keys the last counts.
			return
		}
	}
	w.finds = addFind(w.finds, f)
}

//go:noinline
func (f *find) addRule(rule *foundRule) { f.rules = append(f.rules, *rule) }

// isBucketOf says whether the rules of a find are given to the bucket that a call is made on, where it is constructed: the constructor adds
// them as the call does (AWS CDK, s3.Bucket).
func (w *walk) isBucketOf(f *find, caller string) bool {
	bucket := caller[:core.LastIndex(caller, '.')]
	for i := range f.way {
		if key := f.way[i].key; key >= 0 && w.kind(key) == literal.Key && w.kind(key+1) == literal.Call && w.TextOf(key) == bucket {
			return len(f.rules) > 0
		}
	}
	return false
}

//go:noinline
func appendNode(list []int, node int) []int { return append(list, node) }

//go:noinline
func addFind(list []*find, f *find) []*find {
	if len(list) == mostFinds {
		return list
	}
	return append(list, f)
}
