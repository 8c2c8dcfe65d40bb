package browser

import (
	"unicode/utf8"

	"s3cors/core"
)

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
		if c := domain[i]; c <= ' ' || c >= 0x7F || core.Index("#%/:<>?@[\\]^`{|}", c) >= 0 { // U #forbidden-domain-code-point
			return false
		}
	}
	last := domain
	if core.HasSuffix(last, ".") {
		last = last[:len(last)-1]
	}
	if ipv4Number(last[core.LastIndex(last, '.')+1:]) < 0 { // U #ends-in-a-number-checker
		return domain != ""
	}
	b.bytes = b.bytes[:start]
	return b.ipv4(last)
}

// percentDecode leaves a % without two hexadecimal digits as it is.
func percentDecode(text string) string {
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

// folding maps the characters of a range to lower case, or away.
type folding struct {
	first, last rune
	// add leads to the character meant; gone means that there is none.
	add rune
}

const gone = -1 << 20

// foldings are those of Unicode's IDNA mapping (UTS 46) that hosts are written with: ASCII, Latin-1, Greek, Cyrillic, and
// the characters that it drops. The whole mapping would be larger than this module.
var foldings = [...]folding{
	{'A', 'Z', 32}, {'À', 'Ö', 32}, {'Ø', 'Þ', 32}, {'Α', 'Ρ', 32}, {'Σ', 'Ϋ', 32}, {'А', 'Я', 32}, {'Ѐ', 'Џ', 80},
	{'。', '。', '.' - '。'}, {0xAD, 0xAD, gone}, {0x200B, 0x200B, gone}, {0x2060, 0x2060, gone}, {0xFEFF, 0xFEFF, gone},
}

// maxDomain bounds a domain, in bytes as written; DNS has 253 characters at the most.
const maxDomain = 2000

// domain folds a domain and writes its non-ASCII labels in Punycode (U #concept-domain-to-ascii).
func (b *builder) domain(text string) bool {
	if len(text) > maxDomain {
		return false
	}
	var label []rune
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError {
			return false
		}
		text = text[size:]
		for i := range foldings {
			if f := &foldings[i]; f.first <= r && r <= f.last {
				r += f.add
				break
			}
		}
		if r == '.' {
			b.label(label)
			b.byte('.')
			label = label[:0]
		} else if r >= 0 {
			label = append(label, r)
		}
	}
	b.label(label)
	return true
}

func (b *builder) label(label []rune) {
	start := len(b.bytes)
	for _, r := range label {
		if r < utf8.RuneSelf {
			b.byte(byte(r))
		}
	}
	basic := len(b.bytes) - start
	if basic == len(label) {
		return
	}
	text := string(b.bytes[start:])
	b.bytes = b.bytes[:start]
	b.text("xn--")
	if basic > 0 {
		b.text(text)
		b.byte('-')
	}
	b.punycode(label, basic)
}

// punycode is the encoding of RFC 3492, section 6.3, after the basic characters.
func (b *builder) punycode(label []rune, basic int) {
	const damp, base, tMin, tMax, skew, initialBias, initialN = 700, 36, 1, 26, 38, 72, 128
	const digits = "abcdefghijklmnopqrstuvwxyz0123456789"
	n, delta, bias := rune(initialN), 0, initialBias
	for handled := basic; handled < len(label); n++ {
		next := rune(utf8.MaxRune)
		for _, r := range label {
			if r >= n && r < next {
				next = r
			}
		}
		delta += int(next-n) * (handled + 1)
		n = next
		for _, r := range label {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q, t := delta, 0
			for k := base; ; k += base {
				if t = min(max(k-bias, tMin), tMax); q < t {
					break
				}
				b.byte(digits[t+(q-t)%(base-t)])
				q = (q - t) / (base - t)
			}
			b.byte(digits[q])
			if handled == basic {
				delta /= damp
			} else {
				delta /= 2
			}
			handled++
			delta += delta / handled
			k := 0
			for ; delta > (base-tMin)*tMax/2; k += base {
				delta /= base - tMin
			}
			bias = k + (base-tMin+1)*delta/(delta+skew)
			delta = 0
		}
		delta++
	}
}
