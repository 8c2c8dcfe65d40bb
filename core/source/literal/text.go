package literal

import (
	"strings"
	"unicode/utf8"

	"s3cors/core"
)

// scanString takes a string whose opening quote has that many bytes. A text without escapes
// is a slice of the source. It gives false for an empty string without a closing quote.
func (s *scanner) scanString(opening int) bool {
	ascii, typographic := s.text[s.pos], false
	if opening > 1 {
		ascii, typographic = typographicQuote(s.text[s.pos:]), true
	}
	s.reportQuotes(ascii, typographic, opening)
	d := decoder{from: s.pos + opening}
	i, closing := d.from, 0
	control, notUTF8 := false, false
scan:
	for i < len(s.text) {
		c := s.text[i]
		switch {
		case c > '\'' && c < utf8.RuneSelf && c != '\\':
			i++ // the most frequent case, which is no quote either
		case c == ascii:
			closing = 1
			break scan
		case c == '\\':
			i = s.scanEscape(&d, i)
		case c < ' ':
			if (c == '\n' || c == '\r') && !continuesOnNextLine(s.text[i:], ascii) {
				break scan
			}
			if !control {
				control = true
				s.add(Problem{Code: ControlCharacter, Span: core.Span{Start: i, End: i + 1}})
			}
			i++
		case c < utf8.RuneSelf:
			i++
		case typographic && typographicQuote(s.text[i:]) == ascii:
			closing = 3
			break scan
		default:
			_, width := utf8.DecodeRuneInString(s.text[i:])
			if width == 1 && !notUTF8 {
				notUTF8 = true
				s.add(Problem{Code: NotUTF8, Span: core.Span{Start: i, End: i + 1}})
			}
			i += width
		}
	}
	if closing == 0 {
		i = s.endUnclosed(i, d.from)
		if i == s.pos+opening {
			s.pos = i
			return false
		}
	}
	s.token = token{
		kind: aString, opening: uint8(opening), closing: uint8(closing),
		span: core.Span{Start: s.pos, End: i + closing},
		text: d.finish(s.text, i),
	}
	s.pos = i + closing
	return true
}

func (s *scanner) reportQuotes(ascii byte, typographic bool, opening int) {
	span := core.Span{Start: s.pos, End: s.pos + opening}
	switch {
	case typographic:
		s.add(Problem{Code: TypographicQuotes, Span: span})
	case ascii == '\'':
		s.add(Problem{Code: SingleQuotes, Span: span})
	}
}

// endUnclosed reports a string without closing quote that was scanned up to end. The commas and brackets
// at its end were hardly meant as text: they are left to be read.
func (s *scanner) endUnclosed(end, least int) int {
	found := "the end of the line"
	if end == len(s.text) {
		found = endOfText
	}
	for end > least && strings.IndexByte(",]} \t", s.text[end-1]) >= 0 {
		end--
	}
	s.add(Problem{
		Code: UnclosedString, Span: core.Span{Start: s.pos, End: end},
		Expected: "a closing quote", Found: found,
	})
	return end
}

// continuesOnNextLine says whether a string with a line break is one that was wrapped: its
// quote closes on the next line, before a comma, colon or bracket. Else the closing quote was forgotten, and the next
// quote opens another string.
func continuesOnNextLine(text string, quote byte) bool {
	if strings.HasPrefix(text, "\r\n") {
		text = text[1:]
	}
	text = text[1:]
	if end := strings.IndexAny(text, "\r\n"); end >= 0 {
		text = text[:end]
	}
	i := strings.IndexByte(text, quote)
	if i < 0 {
		return false
	}
	rest := strings.TrimLeft(text[i+1:], " \t")
	return rest == "" || strings.IndexByte(",:]}", rest[0]) >= 0
}

// typographicQuote is the quote of ASCII for which the typographic quote at the start of the
// text stands: “ ” „ ‟ for the double, ‘ ’ ‚ ‛ for the single one; 0 if there is none.
func typographicQuote(text string) byte {
	if len(text) < 3 || text[:2] != "\xE2\x80" {
		return 0
	}
	switch c := text[2]; {
	case 0x98 <= c && c <= 0x9B:
		return '\''
	case 0x9C <= c && c <= 0x9F:
		return '"'
	}
	return 0
}

// decoder gathers the text of a string that has escapes.
type decoder struct {
	text []byte
	// from is where the part begins that is not yet taken over.
	from int
}

// finish is the whole text, which ends in the source at end.
func (d *decoder) finish(source string, end int) string {
	if d.text == nil {
		return source[d.from:end]
	}
	return string(append(d.text, source[d.from:end]...))
}

// scanEscape decodes the escape at i and gives the offset behind it.
func (s *scanner) scanEscape(d *decoder, i int) int {
	d.text = append(d.text, s.text[d.from:i]...)
	end := i + 2
	if end > len(s.text) {
		d.from = len(s.text)
		return d.from
	}
	if d.text == nil {
		d.text = make([]byte, 0, 16)
	}
	switch c := s.text[i+1]; c {
	case '"', '\\', '/':
		d.text = append(d.text, c)
	case 'b':
		d.text = append(d.text, '\b')
	case 'f':
		d.text = append(d.text, '\f')
	case 'n':
		d.text = append(d.text, '\n')
	case 'r':
		d.text = append(d.text, '\r')
	case 't':
		d.text = append(d.text, '\t')
	case 'u':
		unit, ok := codeUnit(s.text[i:])
		if !ok {
			return s.unknownEscape(d, i)
		}
		end = i + 6
		if low, ok := codeUnit(s.text[end:]); ok && isHighSurrogate(unit) && isLowSurrogate(low) {
			end += 6
			unit = 0x10000 + (unit-0xD800)<<10 + (low - 0xDC00)
		}
		d.text = appendCodePoint(d.text, unit)
	default:
		return s.unknownEscape(d, i)
	}
	d.from = end
	return end
}

// unknownEscape lets the character behind the backslash stand for itself, as JavaScript does.
func (s *scanner) unknownEscape(d *decoder, i int) int {
	_, width := utf8.DecodeRuneInString(s.text[i+1:])
	end := i + 1 + width
	s.add(Problem{Code: UnknownEscape, Span: core.Span{Start: i, End: end}})
	d.text = append(d.text, s.text[i+1:end]...)
	d.from = end
	return end
}

// codeUnit is the value of the escape \uXXXX at the start of the text.
func codeUnit(text string) (unit rune, ok bool) {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0, false
	}
	for i := 2; i < 6; i++ {
		c := text[i]
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		unit = unit<<4 | rune(c)
	}
	return unit, true
}

func isHighSurrogate(unit rune) bool { return 0xD800 <= unit && unit < 0xDC00 }
func isLowSurrogate(unit rune) bool  { return 0xDC00 <= unit && unit < 0xE000 }

// appendCodePoint writes a code point in UTF-8, and a lone surrogate in the three bytes that
// the same scheme gives for it (WTF-8), since JavaScript's texts may hold one.
func appendCodePoint(text []byte, point rune) []byte {
	if 0xD800 <= point && point < 0xE000 {
		return append(text, 0xE0|byte(point>>12), 0x80|byte(point>>6)&0x3F, 0x80|byte(point)&0x3F)
	}
	return utf8.AppendRune(text, point)
}
