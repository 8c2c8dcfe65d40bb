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
	to.source = newKept(&source.Document{Text: put.Body})
	answer := put.Answer()
	to.putAnswer(&answer)
}

// putAnswer writes PutAnswer.
func (e *encoder) putAnswer(answer *s3.Validation) {
	e.write(`{"accepted":#"response":{"status":#`, boolean(answer.Accepted), core.Itoa(answer.Status))
	e.s3Error(answer.Error)
	e.open("}")
	e.assumptions(answer.Assumptions)
	e.diagnostics(answer.Diagnostics, core.Error)
	e.put("}")
}
