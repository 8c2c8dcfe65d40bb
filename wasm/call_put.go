package main

import (
	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// answerPut decides for acceptPut, whose headers come with the digests that they would have to carry. The source that its
// diagnostics are of is the body.
func answerPut(p *payload, to *encoder) {
	put := s3.Put{Missing: p.number() == 1, IBM: p.number() == 1, Owner: p.string(), Headers: p.headers(), Digests: p.headers(), Body: p.string()}
	document := source.ReadXML(put.Body)
	core.Locate(document.Diagnostics, &document.Places)
	to.source = newKept(document)
	status, refused := put.Answer()
	to.putAnswer(status, refused, put.Assumptions(refused, to.source.validate()))
}

// putAnswer writes PutAnswer.
func (e *encoder) putAnswer(status int, refused *s3.ErrorResponse, assumptions []s3.Assumption) {
	e.write(`{"accepted":#"response":{"status":#`, boolean(refused == nil), core.Itoa(status))
	e.s3Error(refused)
	e.open("}")
	e.assumptions(assumptions)
	e.diagnostics(e.source.validate().Diagnostics, core.Error)
	e.put("}")
}
