package literal

import (
	"strings"
	"unicode/utf8"

	"s3cors/core"
)

// isWordByte says whether a byte stands in words and numbers. "*" is among them, since it is
// the most frequent value of all.
func isWordByte(c byte) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return true
	case c == '_', c == '-', c == '.', c == '+', c == '*', c == '$', c == '@':
		return true
	}
	return false
}

// scanWord takes a word or a number. An origin without quotes is one word, although it
// holds a colon and what looks like a comment.
func (s *scanner) scanWord() {
	end, notUTF8 := s.pos, -1
	for end < len(s.text) {
		c := s.text[end]
		switch {
		case isWordByte(c):
			end++
			continue
		case c == ':' && strings.HasPrefix(s.text[end:], "://"):
			for end += 3; end < len(s.text) && isOriginByte(s.text[end]); {
				end++
			}
			continue
		case c < utf8.RuneSelf:
		case foreignSpace(s.text[end:]) > 0, typographicQuote(s.text[end:]) != 0:
		default:
			_, width := utf8.DecodeRuneInString(s.text[end:])
			if width == 1 && notUTF8 < 0 {
				notUTF8 = end
			}
			end += width
			continue
		}
		break
	}
	kind := aWord
	if isNumber(s.text[s.pos:end]) {
		kind = aNumber
	}
	s.take(kind, end)
	if notUTF8 >= 0 {
		s.add(Problem{Code: NotUTF8, Span: core.Span{Start: notUTF8, End: notUTF8 + 1}})
	}
}

// isOriginByte says whether a byte goes on with an origin without quotes.
func isOriginByte(c byte) bool { return isWordByte(c) || c == ':' || c == '/' }

// isNumber says whether a text is a number in decimal notation, in JSON's form or in one near it.
func isNumber(text string) bool {
	switch text {
	case "NaN", "Infinity", "+Infinity", "-Infinity":
		return true
	}
	if text != "" && (text[0] == '-' || text[0] == '+') {
		text = text[1:]
	}
	whole := digits(text)
	rest := text[whole:]
	fraction := 0
	if rest != "" && rest[0] == '.' {
		fraction = digits(rest[1:])
		rest = rest[1+fraction:]
	}
	return whole+fraction > 0 && isExponent(rest)
}

// isJSONNumber says whether a text is a number as JSON writes it (RFC 8259, section 6).
func isJSONNumber(text string) bool {
	if text != "" && text[0] == '-' {
		text = text[1:]
	}
	whole := digits(text)
	if whole == 0 || whole > 1 && text[0] == '0' {
		return false
	}
	rest := text[whole:]
	if rest != "" && rest[0] == '.' {
		fraction := digits(rest[1:])
		if fraction == 0 {
			return false
		}
		rest = rest[1+fraction:]
	}
	return isExponent(rest)
}

// isExponent says whether a text is empty or the exponent of a number.
func isExponent(text string) bool {
	if text == "" {
		return true
	}
	if text[0] != 'e' && text[0] != 'E' {
		return false
	}
	text = text[1:]
	if text != "" && (text[0] == '-' || text[0] == '+') {
		text = text[1:]
	}
	return text != "" && digits(text) == len(text)
}

// digits is the number of digits at the start of the text.
func digits(text string) int {
	i := 0
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	return i
}
