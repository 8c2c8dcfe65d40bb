package format

import (
	"s3cors/core"
	"s3cors/core/source"
)

// Edits are the changes of a text that make another configuration of it, and leave comments and layout of all else as they are. They
// are in the order of the text and do not overlap. ok is false where the text is not known to take the change: that it does was
// read back.
func Edits(doc *source.Document, after *core.CORSConfiguration) (edits []core.TextEdit, ok bool) {
	e := editor{text: doc.Text}
	edits = e.draft(doc, after)
	if core.IndexText(doc.Text+" ", "\r\n") >= 0 {
		for i := range edits {
			edits[i].Text = withReturns(edits[i].Text)
		}
	}
	if edits == nil {
		return nil, doc.Configuration != nil && doc.Text != "" && sameRules(doc.Configuration.CORSRules, after.CORSRules)
	}
	read := source.ReadChoice(Apply(doc.Text, edits), &doc.Choice)
	// The reader takes much that no other does. That it has more mistakes to tell of than before shows that the edits broke the text.
	if read.Configuration == nil || read.Format != doc.Format || mistakes(read, core.Warning) > mistakes(doc, core.Warning) || mistakes(read, core.Error) > mistakes(doc, core.Error) || !sameRules(read.Configuration.CORSRules, after.CORSRules) {
		return nil, false
	}
	if !keepsOthers(doc, read) {
		return nil, false
	}
	return edits, true
}

// keepsOthers says whether the other configurations of a text are what they were: an anchor of YAML, or a constant of a program, may serve
// several.
func keepsOthers(before, after *source.Document) bool {
	was, ok := before.ReadOthers()
	is, also := after.ReadOthers()
	ok = ok && also && len(was) == len(is)
	for i := 0; ok && i < len(was); i++ {
		ok = sameRules(was[i].CORSRules, is[i].CORSRules)
	}
	return ok
}

// mistakes counts those of reading that are at least so severe. A value may look like an escape of HTML.
func mistakes(doc *source.Document, least core.Severity) (count int) {
	for i := range doc.Diagnostics {
		if d := &doc.Diagnostics[i]; d.Severity <= least && d.Kind != &source.HTMLEscaped {
			count++
		}
	}
	return count
}

// withReturns ends the lines of a text as those of the text are ended that it goes into.
func withReturns(text string) string {
	ended := make([]byte, 0, len(text)+8)
	for i := range len(text) {
		if text[i] == '\n' && (i == 0 || text[i-1] != '\r') {
			ended = append(ended, '\r')
		}
		ended = append(ended, text[i])
	}
	return string(ended)
}

// Draft is the same edits, and nil where nothing is to be changed, or cannot be.
func Draft(doc *source.Document, after *core.CORSConfiguration) []core.TextEdit {
	edits, _ := Edits(doc, after)
	return edits
}

// CanDraft says whether Draft is likely to make edits. It takes the same steps without the texts that are inserted, and without reading
// them back, which are most of the work.
func CanDraft(doc *source.Document, after *core.CORSConfiguration) bool {
	e := editor{text: doc.Text, placesOnly: true}
	return e.draft(doc, after) != nil
}

func (e *editor) draft(doc *source.Document, after *core.CORSConfiguration) []core.TextEdit {
	e.places, e.isXML = doc.Places.Rules, doc.Format == source.XML
	if doc.Configuration == nil || core.TrimSpace(doc.Text) == "" || len(e.places) != len(doc.Configuration.CORSRules) {
		return nil
	}
	e.target = targetOf(string(doc.Format))
	if first := core.TrimSpace(doc.Text); doc.Format == source.JSON && first[0] != '[' && first[0] != '{' {
		e.target = targetOf("aws-cli") // It stands in a script, perhaps.
	}
	e.before, e.after = doc.Configuration.CORSRules, after.CORSRules
	if len(e.places) == 0 {
		e.findHost(doc)
		e.firstRules(&doc.Places.Document.Value)
		if e.host.refused {
			return nil
		}
		return e.edits
	}
	e.findDress()
	e.findSpans(&doc.Places.Document.Value)
	e.findHost(doc)
	e.rules()
	if e.failed || e.host.refused || !e.keepsMarks() {
		return nil
	}
	return e.edits
}

// Apply changes a text by edits that are in its order.
func Apply(text string, edits []core.TextEdit) string {
	var out []byte
	at := 0
	for i := range edits {
		edit := &edits[i]
		out = append(out, text[at:edit.Span.Start]...)
		out = append(out, edit.Text...)
		at = edit.Span.End
	}
	return string(append(out, text[at:]...))
}

// editor changes the rules of one text.
type editor struct {
	text   string
	isXML  bool
	target *target
	places []core.RulePlaces
	// spans are those of the rules.
	spans         []core.Span
	before, after []core.CORSRule
	// foreign: the text is in another form than is written here. failed: a change needs that form, or two changes overlap.
	foreign, failed bool
	// placesOnly: the edits are made without their texts.
	placesOnly bool
	// dress is what the text has put on as a whole. marked: each line begins with the mark of a patch or a quotation.
	dress  dress
	marked bool
	host   host
	edits  []core.TextEdit
	// marks has markOf each rule before the change, and marksAfter after it, once they are asked for. taken are those whose text is where it
	// is to be.
	marks, marksAfter []uint32
	taken             []bool
}

// targetOf is the output format that writes what an input format reads.
func targetOf(format string) *target {
	switch format {
	case "python":
		format = "boto3"
	case "javascript":
		format = "sdk-js"
	}
	for i := range targets {
		if targets[i].name == format {
			return &targets[i]
		}
	}
	return &targets[1]
}

// replace adds an edit. They are made from the beginning of the text to its end but for the members of a rule, which stand in any
// order.
//
//go:noinline
func (e *editor) replace(start, end int, text string) {
	e.edits = append(e.edits, core.TextEdit{Span: core.Span{Start: start, End: end}, Text: text})
	i := len(e.edits) - 1
	for ; i > 0; i-- {
		before := e.edits[i-1].Span
		// What is added at a place stands before what is taken away from there on.
		if start > before.Start || start == before.Start && (end > start || before.End == start) {
			break
		}
		e.edits[i], e.edits[i-1] = e.edits[i-1], e.edits[i]
	}
	e.failed = e.failed || i > 0 && e.edits[i-1].Span.End > start || i+1 < len(e.edits) && e.edits[i+1].Span.Start < end
}

// rules goes through the rules that changed: those between what is alike at the beginning and at the end.
func (e *editor) rules() {
	first, was, is := 0, len(e.before), len(e.after)
	for first < was && first < is && sameRule(&e.before[first], &e.after[first]) {
		first++
	}
	for was > first && is > first && sameRule(&e.before[was-1], &e.after[is-1]) {
		was--
		is--
	}
	e.taken = make([]bool, len(e.before))
	for i := first; was == is && i < was; i++ {
		e.taken[i] = sameRule(&e.before[i], &e.after[i])
	}
	i, k := first, first
	for ; i < was && k < is; i, k = i+1, k+1 {
		next := i
		if !sameRule(&e.before[i], &e.after[k]) {
			next = max(i, e.find(&e.after[k], i, was-(is-k)+1, false))
			if next == i {
				e.fill(i, &e.after[k], first, was, is)
				continue
			}
		}
		if next > i && e.native() {
			e.remove(e.ruleSlot, len(e.spans), i, next)
			i = next
		}
		e.taken[i] = true
	}
	if i < was && e.native() {
		e.remove(e.ruleSlot, len(e.spans), i, was)
	}
	if k < is {
		e.newRules(max(was, 1)-1, e.after[k:is], was == 0)
	}
}

//go:noinline
func (e *editor) slice(span *core.Span) string { return e.text[span.Start:span.End] }

// spaceBefore is the white space before a place, back to the line end before it and with that.
//
//go:noinline
func (e *editor) spaceBefore(at int) string {
	start := at
	for start > 0 && (e.text[start-1] == ' ' || e.text[start-1] == '\t') {
		start--
	}
	if start > 0 && e.text[start-1] == '\n' {
		start--
		if start > 0 && e.text[start-1] == '\r' {
			start--
		}
	}
	return e.text[start:at]
}

func (e *editor) indentOf(at int) string { return core.Trim(e.spaceBefore(at), "\r\n") }

func hasLine(space string) bool { return core.Index(space, '\n') >= 0 }
