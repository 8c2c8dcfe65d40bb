package source

import (
	"strings"
	"unicode/utf8"
)

// referenceProblem says what is wrong with "&" and what follows it.
type referenceProblem uint8

const (
	goodReference referenceProblem = iota
	// loneAmpersand begins no reference.
	loneAmpersand
	// openReference lacks its semicolon.
	openReference
	// unknownEntity is none of the five of XML. There is no DTD that could declare others:
	// assumption "xml-doctype".
	unknownEntity
	// noCharacter is the number of a character that XML does not allow.
	noCharacter
)

// readReference reads the reference at the start of text, which begins with "&": the character that is
// meant, or -1 where the text stays as it is written, and the bytes that it takes.
func readReference(text string) (r rune, width int, problem referenceProblem) {
	if strings.HasPrefix(text, "&#") {
		return readCharacterReference(text)
	}
	end := nameEnd(text, 1)
	if end == 1 {
		return '&', 1, loneAmpersand
	}
	r = entity(text[1:end])
	closed := end < len(text) && text[end] == ';'
	switch {
	case !closed && r < 0:
		return '&', 1, loneAmpersand
	case !closed:
		return r, end, openReference
	case r < 0:
		return -1, end + 1, unknownEntity
	}
	return r, end + 1, goodReference
}

// entity is the character of one of the five entities of section 4.6, or -1.
func entity(name string) rune {
	switch name {
	case "amp":
		return '&'
	case "lt":
		return '<'
	case "gt":
		return '>'
	case "quot":
		return '"'
	case "apos":
		return '\''
	}
	return -1
}

func readCharacterReference(text string) (r rune, width int, problem referenceProblem) {
	digits, base := 2, rune(10)
	if len(text) > 2 && text[2] == 'x' {
		digits, base = 3, 16
	}
	end := digits
	for end < len(text) {
		digit := digitValue(text[end])
		if digit >= base {
			break
		}
		// Beyond the last character it is enough to stay there, however many digits follow.
		r = min(r*base+digit, utf8.MaxRune+1)
		end++
	}
	closed := end < len(text) && text[end] == ';'
	switch {
	case end == digits:
		return '&', 1, loneAmpersand
	case !closed && !isXMLChar(r):
		return '&', 1, loneAmpersand
	case !closed:
		return r, end, openReference
	case !isXMLChar(r):
		return -1, end + 1, noCharacter
	}
	return r, end + 1, goodReference
}

// digitValue is the value of a hexadecimal digit, or 16.
func digitValue(b byte) rune {
	switch {
	case '0' <= b && b <= '9':
		return rune(b - '0')
	case 'a' <= b && b <= 'f':
		return rune(b-'a') + 10
	case 'A' <= b && b <= 'F':
		return rune(b-'A') + 10
	}
	return 16
}

// xmlValue is the value of raw text: references resolved, line ends as LF (section 2.11). What cannot be
// resolved stays as it is written.
func xmlValue(raw string) string {
	value := make([]byte, 0, len(raw))
	for {
		i := 0
		for i < len(raw) && raw[i] != '\r' && raw[i] != '&' {
			i++
		}
		if i == len(raw) {
			return string(append(value, raw...))
		}
		value = append(value, raw[:i]...)
		if raw[i] == '\r' {
			value = append(value, '\n')
			raw = afterLineEnd(raw[i:])
			continue
		}
		r, width, _ := readReference(raw[i:])
		if r < 0 {
			value = append(value, raw[i:i+width]...)
		} else {
			value = utf8.AppendRune(value, r)
		}
		raw = raw[i+width:]
	}
}

// xmlLines translates line ends alone, as in a CDATA section.
func xmlLines(raw string) string {
	i := strings.IndexByte(raw, '\r')
	if i < 0 {
		return raw
	}
	value := make([]byte, 0, len(raw))
	for ; i >= 0; i = strings.IndexByte(raw, '\r') {
		value = append(append(value, raw[:i]...), '\n')
		raw = afterLineEnd(raw[i:])
	}
	return string(append(value, raw...))
}

// afterLineEnd is what follows the CR or CRLF at the start of text.
func afterLineEnd(text string) string {
	if len(text) > 1 && text[1] == '\n' {
		return text[2:]
	}
	return text[1:]
}
