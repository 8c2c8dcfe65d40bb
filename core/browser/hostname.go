package browser

import (
	"unicode/utf8"

	"s3cors/core"
)

// maxDomain bounds a domain, in bytes as written; DNS has 253 characters at the most.
const maxDomain = 2000

// name is a domain on its way to ASCII (U #concept-domain-to-ascii; Unicode Technical Standard 46, section 4, with
// CheckBidi and CheckJoiners, and without CheckHyphens, UseSTD3ASCIIRules and VerifyDnsLength).
type name struct {
	_     [0]func() // the compiler writes no comparison for it
	known characters
	// rightToLeft: a label has a letter of a script that is written so.
	rightToLeft bool
}

// domain writes a domain as browsers do: in small letters, composed, and non-ASCII labels in Punycode. It says no to what is no
// domain, and to characters of which this module does not know what becomes of them, so that no origin is made up.
func (b *builder) domain(text string) bool {
	if len(text) > maxDomain {
		return false
	}
	var n name
	if lower := core.Lower(text); isASCII(lower) && core.IndexText("."+lower, ".xn--") < 0 {
		b.text(lower)
		return true
	}
	n.known = knownCharacters()
	whole := n.mapped(text)
	if whole == nil {
		return false
	}
	var labels [][]rune
	for start, i := 0, 0; i <= len(whole); i++ {
		if i < len(whole) && whole[i] != '.' {
			continue
		}
		if start > 0 {
			b.byte('.')
		}
		label := n.label(b, whole[start:i])
		if label == nil {
			return false
		}
		labels = append(labels, label)
		start = i + 1
	}
	for i := range labels {
		if n.rightToLeft && !n.keepsDirection(labels[i]) {
			return false
		}
	}
	return true
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mapped maps each character, and composes what is left (UTS 46, section 4, steps 1 and 2); nil where one is not known.
func (n *name) mapped(text string) []rune {
	runes, marks := make([]rune, 0, len(text)), false
	for _, r := range text {
		kind, add := n.known.find(r)
		switch kind {
		case unknown:
			letters := spelled(r)
			if letters == nil {
				return nil
			}
			runes, marks = append(runes, letters...), true
			continue
		case dropped:
			continue
		}
		if r += add; add != 0 {
			kind, _ = n.known.find(r)
		}
		marks = marks || composes(r, kind)
		runes = append(runes, r)
	}
	if marks {
		runes = n.known.compose(runes)
	}
	return runes
}

// label writes one label, and gives its characters; nil where it is not valid (UTS 46, sections 4.1 and 4, step 4).
func (n *name) label(b *builder, label []rune) []rune {
	encoded := len(label) >= 4 && string(label[:4]) == "xn--"
	if encoded {
		b.text(string(label))
		label = fromPunycode(string(label[4:]))
		if isASCII(string(label)) {
			return nil
		}
	}
	basic, marks := 0, false
	for i, r := range label {
		kind, add := n.known.find(r)
		if kind == unknown || kind == dropped || add != 0 || kind >= mark && i == 0 {
			return nil
		}
		marks = marks || composes(r, kind)
		n.rightToLeft = n.rightToLeft || kind == rightToLeft || isDigit(r, arabicZero)
		if r < utf8.RuneSelf {
			basic++
		}
	}
	if !encoded {
		b.label(label, basic)
	} else if marks && string(n.known.compose(label)) != string(label) {
		return nil
	}
	if label == nil {
		label = []rune{}
	}
	return label
}

// label writes a label of which so many characters are ASCII.
func (b *builder) label(label []rune, basic int) {
	if basic < len(label) {
		b.text("xn--")
	}
	for _, r := range label {
		if r < utf8.RuneSelf {
			b.byte(byte(r))
		}
	}
	if basic < len(label) {
		if basic > 0 {
			b.byte('-')
		}
		b.punycode(label, basic)
	}
}
