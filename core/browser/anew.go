package browser

import "s3cors/core"

// The headers of redirected requests in Firefox, where each is made of what script gave, and not of the request before
// (seen in Firefox 153; testdata/engines/journeys.json).

// given are the method of the first request and its headers as script set them, of fetch() with the type of its body.
type given struct {
	method  string
	headers core.HeaderList
}

// keepGiven takes down what the first request is, and whether its headers need a preflight.
func (f *Run) keepGiven() {
	f.given.method = f.method
	addAll(&f.given.headers, f.headers)
	if f.typed && f.via != Fetch && f.quirks&redirectsAnew != 0 {
		removeHeaders(&f.given.headers, "content-type")
	}
	f.reasons = appendIf(nil, f.unsafe && len(f.unsafeNamesOf(f.given.headers)) > 0, unsafeHeaders)
}

// startAnew follows a redirect with the given headers. It leaves out those of the body from the request if it would have made a GET of the
// first method, and from what a preflight names if it made one of the last; and Authorization from both on the way to another origin.
func (f *Run) startAnew(status int) {
	becomes := becomesGET(f.method, status)
	contentType, typed := header(&f.headers, "Content-Type")
	f.headers = nil
	addAll(&f.headers, f.given.headers)
	if becomesGET(f.given.method, status) {
		removeHeaders(&f.headers, bodyHeaders)
	}
	if becomes {
		f.method, f.body = "GET", NoBody
	} else if typed && f.body != NoBody {
		addMissing(&f.headers, "Content-Type", contentType)
	}
	named := core.HeaderList{}
	addAll(&named, f.given.headers)
	if contentType, typed = header(&f.headers, "Content-Type"); typed {
		addMissing(&named, "Content-Type", contentType)
	}
	if listed(safelistedMethods, f.method) && !f.listener && len(f.unsafeNamesOf(named)) == 0 {
		return // a preflight that there is all the same names what the one before did
	}
	if becomes {
		removeHeaders(&named, bodyHeaders)
	}
	if f.crossed {
		removeHeaders(&named, "authorization")
	}
	f.judged = named
}
