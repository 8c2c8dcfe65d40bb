package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Terraform's dynamic blocks make a block of each element of a list or a map. What the block holds is written in its content, with the
// element as cors_rule.value, or under the name of an iterator.
//
// Authority: Terraform language, "dynamic Blocks".

// dynamicBlock is a block with its list.
type dynamicBlock struct {
	// forEach is the key of the list, elements what it stands for, content the object of the blocks.
	forEach, elements, content int
	// value is what an element is called.
	value string
}

// dynamic looks at a dynamic block of rules over a local. It is false for any other, whose content says as much as is known.
func (w *walk) dynamic(node, call int) bool {
	label := w.TextOf(call + 1)
	meant, _ := meantContainer(label)
	b := dynamicBlock{elements: -1, value: label}
	body := call + 2
	for key := w.first(body); key >= 0; key = w.next(body, key) {
		switch name := w.TextOf(key); {
		case w.kind(key) == literal.Call && name == "content" && w.kind(key+1) == literal.Object:
			b.content = key + 1
		case w.kind(key) != literal.Key:
		case name == "for_each":
			b.forEach, b.elements = key, w.resolve(key+1)
			if kind := w.kind(key + 1); kind == literal.List || kind == literal.Object {
				b.elements = key + 1
			}
		case name == "iterator":
			b.value = w.TextOf(key + 1)
		}
	}
	b.value += ".value"
	if b.elements < 0 || b.content == 0 || w.compared >= mostCompared || meant != rulesContainer || len(label) < len("CORSRule") || w.lookAgain(b.content).levelIn(allowRule) < allowedRule {
		return false
	}
	if w.isPassed(&b) && !w.hasOtherRules(node, call) {
		w.enter(call, b.forEach, label, b.forEach+1)
		return true
	}
	elements := w.elementsOf(b.elements)
	if elements == nil {
		return false
	}
	w.expanded = appendNode(w.expanded, b.elements)
	w.way = append(w.way, step{node: node, key: call, meant: meant})
	w.content, w.element = b.content, b.value
	for _, element := range elements {
		w.lookAgain(b.content)
		w.add(element, true)
	}
	w.content = 0
	w.way = w.way[:len(w.way)-1]
	return true
}

// elementsOf are the objects in a list, or in a map in the order of its keys; nil if one of them is none, or if there are too many.
func (w *walk) elementsOf(list int) (elements []int) {
	isMap := w.kind(list) == literal.Object
	for item := w.first(list); item >= 0; item = w.next(list, item) {
		element := item
		if isMap {
			element++
		} else if target := w.resolve(element); target >= 0 {
			element = target
		}
		if len(elements) == mostFinds || w.kind(element) != literal.Object || isMap && w.kind(item) != literal.Key {
			return nil
		}
		at := len(elements)
		elements = appendNode(elements, element)
		for ; at > 0 && isMap && w.TextOf(elements[at-1]-1) > w.TextOf(item); at-- {
			elements[at], elements[at-1] = elements[at-1], element
		}
	}
	return elements
}

// isPassed says whether the content of a block gives each member of an element to the member of the same name, and nothing else.
func (w *walk) isPassed(b *dynamicBlock) bool {
	if w.kind(b.elements) != literal.List {
		return false
	}
	w.compared += w.Behind(b.elements) - b.elements // Other blocks may go through it too.
	var passed [core.ExposeHeaders + 1]bool
	for key := w.first(b.content); key >= 0; key = w.next(b.content, key) {
		member, _ := meantMember(w.TextOf(key))
		name, fallback, ok := w.passed(b.value, key+1)
		if meant, _ := meantMember(name); !ok || meant != member || !w.isNothing(fallback) {
			return false
		}
		passed[member] = true
	}
	for item := w.first(b.elements); item >= 0; item = w.next(b.elements, item) {
		if w.kind(item) != literal.Object {
			continue
		}
		for key := w.first(item); key >= 0; key = w.next(item, key) {
			if member, _ := meantMember(w.TextOf(key)); !passed[member] {
				return false
			}
		}
	}
	return true
}

// isNothing says whether a value leaves a member out: null, an empty list, or none.
func (w *walk) isNothing(value int) bool {
	return value < 0 || w.kind(value) == literal.Null || w.kind(value) == literal.List && w.first(value) < 0
}

// passed is the member of an element that a value is, and what it is without that member: cors_rule.value.x, cors_rule.value["x"],
// lookup(cors_rule.value, "x", ...) and try(cors_rule.value.x, ...). fallback is -1 where there is none.
func (w *walk) passed(element string, value int) (name string, fallback int, ok bool) {
	if w.kind(value) != literal.Call {
		rest := w.TextOf(value)
		if kind := w.kind(value); kind != literal.Expression && kind != literal.Word || !core.HasPrefix(rest, element) {
			return "", -1, false
		}
		rest = rest[len(element):]
		if core.HasPrefix(rest, `["`) && core.HasSuffix(rest, `"]`) && len(rest) > len(`[""]`) {
			name = rest[len(`["`) : len(rest)-len(`"]`)]
		} else if core.HasPrefix(rest, ".") {
			name = rest[1:]
		}
		for i := range len(name) {
			if !nameByte(name[i]) {
				return "", -1, false
			}
		}
		return name, -1, name != ""
	}
	first := w.first(value)
	if first < 0 {
		return "", -1, false
	}
	fallback = w.next(value, first)
	switch w.TextOf(value) {
	case "try":
		name, _, ok = w.passed(element, first)
		ok = ok && w.kind(first) != literal.Call
	case "lookup":
		if fallback >= 0 && w.kind(fallback) == literal.String && w.kind(first) == literal.Expression && w.TextOf(first) == element {
			name, ok = w.TextOf(fallback), true
			fallback = w.next(value, fallback)
		}
	}
	if fallback >= 0 && w.next(value, fallback) >= 0 {
		ok = false
	}
	return name, fallback, ok
}

// hasOtherRules says whether a resource has rules beside a block.
func (w *walk) hasOtherRules(node, block int) bool {
	for child := w.first(node); child >= 0; child = w.next(node, child) {
		if w.compared += 8; w.compared >= mostCompared {
			return true
		}
		if child == block || w.kind(child) != literal.Call {
			continue
		}
		name := w.TextOf(child)
		if name == "dynamic" && w.kind(child+1) == literal.String {
			name = w.TextOf(child + 1)
		}
		if meant, _ := meantContainer(name); meant == rulesContainer && len(name) >= len("CORSRule") {
			return true
		}
	}
	return false
}

// isDefinition says whether a find is a list, or a rule in it, where its name is defined.
func (f *find) isDefinition(list int) bool {
	if len(f.rules) == 0 || f.rules[0].content > 0 || f.rules[0].node < list || f.rules[0].node >= f.tree.Behind(list) {
		return false
	}
	for i := 1; i < len(f.way); i++ {
		if f.way[i].key == list-1 {
			return true
		}
	}
	return false
}

// takeElement has the members of a dynamic block be those of an element, as far as its content takes them over.
func (r *treeReader) takeElement(element int) {
	for member := range r.given {
		key := r.given[member]
		if key <= 0 {
			continue
		}
		name, fallback, ok := r.passed(r.element, key+1)
		if !ok {
			continue
		}
		isGiven := false
		for own := r.first(element); own >= 0; own = r.next(element, own) {
			if r.kind(own) == literal.Key && r.TextOf(own) == name {
				r.given[member], isGiven = own, true
			}
		}
		if !isGiven && fallback >= 0 && r.isNothing(fallback) {
			r.given[member] = 0
		}
	}
}
