package browser

import "s3cors/core"

// clean takes control characters and blanks off both ends, and tabs and line ends out (U #concept-basic-url-parser).
func clean(text string) string {
	if core.Index(text, '\t') >= 0 || core.Index(text, '\r') >= 0 || core.Index(text, '\n') >= 0 {
		var b builder
		for i := range len(text) {
			if c := text[i]; c > '\r' || core.Index("\t\r\n", c) < 0 {
				b.byte(c)
			}
		}
		text = string(b.bytes)
	}
	return core.Trim(text, controls)
}

const controls = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F "

// path writes path and query. It takes dot segments out of the path, and writes its backslashes as slashes
// (U #path-state). Keys of S3 with such segments cannot be asked for by a browser in that form.
func (b *builder) path(text string) {
	path, query, asked := core.Cut(text, '?')
	if isSlash(path, 0) {
		path = path[1:]
	}
	start := len(b.bytes)
	for more := true; more; {
		end := slashOrQuery(path, 0)
		segment := path[:end]
		if more = end < len(path); more {
			path = path[end+1:]
		}
		b.segment(segment, start, !more)
	}
	if asked {
		b.byte('?')
		b.encoded(query, "\"'<>") // U #special-query-percent-encode-set
	}
}

// segment writes one segment with the slash before it. start is where the path begins.
func (b *builder) segment(segment string, start int, last bool) {
	dots := dotSegment(segment)
	if dots == 2 { // U #shorten-a-urls-path
		b.bytes = b.bytes[:max(start, core.LastIndex(string(b.bytes), '/'))]
	}
	if dots == 0 || last {
		b.byte('/')
	}
	if dots == 0 {
		b.encoded(segment, "\"<>^`{}") // U #path-percent-encode-set
	}
}

// dotSegment is 1 for a dot, 2 for two and 0 for all else; a dot may be written %2e (U #single-dot-path-segment,
// #double-dot-path-segment).
//
//go:noinline
func dotSegment(segment string) int {
	dots := 0
	for ; segment != ""; dots++ {
		size := 1
		if core.HasPrefix(segment, "%2e") || core.HasPrefix(segment, "%2E") {
			size = 3
		} else if segment[0] != '.' {
			return 0
		}
		segment = segment[size:]
	}
	if dots > 2 {
		return 0
	}
	return dots
}

// encoded writes a text with the bytes of a set, blanks, control characters and all that is not ASCII percent-encoded. Half of
// a surrogate pair is written as U+FFFD (Encoding Standard, #utf-8-encode takes scalar values only).
func (b *builder) encoded(text, set string) {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c == 0xED && i+2 < len(text) && text[i+1] >= 0xA0:
			b.text("%EF%BF%BD")
			i += 2
		case c <= ' ' || c >= 0x7F || core.Index(set, c) >= 0:
			b.byte('%')
			b.hex(c)
		default:
			b.byte(c)
		}
	}
}

// hex writes a byte with two digits.
func (b *builder) hex(c byte) {
	const digits = "0123456789ABCDEF"
	b.byte(digits[c>>4])
	b.byte(digits[c&15])
}
