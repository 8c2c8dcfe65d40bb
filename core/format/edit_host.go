package format

import (
	"s3cors/core"
	"s3cors/core/source"
)

// host is what stands around a configuration in another language: a string of a program, an argument or a here-document of a shell.
// A value that would mean something else there is not written, or in XML by references.
type host struct {
	// isAround: there is something. quote is that of the string around, or 0.
	isAround bool
	quote    byte
	// escapes: backslashes are read before JSON is. expands: $, backquotes and backslashes mean something; templates: ${, %{ and #{ do.
	escapes, expands, templates bool
	// placeholders are those of the text: such a value is meant to be read by the host.
	placeholders []source.Placeholder
	refused      bool
}

// findHost finds what is around the configuration. The dress is known.
func (e *editor) findHost(doc *source.Document) {
	if e.placesOnly {
		return // It is told from the texts that are inserted.
	}
	whole, h := doc.Places.Document.Whole, &e.host
	before, behind := withoutProlog(e.text[:whole.Start]), e.text[whole.End:]
	h.placeholders = doc.Placeholders
	h.isAround = before != "" && !isFenced(before) && e.dress == plain
	mark := ""
	if before != "" {
		mark = hereMark(before, behind)
		h.findMark(mark, e.text)
	}
	switch doc.Format {
	case source.XML:
	case source.JSON, source.R2, source.GCS, source.CloudFormationJSON:
		// Terraform has such rules with a sign of its own behind the keys, and so has the shorthand of the AWS CLI.
		h.templates = h.templates || len(e.places) > 0 && e.isAssigned(0) && !source.IsShell(e.text)
	default:
		return
	}
	quote := ""
	if mark == "" {
		quote = openQuote(before, behind)
	}
	if quote == "" || e.isXML || e.dress == plain && hasBare(e.slice(&whole), quote) {
		return
	}
	isCommand := quote == "'" && (isArgument(before) || source.IsShell(e.text))
	h.escapes = h.escapes || e.dress == plain && !isCommand
	if len(quote) == 1 {
		h.quote = quote[0]
	}
	h.templates = h.templates || h.quote == '`'
}

// isAssigned says whether the members of a rule stand behind a sign of equality.
func (e *editor) isAssigned(rule int) bool {
	at := e.assignBefore(e.anyMember(rule).Start)
	return at > 0 && e.text[at-1] == '='
}

// findMark takes what a here-document does by the rest of the line that opens it. A quoted word keeps the shell from reading it (Shell Command
// Language, section 2.7.4), in double quotes no other language. PHP and Ruby read backslashes, too.
func (h *host) findMark(mark, text string) {
	word := core.TrimSpace(core.Trim(mark, "<~-"))
	if word == "" || core.Index(`'\`, word[0]) >= 0 || word[0] == '"' && source.IsShell(text) {
		return
	}
	h.expands, h.templates = true, true
	h.escapes = core.Index("<~", mark[0]) >= 0
}

// check refuses a value that would mean something else in the host. A quote of JSON has a backslash there, and a single one is written
// without any.
func (h *host) check(value string) {
	isFit := !h.escapes || !needsEscapes(value)
	for i := range len(value) {
		c := value[i]
		if h.escapes && (c == '"' || c == '\\') || h.expands && core.Index("$`\\", c) >= 0 || c == '`' && h.quote == '`' ||
			h.templates && c == '{' && i > 0 && core.Index("$%#", value[i-1]) >= 0 {
			isFit = false
		}
	}
	h.refused = h.refused || !isFit && !h.isPlaceholder(value)
}

// isPlaceholder says whether the host is meant to read a value, as it does where the text has it already.
func (h *host) isPlaceholder(value string) bool {
	for i := range h.placeholders {
		if h.placeholders[i].Name == value {
			return true
		}
	}
	return false
}

// xml writes a value with references for what may mean something in a host. A file of its own and a block of Markdown are none.
func (h *host) xml(value string) string {
	text := xmlText(value)
	var out []byte
	for i := range len(text) {
		if c := text[i]; core.Index("'\"\\`$\n\t", c) >= 0 || c == '{' && i > 0 && core.Index("%#", text[i-1]) >= 0 {
			out = append(out, "&#"+core.Itoa(int(c))+";"...)
		} else {
			out = append(out, c)
		}
	}
	if !h.isAround || len(out) == len(text) || h.isPlaceholder(value) {
		return text
	}
	return string(out)
}
