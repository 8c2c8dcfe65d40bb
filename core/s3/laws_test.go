package s3

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/source"
)

// configurationFrom makes a configuration of a short text, so that fuzzing can change it: rules between
// "|", in each origins ; methods ; headers, parted by blanks.
func configurationFrom(text string) *core.CORSConfiguration {
	configuration := &core.CORSConfiguration{}
	for _, part := range strings.Split(text, "|") {
		fields := append(strings.SplitN(part, ";", 3), "", "", "")
		configuration.CORSRules = append(configuration.CORSRules, core.CORSRule{
			AllowedOrigins: strings.Fields(fields[0]), AllowedMethods: strings.Fields(fields[1]), AllowedHeaders: strings.Fields(fields[2]),
		})
	}
	return configuration
}

func preflightFrom(origin, method, headers string) core.PreflightRequest {
	return core.PreflightRequest{Origin: &origin, Method: &method, Headers: &headers}
}

func addSeeds(f *testing.F) {
	f.Add("https://a.example;GET PUT;content-type x-amz-*|*;GET", "https://a.example", "PUT", "content-type,x-amz-date")
	f.Add("*;GET;*|https://*.example;PUT;", "https://b.example", "PUT", "")
	f.Add("http://a*a;HEAD;x-*-y", "http://aa", "HEAD", "x-y, ,X--y")
	f.Add("|;;|null;GET", "null", "GET", "a b")
}

// The verdict, the whole simulation and its trace tell the same story.
func FuzzVerdictAgreesWithTrace(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, configuration, origin, method, headers string) {
		rules, preflight := Compile(configurationFrom(configuration)), preflightFrom(origin, method, headers)
		verdict := rules.Verdict(preflight, Target{})
		simulation := rules.Simulate(PreflightHTTP(preflight), Target{})
		require.Equal(t, verdict, Verdict{Allowed: simulation.Allowed, Rule: simulation.Rule, Status: simulation.Response.Status})
		_, sent := simulation.Response.Headers.Get("Access-Control-Allow-Origin")
		require.Equal(t, simulation.Allowed, sent)
		for i, trace := range simulation.Trace {
			checks := append([]Check{trace.Origin, trace.Method}, trace.Headers...)
			failed := 0
			for _, check := range checks {
				require.Equal(t, trace.Result == NotReached, check.Result == NotReached)
				require.Equal(t, check.Result == Failed, check.Reason != "")
				require.NotEmpty(t, check.Message)
				if check.Result == Failed {
					failed++
				}
			}
			require.Equal(t, trace.Result == Failed, failed > 0)
			require.Equal(t, i == simulation.Rule, trace.Result == Matched)
		}
	})
}

// A rule at the end never turns allowed into refused, nor changes the answer.
func FuzzRuleAtTheEndTakesNothingAway(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, configuration, origin, method, headers string) {
		preflight := PreflightHTTP(preflightFrom(origin, method, headers))
		before := configurationFrom(configuration)
		after := &core.CORSConfiguration{CORSRules: append(append([]core.CORSRule(nil), before.CORSRules...),
			core.CORSRule{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET", "PUT"}, AllowedHeaders: []string{"*"}})}
		was, is := Compile(before).Simulate(preflight, Target{}), Compile(after).Simulate(preflight, Target{})
		if was.Allowed {
			require.Equal(t, was.Rule, is.Rule)
			require.Equal(t, was.Response, is.Response)
		}
	})
}

// The XML and the JSON form of one configuration get the same answers: PutBucketCors' and every other.
func FuzzXMLAndJSONGetTheSameAnswers(f *testing.F) {
	addSeeds(f)
	f.Add("*;get;|**;OPTIONS;a:b", "https://a.example", "GET", "a")
	f.Fuzz(func(t *testing.T, configuration, origin, method, headers string) {
		if !utf8.ValidString(configuration) || strings.ContainsFunc(configuration, func(r rune) bool { return r < ' ' || r >= 0xFFFE && r <= 0xFFFF }) {
			return // what XML cannot carry has no XML form
		}
		made := configurationFrom(configuration)
		text, err := json.Marshal(made)
		require.NoError(t, err)
		fromJSON, fromXML := source.Read(string(text)), source.Read(Document(made))
		require.NotNil(t, fromJSON.Configuration)
		require.Equal(t, fromJSON.Configuration, fromXML.Configuration)
		if len(fromJSON.Placeholders) > 0 {
			// A placeholder of JSON is left out of the checks, and XML is judged as it stands (the catalogue, opaque-value).
			require.Equal(t, len(fromJSON.Placeholders), len(fromXML.Placeholders))
			return
		}
		a, b := Validate(fromJSON), Validate(fromXML)
		require.Equal(t, a.Error, b.Error)
		require.Equal(t, a.Bytes, b.Bytes)
		require.Equal(t, told(a.Diagnostics), told(b.Diagnostics))
		request := PreflightHTTP(preflightFrom(origin, method, headers))
		require.Equal(t, Compile(fromJSON.Configuration).Simulate(request, Target{}), Compile(fromXML.Configuration).Simulate(request, Target{}))
	})
}

// told is what diagnostics say, without their places and in no order.
func told(diagnostics []core.Diagnostic) map[string]int {
	count := map[string]int{}
	for _, d := range diagnostics {
		count[d.Code+" "+d.Path.String()+" "+d.Message]++
	}
	return count
}
