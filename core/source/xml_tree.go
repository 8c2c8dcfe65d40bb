package source

import "s3cors/core"

// The bounds of reading. A document that passes one of them is read up to there. S3 refuses it in any case: its
// elements nest three deep, and 65,536 bytes hold no more elements, attributes or declarations than these.
const (
	// xmlDepth is how deep elements may nest.
	xmlDepth = 64
	// xmlElements is how many elements are read, and how many pieces of text.
	xmlElements = 50_000
	// xmlAttributes is how many attributes are read.
	xmlAttributes = 16_000
	// xmlNamespaces is how many namespaces may be in force at once, the two that are always so among them.
	xmlNamespaces = 258
	// xmlDiagnostics is how many diagnostics are listed; one more says that others were left out.
	xmlDiagnostics = 100
)

// notCompared keeps the functions that compare two structs out of the module.
type notCompared [0]func()

// xmlElement is one element of the tree. Elements are kept in one slice in the order of the document, so that
// those inside an element follow it. Index 0 is the document itself.
type xmlElement struct {
	notCompared
	whole core.Span
	// content is what stands between the tags; an empty span at the end for <ID/>.
	content core.Span
	// nameEnd is where the name in the start tag ends, which follows its "<"; local is the name without its prefix.
	nameEnd int
	local   string
	// namespace is "" for none, and for a prefix that is declared nowhere.
	namespace string
	// path is what the element is in the configuration, if its role has one.
	path   core.Path
	parent int32
	// text is the index of the first piece of text in the element.
	text int32
	// namespaces is how many were declared around the element.
	namespaces int32
	meaning    xmlMeaning
	role       xmlRole
	// exact is false for a near miss of a name.
	exact bool
	// hasChild: there are elements inside.
	hasChild bool
	// open: the end tag is missing.
	open bool
}

// xmlText is a piece of text as it stands directly in an element. A value is most often one
// piece; a comment, a CDATA section or a child element splits it.
type xmlText struct {
	notCompared
	value   string
	span    core.Span
	element int32
}

// xmlReader reads a document into a tree, and the tree into a configuration. It goes through the text once, from
// start to end, without recursion, and reports each problem that it meets.
type xmlReader struct {
	doc  *Document
	text string
	pos  int
	// first is where the document begins, after a byte order mark.
	first int

	elements []xmlElement
	texts    []xmlText
	// top is the innermost element that is open, and depth how deep it lies.
	top   int32
	depth int
	// namespaces are the declarations of all open elements, the innermost last; the first inForce of them are in use.
	namespaces [xmlNamespaces]xmlNamespace
	inForce    int
	// wrong is the namespace that was reported last as unknown to S3.
	wrong string
	// unbound is the prefix that was reported last as declared nowhere.
	unbound string
	// tag holds the attributes of the tag that is being read, attributes counts those of all.
	tag        []xmlAttribute
	attributes int
	// declaring: the tag is the XML declaration.
	declaring bool
	// broken: the rest of the tag makes no sense either.
	broken bool
	// missing are the ends of sections, by index, that were not found up to the end of the text. They are not looked
	// for again, so that any number of unclosed comments takes linear time.
	missing [len(xmlSections)]bool
	// cut: the text ends inside a tag, or at a bound, which was reported.
	cut bool
	// ruleElements counts the elements whose name means a rule.
	ruleElements int

	// rules has room for all rules that there may be, as have their places; ruleCount of them are in use.
	rules     []core.CORSRule
	ruleCount int
	// alone: the rules stand without a configuration around them; loose: the members stand without a rule.
	alone, loose bool

	// leftOut counts the diagnostics that were not listed, and is negative when the one that stands for them is added.
	// leftOutError: one of them is an error.
	leftOut      int
	leftOutError bool
}

// between is the text between two places.
//
//go:noinline
func (x *xmlReader) between(start, end int) string { return x.text[start:end] }

// name is the name of an element as it stands in its start tag.
//
//go:noinline
func (x *xmlReader) name(element int32) string {
	e := &x.elements[element]
	return x.between(e.whole.Start+1, e.nameEnd)
}

// begin opens the element whose start tag has been read.
func (x *xmlReader) begin(start, nameEnd int, namespaces int32) {
	limit, parts := xmlElements, "elements"
	if x.depth == xmlDepth {
		limit, parts = xmlDepth, "elements inside each other"
	}
	if x.depth == xmlDepth || len(x.elements) > xmlElements {
		x.stop(start, nameEnd, limit, parts)
		return
	}
	prefix, local := x.split(start+1, nameEnd)
	x.elements = append(x.elements, xmlElement{})
	e := &x.elements[len(x.elements)-1]
	e.whole = core.Span{Start: start, End: x.pos}
	e.content = core.Span{Start: x.pos, End: x.pos}
	e.nameEnd, e.local = nameEnd, local
	e.namespace = x.resolve(prefix, start+1)
	e.parent = x.top
	e.text = int32(len(x.texts))
	e.namespaces = namespaces
	e.meaning, e.exact = meaningOf(local)
	if e.meaning == ruleElement {
		x.ruleElements++
	}
	// A namespace is reported where it begins: assumption "xml-namespace".
	if e.meaning != unknownElement && e.namespace != "" && e.namespace != s3Namespace && e.namespace != x.wrong {
		x.wrong = e.namespace
		x.reportWith(&WrongNamespace, start+1, nameEnd, e.namespace, "", "")
	}
	x.elements[x.top].hasChild = true
	x.top = int32(len(x.elements) - 1)
	x.depth++
}

// finish closes the innermost element: its content ends at content, its end tag at end.
//
//go:noinline
func (x *xmlReader) finish(content, end int, open bool) {
	e := &x.elements[x.top]
	e.content.End, e.whole.End, e.open = content, end, open
	x.inForce = int(e.namespaces)
	x.top = e.parent
	x.depth--
}

// addText keeps text that stands directly in the innermost element. White space after a child
// element is layout, and dropped.
func (x *xmlReader) addText(value string, start, end int, blank bool) {
	if blank && x.elements[x.top].hasChild {
		return
	}
	if len(x.texts) == xmlElements {
		x.stop(start, end, xmlElements, "pieces of text")
		return
	}
	x.texts = append(x.texts, xmlText{value: value, span: core.Span{Start: start, End: end}, element: x.top})
}

// stop reports that the document passes a bound, and ends the reading there.
func (x *xmlReader) stop(start, end, limit int, parts string) {
	x.reportWith(&tooMany, start, end, core.Itoa(limit), parts, "")
	x.cut = true
	x.pos = len(x.text)
}

// report lists a diagnostic of the text between two places, which is the argument of its wording.
//
//go:noinline
func (x *xmlReader) report(kind *core.Kind, start, end int) {
	x.reportWith(kind, start, end, x.between(start, end), "", "")
}

// reportWith lists a diagnostic of the text between two places. The arguments are
// shortened; their number is fixed since that makes for smaller calls.
//
//go:noinline
func (x *xmlReader) reportWith(kind *core.Kind, start, end int, first, second, third string) {
	if len(x.doc.Diagnostics) >= xmlDiagnostics && x.leftOut >= 0 {
		x.leftOut++
		x.leftOutError = x.leftOutError || kind.Severity == core.Error
		return
	}
	arguments := [...]string{first, second, third}
	for i := range arguments {
		arguments[i] = excerpt(arguments[i])
	}
	x.doc.Diagnostics.Add(kind, core.WholeDocument, arguments[:]...).Span = &core.Span{Start: start, End: end}
}

// closeList gives each diagnostic the path of the element that it stands in, and adds the one that stands for
// those that were left out.
func (x *xmlReader) closeList() {
	for i := range x.doc.Diagnostics {
		d := &x.doc.Diagnostics[i]
		at := d.Span.Start
		for j := range x.elements {
			e := &x.elements[j]
			// The end of the text is inside what was cut there.
			if e.role > configurationRole && e.whole.Start <= at && (at < e.whole.End || e.open && at == len(x.text)) {
				d.Path = e.path
			}
		}
	}
	if x.leftOut > 0 {
		kind := &moreWarnings
		if x.leftOutError {
			kind = &moreErrors
		}
		count := core.Itoa(x.leftOut)
		x.leftOut = -1
		x.reportWith(kind, len(x.text), len(x.text), count, "", "")
	}
}
