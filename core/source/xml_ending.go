package source

import "s3cors/core"

// end closes the element that an end tag means: name is the name in the tag, tag the whole of it.
func (x *xmlReader) end(name, tag core.Span) {
	if x.skipped > 0 {
		x.skipped--
		return
	}
	found := x.text[name.Start:name.End]
	if x.depth == 0 {
		x.syntax(tag, "</"+excerpt(found)+"> closes nothing: no element is open", "Remove it.",
			core.Text("found", excerpt(found)))
		return
	}
	for depth := x.depth - 1; depth >= 0; depth-- {
		if x.qualifiedName(x.open[depth].element) != found {
			continue
		}
		for x.depth > depth+1 {
			x.reportMissingEnd(tag)
			x.finish(tag.Start, tag.Start, endedNowhere)
		}
		x.finish(tag.Start, tag.End, endedWell)
		return
	}
	x.reportMismatch(name, tag)
	if x.meansTop(name) {
		x.finish(tag.Start, tag.End, endedWell)
	}
}

// meansTop says whether an end tag of another name was meant to close the innermost element: the names
// mean the same, or the element holds a value and no element, so that something has to close it.
func (x *xmlReader) meansTop(name core.Span) bool {
	top := &x.elements[x.current()]
	found := localName(x.text[name.Start:name.End])
	if found == "" || found == top.local {
		return true
	}
	if a, b := meaningOf(found), meaningOf(top.local); a.role != unknownRole && a.role == b.role && a.member == b.member {
		return true
	}
	return top.firstChild == 0 && int(top.text) < len(x.texts) && !isXMLBlank(x.texts[top.text].value)
}

func (x *xmlReader) reportMismatch(name, tag core.Span) {
	if x.full() {
		x.leaveOut(&SyntaxError)
		return
	}
	expected, found := excerpt(x.qualifiedName(x.current())), excerpt(x.text[name.Start:name.End])
	x.syntax(tag, "expected </"+expected+">, found </"+found+">", "Write </"+expected+">.",
		core.Text("expected", expected), core.Text("found", found))
}

func (x *xmlReader) reportMissingEnd(tag core.Span) {
	if x.full() {
		x.leaveOut(&SyntaxError)
		return
	}
	element := &x.elements[x.current()]
	name := excerpt(x.qualifiedName(x.current()))
	before := excerpt(x.text[tag.Start:tag.End])
	x.syntax(core.Span{Start: element.whole.Start, End: element.content.Start},
		"<"+name+"> has no end tag", "Write </"+name+"> before "+before+".",
		core.Text("element", name), core.Text("before", before))
	last := &x.diagnostics[len(x.diagnostics)-1]
	last.Related = []core.Related{{Span: &tag, Message: before + " comes first"}}
}

// endOfText closes all that is still open.
func (x *xmlReader) endOfText() {
	if x.depth == 0 {
		return
	}
	if x.cut {
		x.closeAll()
		return
	}
	name := excerpt(x.qualifiedName(x.current()))
	x.syntax(core.Span{Start: len(x.text), End: len(x.text)},
		"the document ends inside <"+name+">", "Write "+x.closingTags()+" at its end.",
		core.Text("element", name))
	x.closeAll()
}

func (x *xmlReader) closeAll() {
	for x.depth > 0 {
		x.finish(len(x.text), len(x.text), endedByCut)
	}
}

// closingTags are the end tags of all open elements.
func (x *xmlReader) closingTags() string {
	const most = 8
	tags := ""
	for depth := x.depth - 1; depth >= 0; depth-- {
		if x.depth-depth > most {
			return tags + "…"
		}
		tags += "</" + excerpt(x.qualifiedName(x.open[depth].element)) + ">"
	}
	return tags
}
