package main

import "s3cors/core"

// diagnostics writes the member diagnostics: those of at least this severity.
func (e *encoder) diagnostics(diagnostics []core.Diagnostic, least core.Severity) {
	e.open("diagnostics", "[")
	for i := range diagnostics {
		if diagnostics[i].Severity <= least {
			e.diagnostic(&diagnostics[i])
		}
	}
	e.close("]")
}

func (e *encoder) diagnostic(d *core.Diagnostic) {
	e.open("", "{")
	e.text("code", d.Code)
	e.text("severity", d.Severity.String())
	e.text("topic", string(d.Topic))
	e.optionalText("assumption", d.Assumption)
	e.path(d.Path)
	e.text("message", d.Message)
	e.optionalText("help", d.Help)
	e.parameters(d.Parameters)
	e.span(d.Span)
	if len(d.Related) > 0 {
		e.related(d.Related)
	}
	if d.Witness != nil {
		e.preflight("witness", d.Witness)
	}
	if len(d.Fixes) > 0 {
		e.open("fixes", "[")
		for i := range d.Fixes {
			e.fix(&d.Fixes[i])
		}
		e.close("]")
	}
	e.close("}")
}

func (e *encoder) related(related []core.Related) {
	e.open("related", "[")
	for i := range related {
		e.open("", "{")
		e.path(related[i].Path)
		e.span(related[i].Span)
		e.text("message", related[i].Message)
		e.close("}")
	}
	e.close("]")
}

//go:noinline
func (e *encoder) path(path core.Path) { e.text("path", path.String()) }

func (e *encoder) parameters(parameters []core.Parameter) {
	e.open("parameters", "{")
	for i := range parameters {
		parameter := &parameters[i]
		if parameter.IsNumber {
			e.key(parameter.Name)
			e.put(parameter.Text, "", "")
		} else {
			e.text(parameter.Name, parameter.Text)
		}
	}
	e.close("}")
}

// span writes the member span in UTF-16 offsets, unless there is none.
//
//go:noinline
func (e *encoder) span(span *core.Span) {
	if span == nil || e.source == nil {
		return
	}
	e.open("span", "{")
	e.number("start", int64(e.source.offsets.at(span.Start)))
	e.number("end", int64(e.source.offsets.at(span.End)))
	e.close("}")
}

// spanOf writes the span of a path, as core.Locate finds that of a diagnostic.
func (e *encoder) spanOf(path core.Path) {
	if e.source == nil {
		return
	}
	place, ok := e.source.document.Places.Find(path)
	if !ok {
		return
	}
	if place.Value.Start == place.Value.End {
		place.Value = place.Whole
	}
	e.span(&place.Value)
}
