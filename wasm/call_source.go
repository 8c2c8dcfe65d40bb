package main

import "s3cors/core/format"

func parse(a *arguments, to *encoder) {
	if to.source = a.source("source", a.at(0)); a.misuse == "" {
		to.open("", "{")
		to.parsed(to.source.document, to.source.document.Diagnostics)
		to.close("}")
	}
}

func validate(a *arguments, to *encoder) {
	if to.source = a.source("source", a.at(0)); a.misuse == "" {
		to.validation(to.source.document, to.source.validate())
	}
}

func toXML(a *arguments, to *encoder) {
	if to.source = a.source("source", a.at(0)); a.misuse == "" {
		written := format.XML(to.source.document)
		to.written(&written)
	}
}
