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
