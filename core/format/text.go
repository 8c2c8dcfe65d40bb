package format

import (
	"unicode/utf8"

	"s3cors/core"
)

// text writes a text so that the target's own reader reads it as it is.
//
//go:noinline
func (w *writer) text(text string) {
	s := w.style
	if w.host != nil {
		w.host.check(text)
	}
	switch {
	case s.words:
		w.word(text)
	case s.yaml && isPlain(text):
		w.put(text)
	case s.yaml && !needsEscapes(text):
		w.quoted(text, `'`, `''`)
	case s.yaml:
		w.escaped(text, '"')
	default:
		w.escaped(text, s.quote)
	}
}

// word writes one word of a POSIX shell (Shell Command Language, section 2.2.2: single quotes keep all but themselves).
func (w *writer) word(text string) {
	plain := text != ""
	for i := range len(text) {
		plain = plain && (core.IsTokenByte(text[i]) && core.Index("!#$&'*^`|~", text[i]) < 0 || core.Index("/:@=,", text[i]) >= 0)
	}
	if plain {
		w.put(text)
	} else {
		w.quoted(text, `'`, `'\''`)
	}
}

// quoted writes a text in single quotes, with something else in the place of those in it.
func (w *writer) quoted(text, quote, instead string) {
	w.put(quote)
	for i := range len(text) {
		if text[i] == '\'' {
			w.put(instead)
		} else {
			w.out = append(w.out, text[i])
		}
	}
	w.put(quote)
}

// escaped writes a text in quotes, with the escapes that JSON, Python, JavaScript, HCL and YAML have in common: a backslash
// before quote and backslash, \n, and four digits for what is not to stand in a program as it is.
func (w *writer) escaped(text string, quote byte) {
	s := w.style
	w.out = append(w.out, quote)
	for i := 0; i < len(text); {
		point, size := decode(text[i:])
		switch {
		case point == rune(quote), point == '\\':
			w.out = append(w.out, '\\', byte(point))
		case point == '\n':
			w.put(`\n`)
		case isUnprintable(point), s.within && point == '\'':
			w.escape(point)
		case s.expands && (point == '$' || point == '%') && i+1 < len(text) && text[i+1] == '{':
			w.out = append(w.out, byte(point), byte(point))
		default:
			w.put(text[i : i+size])
		}
		i += size
	}
	w.out = append(w.out, quote)
}

// decode is the first character of a text, which may be a lone surrogate in its three bytes.
//
//go:noinline
func decode(text string) (point rune, size int) {
	if text[0] == 0xED && len(text) > 2 && text[1] >= 0xA0 {
		return 0xD000 | rune(text[1]&0x3F)<<6 | rune(text[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text)
}

// isUnprintable says whether a character is not to stand in a program as it is: controls, line ends, surrogates, and
// those that have no shape of their own or turn the direction of text around.
//
//go:noinline
func isUnprintable(point rune) bool {
	return point < ' ' || point >= 0x7F && point < 0xA0 || point == 0xAD || point >= 0x200B && point <= 0x200F ||
		point >= 0x2028 && point <= 0x202E || point >= 0x2060 && point <= 0x206F || point&^0x7FF == 0xD800 || point == 0xFEFF || point|1 == 0xFFFF ||
		point == 0x061C || point == 0x180E || point >= 0xFFF9 && point <= 0xFFFB || point>>12 == 0xE0
}

// escape writes the escape of a character.
func (w *writer) escape(point rune) {
	switch s := w.style; {
	case s.whole && point&^0x7FF == 0xD800:
		w.put("\uFFFD")
	case point < 0x10000:
		w.digits('u', 12, point)
	case s.wide:
		w.digits('U', 28, point)
	default: // RFC 8259, section 7
		w.digits('u', 12, 0xD7C0+point>>10)
		w.digits('u', 12, 0xDC00|point&0x3FF)
	}
}

//go:noinline
func (w *writer) digits(letter byte, shift int, point rune) {
	const digits = "0123456789abcdef"
	w.out = append(w.out, '\\', letter)
	for ; shift >= 0; shift -= 4 {
		w.out = append(w.out, digits[point>>shift&15])
	}
}

//go:noinline
func needsEscapes(text string) bool {
	for i := 0; i < len(text); {
		point, size := decode(text[i:])
		if isUnprintable(point) {
			return true
		}
		i += size
	}
	return false
}

// notPlain are the words that YAML 1.1 and 1.2 read as something else than a text.
const notPlain = " y n yes no on off true false null "

// isPlain says whether YAML reads a text without quotes as this text: a word that begins with a letter.
func isPlain(text string) bool {
	if text == "" || len(text) > 64 || text[0]|0x20-'a' > 25 || core.IndexText(notPlain, " "+core.Lower(text)+" ") >= 0 {
		return false
	}
	for i := range len(text) {
		if c := text[i]; !(c|0x20-'a' < 26 || c-'0' < 10 || c == '-' || c == '_') {
			return false
		}
	}
	return true
}
