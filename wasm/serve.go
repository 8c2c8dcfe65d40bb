package main

// The operations that are not calls.
const (
	describeOperation = iota
	keepOperation
	firstCall
)

// serve answers one payload and appends the answer to a buffer. It answers whatever comes: a panic is
// caught here, so that a defect costs one call and not the module.
func serve(operation int, payload string, to *encoder) {
	start := len(to.out)
	defer func() {
		if cause := recover(); cause != nil {
			to.out = to.out[:start]
			to.failure("panic", panicText(cause))
		}
	}()
	a := arguments{list: elements(payload)}
	to.open("", "{")
	to.key("result")
	perform(operation, &a, to)
	if a.misuse != "" {
		to.out = to.out[:start]
		to.failure("misuse", a.misuse)
		return
	}
	if to.refersToSource {
		to.configuration("configuration", to.source.document.Configuration)
	}
	to.close("}")
}

func perform(operation int, a *arguments, to *encoder) {
	switch {
	case operation == describeOperation:
		to.description()
	case operation == keepOperation:
		keep(a)
		to.null("")
	case operation-firstCall < len(calls):
		calls[operation-firstCall].answer(a, to)
	default:
		a.reject("operation", "", " is none of those described")
	}
}

func (e *encoder) failure(kind, message string) {
	e.open("", "{")
	e.text(kind, message)
	e.close("}")
}

func (e *encoder) description() {
	e.open("", "{")
	e.text("version", version)
	e.open("calls", "[")
	for i := range calls {
		e.text("", calls[i].name)
	}
	e.close("]")
	e.close("}")
}

func panicText(cause any) string {
	switch cause := cause.(type) {
	case error:
		return cause.Error()
	case string:
		return cause
	}
	return "a value that is no text"
}
