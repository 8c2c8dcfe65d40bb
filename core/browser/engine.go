package browser

// Browser is one of the three engines.
type Browser uint8

// The browsers.
const (
	Chrome Browser = iota
	Firefox
	Safari
	// standard is the Fetch standard itself.
	standard
)

var browserNames = [...]string{"chrome", "firefox", "safari"}

// String is the browser's name in the API.
func (b Browser) String() string { return browserNames[b] }

// Browsers lists all, in the order of the API.
var Browsers = [...]Browser{Chrome, Firefox, Safari}

// quirk is a way in which an engine leaves the standard. "Seen" is what Chromium 156, Firefox 153 ESR and WebKitGTK 2.50.6 were seen
// to do; testdata/engines has what was recorded.
type quirk uint64

const (
	// clientHints count as safelisted, and all but Save-Data end with a redirect to another origin than the page's (C cors.cc, cors_unittest.cc
	// CheckCorsClientHintsSafelist; seen).
	clientHints quirk = 1 << iota
	// rangeUnitInAnyCase: BYTES=0-1 is safelisted (seen in WebKitGTK, and not in Chromium, for all its cors_unittest.cc).
	rangeUnitInAnyCase
	// highBytesUnsafe: bytes from 0x80 on are unsafe in values (G nsContentUtils.cpp IsCorsUnsafeRequestHeaderValue; seen).
	highBytesUnsafe
	// noTotalLimit: safelisted values may be longer than 1024 bytes together (seen; WebKit's cannot be: W isSimpleCrossOriginAccessRequest).
	noTotalLimit
	// combinesSettings: a header that fetch() gets twice is one with both values before it is judged (seen).
	combinesSettings
	// repeatsNames: a header that fetch() gets twice is asked for twice. Of Authorization only the last is sent, of Content-Type the
	// first with a body, and the last without and after a redirect (seen).
	repeatsNames
	// strictTypes: a Content-Type with a comma is unsafe wherever the comma is, and so is one whose parameters end with a semicolon (seen).
	strictTypes
	// dropsUserAgent in silence when script sets it (seen).
	dropsUserAgent
	// listenerNeedsBody: without a body, a listener on xhr.upload forces no preflight (seen).
	listenerNeedsBody
	// wildcardCoversAuthorization (C features.cc kCorsNonWildcardRequestHeadersSupport is off; G the preference
	// network.cors_preflight.authorization_covered_by_wildcard is on; W makes no exception; seen).
	wildcardCoversAuthorization
	// redirectBeforeOrigin: a preflight that is redirected fails before any header is looked at (C preflight_controller.cc; seen).
	redirectBeforeOrigin
	// redirectBeforeStatus: it fails after the CORS check, for being redirected (seen).
	redirectBeforeStatus
	// statusBeforeOrigin: the preflight's status is the first thing that is checked (W validatePreflightResponse; seen).
	statusBeforeOrigin
	// listsAllMethods: also after a preflight for a listener or a stream, the method has to be listed (seen).
	listsAllMethods
	// methodsBeforeHeaders: the method is compared before Access-Control-Allow-Headers is read
	// (G CheckPreflightRequestApproved; seen).
	methodsBeforeHeaders
	// asksAgain: what had a preflight, or headers that need one, has one after each redirect, whatever is left of the reasons (seen).
	asksAgain
	// asksForFirstHeaders: that one names the headers of the first request, those that the redirect took away too (seen).
	asksForFirstHeaders
	// redirectsAnew: fetch(), XMLHttpRequest and beacons go on after a redirect with what script gave, so that a header that one redirect took
	// away is there again after the next: the type of a body, and Authorization too, at whatever server that is (seen).
	redirectsAnew
	// asksAsPage: a preflight has the page's Origin even where the actual request has null (seen).
	asksAsPage
	// checksRedirectsLate: of a call that began at the page's own origin, each redirect by another is checked once more as one with
	// credentials, if it does not omit them; and a redirect to a user name is refused late: both after the preflight of the next URL (seen).
	checksRedirectsLate
	// nullOutsideCORS: a redirect to another origin makes the Origin null outside mode cors, from the page's own origin too (seen).
	nullOutsideCORS
	// nullOfNavigations: the same, for navigations alone (seen).
	nullOfNavigations
	// anyTypeOfBody: in mode no-cors too, the type of a Blob is sent whatever it is (seen).
	anyTypeOfBody
	// keepsOrigin: a GET into which a redirect to the same origin turns a POST has an Origin (seen).
	keepsOrigin
	// beaconsAsFrame: a beacon in mode no-cors has the origin of its frame's URL, even if the frame is sandboxed (seen).
	beaconsAsFrame
	// fontsUnchecked: fonts are fetched without CORS (seen in WebKitGTK, for FontFace.load()).
	fontsUnchecked
	// noCredentialsInURL of an image, a script, a style sheet or a beacon, nor after a redirect of all but XMLHttpRequest and
	// beacons (C base_fetch_context.cc; seen).
	noCredentialsInURL
	// streamsNeedHTTP2: over HTTP/1.1 no stream is sent (C net ERR_ALPN_NEGOTIATION_FAILED; seen).
	streamsNeedHTTP2
	// noStreams: fetch() rejects a stream as body (seen).
	noStreams
	// streamsAsText: a stream as body is the text "[object ReadableStream]" (seen).
	streamsAsText
	// namesInOrder: the header that is not allowed is the first in the author's order, well-known names before all others (seen).
	namesInOrder
	// credentialsInCacheKey: an answer kept with credentials serves no call without (G GetEntry).
	credentialsInCacheKey
	// literalCacheEntries: "*" is no wildcard in the cache, and HEAD has to be listed there (G CheckRequest).
	literalCacheEntries
)

var quirks = [...]quirk{
	Chrome: clientHints | combinesSettings | dropsUserAgent | listenerNeedsBody | wildcardCoversAuthorization | redirectBeforeOrigin |
		listsAllMethods | nullOutsideCORS | noCredentialsInURL | streamsNeedHTTP2,
	Firefox: highBytesUnsafe | noTotalLimit | repeatsNames | strictTypes | wildcardCoversAuthorization | redirectBeforeStatus |
		listsAllMethods | methodsBeforeHeaders | asksAgain | redirectsAnew | asksAsPage | streamsAsText |
		credentialsInCacheKey | literalCacheEntries,
	Safari: rangeUnitInAnyCase | noTotalLimit | combinesSettings | wildcardCoversAuthorization | statusBeforeOrigin | listsAllMethods |
		asksAgain | asksForFirstHeaders | checksRedirectsLate | nullOfNavigations | anyTypeOfBody |
		keepsOrigin | beaconsAsFrame | fontsUnchecked | noStreams | namesInOrder,
	standard: 0,
}

// ownOrigin are the elements, as bits, that send Origin to the page's own origin where they have the attribute crossorigin; fonts have none
// (seen). The standard and Firefox send none.
var ownOrigin = [...]uint16{
	Chrome:   1<<Image | 1<<Script | 1<<Stylesheet | 1<<Font,
	Safari:   1<<Image | 1<<Script | 1<<Stylesheet | 1<<Media,
	standard: 0,
}
