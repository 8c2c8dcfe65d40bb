package source

import "s3cors/core/source/literal"

// Lists of rules that are joined to one: [a].concat([b]), [a] + [b], concat([a], [b]), and a constant list that is spread into another one.

// isList says whether a value is a list, or lists that are joined and all known.
//
//go:noinline
func (w *walk) isList(value int) bool { return w.kind(value) == literal.List || w.joinsLists(value) }

// joinsLists says whether a value is made of lists alone.
func (w *walk) joinsLists(value int) bool {
	first := w.first(value)
	if first < 0 || w.kind(first) != literal.List {
		return false
	}
	if w.kind(value) == literal.Call {
		return w.TextOf(value) == "concat" && w.holdsLists(value)
	}
	node := &w.Nodes[value]
	if node.Kind != literal.Expression || node.Start != w.Nodes[first].Start {
		return false
	}
	end := w.Nodes[first].End
	for item := w.next(value, first); item >= 0; item = w.next(value, item) {
		part := &w.Nodes[item]
		switch {
		case part.Kind == literal.List && w.isBetween(end, part.Start, "+"):
		case part.Kind == literal.Call && w.TextOf(item) == ".concat" && w.isBetween(end, part.Start, "") && w.holdsLists(item):
		default:
			return false
		}
		end = part.End
	}
	return end == node.End && w.next(value, first) >= 0
}

// holdsLists says whether all arguments of a call are lists.
//
//go:noinline
func (w *walk) holdsLists(call int) bool {
	for item := w.first(call); item >= 0; item = w.next(call, item) {
		if w.kind(item) != literal.List {
			return false
		}
	}
	return true
}

// items are the values in a list, or in lists that are joined.
//
//go:noinline
func (w *walk) items(list int) []int { return w.appendItems(nil, list) }

func (w *walk) appendItems(items []int, list int) []int {
	isJoint := w.kind(list) != literal.List
	for item := w.first(list); item >= 0; item = w.next(list, item) {
		if isJoint {
			items = w.appendItems(items, item) // It is a list, or a call with lists.
		} else if target, _ := w.spread(item, literal.List); target >= 0 {
			w.spreads++
			items = w.appendItems(items, target)
			w.spreads--
		} else {
			items = appendNode(items, item)
		}
	}
	return items
}
