package main

import (
	"s3cors/core"
	"s3cors/core/browser"
)

// exchange writes Exchange.
func (e *encoder) exchange(exchange *browser.Exchange) {
	e.decision(exchange.Run)
	e.requests(exchange.Run, true)
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
				e.decision(run)
				if exchange.SendsOther(browser.Browser(one)) {
					e.requests(run, false)
				}
				e.put("}")
			}
		}
	}
	e.put("}")
	e.cached(exchange.Cached())
	e.open(`"steps":[`)
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

// decision writes what came of a call.
//
//go:noinline
func (e *encoder) decision(run *browser.Run) {
	e.write(`{"outcome":$"reason":$`, string(run.Outcome()), run.Reason())
}

// requests writes the last preflight and the last actual request; simulated: and how S3 came to its answers.
//
//go:noinline
func (e *encoder) requests(run *browser.Run, simulated bool) {
	origin, sent := run.Origin()
	if !sent {
		origin = ""
	}
	e.write(`"origin":~`, origin)
	e.preflightMessage(run.Preflight(), simulated)
	actual := run.Actual()
	e.message(actual)
	if simulated {
		e.simulated(actual)
	}
}

// preflightMessage writes the member preflight, which is null where none was sent.
func (e *encoder) preflightMessage(message *browser.Message, simulated bool) {
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
	if simulated {
		e.simulated(message)
	}
	e.put("}")
}

// cached writes the member cached, which is null where no cache had a part.
func (e *encoder) cached(cached *browser.Cached) {
	if cached == nil {
		e.write(`"cached":#`, "null")
		return
	}
	e.write(`"cached":{"by":$"used":#"reason":$"why":$"first":{`, cached.By(), boolean(cached.Used), cached.Reason(), cached.Why())
	e.message(&cached.First)
	cure := cached.Cure()
	e.texts(`}"cure":[`, &cure, false)
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
