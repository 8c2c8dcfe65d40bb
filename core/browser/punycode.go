package browser

import (
	"unicode/utf8"

	"s3cors/core"
)

// The parameters of Punycode (RFC 3492, section 5).
const (
	punyBase, punyMin, punyMax, punySkew, punyDamp = 36, 1, 26, 38, 700
	punyBias, punyFirst                            = 72, 128
)

const punyDigits = "abcdefghijklmnopqrstuvwxyz0123456789"

// threshold is that of the digit at k (RFC 3492, section 6.1).
func threshold(k, bias int) int { return min(max(k-bias, punyMin), punyMax) }

// adapt is the bias after a delta (RFC 3492, section 6.1).
func adapt(delta, count int, first bool) int {
	if delta /= 2; first {
		delta /= punyDamp / 2
	}
	delta += delta / count
	k := 0
	for ; delta > (punyBase-punyMin)*punyMax/2; k += punyBase {
		delta /= punyBase - punyMin
	}
	return k + (punyBase-punyMin+1)*delta/(delta+punySkew)
}

// punycode is the encoding of RFC 3492, section 6.3, after the basic characters.
func (b *builder) punycode(label []rune, basic int) {
	n, delta, bias := rune(punyFirst), 0, punyBias
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
			b.punyNumber(delta, bias)
			handled++
			bias = adapt(delta, handled, handled == basic+1)
			delta = 0
		}
		delta++
	}
}

// punyNumber writes a number in digits of Punycode.
func (b *builder) punyNumber(q, bias int) {
	for k := punyBase; ; k += punyBase {
		t := threshold(k, bias)
		if q < t {
			break
		}
		b.byte(punyDigits[t+(q-t)%(punyBase-t)])
		q = (q - t) / (punyBase - t)
	}
	b.byte(punyDigits[q])
}

// fromPunycode is the decoding of RFC 3492, section 6.2, of what follows "xn--" in small letters; nil where it is none.
func fromPunycode(text string) []rune {
	var label []rune
	if dash := core.LastIndex(text, '-'); dash >= 0 {
		label, text = []rune(text[:dash]), text[dash+1:]
	}
	n, i, bias := punyFirst, 0, punyBias
	for first := true; text != ""; first = false {
		before := i
		for k, weight := punyBase, 1; ; k += punyBase {
			if text == "" {
				return nil
			}
			digit := core.Index(punyDigits, text[0])
			if text = text[1:]; digit < 0 {
				return nil
			}
			// One more is past the last character there is, in labels of this length.
			if i += digit * weight; i > utf8.MaxRune*maxDomain {
				return nil
			}
			t := threshold(k, bias)
			if digit < t {
				break
			}
			if weight *= punyBase - t; weight > utf8.MaxRune*maxDomain {
				return nil
			}
		}
		size := len(label) + 1
		bias = adapt(i-before, size, first)
		if n += i / size; n > utf8.MaxRune {
			return nil
		}
		i %= size
		label = append(label, 0)
		copy(label[i+1:], label[i:])
		label[i] = rune(n)
		i++
	}
	return label
}
