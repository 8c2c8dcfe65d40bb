package main

import "s3cors/core"

// preflight writes PreflightRequest. A header that the request lacks is left out.
func (e *encoder) preflight(name string, request *core.PreflightRequest) {
	e.open(name, "{")
	e.optional("origin", request.Origin)
	e.optional("method", request.Method)
	e.optional("headers", request.Headers)
	e.close("}")
}

// request writes HTTPRequest.
func (e *encoder) request(name string, request *core.HTTPRequest) {
	e.open(name, "{")
	e.text("method", request.Method)
	e.optionalText("url", request.URL)
	e.headers(request.Headers)
	e.optionalText("body", request.Body)
	e.close("}")
}

// response writes the members of HTTPResponse.
func (e *encoder) response(response *core.HTTPResponse) {
	e.number("status", int64(response.Status))
	e.headers(response.Headers)
	e.optionalText("body", response.Body)
}

// headers writes a list of pairs, which keeps order and repetition.
func (e *encoder) headers(headers core.HeaderList) {
	e.open("headers", "[")
	for i := range headers {
		e.open("", "[")
		e.text("", headers[i].Name)
		e.text("", headers[i].Value)
		e.close("]")
	}
	e.close("]")
}
