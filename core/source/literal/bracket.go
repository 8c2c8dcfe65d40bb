package literal

// contain reads a node and what stands in it, up to the closing bracket.
//
//go:noinline
func (p *parser) contain(node *Node, closing Kind, in context) {
	at := len(p.Nodes)
	kind, outer := node.Kind, p.comprehension
	p.insert(at, node)
	p.comprehension = false
	p.inside(closing, in, at)
	if p.comprehension && kind != Call && closing != Missing {
		p.Nodes[at].Kind = Expression
	}
	p.comprehension = outer
	p.end(at)
}

// end is called when all that a node holds has been read.
//
//go:noinline
func (p *parser) end(at int) {
	p.Nodes[at].End = p.lastEnd
	p.Nodes[at].behind = int32(len(p.Nodes))
}

// inside reads what stands in a bracket, up to the one that closes it or another one around it, and counts the items.
func (p *parser) inside(closing Kind, in context, node int) (count int) {
	p.depth++
	p.around[closing]++
	p.scan()
	separated := true
read:
	for {
		kind := p.token.Kind
		switch {
		case kind == closing:
			p.trailing = separated
			p.scan()
			break read
		case kind == Missing, kind >= closeObject && kind <= closeParenthesis && p.around[kind] > 0,
			closing == closeList && p.around[closeObject] > 0 && p.isKey():
			// What follows belongs to a bracket around this one, which was forgotten to be closed.
			p.syntax(Unclosed, aCloser+Expected(closing-closeObject))
			break read
		case kind >= closeObject && kind <= comma && kind != parenthesis && kind != question:
			separated = separated || kind == comma || kind == semicolon
			p.scan()
		default:
			if !separated && p.told != p.token.End && in&loose == 0 && (p.language != HCL || in&lines == 0) {
				p.relaxToken(MissingComma)
			}
			at := len(p.Nodes)
			p.element(in)
			if in == lines|keys && at < len(p.Nodes) {
				p.keyless(node, at)
				if p.Nodes[node].Kind == List {
					in = 0
				}
			}
			separated = false
			count++
		}
	}
	p.around[closing]--
	p.depth--
	return count
}

// block reads a block of HCL from the beginning of its header on.
func (p *parser) block(start int) {
	p.pos = start
	p.scan()
	at := len(p.Nodes)
	call := p.token
	call.Kind = Call
	if call.decoded == 0 {
		call.decoded = noText - (call.End - call.Start)
	}
	p.insert(at, &call)
	for p.scan(); p.token.Kind != Object; p.scan() {
		p.token.Kind = String
		p.push()
	}
	p.contain(&p.token, closeObject, lines|keys)
	p.end(at)
}
