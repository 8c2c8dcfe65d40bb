package browser

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// cachedExpectation is what a case says of the cache: acao is the Access-Control-Allow-Origin of the first response, or null.
type cachedExpectation struct {
	Used   *bool           `json:"used"`
	Reason string          `json:"reason"`
	Cure   *bool           `json:"cure"`
	ACAO   json.RawMessage `json:"acao"`
}

func (e *expectation) holdCached(o *found, exchange *Exchange) {
	if e.Cached == nil {
		return
	}
	cached := exchange.Cached()
	if string(e.Cached) == "null" || cached == nil {
		o.compare("a cache has a part", string(e.Cached) != "null", cached != nil)
		return
	}
	var expects cachedExpectation
	if err := decodeStrictly(e.Cached, &expects); err != nil {
		o.compare("cached", "readable", err.Error())
		return
	}
	if expects.Used != nil {
		o.compare("the kept response is used", *expects.Used, cached.Used)
	}
	if expects.Reason != "" {
		o.compare("reason of the cache", expects.Reason, cached.Reason())
	}
	if expects.Cure != nil {
		o.compare("there is a cure", *expects.Cure, len(cached.Cure()) > 0)
	}
	if expects.ACAO != nil {
		acao := "null"
		if value, there := header(&cached.First.Response.Headers, "Access-Control-Allow-Origin"); there {
			acao = quoted(&value)
		}
		o.compare("Access-Control-Allow-Origin of the first response", string(expects.ACAO), acao)
	}
}

// Every case of a cache, played without one, is an exchange in which no cache has a part.
func TestWithoutACacheNothingIsCached(t *testing.T) {
	for _, file := range readSuites(t) {
		for i := range file.Cases {
			if c := &file.Cases[i]; c.Call != nil && c.Answer == nil {
				server := c.Server.server()
				server.Cache = NoCache
				exchange := SimulateFetch(c.Call.call(), server)
				for _, message := range exchange.Messages() {
					require.Nil(t, message.Cached, c.ID)
				}
			}
		}
	}
}

// What a cache does, whatever the call, the server and what came first.
func FuzzCached(f *testing.F) {
	const allow = "access-control-allow-origin:*\naccess-control-allow-methods:PUT\naccess-control-allow-headers:x-a"
	f.Add("https://a.example", "https://b.example/k", "", "", "", "", allow, "", uint8(1), "", "")
	f.Add("https://a.example", "https://b.example/k", "PUT", "x-a:1", "", allow, allow, "", uint8(2), "", "")
	f.Add("https://a.example", "https://b.example/k", "PUT", "x-a:1", "", allow, "x-b:1", "", uint8(2), "", "")
	f.Add("https://a.example", "https://b.example/k", "HEAD", "", "\x00\x00\x02", "", "access-control-allow-origin:https://a.example", "", uint8(4), "https://a.example", "cache-control:no-store")
	f.Add("https://a.example", "https://b.example/k", "HEAD", "", "\x00\x00\x02", "", "access-control-allow-origin:https://a.example", "", uint8(4), "https://a.example", "x-a:1")
	f.Add("https://a.example", "https://b.example/k", "GET", "", "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01", "", "https://a.example https://c.example", "", uint8(3), "https://c.example", "")
	f.Add("https://a.example", "https://b.example/k", "HEAD", "range:bytes=0-1", "\x00\x00\x02", "", "access-control-allow-origin:https://a.example\nvary:Accept", "", uint8(4), "https://a.example", "cache-control:no-store")
	f.Fuzz(func(t *testing.T, page, url, method, headers, choices, preflight, response, redirect string, by uint8, origin, first string) {
		call, server := fuzzed(page, url, method, headers, choices, preflight, response, redirect)
		plain := SimulateFetch(call, server)
		server.Cache = Cache(by % 5)
		if origin != "" {
			server.FirstOrigin = &origin
		}
		keyed := server.Cache == KeyedCDN && server.S3 && first == ""
		if first != "" {
			server.FirstResponse = &core.HTTPResponse{Status: 200, Headers: lists(first)}
		}
		exchange := SimulateFetch(call, server)
		// Without a cache nothing changes, nor with Origin in the key before S3, which answers by Origin. A given response stays the
		// same whatever the Origin, so that it is kept as it is.
		if server.Cache == NoCache || keyed {
			require.Equal(t, plain.Reason(), exchange.Reason())
			for _, browser := range Browsers {
				require.Equal(t, plain.Browsers[browser].Console(), exchange.Browsers[browser].Console())
			}
		}
		if server.Cache == NoCache {
			require.Equal(t, plain.Steps(), exchange.Steps())
			require.Nil(t, exchange.Cached())
		}
		for _, run := range append(exchange.Browsers[:], exchange.Run) {
			holdRun(t, call, run)
			holdCachedRun(t, run, plain.Run)
		}
	})
}

func holdCachedRun(t *testing.T, run, plain *Run) {
	cached := run.Cached()
	if cached == nil {
		return
	}
	require.NotEmpty(t, cached.Why())
	require.Equal(t, cached.Spoiled, len(cached.Cure()) > 0)
	message := run.last()
	if cached.Used {
		require.Contains(t, []string{"GET", "HEAD"}, message.Request.Method)
		require.Equal(t, cached.First.Response.Status, message.Response.Status)
		// But for X-Cache, it is what was kept.
		for i, field := range cached.First.Response.Headers {
			require.Equal(t, field, message.Response.Headers[i])
		}
	}
	require.True(t, cached.by == CDN || !message.IsPreflight())
	if cached.by == CDN && !cached.Used {
		if cached.why == methodRefused {
			require.Empty(t, message.Response.Headers)
		} else {
			require.Equal(t, cached.First.Response.Headers, message.Response.Headers)
		}
	}
	// A cure is only named for a response that would pass without the cache: of a preflight that is refused, the server's own answer;
	// what follows on it may fail all the same. Redirects may have led elsewhere before.
	if cached.Spoiled && run.redirects == 0 && run.engine == standard {
		asked := plain.last()
		if message.IsPreflight() {
			asked = plain.Messages()[0]
		}
		require.Equal(t, message.IsPreflight(), asked.IsPreflight())
		require.NotContains(t, []string{"acao-missing", "acao-mismatch", "acao-wildcard-with-credentials", "acac-not-true"}, asked.Reason)
	}
}

// The response that is given stays as it is, however often it goes through a CDN.
func TestTheGivenResponseIsNotChanged(t *testing.T) {
	headers, origin := make(core.HeaderList, 0, 4), "https://a.example"
	headers.Add("Access-Control-Allow-Origin", "*")
	server := &Server{Response: &core.HTTPResponse{Status: 200, Headers: headers}, Cache: KeyedCDN, FirstOrigin: &origin}
	exchange := SimulateFetch(&Call{Page: origin, URL: "https://b.example/"}, server)
	require.Equal(t, "Hit from cloudfront", exchange.Actual().Response.Headers[1].Value)
	require.Empty(t, headers[:2][1])
}
