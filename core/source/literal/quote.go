package literal

import (
	"unicode/utf8"

	"s3cors/core"
)

// text takes a string of a program, whose opening quote stands behind its prefix. It ends with its line if no quote ends it.
func (p *program) text(prefix string) {
	text, token := p.Text, &p.token
	from := p.pos + 1
	quote := text[p.pos:from]
	if triple := text[p.pos:min(p.pos+3, len(text))]; p.language == Python && core.Count(triple, quote[0]) == 3 {
		from += 2
		quote = triple
	}
	formatted := core.Index(prefix, 'f') >= 0 || core.Index(prefix, 'F') >= 0
	raw := core.Index(prefix, 'r') >= 0 || core.Index(prefix, 'R') >= 0
	p.escaped, p.interpolated = false, false
	end := -1
	if p.wasted <= len(text) {
		end = p.pass(from, quote, 0)
	}
	token.Kind = String
	token.opening, token.closing = uint8(len(prefix)+len(quote)), uint8(len(quote))
	if end < 0 {
		end = from
		for end < len(text) && text[end] != '\n' && text[end] != '\r' {
			end++
		}
		p.wasted += end - from
		for end > from && core.Index(",]} \t", text[end-1]) >= 0 {
			end--
		}
		token.closing = 0
		p.tell(Problem{Code: UnclosedString, Start: token.Start, End: int32(end)})
	}
	p.pos = end + int(token.closing)
	switch {
	case p.interpolated || formatted && core.Index(text[from:end], '{') >= 0:
		token.Kind = Expression
	case p.escaped && !raw:
		p.keep(token, p.decode(from, end))
	}
}

// pass goes from behind an opening quote to the closing one. It is -1 where there is none, or none on the line if the string has to end
// there.
func (p *program) pass(i int, quote string, depth int) int {
	text, from := p.Text, i
	isTemplate := quote == "`" || p.language == HCL && quote != "'"
	for i < len(text) {
		c := text[i]
		switch {
		case c == quote[0] && core.HasPrefix(text[i:], quote):
			return i
		case c == '\\':
			p.escaped = true
			if core.HasPrefix(text[i:], "\\\r\n") {
				i++
			}
			i++
		case (c == '\n' || c == '\r') && len(quote) == 1 && quote != "`":
			p.wasted += i - from
			return -1
		case isTemplate && (c == '$' || c == '%' && p.language == HCL) && i+2 < len(text):
			if text[i+1] == c && text[i+2] == '{' && p.language == HCL {
				p.escaped = true // $${
				i += 2
			} else if text[i+1] == '{' {
				p.interpolated = true
				i = p.braces(i+2, depth+1)
				if i < 0 {
					return -1
				}
				continue
			}
		}
		i++
	}
	p.wasted += i - from
	return -1
}

// braces goes from behind the brace of an interpolation to behind the one that ends it, or is -1.
func (p *program) braces(i, depth int) int {
	text, from, open := p.Text, i, 1
	for i < len(text) && depth <= MaxDepth {
		c := text[i]
		i++
		switch c {
		case '{':
			open++
		case '}':
			open--
			if open == 0 {
				return i
			}
		case '"', '\'', '`':
			i = p.pass(i, text[i-1:i], depth)
			if i < 0 {
				return -1
			}
			i++
		}
	}
	p.wasted += i - from
	return -1
}

// heredoc takes <<END, lines, END. Its text is the lines; with <<-END without the indentation that they share.
func (p *program) heredoc() bool {
	text, at := p.Text, p.pos+1
	isIndented := at < len(text) && text[at] == '-'
	if isIndented {
		at++
	}
	name := at
	for at < len(text) && text[at] < utf8.RuneSelf && classes[text[at]] == Word {
		at++
	}
	marker := text[name:at]
	if marker == "" || p.wasted > len(text) {
		return false
	}
	at = lineEnd(text, at)
	p.wasted += at - name
	from, indentation := at, len(text)
	for at < len(text) {
		start := at
		at = lineEnd(text, at)
		line := core.TrimSpace(text[start:at])
		if line == marker {
			p.token.Kind = String
			p.keep(&p.token, p.unindent(from, start, indentation))
			if p.interpolated {
				p.token.Kind = Expression
			}
			p.pos = start + core.IndexText(text[start:at], marker) + len(marker)
			return true
		}
		if line != "" || !isIndented {
			blanks := 0
			for isIndented && core.Index(" \t", text[start+blanks]) >= 0 {
				blanks++
			}
			indentation = min(indentation, blanks)
		}
	}
	p.wasted += at - from
	return false
}

// lineEnd is the place behind the line at a place.
//
//go:noinline
func lineEnd(text string, at int) int {
	for at < len(text) && text[at] != '\n' {
		at++
	}
	return min(at+1, len(text))
}

// unindent takes so many blanks off the beginning of each line.
func (p *program) unindent(from, to, indentation int) string {
	text, blanks := p.Text, 0
	left := make([]byte, 0, to-from)
	p.interpolated = false
	for i := from; i < to; i++ {
		c := text[i]
		if i == from || text[i-1] == '\n' {
			blanks = indentation
		}
		if blanks > 0 && (c == ' ' || c == '\t') {
			blanks--
			continue
		}
		blanks = 0
		if (c == '$' || c == '%') && i+2 < to {
			if text[i+1] == c && text[i+2] == '{' {
				i++
			} else if text[i+1] == '{' {
				p.interpolated = true
			}
		}
		left = append(left, c)
	}
	return string(left)
}
