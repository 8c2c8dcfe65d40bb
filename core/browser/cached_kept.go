package browser

import "s3cors/core"

// The status codes of responses that are kept though they say no age, to which a cache makes one up.
const (
	// heuristic are all that RFC 9110, section 15.1, calls heuristically cacheable.
	heuristic = "200 203 204 206 300 301 308 404 405 410 414 501"
	// heuristicInBrowsers are those of them with which Chrome and Firefox do so, and Safari even without Last-Modified
	// (C http_response_headers.cc GetFreshnessLifetimes; G nsHttpResponseHead.cpp ComputeFreshnessLifetime;
	// W CacheValidation.cpp computeFreshnessLifetimeForHTTPFamily).
	heuristicInBrowsers = "200 203 204 206 300 301 308 410"
	// keptByFirefox are those that Firefox gives without asking, whatever age they say (G nsHttpResponseHead.cpp MustValidate).
	keptByFirefox = "200 203 204 206 300 301 302 303 307 308 410"
)

// keeps says whether a cache keeps a response and may give it to another request unasked, as long as it is fresh (R sections 3 and
// 4.2): no directive forbids that, and it says an age or is one of those to which a cache may make one up.
func (f *Run) keeps(first *Message, by Cache) bool {
	response := &first.Response
	control, _ := header(&response.Headers, "Cache-Control")
	expires, _ := header(&response.Headers, "Expires")
	_, modified := header(&response.Headers, "Last-Modified")
	never, ages := "no-store no-cache max-age=0", "max-age="
	if by != BrowserCache {
		never, ages = "no-store no-cache max-age=0 private", "max-age= s-maxage="
	}
	status := core.Itoa(response.Status)
	single := by == BrowserCache && f.engine != standard
	switch {
	// R section 3: the status is final; section 4.3.4: a 304 only brings another response up to date.
	case mentions(control, never), response.Status < 200, response.Status == 304,
		single && f.engine == Firefox && !listed(keptByFirefox, status):
		return false
	case mentions(control, ages), core.IndexText(expires, " GMT") > 0: // R section 5.3: any other Expires is in the past
		return true
	case first.Simulation != nil && response.Status >= 400: // errors of S3 have no Last-Modified, so that none is made up (seen)
		return false
	case single && !(f.engine == Safari && modified):
		return listed(heuristicInBrowsers, status)
	}
	return listed(heuristic, status) || !single && mentions(control, "public") // R section 4.2.2
}

// covers says whether a kept response holds what a request asks for: a 206 does for one Range in its Content-Range, and never for
// the whole (R section 3.3).
func (m *Message) covers(request *core.HTTPRequest) bool {
	if m.Response.Status != 206 {
		return true
	}
	asked, _ := header(&request.Headers, "Range")
	held, _ := header(&m.Response.Headers, "Content-Range")
	unit, asked, _ := core.Cut(core.Lower(asked), '=')
	heldUnit, held, _ := core.Cut(core.Lower(held), ' ')
	from, to, _ := core.Cut(asked, '-')
	held, size, _ := core.Cut(held, '/')
	heldFrom, heldTo, _ := core.Cut(held, '-')
	start, end, heldStart, heldEnd := parseNumber(from), parseNumber(to), parseNumber(heldFrom), parseNumber(heldTo)
	if to == "" {
		end = parseNumber(size) - 1
	}
	return unit == "bytes" && heldUnit == "bytes" && heldStart >= 0 && start >= heldStart && end >= start && end <= heldEnd
}
