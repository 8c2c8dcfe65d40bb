package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
	"s3cors/core/source/yaml"
)

// search goes through a text, and lists the configurations in it in its order.
type search struct {
	finds []*find
	// foreign names the other product that rules in the text belong to.
	foreign string
	// refused is what XML without a configuration gave.
	refused *Document
	// isValue: what is read was never a text.
	isValue bool
	// strict: a literal counts only with quotes around its names, since it stands in a program.
	strict bool
	// boto: the pasted text has a call of boto3.
	boto bool
	// tree is a literal without a configuration that the text begins with.
	tree *literal.Tree
}

// isBroken says whether a text cannot be read as it stands.
func isBroken(tree *literal.Tree) bool {
	if tree == nil {
		return false
	}
	for i := range tree.Problems {
		if !tree.Problems[i].Code.IsRelaxed() {
			return true
		}
	}
	return false
}

// look looks for configurations in a piece, in one way after the other until one is found.
func (s *search) look(p *piece, depth int) {
	text := p.text
	first := &literal.Peek(text).Nodes[0]
	if first.Kind == literal.Missing || depth > 0 && !mentions(text) {
		return
	}
	l := looking{piece: p, first: text[first.Start], kind: first.Kind, depth: depth}
	before := len(s.finds)
	for way := range ways {
		if !s.try(&l, way) || len(s.finds) > before {
			if way != asBlocks && way != asProgram {
				s.beside(&l, before)
			}
			return
		}
	}
}

// beside looks for JSON where all that was found is XML, and for XML where all is JSON that was taken out of a text: both may
// stand on one page.
func (s *search) beside(l *looking, before int) {
	isXML, isJSON := true, true
	all := s.finds
	found := all[before:]
	for _, f := range found {
		isXML = isXML && f.tree == nil
		isJSON = isJSON && f.tree != nil && f.language == literal.JSON && len(f.piece.text) < len(l.text)
	}
	if len(found) == 0 || !isXML && !isJSON {
		return
	}
	s.finds = nil
	if isXML {
		s.strict = l.language != literal.JSON && l.language != shellLanguage
		s.literals(l.piece)
		s.strict = false
	} else {
		s.xmlPieces(l.piece, 0)
	}
	more := s.finds
	s.finds = all
	for _, f := range more {
		s.finds = insertFind(s.finds, f)
	}
}

// insertFind adds a configuration in the order of the text, unless it stands in another one.
func insertFind(list []*find, f *find) []*find {
	span, at := f.span(), 0
	for at < len(list) {
		known := list[at].span()
		if known.Start >= span.End {
			break
		}
		if known.End > span.Start {
			return list
		}
		at++
	}
	if at == mostFinds {
		return list
	}
	sorted := append(list[:at:at], f)
	return append(sorted, list[at:min(len(list), mostFinds-1)]...)
}

// looking is how a piece begins, in which language it is and how many pieces are around it.
type looking struct {
	*piece
	first    byte
	kind     literal.Kind
	language literal.Language
	depth    int
}

// The ways to look at a piece, in their order.
const (
	asXML = iota
	asLiteral
	asBlocks
	asProse
	asProgram
	asRegions
	asYAML
	asCommands
	ways
)

// try looks for configurations in one way. It is false where no other way makes sense.
func (s *search) try(l *looking, way int) bool {
	p, text := l.piece, l.text
	isLiteral := l.kind == literal.Object || l.kind == literal.List || l.kind == literal.Key && (l.first >= 0x80 || l.first == '"' && !isQuotedBlock(text))
	found := s.finds
	switch way {
	case asBlocks:
		l.language = guess(text)
		if isLiteral || l.depth >= 3 {
			break
		}
		if l.kind == literal.Key && l.first == '"' {
			l.language = yamlLanguage
		}
		s.blocks(p, l.depth)
		if inBlocks := s.finds; l.language == shellLanguage && len(inBlocks) > len(found) {
			// There may be more in the commands themselves.
			s.finds = found[:len(found):len(found)]
			s.literals(p)
			if len(s.finds) <= len(inBlocks) {
				s.finds = inBlocks
			}
		}
	case asXML:
		if l.first == '<' && l.depth == 0 && p.marks == nil {
			s.xml(p)
			if len(s.finds) > 0 {
				s.xmlPieces(p, s.finds[0].doc.Places.Document.Whole.End)
			}
		}
	case asLiteral:
		return (!isLiteral || !s.whole(p, l.depth)) && mentions(text)
	case asProse, asRegions:
		if l.depth < 2 && l.language != shellLanguage && (way == asRegions || beginsAsProse(text)) {
			s.regions(p, 2)
		}
	case asProgram:
		if l.language != literal.JSON && l.language < yamlLanguage {
			s.findRules(p, literal.ParseProgram(text, l.language), l.language)
		}
	case asYAML:
		if l.language != yamlLanguage {
			break
		}
		s.findRules(p, yaml.Parse(text), yamlLanguage)
		if inYAML := s.finds; len(inYAML) > len(found) && inYAML[len(found)].format == JSON {
			// It is JSON with lines around it that look like keys.
			s.finds = found[:len(found):len(found)]
			s.literals(p)
			if len(s.finds) == len(found) {
				s.finds = inYAML
			}
		}
	case asCommands:
		s.xmlPieces(p, 0)
		if len(s.finds) == len(found) {
			s.strict = l.language != literal.JSON && l.language != shellLanguage
			s.literals(p)
			s.strict = false
		}
	}
	return true
}

// whole reads a piece that begins as a literal does. It is false if something else follows that, or there are no rules in it.
func (s *search) whole(p *piece, depth int) bool {
	before := len(s.finds)
	tree := s.literal(p)
	if depth == 0 && s.tree == nil && p.marks == nil {
		s.tree = tree
	}
	if len(s.finds) == before {
		return !isBroken(tree) // There is nothing to cut out of it.
	}
	if len(tree.Problems) > 0 && saysYAML(p.text) {
		s.finds = s.finds[:before:before]
		return false
	}
	for i := range tree.Problems {
		if problem := &tree.Problems[i]; problem.Code == literal.Unexpected && problem.Expected == literal.EndOfText && tree.Root != 0 {
			// The rest may hold more.
			found := s.finds
			s.finds = found[:before:before]
			s.literals(p)
			if len(s.finds) == before {
				s.finds = found
			}
			break
		}
	}
	return true
}

// fail tells why no configuration was found.
func (s *search) fail(doc *Document) *Document {
	text := doc.Text
	kind := &UnknownFormat
	switch {
	case s.foreign != "":
		doc.tell(&ForeignDialect, firstWords(text), s.foreign, "")
		return doc
	case s.refused != nil && bare(text)[0] == '<':
		doc.Diagnostics, doc.Body = s.refused.Diagnostics, text
		return doc
	case s.tree != nil:
		kind = &noConfiguration
		if len(s.tree.Problems) > 0 {
			// The first problem may be the reason.
			r := &treeReader{walk: walk{Tree: *s.tree}, doc: doc, index: -1}
			r.reportProblem(&s.tree.Problems[0])
		}
	}
	return refuse(doc, text, kind)
}

// document reads the configuration that is chosen, and lists the others. pasted is the text as it was looked into.
func (s *search) document(doc *Document, choice *Choice, pasted string, isEscaped bool) *Document {
	text := doc.Text
	chosen := choice.Candidate
	candidates := make([]Candidate, 0, len(s.finds))
	for i, f := range s.finds {
		if i != chosen {
			candidates = candidates[:len(candidates)+1]
			c := &candidates[len(candidates)-1]
			c.Name, c.Format, c.Span, c.Index = f.name(), f.format, f.span(), i
		}
	}
	if chosen >= len(s.finds) {
		doc.Candidates = candidates
		doc.tell(&UnknownCandidate, firstWords(text), core.Itoa(chosen), core.Itoa(len(s.finds)))
		return doc
	}
	f := s.finds[chosen]
	span := f.span()
	if f.tree == nil {
		doc = f.doc
		readPlaceholders(doc, choice)
	} else {
		readFind(f, doc, choice, false)
	}
	own := f.taken(doc)
	f.piece.moveDocument(doc)
	doc.Text, doc.Candidates, doc.Choice = text, candidates, *choice
	isTaken := f.tree == nil || f.language == literal.JSON || f.piece.base > 0 || f.piece.marks != nil
	taken := own
	f.piece.move(&taken)
	alone := []core.TextEdit{{Span: core.Span{End: taken.Start}}, {Span: core.Span{Start: taken.End, End: len(text)}}}
	if isTaken && bare(f.piece.text) != bare(pasted) {
		doc.tell(&SurroundingText, &span, "", "")
		if f.piece.marks == nil && len(candidates) == 0 && text[taken.Start:taken.End] == f.piece.text[own.Start:own.End] {
			doc.mend("Keep the configuration alone", alone...)
		}
	}
	if isEscaped {
		doc.tell(&HTMLEscaped, &span, "", "")
		doc.mend("Write it unescaped, and alone", alone[0], core.TextEdit{Span: taken, Text: f.piece.text[own.Start:own.End]}, alone[1])
	}
	if len(candidates) > 0 {
		doc.finds = s.finds
		doc.tell(&SeveralConfigurations, &span, f.name(), core.Itoa(len(candidates)))
	}
	return doc
}
