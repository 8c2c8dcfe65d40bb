package main

import "s3cors/core/format"

func parse(p *payload, to *encoder) {
	document := to.takeSource(p).document
	to.open("{")
	to.parsed(document, document.Diagnostics)
	to.put("}")
}

func validate(p *payload, to *encoder) {
	source := to.takeSource(p)
	to.validation(source.document, source.validate(), source.all())
}

func toXML(p *payload, to *encoder) {
	written := format.XML(to.takeSource(p).document)
	to.written(&written)
}

// readFix writes the members of a fix whose title alone has crossed, by its place among the diagnostics of the source.
func readFix(p *payload, to *encoder) {
	source := to.takeSource(p)
	list := source.list(p.number())
	diagnostic := &list[p.number()]
	fix := &diagnostic.Fixes[p.number()]
	to.holdsConfiguration = p.number() == 1
	to.draft(fix)
	to.open("{")
	to.change(fix)
	to.put("}")
}
