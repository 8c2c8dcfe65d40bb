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

// closeFixes gives each fix the configuration, which none of them changes.
func (r *treeReader) closeFixes() {
	diagnostics := r.doc.Diagnostics
	for i := range diagnostics {
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
		for end < len(r.Text) && r.Text[end] != '\'' && r.Text[end] != '\n' && !core.HasPrefix(r.Text[end:], "\xE2\x80") {
			end++
		}
		text = quoted(r.Text[from:end])
		end += from - start
		if end > len(r.Text) || text == "" || r.Text[end-1] == '\n' {
			return
		}
	case literal.Unquoted, literal.WantsQuotes, literal.UnknownAlias:
		text = quoted(text)
		if text == "" {
			return
		}
	default:
		return
	}
	r.fix(d, start, end, text)
}

// fixList makes a list of a text with commas between its values, or of one value.
func (r *treeReader) fixList(d *core.Diagnostic, member core.Member, value int) {
	if r.isCode(value) {
		r.fixNode(d, value, "["+r.source(value)+"]")
		return
	}
	written := make([]string, 0, 4)
	for _, text := range r.rule.List(member) {
		written = append(written, quoted(text))
	}
	r.fixNode(d, value, "["+core.Join(written, ", ")+"]")
}
