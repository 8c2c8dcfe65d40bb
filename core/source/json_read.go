package source

import (
	"strconv"

	"s3cors/core"
	"s3cors/core/source/literal"
)

// jsonReader walks from the tree of a JSON text, or of a value, to the configuration.
type jsonReader struct {
	doc *Document
	// isValue says that there is no text for places and spans to speak of.
	isValue       bool
	configuration *core.CORSConfiguration
	storage
}

// readJSON reads a text in JSON or near it.
func readJSON(text string) *Document {
	doc := &Document{Text: text, Format: JSON}
	readTree(doc, literal.Parse(text))
	return doc
}

// readTree finds the configuration in a tree and reads it into the document.
func readTree(doc *Document, tree *literal.Tree) {
	r := jsonReader{doc: doc, isValue: doc.Format == Value}
	var found rulesInTree
	switch {
	case r.isValue && tree.Root.Kind == literal.List && !isWrapped(&tree.Root):
		found.list = &tree.Root
	case !found.find(&tree.Root):
		r.reportNoConfiguration(tree)
		return
	}
	for i := range tree.Problems {
		r.reportProblem(tree, &tree.Problems[i])
	}
	r.configuration = &core.CORSConfiguration{}
	doc.Configuration = r.configuration
	r.reportContainers(&found)
	r.placeDocument(tree, &found)
	switch {
	case found.single != nil:
		r.readRule(found.single)
	case found.list == nil:
	case found.list.Kind == literal.List:
		r.readRules(found.list)
	default:
		r.reportType(core.WholeDocument, "CORSRules", found.list, "a list of rules", "Write a list of rules.")
	}
}

// isWrapped says whether a list of a value holds no rules but the object around them.
func isWrapped(list *literal.Node) bool {
	var found rulesInTree
	return !isRuleList(list) && found.find(list)
}

// reportNoConfiguration tells that JSON was read and holds none of ours. Of what could not
// be read the first is told, which may be the reason.
func (r *jsonReader) reportNoConfiguration(tree *literal.Tree) {
	r.doc.Format = Value
	for i := range tree.Problems {
		if !tree.Problems[i].Code.IsRelaxed() {
			r.reportProblem(tree, &tree.Problems[i])
			break
		}
	}
	d := core.Diagnostic{
		Kind:    UnknownFormat,
		Message: "there is no CORS configuration in this JSON: no CORSRules, and no rule with AllowedOrigins and AllowedMethods",
		Help:    "Paste the JSON of the console or the CLI, or S3's XML.",
	}
	if !r.isValue {
		d.Span = firstWords(tree.Text)
	}
	r.report(d)
}

// placeDocument records where the configuration stands.
func (r *jsonReader) placeDocument(tree *literal.Tree, found *rulesInTree) {
	if r.isValue {
		return
	}
	place := core.Place{Value: tree.Root.Span, Whole: tree.Root.Span}
	if found.list != nil {
		place.Value = found.list.Span
	}
	r.doc.Places.Document = place
}

// reportContainers tells of the keys on the way to the rules, and of a way that no tool takes.
func (r *jsonReader) reportContainers(found *rulesInTree) {
	for i := range found.steps {
		if s := &found.steps[i]; s.member != nil {
			r.reportContainer(s)
		}
	}
	kind, message := formOf(found)
	if kind.Code == "" {
		return
	}
	d := core.Diagnostic{Kind: kind, Message: message, Help: "Choose the form of your tool."}
	if kind.Severity == core.Warning {
		d.Help = `Write [...] for the console, {"CORSRules": [...]} for the CLI and the SDKs.`
	}
	switch {
	case len(found.steps) > 0 && found.steps[0].member != nil:
		d.Span = r.span(found.steps[0].member.KeyInner())
	case len(found.steps) > 0:
		d.Span = r.span(firstByte(found.steps[0].node))
	case found.single != nil:
		d.Span = r.span(firstByte(found.single))
	}
	r.report(d)
}

func firstByte(node *literal.Node) core.Span {
	return core.Span{Start: node.Span.Start, End: min(node.Span.Start+1, node.Span.End)}
}

// formOf says what is to be told of the containers around the rules; the kind is zero if they are the form
// of the console, or of the CLI and the SDKs.
func formOf(found *rulesInTree) (kind core.Kind, message string) {
	steps := found.steps
	switch {
	case found.single != nil:
		return WrongContainer, "a rule stands alone where a list of rules is wanted"
	case len(steps) == 0:
		return kind, ""
	case len(steps) == 1 && steps[0].meant == rulesContainer:
		return kind, ""
	case steps[0].meant == configurationContainer &&
		(len(steps) == 2 && steps[1].meant == rulesContainer || found.list == nil):
		kind = WrongContainer
		kind.Severity = core.Info // It is the form of a tool in its own right.
		return kind, "this is the form of the CLI's --cli-input-json; the console takes the list of rules alone"
	}
	return WrongContainer, "no tool takes the rules in these containers"
}

// reportContainer tells of the keys in one object on the way to the rules.
func (r *jsonReader) reportContainer(s *step) {
	if !s.exact {
		r.reportMisspelled(core.WholeDocument, s.member, s.meant.String())
	}
	for i := range s.node.Members {
		member := &s.node.Members[i]
		switch {
		case member == s.member:
		case member.Key == s.member.Key:
			r.reportDuplicate(core.WholeDocument, member, s.member, member.Key)
		case s.meant == configurationContainer && isInputMember(member.Key):
		default:
			r.reportUnknown(core.WholeDocument, member, whereOf(s.meant))
		}
	}
}

// whereOf names the object in which a container stands.
func whereOf(meant container) string {
	if meant == configurationContainer {
		return "of the input of PutBucketCors"
	}
	return "of the configuration"
}

// isInputMember says whether a key stands beside CORSConfiguration in the input of PutBucketCors.
//
// Authority: AWS CLI reference, s3api put-bucket-cors.
func isInputMember(key string) bool {
	switch key {
	case "Bucket", "ContentMD5", "ChecksumAlgorithm", "ExpectedBucketOwner":
		return true
	}
	return false
}

func (r *jsonReader) report(d core.Diagnostic) {
	r.doc.Diagnostics = append(r.doc.Diagnostics, d)
}

// span is a place to report, or nil where there is no text.
func (r *jsonReader) span(span core.Span) *core.Span {
	if r.isValue {
		return nil
	}
	return &span
}

// reportMisspelled tells that a key is read as another.
func (r *jsonReader) reportMisspelled(path core.Path, member *literal.Member, meant string) {
	key := excerpt(member.Key)
	r.report(core.Diagnostic{
		Kind: MisspelledKey, Path: path, Span: r.span(member.KeyInner()),
		Message:    `"` + key + `" is read as ` + meant + "; the S3 console refuses it",
		Help:       "Rename it to " + meant + ".",
		Parameters: []core.Parameter{core.Text("key", key), core.Text("meant", meant)},
	})
}

// reportUnknown tells that a key is ignored.
func (r *jsonReader) reportUnknown(path core.Path, member *literal.Member, where string) {
	key := excerpt(member.Key)
	r.report(core.Diagnostic{
		Kind: UnknownKey, Path: path, Span: r.span(visible(member.KeyInner(), member.KeySpan)),
		Message:    `"` + key + `" is no member ` + where,
		Help:       "Remove it.",
		Parameters: []core.Parameter{core.Text("key", key)},
	})
}

// reportDuplicate tells that of two keys for one member the last counts.
func (r *jsonReader) reportDuplicate(path core.Path, first, last *literal.Member, meant string) {
	firstKey, lastKey := excerpt(first.Key), excerpt(last.Key)
	d := core.Diagnostic{
		Kind: DuplicateKey, Path: path, Span: r.span(last.KeyInner()),
		Message:    `"` + lastKey + `" appears twice; the last one counts`,
		Help:       "Keep one of them.",
		Parameters: []core.Parameter{core.Text("key", lastKey), core.Text("meant", meant)},
		Related: []core.Related{{
			Path: path, Span: r.span(first.KeyInner()), Message: `"` + firstKey + `" does not count`,
		}},
	}
	if firstKey != lastKey {
		d.Message = `"` + firstKey + `" and "` + lastKey + `" both stand for ` + meant + "; the last one counts"
	}
	r.report(d)
}

// visible is a span, or the one around it if it is empty.
func visible(span, around core.Span) core.Span {
	if span.Start == span.End {
		return around
	}
	return span
}

// count writes a number of values in words.
func count(n int) string {
	switch n {
	case 1:
		return "one value"
	case 2:
		return "two values"
	}
	return strconv.Itoa(n) + " values"
}
