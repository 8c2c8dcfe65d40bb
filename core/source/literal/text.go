package literal

import (
	"unicode/utf8"

	"s3cors/core"
)

// quoted takes the string whose opening quote has been passed. It ends with its line if no quote does.
func (p *parser) quoted() {
	text, from := p.Text, p.pos
	quote, opening := text[from-1], from-int(p.token.Start)
	switch {
	case opening > 1:
		quote = plainQuote(quote)
		p.relax(TypographicQuotes, from-opening, from)
	case quote == '\'':
		p.relax(SingleQuotes, from-1, from)
	}
	i, closing, escaped := from, 0, false
scan:
	for i < len(text) {
		c := text[i]
		if c > '\'' && c < utf8.RuneSelf && c != '\\' {
			i++ // the most frequent case, which is no quote either
			continue
		}
		width := 1
		switch {
		case c == quote:
			closing = 1
			break scan
		case c == '\n', c == '\r':
			break scan
		case c < ' ':
			p.relax(ControlCharacter, i, i+1)
		case c == '\\':
			escaped = true
			if i+1 < len(text) && text[i+1] < utf8.RuneSelf {
				width = 2
			}
		case c >= utf8.RuneSelf:
			var kind Kind
			kind, width = p.class(i)
			if kind == String && opening > 1 && plainQuote(text[i+2]) == quote {
				closing = width
				break scan
			}
		}
		i += width
	}
	if closing == 0 {
		// The commas and brackets at its end were hardly meant as text: they are left to be read.
		for i > from && core.Index(",]} \t", text[i-1]) >= 0 {
			i--
		}
		p.tell(Problem{Code: UnclosedString, Start: p.token.Start, End: int32(i)})
	}
	p.token.opening, p.token.closing = uint8(opening), uint8(closing)
	if escaped {
		p.decoded = append(p.decoded, p.decode(from, i))
		p.token.decoded = int32(len(p.decoded))
	}
	p.pos = i + closing
}

// plainQuote is the quote of ASCII for the last byte of a typographic one: “ ” „ ‟ are double, ‘ ’ ‚ ‛ single.
func plainQuote(last byte) byte {
	if last < 0x9C {
		return '\''
	}
	return '"'
}

// escapes are the letters of the escapes of one character, and escaped what they stand for. Each language has a part of them.
const (
	escapes = `/"\bfnrtva'`
	escaped = "/\"\\\b\f\n\r\t\v\a'"
)

var escapesOf = [...][2]uint8{JSON: {0, 8}, JavaScript: {0, 9}, Python: {1, 11}, HCL: {1, 8}}

// decode is the text of a string that has escapes. The character behind an unknown one stands for itself, as in
// JavaScript; in Python the backslash stays.
func (p *parser) decode(from, to int) string {
	text := p.Text[:to]
	decoded := make([]byte, to-from) // No escape is shorter than what it stands for.
	n := 0
	for i := from; i < to; {
		c := text[i]
		i++
		switch {
		case c == '\\':
			point, width := p.escape(text, i)
			i += width
			if point >= 0 {
				n += encode(decoded[n:], point)
				continue
			}
			if width > 0 {
				continue
			}
			end := i
			if i < to && text[i] < utf8.RuneSelf {
				end++
			}
			p.relax(UnknownEscape, i-1, end)
			if p.language != Python {
				continue
			}
		case p.language == HCL && (c == '$' || c == '%') && i+1 < to && text[i] == c && text[i+1] == '{':
			i++ // Doubled, it begins no interpolation.
		}
		decoded[n] = c
		n++
	}
	return string(decoded[:n])
}

// escape is the code point of the escape whose backslash stands before a place, and the number of bytes behind the backslash. The
// code point is -1 for the end of a line, which stands for nothing, and for what is no escape, which has no bytes.
func (p *parser) escape(text string, at int) (point rune, width int) {
	if at == len(text) {
		return -1, 0
	}
	c := text[at]
	known := escapesOf[p.language]
	if i := core.Index(escapes[known[0]:known[1]], c); i >= 0 {
		return rune(escaped[int(known[0])+i]), 1
	}
	point = -1
	if c == 'u' {
		point = hex(text, at+1, at+5)
		width = 5
		if point&^0x3FF == 0xD800 && core.HasPrefix(text[at+width:], `\u`) {
			if low := hex(text, at+7, at+11); low&^0x3FF == 0xDC00 {
				point = 0x10000 + (point-0xD800)<<10 + (low - 0xDC00)
				width = 11
			}
		}
	}
	switch {
	case point >= 0 || p.language == JSON:
	case c == 'x':
		width = 3
		point = hex(text, at+1, at+width)
	case c == 'U':
		width = 9
		point = hex(text, at+1, at+width)
	case c == 'u':
		if end := at + core.Index(text[at:min(at+10, len(text))], '}'); at+1 < len(text) && text[at+1] == '{' && end > at {
			width = end + 1 - at
			point = hex(text, at+2, end)
		}
	case c-'0' < 8:
		point = 0
		for width < 3 && at < len(text) && text[at]-'0' < 8 {
			point = point<<3 | rune(text[at]-'0')
			at++
			width++
		}
		return point, width
	case c == '\r' && core.HasPrefix(text[at:], "\r\n"):
		return -1, 2
	case c == '\n', c == '\r':
		return -1, 1
	}
	if point < 0 {
		width = 0
	}
	return point, width
}

// hex is the code point in the hexadecimal digits between two places, or -1.
//
//go:noinline
func hex(text string, at, end int) rune {
	point := rune(-1)
	for ; end <= len(text) && at < end && point <= utf8.MaxRune; at++ {
		digit := core.Index("0123456789abcdefABCDEF", text[at])
		if digit < 0 {
			return -1
		}
		if digit > 15 {
			digit -= 6
		}
		point = max(point, 0)<<4 | rune(digit)
	}
	if point > utf8.MaxRune {
		return -1
	}
	return point
}

// encode writes a code point in UTF-8, and a lone surrogate in the three bytes that
// the same scheme gives for it (WTF-8), since JavaScript's texts may hold one.
func encode(to []byte, point rune) int {
	if point&^0x7FF == 0xD800 {
		// The code points of 0x800 before have the same bytes but for one bit.
		width := utf8.EncodeRune(to, point-0x800)
		to[1] |= 0x20
		return width
	}
	return utf8.EncodeRune(to, point)
}
