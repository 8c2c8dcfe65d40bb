package main

import (
	"s3cors/core"
	"s3cors/core/browser"
)

// cachedExchange is one that a CDN spoils: it has everything that a cache adds.
func cachedExchange() *browser.Exchange {
	call := &browser.Call{Page: "https://a.example", URL: "https://b.example/key", Method: ref("GET"), Headers: core.HeaderList{{Name: "X-A", Value: "1"}}}
	exchange := browser.SimulateFetch(call, &browser.Server{
		Preflight:     &core.HTTPResponse{Status: 200, Headers: allow(), Body: "body"},
		Response:      &core.HTTPResponse{Status: 200, Headers: allow(), Body: "body"},
		Cache:         browser.ForwardingCDN,
		FirstResponse: &core.HTTPResponse{Status: 200, Headers: core.HeaderList{{Name: "ETag", Value: "x"}}, Body: "body"},
	})
	for _, message := range exchange.Messages() {
		message.Request.Body, message.Simulation = "body", fullSimulation()
	}
	exchange.Cached().First.Request.Body = "body"
	return exchange
}
