package source

import (
	"unicode/utf8"

	"s3cors/core"
)

// What XML 1.0 (fifth edition) takes for characters and names. Package unicode has
// none of these ranges, and encoding/xml has those of the fourth edition.

// isXMLChar is the production Char, section 2.2.
//
//go:noinline
func isXMLChar(r rune) bool {
	if r < ' ' {
		return r == '\t' || r == '\n' || r == '\r'
	}
	return r < 0xD800 || r >= 0xE000 && r != 0xFFFE && r != 0xFFFF && r <= utf8.MaxRune
}

// nameRanges are the characters of names beyond ASCII (section 2.3): first those that may begin
// one, NameStartChar, then the others of NameChar.
var nameRanges = [...]struct{ first, last rune }{
	{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF}, {0x200C, 0x200D}, {0x2070, 0x218F},
	{0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
	{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040},
}

const nameStartRanges = 12

// nameEnd is where the name that begins at start ends; start itself if none does.
//
//go:noinline
func nameEnd(text string, start int) int {
	end := start
	for end < len(text) {
		b := text[end]
		if (b|0x20)-'a' < 26 || b == '_' || b == ':' || end > start && (b-'0' < 10 || b == '-' || b == '.') {
			end++
			continue
		}
		if b < utf8.RuneSelf {
			break
		}
		r, width := utf8.DecodeRuneInString(text[end:])
		// RuneError of width 1 is a byte that is not UTF-8; of width 3 it is a name character.
		if width == 1 || !isNameRune(r, end > start) {
			break
		}
		end += width
	}
	return end
}

func isNameRune(r rune, inside bool) bool {
	for i := range nameRanges {
		if i == nameStartRanges && !inside {
			break
		}
		if nameRanges[i].first <= r && r <= nameRanges[i].last {
			return true
		}
	}
	return false
}

// checkCharacters reports all that is no character of XML, each run once.
func (x *xmlReader) checkCharacters() {
	text := x.text
	for i := 0; i < len(text); {
		for i = core.PlainEnd(text, i); i < len(text) && text[i] == '\n'; {
			i = core.PlainEnd(text, i+1)
		}
		if i == len(text) {
			break
		}
		start, bad := i, 0 // where a run begins and ends
		for i < len(text) {
			r, width := utf8.DecodeRuneInString(text[i:])
			i += width
			if isXMLChar(r) && (r != utf8.RuneError || width > 1) {
				break
			}
			bad = i
		}
		if bad > 0 {
			x.reportWith(&badCharacter, start, bad, core.Hex(int(text[start]), 2), "", "")
		}
	}
}

// entities are those of section 4.6. There is no DTD that could declare others: assumption "xml-doctype".
var entities = [...]struct {
	name string
	rune
}{{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}

// readReference reads the reference that begins with the "&" at a place: the character that is meant, or -1 where the text
// stays as it is written, and where it ends. "&" alone is itself.
func readReference(text string, at int) (r rune, end int) {
	i := at + 1
	r = -1
	if i+1 < len(text) && text[i] == '#' {
		i++
		base := rune(10)
		if text[i] == 'x' {
			i, base = i+1, 16
		}
		first := i
		for r = 0; i < len(text); i++ {
			digit := core.Index("0123456789abcdef"[:base], text[i]|0x20)
			if digit < 0 {
				break
			}
			// Beyond the last character it is enough to stay there, however many digits follow.
			r = min(r*base+rune(digit), utf8.MaxRune+1)
		}
		if i == first {
			return '&', at + 1
		}
		if !isXMLChar(r) {
			r = -1
		}
	} else {
		i = nameEnd(text, i)
		name := text[at+1 : i]
		for j := range entities {
			if entities[j].name == name {
				r = entities[j].rune
			}
		}
	}
	if i > at+1 && i < len(text) && text[i] == ';' {
		return r, i + 1
	}
	if r < 0 {
		return '&', at + 1
	}
	return r, i
}

//go:noinline
func appendText(value []byte, text string) []byte { return append(value, text...) }

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
