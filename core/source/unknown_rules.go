package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Rules that are known only elsewhere: what is spread into their list, what a call or a condition gives.

// tellUnknown lists an expression that stands for rules. The path says where: no value can be given for it, so that it is listed even where the
// choice has one of its name. One in front of many is enough to open what follows.
func (r *treeReader) tellUnknown(path core.Path, node int) {
	r.tellUnknownAt(path, r.source(node), r.span(node))
}

// tellUnknownAt is the same for what stands at a place and is no value: a change of the list.
func (r *treeReader) tellUnknownAt(path core.Path, source string, span core.Span) {
	name := excerpt(inOneLine(source))
	if !r.isValue && (len(r.doc.Placeholders) < mostDiagnostics || !r.doc.HasUnknownRules()) {
		r.doc.Placeholders = append(r.doc.Placeholders, Placeholder{Path: path, Name: name, Span: span})
	}
	if _, isRule := path.Rule(); !isRule {
		path = core.WholeDocument
	}
	r.reportAt(&opaqueRules, path, &span, []string{name})
}

// longestExpression is far more than excerpt leaves of it.
const longestExpression = 400

// inOneLine is an expression with a blank in place of all white space between its words: rules under a condition take many lines.
func inOneLine(source string) string {
	line := []byte{}
	for i := range min(len(source), longestExpression) {
		b := source[i]
		if core.Index(" \t\r\n", b) < 0 {
			line = append(line, b)
		} else if len(line) > 0 && line[len(line)-1] != ' ' {
			line = append(line, ' ')
		}
	}
	return string(line)
}

// isConditional says whether a rule of the list, or what its name stands for, is one of several under a condition.
func (r *treeReader) isConditional(item int) bool {
	if target := r.resolve(item); target >= 0 {
		item = target
	}
	condition, _ := r.branch(item)
	return condition >= 0
}

// plainCalls are those in lower case that give the object that they are given, or an object with the members that they name.
var plainCalls = [...]string{"new", "freeze", "dict", "assign", "merge", "object", "tomap"}

// isMade says whether a rule of the list is what a function makes of another one: makeRule({...}). The name of a type begins with a capital.
func (r *treeReader) isMade(item int) bool {
	if target := r.resolve(item); target >= 0 {
		item = target
	}
	if r.kind(item) != literal.Call {
		return false
	}
	name := lastName(r.TextOf(item))
	for i := range plainCalls {
		if name == plainCalls[i] {
			return false
		}
	}
	return name != "" && name[0]-'a' < 26
}
