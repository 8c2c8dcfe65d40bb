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
// All that an object holds is keys, calls (blocks) and expressions (methods, what is spread); all that a list holds, but the
// root, is values. Around each bracket there may be an expression, so nodes are at most twice as deep as brackets. A name
// is an expression; {name} in JavaScript is a key with that name and an expression. A value is in parentheses or not; several
// in them, or none, are a list. Texts of Python side by side are one; sets are lists.
//
// Values without a comma between them are told of, and brackets, strings and comments without their end. What else is
// no program is passed without a word.
func ParseProgram(text string, language Language) *Tree {
	if language == JSON {
		return Parse(text)
	}
	p := begin(text, 16+min(len(text)/12, 1<<12))
	p.language = language
	p.token.Kind = List
	p.contain(&p.token, Missing, loose|lines|keys)
	p.Nodes[0].End = int32(len(text))
	return &p.Tree
}

// element reads an item, with its key if it has one.
func (p *parser) element(in context) {
	at := p.item(in)
	if at == len(p.Nodes) {
		return
	}
	node := &p.Nodes[at]
	if p.token.Kind != colon && p.token.Kind != assign || in == 0 { // A list has no keys: a block of HCL may end before either.
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

// keyless makes a member of what stands in an object without a key.
func (p *parser) keyless(object, at int) {
	node := &p.Nodes[at]
	switch {
	case node.Kind > Null && node.flaw != Unquoted || node.Kind == Key:
	case p.language == Python && at == object+1:
		p.Nodes[object].Kind = List // A set.
	case node.Kind == Expression:
		value := *node
		node.Kind = Key // {name} in JavaScript
		p.insert(at+1, &value)
	default:
		p.syntax(Unexpected, aColon)
		node.Kind = Expression
	}
}
