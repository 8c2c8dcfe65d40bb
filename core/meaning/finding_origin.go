package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// insecureOrigin looks at http, save for one's own machine, where nobody is on the path.
func (f *finder) insecureOrigin() bool {
	if core.HasPrefix(f.value, "https") {
		return false
	}
	lower := core.Lower(f.value)
	if core.HasPrefix(lower, "http://") && len(lower) > len("http://") && !isLocal(lower) && !f.reflects() && marksOf(lower)&(blank|comma) == 0 {
		f.show(f.word(usual), f.rule.methods)
		f.tell(&OriginInsecure, "")
		if origin := meant(lower); origin != "" {
			f.writeAll([]string{"https" + origin[len("http"):]})
		}
	}
	return false
}

// isLocal says whether the host of an origin is one's own machine, whatever is in the place of a wildcard (W3C Secure Contexts, section 3.1). A
// host of which the last label is a number is an address (URL Standard, "ends in a number checker"); 127.0.0.1.nip.io is a name of others.
//
//go:noinline
func isLocal(origin string) bool {
	host := core.Trim(s3.SplitOrigin(origin).Host, ".")
	if !core.HasPrefix(host, "127.") {
		return host == "localhost" || host == "[::1]" || core.HasSuffix(host, ".localhost")
	}
	for i := range len(host) {
		if c := host[i]; c-'0' >= 10 && c != '.' && c != '*' {
			return false
		}
	}
	return host[len(host)-1] != '*'
}

// unsentOrigin looks at origins that no browser sends, whatever is in the place of the wildcard, and those that no site sends.
func (f *finder) unsentOrigin() bool {
	if isPlain(f.value) {
		return false
	}
	kind := defect(f.value, &f.pattern)
	switch kind {
	case nil:
		if !f.pattern.Wildcard && !isSendable(f.value) {
			f.unsent++
		}
		return false
	case &OriginNull:
		f.show(f.value, f.rule.methods)
	case &OriginAppScheme:
		return f.tell(kind, "")
	case &OriginWhitespace:
		// A host may have a comma (URL Standard, "forbidden host code point"), but no slash behind it, and no origin has white space.
		_, after, _ := core.Cut(f.value, ',')
		if marksOf(f.value)&blank != 0 || core.Index(after, '/') >= 0 || !f.pattern.Wildcard && !isSendable(f.value) {
			f.unsent++
		}
	default:
		f.unsent++
	}
	f.tell(kind, "")
	switch kind {
	case &OriginEmpty, &OriginNull:
		f.remove()
	default:
		f.writeMeant()
	}
	return true
}

// writeMeant offers what the author most likely means by the present value.
//
//go:noinline
func (f *finder) writeMeant() { f.writeAll([]string{f.value}) }

// defect is the gravest thing that keeps sites from sending an origin (browser.PageOrigin for how browsers serialise it).
func defect(value string, pattern *core.Pattern) *core.Kind {
	lower := core.Lower(value)
	marks := marksOf(value)
	origin := s3.SplitOrigin(value)
	switch {
	case value == "":
		return &OriginEmpty
	case value == "null":
		return &OriginNull
	case marks&(blank|comma) != 0:
		return &OriginWhitespace
	case reflects(pattern):
		return nil
	case len(value) > 3 && isSchemePart(lower):
		return &OriginBareScheme
	case origin.HasScheme:
		if core.IsToken(origin.Scheme) && core.Index(origin.Scheme, '*') < 0 && origin.Path == "" && !core.HasPrefix(lower, "http://") && !core.HasPrefix(lower, "https://") {
			if isMistyped(origin.Scheme) || !isScheme(lower[:len(origin.Scheme)]) {
				return &OriginWrongScheme
			}
			return &OriginAppScheme
		}
	case !pattern.Wildcard || core.Index(pattern.Prefix, '.') >= 0 || isLocal(pattern.Prefix):
		return &OriginMissingScheme
	case (pattern.Prefix != "" || origin.Path != "" && core.HasSuffix(value[:len(value)-len(origin.Path)], "*")) && endsOrigin(pattern.Suffix):
		return nil // The wildcard may stand for a part of "https://".
	}
	switch {
	case origin.Userinfo != "":
		return &OriginHasUserinfo
	case origin.Path == "/":
		return &OriginTrailingSlash
	case origin.Path != "":
		return &OriginHasPath
	case marks&beyondASCII != 0:
		return &OriginNonASCII
	case lower != value:
		return &OriginUppercase
	case origin.HasPort && !isPort(origin.Port):
		return &OriginInvalidPort
	case origin.HasPort && s3.IsDefaultPort(origin.Scheme, origin.Port):
		return &OriginDefaultPort
	}
	return nil
}

// endsOrigin says whether an origin may end with what stands behind a wildcard: its slashes stand side by side before a host, and it has
// neither query nor fragment.
//
//go:noinline
func endsOrigin(text string) bool {
	host := core.LastIndex(text, '/') + 1
	return (host == 0 || host < len(text) && core.Index(text, '/') >= host-2) && core.Index(text, '?') < 0 && core.Index(text, '#') < 0
}

// What marksOf finds in a text.
const (
	blank = 1 << iota
	comma
	semicolon
	beyondASCII
)

// marksOf looks for characters that no origin has as browsers send it.
//
//go:noinline
func marksOf(text string) int {
	marks := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c <= ' ':
			marks |= blank
		case c == ',':
			marks |= comma
		case c == ';':
			marks |= semicolon
		case c >= 0x80:
			marks |= beyondASCII
		}
	}
	return marks
}

// isSchemePart says whether a text is the beginning of an origin, and no more than its scheme.
//
//go:noinline
func isSchemePart(text string) bool {
	return core.HasPrefix("https://", text) || core.HasPrefix("http://", text)
}

// isMistyped says whether a scheme is a letter away from https or http.
//
//go:noinline
func isMistyped(scheme string) bool {
	scheme = core.Lower(scheme)
	return scheme != "https" && scheme != "http" && isScheme(scheme) && (core.EditDistance(scheme, "https") == 1 || core.EditDistance(scheme, "http") == 1)
}

// isScheme says whether a text in lower case has only what schemes have (RFC 3986, section 3.1). Regular expressions begin otherwise.
//
//go:noinline
func isScheme(text string) bool {
	for i := range len(text) {
		if c := text[i]; c-'a' >= 26 && (i == 0 || c-'0' >= 10 && c != '+' && c != '-' && c != '.') {
			return false
		}
	}
	return text != ""
}

// isPort takes a wildcard for any digits. No page is served from port 0 (Fetch Standard, "bad port").
func isPort(text string) bool {
	number := 0
	for i := range len(text) {
		if digit := text[i] - '0'; digit < 10 {
			number = min(number*10+int(digit), 1<<16)
		} else if text[i] != '*' {
			return false
		}
	}
	return number < 1<<16 && text != "" && text[0] != '0'
}

// effect looks for rules of which each origin is one that no browser sends.
func (f *finder) effect() {
	list := f.rule.of.AllowedOrigins
	if len(list) > 0 && f.unsent == len(list) {
		f.tell(&RuleWithoutEffect, "")
		f.replaceAll(core.AllowedOrigins)
		f.writeAll(list)
	}
}

// replaceAll lets what is written next replace the whole member.
//
//go:noinline
func (f *finder) replaceAll(member core.Member) { f.member, f.list, f.at = member, nil, 0 }

// isSent says whether browsers may send a text as Origin. Most are plain, and need not be read as a URL.
//
//go:noinline
func isSent(text string) bool { return isPlain(text) || isSendable(text) }

// isPlain says whether a text is https:// or http:// and the name of a host, in lower case and without punycode. A last label that is a number is
// that of an address, in hexadecimal digits too (URL Standard, "ends in a number checker").
//
//go:noinline
func isPlain(text string) bool {
	scheme := len("https://")
	if !core.HasPrefix(text, "https://") {
		if scheme--; !core.HasPrefix(text, "http://") {
			return false
		}
	}
	before := byte('/')
	for i := scheme; i < len(text); i++ {
		c := text[i]
		if c-'a' >= 26 && c-'0' >= 10 && c != '.' && (c != '-' || before == '-') || c == 'x' && before == '0' {
			return false
		}
		before = c
	}
	return before-'a' < 26
}
