package source

import (
	"strconv"
	"strings"

	"s3cors/core"
	"s3cors/core/source/literal"
)

// reportProblem tells where the text leaves JSON.
func (r *jsonReader) reportProblem(tree *literal.Tree, problem *literal.Problem) {
	d := core.Diagnostic{Kind: SyntaxError, Span: r.span(problem.Span)}
	written := tree.Text[problem.Span.Start:problem.Span.End]
	switch {
	case problem.Code.IsRelaxed():
		if r.isValue {
			return
		}
		d.Kind = RelaxedSyntax
		d.Message = relaxedMessage(problem, written)
		d.Help = "Write plain JSON for the console and the CLI."
		if problem.Code == literal.NotUTF8 {
			d.Help = "Save the text as UTF-8."
		}
		d.Parameters = []core.Parameter{core.Text("text", shown(written))}
	case problem.Code == literal.MoreSyntax:
		d.Message = "more of the text cannot be read than is told here"
		d.Help = "Mend what is told first."
	default:
		found := problem.Found
		if found == written {
			found = shown(found)
		}
		d.Message = "expected " + problem.Expected + ", found " + found
		d.Help = syntaxHelp(problem)
		d.Parameters = []core.Parameter{core.Text("expected", problem.Expected), core.Text("found", found)}
	}
	if problem.Opened.End > 0 {
		bracket := tree.Text[problem.Opened.Start:problem.Opened.End]
		d.Related = []core.Related{{Span: r.span(problem.Opened), Message: "this " + bracket + " is not closed"}}
	}
	r.report(d)
}

func relaxedMessage(problem *literal.Problem, written string) string {
	written = shown(written)
	switch problem.Code {
	case literal.Comment:
		return "JSON has no comments"
	case literal.TrailingComma:
		if problem.Found == "" {
			return "JSON takes no comma at the end"
		}
		return "JSON takes no comma before " + problem.Found
	case literal.ExtraComma:
		return "JSON takes no comma without a value before it"
	case literal.MissingComma:
		return "JSON wants a comma before " + written
	case literal.SingleQuotes:
		return "JSON has no single quotes"
	case literal.TypographicQuotes:
		return "JSON has no typographic quotes such as " + written
	case literal.UnquotedKey, literal.UnquotedText:
		return "JSON wants quotes around " + written
	case literal.ForeignWord:
		return "JSON writes " + jsonWord(written) + ", not " + written
	case literal.NumberForm:
		return "JSON does not write a number as " + written
	case literal.UnknownEscape:
		return "JSON has no escape " + written
	case literal.ControlCharacter:
		return "JSON takes no unescaped " + written + " in a text"
	case literal.ForeignSpace:
		return "JSON has no such white space as " + codePoint(written)
	case literal.ByteOrderMark:
		return "JSON begins without a byte order mark"
	case literal.NotUTF8:
		return "the byte 0x" + hex(uint(written[0]), 2) + " is not UTF-8"
	}
	return "JSON has more to object to than is told here"
}

// jsonWord is JSON's word for one of Python's or JavaScript's.
func jsonWord(word string) string {
	switch word {
	case "True":
		return "true"
	case "False":
		return "false"
	}
	return "null"
}

// syntaxHelp says what to write where the text cannot be read on.
func syntaxHelp(problem *literal.Problem) string {
	switch problem.Code {
	case literal.Unclosed:
		return "Close the bracket."
	case literal.UnclosedString:
		return "Write the closing quote."
	case literal.UnclosedComment:
		return "Close the comment, or remove it."
	case literal.TooDeep:
		return "Remove the inner brackets."
	case literal.TooMany:
		return "Send the configuration alone."
	}
	if strings.HasPrefix(problem.Expected, "the end") {
		return "Remove it."
	}
	return "Write " + problem.Expected + " there."
}

// shown is a piece of the source in a message: its beginning, with a control character by its number.
func shown(text string) string {
	for i := 0; i < len(text); i++ {
		if text[i] < ' ' || text[i] == 0x7F {
			if i == 0 {
				return codePoint(text[:1])
			}
			text = text[:i]
		}
	}
	return excerpt(text)
}

// codePoint names the first character of a text: U+00A0.
func codePoint(text string) string {
	for _, point := range text {
		return "U+" + hex(uint(point), 4)
	}
	return ""
}

// hex writes a number with that many hexadecimal digits or more.
func hex(number uint, digits int) string {
	text := strings.ToUpper(strconv.FormatUint(uint64(number), 16))
	for len(text) < digits {
		text = "0" + text
	}
	return text
}
