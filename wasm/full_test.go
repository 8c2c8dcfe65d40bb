package main

import (
	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// Values with everything in them.

func ref[T any](value T) *T { return &value }

func fullRule() core.CORSRule {
	return core.CORSRule{
		ID: ref("a"), AllowedOrigins: []string{"https://a.example"}, AllowedMethods: []string{"GET"},
		AllowedHeaders: []string{"*"}, ExposeHeaders: []string{"ETag"}, MaxAgeSeconds: ref(int64(3000)),
	}
}

func fullConfiguration() *core.CORSConfiguration {
	return &core.CORSConfiguration{CORSRules: []core.CORSRule{fullRule()}}
}

func fullDocument() *source.Document {
	span := core.Span{Start: 1, End: 3}
	document := &source.Document{
		Text: "[é]", Format: source.JSON, Configuration: fullConfiguration(),
		Candidates:   []source.Candidate{{Name: "other", Format: source.XML, Span: span}},
		Placeholders: []source.Placeholder{{Path: core.RulePath(0), Name: "var.origin", Span: span, Given: true}},
	}
	document.Places.Place(0).Rule = core.Place{Value: span, Whole: span}
	return document
}

func fullDiagnostics() []core.Diagnostic {
	span := core.Span{Start: 1, End: 3}
	return []core.Diagnostic{{
		Kind: &core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax, Assumption: "empty-body"},
		Path: core.RulePath(0), Message: "message", Help: "Help.",
		Parameters: []core.Parameter{core.Text("value", "x"), core.Number("count", 3)},
		Span:       &span,
		Related:    []core.Related{{Path: core.RulePath(0), Span: &span, Message: "the same"}},
		Witness:    &core.PreflightRequest{Origin: ref(""), Method: ref("GET"), Headers: ref("x")},
		Fixes: []core.Fix{{
			Title: "Fix it", Configuration: *fullConfiguration(), Edits: []core.TextEdit{{Span: span, Text: "e"}},
		}},
	}}
}

func fullError() *s3.ErrorResponse {
	return &s3.ErrorResponse{Code: "AccessForbidden", Message: "CORSResponse", Method: "GET", ResourceType: "OBJECT"}
}

func fullValidation() *s3.Validation {
	return &s3.Validation{Status: 400, Error: fullError(), Bytes: 12, Path: core.RulePath(1), Diagnostics: fullDiagnostics(),
		Assumptions: []s3.Assumption{{Code: "acrm-absent", Message: "taken"}}}
}

func fullSimulation() *s3.Simulation {
	check := s3.Check{
		Value: "https://a.example", Result: s3.Matched, Path: core.RulePath(0).Member(core.AllowedOrigins).Item(0),
		Pattern: ref("https://a.example"), Reason: "scheme-differs", Message: "message",
		Parameters: []core.Parameter{core.Text("value", "x")},
	}
	headers := core.HeaderList{{Name: "Vary", Value: "Origin"}}
	return &s3.Simulation{
		Allowed: true, Rule: 0,
		Request:     core.HTTPRequest{Method: "OPTIONS", URL: "/key", Headers: headers, Body: "body"},
		Response:    s3.Response{HTTPResponse: core.HTTPResponse{Status: 200, Headers: headers, Body: "body"}, Error: fullError()},
		Trace:       []s3.RuleTrace{{ID: ref("a"), Result: s3.Matched, Origin: check, Method: check, Headers: []s3.Check{check}}},
		Assumptions: []s3.Assumption{{Code: "code", Message: "message"}},
	}
}

func emptySimulation() *s3.Simulation {
	check := s3.Check{Result: s3.NotReached}
	return &s3.Simulation{
		Rule:  -1,
		Trace: []s3.RuleTrace{{Result: s3.NotReached, Origin: check, Method: check, Headers: []s3.Check{check}}},
	}
}
