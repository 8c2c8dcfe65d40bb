package source

import (
	"strconv"

	"s3cors/core"
)

// full says whether no more diagnostics are listed. What is met often asks before it
// writes a message.
func (x *xmlReader) full() bool { return len(x.diagnostics) >= xmlDiagnostics }

// leaveOut counts a diagnostic that is not listed, and keeps the kind of the first. Warnings are reported
// after all errors, so a text that has an error shows one.
func (x *xmlReader) leaveOut(kind *core.Kind) {
	if x.leftOut == 0 {
		x.leftOutKind = kind
	}
	x.leftOut++
}

// add lists a diagnostic.
func (x *xmlReader) add(d core.Diagnostic) {
	if x.full() {
		x.leaveOut(d.Kind)
		return
	}
	x.diagnostics = append(x.diagnostics, d)
}

// report lists a diagnostic of the text between two places.
func (x *xmlReader) report(kind *core.Kind, span core.Span, message, help string, parameters ...core.Parameter) {
	if x.full() {
		x.leaveOut(kind)
		return
	}
	x.add(core.Diagnostic{Kind: kind, Span: &span, Message: message, Help: help, Parameters: parameters})
}

// syntax reports what is not well-formed.
func (x *xmlReader) syntax(span core.Span, message, help string, parameters ...core.Parameter) {
	x.report(&SyntaxError, span, message, help, parameters...)
}

// closeList adds the diagnostic that stands for those that were left out.
func (x *xmlReader) closeList() {
	if x.leftOut == 0 {
		return
	}
	end := core.Span{Start: len(x.text), End: len(x.text)}
	message := "1 more problem is not listed"
	if x.leftOut > 1 {
		message = strconv.Itoa(x.leftOut) + " more problems are not listed"
	}
	x.diagnostics = append(x.diagnostics, core.Diagnostic{
		Kind: x.leftOutKind, Span: &end,
		Message:    message,
		Help:       "Mend those that are listed first.",
		Parameters: []core.Parameter{core.Number("count", x.leftOut)},
	})
}
