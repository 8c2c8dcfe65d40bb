package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// binder looks through the tokens of a program for all that is bound to the names that it defines, and for what changes their values.
type binder struct {
	*definitions
	text     string
	isPython bool
	tokens   []token
	// at is the token that is looked at. Up to before, each name is bound: it is a parameter, a variable of a loop, or stands on the left of =.
	at, before int
	// imports: the statement is an import.
	imports bool
	// lines are those of Python around the token, each indented more than the one before.
	lines []pythonLine
}

// bind counts what is bound to the names of a program, once.
func (w *walk) bind() {
	d := &w.defined
	if d.known || !w.isProgram() || w.language == literal.HCL { // Terraform binds locals once.
		return
	}
	d.known = true
	b := &binder{definitions: d, text: w.Text, isPython: w.language == literal.Python}
	b.tokens = tokensOf(w.Text, w.language)
	for b.at = range b.tokens {
		b.step()
	}
	b.endBlocks(0, len(w.Text))
	// What is done to a part of a value is done to the value.
	for i := range d.list {
		for j, of := 0, d.list[i].of; j < 4 && of >= 0; j, of = j+1, d.list[of].of {
			for _, c := range d.list[i].changes {
				c.steps += deepSteps
				d.list[of].addChange(c)
			}
		}
	}
}

//go:noinline
func (d *definition) addChange(c change) {
	if len(d.changes) < mostChanges {
		d.changes = append(d.changes, c)
	} else {
		d.changes[mostChanges-1].member = core.NoMember // There is more than is kept, and it may be anything.
		d.changes[mostChanges-1].steps = deepSteps
	}
}

// kind is that of a token, or 0 where there is none.
//
//go:noinline
func (b *binder) kind(at int) byte {
	if at < 0 || at >= len(b.tokens) {
		return 0
	}
	return b.tokens[at].kind
}

// word is the name at a place among the tokens, or "".
//
//go:noinline
func (b *binder) word(at int) string {
	if b.kind(at) != aName {
		return ""
	}
	t := &b.tokens[at]
	return b.text[t.start:t.end]
}

func (b *binder) step() {
	t := &b.tokens[b.at]
	if t.line && b.isPython {
		b.startLine()
	}
	switch t.kind {
	case aText, ';':
		b.imports = false
	case '(', '[', '{':
		if t.pair >= 0 && b.isPattern(b.at) {
			b.bindTo(int(t.pair))
		}
	case aName:
		b.look(b.word(b.at))
	}
}

// bindTo has all names up to a token bound.
//
//go:noinline
func (b *binder) bindTo(at int) { b.before = max(b.before, at) }

// look looks at a name.
func (b *binder) look(word string) {
	at := b.at
	switch {
	case word == "import" && (b.isPython || b.kind(at+1) != '(' && b.kind(at+1) != '.'):
		b.imports = true
	case b.isPython && (word == "for" || word == "lambda"):
		// Their names end with "in" and ":".
		end := at + 1
		for ; b.kind(end) != 0 && core.Index("a,*()=0\"", b.kind(end)) >= 0 && !isOneOf(" for in lambda ", b.word(end)); end++ {
		}
		b.bindTo(end)
	case !b.isPython && (word == "let" || word == "var"):
		end := at + 1
		for b.kind(end) == aName && b.kind(end+1) == ',' && !isOneOf(" let var ", b.word(end)) {
			end += 2
		}
		b.bindTo(end)
	}
	first, own := at, false
	if b.kind(at-1) == '.' && b.text[b.tokens[at].start-1] == '.' && !core.HasSuffix(b.text[:b.tokens[at].start], "...") {
		if owner := b.word(at - 2); owner != "this" && owner != "self" || b.kind(at-3) == '.' {
			return // It is a member of something else.
		}
		first, own = at-2, true
	}
	if i := b.find(word); i >= 0 {
		b.occur(&b.list[i], i, first, own)
	}
}

// occur looks at what is done with a name, which begins at a token.
func (b *binder) occur(d *definition, index, first int, own bool) {
	at := b.at
	if d.start == int(b.tokens[first].start) {
		d.bound++
		b.scope(d, first)
		return
	}
	if at < b.before && b.kind(first-1) != '=' || !own && (b.imports || b.isDeclared(at)) {
		d.bound++
		return
	}
	end, calls, changes := b.chain(at)
	assigns := b.assigns(end)
	isAlone := end == at+1
	switch before := b.word(first - 1); {
	case assigns && isAlone && b.text[b.tokens[end].start] == '=':
		if b.isPython && b.tokens[at].around >= 0 {
			return // It is the name of an argument.
		}
		d.bound++
	case changes, assigns, before == "del", before == "delete", b.kind(first-1) == '(' && isOneOf(" assign merge apply call defineProperty setattr shuffle ", b.word(first-2)):
		d.addChange(b.changeOf(first, at, end))
	case !calls && b.kind(first-1) == '=':
		b.alias(first-2, index)
		if bracket := b.kind(first - 2); bracket == ']' || bracket == '}' { // It is taken apart.
			for part := max(int(b.tokens[first-2].pair), first-mostParts); part < first; part++ {
				b.alias(part, index)
			}
		}
	case before == "in" && b.isPython, before == "of":
		b.alias(first-2, index)
	}
	if calls {
		// The parameter of forEach(r => ...) is a part of it.
		call := at + 1
		for b.kind(call) != '(' {
			call++
		}
		call++
		if b.kind(call) == '(' {
			call++
		}
		b.alias(call, index)
	}
}

// mostParts bounds the tokens that are looked at where a value is taken apart.
const mostParts = 32

// alias has a name be a part of a value.
func (b *binder) alias(at, of int) {
	if name := b.word(at); name != "" && b.list[of].name != name {
		if d := b.add(name, -1, -1); d.of < 0 {
			d.of = of
		}
	}
}

// chain goes from behind a name over the members, elements and calls behind it, as far as these do not change it.
func (b *binder) chain(at int) (end int, calls, changes bool) {
	method := ""
	for end = at + 1; end < len(b.tokens); {
		t := &b.tokens[end]
		switch {
		case t.line && b.isPython:
			return end, calls, false
		case (t.kind == '?' || t.kind == '!') && (b.kind(end+1) == '.' || b.kind(end+1) == '[') && b.tokens[end+1].start == t.end:
			end++
		case t.kind == '.' && b.kind(end+1) == aName:
			method = b.word(end + 1)
			end += 2
		case t.kind == '.' && (b.kind(end+1) == '[' || b.kind(end+1) == '('):
			end++
		case t.kind == '[' && t.pair >= 0:
			method = ""
			end = int(t.pair) + 1
		case t.kind == '(' && t.pair >= 0 && method != "":
			if !isOneOf(pureMethods, method) {
				return end, calls, true
			}
			calls, method = true, ""
			end = int(t.pair) + 1
		default:
			return end, calls, false
		}
	}
	return end, calls, false
}

// pureMethods are those of texts, lists and objects that leave them as they are.
const pureMethods = " map filter concat slice join includes indexOf lastIndexOf forEach some every find findIndex findLast at flat flatMap reduce entries keys values items get " +
	"copy deepcopy index count toString toLocaleString toJSON trim strip lstrip rstrip split replace replaceAll format lower upper toLowerCase toUpperCase startsWith endsWith " +
	"startswith endswith hasOwnProperty toSorted toReversed with isdisjoint union intersection difference match search substring as_string apply as "

// changeOf is the change that a chain from a name on makes.
func (b *binder) changeOf(first, at, end int) change {
	c := change{span: core.Span{Start: int(b.tokens[first].start), End: int(b.tokens[end-1].end)}}
	for at++; at < end; at++ {
		t := &b.tokens[at]
		name := ""
		switch t.kind {
		case '[':
			c.steps++
			if inside := &b.tokens[at+1]; int(t.pair) == at+2 && inside.kind == aText {
				name = core.Trim(b.text[inside.start:inside.end], `"'`)
			}
			at = int(t.pair)
		case '(':
			at = int(t.pair)
		case aName:
			c.steps++
			name = b.word(at)
		}
		if member, _ := meantMember(name); member != core.NoMember && len(name) <= longestName {
			c.member = member
		}
	}
	return c
}

// assigns says whether an assignment begins at a token: = and +=, and not ==, => or <=.
func (b *binder) assigns(at int) bool {
	if at >= len(b.tokens) || b.tokens[at].line && b.isPython {
		return false
	}
	start, end := int(b.tokens[at].start), int(b.tokens[at].start)
	for end < len(b.text) && core.Index("=+-*/%&|^<>!?:@~", b.text[end]) >= 0 {
		end++
	}
	signs := b.text[start:end]
	sign := core.Index(signs, '=')
	switch {
	case core.HasPrefix(signs, "++"), core.HasPrefix(signs, "--"):
		return true
	case sign < 0 || sign+1 < len(signs) && (signs[sign+1] == '=' || sign == 0 && signs[1] == '>'):
		return false
	}
	return sign != 1 || core.Index("!<>", signs[0]) < 0
}
