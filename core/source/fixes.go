package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Fixes of what a tool would refuse: the text is changed, and the configuration stays what it was read as.

// fix adds the change of one place to a diagnostic. Its title is the help.
//
//go:noinline
func (r *treeReader) fix(d *core.Diagnostic, start, end int, text string) {
	if r.isValue {
		return
	}
	if len(d.Fixes) == 0 {
		d.Fixes = []core.Fix{{Title: core.Trim(d.Help, ".")}}
	}
	edits := &d.Fixes[0].Edits
	*edits = append(*edits, core.TextEdit{Span: core.Span{Start: start, End: end}, Text: text})
}

// fixNode adds the change of the whole of a node.
//
//go:noinline
func (r *treeReader) fixNode(d *core.Diagnostic, node int, text string) {
	span := r.span(node)
	r.fix(d, span.Start, span.End, text)
}

// mostFixed is how many diagnostics are looked at for keys to take out: each is looked for among all nodes.
const mostFixed = 100

// closeFixes mends what stands beside the rules, and gives each fix the configuration, which none of them changes.
func (r *treeReader) closeFixes() {
	diagnostics := r.doc.Diagnostics
	for i := range diagnostics {
		if i < mostFixed {
			r.fixKeys(&diagnostics[i])
		}
		if fixes := diagnostics[i].Fixes; len(fixes) > 0 {
			fixes[0].Configuration = *r.doc.Configuration
		}
	}
}

// quoted is a text in double quotes, unless it would need escapes there; then it is "".
//
//go:noinline
func quoted(text string) string {
	if core.Index(text, '"') >= 0 || core.Index(text, '\\') >= 0 {
		return ""
	}
	return `"` + text + `"`
}

// fixProblem adds the change that makes JSON of what leaves it, where that is plain.
func (r *treeReader) fixProblem(d *core.Diagnostic, problem *literal.Problem) {
	start, end := int(problem.Start), int(problem.End)
	text := r.Text[start:end]
	if r.isExplicit(start) {
		return
	}
	switch problem.Code {
	case literal.Comment, literal.ExtraComma:
		text = ""
	case literal.MissingComma:
		end, text = start, ", "
	case literal.ForeignWord:
		text = core.Lower(text)
		if text == "none" || text == "undefined" {
			text = "null"
		}
	case literal.UnknownEscape:
		text = text[1:]
	case literal.SingleQuotes, literal.TypographicQuotes:
		// The problem is the opening quote.
		from := end
		for end < len(r.Text) && r.Text[end] != '\n' && !closes(text, r.Text[end:]) {
			end++
		}
		text = quoted(r.Text[from:end])
		end += from - start
		if end > len(r.Text) || text == "" || r.Text[end-1] == '\n' {
			return
		}
	case literal.Unquoted, literal.WantsQuotes, literal.UnknownAlias:
		text = quoted(text)
		if text == "" || core.HasPrefix(r.Text[end:], "::") || core.HasSuffix(r.Text[:start], "::") { // AWS::S3::Bucket is a word of YAML.
			return
		}
	default:
		return
	}
	r.fix(d, start, end, text)
}

// isExplicit says whether a line of YAML begins as the key or the value of a member whose key has a question mark before it, which is not
// read here (YAML 1.2.2, section 8.2.2): what is changed of one of the two leaves the other behind.
func (r *treeReader) isExplicit(at int) bool {
	if r.language != yamlLanguage {
		return false
	}
	line := core.Trim(r.Text[core.LastIndex(r.Text[:at], '\n')+1:min(len(r.Text), at+2)], " \t-")
	return line != "" && (line[0] == '?' || line[0] == ':') && (len(line) == 1 || isXMLSpace(line[1]))
}

// closes says whether a text begins with the quote that closes one: the same, or a typographic one (U+2018 to U+201F) that is double or
// single as it is.
func closes(quote, text string) bool {
	if len(quote) == 1 {
		return text[0] == quote[0]
	}
	return core.HasPrefix(text, "\xE2\x80") && len(text) > 2 && text[2]&^7 == 0x98 && text[2] < 0x9C == (quote[2] < 0x9C)
}

// fixList makes a list of a text with commas between its values, or of one value.
func (r *treeReader) fixList(d *core.Diagnostic, member core.Member, value int) {
	if r.isCode(value) {
		r.fixNode(d, value, "["+r.source(value)+"]")
		return
	}
	written := make([]string, 0, 4)
	for _, text := range r.rule.List(member) {
		if written = append(written, quoted(text)); quoted(text) == "" {
			return
		}
	}
	r.fixNode(d, value, "["+core.Join(written, ", ")+"]")
}

// fixKeys takes out a key that is none of the tool's, or does not count, with its value; and makes one object of those that are one rule.
func (r *treeReader) fixKeys(d *core.Diagnostic) {
	switch {
	case r.isValue:
	case d.Kind == &UnknownKey:
		r.cutMember(d, *d.Span)
	case d.Kind == &DuplicateKey && len(d.Related) > 0 && d.Related[0].Span != nil:
		if r.cutMember(d, *d.Related[0].Span); len(d.Fixes) > 0 {
			d.Fixes[0].Title = "Keep the last one"
		}
	case d.Kind == &RuleSplit && len(d.Fixes) == 0:
		r.joinObjects(d)
	}
}

// cutMember takes out the member whose key stands in a span, with the comma that parts it from another, or its lines.
func (r *treeReader) cutMember(d *core.Diagnostic, span core.Span) {
	key := r.nodeAt(span, literal.Key)
	if key < 0 || r.Behind(key) <= key+1 || r.isExplicit(int(r.Nodes[key].Start)) {
		return
	}
	start, end := int(r.Nodes[key].Start), int(r.Nodes[key+1].End)
	before, after := start, end
	for before > 0 && isXMLSpace(r.Text[before-1]) {
		before--
	}
	for after < len(r.Text) && core.Index(" \t\r", r.Text[after]) >= 0 {
		after++
	}
	line := core.LastIndex(r.Text[:start], '\n') + 1
	switch {
	case after < len(r.Text) && r.Text[after] == ',':
		for after++; after < len(r.Text) && isXMLSpace(r.Text[after]); after++ {
		}
		end = after
	case before > 0 && r.Text[before-1] == ',':
		start = before - 1
	case before > 0 && r.Text[before-1] == '{':
	case before > line && r.Text[before-1] == '-' && start-line == blanksFrom(r.Text, after+1): // The next takes its place behind the dash.
		end = after + 1 + start - line
	case before > line || after < len(r.Text) && r.Text[after] != '\n':
		return // Something else stands in its lines, such as the dash of the rule.
	default:
		start, end = line, min(after+1, len(r.Text))
	}
	r.fix(d, start, end, "")
}

// blanksFrom is how many blanks stand at a place.
func blanksFrom(text string, at int) (count int) {
	for at+count < len(text) && text[at+count] == ' ' {
		count++
	}
	return count
}

// joinObjects writes a comma in the place of what stands between two objects of a list.
func (r *treeReader) joinObjects(d *core.Diagnostic) {
	list := r.nodeAt(*d.Span, literal.List)
	if list < 0 {
		return
	}
	for item := list + 1; r.Behind(item) < r.Behind(list); item = r.Behind(item) {
		end, start := int(r.Nodes[item].End)-1, int(r.Nodes[r.Behind(item)].Start)
		if r.Text[end] != '}' || r.Text[start] != '{' || core.Trim(r.Text[end+1:start], " \t\r\n,") != "" {
			d.Fixes = nil
			return
		}
		last := end
		for last > 0 && isXMLSpace(r.Text[last-1]) {
			last--
		}
		comma := ","
		if r.Text[last-1] == ',' {
			comma = ""
		}
		r.fix(d, last, start+1, comma)
	}
}

// nodeAt is the node of a kind whose text without quotes, or all of it, is a span; -1 if there is none.
func (r *treeReader) nodeAt(span core.Span, kind literal.Kind) int {
	for i := range r.Nodes {
		if n := &r.Nodes[i]; n.Kind == kind && (n.Inner() == span || n.Span() == span) {
			return i
		}
	}
	return -1
}
