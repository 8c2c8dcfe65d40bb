package browser

// line is what an engine prints for a failure; several lines are parted by line ends.
type line struct {
	why  failure
	text string
}

// The layouts of what an engine prints; {text} is its line of the tables below. Blink's second line comes with every network error
// (seen in Chromium 156), Firefox's after a preflight, and after a redirect that fails the CORS check (seen in Firefox 153 ESR). Of
// Safari's the last comes from Web Inspector (W), the others were seen in WebKitGTK 2.50.6.
var layouts = [...]string{
	Chrome:  "{text}\nFailed to load resource: net::ERR_FAILED",
	Firefox: "{text}{stopped}{again}",
	Safari:  "{denied}{text}\n{api}Failed to load resource: {denied}{text}",
}

// condition says when a template that others share stands there.
type condition uint8

const (
	always condition = iota
	onPreflight
	onFetch
	onXHR
	afterRedirect
	onRedirect
	onStopped
)

// shared are the templates that others share, in the order of their slots.
var shared = [...]struct {
	text string
	when condition
}{
	{"Access to {kind} at '{url}'{redirected} from origin '{page}' has been blocked by CORS policy: ", always},
	{"Response to preflight request doesn't pass access control check: ", onPreflight},
	// Where the value of Access-Control-Allow-Origin is at fault.
	{" Have the server send the header with a valid value.", onFetch},
	// Where credentials are.
	{" The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.", onXHR},
	{" (redirected from '{first}')", afterRedirect},
	{"Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {url}. (Reason: ", always},
	{"\n{blocked}CORS request did not succeed). Status code: (null).", onPreflight},
	{"\n{blocked}CORS request did not succeed). Status code: (null).", onStopped},
	{"Cross-origin redirection to {next} denied by Cross-Origin Resource Sharing policy: ", onRedirect},
}

// lines are the texts of the engines: Chrome's (C third_party/blink/renderer/platform/loader/cors/cors_error_string.cc,
// core/fetch/fetch_manager.cc), Firefox's (dom/locales/en-US/chrome/security/security.properties; G) and Safari's
// (W CrossOriginAccessControl.cpp, CrossOriginPreflightResultCache.cpp, SubresourceLoader.cpp, NetworkLoadChecker.cpp).
var lines = [...][]line{
	Chrome: {
		{acaoMissing, "{policy}{check}No 'Access-Control-Allow-Origin' header is present on the requested resource."},
		{acaoWildcard, "{policy}{check}The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.{withCredentials}"},
		{acaoSeveral, "{policy}{check}The 'Access-Control-Allow-Origin' header contains multiple values '{printable}', but only one is allowed.{advice}"},
		{acaoNoURL, "{policy}{check}The 'Access-Control-Allow-Origin' header contains the invalid value '{printable}'.{advice}"},
		{acaoMismatch, "{policy}{check}The 'Access-Control-Allow-Origin' header has a value '{printable}' that is not equal to the supplied origin.{advice}"},
		{acacNotTrue, "{policy}{check}The value of the 'Access-Control-Allow-Credentials' header in the response is '{acac}' which must be 'true' when the request's credentials mode is 'include'.{withCredentials}"},
		{preflightStatus, "{policy}{check}It does not have HTTP ok status."},
		{preflightRedirect, "{policy}{check}Redirect is not allowed for a preflight request."},
		{acamUnparsable, "{policy}Cannot parse Access-Control-Allow-Methods response header field in preflight response."},
		{acahUnparsable, "{policy}Cannot parse Access-Control-Allow-Headers response header field in preflight response."},
		{methodNotAllowed, "{policy}Method {method} is not allowed by Access-Control-Allow-Methods in preflight response."},
		{headerNotAllowed, "{policy}Request header field {detail} is not allowed by Access-Control-Allow-Headers in preflight response."},
		// The loader passes no parameter (C services/network/cors/cors_url_loader.cc CheckRedirectLocation).
		{redirectCredentials, "{policy}Redirect location '' contains a username and password, which is disallowed for cross-origin requests."},
		{otherOrigin, "Unsafe attempt to load URL {detail} from frame with URL {pageURL}. Domains, protocols and ports must match."},
		{tooManyRedirects, "Failed to load resource: net::ERR_TOO_MANY_REDIRECTS"},
		{redirectUnreadable, "Failed to load resource: net::ERR_INVALID_REDIRECT"},
		{streamNeedsHTTP2, "Failed to load resource: net::ERR_ALPN_NEGOTIATION_FAILED"},
		{notSentOtherOrigin, "Fetch API cannot load {url}. Request mode is \"same-origin\" but the URL's origin is not same as the request origin {page}."},
		{schemeNotHTTP, "Fetch API cannot load {url}. URL scheme \"{scheme}\" is not supported."},
	},
	Firefox: {
		{acaoSeveral, "{blocked}Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed)."},
		{acaoMissing, "{blocked}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: {status}."},
		// The only one that quotes the URL.
		{acaoWildcard, "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘{url}’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’)."},
		{acaoMismatch, "{blocked}CORS header ‘Access-Control-Allow-Origin’ does not match ‘{acao}’)."},
		{acacNotTrue, "{blocked}expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’)."},
		{preflightStatus, "{blocked}CORS preflight response did not succeed). Status code: {status}."},
		{preflightRedirect, "{blocked}CORS request external redirect not allowed).\n{blocked}CORS preflight response did not succeed). Status code: {status}."},
		// Refused, the redirect is checked once more, with the origin null that it would have led to (seen in Firefox 153 ESR).
		{preflightRedirectAway, "{blocked}CORS request external redirect not allowed).\n{blocked}CORS header ‘Access-Control-Allow-Origin’ does not match ‘{acao}’)."},
		{acamUnparsable, "{blocked}invalid token ‘{detail}’ in CORS header ‘Access-Control-Allow-Methods’)."},
		{methodNotAllowed, "{blocked}Did not find method in CORS header ‘Access-Control-Allow-Methods’)."},
		{acahUnparsable, "{blocked}invalid token ‘{detail}’ in CORS header ‘Access-Control-Allow-Headers’)."},
		{headerNotAllowed, "{blocked}header ‘{detail}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response)."},
		{tooManyRedirects, "{blocked}CORS request did not succeed). Status code: (null)."},
		{redirectCredentials, "{blocked}CORS request did not succeed). Status code: (null)."},
		{redirectUnreadable, "{blocked}CORS request did not succeed). Status code: (null)."},
		{redirectScheme, "{blocked}CORS request did not succeed). Status code: (null)."},
		{preflightRedirectNowhere, "{blocked}CORS request did not succeed). Status code: (null)."},
		{schemeNotHTTP, "{blocked}CORS request not http)."},
	},
	Safari: {
		{preflightStatus, "Preflight response is not successful. Status code: {status}"},
		{acaoMissing, "Origin {origin} is not allowed by Access-Control-Allow-Origin. Status code: {status}"},
		{acaoMismatch, "Origin {origin} is not allowed by Access-Control-Allow-Origin. Status code: {status}"},
		{acaoSeveral, "Access-Control-Allow-Origin cannot contain more than one origin."},
		{acaoWildcard, "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true."},
		{acacNotTrue, "Credentials flag is true, but Access-Control-Allow-Credentials is not \"true\"."},
		{acamUnparsable, "Header Access-Control-Allow-Methods has an invalid value: {acam}"},
		{acahUnparsable, "Header Access-Control-Allow-Headers has an invalid value: {acah}"},
		{methodNotAllowed, "Method {method} is not allowed by Access-Control-Allow-Methods."},
		{headerNotAllowed, "Request header field {written} is not allowed by Access-Control-Allow-Headers."},
		{redirectScheme, "not allowed to follow a cross-origin CORS redirection with non CORS scheme"},
		{redirectUnreadable, "not allowed to follow a cross-origin CORS redirection with non CORS scheme"},
		{redirectCredentials, "redirection URL {detail} has credentials"},
		{tooManyRedirects, "Load cannot follow more than 20 redirects"},
		// Of an older revision (W DocumentThreadableLoader.cpp).
		{schemeNotHTTP, "Cross origin requests are only supported for HTTP."},
		{otherOrigin, "Unsafe attempt to load URL {next} from origin {page}. Domains, protocols and ports must match.\nFetch API cannot load {next} due to access control checks."},
		{notSentOtherOrigin, "Fetch API cannot load {url}."},
	},
}

// authorizationCovered is Firefox's warning after a preflight that let Authorization pass for a "*" (G; seen).
const authorizationCovered = "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at {url} soon. " +
	"(Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, " +
	"it must be explicitly listed in CORS header `Access-Control-Allow-Headers`)."

// exceptions are what fetch() is rejected with after a network error (observed on Chromium 156, Firefox 153 ESR and
// WebKitGTK 2.50).
var exceptions = [...]string{
	Chrome:  "TypeError: Failed to fetch",
	Firefox: "TypeError: NetworkError when attempting to fetch resource.",
	Safari:  "TypeError: Load failed",
	// Which text it is, the standard leaves open.
	standard: "TypeError",
}

// kinds are what Chrome calls the ways to make a call (C third_party/blink/renderer/platform/loader/fetch/resource.cc
// ResourceTypeToString), apis what Safari says after the reason (W ThreadableLoader.cpp logError, CachedResourceLoader.cpp,
// NavigatorBeacon.cpp; seen in WebKitGTK 2.50.6). After that of a style sheet or of media it says nothing.
var (
	kinds = [...]string{
		Fetch: "fetch", XHR: "XMLHttpRequest", Image: "image", Script: "script", Stylesheet: "CSS stylesheet", Font: "font",
		Media: "video", Form: "resource", Beacon: "resource",
	}
	apis = [...]string{
		Fetch:  "Fetch API cannot load {url} due to access control checks.\n",
		XHR:    "XMLHttpRequest cannot load {url} due to access control checks.\n",
		Image:  "Cannot load image {url} due to access control checks.\n",
		Script: "Cross-origin script load denied by Cross-Origin Resource Sharing policy.\n",
		Beacon: "Beacon API cannot load {url}. {denied}{text}\n",
	}
)

// canonicalNames are header names that WebKit knows, and writes in its own way; all others keep the author's letter case
// (W HTTPHeaderNames.in; seen in WebKitGTK 2.50.6). Names that no script would set are left out.
const canonicalNames = "Accept Accept-Language Accept-Ranges Access-Control-Allow-Credentials Access-Control-Allow-Headers " +
	"Access-Control-Allow-Methods Access-Control-Allow-Origin Access-Control-Expose-Headers Access-Control-Max-Age Age " +
	"Authorization Cache-Control Clear-Site-Data Content-Disposition Content-Encoding Content-Language Content-Location " +
	"Content-Range Content-Security-Policy Content-Security-Policy-Report-Only Content-Type Cross-Origin-Embedder-Policy " +
	"Cross-Origin-Opener-Policy Cross-Origin-Resource-Policy ETag Expires If-Match If-Modified-Since If-None-Match If-Range " +
	"If-Unmodified-Since Last-Event-ID Last-Modified Link Location Pragma Range Referrer-Policy Refresh Server-Timing " +
	"Service-Worker SourceMap Timing-Allow-Origin Upgrade-Insecure-Requests User-Agent Vary X-Content-Type-Options X-Frame-Options " +
	"X-SourceMap X-XSS-Protection"
