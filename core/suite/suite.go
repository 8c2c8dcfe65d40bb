// Package suite holds saved expectations against what the simulations answer: for preflights and other requests, what S3
// answers; for calls, what comes of the whole exchange.
package suite

import (
	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/s3"
)

// Suite is a configuration with what is expected of it.
type Suite struct {
	// Configuration is nil for a bucket without one.
	Configuration *core.CORSConfiguration
	Cases         []Case
}

// Case is one expectation: of a preflight, a request or a call. One of the three is there.
type Case struct {
	Name      string
	Target    s3.Target
	Preflight *core.PreflightRequest
	Request   *core.HTTPRequest
	Call      *browser.Call
	Expect    Expectation
}

// Expectation is what is compared; what is nil is not.
type Expectation struct {
	// Allowed and Rule are S3's: of a call, those of its last request. NoRule expects that none matched.
	Allowed *bool
	Rule    *int
	NoRule  bool
	Status  *int
	// Code, Message, Method and ResourceType are those of S3's error.
	Code, Message, Method, ResourceType *string
	Headers                             []Header
	// Outcome, Reason and Readable are of a call alone.
	Outcome, Reason *string
	// Readable are the names, in lower case, of the headers that script can read, in any order; compared if HasReadable.
	Readable    []string
	HasReadable bool
}

// Header is one that the response has to have; one whose Value is nil must not be there.
type Header struct {
	Name  string
	Value *string
}

// Result is what came of one case.
type Result struct {
	Name string
	// Differences are empty if all is as expected.
	Differences []Difference
}

// Difference is one field that is otherwise than expected.
type Difference struct {
	// Field is its path in the expectation: "error.code".
	Field            string
	Expected, Actual Value
}

// Value is a text, or a number, true, false or null in its letters if it is Bare, or a list of texts.
type Value struct {
	Text   string
	Bare   bool
	List   []string
	IsList bool
}

// Run holds every expectation of a suite against the simulations.
func (s *Suite) Run() []Result {
	rules := s3.Compile(s.Configuration)
	results := make([]Result, len(s.Cases))
	for i := range s.Cases {
		c := checker{expect: &s.Cases[i].Expect, result: &results[i]}
		c.result.Name = s.Cases[i].Name
		c.run(&s.Cases[i], rules)
	}
	return results
}
