package browser

import "s3cors/core"

// The headers of redirected requests in Firefox, where each is made of the first one, and not of the request before
// (seen in Firefox 153; testdata/engines/journeys.json).

// firstRequest are the method and the headers with which a call begins, in Firefox without the type that XMLHttpRequest and beacons give the body.
type firstRequest struct {
	method  string
	headers core.HeaderList
}

// keepFirst takes down what the first request is, and whether those headers need a preflight.
func (f *Run) keepFirst() {
	f.firstRequest.method = f.method
	addAll(&f.firstRequest.headers, f.headers)
	if f.typed && f.via != Fetch && f.quirks&redirectsAnew != 0 {
		removeHeaders(&f.firstRequest.headers, "content-type")
	}
	f.reasons = appendIf(nil, f.unsafe && len(f.unsafeNamesOf(f.firstRequest.headers)) > 0, unsafeHeaders)
}

// startAnew follows a redirect with the headers of the first request. It leaves out those of the body from the request if it would have made a GET of the
// first method, and from what a preflight names if it made one of the last; and Authorization from both on the way to another origin.
func (f *Run) startAnew(status int) {
	becomes := becomesGET(f.method, status)
	contentType, there := header(&f.headers, "Content-Type")
	f.headers = nil
	addAll(&f.headers, f.firstRequest.headers)
	if becomesGET(f.firstRequest.method, status) {
		removeHeaders(&f.headers, bodyHeaders)
	}
	if becomes {
		f.method, f.body = "GET", NoBody
	} else if there && f.body != NoBody {
		addMissing(&f.headers, "Content-Type", contentType)
	}
	named := core.HeaderList{}
	addAll(&named, f.firstRequest.headers)
	if contentType, there = header(&f.headers, "Content-Type"); there {
		addMissing(&named, "Content-Type", contentType)
	}
	if listed(safelistedMethods, f.method) && !f.listener && len(f.unsafeNamesOf(named)) == 0 {
		return // a preflight that follows for the earlier reasons names the same headers as the last one
	}
	if becomes {
		removeHeaders(&named, bodyHeaders)
	}
	if f.crossed {
		removeHeaders(&named, "authorization")
	}
	f.judged = named
}
