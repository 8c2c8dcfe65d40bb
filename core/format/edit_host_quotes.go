package format

import "s3cors/core"

// What stands around a configuration, by what comes before and behind it.

// withoutProlog is what stands before XML without its declaration, comments and white space, and before anything else without that.
func withoutProlog(before string) string {
	for {
		for before != "" && core.Index(blanks, before[len(before)-1]) >= 0 {
			before = before[:len(before)-1]
		}
		opens := core.LastIndex(before, '<')
		if opens < 0 || !core.HasSuffix(before, "?>") && !core.HasSuffix(before, "-->") {
			return core.Trim(before, "\uFEFF")
		}
		before = before[:opens]
	}
}

// isFenced says whether what comes before is the fence of a block of Markdown.
func isFenced(before string) bool {
	line := core.TrimSpace(before[core.LastIndex(before, '\n')+1:])
	return core.HasPrefix(line, "```") || core.HasPrefix(line, "~~~")
}

// openQuote is the quote of the string that is open between two texts, or "": one of three, the one right before, one that is
// open on the line, or a backquote that is.
func openQuote(before, behind string) string {
	for _, quote := range [...]string{`"""`, "'''"} {
		if countText(before, quote)%2 > 0 && core.IndexText(behind, quote) >= 0 {
			return quote
		}
	}
	line := before[core.LastIndex(before, '\n')+1:]
	for _, quote := range [...]string{`'`, `"`, "`"} {
		switch {
		case core.IndexText(behind, quote) < 0:
		case core.HasSuffix(before, quote) && !core.HasSuffix(before, "```"), quote != "`" && opened(line, quote[0]),
			quote == "`" && (core.Count(before, '`')-3*countText(before, "```"))%2 > 0:
			return quote
		}
	}
	return ""
}

// opened says whether a quote is open at the end of a line. An apostrophe within a word opens nothing.
func opened(line string, quote byte) bool {
	isOpen := false
	for i := range len(line) {
		isWord := i > 0 && i+1 < len(line) && line[i-1]|0x20-'a' < 26 && line[i+1]|0x20-'a' < 26
		if line[i] == quote && (i == 0 || line[i-1] != '\\') && (quote != '\'' || !isWord) {
			isOpen = !isOpen
		}
	}
	return isOpen
}

// hasBare says whether a quote stands in a text without a backslash before it, so that it opens no string around.
func hasBare(text, quote string) bool {
	if len(quote) > 1 {
		return core.IndexText(text, quote) >= 0
	}
	for i := range len(text) {
		if text[i] == quote[0] && (i == 0 || text[i-1] != '\\') {
			return true
		}
	}
	return false
}

// countText counts a text in another one.
func countText(text, part string) (count int) {
	for at := core.IndexText(text, part); at >= 0; at = core.IndexText(text, part) {
		text = text[at+len(part):]
		count++
	}
	return count
}

// isArgument says whether the quote at the end of a text opens the value of an option: -d ', --cors-configuration='.
func isArgument(before string) bool {
	before = core.TrimSpace(before[:max(len(before)-1, 0)])
	word := before
	for i := range len(before) {
		if core.Index(blanks, before[i]) >= 0 {
			word = before[i+1:]
		}
	}
	return core.HasPrefix(word, "-")
}

// mostMarks bounds the marks of here-documents that are looked at.
const mostMarks = 16

// hereMark is what stands on the line behind << where that opens a here-document which a place is in, or "". A third < comes along.
func hereMark(before, behind string) string {
	end := len(before)
	for range mostMarks {
		for end--; end > 0 && (before[end] != '<' || before[end-1] != '<'); end-- {
		}
		if end <= 0 {
			break
		}
		mark, _, _ := core.Cut(before[end+1:], '\n')
		word := core.Trim(core.TrimSpace(core.Trim(mark, "~-")), `'"\`)
		length := 0
		for length < len(word) && core.Index(blanks+";|&<>()'\"`", word[length]) < 0 {
			length++
		}
		if word = word[:length]; word != "" && !hasLineOf(before[end:], word) && hasLineOf(behind, word) {
			if end > 1 && before[end-2] == '<' {
				return "<" + mark
			}
			return mark
		}
	}
	return ""
}

// hasLineOf says whether a word stands alone on a line of a text behind its first.
func hasLineOf(text, word string) bool {
	_, text, more := core.Cut(text, '\n')
	for more {
		var line string
		if line, text, more = core.Cut(text, '\n'); core.TrimSpace(line) == word {
			return true
		}
	}
	return false
}
