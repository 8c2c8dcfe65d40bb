package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Objects that are joined to one rule: Object.assign({}, a, b), dict(a, key=value), merge(a, b) and a | b. Of two members of a name the
// last counts.

// joiners are the calls that do so.
var joiners = [...]string{"Object.assign", "dict", "merge"}

// isJoint says whether a value is made of several objects, or of one and more members.
func (w *walk) isJoint(value int) bool {
	first := w.first(value)
	if first < 0 {
		return false
	}
	switch w.kind(value) {
	case literal.Call:
		// Arguments with names stand behind the others. With nothing but a spread before them it is a literal.
		if _, isSpread := w.spread(first, literal.Object); isSpread || w.kind(first) == literal.Key {
			return false
		}
		text := w.TextOf(value)
		for i := range joiners {
			if text == joiners[i] {
				return true
			}
		}
	case literal.Expression:
		return w.kind(first) == literal.Object && w.Nodes[value].Start == w.Nodes[first].Start && w.next(value, first) >= 0
	}
	return false
}

// isBetween says whether nothing but an operator stands between two places of the text.
//
//go:noinline
func (w *walk) isBetween(start, end int32, operator string) bool {
	const most = 100
	return start <= end && end-start < most && core.TrimSpace(w.Text[start:end]) == operator
}

// mostJoined bounds the objects that are joined.
const mostJoined = 100

// joins says whether all that a joint is made of is known.
func (w *walk) joins(joint int) bool {
	isCall := w.kind(joint) == literal.Call
	end, count := int32(-1), 0
	for item := w.first(joint); item >= 0; item = w.next(joint, item) {
		node := &w.Nodes[item]
		isKey := node.Kind == literal.Key
		isApart := !isCall && (isKey || end >= 0 && !w.isBetween(end, node.Start, "|"))
		if count++; count > mostJoined || isApart || !isKey && w.joined(item) < 0 {
			return false
		}
		end = node.End
	}
	return isCall || end == w.Nodes[joint].End
}

// joined is the object that a part of a joint is, or the name of one; otherwise -1.
func (w *walk) joined(item int) int {
	target, isSpread := w.spread(item, literal.Object)
	if isSpread {
		return target
	}
	if target = w.resolve(item); target < 0 {
		target = item
	}
	if w.kind(target) != literal.Object || w.isCode(target) || target != item && w.spreads == mostSpreads {
		return -1
	}
	return target
}

// taken is the object whose members another one takes: it is spread into that, or joined with others.
func (w *walk) taken(holder, item int) (target int, isTaken bool) {
	target, isTaken = w.spread(item, literal.Object)
	if isTaken || w.kind(item) == literal.Key || !w.isJoint(holder) {
		return target, isTaken
	}
	target = w.joined(item)
	if target >= 0 && target != item {
		w.compared += 8 * (w.Behind(target) - target) // As where it is spread.
		use(&w.used, target)
	}
	return target, true
}
