package literal

// Language says how a text that is a program is written.
type Language uint8

// The languages.
const (
	// JSON is what Parse reads.
	JSON Language = iota
	// JavaScript is TypeScript too.
	JavaScript
	Python
	// HCL is Terraform's.
	HCL
)

// program reads a text in which literals stand in code. It knows enough of the languages to find where each value ends.
type program struct {
	parser
	// before is the kind of the token before; operand says that it ends an operand, newline that a line ends behind it.
	before           Kind
	operand, newline bool
	// word is what there is to know of the token if it is a word of the languages.
	word wordUse
	// depth counts the brackets that are open, around those of each kind.
	depth  int
	around [closeParenthesis + 1]int
	// trailing says that the last bracket was closed behind a comma.
	trailing bool
	// comprehension says that a "for" stands in the innermost bracket: it is code.
	comprehension bool
	// escaped and interpolated tell of the string that was passed last.
	escaped, interpolated bool
	// wasted counts the bytes that were looked at in vain for the end of something. Beyond the size of the text nothing
	// is looked for any more, which keeps the work linear.
	wasted int
}

// context says how items are parted between two brackets.
type context uint8

const (
	// loose is code: what is found in it stands side by side, and all else is left out.
	loose context = 1 << iota
	// lines: the end of a line may part items.
	lines
	// keys: items may have keys.
	keys
)

// ParseProgram reads a text in which literals stand in code: a program, a part of one, or a template. The root is a list of
// what was found, in the order of the text and at whatever depth of functions, classes and blocks: keys (what is assigned or
// declared), calls, objects and lists. A part that begins with a member, key: value, is a list with keys, too.
//
// All that an object holds is keys, calls (blocks) and expressions (methods, what is spread); all that a list holds, but the root, is values. A
// name is an expression; {name} in JavaScript is a key with that name and an expression. Values without a comma between them are told of,
// and brackets, strings and comments without their end; what else is no program is passed without a word.
func ParseProgram(text string, language Language) *Tree {
	if language == JSON {
		return Parse(text)
	}
	p := &program{}
	p.Text, p.language = text, language
	p.Nodes = make([]Node, 0, 16+min(len(text)/12, 1<<12))
	p.token.Kind = List
	p.contain(&p.token, Missing, loose|lines|keys)
	p.Nodes[0].End = int32(len(text))
	for i := range p.Problems {
		problem := &p.Problems[i]
		if problem.Opened < 0 {
			problem.Opened = p.opened(-problem.Opened)
		}
	}
	return &p.Tree
}

// opened is the node with a bracket that begins at a place, or 0 if it is none that was kept.
func (p *program) opened(start int32) int32 {
	from, to := 0, len(p.Nodes)
	for from < to {
		middle := (from + to) / 2
		if p.Nodes[middle].Start < start {
			from = middle + 1
		} else {
			to = middle
		}
	}
	for ; from < len(p.Nodes) && p.Nodes[from].Start == start; from++ {
		if kind := p.Nodes[from].Kind; kind <= List || kind == Call {
			return int32(from)
		}
	}
	return 0
}

// element reads an item, with its key if it has one.
func (p *program) element(in context) {
	at := p.item(in)
	if at == len(p.Nodes) {
		return
	}
	node := &p.Nodes[at]
	if p.token.Kind != colon && p.token.Kind != assign {
		if in == lines|keys && (node.Kind <= Null || node.flaw == Unquoted) {
			p.member(at)
		}
		return
	}
	node.Kind = Key
	node.behind = int32(at) + 1
	for {
		p.Nodes = p.Nodes[:at+1]
		p.scan()
		if in&loose != 0 && p.newline && p.language == Python {
			p.Nodes = p.Nodes[:at] // The colon of a statement.
			return
		}
		p.item(in & lines)
		if p.token.Kind != assign || in&lines == 0 {
			break
		}
		// What stood before was a type, or another name.
	}
	if len(p.Nodes) == at+1 {
		p.syntax(Unexpected, aValue)
		p.insert(at+1, &Node{Start: p.lastEnd, End: p.lastEnd})
	}
}

// member makes a member of a value that stands in an object without a key.
func (p *program) member(at int) {
	if object := &p.Nodes[at-1]; p.language == Python && object.Kind == Object {
		object.Kind = List // A set: it is the first in it.
		return
	}
	value := p.Nodes[at]
	if value.Kind != Expression {
		p.syntax(Unexpected, aColon)
		if value.Kind <= List {
			p.insert(at, &Node{Kind: Key, Start: value.Start, End: value.Start})
			return
		}
		value = Node{Start: value.End, End: value.End}
	}
	p.Nodes[at].Kind = Key
	p.insert(at+1, &value)
}

// insert puts a node before those from an index on.
//
//go:noinline
func (p *program) insert(at int, node *Node) {
	p.Nodes = append(p.Nodes, *node)
	for i := len(p.Nodes) - 1; i > at; i-- {
		p.Nodes[i] = p.Nodes[i-1]
		p.Nodes[i].behind++
	}
	p.Nodes[at] = *node
	p.Nodes[at].behind = int32(len(p.Nodes))
}

// keep records a text of a node that does not stand in the source.
//
//go:noinline
func (p *program) keep(node *Node, text string) {
	p.decoded = append(p.decoded, text)
	node.decoded = int32(len(p.decoded))
}
