package literal

import (
	"strings"
	"unicode/utf8"

	"s3cors/core"
)

// tokenKind is the byte of a bracket, colon or comma, or one of the constants.
type tokenKind byte

const (
	theEnd   tokenKind = 0
	aString  tokenKind = '"'
	aNumber  tokenKind = '0'
	aWord    tokenKind = 'w'
	anything tokenKind = '?' // what has no place in a literal
)

// token is what the scanner stands at.
type token struct {
	kind             tokenKind
	opening, closing uint8
	span             core.Span
	text             string
}

// beginsValue says whether a value can begin with this token.
func (t *token) beginsValue() bool {
	return t.kind == '{' || t.kind == '[' || t.canBeKey()
}

// canBeKey says whether the token can be the key of a member.
func (t *token) canBeKey() bool {
	return t.kind == aString || t.kind == aWord || t.kind == aNumber
}

// scanner cuts a text into tokens.
type scanner struct {
	text string
	// pos is behind the token.
	pos   int
	token token
	// last is the span of the token before.
	last core.Span
	problems
	// foreignSpace says that white space unknown to JSON has been told.
	foreignSpace bool
}

// next moves to the next token.
func (s *scanner) next() {
	s.last = s.token.span
	for !s.scan() {
	}
}

// scan takes a token. It gives false for a quote that opens nothing, which is passed over.
func (s *scanner) scan() bool {
	s.skipBlank()
	start := s.pos
	if start == len(s.text) {
		s.token = token{span: core.Span{Start: start, End: start}}
		return true
	}
	switch c := s.text[start]; {
	case c == '"' || c == '\'':
		return s.scanString(1)
	case c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',':
		s.take(tokenKind(c), start+1)
	case isWordByte(c):
		s.scanWord()
	case c >= utf8.RuneSelf:
		if quote := typographicQuote(s.text[start:]); quote != 0 {
			return s.scanString(3)
		}
		s.scanWord()
	default:
		s.scanAnything()
	}
	return true
}

// take makes a token of the text up to end.
func (s *scanner) take(kind tokenKind, end int) {
	s.token = token{kind: kind, span: core.Span{Start: s.pos, End: end}, text: s.text[s.pos:end]}
	s.pos = end
}

// stop leaves out the rest of the text.
func (s *scanner) stop() {
	s.pos = len(s.text)
	s.token = token{span: core.Span{Start: s.pos, End: s.pos}}
}

// colonFollows says whether the token is followed by a colon: it is then a key.
func (s *scanner) colonFollows() bool {
	for i := s.pos; i < len(s.text); i++ {
		switch s.text[i] {
		case ' ', '\t', '\n', '\r':
		case ':':
			return true
		default:
			return false
		}
	}
	return false
}

// skipBlank passes white space and comments.
func (s *scanner) skipBlank() {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; c {
		case ' ', '\t', '\n', '\r':
			s.pos++
		case '/', '#':
			end := commentEnd(s.text, s.pos)
			if end == s.pos {
				return
			}
			span := core.Span{Start: s.pos, End: end}
			s.add(Problem{Code: Comment, Span: span})
			if isUnclosedComment(s.text[s.pos:end]) {
				s.add(Problem{Code: UnclosedComment, Span: span, Expected: "*/", Found: endOfText})
			}
			s.pos = end
		default:
			width := foreignSpace(s.text[s.pos:])
			if width == 0 {
				return
			}
			s.reportSpace(width)
			s.pos += width
		}
	}
}

func (s *scanner) reportSpace(width int) {
	span := core.Span{Start: s.pos, End: s.pos + width}
	if s.pos == 0 && s.text[:width] == byteOrderMark {
		s.add(Problem{Code: ByteOrderMark, Span: span})
		return
	}
	if !s.foreignSpace {
		s.foreignSpace = true
		s.add(Problem{Code: ForeignSpace, Span: span})
	}
}

// SkipSpace is the offset of the first thing in the text that is neither white space of any kind
// nor a byte order mark.
func SkipSpace(text string) int {
	i := 0
	for i < len(text) {
		switch text[i] {
		case ' ', '\t', '\n', '\r':
			i++
			continue
		}
		width := foreignSpace(text[i:])
		if width == 0 {
			break
		}
		i += width
	}
	return i
}

// SkipBlank is the offset of the first thing in the text that is neither white space nor a comment.
func SkipBlank(text string) int {
	i := SkipSpace(text)
	for i < len(text) {
		end := commentEnd(text, i)
		if end == i {
			break
		}
		i = end + SkipSpace(text[end:])
	}
	return i
}

// commentEnd is the end of the comment at start, or start if there is none.
func commentEnd(text string, start int) int {
	rest := text[start:]
	switch {
	case rest[0] == '#', strings.HasPrefix(rest, "//"):
		if i := strings.IndexAny(rest, "\r\n"); i >= 0 {
			return start + i
		}
		return len(text)
	case strings.HasPrefix(rest, "/*"):
		if i := strings.Index(rest[2:], "*/"); i >= 0 {
			return start + i + 4
		}
		return len(text)
	}
	return start
}

func isUnclosedComment(comment string) bool {
	return strings.HasPrefix(comment, "/*") && (len(comment) < 4 || !strings.HasSuffix(comment, "*/"))
}

const byteOrderMark = "\uFEFF"

// foreignSpace is the number of bytes of the white space at the start of the text that JSON does
// not know: what web pages and word processors leave in copied text.
func foreignSpace(text string) int {
	switch c := text[0]; {
	case c == '\v' || c == '\f':
		return 1
	case c < 0xC2:
		return 0
	case strings.HasPrefix(text, "\u00A0"), strings.HasPrefix(text, "\u0085"):
		return 2
	case strings.HasPrefix(text, byteOrderMark), strings.HasPrefix(text, "\u3000"),
		strings.HasPrefix(text, "\u205F"), strings.HasPrefix(text, "\u2060"):
		return 3
	case len(text) >= 3 && text[:2] == "\xE2\x80" && // U+2000 to U+200D, U+2028, U+2029, U+202F
		(text[2] <= 0x8D && text[2] >= 0x80 || text[2] == 0xA8 || text[2] == 0xA9 || text[2] == 0xAF):
		return 3
	}
	return 0
}

// scanAnything takes a run of bytes that have no place in a literal.
func (s *scanner) scanAnything() {
	end := s.pos + 1
	for end < len(s.text) {
		c := s.text[end]
		if c >= utf8.RuneSelf || isWordByte(c) || strings.IndexByte(" \t\r\n\v\f\"'#/{}[]:,", c) >= 0 {
			break
		}
		end++
	}
	s.take(anything, end)
}
