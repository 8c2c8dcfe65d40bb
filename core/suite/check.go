package suite

import (
	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/s3"
)

// checker compares one case.
type checker struct {
	expect *Expectation
	result *Result
}

func (c *checker) run(of *Case, rules *s3.Rules) {
	if of.Call != nil {
		c.call(of, rules)
		return
	}
	var request core.HTTPRequest
	switch {
	case of.Preflight != nil:
		request = s3.PreflightHTTP(*of.Preflight)
	case of.Request != nil:
		request = *of.Request
	}
	simulation := rules.Simulate(request, of.Target)
	c.simulation(&simulation)
	c.response(&simulation.Response.HTTPResponse)
	c.notOf("outcome", c.expect.Outcome)
	c.notOf("reason", c.expect.Reason)
	if c.expect.HasReadable {
		c.differ("readable", Value{List: c.expect.Readable, IsList: true}, null)
	}
}

// null is the value of what is not there.
var null = Value{Text: "null", Bare: true}

//go:noinline
func (c *checker) differ(field string, expected, actual Value) {
	c.result.Differences = append(c.result.Differences, Difference{field, expected, actual})
}

// notOf tells of an expectation that no request has, since it is about a call.
func (c *checker) notOf(field string, expected *string) {
	if expected != nil {
		c.differ(field, Value{Text: *expected}, null)
	}
}

// text compares a text; an actual one that is empty is not there.
//
//go:noinline
func (c *checker) text(field string, expected *string, actual string) {
	if expected == nil || *expected == actual {
		return
	}
	value := Value{Text: actual}
	if actual == "" {
		value = null
	}
	c.differ(field, Value{Text: *expected}, value)
}

//go:noinline
func (c *checker) bare(field, expected, actual string) {
	if expected != actual {
		c.differ(field, Value{Text: expected, Bare: true}, Value{Text: actual, Bare: true})
	}
}

// simulation compares what S3 decided. It is nil where nothing was sent to S3.
func (c *checker) simulation(simulation *s3.Simulation) {
	allowed, rule := false, -1
	answered := &s3.ErrorResponse{}
	if simulation != nil {
		allowed, rule = simulation.Allowed, simulation.Rule
		if simulation.Response.Error != nil {
			answered = simulation.Response.Error
		}
	}
	e := c.expect
	if e.Allowed != nil {
		c.bare("allowed", boolean(*e.Allowed), boolean(allowed))
	}
	switch {
	case e.NoRule:
		c.bare("rule", "null", index(rule))
	case e.Rule != nil:
		c.bare("rule", core.Itoa(*e.Rule), index(rule))
	}
	c.text("error.code", e.Code, answered.Code)
	c.text("error.message", e.Message, answered.Message)
	c.text("error.method", e.Method, answered.Method)
	c.text("error.resourceType", e.ResourceType, answered.ResourceType)
}

// response compares the response that came last. It is nil where none came.
func (c *checker) response(response *core.HTTPResponse) {
	status := "null"
	if response != nil {
		status = core.Itoa(response.Status)
	}
	if c.expect.Status != nil {
		c.bare("status", core.Itoa(*c.expect.Status), status)
	}
	headers := c.expect.Headers
	for i := range headers {
		value, present := "", false
		if response != nil {
			value, present = response.Headers.Get(headers[i].Name)
		}
		expected, actual := null, null
		if headers[i].Value != nil {
			expected = Value{Text: *headers[i].Value}
		}
		if present {
			actual = Value{Text: value}
		}
		if expected.Text != actual.Text || expected.Bare != actual.Bare {
			c.differ("headers."+headers[i].Name, expected, actual)
		}
	}
}

// call compares what came of a call to a bucket.
func (c *checker) call(of *Case, rules *s3.Rules) {
	exchange := browser.SimulateFetch(of.Call, &browser.Server{S3: true, Rules: rules, Target: of.Target})
	last := exchange.Actual()
	if last == nil {
		last = exchange.Preflight()
	}
	var simulation *s3.Simulation
	var response *core.HTTPResponse
	if last != nil {
		simulation, response = last.Simulation, &last.Response
	}
	c.simulation(simulation)
	c.response(response)
	c.text("outcome", c.expect.Outcome, string(exchange.Outcome()))
	c.text("reason", c.expect.Reason, exchange.Reason())
	if readable, _ := exchange.Headers(); c.expect.HasReadable && !sameNames(readable, c.expect.Readable) {
		c.differ("readable", Value{List: c.expect.Readable, IsList: true}, Value{List: readable, IsList: true})
	}
}

// sameNames compares two lists of names in any order.
func sameNames(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		found := false
		for j := range b {
			found = found || core.EqualFold(a[i], b[j])
		}
		if !found {
			return false
		}
	}
	return true
}

func boolean(value bool) string {
	if value {
		return "true"
	}
	return "false"
}

func index(rule int) string {
	if rule < 0 {
		return "null"
	}
	return core.Itoa(rule)
}
