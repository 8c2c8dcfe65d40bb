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
	// credentials: there is a user name or a password.
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
// for what is no URL. Dots in a path stay as they are written; of non-ASCII hosts, host.go has what is mapped.
func parseURL(text string, base *address) *address {
	if len(text) > maxURL {
		return nil
	}
	text, _, _ = core.Cut(clean(text), '#')
	end := schemeLength(text)
	if end == 0 {
		if base == nil || base.root == 0 {
			return nil
		}
		return parseURL(base.resolve(text), nil)
	}
	scheme := core.Lower(text[:end])
	special := indexOf(specialSchemes, scheme)
	url := &address{scheme: end, http: special == 0 || special == 1}
	var b builder
	b.text(scheme)
	text = text[end+1:]
	if special < 0 && !(core.HasSuffix(scheme, "-extension") && core.HasPrefix(text, "//")) {
		b.byte(':')
		b.text(text)
	} else {
		text = trimSlashes(text) // a backslash counts as a slash
		for end = 0; end < len(text) && core.Index(`/\?`, text[end]) < 0; {
			end++
		}
		host := text[:end]
		at := core.LastIndex(host, '@')
		url.credentials = at > 0
		b.text("://")
		if !b.hostAndPort(host[at+1:], special) {
			return nil
		}
		url.root = len(b.bytes)
		b.path(text[end:])
	}
	url.href = string(b.bytes)
	return url
}

func trimSlashes(text string) string {
	for len(text) > 0 && (text[0] == '/' || text[0] == '\\') {
		text = text[1:]
	}
	return text
}

// clean takes control characters and blanks off both ends, and tabs and line ends out.
func clean(text string) string {
	var b builder
	for i := range len(text) {
		if c := text[i]; c > '\r' || core.Index("\t\r\n", c) < 0 {
			b.byte(c)
		}
	}
	return core.Trim(string(b.bytes), controls)
}

const controls = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F "

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

// resolve writes a relative URL as a whole one.
func (a *address) resolve(text string) string {
	if core.HasPrefix(text, "//") {
		return a.href[:a.scheme+1] + text
	}
	before := a.href[:a.root]
	if !core.HasPrefix(text, "/") {
		before, _, _ = core.Cut(a.href, '?')
		if text == "" {
			before = a.href
		} else if text[0] != '?' {
			before = before[:core.LastIndex(before, '/')+1]
		}
	}
	return before + text
}

// path writes path and query percent-encoded (U #path-percent-encode-set, #special-query-percent-encode-set).
func (b *builder) path(text string) {
	set := "\"<>^`{}"
	if !core.HasPrefix(text, "/") {
		b.byte('/')
	}
	for i := range len(text) {
		c := text[i]
		if c == '?' {
			set = "\"'<>"
		}
		if c <= ' ' || c >= 0x7F || core.Index(set, c) >= 0 {
			b.byte('%')
			b.hex(c)
		} else {
			b.byte(c)
		}
	}
}

// hex writes a byte with two digits.
func (b *builder) hex(c byte) {
	const digits = "0123456789ABCDEF"
	b.byte(digits[c>>4])
	b.byte(digits[c&15])
}
