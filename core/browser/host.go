package browser

import "s3cors/core"

// host writes a host in its serialised form and says whether it is one (U #concept-host-parser).
func (b *builder) host(text string) bool {
	if core.HasPrefix(text, "[") {
		return core.HasSuffix(text, "]") && b.ipv6(text[1:len(text)-1])
	}
	start := len(b.bytes)
	if !b.domain(percentDecode(text)) {
		return false
	}
	domain := string(b.bytes[start:])
	for i := range len(domain) {
		if c := domain[i]; c <= ' ' || c >= 0x7F || core.Index("#%/:<>?@[\\]^|", c) >= 0 { // U #forbidden-domain-code-point
			return false
		}
	}
	last := domain
	if core.HasSuffix(last, ".") {
		last = last[:len(last)-1]
	}
	if !isNumber(last[core.LastIndex(last, '.')+1:]) {
		return domain != ""
	}
	b.bytes = b.bytes[:start]
	return b.ipv4(last)
}

// isNumber says whether a last label makes a host an IPv4 address (U #ends-in-a-number-checker): 08 does, though it is no number.
//
//go:noinline
func isNumber(label string) bool {
	return ipv4Number(label) >= 0 || label != "" && core.Trim(label, "0123456789") == ""
}

// percentDecode leaves a % without two hexadecimal digits as it is.
func percentDecode(text string) string {
	if core.Index(text, '%') < 0 {
		return text
	}
	var b builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '%' && i+2 < len(text) {
			if high, low := hexDigit(text[i+1]), hexDigit(text[i+2]); high|low < 16 {
				c = high<<4 | low
				i += 2
			}
		}
		b.byte(c)
	}
	return string(b.bytes)
}

// hexDigit is 16 for what is none.
//
//go:noinline
func hexDigit(b byte) byte {
	if b-'0' < 10 {
		return b - '0'
	}
	if b|0x20-'a' < 6 {
		return b | 0x20 - 'a' + 10
	}
	return 16
}
