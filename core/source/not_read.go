package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// mostBeside bounds what is looked at of the lines in which the rules begin and end.
const mostBeside = 100

// isMisread says whether the rules that were found are written in a language which is not the one they were read in. To say nothing
// of them is better than to say what is wrong.
func (f *find) isMisread() bool {
	span := f.spanInTree()
	text := f.tree.Text
	start, end := span.Start, span.End
	for start > max(0, span.Start-mostBeside) && text[start-1] != '\n' {
		start--
	}
	for end < min(len(text), span.End+mostBeside) && text[end] != '\n' {
		end++
	}
	if holdsGo(text[start:end]) {
		return true
	}
	isCode := f.language == literal.JavaScript || f.language == literal.Python
	return isCode && isShorthand(text[span.Start:span.End])
}

// holdsGo says whether a literal of Go stands in a text: []string{ or []*s3.CORSRule{. No other language has the type there.
func holdsGo(text string) bool {
	for i := 0; i+2 < len(text); i++ {
		if text[i] != '[' || text[i+1] != ']' {
			continue
		}
		end := i + 2
		if text[end] == '*' {
			end++
		}
		start := end
		for end < len(text) && (nameByte(text[end]) || text[end] == '.') {
			end++
		}
		if end > start && end < len(text) && text[end] == '{' {
			return true
		}
	}
	return false
}

// isShorthand says whether an object begins as in the shorthand of the AWS CLI, {AllowedMethods=[GET], where words are texts.
func isShorthand(text string) bool {
	at := 0
	for at < len(text) && core.Index("[ \t\r\n", text[at]) >= 0 {
		at++
	}
	if at == len(text) || text[at] != '{' {
		return false
	}
	start := at + 1
	at = start
	for at < len(text) && nameByte(text[at]) {
		at++
	}
	return at > start && at < len(text) && text[at] == '='
}
