package meaning

import (
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
)

func TestSuggestionsAreWhatAPersonWouldChange(t *testing.T) {
	rule := func(origins, methods, headers []string) core.CORSRule {
		return core.CORSRule{AllowedOrigins: origins, AllowedMethods: methods, AllowedHeaders: headers}
	}
	list := func(texts ...string) []string { return texts }
	cases := []struct {
		name                    string
		rules                   []core.CORSRule
		origin, method, headers string
		titles                  []string
	}{
		{"a header that is missing is added, or all of its family", []core.CORSRule{rule(list("https://a.example"), list("PUT"), list("content-type"))},
			"https://a.example", "PUT", "content-type,x-amz-acl",
			list("Add x-amz-acl to rule 1", "Add x-amz-* to rule 1")},
		{"a method that is missing is added", []core.CORSRule{rule(list("https://a.example"), list("GET"), nil)},
			"https://a.example", "HEAD", "", list("Add HEAD to rule 1")},
		{"a name under a domain of one's own may be any", []core.CORSRule{rule(list("https://app.corp.example"), list("GET"), nil)},
			"https://www.corp.example", "GET", "",
			list("Add https://www.corp.example to rule 1", "Add https://*.corp.example to rule 1")},
		{"a domain under which anyone has a host stays closed", []core.CORSRule{rule(list("https://me.github.io"), list("GET"), nil)},
			"https://you.github.io", "GET", "",
			list("Add https://you.github.io to rule 1")},
		{"a configuration without rules gets one", nil, "https://a.example", "GET", "", list("Add a rule for GET from https://a.example")},
		{"nothing lets a method pass that S3 does not know", nil, "https://a.example", "PATCH", "", nil},
		{"an origin that would be a pattern is not added", []core.CORSRule{rule(list("https://a.example"), list("GET"), nil)}, "*", "GET", "", nil},
		{"an origin with a wildcard that a rule takes is not in the way of a method", []core.CORSRule{rule(list("*"), list("GET"), nil)}, "https://*.x*", "HEAD", "", list("Add HEAD to rule 1")},
		{"an origin with two wildcards is not added", nil, "https://*.x*", "GET", "", nil},
		{"an origin with a path is not added", []core.CORSRule{rule(list("https://a.example"), list("GET"), nil)}, "https://a.example/x", "GET", "", nil},
		{"several origins in one value are not added", nil, "https://a.example, https://b.example", "GET", "", nil},
		{"the origins of an app and of a sandboxed page are added", nil, "capacitor://localhost", "GET", "", list("Add a rule for GET from capacitor://localhost")},
		{"a name that S3 refuses is not added", []core.CORSRule{rule(list("https://a.example"), list("GET"), nil)}, "https://a.example", "GET", "x-*-*", nil},
		{"a name that S3 refuses is not added to a configuration without rules", nil, "https://a.example", "GET", "x-*-*", nil},
		{"what is refused elsewhere is not in the way", []core.CORSRule{rule(list("https://a.example"), list("GET"), nil), rule(list("https://b.example"), list("PATCH"), nil)},
			"https://a.example", "HEAD", "", list("Add HEAD to rule 1")},
		{"a name in two letter cases is added once", []core.CORSRule{rule(list("https://a.example"), list("GET"), nil)}, "https://a.example", "GET", "x-a,X-A,", list("Add x-a to rule 1")},
		{"nothing lets a name pass that no header can have", nil, "https://a.example", "GET", "a b", nil},
		{"nothing lets a name pass that no header can have, also where a rule takes all", []core.CORSRule{rule(list("*"), list("GET"), list("*"))}, "https://a.example", "GET", "a b", nil},
		{"nothing lets an empty origin pass", []core.CORSRule{rule(list("*"), list("GET"), nil)}, "", "GET", "", nil},
		{"nothing lets a request pass that is too large", []core.CORSRule{rule(list("*"), list("GET"), list("*"))}, "https://a.example", "GET", "x-" + strings.Repeat("a", 9000), nil},
		{"of a request that passes, the orders are given in which another rule answers",
			[]core.CORSRule{rule(list("*"), list("GET"), nil), rule(list("https://a.example"), list("GET"), nil)},
			"https://a.example", "GET", "", list("Move rule 2 before rule 1")},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			request := core.PreflightRequest{Origin: &c.origin, Method: &c.method}
			if c.headers != "" {
				request.Headers = &c.headers
			}
			var titles []string
			for _, s := range Suggest(&core.CORSConfiguration{CORSRules: c.rules}, request) {
				titles = append(titles, s.Title)
			}
			assert.ElementsMatch(t, c.titles, titles, "%q", titles)
		})
	}
}

// Whatever is asked for: each suggestion lets it pass, takes nothing away, and none stands behind one that allows more.
func TestASuggestionLetsTheRequestPassAndTakesNothingAway(t *testing.T) {
	r := rand.New(rand.NewSource(rand.Int63()))
	offered := 0
	for range 500 {
		configuration := randomConfiguration(r)
		origin, method, headers := "https://a"+words[r.Intn(len(words))], smallMethods[r.Intn(2)], names[r.Intn(len(names))]
		for i := range configuration.CORSRules {
			for j := range configuration.CORSRules[i].AllowedOrigins {
				configuration.CORSRules[i].AllowedOrigins[j] = "https://a" + configuration.CORSRules[i].AllowedOrigins[j]
			}
		}
		request := core.PreflightRequest{Origin: &origin, Method: &method, Headers: &headers}
		was := s3.Compile(configuration).Verdict(request, s3.Target{})
		list := Suggest(configuration, request)
		require.True(t, was.Allowed || len(list) > 0)
		for i := range list {
			offered++
			after := &list[i].Configuration
			is := s3.Compile(after).Verdict(request, s3.Target{})
			require.True(t, is.Allowed)
			require.Empty(t, list[i].Comparison.Lost)
			require.NotEqual(t, *configuration, *after)
			for j := range i {
				require.NotEqual(t, Narrower, Compare(&list[j].Configuration, after).Relation)
			}
		}
	}
	require.NotZero(t, offered)
}
