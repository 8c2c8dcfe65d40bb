package literal

import (
	"unicode/utf8"

	"s3cors/core"
)

// What a shell or an engine of templates fills in before the text is JSON: ${X}, $X, $(...), {{ x }}.

// longestExpansion bounds what is looked through for the end of one.
const longestExpansion = 1000

// expansion takes a value that is filled in, with what stands behind it without a blank: ${A}${B}. It is false if none begins at the token.
func (p *parser) expansion() bool {
	from := int(p.token.Start)
	text := p.Text[:min(len(p.Text), from+longestExpansion)]
	if p.wasted > len(p.Text) {
		return false
	}
	end := ExpansionEnd(text, from)
	if text[from] == '{' {
		end = templateEnd(text, from)
	}
	if end == 0 {
		p.wasted += len(text) - from
		return false
	}
	p.token.Kind, p.token.flaw = Word, Unfilled
	for p.pos = end; p.pos < len(text); p.pos++ {
		c := text[p.pos]
		if end = ExpansionEnd(text, p.pos); end > 0 {
			p.pos = end - 1
		} else if c == '$' {
			p.wasted += len(text) - p.pos
		} else if c >= utf8.RuneSelf || classes[c] != Word {
			break
		}
	}
	return true
}

// templateEnd is the place behind {{ name ... }} on one line, or 0. Two braces before anything else are those of two objects.
func templateEnd(text string, at int) int {
	first := at + len("{{")
	for first < len(text) && core.Index(" -.$", text[first]) >= 0 {
		first++
	}
	if first == len(text) || text[first]|0x20-'a' >= 26 {
		return 0
	}
	for i := first; i+1 < len(text) && text[i] != '\n'; i++ {
		if text[i] == '}' && text[i+1] == '}' {
			return i + len("}}")
		}
	}
	return 0
}

// ExpansionEnd is the place behind what a shell replaces, $X, ${...} or $(...), or 0 if none stands at a place or it does not end.
func ExpansionEnd(text string, at int) int {
	if at+1 >= len(text) || text[at] != '$' {
		return 0
	}
	open := text[at+1]
	if open != '{' && open != '(' {
		end := at + 1
		for end < len(text) && inName(text[end]) {
			end++
		}
		if end == at+1 {
			return 0
		}
		return end
	}
	closing, depth, quote := open+2, 0, byte(0)
	if open == '(' {
		closing = ')'
	}
	for i := at + 1; i < len(text) && text[i] != '\n'; i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case open == '(' && (c == '"' || c == '\''):
			quote = c
		case c == open:
			depth++
		case c == closing:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}

//go:noinline
func inName(c byte) bool { return c == '_' || c|0x20-'a' < 26 || c-'0' < 10 }
