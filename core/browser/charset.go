package browser

import "s3cors/core"

// setCharset makes the charset of the author's Content-Type that of the string which is sent (X #the-send()-method, "is not an ASCII
// case-insensitive match for UTF-8"). A form's fields are no string there, and still are one to all three browsers (seen).
func (f *Run) setCharset() {
	for i := range f.headers {
		field := &f.headers[i]
		if !core.EqualFold(field.Name, "Content-Type") {
			continue
		}
		given := field.Value
		switch {
		case f.engine == Chrome:
			field.Value = charsetsInPlace(given)
		case f.engine == Firefox && f.body == URLEncoded:
			field.Value = charsetParametersInPlace(given)
		case f.engine == Safari && hasEmptyCharset(given), f.engine == standard && f.body == URLEncoded:
		default:
			field.Value = inUTF8(given)
		}
		if f.quirks&redirectsAnew != 0 && field.Value != given {
			f.typeGiven = given
		}
	}
}

// charsetsInPlace writes UTF-8 over each charset, in whatever letters it is, and leaves all else as it is: what stands behind the word
// "charset" and a "=", up to a blank, a quote or a semicolon (C http_parsers.cc; seen). A value that begins with the word stays as it is.
func charsetsInPlace(value string) string {
	lower := core.Lower(value)
	if core.HasPrefix(lower, "charset") {
		return value
	}
	var b builder
	from := 0
	for at := 1; at < len(value); at++ {
		if !core.HasPrefix(lower[at:], "charset") || value[at-1] > ' ' && value[at-1] != ';' {
			continue
		}
		start := skipped(value, at+len("charset"), "")
		if start == len(value) || value[start] != '=' {
			at = start
			continue
		}
		start = skipped(value, start+1, "\"'")
		end := start
		for end < len(value) && value[end] > ' ' && core.Index("\"';", value[end]) < 0 {
			end++
		}
		if end == start {
			break
		}
		b.text(value[from:start])
		b.text("UTF-8")
		from, at = end, end-1
	}
	b.text(value[from:])
	return string(b.bytes)
}

// skipped is the first place from a place on that is neither white space nor one of the others.
func skipped(value string, at int, others string) int {
	for at < len(value) && (value[at] <= ' ' || core.Index(others, value[at]) >= 0) {
		at++
	}
	return at
}

// charsetParametersInPlace writes UTF-8 over the value of each parameter charset that is another one: over its quotes too, unless they are
// single ones (G XMLHttpRequestMainThread.cpp; seen).
func charsetParametersInPlace(value string) string {
	kind, _, _ := core.Cut(value, ';')
	if core.Index(kind, '/') < 0 {
		return value
	}
	var b builder
	from, quoted := 0, false
	for at := 0; at <= len(value); at++ {
		switch {
		case at < len(value) && value[at] == '"':
			quoted = !quoted
		case at == len(value), (value[at] == ';' || value[at] == ',') && !quoted:
			b.text(withCharset(value[from:at]))
			from = at
		}
	}
	return string(b.bytes)
}

// withCharset is a parameter, from its semicolon on, with UTF-8 as its value if it is a charset.
func withCharset(part string) string {
	start := skipped(part, 0, ";")
	name, charset, valued := core.Cut(part[start:], '=')
	if !core.HasPrefix(part, ";") || !core.EqualFold(name, "charset") || !valued {
		return part
	}
	from, to := start+len("charset="), len(part)
	if len(charset) > 1 && charset[0] == '\'' && part[to-1] == '\'' {
		from, to = from+1, to-1
	}
	if core.EqualFold(part[from:to], "UTF-8") {
		return part
	}
	return part[:from] + "UTF-8" + part[to:]
}

// hasEmptyCharset says whether the charset is "", which Safari leaves alone (seen).
func hasEmptyCharset(value string) bool {
	list := parameters(value)
	for i := range list {
		if list[i].Name == "charset" {
			return list[i].Value == ""
		}
	}
	return false
}
