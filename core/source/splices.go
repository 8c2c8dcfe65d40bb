package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// A shell puts the value of a variable into an argument in single quotes by ending the quotes before it and beginning them anew behind
// it: '["'"$ORIGIN"'"]' is one text, ["$ORIGIN"] with the value in it. What stands between the two is a splice.
//
// Authority: POSIX.1-2017, Shell Command Language, sections 2.2 and 2.6.

// longestSplice bounds what is looked through for the end of a splice.
const longestSplice = 1000

// splicer takes the quotes of splices out of a text.
type splicer struct {
	text   string
	piece  *piece
	joined []byte
	// copied is how much of the text stands in joined.
	copied int
	// isXML: the argument is none of JSON. inText: the place is in a text of JSON.
	isXML, inText bool
	// looked counts the bytes that were looked at for the ends of splices.
	looked int
}

// spliced is a text as a shell hands it on: without the quotes of splices in arguments that hold JSON or XML.
func spliced(text string) *piece {
	s := &splicer{text: text, piece: &piece{text: text}}
	if core.Index(text, '\'') < 0 {
		return s.piece
	}
	// JSON may be copied without the quote around it.
	isPart := len(bare(text)) > 0 && core.Index("[{", bare(text)[0]) >= 0
	inside := isPart
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case !inside:
			if c == '\'' && s.opensArgument(i) {
				inside, isPart, s.inText = true, false, false
			}
		case c == '"':
			s.inText = !s.inText
		case c == '\\' && i+1 < len(text) && text[i+1] != '\'':
			i++
		case c == '\'':
			end := -1
			if !isPart || s.inText && beginsValue(text[i+1:]) {
				end = s.spliceEnd(i + 1)
			}
			if end < 0 {
				inside = false
				continue
			}
			s.take(i, end)
			i = end
		}
	}
	if s.copied > 0 {
		s.piece.text = string(append(s.joined, text[s.copied:]...))
	}
	return s.piece
}

// opensArgument says whether a single quote begins an argument that holds JSON or XML, with the name of a parameter before it or without:
// 'CORSRules=[...]'.
func (s *splicer) opensArgument(at int) bool {
	text := s.text
	if at > 0 && core.Index(" \t\n=(", text[at-1]) < 0 {
		return false
	}
	at++
	end := min(len(text), at+longestSplice)
	for at < end && (isXMLSpace(text[at]) || nameByte(text[at]) || text[at] == '=') {
		at++
	}
	s.isXML = at < end && text[at] == '<'
	return s.isXML || at < end && core.Index("[{", text[at]) >= 0
}

// beginsValue says whether a text begins with the value of a variable, in double quotes or without.
func beginsValue(text string) bool {
	if core.HasPrefix(text, `"`) {
		text = text[1:]
	}
	return literal.ExpansionEnd(text, 0) > 0
}

// spliceEnd is the quote that ends a splice which begins at a place, or -1 if there is none. A splice begins with a value or a double
// quote, has no blank outside of such quotes and stands on one line; or it is a single quote, \' or "'".
func (s *splicer) spliceEnd(start int) int {
	text := s.text[:min(len(s.text), start+longestSplice)]
	for _, quote := range [...]string{`\'`, `"'"`} {
		if core.HasPrefix(text[start:], quote+"'") {
			return start + len(quote)
		}
	}
	if start < len(text) && core.Index(`"$`, text[start]) < 0 {
		return -1
	}
	hasValue, inQuotes := false, false
	for i := start; i < len(text) && s.looked <= len(s.text); i++ {
		c, from := text[i], i
		switch {
		case c == '\n':
			return -1
		case c == '"':
			inQuotes = !inQuotes
		case c == '\\':
			i++
		case c == '$':
			end := literal.ExpansionEnd(text, i)
			if end == 0 {
				s.looked += len(text) - i
				return -1
			}
			hasValue = true
			i = end - 1
		case inQuotes:
		case c == '\'':
			if hasValue {
				return i
			}
			return -1
		case !nameByte(c) && core.Index(".:/", c) < 0:
			return -1
		}
		s.looked += i + 1 - from
	}
	return -1
}

// take takes the quotes of a splice between two others out of the text. What the marks say leads from its first byte to the quote
// before it, and from behind it to behind the quote that ends it, so that the span of a value holds the whole of the splice.
func (s *splicer) take(quote, end int) {
	s.joined = append(s.joined, s.text[s.copied:quote]...)
	moved := -1
	for i := quote + 1; i < end; i++ {
		c := s.text[i]
		if c == '\\' && i+1 < end {
			i++
			c = s.text[i]
		} else if c == '"' {
			continue
		}
		stop := i + 1
		if c == '$' {
			stop = max(stop, literal.ExpansionEnd(s.text[:end], i))
		}
		for ; i < stop; i++ {
			if c = s.text[i]; s.inText && !s.isXML && (c == '"' || c == '\\') {
				s.joined = append(s.joined, '\\')
			}
			s.joined = append(s.joined, c)
			if by := i + 1 - len(s.joined); by != moved {
				moved = by
				s.mark(by)
			}
		}
		i--
	}
	s.copied = end + 1
	s.mark(s.copied - len(s.joined))
}

//go:noinline
func (s *splicer) mark(by int) { s.piece.marks = append(s.piece.marks, mark{len(s.joined), by}) }
