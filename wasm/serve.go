package main

// The operations that are not calls.
const (
	describeOperation = iota
	keepOperation
	firstCall
)

// serve answers one payload, in place of the answer that the encoder holds. It answers whatever comes: a panic is caught
// here, so that a defect costs one call and not the module.
func serve(operation int, text string, to *encoder) {
	to.out, to.source, to.holdsConfiguration, to.refersToSource = to.out[:0], nil, false, false
	defer to.catch()
	p := &payload{text: text}
	to.open(`{"result":@`)
	switch operation {
	case describeOperation:
		to.description()
	case keepOperation:
		keep(p)
		to.put("null")
	default:
		calls[operation-firstCall].answer(p, to)
	}
	if to.refersToSource {
		to.configuration(to.source.document.Configuration)
	}
	to.put("}")
}

// catch turns a panic into an answer.
func (e *encoder) catch() {
	cause := recover()
	if cause == nil {
		return
	}
	text := "a value that is no error"
	if err, ok := cause.(error); ok {
		text = err.Error()
	}
	e.out = e.out[:0]
	e.write(`{"panic":$}`, text)
}

func (e *encoder) description() {
	list := calls
	e.write(`{"version":$"calls":[`, version)
	for i := range list {
		e.write("$", list[i].name)
	}
	e.put("]}")
}
