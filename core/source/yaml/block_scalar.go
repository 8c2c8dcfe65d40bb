package yaml

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// blockScalar reads the lines below | or > that are indented further than what is around it (YAML 1.2.2, section 8.1).
func (p *parser) blockScalar(indent int) {
	p.scanned(literal.String, p.pos, p.pos)
	p.token.isDecoded = true
	indent = max(indent, 0)
	isFolded := p.Text[p.pos] == '>'
	// column is the indentation of the text: that of its first line, if none is given.
	column := 0
	var chomping byte
	for p.pos++; p.pos < p.end; p.pos++ {
		c := p.Text[p.pos]
		if chomping == 0 && (c == '+' || c == '-') {
			chomping = c
		} else if column == 0 && c-'1' < 9 {
			column = indent + int(c-'0')
		} else {
			break
		}
	}
	p.token.end = p.pos
	p.rest()
	p.pos = p.lineEnd()
	p.text = p.text[:0]
	// breaks counts the ends of lines that have not been written. Lines that begin with a blank are not folded.
	breaks, isFirst, wasBlank := -1, true, false
	i := p.pos
	for i < p.end {
		if core.HasPrefix(p.Text[i:p.end], "\r\n") {
			i++
		}
		i++
		breaks++
		start := i
		for i < p.end && p.Text[i] == ' ' && (column == 0 || i-start < column) {
			i++
		}
		if i == p.end {
			break
		}
		c := p.Text[i]
		if isBreak(c) {
			continue
		}
		if column == 0 && i-start > indent {
			column = i - start
		}
		if column == 0 || i-start < column {
			break
		}
		p.pos = i
		end := p.lineEnd()
		isBlank := c == ' ' || c == '\t'
		if isFolded && !isFirst && !wasBlank && !isBlank {
			p.fold(breaks)
		} else {
			p.repeat('\n', breaks)
		}
		p.keep(i, end)
		isFirst, wasBlank, breaks = false, isBlank, 0
		i = end
		p.pos, p.token.end = end, end
	}
	if chomping == 0 {
		breaks = min(breaks, 1)
		if isFirst {
			breaks = 0
		}
	}
	if chomping != '-' {
		p.repeat('\n', breaks)
	}
	p.push()
}
