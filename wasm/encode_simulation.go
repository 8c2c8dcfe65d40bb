package main

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// simulation writes Simulation. Where the source could not be read there is no response.
func (e *encoder) simulation(simulation *s3.Simulation) {
	e.open("", "{")
	e.bool("allowed", simulation.Allowed)
	e.ruleIndex(simulation.Rule)
	e.request("request", &simulation.Request)
	if e.source.unreadable() {
		e.null("response")
	} else {
		e.open("response", "{")
		e.response(&simulation.Response.HTTPResponse)
		e.s3Error(simulation.Response.Error)
		e.close("}")
	}
	e.open("trace", "[")
	for i := range simulation.Trace {
		e.trace(&simulation.Trace[i])
	}
	e.close("]")
	e.open("assumptions", "[")
	for i := range simulation.Assumptions {
		e.open("", "{")
		e.text("code", simulation.Assumptions[i].Code)
		e.text("message", simulation.Assumptions[i].Message)
		e.close("}")
	}
	e.close("]")
	var diagnostics []core.Diagnostic
	if e.source != nil {
		diagnostics = e.source.validate().Diagnostics
	}
	e.diagnostics(diagnostics, core.Error)
	e.close("}")
}

// ruleIndex writes the member rule: an index, or null for -1.
func (e *encoder) ruleIndex(rule int) {
	if rule < 0 {
		e.null("rule")
		return
	}
	e.number("rule", int64(rule))
}

func (e *encoder) trace(trace *s3.RuleTrace) {
	e.open("", "{")
	e.number("rule", int64(trace.Rule))
	e.optional("id", trace.ID)
	e.text("result", string(trace.Result))
	e.check("origin", &trace.Origin)
	e.check("method", &trace.Method)
	e.open("headers", "[")
	for i := range trace.Headers {
		e.check("", &trace.Headers[i])
	}
	e.close("]")
	e.close("}")
}

func (e *encoder) check(name string, check *s3.Check) {
	e.open(name, "{")
	e.text("value", check.Value)
	e.text("result", string(check.Result))
	e.path(check.Path)
	e.optional("pattern", check.Pattern)
	e.optionalText("reason", check.Reason)
	e.text("message", check.Message)
	if len(check.Parameters) > 0 {
		e.parameters(check.Parameters)
	}
	e.spanOf(check.Path)
	e.close("}")
}

// verdict writes Verdict.
func (e *encoder) verdict(verdict s3.Verdict) {
	e.open("", "{")
	e.bool("allowed", verdict.Allowed)
	e.ruleIndex(verdict.Rule)
	e.number("status", int64(verdict.Status))
	e.close("}")
}
