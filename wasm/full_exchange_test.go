package main

import (
	"s3cors/core"
	"s3cors/core/browser"
)

// Exchanges that have between them everything that an exchange can have. No single one has: what script can read, no
// browser prints about.

func fetched(headers core.HeaderList, preflight, response core.HeaderList) *browser.Exchange {
	call := &browser.Call{Page: "https://a.example", URL: "https://b.example/key", Method: ref("PUT"), Headers: headers}
	exchange := browser.SimulateFetch(call, &browser.Server{
		Preflight: &core.HTTPResponse{Status: 200, Headers: preflight, Body: "body"},
		Response:  &core.HTTPResponse{Status: 200, Headers: response, Body: "body"},
	})
	for _, run := range append(exchange.Browsers[:], exchange.Run) {
		for _, message := range run.Messages() {
			message.Request.Body, message.Simulation = "body", fullSimulation()
		}
	}
	return exchange
}

func allow(more ...core.HeaderField) core.HeaderList {
	return append(core.HeaderList{
		{Name: "Access-Control-Allow-Origin", Value: "*"},
		{Name: "Access-Control-Allow-Methods", Value: "*"},
		{Name: "Access-Control-Allow-Headers", Value: "*"},
	}, more...)
}

// readableExchange passes.
func readableExchange() *browser.Exchange {
	return fetched(nil, allow(), allow(core.HeaderField{Name: "ETag", Value: "x"}, core.HeaderField{Name: "Access-Control-Expose-Headers", Value: "etag"}))
}

// withheldExchange is sent, and each browser prints that its response is withheld.
func withheldExchange() *browser.Exchange {
	return fetched(nil, allow(), core.HeaderList{{Name: "ETag", Value: "x"}})
}

// differingExchange is blocked by the standard alone: the engines let a * cover Authorization.
func differingExchange() *browser.Exchange {
	return fetched(core.HeaderList{{Name: "Authorization", Value: "x"}}, allow(), allow())
}

// bareExchange has everything that is not optional, and nothing else.
func bareExchange() *browser.Exchange {
	exchange := fetched(nil, allow(), nil)
	for _, run := range append(exchange.Browsers[:], exchange.Run) {
		for _, message := range run.Messages() {
			message.Request, message.Response, message.Simulation = core.HTTPRequest{Method: "PUT"}, core.HTTPResponse{Status: 200}, nil
		}
	}
	return exchange
}
