package main

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// simulation writes Simulation. Where the source could not be read there is no response.
func (e *encoder) simulation(simulation *s3.Simulation) {
	e.write(`{"allowed":#"rule":#`, boolean(simulation.Allowed), index(simulation.Rule))
	e.request(&simulation.Request)
	if e.source.unreadable() {
		e.write(`"response":#"trace":[]"assumptions":[]"unset":[]`, "null")
	} else {
		e.response(&simulation.Response.HTTPResponse)
		e.s3Error(simulation.Response.Error)
		e.open(`}"trace":[`)
		traces := simulation.Trace
		for i := range traces {
			e.trace(&traces[i])
		}
		e.put("]")
		e.assumptions(simulation.Assumptions)
		e.unset(simulation)
	}
	e.diagnostics(e.source.told(), core.Info)
	e.put("}")
}

// assumptions writes the member assumptions.
//
//go:noinline
func (e *encoder) assumptions(assumptions []s3.Assumption) {
	e.open(`"assumptions":[`)
	for i := range assumptions {
		e.write(`{"code":$"message":$}`, assumptions[i].Code, assumptions[i].Message)
	}
	e.put("]")
}

func boolean(value bool) string {
	if value {
		return "true"
	}
	return "false"
}

// index is that of a rule, or null for -1.
//
//go:noinline
func index(rule int) string {
	if rule < 0 {
		return "null"
	}
	return core.Itoa(rule)
}

func (e *encoder) trace(trace *s3.RuleTrace) {
	e.write(`{"rule":#`, core.Itoa(trace.Rule))
	e.optional(`"id":`, trace.ID)
	e.write(`"result":$"origin":@`, string(trace.Result))
	e.check(&trace.Origin)
	e.open(`"method":@`)
	e.check(&trace.Method)
	e.open(`"headers":[`)
	headers := trace.Headers
	for i := range headers {
		e.check(&headers[i])
	}
	e.put("]}")
}

//go:noinline
func (e *encoder) check(check *s3.Check) {
	e.write(`{"value":$"result":$"path":@`, check.Value, string(check.Result))
	e.path(check.Path)
	e.optional(`"pattern":`, check.Pattern)
	if check.Result == s3.Failed && check.Pattern != nil && e.source.isUnset(check.Path) {
		e.write(`"reason":$"message":$`, "value-not-set", *check.Pattern+" has no value here, and with one it might match")
	} else {
		e.write(`"reason":?"message":$`, check.Reason, check.Message)
		if len(check.Parameters) > 0 {
			e.parameters(&check.Parameters)
		}
	}
	if e.source != nil {
		if span, ok := e.source.document.Places.Span(check.Path); ok {
			e.span(&span)
		}
	}
	e.put("}")
}

// verdict writes Verdict.
func (e *encoder) verdict(verdict *s3.Verdict) {
	e.write(`{"allowed":#"rule":#"status":#}`, boolean(verdict.Allowed), index(verdict.Rule), core.Itoa(verdict.Status))
}
