package format

import (
	"s3cors/core"
	"s3cors/core/source"
)

// comments counts the comments of a source: those of its XML, of a JSON text, or of anything else those between its first rule and
// its last, since the rest of a program or template is not handed on either.
func comments(doc *source.Document) int {
	if doc.Format == source.XML {
		return xmlComments(doc.Body)
	}
	places := doc.Places.Rules
	if len(places) == 0 || doc.Text == "" {
		return 0
	}
	start, end := places[0].Rule.Whole.Start, places[len(places)-1].Rule.Whole.End
	if first := core.TrimSpace(doc.Text); doc.Format == source.JSON && first != "" && core.Index("[{/", first[0]) >= 0 {
		start, end = 0, len(doc.Text)
	}
	if start > end {
		return 0
	}
	return literalComments(doc.Text[start:end], doc.Format == source.CloudFormationYAML)
}

func xmlComments(text string) int {
	count := 0
	for i := 0; i < len(text); i++ {
		switch rest := text[i:]; {
		case core.HasPrefix(rest, "<![CDATA["):
			i += behind(rest, "]]>")
		case core.HasPrefix(rest, "<!--"):
			i += behind(rest, "-->")
			count++
		}
	}
	return count
}

// literalComments counts comments from # and // to the end of the line, and those in /* */. In YAML an address needs no quotes, and
// a quote within a word is a character.
func literalComments(text string, yaml bool) int {
	count := 0
	for i := 0; i < len(text); i++ {
		blank := i == 0 || core.Index(" \t\r\n", text[i-1]) >= 0
		switch c := text[i]; {
		case c == '"' || c == '\'' || c == '`':
			if yaml && !blank && core.Index("[{,:", text[i-1]) < 0 {
				continue
			}
			for i++; i < len(text) && text[i] != c; i++ {
				if text[i] == '\\' && !(yaml && c == '\'') {
					i++
				}
			}
		case c == '#' && blank, !yaml && core.HasPrefix(text[i:], "//"):
			i += behind(text[i:], "\n")
			count++
		case !yaml && core.HasPrefix(text[i:], "/*"):
			i += behind(text[i:], "*/")
			count++
		}
	}
	return count
}

// behind is the index of the last byte of what ends a text, or of the text.
func behind(text, end string) int {
	if at := core.IndexText(text, end); at >= 0 {
		return at + len(end) - 1
	}
	return len(text) - 1
}
