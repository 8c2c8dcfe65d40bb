package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"s3cors/core"
)

// TestCases holds the cases of testdata/browser, each with its authority, against this package. Those that are marked
// must pass without exception. Of the others those fail, and only those, that disagreements.json lists.
func TestCases(t *testing.T) {
	disagreements := readDisagreements(t)
	for _, file := range readSuites(t) {
		for i := range file.Cases {
			c := &file.Cases[i]
			t.Run(file.name+": "+c.Name, func(t *testing.T) {
				differences := c.run(t)
				_, listed := disagreements[c.ID]
				switch {
				case !listed && len(differences) > 0:
					t.Errorf("%s (%s)\n%s", c.ID, c.Source, strings.Join(differences, "\n"))
				case listed && len(differences) == 0:
					t.Errorf("%s passes, but disagreements.json lists it: take it out there", c.ID)
				}
			})
		}
	}
}

// TestCasesAreWellFormed looks at the files themselves: a case without an authority or an expectation, or
// two of one name, would say less than it seems to.
func TestCasesAreWellFormed(t *testing.T) {
	disagreements, ids := readDisagreements(t), map[string]bool{}
	for _, file := range readSuites(t) {
		names := map[string]bool{}
		if file.Source == "" || len(file.Cases) == 0 {
			t.Errorf("%s: a suite has a source and cases", file.name)
		}
		for i := range file.Cases {
			c := &file.Cases[i]
			where := file.name + ": " + c.ID
			if c.Name == "" || names[c.Name] {
				t.Errorf("%s: the name %q is empty or used twice in the file", where, c.Name)
			}
			if c.ID == "" || ids[c.ID] {
				t.Errorf("%s: the id is empty or used twice", where)
			}
			names[c.Name], ids[c.ID] = true, true
			if c.Source == "" {
				t.Errorf("%s: a case names its source", where)
			}
			if (c.Call != nil) == (c.Page != nil || c.First != nil) {
				t.Errorf("%s: a case has one of call, page and first", where)
			}
			if c.Expect.isEmpty() {
				t.Errorf("%s: a case expects something", where)
			}
			if _, listed := disagreements[c.ID]; listed && c.Must {
				t.Errorf("%s: must, and yet listed in disagreements.json", where)
			}
		}
	}
	for id, disagreement := range disagreements {
		if !ids[id] || disagreement.Reason == "" || !slices.Contains([]string{"superseded", "engine", "not-modelled"}, disagreement.Ground) {
			t.Errorf("disagreements.json: %s has to be a case, with a ground and a reason", id)
		}
	}
}

func (e *expectation) isEmpty() bool {
	return e.Outcome == "" && e.Reason == "" && e.Origin == nil && e.Origins == nil && e.Preflight == nil && e.Request == nil &&
		e.Readable == nil && e.Hidden == nil && e.Console == nil && e.Exception == nil && e.SecondRequest == nil
}

// found collects what differs.
type found []string

func (o *found) compare(field string, expected, actual any) {
	if fmt.Sprintf("%#v", expected) != fmt.Sprintf("%#v", actual) {
		*o = append(*o, fmt.Sprintf("%s: expected %#v, got %#v", field, expected, actual))
	}
}

func (c *suiteCase) run(t *testing.T) found {
	t.Helper()
	var differences found
	switch {
	case c.Page != nil:
		call := Call{Page: *c.Page, URL: "https://bucket.example/key", Sandbox: c.Sandbox}
		exchange := SimulateFetch(&call, &Server{})
		differences.compare("origin", string(c.Expect.Origin), originOf(exchange))
		if c.Sandbox == nil {
			differences.compare("PageOrigin", string(c.Expect.Origin), fmt.Sprintf("%q", PageOrigin(*c.Page)))
		}
	case c.Answer != nil:
		differences.compare("reason", c.Expect.Reason, answerAlone(c.Call.call(), c.Answer.response()))
	case c.First != nil:
		reuses := Reuses(c.First.call(), c.Second.call(), c.Server.server())
		for _, browser := range Browsers {
			differences.compare("second preflight of "+browser.String(), c.Expect.SecondRequest[browser.String()], !reuses[browser])
		}
	default:
		c.Expect.hold(&differences, SimulateFetch(c.Call.call(), c.Server.server()))
	}
	return differences
}

// answerAlone checks an answer to a preflight that no browser would send.
func answerAlone(call *Call, answer *core.HTTPResponse) string {
	f := newRun(newPlay(call, &Server{}), standard)
	if why := f.prepare(); why != ok {
		return f.reason(why)
	}
	f.origin = f.page
	return f.reason(f.checkPreflight(&Message{Response: *answer}))
}

func originOf(exchange interface{ Origin() (string, bool) }) string {
	origin, sent := exchange.Origin()
	if !sent {
		return "null"
	}
	return quoted(&origin)
}

func quoted(text *string) string {
	if text == nil {
		return "null"
	}
	return fmt.Sprintf("%q", *text)
}

func (e *expectation) hold(o *found, exchange *Exchange) {
	if e.Outcome != "" {
		o.compare("outcome", e.Outcome, exchange.Outcome())
	}
	if e.Reason != "" {
		o.compare("reason", e.Reason, exchange.Reason())
	}
	if e.Origin != nil {
		o.compare("origin", string(e.Origin), originOf(exchange))
	}
	if e.Origins != nil {
		var expected, actual []string
		for _, origin := range e.Origins {
			expected = append(expected, quoted(origin))
		}
		for _, message := range exchange.Messages() {
			if value, there := message.Request.Headers.Get("Origin"); there {
				actual = append(actual, quoted(&value))
			} else {
				actual = append(actual, "null")
			}
		}
		o.compare("origins", expected, actual)
	}
	readable, hidden := exchange.Headers()
	if e.Readable != nil {
		o.compare("readable", strings.Join(e.Readable, " "), strings.Join(readable, " "))
	}
	for _, name := range e.Hidden {
		o.compare("hidden "+name, true, slices.Contains(hidden, name))
	}
	e.holdRequests(o, "", e.Preflight, e.Request, exchange.Run)
	e.holdCached(o, exchange)
	e.holdBrowsers(o, exchange)
}

func (e *expectation) holdRequests(o *found, whose string, expectedPreflight, expectedRequest []byte, run *Run) {
	for _, message := range []struct {
		what     string
		expected []byte
		actual   *Message
	}{{whose + "request", expectedRequest, run.Actual()}, {whose + "preflight", expectedPreflight, run.Preflight()}} {
		if message.expected == nil {
			continue
		}
		var request *core.HTTPRequest
		if message.actual != nil {
			request = &message.actual.Request
		}
		e.holdRequest(o, message.what, message.expected, request, message.actual)
	}
}

// holdRequest compares a request; of a preflight also why it was sent and whether it passed.
func (e *expectation) holdRequest(o *found, what string, expected []byte, request *core.HTTPRequest, preflight *Message) {
	if string(expected) == "null" || request == nil {
		o.compare(what+" sent", string(expected) != "null", request != nil)
		return
	}
	var expects requestExpectation
	if err := decodeStrictly(expected, &expects); err != nil {
		o.compare(what, "readable", err.Error())
		return
	}
	if expects.Method != "" {
		o.compare(what+" method", expects.Method, request.Method)
	}
	if expects.URL != "" {
		o.compare(what+" URL", expects.URL, request.URL)
	}
	for name, value := range expects.Headers {
		actual, there := request.Headers.Get(name)
		if value == nil {
			o.compare(what+" has "+name, false, there)
		} else {
			o.compare(what+" "+name, *value, actual)
		}
	}
	if expects.Reasons != nil {
		o.compare(what+" reasons", expects.Reasons, preflight.Reasons)
	}
	if expects.Passed != nil {
		o.compare(what+" passed", *expects.Passed, preflight.Passed())
	}
	if expects.Reason != "" {
		o.compare(what+" reason", expects.Reason, preflight.Reason)
	}
	for _, browser := range Browsers {
		if seconds, there := expects.CacheSeconds[browser.String()]; there {
			o.compare("cacheSeconds of "+browser.String(), seconds, preflight.CacheSeconds[browser])
		}
	}
}

func (e *expectation) holdBrowsers(o *found, exchange *Exchange) {
	for _, browser := range Browsers {
		name, behaviour := browser.String(), exchange.Browsers[browser]
		if lines, there := e.Console[name]; there {
			o.compare("console of "+name, strings.Join(lines, "\n"), strings.Join(behaviour.Console(), "\n"))
		}
		if exception, there := e.Exception[name]; there {
			expected := ""
			if exception != nil {
				expected = *exception
			}
			o.compare("exception of "+name, expected, behaviour.Exception())
		}
		if e.Differences == nil {
			continue
		}
		expected, actual := "none", "none"
		if decided := (*e.Differences)[name]; decided != nil {
			expected = fmt.Sprint(decided.Outcome, " ", decided.Reason)
			if decided.Origin != nil {
				o.compare("origin of "+name, string(decided.Origin), originOf(behaviour))
			}
			e.holdRequests(o, name+"'s ", decided.Preflight, decided.Request, behaviour)
		}
		if exchange.Differs(browser) {
			actual = fmt.Sprint(behaviour.Outcome(), " ", behaviour.Reason())
		}
		o.compare("difference of "+name, expected, actual)
	}
	if e.Steps != nil {
		var steps []string
		for _, step := range exchange.Steps() {
			steps = append(steps, step.Actor+": "+step.Title)
		}
		o.compare("steps", strings.Join(e.Steps, "\n"), strings.Join(steps, "\n"))
	}
}
