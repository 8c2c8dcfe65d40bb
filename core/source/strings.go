package source

import "s3cors/core"

// inStrings looks into the texts in quotes that a program or a document holds: what is in them is read behind its backslashes.
func (s *search) inStrings(text string) {
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' {
			i++ // Otherwise quotes behind backslashes would be followed again and again.
			continue
		}
		if !opensString(text, i) {
			continue
		}
		if end := stringEnd(text, i); end > 0 {
			if inside := text[i+1 : end]; mentions(inside) {
				before := s.finds
				s.look(unescapeFrom(text, i+1, end), 1)
				if len(s.finds) > len(before) && isBroken(s.finds[len(before)].tree) {
					s.finds = before // Each line of a notebook is a text, and none of them a whole.
				}
			}
			i = end
		}
	}
}

// opensString says whether a quote at a place may begin a text; an apostrophe in a word does not.
func opensString(text string, at int) bool {
	return text[at] == '"' || text[at] == '\'' && (at == 0 || !nameByte(text[at-1]))
}

// stringEnd is where the quote stands that ends a text on its line, or -1.
func stringEnd(text string, start int) int {
	for i := start + 1; i < len(text) && text[i] != '\n'; i++ {
		switch text[i] {
		case text[start]:
			return i
		case '\\':
			i++
		}
	}
	return -1
}

// unescapeFrom is the piece of a text behind its backslashes, with the way back to the whole of it.
func unescapeFrom(text string, start, end int) *piece {
	p := unescape(text[start:end], false)
	p.inString = true
	for i := range p.marks {
		p.marks[i].by += start
	}
	p.marks = append([]mark{{0, start}}, p.marks...)
	return p
}

// unescapeXML replaces XML that was found in a text of a program by what it is behind its backslashes: there these are no part of it.
func (s *search) unescapeXML(text string) {
	if len(s.finds) == 0 || s.finds[0].tree != nil || s.finds[0].piece.base == 0 || !hasEscapes(s.finds[0].piece.text) {
		return
	}
	found := s.finds
	s.finds = nil
	s.inStrings(text)
	// Parts of a text that is put together of several are not the whole.
	if len(s.finds) < len(found) || s.finds[0].span() != found[0].span() {
		s.finds = found
	}
}

// hasEscapes says whether a quote or the end of a line is written with a backslash.
func hasEscapes(text string) bool {
	return core.IndexText(text, `\"`) >= 0 || core.IndexText(text, `\n`) >= 0 || core.IndexText(text, `\t`) >= 0 || core.IndexText(text, `\r`) >= 0
}
