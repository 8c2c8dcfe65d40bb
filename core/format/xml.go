// Package format writes a configuration in the forms in which it is handed on, and says what
// a form cannot carry.
package format

import (
	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// Written is a configuration in one format.
type Written struct {
	// Text is nil if no configuration could be read.
	Text *string
	// Filename is the name that such a file usually has, MediaType its media type.
	Filename, MediaType string
	// Diagnostics are the errors of the source, and what was lost or may change in this format.
	Diagnostics []core.Diagnostic
}

// XML writes the document that PutBucketCors takes. Reading it back gives the same
// configuration.
func XML(doc *source.Document) Written {
	written := Written{Filename: "cors.xml", MediaType: "application/xml", Diagnostics: errorsOf(doc)}
	if doc.Configuration != nil {
		text := s3.Document(doc.Configuration)
		written.Text = &text
	}
	return written
}

// errorsOf are the errors of the source: what PutBucketCors refuses is refused in every form.
func errorsOf(doc *source.Document) []core.Diagnostic {
	var errors []core.Diagnostic
	for _, diagnostic := range s3.Validate(doc).Diagnostics {
		if diagnostic.Severity == core.Error {
			errors = append(errors, diagnostic)
		}
	}
	return errors
}
