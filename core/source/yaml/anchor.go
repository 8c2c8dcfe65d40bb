package yaml

import "s3cors/core/source/literal"

// mostAnchors is one more than the number of anchors that are known.
const mostAnchors = 64

// anchor is the place of a name for a node, and how many levels that holds.
type anchor struct {
	start, end   int
	node, height int
}

// register gives the next node the name of the anchor before it, if there is one, and returns its index.
//
//go:noinline
func (p *parser) register() int {
	if p.anchor == p.anchorEnd || p.known == mostAnchors-1 {
		return 0
	}
	p.known++
	a := &p.anchors[p.known&(mostAnchors-1)]
	a.start, a.end, a.node = p.anchor, p.anchorEnd, len(p.Nodes)
	p.anchor = p.anchorEnd
	p.deepest = p.depth
	return p.known
}

// nameEnd moves behind the name of an anchor, an alias or a tag.
//
//go:noinline
func (p *parser) nameEnd() {
	start := p.pos
	for p.pos++; p.pos < p.end; p.pos++ {
		if c := p.Text[p.pos]; isBlank(c) || isFlow(c) || c == ':' && p.isIndicator(':') {
			break
		}
	}
	if p.pos == start+1 && p.Text[start] == '&' {
		p.tell(literal.WantsQuotes, 0, start, p.pos)
	}
}

// alias scans an alias. The last anchor of its name counts; what is inside of it is not.
func (p *parser) alias() bool {
	start := p.pos
	p.nameEnd()
	name := p.Text[start+1 : p.pos]
	for i := p.known; i > 0; i-- {
		a := &p.anchors[i&(mostAnchors-1)]
		if p.Text[a.start:a.end] == name {
			if p.IsOpen(a.node) {
				break
			}
			p.token.alias, p.token.height, p.token.end = a.node, a.height, p.pos
			return true
		}
	}
	p.pos = start
	return false
}

// copyAlias adds copies of the nodes that an alias stands for, which count like those that are written.
func (p *parser) copyAlias(node int) {
	end := node + 1
	if p.Nodes[node].Kind != literal.Key {
		end = p.Behind(node)
	}
	copied := p.add(literal.Missing, p.last, p.last, 0)
	height := p.depth + p.token.height
	if height > literal.MaxDepth {
		p.stop(literal.TooDeep)
	}
	if copied+end-node > literal.MaxValues {
		p.stop(literal.TooMany)
	}
	if p.spend(end - node) {
		return
	}
	p.deepest = max(p.deepest, height)
	p.Nodes = p.Nodes[:copied]
	p.Copy(node, end)
	if p.Nodes[copied].Kind == literal.Key {
		p.Nodes[copied].Kind = literal.Word
	}
}

// spend counts the nodes that were copied or compared. It is true where the rest of the text is left out, as they are too many.
//
//go:noinline
func (p *parser) spend(count int) bool {
	p.spent += count
	if p.spent > literal.MaxValues {
		p.stop(literal.TooMany)
	}
	return p.stopped
}

// merge adds to an object the members of the objects that its merge keys hold, in lists too, if it does not have them. The first one
// counts.
func (p *parser) merge(object int) {
	if !p.merges || p.Nodes[object].Kind != literal.Object {
		return
	}
	end := len(p.Nodes)
	for merged := object + 1; merged < end; merged = p.Behind(merged) {
		// A merge key has no quotes.
		if span := p.Nodes[merged].Span(); p.Nodes[merged+1].Kind > literal.List || p.Text[span.Start:span.End] != "<<" {
			continue
		}
		for i := merged + 1; i < p.Behind(merged); i++ {
			kind := p.Nodes[i].Kind
			if kind == literal.List {
				continue
			}
			behind := p.Behind(i)
			for i++; i < behind && kind == literal.Object; i = p.Behind(i) {
				key := len(p.Nodes)
				if p.spend(p.Behind(i) - i) {
					break
				}
				p.Copy(i, p.Behind(i))
				for other := object + 1; other < key; other = p.Behind(other) {
					if p.spend(1) || p.TextOf(other) == p.TextOf(key) {
						p.Nodes = p.Nodes[:key]
						break
					}
				}
			}
			i = behind - 1
		}
		p.Nodes[merged+1].Kind = literal.Missing
	}
}
