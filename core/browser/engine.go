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

// quirk is a way in which an engine leaves the standard.
type quirk uint16

const (
	// clientHints count as safelisted (C cors.cc, cors_unittest.cc CheckCorsClientHintsSafelist).
	clientHints quirk = 1 << iota
	// rangeUnitInAnyCase: BYTES=0-1 is safelisted (C cors_unittest.cc CheckCorsRangeSafelist).
	rangeUnitInAnyCase
	// highBytesUnsafe: bytes from 0x80 on are unsafe in values (G nsContentUtils.cpp IsCorsUnsafeRequestHeaderValue).
	highBytesUnsafe
	// noTotalLimit: safelisted values may be longer than 1024 bytes together (W isSimpleCrossOriginAccessRequest).
	noTotalLimit
	// wildcardCoversAuthorization (C features.cc kCorsNonWildcardRequestHeadersSupport is off; G the preference
	// network.cors_preflight.authorization_covered_by_wildcard is on; W makes no exception).
	wildcardCoversAuthorization
	// redirectStopsPreflight before any header is looked at (C preflight_controller.cc; G).
	redirectStopsPreflight
	// statusBeforeOrigin: the preflight's status is the first thing that is checked (W validatePreflightResponse).
	statusBeforeOrigin
	// methodsBeforeHeaders: the method is compared before Access-Control-Allow-Headers is read
	// (G CheckPreflightRequestApproved).
	methodsBeforeHeaders
	// credentialsInCacheKey: an answer kept with credentials serves no call without (G GetEntry).
	credentialsInCacheKey
	// literalCacheEntries: "*" is no wildcard in the cache, and HEAD has to be listed there (G CheckRequest).
	literalCacheEntries
)

var quirks = [...]quirk{
	Chrome: clientHints | rangeUnitInAnyCase | wildcardCoversAuthorization | redirectStopsPreflight,
	Firefox: highBytesUnsafe | wildcardCoversAuthorization | redirectStopsPreflight | methodsBeforeHeaders |
		credentialsInCacheKey | literalCacheEntries,
	Safari:   noTotalLimit | wildcardCoversAuthorization | statusBeforeOrigin,
	standard: 0,
}
