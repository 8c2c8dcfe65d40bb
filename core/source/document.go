// Package source reads a bucket's CORS configuration in the form in which its
// author has it, with the place of every value in the text.
//
// A text that cannot be read is no error value: the Document says what stands in
// the way, as diagnostics, and holds what could be read all the same. Depth, size and the number
// of diagnostics are bounded, so that any input is answered quickly.
package source

import "s3cors/core"

// Format names the form in which a configuration was written.
type Format string

// The input formats of the contract that are read here.
const (
	// Value is the form of a configuration that was handed over as a value, not as a text.
	Value Format = ""
	XML   Format = "xml"
	JSON  Format = "json"
)

// Document is what was read from one text or value.
type Document struct {
	// Text is the text as it was handed over; "" for a value.
	Text string
	// Format is the format that was recognised; "" for a value, or where none was.
	Format Format
	// Configuration is what the author means, near misses included; nil if none could be made out.
	Configuration *core.CORSConfiguration
	// Diagnostics tell what stands in the way of reading it, and near misses that were
	// read all the same.
	Diagnostics core.Diagnostics
	// Places says where each value of the configuration stands in the text.
	Places core.Places
	// Candidates are the other configurations in the text, in its order.
	Candidates []Candidate
	// Placeholders are the values that are known only elsewhere.
	Placeholders []Placeholder
}

// Candidate is another configuration in the same text.
type Candidate struct {
	Name   string
	Format Format
	Span   core.Span
}

// Placeholder is a value that is known only elsewhere: ${var.origin}, !Ref,
// process.env.X. Its path is that of the value, or of the whole list.
type Placeholder struct {
	Path core.Path
	Name string
	Span core.Span
}

// HasErrors says whether a diagnostic of reading is an error: for XML, PutBucketCors then
// answers MalformedXML.
func (d *Document) HasErrors() bool {
	for i := range d.Diagnostics {
		if d.Diagnostics[i].Severity == core.Error {
			return true
		}
	}
	return false
}
