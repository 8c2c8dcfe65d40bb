package browser

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// play is what all runs of one call have in common: the call, the server, the URLs, and what S3 has answered. The engines mostly send the
// same requests, and S3 gives the same answer to the same request.
type play struct {
	call   *Call
	server *Server
	// pageURL and callURL are those of the call; nil where they are none. The page's is nil too where its origin is said to be opaque.
	pageURL, callURL *address
	answers          []*s3.Simulation
}

func newPlay(call *Call, server *Server) *play {
	p := &play{call: call, server: server}
	if call.Page != opaque {
		p.pageURL = parseURL(call.Page, nil)
	}
	p.callURL = parseURL(call.URL, p.pageURL)
	return p
}

// simulate is S3's answer to a request.
func (p *play) simulate(request *core.HTTPRequest) *s3.Simulation {
	for _, known := range p.answers {
		if known.Request.Method == request.Method && known.Request.URL == request.URL && identical(known.Request.Headers, request.Headers) {
			return known
		}
	}
	simulation := p.server.Rules.Simulate(*request, p.server.Target)
	p.answers = append(p.answers, &simulation)
	return &simulation
}
