package format

import (
	"s3cors/core"
	"s3cors/core/source"
)

// comments counts the comments of a source: in XML and JSON all of them, since the whole text is the configuration. Of a program, a
// template or prose it counts those of the rules: in and between them, on lines of their own right above the first, and behind the
// last on its line.
func comments(doc *source.Document) (count int, all bool) {
	if doc.Format == source.XML {
		return xmlComments(doc.Body), true
	}
	text, places := doc.Text, doc.Places.Rules
	if len(places) == 0 || text == "" {
		return 0, true
	}
	start, end := len(text), 0
	for i := range places {
		rule := &places[i].Rule.Value
		start, end = min(start, rule.Start), max(end, rule.End)
	}
	switch doc.Format {
	case source.JSON, source.R2, source.GCS:
		all = core.Index("[{/#", core.TrimSpace(text)[0]) >= 0
	}
	if all {
		start, end = 0, len(text)
	}
	for end < len(text) && text[end] != '\n' {
		end++
	}
	return literalComments(text[above(text, start):end], doc.Format == source.CloudFormationYAML), all
}

// above is where the comments begin that stand on lines of their own right above the line of a place. It is the place itself where there
// are none.
func above(text string, from int) int {
	below, within := core.LastIndex(text[:from], '\n')+1, false
	for at := below; at > 0; {
		end := at - 1
		at = core.LastIndex(text[:end], '\n') + 1
		line := core.TrimSpace(text[at:end])
		opens := core.IndexText(line, "/*") >= 0 || core.IndexText(line, "<!--") >= 0
		switch {
		case line != "" && pastComments(text[at:below]) == below-at:
			from, below, within = at, at, false
		case !opens && (within || core.HasSuffix(line, "*/") || core.HasSuffix(line, "-->")):
			within = true
		default:
			return from
		}
	}
	return from
}

// pastComments is the place behind the comments and the white space that a text begins with.
func pastComments(text string) int {
	for at := 0; ; {
		for at < len(text) && core.Index(blanks, text[at]) >= 0 {
			at++
		}
		rest, opens, closes := text[at:], 2, "\n"
		switch {
		case core.HasPrefix(rest, "#"):
			opens = 1
		case core.HasPrefix(rest, "//"):
		case core.HasPrefix(rest, "/*"):
			closes = "*/"
		case core.HasPrefix(rest, "<!--"):
			opens, closes = 4, "-->"
		default:
			return at
		}
		switch end := core.IndexText(rest[opens:], closes); {
		case end >= 0:
			at += opens + end + len(closes)
		case closes == "\n":
			return len(text)
		default:
			return at
		}
	}
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
		case c == '#' && (blank || !yaml), !yaml && core.HasPrefix(text[i:], "//"):
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
