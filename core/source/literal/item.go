package literal

// item reads what stands between two separators: a value, or in code a statement. It returns the index of its node, or
// that behind all nodes if there is none. If a colon or an equals sign follows, that node is its key.
func (p *parser) item(in context) int {
	first, start := len(p.Nodes), p.token.Start
	// scalar is the last operand that is no more than a token.
	var scalar Node
	// parts counts the operands and operators, plain those that are words or texts, colons those of conditions.
	parts, plain, colons := 0, 0, 0
	isKey := false
read:
	for {
		kind := p.token.Kind
		operand := p.operand && parts > 0
		if parts > 0 && p.ends(in, operand) {
			break
		}
		if len(p.Nodes) > MaxValues && kind != Missing {
			p.stop(TooMany)
			break
		}
		if p.depth > MaxDepth && (kind == Object || kind == List || kind == parenthesis) {
			// It stands for nothing.
			p.relax(TooDeep, int(p.token.Start), int(p.token.End))
			kind = anything
		}
		named := scalar.Kind != Missing && scalar.End == p.lastEnd
		if scalar.Kind == Word && p.before == closeList && kind == assign && in&loose != 0 && int(scalar.behind) == len(p.Nodes) {
			scalar.End = p.lastEnd // a["b"] = ...
			named = true
		}
		parts++
		switch kind {
		case Missing, closeObject, closeList, closeParenthesis, comma, semicolon:
			parts--
			break read
		case colon:
			if colons > 0 {
				colons--
			} else if in&keys != 0 && (named || in&loose == 0) {
				isKey = true
			}
		case assign:
			isKey = in&(keys|lines) != 0 && (named || in&loose == 0)
		case question:
			colons++
		case Word:
			p.comprehension = p.comprehension || p.use&aFor != 0 && in&loose == 0
			if operand && p.use&anAs != 0 && p.language == JavaScript {
				parts--
				p.passType()
				continue
			}
			if p.use&aPrefix != 0 && !p.isKey() {
				parts--
				break
			}
			plain++
			scalar = p.token
			scalar.behind = int32(len(p.Nodes))
		case String:
			plain++
			if p.language == Python && parts == 2 && operand && scalar.Kind == String && scalar.End-scalar.Start < 1<<10 {
				parts-- // It belongs to the text before.
				p.keep(&scalar, p.textOf(&scalar)+p.textOf(&p.token))
				scalar.End, scalar.closing = p.token.End, p.token.closing
				break
			}
			scalar = p.token
		case Number, True, False, Null, Expression:
			scalar = p.token
		case Object:
			switch {
			case p.language == HCL && operand && plain == parts-1 && len(p.Nodes) == first:
				p.block(int(start))
				return first
			case p.language == JavaScript && (operand && (in&loose == 0 || !p.newline) || p.before == arrow):
				p.inside(closeObject, loose|lines|keys, 0)
				if in&loose != 0 {
					return len(p.Nodes) // A statement ends with its block.
				}
			default:
				p.contain(&p.token, closeObject, lines|keys)
			}
			scalar.Kind = Missing
			continue
		case List:
			if operand {
				p.inside(closeList, loose, 0)
				continue
			}
			p.contain(&p.token, closeList, 0)
			scalar.Kind = Missing
			continue
		case parenthesis:
			group := Node{Kind: List, Start: p.token.Start}
			switch {
			case operand:
				group.Kind, group.decoded = Call, noText
				if named && scalar.Kind == Word {
					parts--
					group.Start = scalar.Start
					group.decoded -= scalar.End - scalar.Start
				}
				p.contain(&group, closeParenthesis, keys)
			case in&loose != 0:
				p.inside(closeParenthesis, loose, 0)
			default:
				at := len(p.Nodes)
				if p.inside(closeParenthesis, 0, 0) != 1 || p.trailing {
					group.End = p.lastEnd
					p.insert(at, &group)
				}
			}
			scalar.Kind = Missing
			continue
		}
		if isKey {
			parts--
			break
		}
		p.scan()
	}
	if scalar.Kind == Word {
		scalar.Kind, scalar.flaw = Expression, Unquoted
	}
	if in&loose != 0 {
		first = len(p.Nodes)
		if !isKey {
			return first
		}
		parts = 1
	}
	if parts > 1 {
		scalar = Node{Kind: Expression, Start: start, End: p.lastEnd}
	}
	if parts > 0 && scalar.Kind != Missing {
		p.insert(first, &scalar)
	}
	return first
}

// passType passes a type behind "as" or "satisfies".
func (p *parser) passType() {
	p.scan()
	for !p.newline {
		switch p.token.Kind {
		case Object, List:
			if p.depth > MaxDepth {
				return
			}
			nodes := len(p.Nodes)
			p.inside(p.token.Kind+closing, loose, 0)
			p.Nodes = p.Nodes[:nodes]
			continue
		case Word, String, anything:
		default:
			return
		}
		p.scan()
	}
}

// ends says whether an item ends before the token, although no separator stands there: with its line, or
// because what follows cannot belong to it.
func (p *parser) ends(in context, operand bool) bool {
	kind := p.token.Kind
	isScalar := kind >= String && kind <= Null || kind == Expression
	if p.language == JavaScript {
		if operand && (p.newline || p.before == closeObject) &&
			(isScalar && p.use&aJoiner == 0 && p.Text[p.token.Start] != '.' && p.Text[p.token.Start] != '`' || kind == List && in&lines != 0) {
			return true
		}
	} else if p.newline && (p.language == HCL && in&lines != 0 || p.language == Python && p.depth == 1) {
		return true
	}
	switch {
	case !operand:
		return false
	case kind == Object:
		return p.before == closeObject
	case in&loose != 0 || !isScalar:
		return false
	case kind == String && p.language != Python && p.before != Word:
		return true
	}
	inList := in == 0 && p.newline
	return (in&lines != 0 || inList) && p.isKey() && (p.language != Python || p.before != String || inList)
}
