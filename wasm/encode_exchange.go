package main

import (
	"s3cors/core"
	"s3cors/core/browser"
)

// exchange writes Exchange.
func (e *encoder) exchange(exchange *browser.Exchange) {
	origin, sent := exchange.Origin()
	if !sent {
		origin = ""
	}
	e.write(`{"outcome":$"reason":$"origin":~`, string(exchange.Outcome()), exchange.Reason(), origin)
	e.preflightMessage(exchange.Preflight())
	actual := exchange.Actual()
	e.message(actual)
	e.simulated(actual)
	readable, hidden := exchange.Headers()
	e.texts(`"readableHeaders":[`, &readable, false)
	e.texts(`"hiddenHeaders":[`, &hidden, false)
	for what := range byBrowser {
		e.open(byBrowser[what])
		for one, run := range exchange.Browsers {
			if what == differences && !exchange.Differs(browser.Browser(one)) {
				continue
			}
			e.key("")
			e.quote(browser.Browser(one).String())
			e.put(":")
			switch what {
			case consoles:
				lines := run.Console()
				e.texts("[", &lines, false)
			case exceptions:
				e.write("~", run.Exception())
			default:
				e.write(`{"outcome":$"reason":$}`, string(run.Outcome()), run.Reason())
			}
		}
	}
	e.open(`}"steps":[`)
	steps := exchange.Steps()
	for i := range steps {
		step := &steps[i]
		e.write(`{"actor":$"title":$"detail":$"ok":#}`, step.Actor, step.Title, step.Detail, boolean(step.OK))
	}
	e.put("]}")
}

const (
	consoles = iota
	exceptions
	differences
)

// byBrowser opens the members that have a value for each browser, or for each that differs.
var byBrowser = [...]string{consoles: `"console":{`, exceptions: `}"exception":{`, differences: `}"differences":{`}

// preflightMessage writes the member preflight, which is null where none was sent.
func (e *encoder) preflightMessage(message *browser.Message) {
	if message == nil {
		e.write(`"preflight":#`, "null")
		return
	}
	e.open(`"preflight":{`)
	e.texts(`"reasons":[`, &message.Reasons, false)
	e.message(message)
	seconds := &message.CacheSeconds
	e.write(`"passed":#"reason":$"cacheSeconds":{"chrome":#"firefox":#"safari":#}`, boolean(message.Passed()), message.Reason,
		core.Itoa(seconds[browser.Chrome]), core.Itoa(seconds[browser.Firefox]), core.Itoa(seconds[browser.Safari]))
	e.simulated(message)
	e.put("}")
}

// message writes the members request and response, which are null where nothing was sent.
//
//go:noinline
func (e *encoder) message(message *browser.Message) {
	if message == nil {
		e.write(`"request":#"response":#`, "null", "null")
		return
	}
	e.request(&message.Request)
	e.response(&message.Response)
	e.put("}")
}

// simulated writes the member simulation, which is left out where S3 did not answer.
//
//go:noinline
func (e *encoder) simulated(message *browser.Message) {
	if message != nil && message.Simulation != nil {
		e.open(`"simulation":@`)
		e.simulation(message.Simulation)
	}
}
