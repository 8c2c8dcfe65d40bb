package source

import "s3cors/core"

// Where a name is known: in JavaScript in the braces around its definition, in Python in the lines that are indented as much.

// pythonLine is a line that others are indented under.
type pythonLine struct {
	start, indent int
	// isDef: a function begins with it.
	isDef bool
	// known are the definitions that are known as long as lines are indented as much.
	known []int
}

// startLine looks at the line of Python that begins with the token.
func (b *binder) startLine() {
	start := int(b.tokens[b.at].start)
	indent := 0
	for indent < start && b.text[start-1-indent] != '\n' {
		indent++
	}
	if core.HasPrefix(b.text, "\uFEFF") && indent == start {
		indent -= len("\uFEFF")
	}
	b.imports = false
	word := b.word(b.at)
	line := pythonLine{start: start, indent: indent, isDef: word == "def" || word == "async"}
	b.endBlocks(indent+1, start)
	if last := len(b.lines) - 1; last >= 0 && b.lines[last].indent == indent {
		line.known = b.lines[last].known
		b.lines = b.lines[:last]
	}
	b.lines = append(b.lines, line)
	// Several names may stand before an equals sign.
	end, commas := b.at, false
	for end == b.at || !b.isLine(end) && b.kind(end) != 0 && core.Index("a,*.", b.kind(end)) >= 0 {
		commas = commas || b.kind(end) == ','
		end++
	}
	if commas && b.assigns(end) {
		b.bindTo(end)
	}
}

//go:noinline
func (b *binder) isLine(at int) bool { return at < len(b.tokens) && b.tokens[at].line }

// endBlocks ends the blocks of Python that are indented at least as much.
func (b *binder) endBlocks(indent, at int) {
	last := len(b.lines) - 1
	for ; last >= 0 && b.lines[last].indent >= indent; last-- {
		for _, index := range b.lines[last].known {
			b.list[index].to = at
		}
	}
	b.lines = b.lines[:last+1]
}

// scope says where the definition that begins at a token is known. One that is made under a condition without a block of its own is certain
// nowhere.
func (b *binder) scope(d *definition, first int) {
	if b.isPython {
		b.pythonScope(d, first)
		return
	}
	t := &b.tokens[first]
	brace := int(t.around)
	before := b.word(first - 1)
	isPlain := brace < 0 || b.kind(brace) == '{'
	switch b.kind(first - 1) {
	case ')':
		isPlain = isPlain && !b.isControl(int(b.tokens[first-1].pair))
	case ':', '?', '&', '|', '=':
		isPlain = false
	}
	if !isPlain || before == "else" || before == "do" {
		return
	}
	if d.own && brace >= 0 && !(b.kind(brace-1) == ')' && b.isControl(int(b.tokens[brace-1].pair))) && !isOneOf(" else do try finally ", b.word(brace-1)) {
		brace = int(b.tokens[brace].around) // A method has defined it, the class knows it.
		if brace >= 0 && b.kind(brace) != '{' {
			return
		}
	}
	d.to = len(b.text)
	if brace >= 0 {
		d.from = int(b.tokens[brace].start)
		if pair := b.tokens[brace].pair; pair >= 0 {
			d.to = int(b.tokens[pair].start)
		}
	}
}

// isControl says whether a parenthesis is that of a statement.
//
//go:noinline
func (b *binder) isControl(parenthesis int) bool {
	return isOneOf(" if for while switch with await catch ", b.word(parenthesis-1))
}

func (b *binder) pythonScope(d *definition, first int) {
	if !b.tokens[first].line {
		return
	}
	block := len(b.lines) - 1
	if d.own && block > 0 && b.lines[block-1].isDef {
		block--
		d.from = 0
		if block > 0 {
			d.from = b.lines[block-1].start
		}
	} else if b.lines[block].indent > 0 {
		d.from = b.lines[block].start
	}
	b.lines[block].known = append(b.lines[block].known, b.find(d.name))
}

// isDeclared says whether a name stands where it is declared: behind a word that does so, before an arrow, in a loop, and in Python behind
// "as" and before ":" and ":=".
func (b *binder) isDeclared(at int) bool {
	before, behind := b.word(at-1), b.kind(at+1)
	if b.isPython {
		return isOneOf(" def class as global nonlocal ", before) || behind == ':' && (b.tokens[at].line || b.kind(at+2) == '=' && b.tokens[at+2].start == b.tokens[at+1].end)
	}
	return isOneOf(" const let var function class enum interface namespace type ", before) || behind == '=' && b.kind(at+2) == '>' && b.tokens[at+2].start == b.tokens[at+1].end ||
		b.kind(at-1) == '(' && b.word(at-2) == "for" && isOneOf(" of in ", b.word(at+1))
}

// isPattern says whether the names in a bracket are bound: parameters, and what stands on the left of an equals sign.
func (b *binder) isPattern(open int) bool {
	t := &b.tokens[open]
	next, before := int(t.pair)+1, b.kind(open-1)
	isAssigned := b.assigns(next) && b.kind(next) == '='
	isArrow := b.kind(next) == '=' && b.kind(next+1) == '>' && b.tokens[next+1].start == b.tokens[next].end
	if b.isPython {
		if t.kind == '(' && b.word(open-2) == "def" {
			return true
		}
		return isAssigned && t.line
	}
	switch {
	case isArrow && t.kind == '(':
		return true
	case t.kind == '(':
		return b.kind(next) == ':' && before != '?' || b.kind(next) == '{' && (before == aName || before == '>') && (b.word(open-1) == "catch" || !b.isControl(open))
	case isOneOf(" const let var ", b.word(open-1)):
		return true
	case t.kind == '[' && (before == aName || before == ')' || before == ']' || before == aText):
		return false
	}
	return isAssigned
}
