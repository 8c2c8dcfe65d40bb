package main

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// payload is what JavaScript has sent: numbers and texts, in the order in which an operation reads them (package
// comment, Payloads). The loader has checked them. Whatever else comes is read as something or panics, and nothing is
// read beyond the end.
type payload struct {
	text string
	at   int
	_    [0]func() // never compared: saves the function that would do it
}

// number reads decimal digits up to a semicolon. Without digits it is -1, which stands for what is absent.
//
//go:noinline
func (p *payload) number() int {
	number := -1
	for p.at < len(p.text) {
		b := p.text[p.at]
		p.at++
		if b == ';' {
			break
		}
		number = max(number, 0)*10 + int(b-'0')
	}
	return number
}

// optional reads a text, behind its length in bytes. It is nil where it is absent.
//
//go:noinline
func (p *payload) optional() *string {
	size := p.number()
	if size < 0 {
		return nil
	}
	text := p.text[p.at : p.at+size]
	p.at += size
	return &text
}

// string reads a text that is always there.
//
//go:noinline
func (p *payload) string() string {
	if text := p.optional(); text != nil {
		return *text
	}
	return ""
}

// headers reads a HeaderList: how many there are, then names and values.
//
//go:noinline
func (p *payload) headers() (headers core.HeaderList) {
	for count := p.number(); count > 0 && p.at < len(p.text); count-- {
		headers.Add(p.string(), p.string())
	}
	return headers
}

// preflight reads a PreflightRequest.
//
//go:noinline
func (p *payload) preflight() core.PreflightRequest {
	return core.PreflightRequest{Origin: p.optional(), Method: p.optional(), Headers: p.optional()}
}

// request reads an HTTPRequest.
func (p *payload) request() core.HTTPRequest {
	return core.HTTPRequest{Method: p.string(), URL: p.string(), Headers: p.headers(), Body: p.string()}
}

// target reads a Target.
//
//go:noinline
func (p *payload) target() s3.Target {
	return s3.Target{Missing: p.number() == 1, Resource: s3.Resource(p.string()), Status: p.number(), Headers: p.headers()}
}
