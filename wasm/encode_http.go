package main

import "s3cors/core"

// preflight writes PreflightRequest. A header that the request lacks is left out.
func (e *encoder) preflight(request *core.PreflightRequest) {
	e.open("{")
	e.optional(`"origin":`, request.Origin)
	e.optional(`"method":`, request.Method)
	e.optional(`"headers":`, request.Headers)
	e.put("}")
}

// request writes the member request.
//
//go:noinline
func (e *encoder) request(request *core.HTTPRequest) {
	e.write(`"request":{"method":$"url":?`, request.Method, request.URL)
	e.headers(&request.Headers, request.Body)
	e.put("}")
}

// response writes the member response, but for its end.
//
//go:noinline
func (e *encoder) response(response *core.HTTPResponse) {
	e.write(`"response":{"status":#`, core.Itoa(response.Status))
	e.headers(&response.Headers, response.Body)
}

// headers writes a list of pairs, which keeps order and repetition, and the member body, which follows it.
//
//go:noinline
func (e *encoder) headers(list *core.HeaderList, body string) {
	headers := *list
	e.open(`"headers":[`)
	for i := range headers {
		e.write("[$$]", headers[i].Name, headers[i].Value)
	}
	e.write(`]"body":?`, body)
}
