package meaning

import (
	"s3cors/core"
	"s3cors/core/browser"
)

// notResponseHeaders are methods, and headers of requests, that are taken for headers of responses, and Set-Cookie, which no script reads
// (Fetch Standard, "forbidden response-header name").
const notResponseHeaders = " get put head post delete options set-cookie set-cookie2 authorization host origin referer range cookie user-agent " +
	"accept accept-encoding accept-language if-match if-none-match if-modified-since if-unmodified-since if-range x-requested-with " +
	"x-amz-content-sha256 x-amz-date content-md5 amz-sdk-request amz-sdk-invocation-id expect te accept-charset "

// header looks at one AllowedHeader or ExposeHeader.
func (f *finder) header() bool {
	kind := &HeaderEmpty
	allowed := f.member == core.AllowedHeaders
	name := core.Lower(f.value)
	switch {
	case name == "":
	case allowed && f.isForbidden(name):
		kind = &HeaderNeverRequested
	case allowed:
		return false
	case browser.IsSafelistedResponseHeader(name):
		kind = &ExposeSafelisted
	case isUnread(name):
		kind = &ExposeNotAResponseHeader
	default:
		return false
	}
	f.tell(kind, "")
	f.remove()
	return true
}

// isUnread says whether no script reads a header of a response by a name, in lower case.
//
//go:noinline
func isUnread(name string) bool {
	return listedIn(notResponseHeaders, name) || core.HasPrefix(name, "access-control-")
}

// allowsHeaders says whether the rule has a header that browsers ask for.
//
//go:noinline
func (f *finder) allowsHeaders() bool {
	list := f.rule.of.AllowedHeaders
	for i := range list {
		if list[i] != "" && !f.isForbidden(list[i]) {
			return true
		}
	}
	return false
}

// isForbidden says whether scripts cannot set a header. One that they can is asked for again and again.
//
//go:noinline
func (f *finder) isForbidden(name string) bool {
	if name == f.settable {
		return false
	}
	if browser.IsForbiddenRequestHeader(name) || core.HasPrefix(core.Lower(name), "access-control-request-") {
		return true
	}
	f.settable = name
	return false
}

// allowsSigned says whether the rule has a header of S3's own, or the one that signatures stand in.
//
//go:noinline
func (f *finder) allowsSigned() bool {
	for i := range f.rule.headers {
		header := &f.rule.headers[i]
		for _, prefix := range [...]string{"authorization", "x-amz-", "amz-sdk-"} {
			if core.HasPrefix(header.Prefix, prefix) || header.Wildcard && core.HasPrefix(prefix, header.Prefix) {
				return true
			}
		}
	}
	return false
}

// sdkHeaders are what the AWS SDK for JavaScript asks for with a PutObject that it signs in a header: since 3.729 with a checksum
// (aws/aws-sdk-js-v3 6810). The patterns take them.
var sdkHeaders = []string{"amz-sdk-invocation-id", "amz-sdk-request", "authorization", "content-type", "x-amz-checksum-crc32", "x-amz-content-sha256", "x-amz-date",
	"x-amz-sdk-checksum-algorithm", "x-amz-user-agent"}

// contentType is what all uploads ask for.
var contentType = []string{"content-type"}

var sdkPatterns = [...]core.Pattern{{Prefix: "content-type"}, {Prefix: "x-amz-", Wildcard: true}, {Prefix: "amz-sdk-", Wildcard: true}, {Prefix: "authorization"}}

// sdkTexts are the patterns as they are written.
var sdkTexts = [len(sdkPatterns)]string{"content-type", "x-amz-*", "amz-sdk-*", "authorization"}

// uploadHeaders looks for what uploads ask for. A POST alone may be that of a form, which is not preflighted.
func (f *finder) uploadHeaders() {
	kind, asked, patterns := &SDKHeadersMissing, sdkHeaders, sdkPatterns[:]
	if !f.allowsHeaders() {
		kind, asked, patterns = &WriteWithoutHeaders, contentType, sdkPatterns[:2]
		if f.rule.methods&putBit == 0 {
			kind = &PostWithoutHeaders
		}
	}
	missing := f.missing[:0]
	for i := range patterns {
		if !isInOne(&patterns[i], f.rule.headers) {
			missing = appendText(missing, sdkTexts[i])
		}
	}
	if len(missing) > 0 && f.request(f.rule.methods&(putBit|postBit), asked, -1) {
		f.tellMissing(kind, missing)
	}
}
