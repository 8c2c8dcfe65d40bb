package browser

// maxRedirects is F #http-redirect-fetch, "redirect count is 20".
const maxRedirects = 20

// redirectLocation says whether a response leads on: a redirect status and a Location. A 301 without Location is
// no redirect (F #concept-response-location-url).
//
//go:noinline
func redirectLocation(message *Message) (location string, redirected bool) {
	switch message.Response.Status {
	case 301, 302, 303, 307, 308:
		return header(&message.Response.Headers, "Location")
	}
	return "", false
}

// redirect follows a Location (F #http-redirect-fetch).
func (f *Run) redirect(status int, location string) failure {
	f.detail = location
	next := parseURL(location, f.url)
	if next == nil {
		return redirectUnreadable
	}
	from, to, why := f.url.origin(), next.origin(), ok
	switch {
	case !next.http:
		why = redirectScheme
	case f.redirects == maxRedirects:
		why = tooManyRedirects
	case next.credentials && (f.cors || f.mode == corsMode && !sameOrigin(f.page, to)):
		why = redirectCredentials
	case f.body == Stream && status != 303:
		why = redirectOfStream
	default:
		f.redirects++
		if status <= 302 && f.method == "POST" || status == 303 && f.takesBody() {
			f.method, f.body = "GET", NoBody
			f.removeHeaders("content-encoding content-language content-location content-type")
		}
		if !sameOrigin(from, to) {
			f.removeHeaders("authorization")
			// The call left an origin that is not the page's (F #concept-request-tainted-origin).
			f.tainted = f.tainted || !sameOrigin(f.page, from)
		}
		f.url = next
	}
	return why
}
