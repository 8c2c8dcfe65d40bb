package main

import (
	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// kept is a source that was read, with what the calls have made of it so far.
type kept struct {
	document *source.Document
	// marks are those of the document's text (utf16.go).
	marks []int32
	// rules and validation are nil until a call needs them.
	rules      *s3.Rules
	validation *s3.Validation
}

// slots hold the sources that are kept. The loader has as many.
var slots [8]*kept

// keep reads a source into a slot: the payload is the slot, 1 for a text or 0 for a value, and the text or the value's
// JSON to the end.
func keep(p *payload) {
	slot, isText := p.number(), p.number() == 1
	text := p.text[p.at:]
	var document *source.Document
	if isText {
		document = source.Read(text)
	} else {
		document = source.ReadValue(text)
	}
	core.Locate(document.Diagnostics, &document.Places)
	slots[slot] = newKept(document)
}

func newKept(document *source.Document) *kept {
	return &kept{document: document, marks: markUTF16(document.Text)}
}

// takeSource reads the slot of the source that the call is about; nil is a bucket without a configuration.
//
//go:noinline
func (e *encoder) takeSource(p *payload) *kept {
	if slot := p.number(); slot >= 0 {
		e.source = slots[slot]
	}
	return e.source
}

// validate is what PutBucketCors says of the source.
//
//go:noinline
func (k *kept) validate() *s3.Validation {
	if k.validation == nil {
		validation := s3.Validate(k.document)
		k.validation = &validation
	}
	return k.validation
}

// compile makes the source ready for matching; a bucket without a configuration is nil.
//
//go:noinline
func (k *kept) compile() *s3.Rules {
	if k == nil {
		return nil
	}
	if k.rules == nil {
		k.rules = s3.Compile(k.document.Configuration)
	}
	return k.rules
}

// unreadable says whether no configuration could be made out, so that nothing can be simulated.
func (k *kept) unreadable() bool { return k != nil && k.document.Configuration == nil }
