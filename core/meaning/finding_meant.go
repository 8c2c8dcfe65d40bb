package meaning

import (
	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/s3"
)

// writeAll offers what the author most likely means by some values, each of which may hold several origins, if all of these are plain.
//
//go:noinline
func (f *finder) writeAll(values []string) {
	var origins []string
	for i := range values {
		parts := partOrigins(values[i])
		for j := range parts {
			origin := meant(parts[j])
			if origin == "" || len(origins) == mostCompared {
				return
			}
			if !holds(origins, origin, false) {
				origins = extend(origins, origin)
			}
		}
	}
	if origins != nil {
		f.write("Write ", origins...)
	}
}

// partOrigins takes a value apart where it parts several origins.
func partOrigins(value string) []string {
	var parts []string
	origin := s3.SplitOrigin(value)
	start, path := 0, len(value)-len(origin.Path)
	for i := range len(value) + 1 {
		if i == len(value) || partsOrigins(value, i, path) {
			if i > start {
				parts = extend(parts, value[start:i])
			}
			start = i + 1
		}
	}
	return parts
}

// partsOrigins says whether the character at an index parts two origins: white space and commas do, and semicolons that are no part of
// a path, which begins at another index.
func partsOrigins(value string, at, path int) bool {
	marks := marksOf(value[at : at+1])
	if marks&semicolon == 0 {
		return marks&(blank|comma) != 0
	}
	return at < path || value[at-1] == '/' || core.HasPrefix(value[at+1:], "http")
}

// meant is the origin, or pattern, that its author most likely means by a text: as browsers serialise it. It is "" if that is not
// plain, takes origins of strangers, or is itself one that has to be told of.
//
//go:noinline
func meant(text string) string {
	switch {
	case core.IndexText(text, "://") >= 0:
		if scheme := s3.SplitOrigin(text).Scheme; isMistyped(scheme) {
			text = "https" + text[len(scheme):]
		}
	case isLocal(serialised("http://" + text)):
		text = "http://" + text
	case core.Index(text, '.') <= 0 || text[0] == '/' || core.HasPrefix(text, "http"):
		return ""
	default:
		text = "https://" + text
	}
	origin := serialised(text)
	if !isOffered(origin) {
		return ""
	}
	return origin
}

// serialised is the origin, or pattern, of a text as browsers serialise it; "" if there is none. The wildcard is a character of hosts to
// browsers (URL Standard, "forbidden domain code point"), and a port of it alone is put aside. The host of a pattern has to come out as it is
// written, save for letter case: what is written with %2a is no wildcard, and in punycode it may stand for something else.
func serialised(text string) string {
	if core.Count(text, '*') > 1 {
		return ""
	}
	written, port := s3.SplitOrigin(text), ""
	if written.Port == "*" {
		before, after, _ := core.Cut(text, '*')
		text, port = before[:len(before)-1]+after, ":*"
	}
	origin := browser.PageOrigin(text)
	if origin == "" || origin == "null" || core.Index(written.Scheme, ':') >= 0 { // Browsers end the scheme at its first colon.
		return ""
	}
	origin += port
	if core.Index(origin, '*') >= 0 && s3.SplitOrigin(origin).Host != core.Lower(written.Host) {
		return ""
	}
	return origin
}

// isOffered says whether a fix may write an origin.
func isOffered(origin string) bool {
	pattern := core.NewPattern(origin)
	if origin == "" || marksOf(origin) != 0 || core.Index(pattern.Suffix, '*') >= 0 || !pattern.Wildcard && !isSent(origin) {
		return false
	}
	if kind := defect(origin, &pattern); kind != nil && kind != &OriginAppScheme {
		return false
	}
	kind, _ := reach(origin)
	return kind == nil
}
