package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Constants that a program defines, and uses by their names.

// mostCompared bounds the work of finding what names stand for.
const mostCompared = 1 << 20

// define lists the keys that a name may stand for: those of a program at its root, in Terraform those of locals.
func (w *walk) define(node int) {
	for child := w.first(node); child >= 0; child = w.next(node, child) {
		if w.kind(child) == literal.Key {
			w.definitions = appendNode(w.definitions, child)
		} else if w.kind(child) == literal.Call && w.TextOf(child) == "locals" {
			w.define(child + 1)
		}
	}
}

// resolve is the value of a constant that is defined in the same program, if an expression is its name; otherwise -1.
func (w *walk) resolve(node int) int { return w.resolveBehind(node, 0) }

// spread is the object whose members are spread into another one, or -1 if it is defined elsewhere.
func (w *walk) spread(node int) (target int, isSpread bool) {
	if !w.isProgram() || w.kind(node) != literal.Expression {
		return -1, false
	}
	text, mark := w.TextOf(node), 0
	switch {
	case core.HasPrefix(text, "..."):
		mark = len("...")
	case core.HasPrefix(text, "**"):
		mark = len("**")
	default:
		return -1, false
	}
	target = w.resolveBehind(node, mark)
	if target < 0 || w.kind(target) != literal.Object || w.spreads == mostSpreads {
		return -1, true
	}
	w.compared += 8 * (w.Behind(target) - target) // It is gone through again, and each name in it is compared.
	if len(w.used) < mostFinds {
		w.used = appendNode(w.used, target)
	}
	return target, true
}

// mostSpreads bounds the objects that are spread into each other.
const mostSpreads = 4

// resolveBehind resolves the name behind so many bytes of an expression.
func (w *walk) resolveBehind(node, mark int) int {
	for range 4 {
		if kind := w.kind(node); !w.isProgram() || kind != literal.Expression && kind != literal.Word {
			return -1
		}
		name := plainName(w.TextOf(node)[mark:])
		target := -1
		for i := 0; i < len(w.definitions) && target < 0 && w.compared < mostCompared; i++ {
			w.compared++
			if key := w.definitions[i]; plainName(w.TextOf(key)) == name {
				target = key + 1
			}
		}
		if target < 0 {
			return -1
		}
		switch w.kind(target) {
		case literal.Object, literal.List, literal.String, literal.Call:
			return target
		}
		node, mark = target, 0 // A number is only what is written as one.
	}
	return -1
}

// plainName is a name without what stands before those of an object's own and of Terraform's locals.
//
//go:noinline
func plainName(name string) string {
	if before, after, _ := core.Cut(name, '.'); before == "this" || before == "self" || before == "local" {
		return after
	}
	return name
}
