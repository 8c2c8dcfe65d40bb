package main

import (
	"s3cors/core"
	"s3cors/core/browser"
)

func simulateFetch(p *payload, to *encoder) {
	source := to.takeSource(p)
	call := p.call()
	server := browser.Server{Redirects: p.redirects(), Cache: browser.Cache(p.number()), FirstOrigin: p.optional(), FirstResponse: p.response()}
	if server.S3 = p.number() == 1; server.S3 {
		server.Rules, server.Target = source.compile(), p.target()
	} else {
		server.Preflight, server.Response = p.response(), p.response()
	}
	to.exchange(browser.SimulateFetch(call, &server))
}

// call reads a FetchCall.
func (p *payload) call() *browser.Call {
	call := &browser.Call{
		Page: p.string(), URL: p.string(), Via: browser.ParseVia(p.string()), Method: p.optional(), Headers: p.headers(),
		Credentials: p.string(), Mode: p.string(), Body: browser.ParseBody(p.string()),
	}
	if blobType := p.optional(); blobType != nil {
		call.Body, call.BodyType = browser.Blob, *blobType
	}
	call.CrossOrigin, call.UploadListener = p.optional(), p.number() == 1
	return call
}

// redirects reads a list of Redirect.
func (p *payload) redirects() (redirects []browser.Redirect) {
	for count := p.number(); count > 0 && p.at < len(p.text); count-- {
		redirects = append(redirects, browser.Redirect{Status: p.number(), Location: p.string(), Headers: p.headers(), Preflight: p.response()})
	}
	return redirects
}

// response reads an HTTPResponse, which may be absent.
//
//go:noinline
func (p *payload) response() *core.HTTPResponse {
	status := p.number()
	if status < 0 {
		return nil
	}
	return &core.HTTPResponse{Status: status, Headers: p.headers(), Body: p.string()}
}
