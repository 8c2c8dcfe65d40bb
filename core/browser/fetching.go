package browser

import "s3cors/core"

// mode is the request's mode, as its place in modes (F #concept-request-mode).
type mode int8

const (
	corsMode mode = iota
	noCORSMode
	sameOriginMode
	navigateMode
)

const modes = "cors no-cors same-origin navigate"

// Run is one call on its way, as one engine or the standard has it.
type Run struct {
	*play
	engine Browser
	quirks quirk

	via  Via
	body Body
	mode mode
	// include is the credentials mode "include".
	include bool
	// unsafe is the unsafe-request flag (F #unsafe-request-flag), listener the use-CORS-preflight flag by an upload listener.
	unsafe   bool
	listener bool
	// cors is the response tainting "cors", tainted the redirect-tainted origin.
	cors    bool
	tainted bool
	// sent: the last request has an Origin header. crossed: the last redirect led to another origin.
	sent    bool
	crossed bool
	// settings is the index of headers, where script's settings of a name are one.
	settings fieldIndex
	// reasons are those of the last preflight. Before the first, they are there if the headers of firstRequest need one.
	reasons []string
	// judged are the headers that preflights name, where they are not those of the current request.
	judged       core.HeaderList
	firstRequest firstRequest
	// typed: the Content-Type is that of the body.
	typed bool
	// typeGiven is the author's Content-Type before its charset was set, where that is what is judged (seen in Firefox).
	typeGiven string
	// bodyHeaders are those that a redirect took away together with the body.
	bodyHeaders core.HeaderList
	why         failure

	method  string
	headers core.HeaderList
	// page is the serialised origin of the page.
	page   string
	origin string
	// detail is the value that the failure is about: a header's name, a token, a URL.
	detail string
	// first is the URL with which the call began, url the current one.
	first, url *address
	// redirects counts those that were followed.
	redirects int
	messages  []*Message
}

// newRun begins with the defaults. A way that is none counts as fetch().
func newRun(of *play, engine Browser) *Run {
	f := &Run{play: of, engine: engine, quirks: quirks[engine], method: "GET", page: opaque, via: of.call.Via}
	if f.via > Beacon {
		f.via = Fetch
	}
	return f
}

// begin makes the request and fetches it.
func begin(of *play, engine Browser) *Run {
	f := newRun(of, engine)
	if f.why = f.prepare(); f.why == ok {
		f.keepFirst()
		if f.quirks&asksForFirstHeaders != 0 {
			addAll(&f.judged, f.headers)
		}
		f.why = f.fetch()
	}
	return f
}

//go:noinline
func (f *Run) reason(why failure) string {
	if why == headerNotAllowed {
		return reasons[why].code + ":" + f.detail
	}
	return reasons[why].code
}

// fetch is F #main-fetch, once for each URL of the call.
func (f *Run) fetch() failure {
	for {
		own := sameOrigin(f.page, f.url.origin()) && !f.cors
		switch {
		// F #scheme-fetch: both are answered without a request, a blob to a GET of an origin's own page.
		case core.HasPrefix(f.url.href, "data:") && !own && f.mode != navigateMode, own && f.method == "GET" && core.HasPrefix(f.url.href, "blob:"):
			return ok
		case own, f.mode == navigateMode:
		case f.mode == sameOriginMode:
			return otherOrigin
		case f.mode == corsMode:
			f.cors = true
		}
		if !f.url.http {
			return schemeNotHTTP
		}
		if f.cors {
			if why := f.preflight(); why != ok {
				return why
			}
		}
		if f.body == Stream && f.quirks&streamsNeedHTTP2 != 0 && (f.server.S3 || !core.HasPrefix(f.url.href, "https:")) {
			return streamNeedsHTTP2
		}
		f.setOrigin()
		message := f.send(f.method, nil)
		if f.cors {
			message.why = f.checkCORS(message)
		}
		location, redirected := redirectLocation(message)
		if message.why == ok && redirected {
			message.why = f.redirect(message, location)
		}
		message.Reason = f.reason(message.why)
		if message.why != ok {
			return message.why
		}
		if !redirected {
			return f.tainting(own)
		}
	}
}

// tainting is what script gets of a response that passed (F #main-fetch, response tainting).
func (f *Run) tainting(own bool) failure {
	switch {
	case f.mode == navigateMode:
		return navigation
	case f.via == Beacon:
		return beacon
	case f.mode == noCORSMode && f.via != Font && (!own || f.tainted):
		return opaqueResponse
	}
	return ok
}

// send gives a request to the server and keeps both. A preflight has reasons, the actual request has none.
func (f *Run) send(method string, reasons []string) *Message {
	message := new(Message)
	message.url, message.Reasons, message.Checked = f.url, reasons, f.cors
	request := &message.Request
	request.Method, request.URL = method, f.url.href
	f.addHeaders(&request.Headers, reasons)
	f.keep(message)

	server, given := f.server, f.server.Response
	if reasons != nil && server.Preflight != nil || given == nil {
		given = server.Preflight
	}
	if f.redirects < len(server.Redirects) {
		redirect := &server.Redirects[f.redirects]
		if given = redirect.Preflight; given == nil || reasons == nil {
			message.Response.Status = redirect.Status
			if redirect.Location != "" {
				message.Response.Headers.Add("Location", redirect.Location)
			}
			addAll(&message.Response.Headers, redirect.Headers)
			return message
		}
		message.Response = *given
		return message
	}
	f.answer(message, given)
	return message
}

//go:noinline
func (f *Run) keep(message *Message) { f.messages = append(f.messages, message) }

// last is the last message, or nil.
//
//go:noinline
func (f *Run) last() *Message {
	if len(f.messages) == 0 {
		return nil
	}
	return f.messages[len(f.messages)-1]
}

// addHeaders writes the headers of a preflight (F #cors-preflight-fetch) or of the actual request
// (F #concept-http-network-or-cache-fetch), in the order in which the standard appends them.
func (f *Run) addHeaders(to *core.HeaderList, reasons []string) {
	accept := accepts[f.via]
	if reasons != nil {
		to.Add("Accept", "*/*")
		to.Add("Access-Control-Request-Method", f.method)
		if names := f.unsafeNames(); names != nil {
			to.Add("Access-Control-Request-Headers", core.Join(names, ","))
		}
	} else {
		addAll(to, f.headers)
		if f.quirks&repeatsNames != 0 {
			keepOne(to, "content-type", f.body != NoBody && f.redirects == 0)
			keepOne(to, "authorization", false)
		}
		addMissing(to, "Accept", accept)
	}
	if f.sent {
		to.Add("Origin", f.origin)
	}
	if reasons != nil || f.via != Fetch {
		return
	}
	// What a cache mode adds comes after the decision about a preflight.
	switch indexOf("no-cache no-store reload", f.call.Cache) {
	case 0:
		addMissing(to, "Cache-Control", "max-age=0")
	case 1, 2:
		addMissing(to, "Pragma", "no-cache")
		addMissing(to, "Cache-Control", "no-cache")
	}
}

//go:noinline
func addAll(to *core.HeaderList, fields core.HeaderList) {
	for i := range fields {
		to.Add(fields[i].Name, fields[i].Value)
	}
}

//go:noinline
func addMissing(headers *core.HeaderList, name, value string) {
	if _, there := header(headers, name); !there {
		headers.Add(name, value)
	}
}

// keepOne takes out all settings of a header but the first or the last.
//
//go:noinline
func keepOne(headers *core.HeaderList, name string, first bool) {
	value, count := "", 0
	for i := range *headers {
		if field := &(*headers)[i]; core.EqualFold(field.Name, name) {
			if count++; count == 1 || !first {
				value = field.Value
			}
		}
	}
	if count > 1 {
		removeHeaders(headers, name)
		headers.Add(name, value)
	}
}

// accepts are the Accept headers that the browser adds (F #fetching, "Accept").
var accepts = [...]string{
	Fetch: "*/*", XHR: "*/*", Script: "*/*", Font: "*/*", Media: "*/*", Beacon: "*/*",
	Image:      "image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
	Stylesheet: "text/css,*/*;q=0.1",
	Form:       "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
}
