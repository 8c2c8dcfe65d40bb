package source

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"s3cors/core"
	"s3cors/core/source/literal"
)

// longestText is the number of bytes that are read, a hundred times what S3 takes.
const longestText = 8 << 20

// Read reads a text in any of the formats, which it detects. The document says in its diagnostics
// what stands in the way.
func Read(text string) *Document {
	if len(text) > longestText {
		return tooLong(text)
	}
	start := literal.SkipSpace(text)
	switch {
	case start == len(text):
		return &Document{Text: text, Diagnostics: []core.Diagnostic{{
			Kind:    EmptySource,
			Message: "there is no configuration",
			Help:    "Write a CORSConfiguration with at least one rule.",
			Span:    &core.Span{Start: 0, End: len(text)},
		}}}
	case text[start] == '<':
		return readXML(text)
	case looksLikeJSON(text[literal.SkipBlank(text):]):
		return readJSON(text)
	}
	return &Document{Text: text, Diagnostics: []core.Diagnostic{{
		Kind:    UnknownFormat,
		Message: "the text is in none of the formats read here",
		Help:    "Paste S3's XML, or the JSON of the console or the CLI.",
		Span:    firstWords(text),
	}}}
}

// ReadXML reads a text as PutBucketCors reads its body: as XML, whatever it looks like.
func ReadXML(text string) *Document {
	if len(text) > longestText {
		return tooLong(text)
	}
	return readXML(text)
}

// ReadValue reads a configuration that was handed over as a JavaScript value, a CORSConfiguration or
// a list of rules, from its JSON. The document has no text, no format and no places.
func ReadValue(json string) *Document {
	doc := &Document{}
	if len(json) > longestText {
		tooLarge := tooLong(json)
		tooLarge.Text, tooLarge.Diagnostics[0].Span = "", nil
		return tooLarge
	}
	readTree(doc, literal.Parse(json))
	return doc
}

func tooLong(text string) *Document {
	return &Document{Text: text, Diagnostics: []core.Diagnostic{{
		Kind:    SyntaxError,
		Message: "the text has " + strconv.Itoa(len(text)) + " bytes; at most " + strconv.Itoa(longestText) + " are read",
		Help:    "Send the configuration alone.",
		Parameters: []core.Parameter{
			core.Number("bytes", len(text)), core.Number("limit", longestText),
		},
		Span: firstWords(text),
	}}}
}

// looksLikeJSON says whether a text begins as JSON does, or with a key of ours, as a part does that
// was copied out of a document.
func looksLikeJSON(text string) bool {
	if text == "" {
		return false
	}
	if text[0] == '[' || text[0] == '{' {
		return true
	}
	name := strings.TrimLeft(text[:min(len(text), 2*longestName)], `"'“”‘’`)
	end := strings.IndexAny(name, `"'“”‘’: `+"\t\r\n")
	if end < 0 {
		return false
	}
	member, _ := meantMember(name[:end])
	inside, _ := meantContainer(name[:end])
	if member == core.NoMember && inside == noContainer {
		return false
	}
	rest := strings.TrimLeft(name[end:], `"'“”‘’`+" \t\r\n")
	return strings.HasPrefix(rest, ":")
}

// firstWords is the span of the beginning of the text's first line.
func firstWords(text string) *core.Span {
	const most = 60
	start := literal.SkipSpace(text)
	end := min(len(text), start+most)
	for end > start && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	if i := strings.IndexAny(text[start:end], "\r\n"); i >= 0 {
		end = start + i
	}
	return &core.Span{Start: start, End: end}
}
