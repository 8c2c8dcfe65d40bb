package main

import (
	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// parsed writes the members of Parsed, the diagnostics being those of the call.
func (e *encoder) parsed(document *source.Document, diagnostics []core.Diagnostic) {
	e.configuration("configuration", document.Configuration)
	e.holdsConfiguration = true
	if document.Format == source.Value {
		e.null("format")
	} else {
		e.text("format", string(document.Format))
	}
	e.diagnostics(diagnostics, core.Info)
	e.open("candidates", "[")
	for i := range document.Candidates {
		candidate := &document.Candidates[i]
		e.open("", "{")
		e.text("name", candidate.Name)
		e.text("format", string(candidate.Format))
		e.span(&candidate.Span)
		e.close("}")
	}
	e.close("]")
	e.open("placeholders", "[")
	for i := range document.Placeholders {
		placeholder := &document.Placeholders[i]
		e.open("", "{")
		e.path(placeholder.Path)
		e.text("name", placeholder.Name)
		e.span(&placeholder.Span)
		e.close("}")
	}
	e.close("]")
}

// validation writes Validation.
func (e *encoder) validation(document *source.Document, validation *s3.Validation) {
	e.open("", "{")
	e.parsed(document, validation.Diagnostics)
	e.bool("accepted", validation.Accepted)
	e.open("response", "{")
	e.number("status", int64(validation.Status))
	e.s3Error(validation.Error)
	e.close("}")
	e.number("bytes", int64(validation.Bytes))
	e.close("}")
}

// s3Error writes the member error: S3Error, or null.
func (e *encoder) s3Error(answered *s3.ErrorResponse) {
	if answered == nil {
		e.null("error")
		return
	}
	e.open("error", "{")
	e.text("code", answered.Code)
	e.text("message", answered.Message)
	e.optionalText("method", answered.Method)
	e.optionalText("resourceType", answered.ResourceType)
	e.close("}")
}

// written writes Written.
func (e *encoder) written(written *format.Written) {
	e.open("", "{")
	if written.Text == nil {
		e.null("text")
	} else {
		e.text("text", *written.Text)
	}
	e.text("filename", written.Filename)
	e.text("mediaType", written.MediaType)
	e.diagnostics(written.Diagnostics, core.Info)
	e.close("}")
}
