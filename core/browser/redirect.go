package browser

import "s3cors/core"

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
func (f *Run) redirect(message *Message, location string) failure {
	f.detail = location
	next := parseURL(location, f.url)
	if next == nil {
		return redirectUnreadable
	}
	crosses := f.cors || f.mode == corsMode && !sameOrigin(f.page, next.origin())
	late := ok
	switch {
	case !next.http:
		return redirectScheme
	case f.redirects == maxRedirects:
		return tooManyRedirects
	case next.credentials && crosses:
		if late = redirectCredentials; f.cors || f.quirks&checksRedirectsLate == 0 {
			return late
		}
	case next.credentials && f.quirks&noCredentialsInURL != 0 && !listed("xhr form beacon", item(vias, int(f.via))) &&
		(f.mode != sameOriginMode || sameOrigin(f.page, next.origin())):
		return blockedCredentials
	case f.body == Stream && message.Response.Status != 303:
		return redirectOfStream
	case f.cors && f.quirks&checksRedirectsLate != 0 && f.call.Credentials != "omit" && sameOrigin(f.page, f.first.origin()):
		include := f.include
		f.include = true
		late = f.checkCORS(message)
		f.include = include
	}
	here := f.url
	f.follow(next, message.Response.Status, crosses)
	if late != ok {
		f.cors = true
		if why := f.preflight(); why != ok {
			return why
		}
		f.url, f.detail = here, location
	}
	return late
}

// follow makes the request that of the next URL.
func (f *Run) follow(next *address, status int, crosses bool) {
	from, to := f.url.origin(), next.origin()
	f.redirects++
	f.crossed = !sameOrigin(from, to)
	if f.quirks&redirectsAnew != 0 && listed("fetch xhr beacon", item(vias, int(f.via))) {
		f.startAnew(status)
	} else {
		f.becomeGET(status, crosses)
	}
	if f.quirks&clientHints != 0 && !sameOrigin(f.page, to) {
		removeHeaders(&f.headers, chromeHints)
	}
	if f.crossed {
		removeHeaders(&f.headers, "authorization")
		// The call left an origin that is not the page's (F #concept-request-tainted-origin).
		f.tainted = f.tainted || !sameOrigin(f.page, from) || f.mode != corsMode && f.quirks&nullOutsideCORS != 0 ||
			f.mode == navigateMode && f.quirks&nullOfNavigations != 0
	}
	f.url = next
}

// becomesGET says whether a redirect makes a request with the method one with GET (F #http-redirect-fetch).
func becomesGET(method string, status int) bool {
	return status <= 302 && method == "POST" || status == 303 && takesBody(method)
}

// becomeGET makes another request a GET without a body where the status says so. Safari sends the body's headers again after a later redirect
// (seen in WebKitGTK).
//
//go:noinline
func (f *Run) becomeGET(status int, crosses bool) {
	switch {
	case becomesGET(f.method, status):
		f.method, f.body = "GET", NoBody
		f.bodyHeaders = nil
		for i := range f.headers {
			if field := &f.headers[i]; listed(bodyHeaders, core.Lower(field.Name)) {
				f.bodyHeaders.Add(field.Name, field.Value)
			}
		}
		removeHeaders(&f.headers, bodyHeaders)
	case f.engine == Safari && (status >= 307 || crosses):
		f.sendAgain(crosses)
	}
	if f.engine == Safari && f.mode == noCORSMode && f.crossed && !f.tainted && sameOrigin(f.page, f.url.origin()) {
		f.bodyHeaders = nil // it leaves the page's origin for the first time: seen to send nothing again after that
	}
}

// sendAgain adds what an earlier redirect took away together with the body: where CORS makes the request anew all of it, and elsewhere, by a
// redirect that keeps the method, the type alone (seen in WebKitGTK).
func (f *Run) sendAgain(all bool) {
	for i := range f.bodyHeaders {
		if field := &f.bodyHeaders[i]; all || core.EqualFold(field.Name, "Content-Type") {
			addMissing(&f.headers, field.Name, field.Value)
		}
	}
}

const bodyHeaders = "content-encoding content-language content-location content-type"
