package format

import "s3cors/core"

// breakBlock puts the only member of a block on a line of its own if it stands on that of the brackets: such a block takes no second one
// (HCL Native Syntax Specification, Blocks).
func (e *editor) breakBlock(block, member *core.Span) {
	if e.isXML || !e.target.rule.style.aligned {
		return
	}
	key := e.keyBefore(member.Start)
	if hasLine(e.spaceBefore(key)) {
		return
	}
	start, end := block.Start+len("{"), block.End-len("}")
	indent := "\n" + e.indentAt(block.Start)
	e.failed = e.failed || core.TrimSpace(e.text[start:key]+e.text[member.End:end]) != ""
	if !e.failed {
		e.replace(start, key, indent+e.target.rule.style.unit)
		e.replace(member.End, end, indent)
	}
}
