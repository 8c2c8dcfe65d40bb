package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Rules that are written out are not all of the value that they stand in where an expression is around them: a condition, [...].concat(x),
// x || [...].

// changers are calls that give other rules than those that they are given.
var changers = [...]string{"concat", "map", "flatMap", "filter", "extend", "merge", "chain", "flatten", "slice", "distinct", "compact", "reduce", "assign"}

// around is the expression between the rules that are looked at and what they are given to, or -1.
func (w *walk) around() int {
	outermost := -1
	container := w.givenAt()
	for i := len(w.way) - 1; i > container && container > 0; i-- {
		if opening := w.opening(&w.way[i], true); opening >= 0 {
			outermost = opening
		}
	}
	// Around a container, and without one, what stands next to it counts: it may be one of many arguments.
	next := container - 1
	if container == 0 {
		next = len(w.way) - 1
	}
	for i := next; i > 0; i-- {
		s := &w.way[i]
		if kind := w.kind(s.key); kind == literal.Key && !w.isIntrinsic(s.key) || kind == literal.Call && !w.isChanger(s.key) {
			break // It is given to that, whatever is around it.
		}
		if opening := w.opening(s, false); opening >= 0 {
			outermost = opening
		}
	}
	return outermost
}

// givenAt is the step of the outer one of the innermost two containers, or 0.
func (w *walk) givenAt() int {
	var named [configurationContainer + 1]int
	for i := 1; i < len(w.way); i++ {
		s := &w.way[i]
		if kind := w.kind(s.key); kind == literal.Key || kind == literal.Call && w.kind(s.node) != literal.Key {
			named[s.meant] = i
		}
	}
	rules, configuration := named[rulesContainer], named[configurationContainer]
	if rules == 0 || configuration == 0 {
		return max(rules, configuration)
	}
	return min(rules, configuration)
}

// opening is the expression that a step leads into, if there is more to its value than what the step leads to; otherwise -1.
func (w *walk) opening(s *step, isNamed bool) int {
	if s.node < 0 {
		return -1
	}
	holder, kind := w.kind(s.node), w.kind(s.key)
	switch {
	case holder == literal.Expression && !w.isFunction(s.node, s.key),
		kind == literal.Key && w.isIntrinsic(s.key),
		// Lists and calls with several lists join them.
		isNamed && kind == literal.List && (holder == literal.Call || holder == literal.List) && !w.isPart(s.node):
		return s.node
	case kind == literal.Call && w.isChanger(s.key):
		return s.key
	}
	return -1
}

// isIntrinsic says whether a key is the name of a function of CloudFormation.
//
//go:noinline
func (w *walk) isIntrinsic(key int) bool { return core.HasPrefix(w.TextOf(key), "Fn::") }

// isChanger says whether a call, or a tag of YAML, gives other rules than those in it.
//
//go:noinline
func (w *walk) isChanger(call int) bool {
	if w.isJoint(call) {
		return !w.joins(call)
	}
	text := w.TextOf(call)
	name := lastName(text)
	for i := range changers {
		if name == changers[i] {
			return true
		}
	}
	return text != "" && text[0] == '!'
}

// mostParameters bounds what is looked at of an expression for the arrow behind the parameters of a function.
const mostParameters = 300

// isFunction says whether what an expression holds stands in the body of a function, which is the whole of it.
func (w *walk) isFunction(expression, child int) bool {
	start, end := int(w.Nodes[expression].Start), int(w.Nodes[child].Start)
	before := w.Text[start:max(start, min(end, start+mostParameters))]
	if core.HasPrefix(before, "lambda") || core.HasPrefix(before, "function") || core.HasPrefix(before, "async function") {
		return true
	}
	open, arrow := 0, core.IndexText(before, "=>")
	for i := range max(0, arrow) {
		switch before[i] {
		case '(':
			open++
		case ')':
			open--
		}
	}
	return arrow >= 0 && open == 0
}
