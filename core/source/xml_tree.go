package source

import "s3cors/core"

// The bounds of reading. A document that passes one of them is refused by S3 in any case: its
// elements nest three deep, and 65,536 bytes hold no more than 16,384 elements.
const (
	// xmlDepth is how deep elements may nest; what lies deeper is passed over.
	xmlDepth = 64
	// xmlElements is how many elements are kept, and how many pieces of text; those after are passed over.
	xmlElements = 50_000
	// xmlAttributes is how many attributes of a tag are kept.
	xmlAttributes = 10_000
	// xmlDeclarations is how many namespace declarations may be in force at once.
	xmlDeclarations = 256
	// xmlDiagnostics is how many diagnostics are listed; one more says that others were left out.
	xmlDiagnostics = 100
)

// xmlElement is one element of the tree. Elements are kept in one slice in the order of the document
// and linked by index; index 0 is the document itself, and where a link is 0 there is no
// such element.
type xmlElement struct {
	whole core.Span
	// content is what stands between the tags; an empty span at the end for <ID/>.
	content core.Span
	// name is the name in the start tag, with its prefix.
	name core.Span
	// local is the name without its prefix.
	local string
	// namespace is "" for none, and for a prefix that is declared nowhere.
	namespace                       string
	parent, next, firstChild, child int32 // child is the last
	// text is the index of the first piece of text at or after the content's start.
	text    int32
	ending  xmlEnding
	meaning xmlMeaning
}

// xmlEnding says how an element ended.
type xmlEnding uint8

const (
	// endedWell: by its end tag, or one that was meant to be it.
	endedWell xmlEnding = iota
	// endedNowhere: its end tag is missing.
	endedNowhere
	// endedByCut: the document ends inside it.
	endedByCut
	// brokenTag: its start tag could not be read to its end.
	brokenTag
)

// unclosed says whether the element has no end tag.
func (e *xmlElement) unclosed() bool { return e.ending == endedNowhere || e.ending == endedByCut }

// xmlText is a piece of text as it stands directly in an element. A value is most often one
// piece; a comment, a CDATA section or a child element splits it.
type xmlText struct {
	value   string
	span    core.Span
	element int32
}

// xmlAttribute is an attribute that is no namespace declaration.
type xmlAttribute struct {
	name, whole core.Span
}

// xmlReader reads a document into a tree. It goes through the text once, from start to end,
// without recursion, and reports each problem that it meets.
type xmlReader struct {
	text string
	pos  int

	elements []xmlElement
	texts    []xmlText
	// attributes are those that are no namespace declarations, as many as are listed.
	attributes     []xmlAttribute
	moreAttributes int
	// open are the elements that have begun and not ended, the outermost first.
	open  [xmlDepth]openElement
	depth int
	// skipped counts elements that have begun within the part that is passed over.
	skipped int
	// declarations are those of all open elements, the innermost last.
	declarations []xmlDeclaration
	// unbound are the prefixes that were reported as declared nowhere.
	unbound []string
	// tag holds the attributes of the tag that is being read.
	tag []tagAttribute

	// What a search has not found up to the end of the text is not looked for again, so that
	// any number of unclosed comments takes linear time.
	noCommentEnd, noSectionEnd, noInstructionEnd bool
	// cut: the text ends inside a tag, which was reported.
	cut        bool
	hasDoctype bool
	// What was said once about the bounds is not said again.
	tooDeep, tooMany, tooManyNamespaces, tooManyAttributes bool

	diagnostics []core.Diagnostic
	// leftOut counts those that were not listed, of which the first is of kind leftOutKind.
	leftOut     int
	leftOutKind *core.Kind
}

// openElement is an element on the stack.
type openElement struct {
	element int32
	// declarations is how many were in force outside the element.
	declarations int
}

// newXMLReader makes a reader and reads the text.
func newXMLReader(text string, tags int) *xmlReader {
	expected := min(tags/2+2, 4096)
	x := &xmlReader{
		text:     text,
		elements: make([]xmlElement, 1, expected),
		texts:    make([]xmlText, 0, expected),
	}
	whole := core.Span{Start: 0, End: len(text)}
	x.elements[0] = xmlElement{whole: whole, content: whole}
	x.scan()
	return x
}

// begin opens an element, unless it lies beyond a bound: then it is counted as passed over.
func (x *xmlReader) begin(name, tag core.Span, outside int) bool {
	switch {
	case x.skipped > 0:
		x.skipped++
		return false
	case x.depth == xmlDepth:
		x.skipped = 1
		if !x.tooDeep {
			x.tooDeep = true
			x.syntax(name, "elements nest more than 64 deep here; what lies deeper is not read",
				"Close the elements before, or remove what lies deeper.")
		}
		return false
	case len(x.elements) > xmlElements:
		x.skipped = 1
		x.reportTooMany(name)
		return false
	}
	index := int32(len(x.elements))
	parent := x.current()
	namespace, local := x.elementName(name)
	x.elements = append(x.elements, xmlElement{
		whole: tag, content: core.Span{Start: tag.End, End: tag.End}, name: name,
		local: local, namespace: namespace, parent: parent, text: int32(len(x.texts)),
	})
	around := &x.elements[parent]
	if around.firstChild == 0 {
		around.firstChild = index
	} else {
		x.elements[around.child].next = index
	}
	around.child = index
	x.open[x.depth] = openElement{index, outside}
	x.depth++
	return true
}

// reportTooMany reports once that the document has more parts than are kept.
func (x *xmlReader) reportTooMany(span core.Span) {
	if x.tooMany {
		return
	}
	x.tooMany = true
	x.syntax(span, "the document has more than 50000 elements or pieces of text; the rest is not read",
		"Take elements out: S3 reads documents of up to 65536 bytes.")
}

// current is the index of the innermost open element; 0 outside the root.
func (x *xmlReader) current() int32 {
	if x.depth == 0 {
		return 0
	}
	return x.open[x.depth-1].element
}

// finish closes the innermost open element: its content ends at content, its end tag at end.
func (x *xmlReader) finish(content, end int, how xmlEnding) {
	x.depth--
	top := x.open[x.depth]
	element := &x.elements[top.element]
	element.content.End = content
	element.whole.End = end
	if element.ending == endedWell {
		element.ending = how
	}
	x.declarations = x.declarations[:top.declarations]
}

// qualifiedName is the name of an element as it stands in its start tag.
func (x *xmlReader) qualifiedName(element int32) string {
	name := x.elements[element].name
	return x.text[name.Start:name.End]
}

// addText keeps text that stands directly in the innermost element. White space after a child
// element is layout, and dropped.
func (x *xmlReader) addText(value string, span core.Span, blank bool) {
	element := x.current()
	if x.skipped > 0 || blank && x.elements[element].firstChild != 0 {
		return
	}
	if len(x.texts) == xmlElements {
		x.reportTooMany(span)
		return
	}
	x.texts = append(x.texts, xmlText{value, span, element})
}
