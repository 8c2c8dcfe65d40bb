package s3_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// TestCases holds the cases of testdata/s3, each with its authority, against this package. Those that are marked must
// pass without exception. Of the others those fail, and only those, that disagreements.json lists.
func TestCases(t *testing.T) {
	disagreements := readDisagreements(t)
	for _, file := range readSuites(t) {
		for i := range file.Cases {
			c := &file.Cases[i]
			t.Run(file.name+": "+c.Name, func(t *testing.T) {
				outcome := c.run(t, file.Configuration)
				disagreement, listed := disagreements[c.ID]
				switch {
				case !listed && len(outcome.differences) > 0:
					t.Errorf("%s (%s)\n%s", c.ID, c.Source, strings.Join(outcome.differences, "\n"))
				case listed && len(outcome.differences) == 0:
					t.Errorf("%s passes, but disagreements.json lists it: take it out there", c.ID)
				case listed && disagreement.Assumption != "" && !slices.Contains(outcome.assumptions, disagreement.Assumption):
					t.Errorf("%s is listed for the assumption %q, but the answer names %q", c.ID, disagreement.Assumption, outcome.assumptions)
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
			if c.Source == "" || !slices.Contains([]string{"aws-observed", "aws-doc", "peer"}, c.Evidence) {
				t.Errorf("%s: a case names its source and the kind of its evidence", where)
			}
			if c.kinds() != 1 {
				t.Errorf("%s: a case has one of preflight, request and put, not %d", where, c.kinds())
			}
			if c.Expect.Status == nil {
				t.Errorf("%s: a case expects a status", where)
			}
			if _, listed := disagreements[c.ID]; listed && c.Must {
				t.Errorf("%s: must, and yet listed in disagreements.json", where)
			}
		}
	}
	for id, disagreement := range disagreements {
		if !ids[id] {
			t.Errorf("disagreements.json lists %s, which is no case", id)
		}
		if (disagreement.Ground == "assumption") != (disagreement.Assumption != "") || disagreement.Reason == "" ||
			!slices.Contains([]string{"assumption", "superseded", "vendor", "not-modelled"}, disagreement.Ground) {
			t.Errorf("disagreements.json: %s needs a ground and a reason, and with the ground assumption its code", id)
		}
	}
}

// outcome is what came of one case.
type outcome struct {
	differences []string
	// assumptions are the codes of the readings that the answer rests on.
	assumptions []string
}

func (c *suiteCase) run(t *testing.T, configuration json.RawMessage) outcome {
	t.Helper()
	if c.Put != nil {
		return c.runPut(t)
	}
	if c.Configuration != nil {
		configuration = c.Configuration
	}
	simulation := compile(t, configuration).Simulate(c.request(), c.target())
	var found outcome
	for _, assumption := range simulation.Assumptions {
		found.assumptions = append(found.assumptions, assumption.Code)
	}
	if c.Expect.Allowed != nil {
		found.compare("allowed", *c.Expect.Allowed, simulation.Allowed)
	}
	if c.Expect.Rule != nil {
		rule := "null"
		if simulation.Rule >= 0 {
			rule = fmt.Sprint(simulation.Rule)
		}
		found.compare("rule", string(c.Expect.Rule), rule)
	}
	response := &simulation.Response
	found.compareAnswer(&c.Expect, response.Status, response.Error)
	for name, expected := range c.Expect.Headers {
		actual, present := response.Headers.Get(name)
		switch {
		case expected == nil && present:
			found.differences = append(found.differences, fmt.Sprintf("header %s: expected none, got %q", name, actual))
		case expected != nil && !present:
			found.differences = append(found.differences, fmt.Sprintf("header %s: expected %q, got none", name, *expected))
		case expected != nil:
			found.compare("header "+name, *expected, actual)
		}
	}
	if !strings.Contains(response.Body, c.Expect.Body) {
		found.differences = append(found.differences, fmt.Sprintf("body: expected one with %q, got %q", c.Expect.Body, response.Body))
	}
	return found
}

// runPut is PutBucketCors of a configuration as Validate answers it, and GetBucketCors after it.
func (c *suiteCase) runPut(t *testing.T) outcome {
	t.Helper()
	document := read(t, c.Put)
	validation := s3.Validate(document)
	var found outcome
	for i := range validation.Diagnostics {
		found.assumptions = append(found.assumptions, validation.Diagnostics[i].Assumption)
	}
	if c.Expect.Status != nil {
		found.compare("accepted", *c.Expect.Status == 200, validation.Accepted)
	}
	found.compareAnswer(&c.Expect, validation.Status, validation.Error)
	if c.Expect.Stored != nil {
		get := core.HTTPRequest{Method: "GET", URL: "/?cors"}
		answer := s3.Compile(document.Configuration).Simulate(get, s3.Target{Resource: s3.BucketItem})
		stored := source.ReadXML(answer.Response.Body).Configuration
		expected := source.ReadValue(string(c.Expect.Stored)).Configuration
		if expected == nil || !reflect.DeepEqual(expected, stored) {
			found.differences = append(found.differences, fmt.Sprintf("stored: expected %s, got %s", c.Expect.Stored, answer.Response.Body))
		}
	}
	return found
}

func (o *outcome) compareAnswer(expect *expectation, status int, refused *s3.ErrorResponse) {
	if expect.Status != nil {
		o.compare("status", *expect.Status, status)
	}
	if expect.Error == nil {
		return
	}
	if refused == nil {
		o.differences = append(o.differences, "error: expected one, got none")
		return
	}
	o.compareText("error code", expect.Error.Code, refused.Code)
	o.compareText("error message", expect.Error.Message, refused.Message)
	o.compareText("error method", expect.Error.Method, refused.Method)
	o.compareText("error resource type", expect.Error.ResourceType, refused.ResourceType)
}

func (o *outcome) compareText(field string, expected *string, actual string) {
	if expected != nil {
		o.compare(field, *expected, actual)
	}
}

func (o *outcome) compare(field string, expected, actual any) {
	if expected != actual {
		o.differences = append(o.differences, fmt.Sprintf("%s: expected %#v, got %#v", field, expected, actual))
	}
}

func (c *suiteCase) request() core.HTTPRequest {
	if c.Preflight != nil {
		return s3.PreflightHTTP(core.PreflightRequest{Origin: c.Preflight.Origin, Method: c.Preflight.Method, Headers: c.Preflight.Headers})
	}
	request := core.HTTPRequest{Method: c.Request.Method, URL: c.Request.URL, Body: c.Request.Body}
	for name, value := range c.Request.Headers {
		request.Headers = append(request.Headers, core.HeaderField{Name: name, Value: value})
	}
	return request
}

func (c *suiteCase) target() s3.Target {
	if c.Target == nil {
		return s3.Target{}
	}
	return s3.Target{Missing: c.Target.Bucket == "missing", Resource: s3.Resource(c.Target.Resource), Status: c.Target.Status}
}

func compile(t *testing.T, configuration json.RawMessage) *s3.Rules {
	t.Helper()
	if configuration == nil || string(configuration) == "null" {
		return nil
	}
	return s3.Compile(read(t, configuration).Configuration)
}

// read takes a Source of the API: a text as a JSON string, or a configuration as a value.
func read(t *testing.T, data json.RawMessage) *source.Document {
	t.Helper()
	if data[0] != '"' {
		return source.ReadValue(string(data))
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		t.Fatal(err)
	}
	return source.Read(text)
}
