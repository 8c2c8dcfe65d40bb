package main

import (
	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// kept is a source that was read, with what the calls have made of it so far.
type kept struct {
	document *source.Document
	offsets  utf16Offsets
	// rules and validation are nil until a call needs them.
	rules      *s3.Rules
	validation *s3.Validation
}

// slotCount is how many sources are kept. The loader has as many.
const slotCount = 8

var slots [slotCount]*kept

// keep reads a source into a slot: the arguments are the slot, the name of the argument that the source is of a call, and
// the source.
func keep(a *arguments) {
	slot := a.wholeNumber("slot", "", a.at(0), 0, slotCount-1)
	document := a.document(stringOf(a.at(1)), a.at(2))
	if a.misuse != "" {
		return
	}
	core.Locate(document.Diagnostics, &document.Places)
	slots[slot] = &kept{document: document, offsets: newUTF16Offsets(document.Text)}
}

// source is the kept source to which an argument refers: {"slot": n}.
func (a *arguments) source(argument, json string) *kept {
	if kind(json) == '{' {
		members := parts{json: json}
		_, slot, _ := members.nextMember()
		if source := slots[a.wholeNumber(argument, ".slot", slot, 0, slotCount-1)]; source != nil {
			return source
		}
	}
	a.fail(argument, "", wantedSource, json)
	return nil
}

// sourceOrNull is the same where null stands for a bucket without a configuration; it is then nil.
func (a *arguments) sourceOrNull(argument, json string) *kept {
	if json == "null" {
		return nil
	}
	return a.source(argument, json)
}

// validate is what PutBucketCors says of the source.
func (k *kept) validate() *s3.Validation {
	if k.validation == nil {
		validation := s3.Validate(k.document)
		k.validation = &validation
	}
	return k.validation
}

// compile makes the source ready for matching; a bucket without a configuration is nil.
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
