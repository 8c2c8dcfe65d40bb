package main

import "s3cors/core"

// encoder writes JSON without white space. What it writes for a type has the members of the interface
// of that name in web/s3cors.d.ts, in their order; an optional member that is absent is left out.
type encoder struct {
	out []byte
	// source is what the places in the result are of; nil for none.
	source *kept
	// refersToSource: a fix was written that refers to the configuration of the source, and the result
	// does not hold it.
	refersToSource bool
	// holdsConfiguration: the result holds the configuration of the source.
	holdsConfiguration bool
}

// write writes JSON by its form, in which a sign stands for each value:
//
//	$  a string
//	?  a string, or nothing at all if it is empty
//	~  a string, or null if it is empty
//	#  a number, true, false or null, in its digits or letters
//	@  what is written next
//
// All else stands for itself, so that {"code":$"help":? with two values is {"code":"a","help":"b". Commas are found without
// being told. A form is a fraction of the calls, member by member, that it stands for, and those were a fifth of the
// module's own code.
//
//go:noinline
func (e *encoder) write(form string, values ...string) {
	start, next := 0, 0
	for i := range len(form) {
		sign := form[i]
		if letter := sign | 0x20; 'a' <= letter && letter <= 'z' || sign == '"' || sign == ':' {
			continue
		}
		name := form[start:i]
		start = i + 1
		value := ""
		switch sign {
		case '}', ']':
			e.put(form[i:start])
			continue
		case '{', '[':
			value = form[i:start]
		case '@':
		default:
			value = values[next]
			next++
		}
		if sign == '?' && value == "" {
			continue
		}
		e.key(name)
		switch {
		case sign == '~' && value == "":
			e.put("null")
		case sign == '$', sign == '?', sign == '~':
			e.quote(value)
		default:
			e.put(value)
		}
	}
}

// open writes JSON by a form without values.
//
//go:noinline
func (e *encoder) open(form string) { e.write(form) }

// key begins the next member, with its name in quotes and a colon, or the next element.
//
//go:noinline
func (e *encoder) key(name string) {
	out := e.out
	if n := len(out); n > 0 {
		if last := out[n-1]; last != '{' && last != '[' && last != ':' {
			out = append(out, ',')
		}
	}
	e.out = append(out, name...)
}

// put writes a text as it is.
//
//go:noinline
func (e *encoder) put(text string) { e.out = append(e.out, text...) }

// optional writes a member unless it is nil.
//
//go:noinline
func (e *encoder) optional(name string, value *string) {
	if value != nil {
		e.key(name)
		e.quote(*value)
	}
}

// texts writes a list, which its form opens; one that is optional is left out if it is empty.
//
//go:noinline
func (e *encoder) texts(form string, list *[]string, optional bool) {
	values := *list
	if optional && len(values) == 0 {
		return
	}
	e.open(form)
	for i := range values {
		e.write("$", values[i])
	}
	e.put("]")
}

// quote writes a string as JSON.stringify does (ECMAScript, QuoteJSONString). A lone surrogate, three bytes that UTF-8 does not
// allow, is written as its escape. All else that is no UTF-8 becomes U+FFFD when JavaScript decodes it.
//
//go:noinline
func (e *encoder) quote(value string) {
	out := append(e.out, '"')
	written := 0
	for i := 0; i < len(value); i++ {
		if !escaped[value[i]] {
			continue
		}
		unit, size := int(value[i]), 1
		if unit == 0xED {
			if i+2 >= len(value) || value[i+1] < 0xA0 {
				continue
			}
			unit, size = 0xD000|int(value[i+1]&0x3F)<<6|int(value[i+2]&0x3F), 3
		}
		e.out = out
		e.put(value[written:i])
		e.escape(unit)
		out = e.out
		written = i + size
		i = written - 1
	}
	out = append(out, value[written:]...)
	e.out = append(out, '"')
}

// escaped are the bytes at which quote may have to write an escape: quote, backslash, control characters, and the first byte of a surrogate.
var escaped = [256]bool{
	0: true, 1: true, 2: true, 3: true, 4: true, 5: true, 6: true, 7: true, 8: true, 9: true, 10: true, 11: true, 12: true, 13: true, 14: true, 15: true,
	16: true, 17: true, 18: true, 19: true, 20: true, 21: true, 22: true, 23: true, 24: true, 25: true, 26: true, 27: true, 28: true, 29: true, 30: true, 31: true,
	'"': true, '\\': true, 0xED: true,
}

// escape writes what stands for a quote, a backslash, a control character or a surrogate.
//
//go:noinline
func (e *encoder) escape(unit int) {
	const signs, letters, hexDigits = "\"\\\b\f\n\r\t", `"\bfnrt`, "0123456789abcdef"
	e.put(`\`)
	if i := core.Index(signs, byte(unit)); i >= 0 && unit < 0x80 {
		e.put(letters[i : i+1])
		return
	}
	e.put("u")
	for shift := 12; shift >= 0; shift -= 4 {
		digit := unit >> shift & 15
		e.put(hexDigits[digit : digit+1])
	}
}
