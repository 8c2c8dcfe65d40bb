package browser

import "s3cors/core"

// inUTF8 is a MIME type with the charset UTF-8 in place of another one (MIME Sniffing, "serialize a MIME type"). What has no charset, or
// that one in any letter case, or is no MIME type, stays as it is.
func inUTF8(value string) string {
	kind, replaced := essence(value), false
	if kind == "" {
		return value
	}
	var b builder
	b.text(kind)
	list := parameters(value)
	for i := range list {
		name, text := list[i].Name, list[i].Value
		if name == "charset" {
			if core.EqualFold(text, "UTF-8") {
				return value
			}
			text, replaced = "UTF-8", true
		}
		b.byte(';')
		b.text(name)
		b.byte('=')
		b.parameter(text)
	}
	if !replaced {
		return value
	}
	return string(b.bytes)
}

// parameter writes the value of a parameter: in quotes where it is no token (MIME Sniffing, "serialize a MIME type").
func (b *builder) parameter(value string) {
	if core.IsToken(value) {
		b.text(value)
		return
	}
	b.byte('"')
	for i := range len(value) {
		if c := value[i]; c == '"' || c == '\\' {
			b.byte('\\')
		}
		b.byte(value[i])
	}
	b.byte('"')
}

// parameters are those of a MIME type, each name once and in lower case (MIME Sniffing, "parse a MIME type").
func parameters(value string) core.HeaderList {
	var list core.HeaderList
	var index fieldIndex
	_, rest, more := core.Cut(core.TrimSpace(value), ';')
	for more {
		var part, after string
		part, after, more = core.Cut(rest, ';')
		name, text, _ := core.Cut(core.TrimSpace(part), '=')
		valid := text != ""
		if core.HasPrefix(text, `"`) {
			_, text, _ = core.Cut(rest, '=')
			text, after = quotedString(text)
			_, after, more = core.Cut(after, ';')
		}
		rest = after
		if valid && core.IsToken(name) && isQuotable(text) {
			if field, there := index.field(&list, core.Lower(name)); !there {
				field.Value = text
			}
		}
	}
	return list
}

// quotedString is the value of a string in quotes with which a text begins, and what follows it
// (F #collect-an-http-quoted-string). The end of the text ends it too.
func quotedString(text string) (value, rest string) {
	var b builder
	i := 1
	for ; i < len(text) && text[i] != '"'; i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		b.byte(text[i])
	}
	return string(b.bytes), text[min(i+1, len(text)):]
}

// isQuotable says whether a text has only HTTP quoted-string token code points (MIME Sniffing).
func isQuotable(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' && c != '\t' || c == 0x7F {
			return false
		}
	}
	return true
}
