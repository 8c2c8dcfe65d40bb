package literal

import "s3cors/core"

// Parse reads a text. It never fails: Problems tell where the text leaves JSON, and the tree
// holds what could be read.
func Parse(text string) *Tree {
	p := parser{scanner: scanner{text: text}}
	p.next()
	root := p.root()
	return &Tree{Text: text, Root: root, Problems: p.list}
}

// parser builds the tree from the tokens.
type parser struct {
	scanner
	nesting
	storage
	// values counts values and keys.
	values int
	// told is the end of the token that was last told to be unexpected, so that each is told once.
	told int
	// over says that the end of the text inside a bracket has been reported, or that the rest was left out.
	over bool
}

// nesting counts the brackets that are open.
type nesting struct{ objects, lists int }

func (n *nesting) depth() int { return n.objects + n.lists }

// root reads the one value of the text. Members without braces around them make an object,
// and values with commas between them a list: that is what a copied part of a document looks like.
func (p *parser) root() Node {
	if p.token.canBeKey() && p.colonFollows() {
		p.unexpected("{")
		return p.object(false)
	}
	var root Node
	read, comma := 0, core.Span{}
	mark := p.mark()
	for p.token.kind != theEnd {
		switch {
		case p.token.beginsValue() && read == 0:
			root = p.value()
			p.pushItem(root)
			read = 1
		case p.token.beginsValue() && comma.End > 0:
			if read == 1 {
				p.add(Problem{Code: Unexpected, Span: comma, Expected: endOfText, Found: ","})
			}
			p.pushItem(p.value())
			read++
			comma = core.Span{}
		case p.token.beginsValue():
			p.unexpected(endOfText)
			p.over = true
			p.stop()
		case p.token.kind == ',' && read > 0 && comma.End == 0:
			comma = p.token.span
			p.next()
		default:
			p.unexpected(expectedAtRoot(read))
			p.next()
		}
	}
	if comma.End > 0 {
		p.add(Problem{Code: TrailingComma, Span: comma})
	}
	items := p.popItems(mark)
	switch {
	case read == 0:
		root.Span = p.token.span
		if p.syntax == 0 {
			p.unexpected("a value")
		}
	case read > 1:
		root = Node{Kind: List, Items: items, Span: core.Span{
			Start: items[0].Span.Start, End: items[len(items)-1].Span.End,
		}}
	}
	return root
}

func expectedAtRoot(read int) string {
	if read == 0 {
		return "a value"
	}
	return endOfText
}

// value reads the value that begins with the token.
func (p *parser) value() Node {
	if !p.count() {
		return Node{Span: p.last}
	}
	switch t := &p.token; t.kind {
	case '{', '[':
		if p.depth() >= MaxDepth {
			return p.leaveOut()
		}
		if t.kind == '{' {
			return p.object(true)
		}
		return p.listOf()
	case aString:
		node := Node{Kind: String, Span: t.span, Text: t.text, opening: t.opening, closing: t.closing}
		p.next()
		return node
	case aNumber:
		if !isJSONNumber(t.text) {
			p.add(Problem{Code: NumberForm, Span: t.span, Found: t.text})
		}
		return p.plain(Number)
	}
	return p.word()
}

// count counts one more value or key, and leaves out the rest of the text if that is too many.
func (p *parser) count() bool {
	p.values++
	if p.values <= MaxValues {
		return true
	}
	if !p.over {
		p.over = true
		p.add(Problem{Code: TooMany, Span: p.token.span, Expected: "at most 262144 values", Found: p.found()})
	}
	p.last = p.token.span
	p.stop()
	return false
}

// plain makes a node of a token that is kept as it is written.
func (p *parser) plain(kind Kind) Node {
	node := Node{Kind: kind, Span: p.token.span, Text: p.token.text}
	p.next()
	return node
}

// word reads a text without quotes.
func (p *parser) word() Node {
	kind, code := Word, UnquotedText
	switch p.token.text {
	case "true":
		return p.plain(True)
	case "false":
		return p.plain(False)
	case "null":
		return p.plain(Null)
	case "True":
		kind, code = True, ForeignWord
	case "False":
		kind, code = False, ForeignWord
	case "None", "undefined":
		kind, code = Null, ForeignWord
	}
	p.add(Problem{Code: code, Span: p.token.span, Found: p.token.text})
	return p.plain(kind)
}

// leaveOut passes a value that lies too deep.
func (p *parser) leaveOut() Node {
	node := Node{Kind: Missing, Span: p.token.span}
	p.add(Problem{Code: TooDeep, Span: p.token.span, Expected: "at most 64 nested brackets", Found: p.found()})
	for open := 0; p.token.kind != theEnd; {
		switch p.token.kind {
		case '{', '[':
			open++
		case '}', ']':
			open--
		}
		node.Span.End = p.token.span.End
		p.next()
		if open == 0 {
			break
		}
	}
	return node
}

// unexpected reports the token. The end of the text inside a bracket is reported once.
func (p *parser) unexpected(expected string) {
	problem := Problem{Code: Unexpected, Span: p.token.span, Expected: expected, Found: p.found()}
	if p.token.kind == theEnd {
		if p.over {
			return
		}
		p.over = true
		problem.Span = p.last
	} else if p.told == p.token.span.End {
		return
	}
	p.told = p.token.span.End
	p.add(problem)
}

// unclosed reports that a bracket ought to have been closed before the token. At the end of the
// text it is told of the innermost bracket only.
func (p *parser) unclosed(opened core.Span, expected string) {
	problem := Problem{Code: Unclosed, Span: p.token.span, Expected: expected, Found: p.found(), Opened: opened}
	if p.token.kind == theEnd {
		if p.over {
			return
		}
		p.over = true
		problem.Span = p.last
	}
	p.told = p.token.span.End
	p.add(problem)
}

func (p *parser) found() string {
	if p.token.kind == theEnd {
		return endOfText
	}
	return p.text[p.token.span.Start:p.token.span.End]
}
