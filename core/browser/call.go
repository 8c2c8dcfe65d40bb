package browser

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// Via is the way in which a page makes a call.
type Via uint8

// The ways. The zero Via is the default.
const (
	Fetch Via = iota
	XHR
	Image
	Script
	Stylesheet
	Font
	Media
	Form
	Beacon
)

const vias = "fetch xhr img script stylesheet font media form beacon"

// ParseVia reads the API's name of a way; any other text is Fetch.
func ParseVia(name string) Via { return Via(max(0, indexOf(vias, name))) }

// Body is the kind of body, which decides the Content-Type that the browser adds.
type Body uint8

// The kinds of body. The zero Body is the default.
const (
	NoBody Body = iota
	Text
	URLEncoded
	FormData
	Bytes
	Stream
	// Blob is a Blob or File; Call.BodyType is its type.
	Blob
)

const bodies = "none string urlencoded form-data bytes stream"

// ParseBody reads the API's name of a kind of body; any other text is NoBody.
func ParseBody(name string) Body { return Body(max(0, indexOf(bodies, name))) }

// Call is what a page asks of the browser.
type Call struct {
	// Page is the page's URL or origin; "null" is an opaque origin.
	Page string
	// URL may be relative to Page.
	URL string
	Via Via
	// Method is nil for GET.
	Method  *string
	Headers core.HeaderList
	// Credentials is "omit", "same-origin" or "include"; "" is the default of Via. For XHR "include" is
	// withCredentials.
	Credentials string
	// Mode is "cors", "no-cors", "same-origin" or "navigate"; "" is the default of Via. Only Fetch has a choice.
	Mode string
	Body Body
	// BodyType is the type of a Blob.
	BodyType string
	// CrossOrigin is the crossorigin attribute of an element; nil where it has none.
	CrossOrigin *string
	// UploadListener: a listener was added to xhr.upload before send().
	UploadListener bool
	// ReferrerPolicy is the page's or the call's; "" is the browsers' default.
	ReferrerPolicy string
	// Cache is the cache mode of fetch(); "" is "default".
	Cache string
	// Sandbox is the sandbox attribute of the page's frame; nil where there is none.
	Sandbox *string
	// TopLevelSite is that of the tab, which parts the preflight cache; "" is the page's own.
	TopLevelSite string
}

// Server is what answers: a bucket on S3, or responses that are given.
type Server struct {
	// S3: Rules and Target answer. Otherwise Preflight and Response do.
	S3     bool
	Rules  *s3.Rules
	Target s3.Target
	// Preflight answers the preflight to the last URL, and Response the actual request. Where one
	// of them is nil the other stands for it; where both are, it is a 200 without headers.
	Preflight *core.HTTPResponse
	Response  *core.HTTPResponse
	// Redirects are answered before, in their order.
	Redirects []Redirect
	// Cache lies before the server that answers last. It keeps the response to a request that came first, whose Origin is FirstOrigin;
	// nil where it had none, as that of an <img> without crossorigin. FirstResponse is what was answered; nil where the server says it.
	Cache         Cache
	FirstOrigin   *string
	FirstResponse *core.HTTPResponse
}

// Redirect is the answer of a URL that redirects.
type Redirect struct {
	Status   int
	Location string
	Headers  core.HeaderList
	// Preflight answers a preflight to that URL. Where it is nil, the redirect does.
	Preflight *core.HTTPResponse
}
