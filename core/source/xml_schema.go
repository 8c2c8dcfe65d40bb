package source

import (
	"strings"

	"s3cors/core"
)

// What is well-formed and not in S3's schema: elements, text, namespaces and attributes.

// reportElement reports an element that S3 does not know where it stands. nearest is the name that is meant, or
// "" where that is not the matter.
func (w *xmlWalk) reportElement(element, parent int32, path core.Path, nearest, help string) {
	if w.full() {
		w.leaveOut(&UnknownElement)
		return
	}
	e := &w.elements[element]
	found, around := excerpt(w.qualifiedName(element)), excerpt(w.elements[parent].local)
	parameters := []core.Parameter{core.Text("element", found), core.Text("parent", around)}
	if nearest != "" {
		help = "Rename it to " + nearest + "."
		parameters = append(parameters, core.Text("nearest", nearest))
	}
	name := e.name
	w.add(core.Diagnostic{
		Kind: &UnknownElement, Path: path, Span: &name,
		Message:    "S3 knows no element <" + found + "> in " + around,
		Help:       help,
		Parameters: parameters,
	})
}

// stray reports text that stands from a place on directly in an element that holds elements.
func (w *xmlWalk) stray(element int32, from int) {
	e := &w.elements[element]
	for i := int(e.text); i < len(w.texts) && w.texts[i].span.Start < e.content.End; i++ {
		text := &w.texts[i]
		if text.element == element && text.span.Start >= from && !isXMLBlank(text.value) {
			w.strayText(text, e.local)
		}
	}
}

func (w *xmlWalk) strayText(text *xmlText, around string) {
	span := text.span
	for span.Start < span.End && isXMLSpace(w.text[span.Start]) {
		span.Start++
	}
	for span.End > span.Start && isXMLSpace(w.text[span.End-1]) {
		span.End--
	}
	found := excerpt(core.TrimSpace(text.value))
	w.report(&UnknownElement, span, `text stands between the elements of `+excerpt(around)+`: "`+found+`"`, "Remove it.",
		core.Text("text", found), core.Text("parent", excerpt(around)))
}

// checkNamespace reports a namespace that is neither absent nor S3's, once where it begins:
// assumption "xml-namespace".
func (w *xmlWalk) checkNamespace(element int32) {
	e := &w.elements[element]
	if e.namespace == "" || e.namespace == s3Namespace || e.namespace == w.elements[e.parent].namespace {
		return
	}
	span := e.name
	tag := w.text[e.whole.Start:e.content.Start]
	if i := strings.Index(tag, e.namespace); i >= 0 {
		span = core.Span{Start: e.whole.Start + i, End: e.whole.Start + i + len(e.namespace)}
	}
	found := excerpt(e.namespace)
	w.report(&WrongNamespace, span, `S3 does not know the namespace "`+found+`"`, "Write "+s3Namespace+", or no namespace.",
		core.Text("namespace", found))
}

// reportAttributes reports all attributes: assumption "xml-attribute".
func (w *xmlWalk) reportAttributes() {
	for i := range w.attributes {
		if w.full() {
			w.leaveOut(&UnexpectedAttribute)
			continue
		}
		attribute := &w.attributes[i]
		name := excerpt(w.text[attribute.name.Start:attribute.name.End])
		w.report(&UnexpectedAttribute, attribute.whole, `attribute "`+name+`" is ignored`, "Remove it.", core.Text("attribute", name))
	}
	if w.moreAttributes > 0 {
		w.leaveOut(&UnexpectedAttribute)
		w.leftOut += w.moreAttributes - 1
	}
}
