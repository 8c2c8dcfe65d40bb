package browser

import "s3cors/core"

// safelistedResponseHeaders can always be read (F #cors-safelisted-response-header-name). WebKit counts Accept too, which
// no response carries (W HTTPParsers.cpp isCrossOriginSafeHeader).
const safelistedResponseHeaders = "cache-control content-language content-length content-type expires last-modified pragma"

// Headers are the names of the actual response's headers in lower case, sorted: those that script can read, and
// the others.
func (f *Run) Headers() (readable, hidden []string) {
	actual := f.Actual()
	if actual == nil {
		return nil, nil
	}
	headers := &actual.Response.Headers
	// An element and a beacon give script no headers at all.
	some := f.why == ok && f.via <= XHR
	// One item that is no token voids the whole list (web-platform-tests cors/resources/access-control-expose-headers.json).
	exposed, _ := names(headers, "Access-Control-Expose-Headers")
	exposed = sorted(exposed)
	all := !f.cors || !f.include && holds(exposed, "*")
	for i := range *headers {
		name := core.Lower((*headers)[i].Name)
		// F #forbidden-response-header-name
		if some && !listed("set-cookie set-cookie2", name) && (all || listed(safelistedResponseHeaders, name) || holds(exposed, name)) {
			readable = appendText(readable, name)
		} else {
			hidden = appendText(hidden, name)
		}
	}
	return once(sorted(readable)), once(sorted(hidden))
}
