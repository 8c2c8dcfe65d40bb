package yaml

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// quoted scans a scalar in quotes. One that is not closed ends with its line.
func (p *parser) quoted(quote byte) {
	t := &p.token
	line, first, tab := p.line, p.first, p.tab
	t.kind, t.quotes = literal.String, 1
	p.text = p.text[:0]
	p.pos++
	from := p.pos

	for {
		if p.pos >= p.end {
			p.line, p.first, p.tab = line, first, tab
			p.pos = t.start + 1
			p.pos = p.lineEnd()
			t.quotes, t.end = 0, p.pos
			t.isDecoded = true
			p.text = p.text[:0]
			p.keep(t.start+1, p.pos)
			p.tell(literal.UnclosedString, 0, t.start, p.pos)
			return
		}
		c := p.Text[p.pos]
		isEscape := c == '\\' && quote == '"' || c == quote && quote == '\'' && core.HasPrefix(p.Text[p.pos:p.end], "''")
		if c == quote && !isEscape {
			break
		}
		if !isEscape && !isBreak(c) {
			p.pos++
			continue
		}
		t.isDecoded = true
		end := p.pos
		if isBreak(c) {
			for end > from && (p.Text[end-1] == ' ' || p.Text[end-1] == '\t') {
				end--
			}
		}
		p.keep(from, end)
		if isEscape {
			p.pos++
			p.escape(quote)
		} else {
			p.fold(p.breaks())
		}
		from = p.pos
	}
	if t.isDecoded {
		p.keep(from, p.pos)
	}
	p.pos++
	t.end = p.pos
}

// points are the characters that the escapes of one letter stand for (YAML 1.2.2, section 5.7).
var points = [...]rune{0, 7, 8, '\t', '\t', '\n', 11, '\f', '\r', 27, ' ', '"', '/', '\\', 0x85, 0xA0, 0x2028, 0x2029, '\''}

// escape adds what an escape stands for, whose first character has been passed. The character behind an unknown one stands for itself.
func (p *parser) escape(quote byte) {
	if p.pos >= p.end {
		return
	}
	c := p.Text[p.pos]
	if isBreak(c) {
		// The end of the line is no blank, but empty lines behind it count.
		p.repeat('\n', p.breaks()-1)
		return
	}
	point := rune(-1)
	i := p.pos + 1
	if length := core.Index("_x_u___U", c); length > 0 {
		point = 0
		for length++; length > 0 && point >= 0 && i < p.end; length-- {
			digit := core.Index("0123456789abcdefABCDEF", p.Text[i])
			if digit > 15 {
				digit -= 6
			}
			point = point<<4 | rune(digit)
			i++
		}
	} else if known := core.Index("0abt\tnvfre \"/\\N_LP'", c); known >= 0 && (c != '\'' || quote == c) {
		point = points[known]
	}
	if point < 0 {
		p.tell(literal.UnknownEscape, 0, p.pos-1, p.pos)
		return
	}
	p.pos = i
	p.text = append(p.text, string(point)...)
}

// typographicSize is the number of bytes of a typographic quote: “ ” „ ‟ ‘ ’ ‚ ‛.
const typographicSize = 3

// longestTypographic bounds what is looked through for the closing one.
const longestTypographic = 1000

// typographic scans a scalar that stands wholly in typographic quotes, which word processors put in the place of quotes. It is none
// where something stands behind the closing quote.
func (p *parser) typographic() bool {
	start := p.pos
	text := p.Text[start:min(p.end, start+longestTypographic)]
	if !isTypographic(text) {
		return false
	}
	// It ends with one that is double as the first is, or single as that.
	end, isSingle := typographicSize, text[2] < 0x9C
	for end < len(text) && !isBreak(text[end]) && !(isTypographic(text[end:]) && text[end+2] < 0x9C == isSingle) {
		end++
	}
	if end == len(text) || isBreak(text[end]) {
		return false
	}
	end += typographicSize
	behind := core.Trim(text[end:], " \t")
	if behind != "" && core.Index("\r\n:#", behind[0]) < 0 && (p.brackets == 0 || !isFlow(behind[0])) {
		return false
	}
	t := &p.token
	t.kind, t.quotes, t.end = literal.String, typographicSize, start+end
	p.pos = t.end
	p.tell(literal.TypographicQuotes, 0, start, start+typographicSize)
	return true
}

// isTypographic says whether a text begins with a typographic quote.
func isTypographic(text string) bool {
	return len(text) >= typographicSize && text[:2] == "\xE2\x80" && text[2]&^7 == 0x98
}
