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

// decode is the text of a string that has escapes. The character behind an unknown one stands for itself, as in
// JavaScript.
func (p *parser) decode(from, to int) string {
	text := p.Text[:to]
	decoded := make([]byte, to-from) // No escape is shorter than what it stands for.
	n := 0
	for i := from; i < to; {
		c := text[i]
		i++
		if c == '\\' {
			if unit := codeUnit(text, i-1); unit >= 0 {
				i += 5
				low := codeUnit(text, i)
				if unit&^0x3FF == 0xD800 && low&^0x3FF == 0xDC00 {
					i += 6
					unit = 0x10000 + (unit-0xD800)<<10 + (low - 0xDC00)
				}
				n += encode(decoded[n:], unit)
				continue
			}
			known := -1
			end := i
			if i < to && text[i] < utf8.RuneSelf {
				known = core.Index(`"\/bfnrt`, text[i])
				end++
			}
			if known < 0 {
				p.relax(UnknownEscape, i-1, end)
				continue
			}
			c = "\"\\/\b\f\n\r\t"[known]
			i++
		}
		decoded[n] = c
		n++
	}
	return string(decoded[:n])
}

// codeUnit is the value of the escape \uXXXX at a place, or -1.
//
//go:noinline
func codeUnit(text string, at int) rune {
	if len(text) < at+6 || text[at] != '\\' || text[at+1] != 'u' {
		return -1
	}
	unit := 0
	for i := at + 2; i < at+6; i++ {
		digit := core.Index("0123456789abcdefABCDEF", text[i])
		if digit < 0 {
			return -1
		}
		if digit > 15 {
			digit -= 6
		}
		unit = unit<<4 | digit
	}
	return rune(unit)
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
