package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Values that are known only elsewhere: expressions of programs and templates, and texts that are to be filled in.

// isCode says whether a value is an expression: code, a tag of YAML, or a reference of CloudFormation in an object.
func (w *walk) isCode(node int) bool {
	switch w.kind(node) {
	case literal.Expression, literal.Call:
		return true
	case literal.Word:
		return w.isProgram()
	case literal.Object:
		if w.Behind(node) > node+1 && w.kind(node+1) == literal.Key {
			name := w.TextOf(node + 1)
			return name == "Ref" || core.HasPrefix(name, "Fn::")
		}
	}
	return false
}

// listWrappers are calls that give the list that they are given.
var listWrappers = [...]string{"toset", "tolist", "freeze", "list", "tuple"}

// valueNode is what a value stands for: the constant that it names, or the list that a call wraps. Anything else is
// itself.
func (r *treeReader) valueNode(node int) int {
	if target := r.resolve(node); target >= 0 && r.Nodes[target].Kind != literal.Call {
		node = target
	}
	if r.Nodes[node].Kind == literal.Call && node+1 < r.Behind(node) && r.Nodes[node+1].Kind == literal.List && r.Behind(node+1) == r.Behind(node) {
		name := lastName(r.TextOf(node))
		for i := range listWrappers {
			if name == listWrappers[i] {
				return node + 1
			}
		}
	}
	return node
}

// source is an expression as it is written.
//
//go:noinline
func (r *treeReader) source(node int) string {
	n := &r.Nodes[node]
	if n.Kind == literal.Expression {
		return r.TextOf(node)
	}
	return r.Text[n.Start:n.End]
}

// textOf is what a value says, or an expression as it is written.
//
//go:noinline
func (r *treeReader) textOf(node int) string {
	if r.isCode(node) {
		return r.source(node)
	}
	return r.TextOf(node)
}

// constants are those of enumerations: s3.HttpMethods.GET.
var constants = [...]string{"GET", "PUT", "POST", "DELETE", "HEAD", "PATCH", "OPTIONS"}

// constant is the method that an expression names, or "".
//
//go:noinline
func (r *treeReader) constant(member core.Member, node int) string {
	if member != core.AllowedMethods || r.Nodes[node].Kind == literal.Object {
		return ""
	}
	text := r.TextOf(node)
	name := lastName(text)
	if len(name) == len(text) {
		return ""
	}
	for i := range constants {
		if name == constants[i] {
			return name
		}
	}
	return ""
}

// isPlaceholder says whether a text is to be filled in: ${x}, $X, $1, {{x}}, <x>. None of these stands in an origin, a method or
// the name of a header.
//
//go:noinline
func isPlaceholder(text string) bool {
	for i := 0; i+1 < len(text); i++ {
		next := text[i+1]
		switch text[i] {
		case '$':
			if next == '{' || next == '(' || next == '_' || next|0x20-'a' < 26 || next-'0' < 10 {
				return true
			}
		case '{':
			if next == '{' {
				return true
			}
		case '<':
			if core.Index(text[i:], '>') > 0 {
				return true
			}
		}
	}
	return false
}

// placeholder lists an expression, and gives its value if there is one. It passes over a text that is none, unless certain.
//
//go:noinline
func (r *treeReader) placeholder(path core.Path, text string, place *core.Place, certain bool) *GivenValue {
	if r.isValue || !certain && !isPlaceholder(text) || len(r.doc.Placeholders) == mostDiagnostics {
		return nil
	}
	var given *GivenValue
	for i := range r.choice.Values {
		if r.choice.Values[i].Name == text {
			given = &r.choice.Values[i]
		}
	}
	r.doc.Placeholders = append(r.doc.Placeholders, Placeholder{Path: path, Name: text, Span: place.Value, Given: given != nil})
	if given == nil {
		span := place.Value
		r.reportAt(&opaqueValue, path, &span, []string{excerpt(text)})
	}
	return given
}

// take adds a text or an expression to a list, or the values that are given for it.
//
//go:noinline
func (r *treeReader) take(member core.Member, text string, place *core.Place, isCode bool) {
	path := core.RulePath(r.index).Member(member).Item(len(r.rule.List(member)))
	if given := r.placeholder(path, text, place, isCode); given != nil {
		r.fill(member, given, place)
		return
	}
	r.append(member, text, place)
}

// readPlaceholders looks for texts that are to be filled in, in a configuration that was read from XML.
func readPlaceholders(doc *Document, choice *Choice) {
	r := &treeReader{doc: doc, choice: choice}
	rules := doc.Configuration.CORSRules
	for i := range rules {
		for _, member := range core.Members {
			items := doc.Places.Rules[i].Members[member].Items
			for j, text := range rules[i].List(member) {
				if given := r.placeholder(core.RulePath(i).Member(member).Item(j), text, &items[j], false); given != nil {
					rules[i].List(member)[j] = core.Join(given.Texts, ",")
				}
			}
		}
	}
	known := doc.Diagnostics
	doc.Diagnostics = nil
	for i := range known {
		if !r.isUnfilledAge(&known[i]) {
			doc.Diagnostics = append(doc.Diagnostics, known[i])
		}
	}
}

// isUnfilledAge says whether what is told is that a number to be filled in is none, and lists it instead.
func (r *treeReader) isUnfilledAge(d *core.Diagnostic) bool {
	index, isRule := d.Path.Rule()
	if d.Kind != &MaxAgeNotInteger || !isRule {
		return false
	}
	place := &r.doc.Places.Rules[index].Members[core.MaxAgeSeconds].Whole
	text := core.TrimSpace(r.doc.Text[place.Value.Start:place.Value.End])
	if !isPlaceholder(text) || len(r.doc.Placeholders) == mostDiagnostics {
		return false
	}
	r.rule = &r.doc.Configuration.CORSRules[index]
	if given := r.placeholder(d.Path, text, place, true); given != nil {
		r.fill(core.MaxAgeSeconds, given, place)
	}
	return true
}
