package main

import (
	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/meaning"
)

func convert(p *payload, to *encoder) {
	document := to.takeSource(p).document
	written := format.Convert(document, p.string(), &format.Options{Bucket: p.string(), Endpoint: p.string(), Owner: p.string(), Algorithm: p.string()})
	to.written(&written)
}

// compare answers for two sources. The errors of each are written with the places in its own text.
func compare(p *payload, to *encoder) {
	before := to.takeSource(p)
	after := to.takeSource(p)
	comparison := meaning.Compare(before.document.Configuration, after.document.Configuration)
	to.open("{")
	to.comparison(&comparison)
	to.open(`"unreadable":[`)
	for i, source := range [...]*kept{before, after} {
		if source.unreadable() {
			to.write("$", comparedSources[i])
		}
	}
	to.put("]}")
}

var comparedSources = [...]string{"before", "after"}

func suggest(p *payload, to *encoder) {
	source := to.takeSource(p)
	suggestions := meaning.Suggest(source.document.Configuration, p.preflight())
	to.open("[")
	for i := range suggestions {
		suggestion := &suggestions[i]
		fix := core.Fix{Title: suggestion.Title, Configuration: suggestion.Configuration}
		to.draft(&fix)
		to.fixMembers(&fix)
		to.open(`"comparison":{`)
		to.comparison(&suggestion.Comparison)
		to.put("}")
		to.diagnostics(source.told(), core.Info)
		to.put("}")
	}
	to.put("]")
}

// edit answers with the changes of a text that make another configuration of it, or with null.
func edit(p *payload, to *encoder) {
	source := to.takeSource(p)
	after := to.takeSource(p).document.Configuration
	to.source = source // The spans are of its text.
	if after == nil {
		to.put("null")
		return
	}
	edits, ok := format.Edits(source.document, after)
	if !ok {
		to.put("null")
		return
	}
	to.open("[")
	to.edits(edits)
	to.put("]")
}

// comparison writes the members of Comparison.
//
//go:noinline
func (e *encoder) comparison(comparison *meaning.Comparison) {
	e.write(`"relation":$`, string(comparison.Relation))
	e.differences(`"gained":[`, comparison.Gained)
	e.differences(`"lost":[`, comparison.Lost)
	e.differences(`"changed":[`, comparison.Changed)
	e.write(`"more":#"inexact":#`, boolean(comparison.More), boolean(comparison.Inexact))
}

//go:noinline
func (e *encoder) differences(form string, list []meaning.Difference) {
	e.open(form)
	for i := range list {
		difference := &list[i]
		e.write(`{"rule":#"witness":@`, core.Itoa(difference.Rule))
		e.preflight(&difference.Witness)
		e.write(`"browser":#"message":$}`, boolean(difference.Browser), difference.Message)
	}
	e.put("]")
}
