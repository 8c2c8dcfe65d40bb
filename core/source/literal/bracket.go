package literal

// contain reads a node and what stands in it, up to the closing bracket.
//
//go:noinline
func (p *program) contain(node *Node, closing Kind, in context) {
	at := len(p.Nodes)
	p.insert(at, node)
	outer := p.comprehension
	p.comprehension = false
	p.inside(closing, in, at)
	p.end(at)
	if p.comprehension && node.Kind != Call && closing != Missing {
		p.Nodes[at].Kind = Expression
	}
	p.comprehension = outer
}

// end is called when all that a node holds has been read.
//
//go:noinline
func (p *program) end(at int) {
	p.Nodes[at].End = p.lastEnd
	p.Nodes[at].behind = int32(len(p.Nodes))
}

// inside reads what stands in a bracket, up to the one that closes it or another one around it, and counts the items. The node
// is told of if it is not closed.
func (p *program) inside(closing Kind, in context, node int) (count int) {
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
			closing == closeList && p.around[closeObject] > 0 && p.isKey() && p.word&aLambda == 0:
			// What follows belongs to a bracket around this one, which was forgotten to be closed.
			p.open = -int(p.Nodes[node].Start) // The index may still change.
			p.syntax(Unclosed, aCloser+Expected(closing-closeObject))
			break read
		case kind == comma, kind == semicolon:
			separated = true
			p.scan()
		case kind >= closeObject && kind <= colon && kind != parenthesis && kind != question:
			p.scan() // It stands for nothing.
		default:
			if !separated && p.told != p.token.End && in&loose == 0 && (p.language != HCL || in&lines == 0) {
				p.relaxToken(MissingComma)
			}
			if closing == closeObject && in&loose == 0 && p.Nodes[node].Kind == List {
				in = 0 // A set.
			}
			p.element(in)
			separated = false
			count++
		}
	}
	p.around[closing]--
	p.depth--
	return count
}

// block reads a block of HCL from the beginning of its header on.
func (p *program) block(first, start int) {
	p.pos = start
	p.scan()
	call := p.token
	call.Kind = Call
	if call.decoded == 0 {
		call.decoded = noText - (call.End - call.Start)
	}
	call.opening, call.closing = 0, 0
	p.insert(first, &call)
	for p.scan(); p.token.Kind != Object; p.scan() {
		p.token.Kind = String
		p.insert(len(p.Nodes), &p.token)
	}
	p.contain(&p.token, closeObject, lines|keys)
	p.end(first)
}

// isObject says whether a brace that begins a statement begins an object: a key follows, or what is spread.
func (p *program) isObject() bool {
	saved := *p
	p.scan()
	found := p.isKey() || p.token.Kind == anything && p.Text[p.token.Start] == '.'
	*p = saved
	return found
}
