package suite_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/s3"
	"s3cors/core/source"
	"s3cors/core/suite"
)

func of[T any](value T) *T { return &value }

var uploads = &core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: []string{"https://app.example.com"},
	AllowedMethods: []string{"PUT"}, AllowedHeaders: []string{"content-type"}, ExposeHeaders: []string{"ETag"}}}}

func TestEachFieldThatDiffersIsTold(t *testing.T) {
	preflight := &core.PreflightRequest{Origin: of("https://app.example.com"), Method: of("PUT")}
	call := &browser.Call{Page: "https://app.example.com", URL: "https://b.s3.amazonaws.com/k", Method: of("PUT")}
	cases := []struct {
		name   string
		of     suite.Case
		fields []string
	}{
		{"all is as expected", suite.Case{Preflight: preflight, Expect: suite.Expectation{Allowed: of(true), Rule: of(0), Status: of(200),
			Headers: []suite.Header{{"access-control-allow-origin", of("https://app.example.com")}, {"x-amz-id", nil}}}}, nil},
		{"nothing is expected", suite.Case{Preflight: preflight}, nil},
		{"each of them differs", suite.Case{Preflight: preflight, Expect: suite.Expectation{Allowed: of(false), NoRule: true, Status: of(403), Code: of("AccessForbidden"),
			Headers: []suite.Header{{"Vary", nil}, {"Access-Control-Max-Age", of("1")}}}},
			[]string{"allowed", "rule", "error.code", "status", "headers.Vary", "headers.Access-Control-Max-Age"}},
		{"a rule where none matched", suite.Case{Preflight: &core.PreflightRequest{Origin: of("https://b.example"), Method: of("PUT")},
			Expect: suite.Expectation{Rule: of(0), Code: of("AccessForbidden"), ResourceType: of("OBJECT")}}, []string{"rule"}},
		{"a call that is read", suite.Case{Call: call, Target: s3.Target{Headers: core.HeaderList{{Name: "ETag", Value: "x"}}},
			Expect: suite.Expectation{Allowed: of(true), Outcome: of("readable"), Reason: of("ok"), Readable: []string{"ETag"}, HasReadable: true}}, nil},
		{"a call that is not", suite.Case{Call: &browser.Call{Page: "https://b.example", URL: "https://b.s3.amazonaws.com/k", Method: of("PUT")},
			Expect: suite.Expectation{Outcome: of("readable"), Reason: of("ok"), Readable: []string{"etag"}, HasReadable: true, Status: of(200)}},
			[]string{"status", "outcome", "reason", "readable"}},
		{"what is of calls alone is expected of a request", suite.Case{Request: &core.HTTPRequest{Method: "GET"},
			Expect: suite.Expectation{Outcome: of("readable"), HasReadable: true}}, []string{"outcome", "readable"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			results := (&suite.Suite{Configuration: uploads, Cases: []suite.Case{c.of}}).Run()
			require.Len(t, results, 1)
			var fields []string
			for _, difference := range results[0].Differences {
				fields = append(fields, difference.Field)
			}
			assert.Equal(t, c.fields, fields)
		})
	}
}

// The recorded cases of S3 are a suite like any other.
func TestTheRecordedCasesOfS3Pass(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/s3/*.json")
	require.NoError(t, err)
	ran := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		var file struct {
			Configuration json.RawMessage
			Cases         []struct {
				Name          string
				Must          bool
				Configuration json.RawMessage
				Target        struct {
					Bucket, Resource string
					Status           int
				}
				Preflight *struct{ Origin, Method, Headers *string }
				Request   *struct {
					Method, URL string
					Headers     map[string]string
					Body        string
				}
				Expect struct {
					Allowed *bool
					Rule    json.RawMessage
					Status  *int
					Error   *struct{ Code, Message, Method, ResourceType *string }
					Headers map[string]*string
				}
			}
		}
		require.NoError(t, json.Unmarshal(data, &file))
		for _, c := range file.Cases {
			if !c.Must || c.Preflight == nil && c.Request == nil {
				continue
			}
			ran++
			configuration := file.Configuration
			if c.Configuration != nil {
				configuration = c.Configuration
			}
			var made *core.CORSConfiguration
			if text := string(configuration); text != "" && text != "null" {
				made = source.Read(text).Configuration
			}
			one := suite.Case{Name: c.Name, Target: s3.Target{Missing: c.Target.Bucket == "missing", Resource: s3.Resource(c.Target.Resource), Status: c.Target.Status}}
			if c.Preflight != nil {
				one.Preflight = &core.PreflightRequest{Origin: c.Preflight.Origin, Method: c.Preflight.Method, Headers: c.Preflight.Headers}
			} else {
				one.Request = &core.HTTPRequest{Method: c.Request.Method, URL: c.Request.URL, Body: c.Request.Body}
				for name, value := range c.Request.Headers {
					one.Request.Headers.Add(name, value)
				}
			}
			e := suite.Expectation{Allowed: c.Expect.Allowed, Status: c.Expect.Status}
			if rule := string(c.Expect.Rule); rule == "null" {
				e.NoRule = true
			} else if rule != "" {
				require.NoError(t, json.Unmarshal(c.Expect.Rule, &e.Rule))
			}
			if err := c.Expect.Error; err != nil {
				e.Code, e.Message, e.Method, e.ResourceType = err.Code, err.Message, err.Method, err.ResourceType
			}
			for name, value := range c.Expect.Headers {
				e.Headers = append(e.Headers, suite.Header{Name: name, Value: value})
			}
			one.Expect = e
			results := (&suite.Suite{Configuration: made, Cases: []suite.Case{one}}).Run()
			assert.Empty(t, results[0].Differences, c.Name)
		}
	}
	assert.Greater(t, ran, 100)
}
