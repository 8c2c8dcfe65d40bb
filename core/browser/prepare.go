package browser

import "s3cors/core"

// prepare makes the request that the page asks for, or says why the page gets an exception at once.
func (f *Run) prepare() failure {
	call, url := f.call, f.callURL
	f.include = call.Credentials == "include"
	if call.Page != opaque {
		if f.pageURL == nil {
			return pageUnreadable
		}
		// H #attr-iframe-sandbox-allow-same-origin
		if call.Sandbox == nil || listed(core.Lower(*call.Sandbox), "allow-same-origin") {
			f.page = f.pageURL.origin()
		}
	}
	if url == nil {
		return urlUnreadable
	}
	f.first, f.url = url, url
	switch f.via {
	case Fetch, XHR:
		return f.prepareScript()
	case Form:
		// A form is a navigation with GET or POST (H #form-submission-algorithm). A POST policy upload to S3 by a form
		// needs no CORS.
		f.mode, f.include = navigateMode, true
		if call.Method != nil && core.EqualFold(*call.Method, "POST") {
			f.post(URLEncoded)
		}
	case Beacon:
		if why := f.prepareBeacon(); why != ok {
			return why
		}
	default:
		// No crossorigin attribute is mode no-cors with credentials; use-credentials in any letter case is mode cors with
		// them, any other value without (H #cors-settings-attribute). Fonts are always fetched in mode cors
		// (CSS Fonts, "font fetching requirements").
		f.include = false
		if f.via == Font {
			if f.quirks&fontsUnchecked != 0 {
				f.mode = noCORSMode
			}
			break
		}
		if call.CrossOrigin == nil {
			f.mode, f.include = noCORSMode, true
		} else {
			f.include = core.EqualFold(*call.CrossOrigin, "use-credentials")
		}
	}
	if f.mode == noCORSMode && f.via != Media && url.credentials && f.quirks&noCredentialsInURL != 0 {
		return blockedCredentials
	}
	return ok
}

// prepareBeacon makes a POST with credentials, in mode cors where the body's type is not safelisted (B #sendbeacon-method;
// W NavigatorBeacon.cpp). It throws for a URL that is not of http: or https:, and then for a stream, since the request is one with
// keepalive (F #concept-bodyinit-extract; web-platform-tests beacon/beacon-readablestream.window.js). Firefox knows no streams
// there, so that it sends a text (G Navigator::SendBeacon).
func (f *Run) prepareBeacon() failure {
	f.method, f.mode, f.include, f.unsafe = "POST", noCORSMode, true, true
	if !f.url.http {
		return beaconScheme
	}
	if f.call.Body == Stream && f.quirks&streamsAsText == 0 {
		return beaconOfStream
	}
	if f.post(Text); len(f.unsafeNames()) > 0 {
		f.mode = corsMode
	}
	return ok
}

// post makes the request a POST with the call's body, or with another kind where forms and beacons do not take it.
func (f *Run) post(other Body) {
	f.method, f.body = "POST", f.call.Body
	if f.body == Stream || f.via == Form && (f.body == NoBody || f.body > FormData) {
		f.body = other
	}
	f.addContentType()
}

// prepareScript is the constructor of Request (F #dom-request), and open() and send() of XMLHttpRequest
// (X #the-open()-method, #the-send()-method).
func (f *Run) prepareScript() failure {
	f.unsafe, f.body = true, f.call.Body
	if f.call.Method != nil {
		f.method = *f.call.Method
	}
	if f.via == XHR {
		f.listener = f.call.UploadListener
	} else {
		f.mode = mode(max(0, indexOf(modes, f.call.Mode)))
	}
	if f.body == Stream {
		if f.via == XHR || f.quirks&streamsAsText != 0 { // send() takes none: it becomes a string
			f.body = Text
		} else if f.mode == sameOriginMode && f.quirks&streamsNeedHTTP2 != 0 {
			f.mode = corsMode // Chrome asks other origins all the same (seen)
		}
	}
	upper := core.Upper(f.method)
	why := ok
	switch {
	case f.via == Fetch && f.url.credentials:
		why = urlHasCredentials
	case f.mode == navigateMode:
		why = modeNavigate
	case f.via == Fetch && f.mode != sameOriginMode && f.call.Cache == "only-if-cached":
		why = onlyIfCached
	case !core.IsToken(f.method):
		why = methodUnreadable
	case isForbiddenMethod(upper):
		why = methodForbidden
	case f.mode == noCORSMode && !listed(safelistedMethods, upper):
		why = noCORSMethod
	case f.mode == noCORSMode && f.body == Stream && f.quirks&noStreams == 0:
		why = streamMode
	}
	if why != ok {
		return why
	}
	// DELETE, GET, HEAD, OPTIONS, POST and PUT are sent in upper case, every other method as it is, so that "patch" stays
	// "patch" (F #concept-method-normalize).
	if listed("DELETE GET HEAD OPTIONS POST PUT", upper) {
		f.method = upper
	}
	for i := range f.call.Headers {
		field := &f.call.Headers[i]
		if why := f.addAuthorHeader(field.Name, field.Value); why != ok {
			return why
		}
	}
	if f.body != NoBody && !f.takesBody() {
		if f.via == Fetch {
			return bodyOfGet
		}
		f.body = NoBody // X #the-send()-method
	}
	if f.body == Stream && f.quirks&noStreams != 0 {
		return streamUnsupported
	}
	if f.body == NoBody && f.quirks&listenerNeedsBody != 0 {
		f.listener = false
	}
	if f.via == XHR && (f.body == Text || f.body == URLEncoded) {
		f.setCharset()
	}
	f.addContentType()
	return ok
}

//go:noinline
func (f *Run) takesBody() bool { return takesBody(f.method) }

func takesBody(method string) bool { return method != "GET" && method != "HEAD" }

// addContentType adds the type of the body where script set none (F #bodyinit-unions). A Blob's is in lower case
// (File API, "constructing a Blob"), a form's without charset (H #form-submission-algorithm).
//
//go:noinline
func (f *Run) addContentType() {
	contentType := ""
	if f.body < Bytes {
		contentType = contentTypes[f.body]
		if f.via == Form && f.body != FormData {
			contentType, _, _ = core.Cut(contentType, ';')
		}
	} else if f.body == Blob {
		contentType = core.Lower(f.call.BodyType)
		for i := range len(contentType) {
			if c := contentType[i]; c < ' ' || c > '~' {
				return
			}
		}
	}
	// The headers of mode no-cors take no other (F #concept-headers-append).
	if f.via == Fetch && f.mode == noCORSMode && f.quirks&anyTypeOfBody == 0 && !f.isSafelisted("content-type", contentType) {
		return
	}
	if contentType != "" {
		if _, there := header(&f.headers, "Content-Type"); !there {
			f.typed = true
			f.headers.Add("Content-Type", contentType)
		}
	}
}

var contentTypes = [...]string{
	Text:       "text/plain;charset=UTF-8",
	URLEncoded: "application/x-www-form-urlencoded;charset=UTF-8",
	FormData:   "multipart/form-data; boundary=----s3cors",
}
