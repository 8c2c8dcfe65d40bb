package main

import (
	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/meaning"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// kept is a source that was read, with what the calls have made of it so far.
type kept struct {
	document *source.Document
	// marks are those of the document's text (utf16.go).
	marks []int32
	// rules, validation and diagnostics are nil until a call needs them. The diagnostics are those of the validation, and the findings.
	rules       *s3.Rules
	validation  *s3.Validation
	diagnostics core.Diagnostics
}

// The lists of diagnostics of a source, in which a fix is found again of which the title alone was written: what reading it told, and
// all that is told of it.
const (
	ofReading = iota
	ofAll
)

// numberOf is the number of a list of diagnostics of the source, or -1 if it is none of them.
//
//go:noinline
func (k *kept) numberOf(diagnostics core.Diagnostics) int {
	if k != nil && len(diagnostics) > 0 {
		for number, list := range [...]core.Diagnostics{ofReading: k.document.Diagnostics, ofAll: k.diagnostics} {
			if len(list) > 0 && &list[0] == &diagnostics[0] {
				return number
			}
		}
	}
	return -1
}

// list is the one with a number. Of a source that was read anew it is made anew, and is the same.
func (k *kept) list(number int) core.Diagnostics {
	if number == ofReading {
		return k.document.Diagnostics
	}
	return k.all()
}

// slots hold the sources that are kept. The loader has as many.
var slots [8]*kept

// keep reads a source into a slot: the payload is the slot, 1 for a text with a choice or 0 for a value, the choice, and
// the text or the value's JSON to the end.
func keep(p *payload) {
	slot, isText := p.number(), p.number() == 1
	var document *source.Document
	if isText {
		choice := p.choice()
		document = source.ReadChoice(p.text[p.at:], &choice)
	} else {
		text := p.text[p.at:]
		document = source.ReadValue(text)
	}
	core.Locate(document.Diagnostics, &document.Places)
	slots[slot] = newKept(document)
}

// choice reads what is chosen of a text: the configuration, and the values of placeholders by their names.
func (p *payload) choice() (choice source.Choice) {
	choice.Candidate = p.number()
	for count := p.number(); count > 0 && p.at < len(p.text); count-- {
		given := source.GivenValue{Name: p.string()}
		for texts := p.number(); texts > 0 && p.at < len(p.text); texts-- {
			given.Texts = append(given.Texts, p.string())
		}
		choice.Values = append(choice.Values, given)
	}
	return choice
}

// unresolved is a placeholder without a value, so that a simulation would guess.
var unresolved = core.Kind{Code: "placeholder-unresolved", Severity: core.Warning, Topic: core.Syntax,
	Template: `the simulation takes "{name}" as it is written, or leaves it out, since its value is not known`,
	Advice:   "Give it a value."}

// told is what is to be told beside a simulation: the errors of the source, and the placeholders without a value.
func (k *kept) told() (told core.Diagnostics) {
	if k == nil {
		return nil
	}
	diagnostics := k.validate().Diagnostics
	for i := range diagnostics {
		if diagnostics[i].Severity == core.Error {
			told = append(told, diagnostics[i])
		}
	}
	placeholders := k.document.Placeholders
	for i := range placeholders {
		if p := &placeholders[i]; !p.Given {
			told.Add(&unresolved, p.Path, p.Name).Span = &p.Span
		}
	}
	return told
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

// all is what PutBucketCors says of the source, and what is worth knowing besides. Of a document with errors of reading it is not known
// what its author means, and of a rule with a placeholder only what single values say.
//
//go:noinline
func (k *kept) all() core.Diagnostics {
	if k.diagnostics == nil {
		k.diagnostics = append(core.Diagnostics(nil), k.validate().Diagnostics...)
		meaning.OfferFixes(k.document, k.diagnostics)
		if !k.document.HasErrors() {
			var unknown []core.Path
			for i := range k.document.Placeholders {
				if p := &k.document.Placeholders[i]; !p.Given {
					unknown = append(unknown, p.Path)
				}
			}
			findings := meaning.FindingsFor(format.WritesZeroAge(k.document.Format), k.document.Configuration, unknown)
			k.diagnostics = append(k.diagnostics, findings...)
			core.Locate(k.diagnostics, &k.document.Places)
		}
	}
	return k.diagnostics
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
