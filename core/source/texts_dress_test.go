package source_test

import (
	"regexp"
	"strings"
	"testing"

	"s3cors/core/source"
)

// dresses are what happens to a text on its way into the box, and changes nothing of what its author means. only says
// which texts can wear it.
var dresses = []struct {
	name string
	put  func(string) string
	only func(*pastedText) bool
}{
	{"with Windows line ends", func(text string) string {
		return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
	}, every},
	{"with Unix line ends", func(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }, every},
	{"behind a byte order mark", func(text string) string { return "\uFEFF" + strings.TrimPrefix(text, "\uFEFF") }, every},
	{"with blanks at the end of each line", func(text string) string { return strings.ReplaceAll(text, "\n", "  \n") }, func(c *pastedText) bool {
		// A shell's line goes on, a heredoc ends, a block of YAML keeps its blanks.
		return !strings.Contains(c.text, "\\\n") && !strings.Contains(c.text, "<<") && !strings.Contains(c.text, ">-\n")
	}},
	{"behind empty lines", func(text string) string { return "\n \n\t\n" + strings.TrimPrefix(text, "\uFEFF") }, every},
	{"in a fence, with prose around", func(text string) string {
		return "Hello,\n\nthis is what we have:\n\n```\n" + strings.TrimPrefix(text, "\uFEFF") + "\n```\n\nIs that right?\n"
	}, func(c *pastedText) bool { return !strings.Contains(c.text, "```") }},
	{"indented as code in a page", func(text string) string {
		return "This is what we have:\n\n    " + strings.ReplaceAll(strings.TrimPrefix(text, "\uFEFF"), "\n", "\n    ") + "\n\nIs that right?\n"
	}, func(c *pastedText) bool { return !strings.Contains(c.text, "```") && !strings.Contains(c.text, "<<") }},
}

func every(*pastedText) bool { return true }

// TestTextsInAnotherDress reads each text as it is and in another dress: the configuration, how many others there are and,
// where there is a configuration, the format stay the same.
func TestTextsInAnotherDress(t *testing.T) {
	texts := readTexts(t)
	for _, dress := range dresses {
		t.Run(dress.name, func(t *testing.T) {
			for i := range texts {
				text := &texts[i]
				if text.Tolerant || !dress.only(text) {
					continue
				}
				plain, dressed := read(t, text.text), read(t, dress.put(text.text))
				if was, is := reading(plain), reading(dressed); was != is {
					t.Errorf("%s\nas it is: %s\n%s: %s", text.File, was, dress.name, is)
				}
				for _, difference := range spanDifferences(dressed) {
					t.Errorf("%s: %s", text.File, difference)
				}
			}
		})
	}
}

var lineEnds = regexp.MustCompile(`(\\r|\\n| )+`)

// reading is what matters of a document, as a text.
func reading(doc *source.Document) string {
	if doc.Configuration == nil {
		return "nothing"
	}
	rules := lineEnds.ReplaceAllString(asJSON(doc.Configuration), " ") // An expression may reach over several lines.
	return string(doc.Format) + " " + rules + " and " + asJSON(len(doc.Candidates)) + " more"
}
