package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// definition is a name that a program defines, and what else the program does with it. It stands for its value where nothing else is bound
// to it.
type definition struct {
	name string
	// key is its node, start its place in the text; -1 for the variable of a loop.
	key, start int
	// next is another one in the table, or -1.
	next int
	// bound counts what is bound to it.
	bound int
	// from and to are the part of the text where it is known.
	from, to int
	// own: it is a member of this or self.
	own bool
	// of is the definition whose value it has, or a part of it, or -1.
	of int
	// again is a later key of the same name whose value is an expression, or 0.
	again int
	// changes are what is done to its value, as far as they are kept.
	changes []change
}

// change is a place where a value is changed.
type change struct {
	span core.Span
	// member is the one of a rule that is named there, if one is.
	member core.Member
	// steps are the names and indices from the value to what is changed.
	steps int
}

// mostChanges bounds the changes that are kept of a definition.
const mostChanges = 8

// definitions is a table of names.
type definitions struct {
	list []definition
	// heads are the first definitions for each hash, or -1.
	heads []int
	// known: what is bound to the names was looked for in the whole program.
	known bool
}

// place is where in the table a name belongs.
//
//go:noinline
func (d *definitions) place(name string) *int {
	hash := uint32(2166136261)
	for i := range len(name) {
		hash = (hash ^ uint32(name[i])) * 16777619
	}
	return &d.heads[hash&uint32(len(d.heads)-1)]
}

// find is the definition of a name, or -1.
//
//go:noinline
func (d *definitions) find(name string) int {
	if len(d.heads) == 0 {
		return -1
	}
	i := *d.place(name)
	for i >= 0 && d.list[i].name != name {
		i = d.list[i].next
	}
	return i
}

// add counts a name. It returns the first definition of it.
func (d *definitions) add(name string, key, start int) *definition {
	if len(d.list) >= len(d.heads) {
		d.grow()
	}
	at := d.find(name)
	if at < 0 {
		at = len(d.list)
		head := d.place(name)
		d.list = append(d.list, definition{name: name, key: key, start: start, next: *head, of: -1})
		*head = at
	}
	return &d.list[at]
}

func (d *definitions) grow() {
	d.heads = make([]int, max(16, 2*len(d.heads)))
	for i := range d.heads {
		d.heads[i] = -1
	}
	for i := range d.list {
		head := d.place(d.list[i].name)
		d.list[i].next = *head
		*head = i
	}
}

// define lists the keys that a name may stand for: those of a program at its root, in Terraform those of locals.
func (w *walk) define(node int) {
	for child := w.first(node); child >= 0; child = w.next(node, child) {
		if w.kind(child) == literal.Key {
			if name, own := w.plainName(w.TextOf(child)); w.isAssigned(child, name) {
				w.keys = appendNode(w.keys, child)
				d := w.defined.add(name, child, w.span(child).Start)
				if d.key == child {
					d.own = own
				} else if value := child + 1; d.again == 0 && w.kind(value) >= literal.Expression && w.kind(w.Behind(value)-1) >= literal.Expression {
					d.again = child
				}
				if w.language == literal.HCL {
					d.bound++
					d.to = len(w.Text)
				}
			}
		} else if w.kind(child) == literal.Call && w.TextOf(child) == "locals" {
			w.define(child + 1)
		}
	}
}

// isAssigned says whether a key is a name that a value is assigned to: a part of a literal may begin with a member.
func (w *walk) isAssigned(key int, name string) bool {
	span := w.span(key)
	behindName, value := span.End, w.span(key+1).Start
	for i := range len(name) {
		if !isNameByte(name[i]) && name[i] != '-' {
			return false
		}
	}
	return name != "" && isNameByte(w.Text[span.Start]) && behindName < value && core.Index(w.Text[behindName:value], '=') >= 0
}

// plainName is a name without what stands before those of an object's own, and of Terraform's locals.
//
//go:noinline
func (w *walk) plainName(name string) (plain string, isOwn bool) {
	before, after, _ := core.Cut(name, '.')
	switch {
	case w.language == literal.HCL && before == "local":
		return after, false
	case w.language != literal.HCL && (before == "this" || before == "self"):
		return after, true
	}
	return name, false
}
