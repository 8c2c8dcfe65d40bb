package browser

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// Exchange is all that passes between a page, the browser and the server for one call: by the Fetch standard, and as
// each browser does it.
type Exchange struct {
	*Run
	Browsers [3]*Run
}

// Message is a request and its response.
type Message struct {
	Request  core.HTTPRequest
	Response core.HTTPResponse
	// Simulation is S3's answer; nil where a given response answered.
	Simulation *s3.Simulation
	// Reasons are why a preflight was needed: "method-not-safelisted", "unsafe-headers", "upload-listener", "stream-body". They are
	// empty if, and only if, the request is no preflight.
	Reasons []string
	// Checked says that the CORS check is made on the response, so that the call needs its leave (F #http-fetch).
	Checked bool
	// Reason is "ok", or the code of why the response did not pass.
	Reason string
	// Cached is what the cache before the server made of the request; nil where there is none, or it had no part.
	Cached *Cached
	// CacheSeconds is for how long each browser keeps the answer to a preflight.
	CacheSeconds [3]int

	// url is the request's.
	url *address
	why failure
	// authorizationByWildcard is how often "*" in Access-Control-Allow-Headers let Authorization pass: twice where it was asked for
	// twice (seen).
	authorizationByWildcard int
}

// Passed says whether the response lets the call go on.
func (m *Message) Passed() bool { return m.why == ok }

// IsPreflight says whether the request is a preflight.
//
//go:noinline
func (m *Message) IsPreflight() bool { return m.Reasons != nil }

// SimulateFetch plays a call to its end: once by the standard, and once as each browser does it. It takes any
// call, and bounds what it does by the 20 redirects that browsers follow.
func SimulateFetch(call *Call, server *Server) *Exchange {
	of := newPlay(call, server)
	exchange := &Exchange{Run: begin(of, standard)}
	for browser := range exchange.Browsers {
		exchange.Browsers[browser] = begin(of, Browser(browser))
	}
	return exchange
}

// Outcome is what came of the call.
func (f *Run) Outcome() Outcome { return reasons[f.why].outcome }

// Reason is "ok", or the code of why not (failure.go has the list).
func (f *Run) Reason() string { return f.reason(f.why) }

// Differs says whether a browser decides otherwise than the standard, or for another reason, or sends other requests.
func (e *Exchange) Differs(browser Browser) bool {
	return e.Browsers[browser].Reason() != e.Reason() || e.SendsOther(browser)
}

// SendsOther says whether a browser sends other requests than the standard: more or fewer, or one with another method, URL or
// value of a header.
func (e *Exchange) SendsOther(browser Browser) bool {
	own := e.Browsers[browser].messages
	if len(own) != len(e.messages) {
		return true
	}
	for i := range own {
		a, b := &own[i].Request, &e.messages[i].Request
		if a.Method != b.Method || a.URL != b.URL || !sameFields(a.Headers, b.Headers) {
			return true
		}
	}
	return false
}

// Messages are all requests with their responses in the order in which they were sent.
func (f *Run) Messages() []*Message { return f.messages }

// Preflight is the last one; nil where none was sent.
func (f *Run) Preflight() *Message { return f.lastOf(true) }

// Actual is the last actual request; nil where none was sent.
func (f *Run) Actual() *Message { return f.lastOf(false) }

//go:noinline
func (f *Run) lastOf(preflight bool) *Message {
	for i := len(f.messages) - 1; i >= 0; i-- {
		if message := f.messages[i]; message.IsPreflight() == preflight {
			return message
		}
	}
	return nil
}

// Cached is what the cache made of the last request; nil where there is none, or it had no part.
func (f *Run) Cached() *Cached {
	if message := f.last(); message != nil {
		return message.Cached
	}
	return nil
}

// Origin is the Origin header of the last request, if there is one.
func (f *Run) Origin() (origin string, sent bool) { return f.origin, f.sent }
