package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// jsonReader walks from the tree of a JSON text, or of a value, to the configuration.
type jsonReader struct {
	*literal.Tree
	doc *Document
	// isValue says that there is no text for places and spans to speak of.
	isValue bool
	found   rulesInTree
	// index is that of the rule that is read; -1 before the first.
	index int
	rule  *core.CORSRule
	// places are those of the rule. Those of a value are thrown away.
	places *core.RulePlaces
	// more says that diagnostics were left out.
	more bool
}

// mostDiagnostics is the number of diagnostics that are told of JSON, as many of them errors only.
const mostDiagnostics = 500

// readJSON reads a text in JSON or near it into the document, which has the text unless it was a value.
//
//go:noinline
func readJSON(doc *Document, text string) *Document {
	if len(text) > longestText {
		return refuse(doc, text, &tooLong)
	}
	tree := literal.Parse(text)
	r := &jsonReader{Tree: tree, doc: doc, isValue: doc.Text == "", index: -1}
	for i := range tree.Problems {
		r.reportProblem(&tree.Problems[i])
	}
	root := tree.Root
	if !r.find(root, &step{least: bareRule}) {
		if !r.isValue || tree.Nodes[root].Kind != literal.List {
			// The first problem may be the reason.
			doc.Diagnostics = doc.Diagnostics[:min(1, len(doc.Diagnostics))]
			r.reportAt(&noConfiguration, core.NoMember, firstWords(text), nil)
			return doc
		}
		r.found.node = root
	}
	doc.Configuration = &core.CORSConfiguration{}
	r.reportContainers()
	document := &doc.Places.Document
	document.Whole = tree.Nodes[root].Span()
	document.Value = document.Whole
	if node := r.found.node; node >= 0 {
		if !r.found.single {
			document.Value = tree.Nodes[node].Span()
		}
		r.readRules(node)
	}
	if r.isValue {
		doc.Places = core.Places{}
	} else {
		doc.Format = JSON
	}
	if r.more {
		r.index = -1
		r.report(&moreProblems, core.NoMember, root)
	}
	return doc
}

// report tells something about a node, at its text without quotes.
//
//go:noinline
func (r *jsonReader) report(kind *core.Kind, member core.Member, node int, arguments ...string) *core.Diagnostic {
	span := r.Nodes[node].Inner()
	if span.Start == span.End {
		span = r.Nodes[node].Span()
	}
	return r.reportAt(kind, member, &span, arguments)
}

// reportAt tells something about a place. Once there is much to tell, it is the errors only.
//
//go:noinline
func (r *jsonReader) reportAt(kind *core.Kind, member core.Member, span *core.Span, arguments []string) *core.Diagnostic {
	list := &r.doc.Diagnostics
	most := mostDiagnostics
	if kind.Severity == core.Error {
		most *= 2
	}
	if len(*list) >= most && kind != &moreProblems {
		r.more = true
		list = new(core.Diagnostics)
	}
	d := list.Add(kind, core.RulePath(r.index).Member(member), arguments...)
	if !r.isValue {
		d.Span = span
	}
	return d
}

// reportKey tells something about a key, and of what it was taken for or where it stands.
//
//go:noinline
func (r *jsonReader) reportKey(kind *core.Kind, member core.Member, key int, where string) {
	r.report(kind, member, key, excerpt(r.TextOf(key)), where)
}

// relate adds another place to a diagnostic.
//
//go:noinline
func (r *jsonReader) relate(d *core.Diagnostic, span *core.Span, message string) {
	if r.isValue {
		span = nil
	}
	d.Related = []core.Related{{Path: d.Path, Span: span, Message: message}}
}

// reportProblem tells where the text leaves JSON. A value has never been a text.
func (r *jsonReader) reportProblem(problem *literal.Problem) {
	code := problem.Code
	if r.isValue && code.IsRelaxed() {
		return
	}
	kind := &literalKinds[code]
	span := &core.Span{Start: int(problem.Start), End: int(problem.End)}
	found := excerpt(r.Text[problem.Start:problem.End])
	first := found
	if code == literal.Unexpected || code == literal.Unclosed {
		first = problem.Expected.String()
		if problem.AtEnd {
			found = "the end of the text"
		}
		if code == literal.Unexpected {
			kind = &SyntaxError
			if problem.Expected == literal.EndOfText {
				kind = &nothingExpected
			}
		}
	}
	d := r.reportAt(kind, core.NoMember, span, []string{first, found})
	if problem.Opened > 0 {
		start := int(r.Nodes[problem.Opened].Start)
		r.relate(d, &core.Span{Start: start, End: start + 1}, "this bracket is not closed")
	}
}

// reportDuplicate tells that of two keys for one thing the last counts.
//
//go:noinline
func (r *jsonReader) reportDuplicate(member core.Member, first, last int, meant string) {
	d := r.report(&DuplicateKey, member, last, meant)
	span := r.Nodes[first].Inner()
	r.relate(d, &span, "this one does not count")
}
