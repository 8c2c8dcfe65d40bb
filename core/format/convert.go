package format

import (
	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// Options fill in what stands around a configuration. An empty one is left out, or is a placeholder that cannot be taken
// for a value.
type Options struct {
	Bucket   string
	Endpoint string
	// Owner is the account ID that the bucket has to belong to (ExpectedBucketOwner).
	Owner string
	// Algorithm is the checksum that a client is to add, as x-amz-sdk-checksum-algorithm names it.
	Algorithm string
}

// Written is a configuration in one format.
type Written struct {
	// Text is nil if no configuration could be read.
	Text *string
	// Filename is the name that such a file usually has, MediaType its media type.
	Filename, MediaType string
	// Command applies the file under that name.
	Command string
	// Diagnostics are the errors of the source, and what was lost or may change in this format.
	Diagnostics []core.Diagnostic
}

// XML writes the document that PutBucketCors takes. Reading it back gives the same
// configuration.
func XML(doc *source.Document) Written { return Convert(doc, "xml", &Options{}) }

// Convert writes a configuration in the format of that name, one of the output formats of the contract; of an unknown
// one the name of the file is empty.
func Convert(doc *source.Document, name string, options *Options) Written {
	for i := range targets {
		if targets[i].name == name {
			return targets[i].convert(doc, options)
		}
	}
	return Written{Diagnostics: errorsOf(doc)}
}

func (t *target) convert(doc *source.Document, options *Options) Written {
	w := writer{target: t, options: options, style: &shell}
	written := Written{Filename: t.filename, MediaType: t.mediaType, Diagnostics: errorsOf(doc)}
	w.template(t.command)
	written.Command = string(w.out)
	if doc.Configuration == nil {
		return written
	}
	text := ""
	if t.rule == nil {
		text = s3.Document(doc.Configuration)
	} else {
		w.out = nil
		text = w.configuration(doc.Configuration)
	}
	written.Text = &text
	losses := losses{target: t, options: options, used: w.used, doc: doc, configuration: doc.Configuration}
	losses.find()
	core.Locate(losses.list, &doc.Places)
	written.Diagnostics = append(written.Diagnostics, losses.list...)
	return written
}

// errorsOf are the errors of the source: what PutBucketCors refuses is refused in every form.
func errorsOf(doc *source.Document) []core.Diagnostic {
	var errors []core.Diagnostic
	all := s3.Validate(doc).Diagnostics
	for i := range all {
		if all[i].Severity == core.Error {
			errors = append(errors, all[i])
		}
	}
	return errors
}
