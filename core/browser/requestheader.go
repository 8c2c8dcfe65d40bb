package browser

import "s3cors/core"

// forbiddenHeaders are dropped without a word: they cause neither a preflight nor an error.
// User-Agent is none of them (F #forbidden-request-header).
const forbiddenHeaders = "accept-charset accept-encoding access-control-request-headers access-control-request-method connection " +
	"content-length cookie cookie2 date dnt expect host keep-alive origin referer set-cookie te trailer transfer-encoding upgrade via"

// isForbiddenHeader takes a name in lower case.
func isForbiddenHeader(name, value string) bool {
	if core.HasPrefix(name, "proxy-") || core.HasPrefix(name, "sec-") || listed(forbiddenHeaders, name) {
		return true
	}
	if !listed("x-http-method x-http-method-override x-method-override", name) {
		return false
	}
	for more := true; more; {
		var method string
		if method, value, more = core.Cut(value, ','); isForbiddenMethod(core.Upper(core.TrimSpace(method))) {
			return true
		}
	}
	return false
}

// addAuthorHeader is what Headers and setRequestHeader() do with one header of the script
// (F #concept-headers-append; X #the-setrequestheader()-method).
func (f *Run) addAuthorHeader(name, value string) failure {
	f.detail = name
	value = core.TrimSpace(value) // F #concept-header-value-normalize
	if !core.IsToken(name) {
		return headerNameUnreadable
	}
	for i := range len(value) {
		// A ByteString holds no character above U+00FF, which UTF-8 begins with 0xC4 or more.
		if c := value[i]; c == 0 || c == '\n' || c == '\r' || c >= 0xC4 {
			return headerValueUnreadable
		}
	}
	lower := core.Lower(name)
	if isForbiddenHeader(lower, value) || lower == "user-agent" && f.quirks&dropsUserAgent != 0 {
		return ok
	}
	if f.mode == noCORSMode { // F #no-cors-safelisted-request-header
		joined := value
		if old, there := header(&f.headers, name); there {
			joined = old + ", " + value
		}
		if !listed("accept accept-language content-language content-type", lower) || !f.isSafelisted(lower, joined) {
			return ok
		}
	}
	if f.via != XHR && f.quirks&combinesSettings == 0 {
		f.headers.Add(name, value)
		return ok
	}
	field, there := f.settings.field(&f.headers, name)
	if there {
		value = core.TrimSpace(field.Value) + ", " + value
	}
	field.Value = value
	return ok
}

// removeHeaders takes out those of the names in a list, which are in lower case and parted by blanks.
//
//go:noinline
func removeHeaders(from *core.HeaderList, list string) {
	kept := (*from)[:0]
	for i := range *from {
		if field := &(*from)[i]; !listed(list, core.Lower(field.Name)) {
			kept.Add(field.Name, field.Value)
		}
	}
	*from = kept
}
