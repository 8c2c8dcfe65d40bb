package browser

import "s3cors/core"

// The reasons for a preflight.
const (
	methodNotSafelisted = "method-not-safelisted"
	unsafeHeaders       = "unsafe-headers"
	uploadListener      = "upload-listener" // X #the-send()-method
	streamBody          = "stream-body"     // F #dom-request
)

// preflightReasons are the reasons for which a cross-origin request in mode cors is preflighted
// (F #main-fetch, #http-fetch).
func (f *Run) preflightReasons() []string {
	reasons := appendIf(nil, f.unsafe && !listed(safelistedMethods, f.method), methodNotSafelisted)
	reasons = appendIf(reasons, f.unsafe && len(f.unsafeNames()) > 0, unsafeHeaders)
	reasons = appendIf(reasons, f.listener, uploadListener)
	return appendIf(reasons, f.body == Stream, streamBody)
}

// preflight asks first, where that is needed, and checks the answer (F #cors-preflight-fetch). The request goes to the same URL
// with its query and without credentials.
func (f *Run) preflight() failure {
	reasons := f.preflightReasons()
	if reasons == nil && f.quirks&asksAgain != 0 {
		reasons = f.reasons
	}
	if reasons == nil {
		return ok
	}
	if f.quirks&redirectsAnew != 0 && f.judged == nil {
		// From the first preflight on: what a redirect took away before it is not asked for.
		addAll(&f.judged, f.headers)
	}
	f.reasons = reasons
	f.setOrigin()
	if f.quirks&asksAsPage != 0 {
		f.origin = f.page
	}
	message := f.send("OPTIONS", reasons)
	message.why = f.checkPreflight(message)
	message.Reason = f.reason(message.why)
	if message.why == ok {
		message.setCacheSeconds()
	}
	return message.why
}

// checkPreflight holds the answer against the request. The order of the checks decides which message a browser prints.
func (f *Run) checkPreflight(message *Message) failure {
	status := message.Response.Status
	_, redirected := redirectLocation(message)
	if redirected && f.quirks&redirectBeforeOrigin != 0 {
		return preflightRedirect
	}
	statusOK := status >= 200 && status <= 299
	if f.quirks&statusBeforeOrigin != 0 && !statusOK {
		return preflightStatus
	}
	// To the page's own origin, after a redirect, it has nothing to check (G mHasBeenCrossSite; seen).
	if f.quirks&asksAsPage == 0 || !sameOrigin(f.page, message.url.origin()) {
		if why := f.checkCORS(message); why != ok {
			return why
		}
	}
	if redirected && f.quirks&redirectBeforeStatus != 0 {
		return preflightRedirect
	}
	if !statusOK {
		return preflightStatus
	}
	return f.checkLists(message)
}

// checkLists is F #cors-preflight-fetch from "Let methods be" on.
func (f *Run) checkLists(message *Message) failure {
	headers := &message.Response.Headers
	methods, token := tokens(headers, "Access-Control-Allow-Methods")
	if token != "" {
		f.detail = token
		return acamUnparsable
	}
	// Listed to the byte, or safelisted, or covered by a * where the call has no credentials. A preflight for a
	// listener or a stream alone needs no list.
	_, there := header(headers, "Access-Control-Allow-Methods")
	allowed := listed(safelistedMethods, f.method) || contains(methods, f.method) || !f.include && contains(methods, "*") ||
		!there && (f.listener || f.body == Stream) && f.quirks&listsAllMethods == 0
	if !allowed && f.quirks&methodsBeforeHeaders != 0 {
		return methodNotAllowed
	}
	names, token := names(headers, "Access-Control-Allow-Headers")
	if token != "" {
		f.detail = token
		return acahUnparsable
	}
	if !allowed {
		return methodNotAllowed
	}
	return f.checkNames(message, sorted(names))
}

// checkNames holds the names of headers against those of Access-Control-Allow-Headers, which are sorted. Authorization has to be listed by
// its name, which is a step of its own before the others (F #cors-preflight-fetch, "CORS non-wildcard request-header name"). These are
// listed in any letter case, or covered by a * where the call has no credentials.
func (f *Run) checkNames(message *Message, allowed []string) failure {
	const authorization = "authorization"
	unsafe := f.unsafeNames()
	if f.quirks&wildcardCoversAuthorization == 0 && holds(unsafe, authorization) && !holds(allowed, authorization) {
		f.detail = authorization
		return headerNotAllowed
	}
	star := !f.include && holds(allowed, "*")
	if f.quirks&namesInOrder != 0 {
		unsafe = f.inOrder(unsafe)
	}
	for _, name := range unsafe {
		if holds(allowed, name) {
			continue
		}
		if !star {
			f.detail = name
			return headerNotAllowed
		}
		if name == authorization {
			message.authorizationByWildcard++
		}
	}
	return ok
}

// inOrder gives names in the order in which WebKit keeps headers: those that it knows, then the others, each in the
// author's order (W HTTPHeaderMap.h; seen).
func (f *Run) inOrder(names []string) []string {
	var known, others []string
	headers, canonical := f.named(), core.Lower(canonicalNames)
	for i := range headers {
		name := core.Lower(headers[i].Name)
		if holds(names, name) {
			if listed(canonical, name) {
				known = appendText(known, name)
			} else {
				others = appendText(others, name)
			}
		}
	}
	for _, name := range others {
		known = appendText(known, name)
	}
	return known
}

// names are tokens in lower case.
func names(headers *core.HeaderList, name string) (list []string, unreadable string) {
	list, unreadable = tokens(headers, name)
	for i := range list {
		list[i] = core.Lower(list[i])
	}
	return list, unreadable
}

// tokens reads a list of methods or header names: several lines are one list, and empty items are skipped. One item
// that is no token makes the whole list unreadable, and is given (F #extract-header-list-values).
//
//go:noinline
func tokens(headers *core.HeaderList, name string) (list []string, unreadable string) {
	value, _ := header(headers, name)
	for more := true; more; {
		var token string
		token, value, more = core.Cut(value, ',')
		if token = core.Trim(token, " \t"); token == "" {
			continue
		}
		if !core.IsToken(token) {
			return nil, token
		}
		list = appendText(list, token)
	}
	return list, ""
}
