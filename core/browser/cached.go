package browser

import "s3cors/core"

// Of the texts about caches, R is HTTP Caching, RFC 9111, and A the Amazon CloudFront Developer Guide, by its page. "Seen" is what
// Chromium 156, Firefox 153 ESR and WebKitGTK 2.50.6 did with an image that an <img> had loaded first.

// Cache is what lies between the page and the server, and keeps responses.
type Cache uint8

// The caches. The zero Cache is none.
const (
	NoCache Cache = iota
	// BrowserCache is the HTTP cache of the browser.
	BrowserCache
	// CDN takes GET and HEAD alone, and does not pass Origin on: CloudFront with the managed cache policy CachingOptimized and nothing else.
	CDN
	// ForwardingCDN takes all methods and passes Origin on, which is not in its cache key: with the managed origin request policy
	// CORS-S3Origin besides.
	ForwardingCDN
	// KeyedCDN takes all methods and has Origin in its cache key, so that it passes it on.
	KeyedCDN
)

// caches are their names in the API.
const caches = "none browser cdn cdn-forward cdn-origin"

// Cached is what a cache made of a request.
type Cached struct {
	// First is the request for the same URL that came first, and the response to it. What is kept is taken to be fresh still.
	First Message
	// Used says that the kept response answers the request.
	Used bool
	// Spoiled says that the call fails because of the cache: what the server itself answers would pass.
	Spoiled bool

	by  Cache
	why reuse
}

// By is the API's name of the cache.
func (c *Cached) By() string { return item(caches, int(c.by)) }

// Reason is the code of why the kept response is used, or not.
func (c *Cached) Reason() string { return reuses[c.why].code }

// Why says it in words.
func (c *Cached) Why() string { return reuses[c.why].words }

// answer is the server's, or that of the cache before it. given is the response of a server that is not S3.
func (f *Run) answer(message *Message, given *core.HTTPResponse) {
	by := f.server.Cache
	f.reach(message, given)
	// R section 4: only GET and HEAD are answered from what is kept. The first kind of CDN refuses all others
	// (A Troubleshooting, "HTTP 403 status code").
	get := listed("GET HEAD", message.Request.Method)
	// What a kept redirect leads to is another URL, of which nothing is kept.
	if by == NoCache || by != CDN && !get || f.redirects > len(f.server.Redirects) {
		return
	}
	passes := !f.cors || f.checkCORS(message) == ok
	cached := new(Cached)
	message.Cached = cached
	cached.by = by
	first := &cached.First
	f.comeFirst(first, &message.Request)
	from := first
	if get {
		if cached.why = f.reuse(message, cached); cached.why < sameURL {
			return
		}
	} else {
		from = new(Message)
		from.Response.Status = 403
	}
	message.Simulation, message.Response = from.Simulation, from.Response
	cached.Spoiled = passes && (!get || f.cors && f.checkCORS(message) != ok)
	// As CloudFront says it (seen in mozilla/addons 12155). The list may be the server's own, which stays as it is.
	if cached.Used && by != BrowserCache {
		message.Response.Headers = nil
		addAll(&message.Response.Headers, from.Response.Headers)
		message.Response.Headers.Add("X-Cache", "Hit from cloudfront")
	}
}

// reach lets the server itself answer: by the response that is given, or as S3 does.
func (p *play) reach(m *Message, given *core.HTTPResponse) {
	if p.server.S3 && given == nil {
		m.Simulation = p.simulate(&m.Request)
		given = &m.Simulation.Response.HTTPResponse
	}
	m.Response.Status = 200
	if given != nil {
		m.Response = *given
	}
}

// comeFirst makes the message that came before a request: that of an <img>, unless the server says another Origin. CloudFront is taken
// to keep the answers to HEAD apart, since nothing is known of how it would make one of a GET.
func (p *play) comeFirst(m *Message, request *core.HTTPRequest) {
	server := p.server
	m.Request.Method, m.Request.URL = "GET", request.URL
	if server.Cache > CDN {
		m.Request.Method = request.Method
	}
	via, origin := Image, server.FirstOrigin
	if origin != nil {
		if via = Fetch; server.Cache != CDN {
			m.Request.Headers.Add("Origin", *origin)
		}
	}
	m.Request.Headers.Add("Accept", accepts[via])
	given := server.FirstResponse
	if given == nil {
		given = server.Response
	}
	if given == nil {
		given = server.Preflight
	}
	p.reach(m, given)
}
