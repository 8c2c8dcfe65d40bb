package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Constants that a program defines, and uses by their names. A name stands for its value where nothing else is bound to it in the whole
// text, and nothing changes the value; anything else is an expression.

// mostCompared bounds the work of going through what names stand for.
const mostCompared = 1 << 20

// resolve is the value of a constant that is defined in the same program, if an expression is its name; otherwise -1.
func (w *walk) resolve(node int) int { return w.resolveBehind(node, 0, false) }

// resolveRules is the same for what holds rules or is one: where the program changes it, that is told when it is read.
func (w *walk) resolveRules(node int) int { return w.resolveBehind(node, 0, true) }

// spread is the constant that is spread into another object or list, by dots or the stars of Python: one of the same kind, or -1 if it is
// defined elsewhere.
func (w *walk) spread(node int, kind literal.Kind) (target int, isSpread bool) {
	if !w.isProgram() || w.kind(node) != literal.Expression {
		return -1, false
	}
	text, mark, used := w.TextOf(node), "**", &w.used
	if kind == literal.List {
		mark, used = "*", &w.spreadLists
	}
	if core.HasPrefix(text, "...") {
		mark = "..."
	} else if !core.HasPrefix(text, mark) {
		return -1, false
	}
	target = w.resolveBehind(node, len(mark), false)
	if target < 0 || w.kind(target) != kind || w.spreads == mostSpreads {
		return -1, true
	}
	w.compared += 8 * (w.Behind(target) - target) // It is gone through again, and each name in it is compared.
	use(used, target)
	return target, true
}

// mostSpreads bounds the objects that are spread into each other.
const mostSpreads = 4

// resolveBehind resolves the name behind so many bytes of an expression.
func (w *walk) resolveBehind(node, mark int, changed bool) int {
	for range 4 {
		if kind := w.kind(node); !w.isProgram() || kind != literal.Expression && kind != literal.Word {
			return -1
		}
		key := w.definedAt(node, mark, changed)
		if key < 0 {
			return -1
		}
		node, mark = key+1, 0
		switch w.kind(node) {
		case literal.Object, literal.List, literal.String, literal.Call:
			return node
		}
		// A number is only what is written as one.
	}
	return -1
}

// definedAt is the key of the one definition that the name in an expression can mean, or -1.
func (w *walk) definedAt(node, mark int, changed bool) int {
	text := w.TextOf(node)[mark:]
	name, own := w.plainName(text)
	at := w.defined.find(name)
	if at < 0 || w.compared >= mostCompared || w.language == literal.HCL && len(name) == len(text) {
		return -1
	}
	w.compared++
	w.bind()
	d, place := &w.defined.list[at], w.span(node).Start
	if d.key < 0 || d.bound != 1 || place < d.from || place >= d.to || d.own && !own || len(d.changes) > 0 && !changed {
		return -1
	}
	return d.key
}
