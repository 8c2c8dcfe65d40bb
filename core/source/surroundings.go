package source

import (
	"s3cors/core"
)

// A configuration is pasted with what stands around it: prose, fences of Markdown, commands of a shell, a patch.

// line is one line of a text: text[start:end], without its end.
type line struct {
	text       string
	start, end int
}

// next moves to the next line. Before the first, end is -1.
//
//go:noinline
func (l *line) next() bool {
	if l.end >= len(l.text) {
		return false
	}
	l.start = l.end + 1
	l.end = len(l.text)
	if length := core.Index(l.text[l.start:], '\n'); length >= 0 {
		l.end = l.start + length
	}
	return true
}

// trimmed is the line without blanks around it, and without the no-break spaces that web pages indent with.
//
//go:noinline
func (l *line) trimmed() string {
	trimmed := core.TrimSpace(l.text[l.start:l.end])
	for core.HasPrefix(trimmed, noBreakSpace) {
		trimmed = core.TrimSpace(trimmed[len(noBreakSpace):])
	}
	return trimmed
}

const noBreakSpace = "\u00A0"

// blocks looks into fences of Markdown and here-documents of a shell.
func (s *search) blocks(p *piece, depth int) {
	text := p.text
	start := -1
	end, isFence := "", false
	for l := (line{text: text, end: -1}); l.next(); {
		trimmed := l.trimmed()
		if start >= 0 {
			closes := trimmed == end
			if isFence {
				closes = core.HasPrefix(trimmed, end) && core.Trim(trimmed, end[:1]) == ""
			}
			if closes {
				s.look(p.part(start, l.start), depth+1)
				start = -1
			}
			continue
		}
		isFence = core.HasPrefix(trimmed, "```") || core.HasPrefix(trimmed, "~~~")
		if isFence {
			end = trimmed[:3]
			if core.Index(trimmed[3:], end[0]) > 0 && end[0] == '`' {
				continue // It is code in a line.
			}
		} else {
			end = hereDocument(trimmed)
		}
		if end != "" {
			start = min(l.end+1, len(text))
		}
	}
	if start >= 0 && isFence {
		s.look(p.part(start, len(text)), depth+1)
	}
}

// hereDocument is the word that ends the here-document which begins on a line, or "": a name, with quotes around it or without.
func hereDocument(command string) string {
	at := core.IndexText(command, "<<")
	if at < 0 || core.HasPrefix(command[at:], "<<<") {
		return ""
	}
	word, quote := core.Trim(command[at+2:], "-~ "), ""
	if word != "" && (word[0] == '\'' || word[0] == '"') {
		quote, word = word[:1], word[1:]
	}
	end := 0
	for end < len(word) && (word[end]|0x20-'a' < 26 || end > 0 && word[end]-'0' < 10 || core.Index("_-.", word[end]) >= 0) {
		end++
	}
	if !core.HasPrefix(word[end:], quote) {
		return ""
	}
	return word[:end]
}

// begins says whether the first line of a text is prose.
func beginsAsProse(text string) bool {
	for l := (line{text: bare(text), end: -1}); l.next(); {
		return isProse(l.trimmed())
	}
	return false
}

// isProse says whether a line is a sentence rather than code: it begins with a letter, and three words follow each other.
func isProse(text string) bool {
	if text == "" || text[0]|0x20-'a' >= 26 && text[0] < 0x80 || core.Index("{[(,;=", text[len(text)-1]) >= 0 {
		return false
	}
	words := 0
	for i := range len(text) {
		switch b := text[i]; {
		case b == ' ' && i+1 < len(text) && (text[i+1]|0x20-'a' < 26 || text[i+1] >= 0x80):
			words++
			if words == 2 {
				return true
			}
		case b|0x20-'a' < 26, b >= 0x80, b == ' ', b == '\'', b == ',', b == '-':
		default:
			return false
		}
	}
	return false
}

// regions looks at the lines of code between those of prose.
func (s *search) regions(p *piece, depth int) {
	start, count := 0, 0
	l := line{text: p.text, end: -1}
	for l.next() {
		if isProse(p.text[l.start:l.end]) {
			s.region(p, start, l.start, depth)
			start = min(l.end+1, len(p.text))
			count++
		}
	}
	if count > 0 {
		s.region(p, start, len(p.text), depth)
	}
}

func (s *search) region(p *piece, start, end, depth int) {
	if start < end {
		s.look(p.part(start, end), depth)
	}
}
