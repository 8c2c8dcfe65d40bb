package source

import (
	"strings"
	"unicode/utf8"
)

// What XML 1.0 (fifth edition) takes for white space, characters and names. Package unicode has
// none of these ranges, and encoding/xml has those of the fourth edition.

// isXMLSpace says whether a byte is white space, section 2.3.
func isXMLSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\r' || b == '\t' }

func isXMLBlank(text string) bool {
	for i := 0; i < len(text); i++ {
		if !isXMLSpace(text[i]) {
			return false
		}
	}
	return true
}

// The classes of bytes in text.
const (
	whiteByte = iota
	plainByte
	// specialByte needs a closer look: markup, a line end to translate, a control character, or a
	// byte beyond ASCII.
	specialByte
)

var textClass = textClasses()

func textClasses() (class [256]uint8) {
	for b := range class {
		switch {
		case b == ' ' || b == '\t' || b == '\n':
			class[b] = whiteByte
		case b < ' ' || b >= utf8.RuneSelf || strings.IndexByte("<&]", byte(b)) >= 0:
			class[b] = specialByte
		default:
			class[b] = plainByte
		}
	}
	return class
}

// isXMLChar is the production Char, section 2.2. Surrogates never reach it: they are not UTF-8.
func isXMLChar(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r < 0xD800:
		return true
	case r < 0xE000:
		return false
	}
	return r <= 0x10FFFF && r != 0xFFFE && r != 0xFFFF
}

// isNameStart is the production NameStartChar, section 2.3.
func isNameStart(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_' || r == ':'
	case r < 0x300:
		return r >= 0xC0 && r != 0xD7 && r != 0xF7
	case r < 0x2000:
		return r >= 0x370 && r != 0x37E
	case r < 0x3000:
		return r == 0x200C || r == 0x200D || 0x2070 <= r && r <= 0x218F || 0x2C00 <= r && r <= 0x2FEF
	case r < 0xE000:
		return 0x3001 <= r && r <= 0xD7FF
	}
	return 0xF900 <= r && r <= 0xFDCF || 0xFDF0 <= r && r <= 0xFFFD || 0x10000 <= r && r <= 0xEFFFF
}

// isNameChar is the production NameChar, section 2.3.
func isNameChar(r rune) bool {
	if r < utf8.RuneSelf {
		return isNameStart(r) || '0' <= r && r <= '9' || r == '-' || r == '.'
	}
	return isNameStart(r) || r == 0xB7 || 0x300 <= r && r <= 0x36F || r == 0x203F || r == 0x2040
}

// characterProblem says why bytes are no character of XML.
type characterProblem uint8

const (
	goodCharacter characterProblem = iota
	// notUTF8 is a byte that begins no character.
	notUTF8
	// loneSurrogate is half of a UTF-16 pair in the three bytes of generalised UTF-8, as
	// it comes from a JavaScript string.
	loneSurrogate
	// forbiddenCharacter is well-formed UTF-8 that the production Char leaves out.
	forbiddenCharacter
)

// readCharacter reads the character at the start of text, which is not empty.
func readCharacter(text string) (r rune, width int, problem characterProblem) {
	r, width = utf8.DecodeRuneInString(text)
	switch {
	case r == utf8.RuneError && width == 1:
		if len(text) >= 3 && text[0] == 0xED && text[1]&0xE0 == 0xA0 && text[2]&0xC0 == 0x80 {
			return 0xD000 | rune(text[1]&0x3F)<<6 | rune(text[2]&0x3F), 3, loneSurrogate
		}
		return rune(text[0]), 1, notUTF8
	case !isXMLChar(r):
		return r, width, forbiddenCharacter
	}
	return r, width, goodCharacter
}

// beginsName says whether a name begins at i.
func beginsName(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if text[i] < utf8.RuneSelf {
		return isNameStart(rune(text[i]))
	}
	// RuneError of width 1 is a byte that is not UTF-8; of width 3 it is a name character.
	r, width := utf8.DecodeRuneInString(text[i:])
	return width > 1 && isNameStart(r)
}

// nameEnd is where the name that begins at start ends; start itself if none does.
func nameEnd(text string, start int) int {
	if !beginsName(text, start) {
		return start
	}
	end := start
	for end < len(text) {
		b := text[end]
		if b < utf8.RuneSelf {
			if !nameByte[b] {
				break
			}
			end++
			continue
		}
		r, width := utf8.DecodeRuneInString(text[end:])
		if width == 1 || !isNameChar(r) {
			break
		}
		end += width
	}
	return end
}

// nameByte are the name characters of ASCII.
var nameByte = nameBytes()

func nameBytes() (is [utf8.RuneSelf]bool) {
	for b := range is {
		is[b] = isNameChar(rune(b))
	}
	return is
}

// excerpt shortens a value for a message, at the border of a character.
//
//go:noinline
func excerpt(text string) string {
	const most = 80
	if len(text) <= most {
		return text
	}
	end := most
	for end > most-utf8.UTFMax && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end] + "…"
}
