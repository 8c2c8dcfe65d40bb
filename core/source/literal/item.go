package literal

// item reads what stands between two separators: a value, or in code a statement. It returns the index of its node, or
// that behind all nodes if there is none. If a colon or an equals sign follows, that node is its key.
func (p *program) item(in context) int {
	first, start := len(p.Nodes), p.token.Start
	// scalar is the last operand that is no more than a token, and joined its text if that was written in pieces.
	var scalar Node
	var joined []byte
	// parts counts the operands and operators, plain those that are words or texts.
	parts, plain := 0, 0
	// colons are those that belong to what stands before them.
	colons := 0
	// all says that the item goes on to the bracket around it.
	all := false
	// typed is the number of parts before a type, from 1; nodes, end and kept are what else there was before it.
	typed, nodes, end, kept := 0, 0, int32(0), scalar
read:
	for ; ; p.scan() {
	again:
		if len(p.Nodes) > MaxValues {
			p.stop(TooMany)
			break
		}
		kind := p.token.Kind
		if p.depth > MaxDepth && (kind == Object || kind == List || kind == parenthesis) {
			// It stands for nothing.
			if p.once&(1<<TooDeep) == 0 {
				p.once |= 1 << TooDeep
				p.tell(Problem{Code: TooDeep, Start: p.token.Start, End: p.token.End})
			}
			kind = anything
		}
		operand := p.operand && parts > 0
		if parts > 0 && !all && p.ends(in, operand) {
			break
		}
		named := scalar.Kind != Missing && scalar.End == p.lastEnd
		switch kind {
		case Missing, closeObject, closeList, closeParenthesis:
			break read
		case comma, semicolon:
			if !all {
				break read
			}
		case colon:
			if colons > 0 {
				colons--
			} else if in&keys != 0 && !all && (named || in&loose == 0) {
				break read
			}
		case assign:
			if in&(keys|lines) != 0 && !all {
				if in&loose == 0 || named {
					break read
				}
				if scalar.Kind == Word && p.before == closeList {
					scalar.End = p.lastEnd // a["b"] = ...
					break read
				}
			}
		case question:
			colons++
		case Word:
			switch {
			case p.language != JavaScript:
				if in&loose == 0 && p.word&aFor != 0 && (operand || parts == 0 && p.language == HCL) {
					all, p.comprehension = true, true
				}
			case operand && typed == 0 && p.word&anAs != 0:
				typed, nodes, end, kept = parts+1, len(p.Nodes), p.lastEnd, scalar
			}
			if p.word&aPrefix != 0 && !p.isKey() {
				continue
			}
			if p.word&aLambda != 0 && p.language == Python || in&loose != 0 && p.word&aColonWord != 0 {
				colons++
			}
			fallthrough
		case String:
			if kind == String && p.language == Python && parts == 1 && operand && scalar.Kind == String {
				if joined == nil {
					joined = append(joined, p.textOf(&scalar)...)
				}
				joined = append(joined, p.textOf(&p.token)...)
				scalar.End, scalar.closing = p.token.End, p.token.closing
				continue
			}
			plain++
			fallthrough
		case Number, True, False, Null, Expression:
			scalar = p.token
		case Object:
			switch {
			case p.language == HCL && operand && plain == parts && len(p.Nodes) == first:
				p.block(first, int(start))
				return first
			case p.language == JavaScript && (operand && !(p.newline && in&loose != 0) || p.before == arrow && parts > 0 || in&loose != 0 && !p.isObject()):
				p.inside(closeObject, loose|lines|keys, 0)
				if in&loose != 0 {
					return len(p.Nodes) // A statement ends with its block.
				}
			default:
				p.contain(&p.token, closeObject, lines|keys)
			}
			scalar.Kind = Missing
			parts++
			goto again
		case List:
			if operand {
				p.inside(closeList, loose, 0)
			} else {
				p.contain(&p.token, closeList, 0)
				scalar.Kind = Missing
			}
			parts++
			goto again
		case parenthesis:
			parts++
			switch {
			case operand:
				call := Node{Kind: Call, Start: p.token.Start, decoded: noText}
				if named && scalar.Kind == Word {
					parts--
					call.Start = scalar.Start
					call.decoded -= scalar.End - scalar.Start
				}
				p.contain(&call, closeParenthesis, keys)
			case in&loose != 0:
				p.inside(closeParenthesis, loose, 0)
			default:
				tuple, at := p.token, len(p.Nodes)
				tuple.Kind = List
				if p.inside(closeParenthesis, 0, 0) != 1 || p.trailing {
					tuple.End = p.lastEnd
					p.insert(at, &tuple)
				}
			}
			scalar.Kind = Missing
			goto again
		}
		parts++
	}
	if typed > 0 {
		p.Nodes, parts, scalar = p.Nodes[:nodes], typed-1, kept
	} else {
		end = p.lastEnd
	}
	if scalar.Kind == Word {
		scalar.Kind, scalar.flaw = Expression, Unquoted
	}
	if joined != nil {
		p.keep(&scalar, string(joined))
	}
	if in&loose != 0 {
		first = len(p.Nodes)
		if p.token.Kind != colon && p.token.Kind != assign {
			return first
		}
		parts = 1
	}
	switch {
	case parts > 1:
		p.insert(first, &Node{Kind: Expression, Start: start, End: end})
	case parts == 1 && scalar.Kind != Missing:
		p.insert(len(p.Nodes), &scalar)
	}
	return first
}

// ends says whether an item ends before the token, although no separator stands there: with its line, or
// because what follows cannot belong to it.
func (p *program) ends(in context, operand bool) bool {
	kind := p.token.Kind
	isScalar := kind >= String && kind <= Null || kind == Expression
	switch {
	case p.language == JavaScript:
		if !operand || kind == Missing || !p.newline && p.before != closeObject {
			break
		}
		if first := p.Text[p.token.Start]; isScalar && p.word&aJoiner == 0 && first != '.' && first != '`' || kind == List && in&lines != 0 {
			return true
		}
	case p.newline && (p.language == HCL && in&lines != 0 || p.language == Python && p.depth == 1):
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
