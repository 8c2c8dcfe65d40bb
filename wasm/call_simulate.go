package main

import (
	"s3cors/core"
	"s3cors/core/s3"
)

func simulatePreflight(p *payload, to *encoder) { simulate(p, to, true) }

func simulateRequest(p *payload, to *encoder) { simulate(p, to, false) }

//go:noinline
func simulate(p *payload, to *encoder, preflight bool) {
	source, target := to.takeSource(p), p.target()
	var request core.HTTPRequest
	if preflight {
		request = s3.PreflightHTTP(p.preflight())
	} else {
		request = p.request()
	}
	simulation := source.compile().Simulate(request, target)
	to.simulation(&simulation)
}

func simulateMany(p *payload, to *encoder) {
	source, target := to.takeSource(p), p.target()
	rules := source.compile()
	to.open("[")
	for count := p.number(); count > 0 && p.at < len(p.text); count-- {
		verdict := rules.Verdict(p.preflight(), target)
		if source.unreadable() {
			verdict.Status = 0
		}
		to.verdict(&verdict)
	}
	to.put("]")
}
