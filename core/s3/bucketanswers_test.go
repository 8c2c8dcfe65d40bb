package s3_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
)

func TestAnAnswerToHEADHasTheHeadersOfItsErrorAndNoBody(t *testing.T) {
	rules := s3.Compile(&core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"HEAD"}}}})
	cases := []struct {
		name    string
		request core.HTTPRequest
		target  s3.Target
		status  int
		code    string
	}{
		{name: "a missing bucket", target: s3.Target{Missing: true}, status: 404, code: "NoSuchBucket"},
		{name: "headers of more than 8 KB", request: core.HTTPRequest{Headers: core.HeaderList{{Name: "Origin", Value: strings.Repeat("x", 8193)}}},
			status: 400, code: "RequestHeaderSectionTooLarge"},
		{name: "the bucket's configuration, which only GET asks for", request: core.HTTPRequest{URL: "/?cors"}, status: 200},
		{name: "a missing object", target: s3.Target{Status: 404}, status: 404},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			c.request.Method = "HEAD"
			response := rules.Simulate(c.request, c.target).Response
			assert.Equal(t, c.status, response.Status)
			assert.Empty(t, response.Body)
			if c.code != "" {
				require.Equal(t, c.code, response.Error.Code)
				kind, _ := response.Headers.Get("Content-Type")
				assert.Equal(t, "application/xml", kind)
				c.request.Method = "GET"
				assert.Contains(t, rules.Simulate(c.request, c.target).Response.Body, c.code, "an answer to GET has it")
			}
		})
	}
}

// Of a path with one part only S3's own host makes a bucket: on any other it is more often the key of an object behind a CDN.
func TestARefusedPreflightNamesWhatItsURLNames(t *testing.T) {
	rules := s3.Compile(&core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: []string{"https://a.example"}, AllowedMethods: []string{"GET"}}}})
	cases := []struct {
		name, url, host string
		resource        s3.Resource
		names           string
	}{
		{name: "no URL", names: "OBJECT"},
		{name: "the bucket in the host", url: "https://b.s3.amazonaws.com/", names: "BUCKET"},
		{name: "the bucket in the host, without a slash", url: "https://b.s3.amazonaws.com?list-type=2", names: "BUCKET"},
		{name: "the bucket in the Host header", url: "/", host: "b.s3.amazonaws.com", names: "BUCKET"},
		{name: "the bucket in the path", url: "https://s3.eu-west-1.amazonaws.com/b", names: "BUCKET"},
		{name: "the bucket in the path with a slash", url: "https://s3-eu-west-1.amazonaws.com/b/", names: "BUCKET"},
		{name: "the bucket in the path, the endpoint in the Host header", url: "/b", host: "s3.amazonaws.com", names: "BUCKET"},
		{name: "a path alone", url: "/b", names: "OBJECT"},
		{name: "a key, the bucket in the host", url: "https://b.s3.amazonaws.com/cat.jpg", names: "OBJECT"},
		{name: "a key, the bucket in the path", url: "https://s3.amazonaws.com/b/cat.jpg", names: "OBJECT"},
		{name: "a key behind a CDN", url: "https://cdn.example.com/cat.jpg", names: "OBJECT"},
		{name: "the URL of a bucket, said to be an object", url: "https://b.s3.amazonaws.com/", resource: s3.Object, names: "OBJECT"},
		{name: "the URL of an object, said to be a bucket", url: "https://b.s3.amazonaws.com/cat.jpg", resource: s3.BucketItem, names: "BUCKET"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			origin, method := "https://b.example", "GET"
			request := s3.PreflightHTTP(core.PreflightRequest{Origin: &origin, Method: &method})
			request.URL = c.url
			if c.host != "" {
				request.Headers.Add("Host", c.host)
			}
			refused := rules.Simulate(request, s3.Target{Resource: c.resource}).Response
			assert.Equal(t, c.names, refused.Error.ResourceType)
			assert.Contains(t, refused.Body, "<ResourceType>"+c.names+"<")
		})
	}
}

// The reading is named where a rule that S3 passes over would answer under the other one.
func TestEndsThatShareCharactersAreNamedWhereTheAnswerRestsOnThem(t *testing.T) {
	rule := func(origin, method string, headers ...string) core.CORSRule {
		return core.CORSRule{AllowedOrigins: []string{origin}, AllowedMethods: []string{method}, AllowedHeaders: headers}
	}
	const overlapping = "https://a.exam*xample"
	cases := []struct {
		name    string
		rules   []core.CORSRule
		headers string
		rests   bool
	}{
		{"the only rule", []core.CORSRule{rule(overlapping, "GET")}, "", true},
		{"a rule with another method", []core.CORSRule{rule(overlapping, "PUT")}, "", false},
		{"a rule without a header that is asked for", []core.CORSRule{rule(overlapping, "GET", "x-a")}, "x-a,x-b", false},
		{"a header of the only rule", []core.CORSRule{rule("*", "GET", "x-*-x")}, "x-x", true},
		{"a header of a rule for another origin", []core.CORSRule{rule("https://b.example", "GET", "x-*-x")}, "x-x", false},
		{"origin and header of one rule", []core.CORSRule{rule(overlapping, "GET", "x-*-x")}, "x-x", true},
		{"origin and header of two rules", []core.CORSRule{rule(overlapping, "GET"), rule("https://b.example", "GET", "x-*-x")}, "x-x", false},
		{"a rule before the one that matches", []core.CORSRule{rule(overlapping, "GET"), rule("*", "GET")}, "", true},
		{"a rule behind the one that matches", []core.CORSRule{rule("*", "GET"), rule(overlapping, "GET")}, "", false},
		{"another origin of the rule that matches", []core.CORSRule{{AllowedOrigins: []string{overlapping, "*"}, AllowedMethods: []string{"GET"}}}, "", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			origin, method := "https://a.example", "GET"
			request := s3.PreflightHTTP(core.PreflightRequest{Origin: &origin, Method: &method, Headers: &c.headers})
			codes := codesOf(s3.Compile(&core.CORSConfiguration{CORSRules: c.rules}).Simulate(request, s3.Target{}).Assumptions)
			if c.rests {
				assert.Equal(t, []string{"overlapping-affixes"}, codes)
			} else {
				assert.Empty(t, codes)
			}
		})
	}
}
