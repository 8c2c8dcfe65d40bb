package literal

import (
	"unicode/utf8"

	"s3cors/core"
)

// quoted takes the string whose opening quote has been passed, in Python with what stands before the quote. It ends with its
// line if no quote ends it.
func (p *parser) quoted() {
	text, from, token := p.Text, p.pos, &p.token
	quote, count := text[from-1], 1
	token.Kind = String
	switch {
	case quote >= utf8.RuneSelf:
		quote = plainQuote(quote)
		p.relax(TypographicQuotes, from-3, from)
		count = 0
	case quote == '\'':
		p.relax(SingleQuotes, from-1, from)
	}
	if p.language == Python && count > 0 && from+1 < len(text) && text[from] == quote && text[from+1] == quote {
		from += 2
		count = 3
	}
	opening := from - int(token.Start)
	p.escaped, p.interpolated = false, false
	end := p.pass(from, quote, count)
	closing := max(count, 1)
	if end < 0 {
		closing = 0
		for end = from; end < len(text) && text[end] != '\n' && text[end] != '\r'; end++ {
		}
		// The commas and brackets at its end were hardly meant as text: they are left to be read.
		for end > from && core.Index(",]} \t", text[end-1]) >= 0 {
			end--
		}
		p.tell(Problem{Code: UnclosedString, Start: token.Start, End: int32(end)})
	} else if text[end] >= utf8.RuneSelf {
		closing = 3
	}
	token.opening, token.closing = uint8(opening), uint8(closing)
	p.pos = end + closing
	if p.escaped && !p.interpolated {
		p.keep(token, p.decode(from, end))
	}
	if p.interpolated {
		token.Kind, token.decoded = Expression, 0
	}
}

// pass goes from behind so many quotes to those that close the string; none is a typographic one. It is -1 where the
// string is not closed, or not on its line if it has to end there.
func (p *parser) pass(i int, quote byte, count int) int {
	text, from := p.Text, i
	for i < len(text) {
		c := text[i]
		if c > '\'' && c < utf8.RuneSelf && c != '\\' && c != quote {
			i++ // the most frequent case, which is no quote either
			continue
		}
		width := 1
		switch {
		case c == quote:
			if count < 3 || i+2 < len(text) && text[i+1] == quote && text[i+2] == quote {
				return i
			}
		case c == '\n', c == '\r':
			if count < 3 && quote != '`' {
				return -1
			}
		case c < ' ':
			p.relax(ControlCharacter, i, i+1)
		case c == '\\':
			p.escaped = true
			if i+1 < len(text) && text[i+1] < utf8.RuneSelf {
				width = 2
				if core.HasPrefix(text[i+1:], "\r\n") {
					width = 3
				}
			}
		case (c == '$' || c == '%') && (quote == '`' && c == '$' || p.language == HCL):
			if p.doubled(i) {
				p.escaped = true
				width = 3
			} else if i+1 < len(text) && text[i+1] == '{' {
				p.interpolated = true
				width = p.braces(i+2) - i
				if width < 0 {
					return -1
				}
			}
		case c >= utf8.RuneSelf:
			var kind Kind
			kind, width = p.class(i)
			if kind == String && count == 0 && plainQuote(text[i+2]) == quote {
				return i
			}
		}
		i += width
		if p.wasted > len(text) && (count == 3 || quote == '`') {
			return -1
		}
	}
	p.wasted += i - from
	return -1
}

// braces goes from behind the brace of an interpolation to behind the one that ends it, or is -1.
func (p *parser) braces(i int) int {
	text, from, open := p.Text, i, 1
	p.nested++
	for i < len(text) && p.nested <= MaxDepth && p.wasted <= len(text) {
		c := text[i]
		i++
		switch c {
		case '{':
			open++
		case '}':
			open--
			if open == 0 {
				p.nested--
				return i
			}
		case '"', '\'', '`':
			i = p.pass(i, c, 1) + 1
			if i == 0 {
				i = len(text)
			}
		}
	}
	p.nested--
	p.wasted += i - from
	return -1
}

// plainQuote is the quote of ASCII for the last byte of a typographic one: “ ” „ ‟ are double, ‘ ’ ‚ ‛ single.
func plainQuote(last byte) byte {
	if last < 0x9C {
		return '\''
	}
	return '"'
}

// doubled says whether $${ or %%{ stands at a place, which is ${ or %{ and begins no interpolation.
//
//go:noinline
func (p *parser) doubled(at int) bool {
	text := p.Text
	return p.language == HCL && at+2 < len(text) && text[at+1] == text[at] && text[at+2] == '{'
}

// decode is the text of a string that has escapes, and of a number without what parts its digits. In JSON the character
// behind an unknown escape stands for itself, as in JavaScript. In a program a string with an escape that is not read here
// is code: the languages read them in different ways.
func (p *parser) decode(from, to int) string {
	text := p.Text[:to]
	decoded := make([]byte, to-from) // No escape is shorter than what it stands for.
	n := 0
	for i := from; i < to; {
		c := text[i]
		i++
		switch {
		case c == '\\':
			point, width := codePoint(text, i, 'u', 4), 5
			if point < 0 && p.language > JavaScript {
				point, width = codePoint(text, i, 'U', 8), 9
			}
			if point >= 0 {
				i += width
				low := rune(-1)
				if i < to && text[i] == '\\' {
					low = codePoint(text, i+1, 'u', 4)
				}
				if point&^0x3FF == 0xD800 && low&^0x3FF == 0xDC00 {
					i += 6
					point = 0x10000 + (point-0xD800)<<10 + (low - 0xDC00)
				}
				n += encode(decoded[n:], point)
				continue
			}
			known, end := -1, i
			if i < to && text[i] < utf8.RuneSelf {
				known = core.Index("/\"\\bfnrt'`", text[i])
				end++
			}
			if known < 0 || known == 0 && p.language > JavaScript || known > 7 && p.language == JSON {
				p.relax(UnknownEscape, i-1, end)
				p.interpolated = p.language != JSON
				continue
			}
			c = "/\"\\\b\f\n\r\t'`"[known]
			i++
		case c == '_' && p.token.Kind == Number:
			continue
		case (c == '$' || c == '%') && p.doubled(i-1):
			i++
		}
		decoded[n] = c
		n++
	}
	return string(decoded[:n])
}

// codePoint is the value of a letter and so many hexadecimal digits at a place, or -1.
//
//go:noinline
func codePoint(text string, at int, letter byte, count int) rune {
	if len(text) < at+1+count || text[at] != letter {
		return -1
	}
	point := 0
	for i := at + 1; i <= at+count; i++ {
		digit := core.Index("0123456789abcdefABCDEF", text[i])
		if digit < 0 {
			return -1
		}
		if digit > 15 {
			digit -= 6
		}
		point = point<<4 | digit
	}
	return rune(min(point, utf8.MaxRune+1))
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
