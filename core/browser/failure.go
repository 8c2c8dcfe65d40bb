package browser

// Outcome is what came of a call.
type Outcome string

// The outcomes.
const (
	// Readable: script gets the response.
	Readable Outcome = "readable"
	// Opaque: sent, and nothing can be read.
	Opaque Outcome = "opaque"
	// Blocked: a network error, before or after something was sent.
	Blocked Outcome = "blocked"
	// Threw: refused before anything was sent.
	Threw Outcome = "threw"
)

// failure is why a response cannot be read; ok where it can.
type failure uint8

const (
	ok failure = iota

	pageUnreadable
	urlUnreadable
	urlHasCredentials
	methodUnreadable
	methodForbidden
	headerNameUnreadable
	headerValueUnreadable
	noCORSMethod
	bodyOfGet
	modeNavigate
	streamMode
	onlyIfCached
	beaconScheme
	beaconOfStream

	otherOrigin
	schemeNotHTTP
	blockedCredentials
	streamUnsupported
	streamNeedsHTTP2

	acaoMissing
	acaoMismatch
	acaoWildcard
	acacNotTrue
	preflightStatus
	preflightRedirect
	acamUnparsable
	acahUnparsable
	methodNotAllowed
	headerNotAllowed

	redirectUnreadable
	redirectScheme
	redirectCredentials
	redirectOfStream
	tooManyRedirects

	opaqueResponse
	navigation
	beacon

	// Forms of others that engines word apart.
	acaoSeveral
	acaoNoURL
	notSentOtherOrigin
	preflightRedirectAway
	preflightRedirectNowhere
)

// reason is a failure's code in the API, the outcome, and what it means in words.
type reason struct {
	code    string
	outcome Outcome
	words   string
}

var reasons = [...]reason{
	ok: {"ok", Readable, "Access-Control-Allow-Origin is {acao}"},

	pageUnreadable:        {"page-unreadable", Threw, `"{pageURL}" cannot be read as the URL of a page`},
	urlUnreadable:         {"url-unreadable", Threw, `"{target}" cannot be read as a URL`},
	urlHasCredentials:     {"url-has-credentials", Threw, "fetch() takes no URL with a user name or a password"},
	methodUnreadable:      {"method-unreadable", Threw, `"{method}" is not an HTTP method`},
	methodForbidden:       {"method-forbidden", Threw, "Browsers never send {method} for a script"},
	headerNameUnreadable:  {"header-name-unreadable", Threw, `"{detail}" is not the name of a header`},
	headerValueUnreadable: {"header-value-unreadable", Threw, "The value of {detail} holds a character that no header can carry"},
	noCORSMethod:          {"no-cors-method", Threw, "Mode no-cors takes only GET, HEAD and POST, not {method}"},
	bodyOfGet:             {"body-not-allowed", Threw, "A {method} call takes no body"},
	modeNavigate:          {"mode-navigate", Threw, "fetch() does not take the mode navigate"},
	streamMode:            {"stream-body-mode", Threw, "A stream as body needs the mode cors or same-origin"},
	onlyIfCached:          {"only-if-cached", Threw, "The cache mode only-if-cached needs the mode same-origin"},
	beaconScheme:          {"scheme-not-http", Threw, "sendBeacon() takes only http: and https: URLs"},
	beaconOfStream:        {"stream-body-keepalive", Threw, "sendBeacon() takes no stream as body, since a beacon outlives its page"},

	otherOrigin:   {"not-same-origin", Blocked, "Mode same-origin does not reach {url} from {page}"},
	schemeNotHTTP: {"scheme-not-http", Blocked, "Only http: and https: URLs can be called across origins"},
	// What single engines do.
	blockedCredentials: {"url-has-credentials", Blocked, "The browser loads nothing from a URL with a user name or a password"},
	streamUnsupported:  {"stream-body-unsupported", Blocked, "The browser sends no streams"},
	streamNeedsHTTP2:   {"stream-body-needs-http-2", Blocked, "The browser sends streams over HTTP/2 and later alone"},

	acaoMissing:       {"acao-missing", Blocked, "There is no Access-Control-Allow-Origin"},
	acaoMismatch:      {"acao-mismatch", Blocked, `Access-Control-Allow-Origin is "{acao}", and the browser wants {origin}`},
	acaoWildcard:      {"acao-wildcard-with-credentials", Blocked, "Access-Control-Allow-Origin is *, which does not cover a call with credentials"},
	acacNotTrue:       {"acac-not-true", Blocked, `The call has credentials, and Access-Control-Allow-Credentials is "{acac}", not "true"`},
	preflightStatus:   {"preflight-status-not-ok", Blocked, "The status {status} is not 200 to 299"},
	preflightRedirect: {"preflight-redirect", Blocked, "A preflight follows no redirect"},
	acamUnparsable:    {"acam-unparsable", Blocked, `Access-Control-Allow-Methods holds "{detail}", which is no method`},
	acahUnparsable:    {"acah-unparsable", Blocked, `Access-Control-Allow-Headers holds "{detail}", which is no header name`},
	methodNotAllowed:  {"method-not-allowed", Blocked, "{method} is not in Access-Control-Allow-Methods"},
	headerNotAllowed:  {"header-not-allowed", Blocked, "{detail} is not in Access-Control-Allow-Headers"},

	redirectUnreadable:  {"redirect-url-unreadable", Blocked, "Location is {detail}, which cannot be read as a URL"},
	redirectScheme:      {"redirect-scheme-not-http", Blocked, "Location is {detail}, which is neither http: nor https:"},
	redirectCredentials: {"redirect-url-has-credentials", Blocked, "Location has a user name or a password"},
	redirectOfStream:    {"redirect-of-stream-body", Blocked, "A stream cannot be sent a second time"},
	tooManyRedirects:    {"too-many-redirects", Blocked, "A browser follows 20 redirects and no more"},

	opaqueResponse: {"no-cors", Opaque, "In mode no-cors nothing is checked and nothing can be read"},
	navigation:     {"navigation", Opaque, "The answer is shown as a page of its own"},
	beacon:         {"beacon", Opaque, "sendBeacon() hands no answer to the script"},
}
