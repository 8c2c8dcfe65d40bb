package s3

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
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
