package source

import "s3cors/core/source/literal"

// A rule that has a name is a part of the list that it is used in, and no configuration of its own.

// use marks what is used by its name.
//
//go:noinline
func use(used *[]int, node int) {
	if len(*used) < mostFinds {
		*used = appendNode(*used, node)
	}
}

// isUsed says whether a find is used by its name: in a list, in another rule, or by the dynamic blocks of Terraform. A constant list that
// another one has the rules of is, where nothing else uses it.
func (w *walk) isUsed(f *find) bool {
	for _, node := range w.used {
		if f.single && (f.rules[0].node == node || w.language == yamlLanguage && w.holds(f, node)) {
			return true
		}
	}
	for _, list := range w.spreadLists {
		if !f.single && len(f.rules) > 0 && f.rules[0].node == list && f.way[len(f.way)-1].node == w.Root {
			return true
		}
	}
	for _, list := range w.expanded {
		if f.isDefinition(list) {
			return true
		}
	}
	return false
}

// holds says whether a node is a copy of a rule that stands alone, or of a part of it. One in a container of S3 is not there for its name.
//
//go:noinline
func (w *walk) holds(f *find, node int) bool {
	rule, used := w.span(f.rules[0].node), w.span(node)
	return f.way[len(f.way)-1].meant == noContainer && used.Start >= rule.Start && used.End <= rule.End
}

// useAliases marks what a list of YAML has by aliases: rules, and members of rules by merge keys. Their copies stand where the anchors do, before
// the list.
func (w *walk) useAliases(list int) {
	for item := w.first(list); item >= 0; item = w.next(list, item) {
		if w.isBefore(list, item) || w.kind(item) != literal.Object {
			continue
		}
		for key := w.first(item); key >= 0; key = w.next(item, key) {
			w.isBefore(item, key)
		}
	}
}

// isBefore says whether a part of a node stands before it in the text, and marks it as used if so.
func (w *walk) isBefore(node, part int) bool {
	if w.Nodes[part].Start >= w.Nodes[node].Start {
		return false
	}
	use(&w.used, part)
	return true
}
