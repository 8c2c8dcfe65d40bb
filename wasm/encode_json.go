package main

import (
	"strconv"
	"unicode/utf8"
)

// encoder writes JSON as JSON.stringify does: the same escapes, no white space. What it writes for a type has the
// members of the interface of that name in web/s3cors.d.ts, in their order; an optional member that
// is absent is left out.
type encoder struct {
	out []byte
	// source is what the places in the result are of; nil for none.
	source *kept
	// fixesInFull: the configuration of a fix is written whole, not by reference to that of the source.
	fixesInFull bool
	// refersToSource: a fix was written that refers to the configuration of the source, and the result
	// does not hold it.
	refersToSource bool
	// holdsConfiguration: the result holds the configuration of the source.
	holdsConfiguration bool
}

// The writers of members below take the name of the member, or "" for an element of an array or the value of the whole.
// They are kept from being inlined: Go writes out the growth of a slice wherever there is an append, and the
// module would be a tenth larger.

// key begins the next member or element.
//
//go:noinline
func (e *encoder) key(name string) {
	if n := len(e.out); n > 0 {
		switch e.out[n-1] {
		case '{', '[', ':':
		default:
			e.out = append(e.out, ',')
		}
	}
	if name != "" {
		e.put(`"`, name, `":`)
	}
}

// put writes three texts as they are.
//
//go:noinline
func (e *encoder) put(a, b, c string) {
	e.out = append(append(append(e.out, a...), b...), c...)
}

// open begins an object or an array: bracket is "{" or "[".
//
//go:noinline
func (e *encoder) open(name, bracket string) {
	e.key(name)
	e.put(bracket, "", "")
}

//go:noinline
func (e *encoder) close(bracket string) { e.put(bracket, "", "") }

//go:noinline
func (e *encoder) null(name string) {
	e.key(name)
	e.put("null", "", "")
}

//go:noinline
func (e *encoder) bool(name string, value bool) {
	e.key(name)
	word := "false"
	if value {
		word = "true"
	}
	e.put(word, "", "")
}

// exactIntegers bounds the whole numbers that JavaScript holds exactly.
const exactIntegers = 1 << 53

// number writes a whole number with the digits that JavaScript writes for it: beyond 2^53 it has only the
// nearest number that it can hold (ECMAScript, Number::toString).
//
//go:noinline
func (e *encoder) number(name string, value int64) {
	e.key(name)
	if value > exactIntegers || value < -exactIntegers {
		e.out = strconv.AppendFloat(e.out, float64(value), 'f', -1, 64)
		return
	}
	e.out = strconv.AppendInt(e.out, value, 10)
}

// optionalText writes a member unless its text is empty.
//
//go:noinline
func (e *encoder) optionalText(name, value string) {
	if value != "" {
		e.text(name, value)
	}
}

// optional writes a member unless it is nil.
//
//go:noinline
func (e *encoder) optional(name string, value *string) {
	if value != nil {
		e.text(name, *value)
	}
}

//go:noinline
func (e *encoder) texts(name string, values []string) {
	e.open(name, "[")
	for _, value := range values {
		e.text("", value)
	}
	e.close("]")
}

// text writes a string (ECMAScript, QuoteJSONString).
//
//go:noinline
func (e *encoder) text(name, value string) {
	e.key(name)
	e.put(`"`, "", "")
	written := 0
	for i := 0; i < len(value); {
		b := value[i]
		if b >= 0x20 && b < 0x80 && b != '"' && b != '\\' {
			i++
			continue
		}
		size := 1
		if b >= 0x80 {
			var r rune
			if r, size = utf8.DecodeRuneInString(value[i:]); r != utf8.RuneError || size > 1 {
				i += size
				continue
			}
		}
		escaped := ""
		if b < 0x80 {
			escaped = escape(b)
		} else {
			escaped, size = surrogates(value[i:])
		}
		e.put(value[written:i], escaped, "")
		i += size
		written = i
	}
	e.put(value[written:], `"`, "")
}

const hexDigits = "0123456789abcdef"

// escape is what stands for a quote, a backslash or a control character.
func escape(b byte) string {
	switch b {
	case '"':
		return `\"`
	case '\\':
		return `\\`
	case '\b':
		return `\b`
	case '\f':
		return `\f`
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	}
	return string([]byte{'\\', 'u', '0', '0', hexDigits[b>>4], hexDigits[b&15]})
}

// surrogates gives what to write for the start of a text that is not UTF-8, and the number of bytes for which it
// stands: a lone surrogate as its escape, two that have come to stand together as the character that they are, and
// any other byte as U+FFFD.
func surrogates(text string) (written string, size int) {
	first, ok := surrogate(text)
	if !ok {
		return "\uFFFD", 1
	}
	if second, ok := surrogate(text[3:]); ok && first < 0xDC00 && second >= 0xDC00 {
		return string((first-0xD800)<<10 + (second - 0xDC00) + 0x10000), 6
	}
	return string([]byte{'\\', 'u', 'd', hexDigits[first>>8&15], hexDigits[first>>4&15], hexDigits[first&15]}), 3
}

// surrogate reads the three bytes that UTF-8 would have for a surrogate if it allowed them.
func surrogate(text string) (unit rune, ok bool) {
	if len(text) < 3 || text[0] != 0xED || text[1] < 0xA0 || text[1] > 0xBF || text[2]&0xC0 != 0x80 {
		return 0, false
	}
	return 0xD000 | rune(text[1]&0x3F)<<6 | rune(text[2]&0x3F), true
}
