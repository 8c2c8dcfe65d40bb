package browser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
)

// fuzzed makes a call and a server of few texts, so that fuzzing can change each of them. Header lists are lines of
// name:value; choices is read one character for each choice.
func fuzzed(page, url, method, headers, choices, preflight, response, redirect string) (*Call, *Server) {
	choice := func(place, count int) int {
		if place >= len(choices) {
			return 0
		}
		return int(choices[place]) % count
	}
	call := &Call{Page: page, URL: url, Headers: lists(headers), Via: Via(choice(0, 9)), Body: Body(choice(1, 7)), BodyType: headers}
	if method != "" {
		call.Method = &method
	}
	call.Credentials = []string{"", "omit", "include"}[choice(2, 3)]
	call.Mode = []string{"", "no-cors", "same-origin", "navigate"}[choice(3, 4)]
	call.UploadListener = choice(4, 2) == 1
	call.ReferrerPolicy = []string{"", "no-referrer", "same-origin", "unsafe-url"}[choice(5, 4)]
	call.Cache = []string{"", "no-cache", "reload", "only-if-cached"}[choice(6, 4)]
	if choice(7, 2) == 1 {
		call.CrossOrigin, call.Sandbox = &headers, &headers
	}
	status := []int{200, 204, 403, 307, 0, 999}[choice(8, 6)]
	server := &Server{}
	for range choice(9, 25) {
		server.Redirects = append(server.Redirects, Redirect{Status: 301 + choice(10, 8), Location: redirect, Headers: lists(response)})
	}
	if choice(11, 2) == 1 {
		server.S3, server.Rules = true, s3.Compile(&core.CORSConfiguration{CORSRules: []core.CORSRule{{
			AllowedOrigins: strings.Fields(response), AllowedMethods: []string{method, "GET"}, AllowedHeaders: []string{"*"}}}})
		return call, server
	}
	if choice(12, 2) == 0 {
		server.Preflight = &core.HTTPResponse{Status: status, Headers: lists(preflight)}
	}
	if choice(13, 2) == 0 {
		server.Response = &core.HTTPResponse{Status: 200, Headers: lists(response)}
	}
	return call, server
}

func lists(text string) core.HeaderList {
	var headers core.HeaderList
	for _, line := range strings.Split(text, "\n") {
		if name, value, found := strings.Cut(line, ":"); found {
			headers.Add(name, value)
		}
	}
	return headers
}

func addSeeds(f *testing.F) {
	f.Helper()
	const allow = "access-control-allow-origin:*\naccess-control-allow-methods:PUT\naccess-control-allow-headers:x-a,authorization"
	f.Add("https://a.example", "https://b.example/k", "PUT", "x-a:1", "", allow, allow, "")
	f.Add("https://a.example", "https://b.example/k", "PUT", "authorization:1", "\x00\x02\x02", "access-control-allow-origin:*\naccess-control-allow-headers:*", allow, "")
	f.Add("null", "https://[2001:db8::1]:443/k", "post", "content-type:text/plain", "\x01\x01\x02\x00\x01", allow, "access-control-allow-origin:null", "https://u:p@c.example")
	f.Add("https://bücher.example/a/b", "../k?q#f", "GET", "range:bytes=0-1", "\x00\x00\x00\x01\x00\x01\x01\x00\x03\x02\x01", "", "access-control-allow-origin:https://a.example", "/next")
	f.Add("https://a.example", "https://b.example/k", "DELETE", "x:y", "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x15\x06\x01", "", "https://a.example *", "https://b.example/k")
	f.Add("https://a.example", "http://0x7f.1/", "GET", "", "\x02\x00\x00\x00\x00\x00\x00\x01\x03\x00", "location:/x", "access-control-allow-origin:\naccess-control-allow-origin:*", "")
	f.Add("https://a.example", "https://b.example/k", "PUT", "x-a:1\nx-a:2", "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01", "", "https://a.example", "") // Firefox asks for x-a twice
	f.Add("blob:https://a.example/x", "data:,x", "TRACE", "a b:c", "\x08\x06", "", "", "")
}

// What is readable passed the CORS check or has the page's origin; a preflight is sent if, and only if, there are reasons
// for it; nothing is told twice differently; and no call or server makes it panic.
func FuzzExchange(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, page, url, method, headers, choices, preflight, response, redirect string) {
		call, server := fuzzed(page, url, method, headers, choices, preflight, response, redirect)
		exchange := SimulateFetch(call, server)
		for _, run := range append(exchange.Browsers[:], exchange.Run) {
			holdRun(t, call, run)
		}
		again := SimulateFetch(call, server)
		require.Equal(t, exchange.Steps(), again.Steps())
		require.Equal(t, exchange.Reason(), again.Reason())
		for _, browser := range Browsers {
			require.Equal(t, exchange.Browsers[browser].Console(), again.Browsers[browser].Console())
		}
		require.LessOrEqual(t, len(Reuses(call, call, server)), 3)
	})
}

func holdRun(t *testing.T, call *Call, run *Run) {
	require.Contains(t, []Outcome{Readable, Opaque, Blocked, Threw}, run.Outcome())
	require.Equal(t, run.Outcome() == Readable, run.Reason() == "ok")
	if run.Outcome() == Threw {
		require.Empty(t, run.Messages())
	}
	for i, message := range run.Messages() {
		if message.Simulation != nil && message.Cached == nil {
			require.Equal(t, run.server.Rules.Simulate(message.Request, run.server.Target), *message.Simulation, "S3's answer is the one to this request")
		}
		asked, asks := message.Request.Headers.Get("Access-Control-Request-Method")
		require.Equal(t, message.IsPreflight(), asks && message.Request.Method == "OPTIONS")
		if !message.IsPreflight() {
			require.Empty(t, message.Reasons)
			continue
		}
		require.NotEmpty(t, message.Reasons)
		require.False(t, hasHeader(&message.Request, "Cookie") || hasHeader(&message.Request, "Authorization"))
		// The call goes on if, and only if, the preflight passed; save where an engine refuses it only then.
		goesOn := i+1 < len(run.Messages())
		if !goesOn && message.Passed() {
			require.True(t, run.engine == Chrome && run.Reason() == "stream-body-needs-http-2" || run.engine == Safari && i > 0)
			continue
		}
		require.Equal(t, message.Passed(), goesOn)
		if message.Passed() {
			require.Equal(t, asked, run.Messages()[i+1].Request.Method)
		} else {
			require.Equal(t, Blocked, run.Outcome())
			require.Equal(t, message.Reason, run.Reason())
		}
	}
	if actual := run.Actual(); run.Outcome() == Readable && actual != nil {
		if origin, _ := run.Origin(); run.cors {
			allowed, _ := header(&actual.Response.Headers, "Access-Control-Allow-Origin")
			require.Contains(t, []string{"*", origin}, allowed)
			if run.include {
				require.NotEqual(t, "*", allowed)
			}
		} else if run.mode != noCORSMode || call.Via == Fetch {
			require.True(t, sameOrigin(run.page, run.url.origin()))
		}
		readable, hidden := run.Headers()
		for _, name := range readable {
			require.NotContains(t, hidden, name)
		}
	}
	for _, step := range run.Steps() {
		require.NotEmpty(t, step.Title)
		require.NotEmpty(t, step.Detail)
		require.NotContains(t, step.Detail, "{reason}")
	}
}

func hasHeader(request *core.HTTPRequest, name string) bool {
	_, there := request.Headers.Get(name)
	return there
}

// A preflight is needed for the reasons that are given and no others, in mode cors across origins.
func TestPreflightIsSentForItsReasonsAlone(t *testing.T) {
	for _, method := range []string{"GET", "POST", "PUT"} {
		for _, headers := range []string{"", "x-a:1", "accept:a"} {
			for _, via := range []Via{Fetch, XHR} {
				for _, listener := range []bool{false, true} {
					call := &Call{Page: "https://a.example", URL: "https://b.example/", Via: via, Method: &method, Headers: lists(headers), UploadListener: listener}
					needed := method == "PUT" || headers == "x-a:1" || listener && via == XHR
					preflight := SimulateFetch(call, &Server{}).Preflight()
					require.Equal(t, needed, preflight != nil, "%s %q %v %v", method, headers, via, listener)
				}
			}
		}
	}
}
