// Package yaml reads the YAML that templates, playbooks and manifests are written in into the tree that package
// literal reads JSON into, so that one walk finds a configuration in either.
//
// It follows YAML 1.2.2 in block and flow collections, plain, quoted and block scalars, comments, several documents,
// anchors, aliases and merge keys (https://yaml.org/type/merge.html). Plain scalars are true, false, null and numbers by the core schema
// (section 10.3.2); yes, no, on and off are words. Typographic quotes around a scalar are told and read as quotes. A tag is a call that holds what it stands before; those
// of YAML itself (!!str) are passed over. A key that is no scalar is empty, and its content a value. Keys behind a question mark, directives
// but for %YAML and %TAG, and bytes that are not UTF-8 are outside of what is read; no word is lost in them.
//
// A text is always read to its end: what YAML refuses is read as it is meant where that is plain, told, and
// reading goes on behind it. The work and the memory are linear in the size of the text. Depth, the number of
// values, with the copies of what aliases stand for, and the number of problems are bounded as in package literal.
package yaml

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// parser reads a text from its beginning to its end.
type parser struct {
	literal.Tree
	// pos is the place reached, end that of the end of the document.
	pos, end int
	// line is where the columns of the line count from, first its first character that is not blank, and tab a tab or a
	// no-break space before that, or -1.
	line, first, tab int
	// last is the end of what was last read.
	last int
	// token is the scalar that was scanned.
	token token
	// anchor and anchorEnd bound the name of the anchor that was scanned.
	anchor, anchorEnd int
	// text is the text of a scalar as it is decoded.
	text []byte

	// depth is the number of nodes that are open, deepest the most since the last anchor.
	depth, deepest int
	// brackets is the number of lists and objects in brackets that are open, around the indentation of what is around them.
	brackets, around int
	// squares are the lists among them.
	squares int

	anchors [mostAnchors]anchor
	known   int
	// spent counts what aliases and merge keys cost; merges says that there are some.
	spent  int
	merges bool

	// stopped says that the rest of the text is left out.
	stopped bool
}

// Parse reads a text. It never fails: Problems tell where the text leaves YAML, and the tree
// holds what could be read. The root is the value of the document, a list of them if there are several, and
// missing if there is none. Values that stand one behind the other where one is expected are told, and read like documents.
//
// The value of a key is Missing if there is none, an empty entry of a list is Null. A string's span has its quotes in it, that of
// a block scalar reaches from its indicator to the end of its last line. What stands for an alias has the
// spans of what it is a copy of, and so have the members that a merge key brings in: they follow those that are written, and
// the key itself (<<) is left with a value that is Missing.
func Parse(text string) *literal.Tree {
	p := &parser{}
	p.Text = text
	p.Nodes = make([]literal.Node, 0, 16+min(len(text)/12, 1<<12))
	p.Add(literal.List, 0, 0, 0)
	if core.HasPrefix(text, "\uFEFF") {
		p.pos = 3
	}
	values := 0
	for p.pos < len(text) && !p.stopped {
		values += p.document()
	}
	root := &p.Nodes[0]
	p.Close(0, p.last)
	if values == 0 {
		root.Kind = literal.Missing
	} else {
		root.Start = min(p.Nodes[1].Start, root.End)
		if values == 1 {
			p.Root = 1
		}
	}
	return &p.Tree
}

// document reads a document that begins with the line, and counts its values.
func (p *parser) document() int {
	p.line, p.first, p.tab = p.pos, p.pos, -1
	if p.isMarker(p.pos) {
		p.pos += 3
	}
	p.end = p.pos
	for p.end < len(p.Text) && (p.end == p.pos || !isBreak(p.Text[p.end-1]) || !p.isMarker(p.end)) {
		p.end++
	}
	if p.pos == p.first {
		p.indent()
	}
	values := 0
	for {
		p.skip()
		if p.pos >= p.end {
			break
		}
		if line := p.Text[p.pos:p.end]; values == 0 && (core.HasPrefix(line, "%YAML ") || core.HasPrefix(line, "%TAG ")) {
			p.pos = p.lineEnd()
			continue
		}
		if values > 0 {
			p.tell(literal.Unexpected, literal.EndOfText, p.pos, p.lineEnd())
		}
		values++
		p.node(-1, behindDash)
	}
	return values
}

// isMarker says whether a line begins or ends a document.
//
//go:noinline
func (p *parser) isMarker(at int) bool {
	text := p.Text[at:]
	return (core.HasPrefix(text, "---") || core.HasPrefix(text, "...")) && (len(text) == 3 || isBlank(text[3]))
}

// add adds a node, up to their number.
//
//go:noinline
func (p *parser) add(kind literal.Kind, start, end, quotes int) int {
	if len(p.Nodes) > literal.MaxValues {
		p.stop(literal.TooMany)
	}
	p.last = end
	return p.Add(kind, start, end, quotes)
}

// open adds a node that holds what is added until it is closed.
//
//go:noinline
func (p *parser) open(kind literal.Kind, start int) int {
	p.depth++
	p.deepest = max(p.deepest, p.depth)
	return p.add(kind, start, start, 0)
}

// close ends a node with what was last read.
//
//go:noinline
func (p *parser) close(node int) {
	p.depth--
	p.Close(node, p.last)
}

// tell lists a problem, up to their number.
//
//go:noinline
func (p *parser) tell(code literal.Code, expected literal.Expected, start, end int) {
	if p.stopped {
		return
	}
	switch count := len(p.Problems); {
	case count > literal.MaxProblems:
		return
	case count == literal.MaxProblems:
		code = literal.MoreSyntax
	}
	p.Problems = append(p.Problems, literal.Problem{Code: code, Expected: expected, Start: int32(start), End: int32(end)})
}

// stop leaves out the rest of the text.
//
//go:noinline
func (p *parser) stop(code literal.Code) {
	p.tell(code, 0, min(p.pos, p.last), p.pos)
	p.stopped = true
	p.end = min(p.end, p.pos)
	p.pos = p.end
}
