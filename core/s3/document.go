package s3

import (
	"unicode/utf8"

	"s3cors/core"
)

// Namespace is the XML namespace of S3's API.
const Namespace = "http://s3.amazonaws.com/doc/2006-03-01/"

// MaxDocumentBytes is the size of the largest document that PutBucketCors takes.
//
// Authority: AWS user guide, "CORS configuration": 64 KB.
const MaxDocumentBytes = 65536

// MaxRules is the number of rules that a configuration may have.
//
// Authority: AWS API reference, API_PutBucketCors.
const MaxRules = 100

// Document writes the XML document that PutBucketCors takes and GetBucketCors gives
// back, with the elements in one order (assumption "element-order"). It is indented, unless only
// the form without white space keeps within MaxDocumentBytes.
//
// A control character that XML cannot carry is written as a character reference all the same, so
// that it can be seen; S3 refuses such a document, and Validate says so.
func Document(configuration *core.CORSConfiguration) string {
	bytes, indented := documentSize(configuration)
	line, rule, member := "", "", ""
	if indented {
		line, rule, member = "\n", "  ", "    "
	}
	to := make([]byte, 0, bytes)
	to = appendAll(to, declaration, line, root, line)
	for i := range configuration.CORSRules {
		to = appendAll(to, rule, "<CORSRule>", line)
		to = appendRule(to, &configuration.CORSRules[i], member, line)
		to = appendAll(to, rule, "</CORSRule>", line)
	}
	return string(appendAll(to, "</CORSConfiguration>", line))
}

const (
	declaration = `<?xml version="1.0" encoding="UTF-8"?>`
	root        = `<CORSConfiguration xmlns="` + Namespace + `">`
)

// documentSize is the number of bytes of the document, and whether it is indented.
func documentSize(configuration *core.CORSConfiguration) (bytes int, indented bool) {
	bytes = len(declaration) + len(root) + len("</CORSConfiguration>")
	space := 3
	for i := range configuration.CORSRules {
		rule := &configuration.CORSRules[i]
		bytes += len("<CORSRule></CORSRule>")
		space += 2 * len("  \n")
		for _, member := range core.Members {
			elements, text := elementsOf(rule, member)
			bytes += elements*(2*len(member.Element())+len("<></>")) + text
			space += elements * len("    \n")
		}
	}
	if bytes > MaxDocumentBytes || bytes+space <= MaxDocumentBytes {
		return bytes + space, true
	}
	return bytes, false
}

// elementsOf counts the elements of a member, and the bytes of the character data in them.
func elementsOf(rule *core.CORSRule, member core.Member) (elements, text int) {
	switch {
	case member == core.ID && rule.ID != nil:
		return 1, textSize(*rule.ID)
	case member == core.MaxAgeSeconds && rule.MaxAgeSeconds != nil:
		return 1, len(core.FormatInt(*rule.MaxAgeSeconds))
	}
	list := rule.List(member)
	for _, value := range list {
		text += textSize(value)
	}
	return len(list), text
}

func appendRule(to []byte, rule *core.CORSRule, indent, line string) []byte {
	for _, member := range core.Members {
		switch member {
		case core.ID:
			if rule.ID != nil {
				to = appendElement(to, member, *rule.ID, indent, line)
			}
		case core.MaxAgeSeconds:
			if rule.MaxAgeSeconds != nil {
				to = appendElement(to, member, core.FormatInt(*rule.MaxAgeSeconds), indent, line)
			}
		default:
			for _, value := range rule.List(member) {
				to = appendElement(to, member, value, indent, line)
			}
		}
	}
	return to
}

func appendElement(to []byte, member core.Member, value, indent, line string) []byte {
	name := member.Element()
	to = appendAll(to, indent, "<", name, ">")
	to = AppendText(to, value)
	return appendAll(to, "</", name, ">", line)
}

// appendAll is kept from being inlined: Go writes out the growth of a slice wherever there is an append.
//
//go:noinline
func appendAll(to []byte, texts ...string) []byte {
	for _, text := range texts {
		to = append(to, text...)
	}
	return to
}

// AppendText writes character data that reads back as the same value. A carriage return is
// written as a reference, because a reader turns a bare one into a line feed (XML 1.0, section 2.11).
//
//go:noinline
func AppendText(to []byte, text string) []byte {
	written := 0
	for i := range len(text) {
		if c := text[i]; isMarkup(c) {
			to = appendAll(to, text[written:i], reference(c))
			written = i + 1
		}
	}
	return appendAll(to, text[written:])
}

func textSize(text string) int {
	size := len(text)
	for i := range len(text) {
		if c := text[i]; isMarkup(c) {
			size += len(reference(c)) - 1
		}
	}
	return size
}

// isMarkup says whether a character is written as a reference.
func isMarkup(c byte) bool {
	return c == '<' || c == '>' || c == '&' || c < ' ' && c != '\t' && c != '\n'
}

func reference(c byte) string {
	switch c {
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	}
	return "&#" + core.Itoa(int(c)) + ";"
}

// unwritable says whether a value holds a character that XML 1.0 cannot carry (section 2.2,
// production Char).
func unwritable(text string) bool {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && size == 1, // bytes that are no character, lone surrogates among them
			r < ' ' && r != '\t' && r != '\n' && r != '\r',
			r == 0xFFFE, r == 0xFFFF:
			return true
		}
		i += size
	}
	return false
}
