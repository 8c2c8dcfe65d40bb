package main

import (
	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// parsed writes the members of Parsed, the diagnostics being those of the call.
//
//go:noinline
func (e *encoder) parsed(document *source.Document, diagnostics core.Diagnostics) {
	e.configuration(document.Configuration)
	e.holdsConfiguration = true
	e.write(`"format":~`, string(document.Format))
	e.diagnostics(diagnostics, core.Info)
	candidates, placeholders := document.Candidates, document.Placeholders
	e.open(`"candidates":[`)
	for i := range candidates {
		candidate := &candidates[i]
		e.write(`{"candidate":#`, core.Itoa(candidate.Index))
		e.found(`"name":$"format":$`, candidate.Name, string(candidate.Format), &candidate.Span)
	}
	e.open(`]"placeholders":[`)
	for i := range placeholders {
		e.found(`{"path":$"name":$`, placeholders[i].Path.String(), placeholders[i].Name, &placeholders[i].Span)
	}
	e.put("]")
}

// found writes what was found at a place.
//
//go:noinline
func (e *encoder) found(form, first, second string, span *core.Span) {
	e.write(form, first, second)
	e.span(span)
	e.put("}")
}

// validation writes Validation, with the diagnostics of the call.
func (e *encoder) validation(document *source.Document, validation *s3.Validation, diagnostics core.Diagnostics) {
	e.open("{")
	e.parsed(document, diagnostics)
	e.write(`"accepted":#"response":{"status":#`, boolean(validation.Accepted), core.Itoa(validation.Status))
	e.s3Error(validation.Error)
	e.write(`"path":?`, validation.Path.String())
	e.write(`}"bytes":#`, core.Itoa(validation.Bytes))
	e.assumptions(validation.Assumptions)
	e.put("}")
}

// s3Error writes the member error: S3Error, or null.
//
//go:noinline
func (e *encoder) s3Error(answered *s3.ErrorResponse) {
	if answered == nil {
		e.write(`"error":#`, "null")
		return
	}
	e.write(`"error":{"code":$"message":$"method":?"resourceType":?}`, answered.Code, answered.Message, answered.Method, answered.ResourceType)
}

// written writes Written.
func (e *encoder) written(written *format.Written) {
	text := "" // no document is empty, so that it can stand for none
	if written.Text != nil {
		text = *written.Text
	}
	e.write(`{"text":~"filename":$"mediaType":$"command":$`, text, written.Filename, written.MediaType, written.Command)
	e.diagnostics(written.Diagnostics, core.Info)
	e.put("}")
}
