package literal

// state says what stands before the token between two brackets.
type state uint8

const (
	atStart state = iota
	afterValue
	afterComma
)

// parser reads a text token by token.
type parser struct {
	Tree
	language Language
	// pos is behind the token.
	pos   int
	token Node
	// lastStart and lastEnd bound the token before.
	lastStart, lastEnd int32

	// open is the innermost node that is not closed. Node 0 stands around the text.
	open int
	// around counts the brackets that are open, by the last bit of their kind; in a program by what closes them.
	around [closeParenthesis + 1]int
	// state is that of the innermost bracket: it stands behind a value when one inside it has been closed.
	state state
	// comma is the place of the comma of the state afterComma.
	comma int

	// told is the end of the token that was last told to be unexpected.
	told int32
	// over says that the end of the text inside a bracket has been told, or that the rest was left out.
	over bool
	// once has a bit for each code that is told once and has been.
	once                uint
	relaxed, unreadable int

	// What follows is of programs. before is the kind of the token before; operand says that it ends an operand, newline that a
	// line ends behind it. use is what there is to know of the token if it is a word of the languages.
	before           Kind
	operand, newline bool
	use              wordUse
	// depth counts the brackets that are open. trailing says that the last was closed behind a comma, comprehension that a
	// "for" stands in the innermost: it is code.
	depth                   int
	trailing, comprehension bool
	// escaped and interpolated tell of the string that was read last, nested of the interpolations that are open.
	escaped, interpolated bool
	nested                int
	// wasted counts the bytes that were looked at in vain for the end of something. Beyond the size of the text nothing
	// is looked for any more, which keeps the work linear.
	wasted int
}

// Parse reads a text. It never fails: Problems tell where the text leaves JSON, and the tree
// holds what could be read.
func Parse(text string) *Tree {
	p := begin(text, 16+min(len(text)/12, 1<<12))
	p.push()
	p.scan()
	p.Nodes[0].Start = p.token.Start
	if p.isKey() {
		p.syntax(Unexpected, aLeftBrace)
		p.Nodes[0].Kind = Object
		p.around[Object]++
	}
	for p.step() {
	}
	around := &p.Nodes[0]
	around.behind = int32(len(p.Nodes))
	around.End = max(around.Start, p.lastEnd)
	switch {
	case len(p.Nodes) == 1:
		if p.unreadable == 0 {
			p.syntax(Unexpected, aValue)
		}
	case around.Kind == Missing:
		p.Root = 1
	}
	return &p.Tree
}

// Peek reads the beginning of a text: Nodes[0] is its first token, of the kind Key if it is one, and
// Missing if there is nothing but white space and comments.
func Peek(text string) *Tree {
	p := begin(text, 1)
	p.scan()
	key := p.isKey()
	p.push()
	if key {
		p.Nodes[0].Kind = Key
	}
	return &p.Tree
}

//go:noinline
func begin(text string, room int) *parser {
	p := &parser{Tree: Tree{Text: text}}
	p.Nodes = make([]Node, 0, room)
	return p
}

// push makes a node of the token.
//
//go:noinline
func (p *parser) push() *Node {
	p.insert(len(p.Nodes), &p.token)
	return &p.Nodes[len(p.Nodes)-1]
}

// insert puts a node before those from an index on.
//
//go:noinline
func (t *Tree) insert(at int, node *Node) {
	t.Nodes = append(t.Nodes, *node)
	for i := len(t.Nodes) - 1; i > at; i-- {
		t.Nodes[i] = t.Nodes[i-1]
		t.Nodes[i].behind++
	}
	t.Nodes[at] = *node
	t.Nodes[at].behind = int32(len(t.Nodes))
}

// keep records a text of a node that does not stand in the source.
//
//go:noinline
func (t *Tree) keep(node *Node, text string) {
	t.decoded = append(t.decoded, text)
	node.decoded = int32(len(t.decoded))
}

// step reads what stands at the token in the innermost bracket. It is false at the end of the text.
func (p *parser) step() bool {
	kind, in := p.token.Kind, p.Nodes[p.open].Kind
	inBrackets := p.open != 0
	isClosing := inBrackets && kind == in+closing
	isValue := kind != Missing && kind <= Null
	switch {
	case isClosing, kind == Missing && !inBrackets:
		if p.state == afterComma {
			p.relax(ExtraComma, p.comma, p.comma+1)
		}
		if !isClosing {
			return false
		}
		p.close(p.token.End)
	case kind == comma:
		if p.state != afterValue {
			p.relaxToken(ExtraComma)
		} else {
			p.state, p.comma = afterComma, int(p.token.Start)
		}
	case inBrackets && (kind == Missing || p.closesOuter(kind) || in == List && p.around[Object] > 0 && p.isKey()):
		// What follows belongs to a bracket around this one, which was forgotten to be closed.
		p.syntax(Unclosed, p.expected())
		p.close(p.lastEnd)
		return true
	case isValue && len(p.Nodes) > MaxValues:
		p.stop(TooMany)
		return true
	case isValue && in == Missing && p.state != atStart:
		// A second value in the text: with a comma before it they are a list.
		p.syntax(Unexpected, EndOfText)
		if p.state == afterValue {
			p.stop(NoProblem)
			return true
		}
		p.Nodes[0].Kind = List
		p.value()
		return true
	case isValue:
		if p.state == afterValue && p.told != p.token.End {
			p.relaxToken(MissingComma)
		}
		if in == Object {
			p.member()
		} else {
			p.value()
		}
		return true
	default:
		p.syntax(Unexpected, p.expected())
		if kind == colon || kind == anything {
			p.state = atStart // It stands for the comma.
		}
	}
	p.scan()
	return true
}

// closesOuter says whether the token closes a bracket that is open.
func (p *parser) closesOuter(kind Kind) bool {
	return (kind == closeObject || kind == closeList) && p.around[kind&1] > 0
}

// expected is what can stand at the token.
func (p *parser) expected() Expected {
	in := inList
	switch {
	case p.Nodes[p.open].Kind == Object:
		in = inObject
	case p.open == 0:
		in = inNothing
	}
	return in + Expected(p.state)
}

// value reads the value that begins with the token, of an object or a list the opening bracket.
//
//go:noinline
func (p *parser) value() {
	if p.token.Kind <= List {
		if p.around[0]+p.around[1] >= MaxDepth {
			p.stop(TooDeep)
			return
		}
		p.push().behind = int32(p.open)
		p.open = len(p.Nodes) - 1
		p.around[p.token.Kind&1]++
		p.state = atStart
	} else {
		if p.token.flaw != NoProblem {
			p.relaxToken(p.token.flaw)
		}
		node := p.push()
		if node.flaw == Unfilled {
			node.Kind = Expression
		}
		p.state = afterValue
	}
	p.scan()
}

// close ends the innermost bracket.
//
//go:noinline
func (p *parser) close(end int32) {
	node := &p.Nodes[p.open]
	p.around[node.Kind&1]--
	p.open = int(node.behind)
	node.behind = int32(len(p.Nodes))
	node.End = end
	p.state = afterValue
}

// stop leaves out the rest of the text.
//
//go:noinline
func (p *parser) stop(code Code) {
	if code != NoProblem {
		p.tell(Problem{Code: code, Start: p.token.Start, End: p.token.End})
	}
	p.over = true
	p.pos = len(p.Text)
	p.scan()
}

// member reads a key and its value, of an object or a list the opening bracket. A bracket in place of a key
// has an empty one.
func (p *parser) member() {
	kind := p.token.Kind
	if kind < String {
		p.syntax(Unexpected, p.expected())
	} else if kind != String {
		p.relaxToken(Unquoted)
	}
	node := p.push()
	node.Kind = Key
	key := len(p.Nodes)
	if kind < String {
		node.End = node.Start
	} else {
		p.scan()
		if p.token.Kind != colon {
			p.syntax(Unexpected, aColon)
		}
		if p.token.Kind == colon || p.token.Kind == anything { // "=" and "=>" are colons in other languages.
			p.scan()
		}
	}
	if kind := p.token.Kind; kind == Missing || kind > Null || p.isKey() {
		p.syntax(Unexpected, aValue)
	} else {
		p.value()
	}
	if len(p.Nodes) == key {
		*p.push() = Node{Start: p.lastEnd, End: p.lastEnd, behind: int32(key) + 1}
		p.state = afterValue
	}
}
