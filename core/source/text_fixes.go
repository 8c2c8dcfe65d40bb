package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// Fixes of what stands around a configuration, and of a text without one.

// mend gives the diagnostic that was told last the edits that mend it, which leave the configuration as it was read.
func (d *Document) mend(title string, edits ...core.TextEdit) {
	if d.Configuration == nil {
		return
	}
	kept := make([]core.TextEdit, 0, len(edits))
	for _, edit := range edits {
		if edit.Span.Start < edit.Span.End {
			kept = append(kept, edit)
		}
	}
	d.Diagnostics[len(d.Diagnostics)-1].Fixes = []core.Fix{{Title: title, Configuration: *d.Configuration, Edits: kept}}
}

// taken is what a tool takes of the piece in which a configuration was found: the document, with the containers that are of one value
// with it, or all of a template or a program.
func (f *find) taken(doc *Document) core.Span {
	if whole := doc.Places.Document.Whole; whole.End > 0 && (f.tree == nil || f.language == literal.JSON) {
		return whole
	}
	return core.Span{End: len(f.piece.text)}
}

// withFirstRule gives the diagnostic of an empty text a first rule to begin with.
func withFirstRule(doc *Document) *Document {
	const rule = "<CORSConfiguration>\n  <CORSRule>\n    <AllowedOrigin>https://www.example.com</AllowedOrigin>\n" +
		"    <AllowedMethod>GET</AllowedMethod>\n    <AllowedMethod>HEAD</AllowedMethod>\n  </CORSRule>\n</CORSConfiguration>\n"
	doc.Diagnostics[len(doc.Diagnostics)-1].Fixes = []core.Fix{{
		Title:         "Add a first rule",
		Configuration: *ReadXML(rule).Configuration,
		Edits:         []core.TextEdit{{Span: core.Span{End: len(doc.Text)}, Text: rule}},
	}}
	return doc
}
