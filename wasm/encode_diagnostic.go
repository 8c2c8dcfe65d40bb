package main

import "s3cors/core"

// diagnostics writes the member diagnostics: those of at least this severity.
//
//go:noinline
func (e *encoder) diagnostics(diagnostics core.Diagnostics, least core.Severity) {
	list := e.source.numberOf(diagnostics)
	e.open(`"diagnostics":[`)
	for i := range diagnostics {
		if diagnostics[i].Severity <= least {
			e.diagnostic(&diagnostics[i], list, i)
		}
	}
	e.put("]")
}

// diagnostic writes Diagnostic, which stands in a list of the source's at an index, or in another list (-1).
func (e *encoder) diagnostic(d *core.Diagnostic, list, index int) {
	kind := d.Kind
	e.write(`{"code":$"severity":$"topic":$"assumption":?"path":@`, kind.Code, kind.Severity.String(), string(kind.Topic), kind.Assumption)
	e.path(d.Path)
	e.write(`"message":$"help":?`, d.Message, d.Help)
	e.parameters(&d.Parameters)
	e.span(d.Span)
	if list := d.Related; len(list) > 0 {
		e.open(`"related":[`)
		for i := range list {
			related := &list[i]
			e.open(`{"path":@`)
			e.path(related.Path)
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
			if list < 0 {
				e.fix(&fixes[i])
			} else {
				e.fixOnDemand(&fixes[i], core.Itoa(list)+";"+core.Itoa(index)+";"+core.Itoa(i)+";")
			}
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
		e.key(`"span":{"start":`)
		e.digits(source.offset(span.Start))
		e.put(`,"end":`)
		e.digits(source.offset(span.End))
		e.put("}")
	}
}

// path writes a path, as its String is, in quotes.
//
//go:noinline
func (e *encoder) path(path core.Path) {
	e.put(`"`)
	if rule, ok := path.Rule(); ok {
		e.put("CORSRules[")
		e.digits(rule)
		e.put("]")
		if member := path.MemberOf(); member != core.NoMember {
			e.put(".")
			e.put(member.String())
		}
		if index, ok := path.Index(); ok {
			e.put("[")
			e.digits(index)
			e.put("]")
		}
	}
	e.put(`"`)
}

// digits writes a whole number from 0 on.
//
//go:noinline
func (e *encoder) digits(number int) {
	var room [20]byte
	at := len(room)
	for at == len(room) || number > 0 {
		at--
		room[at] = '0' + byte(number%10)
		number /= 10
	}
	e.out = append(e.out, room[at:]...)
}
