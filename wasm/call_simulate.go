package main

import (
	"s3cors/core"
	"s3cors/core/s3"
)

func simulatePreflight(a *arguments, to *encoder) {
	to.source = a.sourceOrNull("source", a.at(0))
	request := a.preflight("request", a.at(1))
	simulate(a, s3.PreflightHTTP(request), to)
}

func simulateRequest(a *arguments, to *encoder) {
	to.source = a.sourceOrNull("source", a.at(0))
	simulate(a, a.request("request", a.at(1)), to)
}

func simulate(a *arguments, request core.HTTPRequest, to *encoder) {
	target := a.target(2)
	if a.misuse != "" {
		return
	}
	simulation := s3.Simulation{Rule: -1, Request: request}
	if !to.source.unreadable() {
		simulation = to.source.compile().Simulate(request, target)
	}
	to.simulation(&simulation)
}

func simulateMany(a *arguments, to *encoder) {
	to.source = a.sourceOrNull("source", a.at(0))
	target := a.target(2)
	if kind(a.at(1)) != '[' {
		a.fail("requests", "", "an array", a.at(1))
	}
	if a.misuse != "" {
		return
	}
	rules, verdict := to.source.compile(), s3.Verdict{Rule: -1}
	to.open("", "[")
	requests := parts{json: a.at(1)}
	for json, ok := requests.next(); ok; json, ok = requests.next() {
		a.element++
		request := a.preflight("requests", json)
		if a.misuse != "" {
			return
		}
		if !to.source.unreadable() {
			verdict = rules.Verdict(request, target)
		}
		to.verdict(verdict)
	}
	to.close("]")
}
