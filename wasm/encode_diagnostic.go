package main

import "s3cors/core"

// diagnostics writes the member diagnostics: those of at least this severity.
//
//go:noinline
func (e *encoder) diagnostics(diagnostics core.Diagnostics, least core.Severity) {
	e.open(`"diagnostics":[`)
	for i := range diagnostics {
		if diagnostics[i].Severity <= least {
			e.diagnostic(&diagnostics[i])
		}
	}
	e.put("]")
}

func (e *encoder) diagnostic(d *core.Diagnostic) {
	kind := d.Kind
	e.write(`{"code":$"severity":$"topic":$"assumption":?"path":$"message":$"help":?`,
		kind.Code, kind.Severity.String(), string(kind.Topic), kind.Assumption, d.Path.String(), d.Message, d.Help)
	e.parameters(&d.Parameters)
	e.span(d.Span)
	if list := d.Related; len(list) > 0 {
		e.open(`"related":[`)
		for i := range list {
			related := &list[i]
			e.write(`{"path":$`, related.Path.String())
			e.span(related.Span)
			e.write(`"message":$}`, related.Message)
		}
		e.put("]")
	}
	if d.Witness != nil {
		e.open(`"witness":@`)
		e.preflight(d.Witness)
	}
	if fixes := d.Fixes; len(fixes) > 0 {
		e.open(`"fixes":[`)
		for i := range fixes {
			e.fix(&fixes[i])
		}
		e.put("]")
	}
	e.put("}")
}

//go:noinline
func (e *encoder) parameters(list *[]core.Parameter) {
	parameters := *list
	e.open(`"parameters":{`)
	for i := range parameters {
		parameter := &parameters[i]
		e.write("$", parameter.Name)
		e.put(":")
		sign := "$"
		if parameter.IsNumber {
			sign = "#"
		}
		e.write(sign, parameter.Text)
	}
	e.put("}")
}

// span writes the member span in UTF-16 offsets, unless there is none.
//
//go:noinline
func (e *encoder) span(span *core.Span) {
	if source := e.source; span != nil && source != nil {
		e.write(`"span":{"start":#"end":#}`, source.offset(span.Start), source.offset(span.End))
	}
}
