package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// mostUnclosed bounds the brackets without end that are looked into.
const mostUnclosed = 8

// literals looks into what stands in brackets in prose or in a command.
func (s *search) literals(p *piece) {
	text := p.text
	if core.Index(text, '[') < 0 && core.Index(text, '{') < 0 {
		return
	}
	unclosed, first := 0, -1
	for i := 0; i < len(text); i++ {
		b := text[i]
		if (b == '#' || b == '/') && isComment(text, i) {
			for i+1 < len(text) && text[i+1] != '\n' {
				i++
			}
			continue
		}
		if b != '[' && b != '{' {
			continue
		}
		end := closing(text, i)
		if end < 0 {
			unclosed++
			if unclosed == mostUnclosed {
				break
			}
			if first < 0 && mentions(text[i:]) && opens(text[i+1:]) {
				first = i
			}
			continue
		}
		if mentions(text[i:end]) {
			before, foreign := len(s.finds), s.foreign
			s.foreign = ""
			tree := s.literal(p.part(i, end))
			isOther := s.foreign != "" && !isBroken(tree)
			if s.foreign == "" {
				s.foreign = foreign
			}
			if len(s.finds) == before && !isOther {
				continue // It may stand further inside.
			}
		}
		i = end - 1
	}
	if first >= 0 && len(s.finds) == 0 {
		s.literal(p.part(first, len(text)))
	}
}

// isComment says whether a comment of a line begins at a place: at the beginning of the line, but for blanks.
func isComment(text string, at int) bool {
	if text[at] == '/' && !core.HasPrefix(text[at:], "//") {
		return false
	}
	for at > 0 && (text[at-1] == ' ' || text[at-1] == '\t') {
		at--
	}
	return at == 0 || text[at-1] == '\n'
}

// opens says whether what follows a bracket may be a literal.
func opens(text string) bool {
	text = core.TrimSpace(text[:min(len(text), 200)])
	return text != "" && core.Index("{[\"'\xE2", text[0]) >= 0
}

// closing is the place behind the bracket that closes one, or -1. Quotes hold no brackets as far as they close in their line.
func closing(text string, start int) int {
	depth := 0
	for i := start; i < len(text); i++ {
		switch b := text[i]; b {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
			if depth == 0 {
				return i + 1
			}
		case '"', '\'':
			if b == '\'' && i > 0 && core.Index("[{(,:= \t\n", text[i-1]) < 0 {
				continue
			}
			end := i + 1
			for end < len(text) && text[end] != b && text[end] != '\n' {
				if text[end] == '\\' {
					end++
				}
				end++
			}
			if end < len(text) && text[end] == b {
				i = end
			}
		}
	}
	return -1
}

// mentions says whether a text may hold a configuration: "cors" or "origin" stands in it in any letter case.
func mentions(text string) bool {
	for i := 0; i+4 <= len(text); i++ {
		if b := text[i] | 0x20; b == 'c' || b == 'o' {
			if core.EqualFold(text[i:i+4], "cors") || core.EqualFold(text[i:i+4], "orig") {
				return true
			}
		}
	}
	return false
}

// xmlPieces looks for the XML in other text.
func (s *search) xmlPieces(p *piece, from int) {
	text := p.text
	for start := from; start < len(text); {
		if text[start] != '<' {
			start++
			continue
		}
		if core.HasPrefix(text[start:], "<!--") {
			start = behind(text, start, "-->")
			continue
		}
		end := nameEnd(text, start+1)
		name := text[start+1 : end]
		meaning, _ := meaningOf(name[core.Index(name, ':')+1:])
		if meaning < ruleElement || len(name) < len("CORSRule") {
			start++
			continue
		}
		for end = start; ; {
			end = behind(text, behind(text, end, "</"+name), ">")
			// Rules may follow each other without anything around them.
			next := end
			for next < len(text) && isXMLSpace(text[next]) {
				next++
			}
			if meaning != ruleElement || !core.HasPrefix(text[next:], "<"+name) {
				break
			}
			end = next
		}
		s.xml(p.part(start, end))
		start = end
	}
}

// behind is the place behind the next such text, or the end.
//
//go:noinline
func behind(text string, from int, mark string) int {
	if at := core.IndexText(text[from:], mark); at >= 0 {
		return from + at + len(mark)
	}
	return len(text)
}

// xml reads a piece that begins with XML.
func (s *search) xml(p *piece) {
	if found := neighbour(p.text); found < len(xmlNeighbours) {
		s.foreign = xmlNeighbours[found].dialect
		return
	}
	doc := readXML(p.text)
	if doc.Configuration == nil || p.base > 0 && !saysSomething(doc.Configuration) {
		if s.refused == nil {
			s.refused = doc
		}
		return
	}
	doc.Body = p.text
	s.finds = addFind(s.finds, &find{piece: p, doc: doc, format: XML})
}

// saysSomething says whether one of the rules has an origin or a method: a sentence may name the elements.
func saysSomething(configuration *core.CORSConfiguration) bool {
	for i := range configuration.CORSRules {
		rule := &configuration.CORSRules[i]
		if len(rule.AllowedOrigins)+len(rule.AllowedMethods) > 0 {
			return true
		}
	}
	return false
}

// xmlNeighbours are elements of other products' rules.
var xmlNeighbours = [...]struct{ element, dialect string }{
	{"<MaxAgeInSeconds", "Azure Storage's rules"}, {"<CorsConfig>", "the XML rules of Google Cloud Storage"}, {"<ResponseVary", "Alibaba OSS's rules"},
}

// neighbour is the first of the xmlNeighbours that stands in a text, or their number.
func neighbour(text string) int {
	found := len(xmlNeighbours)
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '<' {
			continue
		}
		for j := range found {
			if element := xmlNeighbours[j].element; element[1] == text[i+1] && core.HasPrefix(text[i:], element) {
				found = j
				break
			}
		}
	}
	return found
}

// literal reads a piece that is a literal.
func (s *search) literal(p *piece) *literal.Tree {
	tree := literal.Parse(p.text)
	known := s.finds
	s.findRules(p, tree, literal.JSON)
	if len(s.finds) == len(known) {
		return tree
	}
	f := s.finds[len(known)]
	language := f.literalLanguage()
	span := f.spanInTree()
	if f.quote()|0x20-'a' < 26 && !isShorthand(p.text[span.Start:span.End]) && (s.strict || p.base > 0 && language == literal.JSON && f.look.style == camelCase) {
		s.finds = known
		return tree
	}
	if language != literal.JSON && toolOf(f.format) > 0 && toolOf(f.format) < toolOf(R2) {
		// Words without quotes are code there.
		found := s.finds
		s.finds = known[:len(known):len(known)]
		s.findRules(p, literal.ParseProgram(p.text, language), language)
		if len(s.finds) == len(known) {
			s.finds = found
		}
	}
	return tree
}
