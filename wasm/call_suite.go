package main

import (
	"s3cors/core"
	"s3cors/core/meaning"
	"s3cors/core/suite"
)

func infer(p *payload, to *encoder) {
	p.number() // There is no source.
	calls := make([]meaning.Wanted, 0, 16)
	for count := p.number(); count > 0 && p.at < len(p.text); count-- {
		calls = append(calls, meaning.Wanted{Call: *p.call(), Reads: p.texts()})
	}
	inference := meaning.Infer(calls)
	to.open("{")
	to.configuration(&inference.Configuration)
	to.diagnostics(inference.Diagnostics, core.Info)
	to.put("}")
}

// runSuite is test of the API.
func runSuite(p *payload, to *encoder) {
	source := to.takeSource(p)
	of := suite.Suite{}
	if source != nil {
		of.Configuration = source.document.Configuration
	}
	for count := p.number(); count > 0 && p.at < len(p.text); count-- {
		of.Cases = append(of.Cases, p.suiteCase())
	}
	results := of.Run()
	passed := 0
	for i := range results {
		if len(results[i].Differences) == 0 {
			passed++
		}
	}
	to.write(`{"passed":#"failed":#"results":[`, core.Itoa(passed), core.Itoa(len(results)-passed))
	for i := range results {
		result := &results[i]
		to.write(`{"name":$"passed":#"differences":[`, result.Name, boolean(len(result.Differences) == 0))
		for j := range result.Differences {
			difference := &result.Differences[j]
			to.write(`{"field":$"expected":@`, difference.Field)
			to.value(&difference.Expected)
			to.open(`"actual":@`)
			to.value(&difference.Actual)
			to.put("}")
		}
		to.put("]}")
	}
	to.put("]")
	var unreadable core.Diagnostics
	if source.unreadable() {
		unreadable = source.document.Diagnostics
	}
	to.diagnostics(unreadable, core.Error)
	to.put("}")
}

// value writes a value of a difference.
func (e *encoder) value(value *suite.Value) {
	switch {
	case value.IsList:
		e.put("[")
		for i := range value.List {
			e.write("$", value.List[i])
		}
		e.put("]")
	case value.Bare:
		e.put(value.Text)
	default:
		e.quote(value.Text)
	}
}

// texts reads how many texts there are, and these; nil where they are absent.
//
//go:noinline
func (p *payload) texts() []string {
	count := p.number()
	if count < 0 {
		return nil
	}
	list := make([]string, 0, 4)
	for ; count > 0 && p.at < len(p.text); count-- {
		list = append(list, p.string())
	}
	return list
}

// suiteCase reads a SuiteCase.
func (p *payload) suiteCase() suite.Case {
	one := suite.Case{Name: p.string(), Target: p.target()}
	switch p.number() {
	case 0:
		preflight := p.preflight()
		one.Preflight = &preflight
	case 1:
		request := p.request()
		one.Request = &request
	default:
		one.Call = p.call()
	}
	expect := &one.Expect
	if allowed := p.number(); allowed >= 0 {
		isAllowed := allowed == 1
		expect.Allowed = &isAllowed
	}
	expect.NoRule = p.number() == 1
	expect.Rule, expect.Status = p.optionalNumber(), p.optionalNumber()
	expect.Code, expect.Message, expect.Method, expect.ResourceType = p.optional(), p.optional(), p.optional(), p.optional()
	for count := p.number(); count > 0 && p.at < len(p.text); count-- {
		expect.Headers = append(expect.Headers, suite.Header{Name: p.string(), Value: p.optional()})
	}
	expect.Outcome, expect.Reason = p.optional(), p.optional()
	expect.Readable = p.texts()
	expect.HasReadable = expect.Readable != nil
	return one
}

//go:noinline
func (p *payload) optionalNumber() *int {
	number := p.number()
	if number < 0 {
		return nil
	}
	return &number
}
