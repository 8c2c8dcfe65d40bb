package browser

import "s3cors/core"

// reuse is why a kept response answers a request, from sameURL on, or does not.
type reuse uint8

const (
	methodRefused reuse = iota
	notKept
	serverAsked
	varyDiffers
	keyDiffers

	sameURL
	sameKey
	sameOriginInKey
	originDropped // whether it is kept or not
)

var reuses = [...]struct{ code, words string }{
	methodRefused:   {"method-refused", "The CDN takes GET and HEAD alone"},
	notKept:         {"not-stored", "The earlier response was not kept, or not to be used unasked"},
	serverAsked:     {"server-asked", "The call has the browser ask the server"},
	varyDiffers:     {"vary-differs", "The kept response names a header in Vary in which the two requests differ"},
	keyDiffers:      {"key-differs", "The response was kept for another Origin, which is in the cache key"},
	sameURL:         {"same-url", "An earlier response was kept for this URL, and no Vary tells the two requests apart"},
	sameKey:         {"same-key", "An earlier response was kept for this URL. Origin is not in the cache key, and Vary does not count"},
	sameOriginInKey: {"same-key-with-origin", "An earlier response was kept for this URL and Origin"},
	originDropped:   {"origin-not-forwarded", "The CDN does not pass Origin on, so the server sees no CORS request"},
}

// reuse decides whether the response to the request that came first answers a GET or HEAD.
func (f *Run) reuse(message *Message, cached *Cached) reuse {
	first, by := &cached.First, cached.by
	headers := &first.Response.Headers
	kept := f.keeps(first, by) && first.covers(&message.Request)
	names, _ := tokens(headers, "Vary")
	why, differ := sameURL, varyDiffers
	switch {
	case by == CDN:
		cached.Used = kept
		return originDropped
	case !kept:
		return notKept
	case by == ForwardingCDN: // A controlling-the-cache-key; header-caching: "By default, CloudFront doesn't consider headers"
		why, names = sameKey, nil
	case by == KeyedCDN:
		why, differ, names = sameOriginInKey, keyDiffers, []string{"Origin"}
	case f.asksServer(message):
		return serverAsked
	}
	// R section 4.1: a header has to be the same in both requests, or absent from both. "*" never is.
	for _, name := range names {
		before, had := header(&first.Request.Headers, name)
		now, has := header(&message.Request.Headers, name)
		if name == "*" || before != now || had != has {
			return differ
		}
	}
	cached.Used = true
	return why
}

// asksServer says whether a request has the browser ask the server: by a condition of the script (F #concept-http-network-or-cache-fetch),
// of which If-None-Match stands for all, or by a directive (R section 5.2.1), which a cache mode adds too. CloudFront heeds none
// (A Expiration).
//
// Two engines ask more often. Firefox keeps what came with credentials, as what an <img> loads, apart from what came without; neither it
// nor Safari takes a HEAD or a part from a whole GET, as Chrome does (all seen).
func (f *Run) asksServer(message *Message) bool {
	headers := &message.Request.Headers
	_, part := header(headers, "Range")
	_, condition := header(headers, "If-None-Match")
	control, _ := header(headers, "Cache-Control")
	return condition || mentions(control, "no-cache max-age=0") ||
		(f.engine == Firefox || f.engine == Safari) && (part || message.Request.Method == "HEAD") ||
		f.engine == Firefox && f.server.FirstOrigin == nil && !f.include
}

// mentions says whether Cache-Control has one of the directives in a list.
//
//go:noinline
func mentions(control, list string) bool {
	control = core.Lower(control)
	for more := true; more; {
		var directive string
		if directive, list, more = core.Cut(list, ' '); core.IndexText(control, directive) >= 0 {
			return true
		}
	}
	return false
}

// cures are what to do about a cache that spoils a call, each for some caches.
var cures = [...]struct {
	caches uint8
	text   string
}{
	{1 << BrowserCache, "Put crossorigin on each element that loads the URL, so that it sends Origin."},
	{1 << BrowserCache, "Call fetch() with cache: 'reload', which asks the server."},
	{1 << BrowserCache, "Add a query parameter to one of the two URLs, unless it is presigned."},
	{1 << BrowserCache, "Store the object with Cache-Control: no-cache, so that the browser asks each time."},
	{1 << BrowserCache, "Let a CDN add Vary: Origin to every response, those without CORS too."},
	{refused, "Allow OPTIONS in the cache behavior, and all methods for uploads."},
	{refused | 1<<CDN | 1<<ForwardingCDN, "Use a cache policy with Origin, Access-Control-Request-Method and Access-Control-Request-Headers in its key. " +
		"The policy CORS-S3Origin forwards them and leaves the key as it is."},
	{1<<CDN | 1<<ForwardingCDN, "Or use a response headers policy for CORS, which holds for kept responses too."},
	{1<<CDN | 1<<ForwardingCDN | 1<<KeyedCDN, "Invalidate what the CDN has kept."},
}

const refused = 1 << NoCache

// Cure says what to do, each in the imperative, where the cache spoils the call.
func (c *Cached) Cure() (texts []string) {
	which := uint8(1) << c.by
	if c.why == methodRefused {
		which = refused
	}
	for i := range cures {
		if c.Spoiled && cures[i].caches&which != 0 {
			texts = appendText(texts, cures[i].text)
		}
	}
	return texts
}
