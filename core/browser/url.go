package browser

import "s3cors/core"

// address is a URL as far as CORS asks for it (U #url-representation).
type address struct {
	_ [0]func() // the compiler writes no comparison for it

	// href is the URL without fragment, user name and password.
	href string
	// scheme and root are the ends of the scheme and of scheme://host:port in href; root is 0 for a URL without host.
	scheme, root int
	http         bool
	// credentials: there is a user name or a password (U #include-credentials).
	credentials bool
}

// maxURL bounds what is read, in bytes.
const maxURL = 1 << 16

// Schemes with a host and their default ports (U #special-scheme); file is left out, since its origin is opaque in practice.
const (
	specialSchemes = "http https ws wss ftp"
	defaultPorts   = "80 443 80 443 21"
)

// parseURL is the URL parser (U #concept-basic-url-parser), with base for a relative URL; base may be nil. It gives nil
// for what is no URL, and for a host of which this module does not know how browsers write it (hostname.go).
func parseURL(text string, base *address) *address {
	if len(text) > maxURL {
		return nil
	}
	text, _, _ = core.Cut(clean(text), '#')
	end := schemeLength(text)
	if end > 0 {
		scheme := core.Lower(text[:end])
		special := indexOf(specialSchemes, scheme)
		text = text[end+1:]
		// U #special-relative-or-authority-state: https:x is relative to a base with that scheme.
		if special < 0 || base == nil || base.root == 0 || base.href[:base.scheme] != scheme || core.HasPrefix(text, "//") {
			return parseAbsolute(scheme, special, text)
		}
	}
	if base == nil || base.root == 0 {
		return nil
	}
	whole, authority := base.resolve(text)
	scheme := whole[:base.scheme]
	url := parseAbsolute(scheme, indexOf(specialSchemes, scheme), whole[base.scheme+1:])
	if url != nil && !authority {
		url.credentials = base.credentials
	}
	return url
}

// parseAbsolute reads what follows the colon of the scheme; special is the scheme's place in specialSchemes, or -1.
func parseAbsolute(scheme string, special int, text string) *address {
	url := &address{scheme: len(scheme), http: special == 0 || special == 1}
	b := builder{make([]byte, 0, len(scheme)+len("://")+len(text))}
	b.text(scheme)
	b.byte(':')
	if special < 0 && !hasHost(scheme, text) {
		b.text(text)
		url.href = string(b.bytes)
		return url
	}
	text = trimSlashes(text) // a backslash counts as a slash
	end := slashOrQuery(text, 0)
	host := text[:end]
	if at := core.LastIndex(host, '@'); at >= 0 {
		url.credentials = at > 0 && host[:at] != ":" // U #include-credentials: empty ones are none
		host = host[at+1:]
	}
	b.text("//")
	if !b.hostAndPort(host, special) {
		return nil
	}
	url.root = len(b.bytes)
	b.path(text[end:])
	url.href = string(b.bytes)
	return url
}

// hasHost says whether a URL whose scheme is not special is read with its host, which is a part of its origin.
//
//go:noinline
func hasHost(scheme, text string) bool {
	return (core.HasSuffix(scheme, "-extension") || listed(appSchemes, scheme)) &&
		core.HasPrefix(text, "//") && slashOrQuery(text, 2) > 2
}

// slashOrQuery is where the first slash, backslash or question mark stands from a place on, or the end of the text.
//
//go:noinline
func slashOrQuery(text string, from int) int {
	for from < len(text) && core.Index(`/\?`, text[from]) < 0 {
		from++
	}
	return from
}

//go:noinline
func isSlash(text string, i int) bool { return i < len(text) && (text[i] == '/' || text[i] == '\\') }

func trimSlashes(text string) string {
	for isSlash(text, 0) {
		text = text[1:]
	}
	return text
}

// schemeLength is that of the scheme before its colon; 0 where there is none.
func schemeLength(text string) int {
	for i := range len(text) {
		c := text[i]
		if c == ':' {
			return i
		}
		if !isAlphanumeric(c) && core.Index("+-.", c) < 0 || i == 0 && c|0x20 < 'a' {
			return 0
		}
	}
	return 0
}

// hostAndPort writes the host in its serialised form, and the port where it is not the scheme's default.
func (b *builder) hostAndPort(text string, special int) bool {
	port := ""
	if colon := core.LastIndex(text, ':'); colon > core.LastIndex(text, ']') {
		text, port = text[:colon], text[colon+1:]
	}
	if !b.host(text) {
		return false
	}
	if port == "" {
		return true
	}
	number := parseNumber(port)
	if port = core.FormatInt(number); special >= 0 {
		if port == item(defaultPorts, special) {
			return true
		}
	}
	b.byte(':')
	b.text(port)
	return number >= 0 && number <= 0xFFFF
}

// resolve writes a relative URL as a whole one, and says whether it brings a host of its own (U #relative-state,
// #relative-slash-state). The parser takes the dots out of it.
func (a *address) resolve(text string) (whole string, authority bool) {
	if isSlash(text, 0) && isSlash(text, 1) {
		return a.href[:a.scheme+1] + "//" + text[2:], true
	}
	before := a.href[:a.root]
	if !isSlash(text, 0) {
		before, _, _ = core.Cut(a.href, '?')
		if text == "" {
			before = a.href
		} else if text[0] != '?' {
			before = before[:core.LastIndex(before, '/')+1]
		}
	}
	return before + text, false
}
