package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// treeReader reads a configuration that was found in a tree.
type treeReader struct {
	walk
	find   *find
	doc    *Document
	choice *Choice
	// isValue says that there is no text for places and spans to speak of.
	isValue bool
	// names are those of the format, in snake case if snake; tool takes it.
	names *dialect
	snake bool
	tool  string
	// index is that of the rule that is read; -1 before the first.
	index int
	rule  *core.CORSRule
	// places are those of the rule. Those of a value are thrown away.
	places *core.RulePlaces
	// given has the key of each member of the rule.
	given [core.ExposeHeaders + 1]int
	// changed are the parts of the tree that the program changes.
	changed []changed
	// opaque is what is spread into the rule from elsewhere, or 0.
	opaque int
	// more says that diagnostics were left out.
	more bool
}

// mostDiagnostics is the number of diagnostics that are told of a tree, as many of them errors only.
const mostDiagnostics = 500

// readFind reads a configuration into a document, with places in the text of the tree.
func readFind(f *find, doc *Document, choice *Choice, isValue bool) {
	r := &treeReader{walk: walk{Tree: *f.tree, language: f.language}, find: f, doc: doc, choice: choice, isValue: isValue, index: -1}
	doc.Format = f.format
	tool := &tools[toolOf(f.format)]
	r.names, r.tool = tool.names, tool.tool
	r.snake = f.format == Terraform || f.language == literal.HCL || f.look.style == snakeCase && (f.format == CDK || f.format == Pulumi)
	if r.isProgram() {
		r.define(f.tree.Root)
	}
	r.reportProblems()
	doc.Configuration = &core.CORSConfiguration{}
	r.reportContainers()
	document := &doc.Places.Document
	document.Value = f.spanInTree()
	document.Whole = document.Value
	if f.language == literal.JSON {
		document.Whole = f.tree.Nodes[f.tree.Root].Span()
		if f.single {
			document.Value = document.Whole
		}
	}
	if len(f.rules) > 0 {
		r.gatherChanges()
		r.reportChanges()
		r.readRules()
	}
	if r.more {
		r.index = -1
		r.report(&moreProblems, core.NoMember, f.tree.Root)
	}
	r.closeFixes()
	if isValue {
		doc.Places, doc.Format = core.Places{}, Value
	}
}

// report tells something about a node, at its text without quotes.
//
//go:noinline
func (r *treeReader) report(kind *core.Kind, member core.Member, node int, arguments ...string) *core.Diagnostic {
	span := r.Nodes[node].Inner()
	if span.Start == span.End {
		span = r.Nodes[node].Span()
	}
	return r.reportAt(kind, core.RulePath(r.index).Member(member), &span, arguments)
}

// reportAt tells something about a place. Once there is much to tell, it is the errors only.
//
//go:noinline
func (r *treeReader) reportAt(kind *core.Kind, path core.Path, span *core.Span, arguments []string) *core.Diagnostic {
	list := &r.doc.Diagnostics
	most := mostDiagnostics
	if kind.Severity == core.Error {
		most *= 2
	}
	if len(*list) >= most && kind != &moreProblems {
		r.more = true
		list = new(core.Diagnostics)
	}
	d := list.Add(kind, path, arguments...)
	if !r.isValue {
		d.Span = span
	}
	return d
}

// reportKey tells something about a key, and of what it was taken for or where it stands.
//
//go:noinline
func (r *treeReader) reportKey(kind *core.Kind, member core.Member, key int, where string) *core.Diagnostic {
	return r.report(kind, member, key, excerpt(r.TextOf(key)), where, r.tool)
}

// misspelled tells that a name is another's, and which is the right one.
//
//go:noinline
func (r *treeReader) misspelled(member core.Member, key int, right string) {
	d := r.reportKey(&MisspelledKey, member, key, right)
	span := r.Nodes[key].Inner()
	r.fix(d, span.Start, span.End, right)
}

// relate adds another place to a diagnostic.
//
//go:noinline
func (r *treeReader) relate(d *core.Diagnostic, span *core.Span, message string) {
	if r.isValue {
		span = nil
	}
	d.Related = []core.Related{{Path: d.Path, Span: span, Message: message}}
}

// reportDuplicate tells that of two keys for one thing the last counts.
//
//go:noinline
func (r *treeReader) reportDuplicate(member core.Member, first, last int, meant string) {
	d := r.report(&DuplicateKey, member, last, meant)
	span := r.Nodes[first].Inner()
	r.relate(d, &span, "this one does not count")
}

// reportProblems tells where the text leaves its language: of a literal all, of a program what stands in the way of the rules.
func (r *treeReader) reportProblems() {
	span := r.find.spanInTree()
	shorthand := !r.isValue && !r.isProgram() && isShorthand(r.Text[span.Start:span.End])
	for i := range r.Problems {
		problem := &r.Problems[i]
		if shorthand && (problem.Code.IsRelaxed() || r.Text[problem.Start:problem.End] == "=") {
			continue // The CLI takes it as it stands.
		}
		if problem.Code == literal.Unfilled {
			continue // It is told of as a value that is known only elsewhere.
		}
		if r.isProgram() && (int(problem.End) < span.Start || int(problem.Start) > span.End) {
			continue
		}
		if problem.Code.IsRelaxed() && (r.isValue || r.find.format == Python || r.find.format == JavaScript) {
			continue
		}
		r.reportProblem(problem)
	}
}

// reportProblem tells where the text leaves JSON. A value has never been a text.
func (r *treeReader) reportProblem(problem *literal.Problem) {
	code := problem.Code
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
	d := r.reportAt(kind, core.WholeDocument, span, []string{first, found})
	r.fixProblem(d, problem)
	if problem.Opened > 0 {
		start := int(r.Nodes[problem.Opened].Start)
		r.relate(d, &core.Span{Start: start, End: start + 1}, "this bracket is not closed")
	}
}

// nameOf is the format's name of a member.
//
//go:noinline
func (r *treeReader) nameOf(member core.Member) string {
	name := r.names.members[member]
	if r.snake {
		return snake(name)
	}
	return name
}

// reportContainers tells of the names on the way to the rules, and of a way that the tool does not take.
func (r *treeReader) reportContainers() {
	f := r.find
	var named *step
	var innermost [configurationContainer + 1]*step
	for i := 1; i < len(f.way); i++ {
		s := &f.way[i]
		innermost[s.meant] = s
		if named == nil && s.meant != noContainer && r.Nodes[s.key].Kind == literal.Key {
			named = s
		}
	}
	for i := rulesContainer; i <= configurationContainer; i++ {
		if s := innermost[i]; s != nil && r.Nodes[s.key].Kind == literal.Key {
			r.reportContainer(s)
		}
	}
	hasRules, hasConfiguration := innermost[rulesContainer] != nil, innermost[configurationContainer] != nil
	kind := &WrongContainer
	count := len(f.way) - 1
	isJSON := f.format == JSON && f.language == literal.JSON
	isWhole := count == 0 || count == 1 && hasRules
	switch {
	case f.single && f.rules[0].around >= 0:
		return // A list may be what the expression gives.
	case f.single && f.holder < 0 && (isJSON || named != nil):
		kind = &loneRule
	case !isJSON:
		if !hasConfiguration || hasRules || len(f.rules) == 0 {
			return
		}
	case isWhole:
		return
	case f.way[1].meant == configurationContainer && (len(f.rules) == 0 || count == 2 && hasRules):
		kind = &ToolsContainer
	}
	node := f.tree.Root
	switch {
	case named != nil:
		node = named.key
	case len(f.rules) > 0 && count == 0:
		node = f.rules[0].node
	}
	d := r.report(kind, core.NoMember, node)
	if kind == &loneRule && r.Nodes[f.rules[0].node].Kind == literal.Object && r.Text[r.Nodes[f.rules[0].node].Start] == '{' {
		rule := r.span(f.rules[0].node)
		r.fix(d, rule.Start, rule.Start, "[")
		r.fix(d, rule.End, rule.End, "]")
	}
	if d.Span != nil && named == nil {
		d.Span.End = d.Span.Start + 1 // The bracket stands for what is in it.
	}
}

// inputMembers stand beside CORSConfiguration in the input of PutBucketCors.
//
// Authority: AWS CLI reference, s3api put-bucket-cors.
var inputMembers = [...]string{"Bucket", "ContentMD5", "ChecksumAlgorithm", "ExpectedBucketOwner"}

// reportContainer tells of the name of a container and, in JSON for S3, of the keys beside it.
func (r *treeReader) reportContainer(s *step) {
	right := r.names.containers[s.meant]
	own := r.TextOf(s.key)
	if right != "" && lastName(own) != right {
		r.misspelled(core.NoMember, s.key, right)
	}
	if r.find.format != JSON || r.find.language != literal.JSON {
		return
	}
	object := "the configuration"
	if s.meant == configurationContainer {
		object = "the input of PutBucketCors"
	}
	for key := s.node + 1; key < r.Behind(s.node); key = r.Behind(key) {
		if key == s.key {
			continue
		}
		name := r.TextOf(key)
		known := false
		for i := range inputMembers {
			known = known || name == inputMembers[i]
		}
		switch {
		case name == own:
			r.reportDuplicate(core.NoMember, key, s.key, name)
		case !known || s.meant != configurationContainer:
			r.reportKey(&UnknownKey, core.NoMember, key, object)
		}
	}
}
