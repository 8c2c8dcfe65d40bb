package meaning

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/s3"
)

func wantedCall(page, method, headers string, reads ...string) Wanted {
	call := browser.Call{Page: page, URL: "https://bucket.s3.amazonaws.com/key", Method: &method}
	for more := headers != ""; more; {
		var name string
		name, headers, more = core.Cut(headers, ',')
		call.Headers.Add(name, "application/json")
	}
	if method == "PUT" || method == "POST" {
		call.Body = browser.Bytes
	}
	return Wanted{Call: call, Reads: reads}
}

func wantedBeacon(page, url, contentType string) Wanted {
	return Wanted{Call: browser.Call{Page: page, URL: url, Via: browser.Beacon, Body: browser.Blob, BodyType: contentType}}
}

func TestAConfigurationIsInferredFromCalls(t *testing.T) {
	rule := func(origins, methods, headers, exposed []string) core.CORSRule {
		return core.CORSRule{AllowedOrigins: origins, AllowedMethods: methods, AllowedHeaders: headers, ExposeHeaders: exposed}
	}
	list := func(texts ...string) []string { return texts }
	cases := []struct {
		name  string
		calls []Wanted
		rules []core.CORSRule
		codes []string
	}{
		{"reads of one page are one rule", []Wanted{wantedCall("https://a.example/x", "GET", ""), wantedCall("https://a.example/y", "HEAD", "")},
			[]core.CORSRule{rule(list("https://a.example"), list("GET", "HEAD"), nil, nil)}, nil},
		{"writes ask for headers that reads do not get", []Wanted{wantedCall("https://a.example", "GET", ""), wantedCall("https://a.example", "PUT", "Content-Type,X-Amz-Acl", "ETag", "Content-Type")},
			[]core.CORSRule{rule(list("https://a.example"), list("GET"), nil, nil), rule(list("https://a.example"), list("PUT"), list("content-type", "x-amz-acl"), list("ETag"))}, nil},
		{"pages that need the same share a rule", []Wanted{wantedCall("https://a.example", "GET", ""), wantedCall("http://localhost:3000", "GET", "")},
			[]core.CORSRule{rule(list("https://a.example", "http://localhost:3000"), list("GET"), nil, nil)}, nil},
		{"a method that S3 lets no page send is told", []Wanted{wantedCall("https://a.example", "PATCH", "")}, nil, list("method-never-allowed")},
		{"a call that the browser refuses is told", []Wanted{wantedCall("https://a.example", "TRACE", "")}, nil, list("call-refused")},
		{"an image without crossorigin needs no rule", []Wanted{{Call: browser.Call{Page: "https://a.example", URL: "https://b.s3.amazonaws.com/i.png", Via: browser.Image}}}, nil, list("no-cors-needed")},
		{"a sandboxed page has the origin null", []Wanted{wantedCall("null", "GET", "")}, []core.CORSRule{rule(list("null"), list("GET"), nil, nil)}, nil},
		{"what no response shows, or S3 refuses, is not exposed", []Wanted{wantedCall("https://a.example", "GET", "", "x-amz-meta-*", "*", "bad header", "Set-Cookie", "", "Range", "Access-Control-Max-Age", "x-amz-meta-a", "ETag")},
			[]core.CORSRule{rule(list("https://a.example"), list("GET"), nil, list("x-amz-meta-a", "ETag"))}, nil},
		{"no calls need no rules", nil, nil, nil},
		{"a beacon with a JSON Blob needs a rule, though script reads no answer", []Wanted{wantedBeacon("https://a.example", "https://b.s3.amazonaws.com/k", "application/json")},
			[]core.CORSRule{rule(list("https://a.example"), list("POST"), list("content-type"), nil)}, nil},
		{"a beacon with a text needs no rule, though it sends an Origin", []Wanted{wantedBeacon("https://a.example", "https://b.s3.amazonaws.com/k", "text/plain")}, nil, list("no-cors-needed")},
		{"a beacon to the page's own origin needs no rule", []Wanted{wantedBeacon("https://a.example", "https://a.example/k", "application/json")}, nil, list("no-cors-needed")},
		{"a PUT to the page's own origin needs no rule, though it sends an Origin", []Wanted{wantedCall("https://bucket.s3.amazonaws.com", "PUT", "")}, nil, list("no-cors-needed")},
		{"a beacon that throws is told", []Wanted{wantedBeacon("https://a.example", "ftp://b.example/k", "")}, nil, list("call-refused")},
		{"a data: URL needs no rule", []Wanted{{Call: browser.Call{Page: "https://a.example", URL: "data:,x"}}}, nil, list("no-cors-needed")},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			inference := Infer(c.calls)
			assert.Equal(t, c.rules, inference.Configuration.CORSRules)
			var codes []string
			for _, d := range inference.Diagnostics {
				codes = append(codes, d.Code)
			}
			assert.Equal(t, c.codes, codes)
		})
	}
}

// All calls pass, and without any one value of the configuration one of them does not.
func TestWhatIsInferredIsEnoughAndNotMore(t *testing.T) {
	calls := []Wanted{
		wantedCall("https://a.example", "GET", "Range"), wantedCall("https://a.example", "PUT", "Content-Type,X-Amz-Date", "ETag"), wantedCall("https://a.example", "POST", "Content-Type"),
		wantedCall("http://localhost:3000", "GET", "Range"), wantedCall("http://localhost:3000", "HEAD", ""), wantedCall("null", "DELETE", "Authorization"),
	}
	pass := func(rules []core.CORSRule) bool {
		compiled := s3.Compile(&core.CORSConfiguration{CORSRules: rules})
		for i := range calls {
			exchange := browser.SimulateFetch(&calls[i].Call, &browser.Server{S3: true, Rules: compiled, Target: s3.Target{Headers: core.HeaderList{{Name: "ETag", Value: "x"}}}})
			if exchange.Outcome() != browser.Readable {
				return false
			}
			readable, _ := exchange.Headers()
			for _, name := range calls[i].Reads {
				if !matchesAny([]core.Pattern{core.NewPattern("etag")}, core.Lower(name)) || !contains(readable, core.Lower(name)) {
					return false
				}
			}
		}
		return true
	}
	rules := Infer(calls).Configuration.CORSRules
	require.True(t, pass(rules))
	for i := range rules {
		for _, member := range []core.Member{core.AllowedOrigins, core.AllowedMethods, core.AllowedHeaders, core.ExposeHeaders} {
			for k := range rules[i].List(member) {
				fewer := append([]core.CORSRule(nil), rules...)
				list := rules[i].List(member)
				fewer[i].MakeRoom(member, len(list))
				for j, value := range list {
					if j != k {
						fewer[i].Append(member, value)
					}
				}
				require.False(t, pass(fewer), "%v without %s[%d] of rule %d", rules, member, k, i)
			}
		}
	}
}

func contains(list []string, text string) bool {
	for _, item := range list {
		if item == text {
			return true
		}
	}
	return false
}
