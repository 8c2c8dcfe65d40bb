package main

import (
	"strings"

	"s3cors/core/source/literal"
)

// Arguments are read where they lie: a value is a slice of the payload, cut out by following strings and brackets and
// taken apart when it is looked at. That costs a tenth of a tree, and lets a source of any depth and size reach its own reader
// untouched. It is enough because a payload is what JSON.stringify has written: JSON without white space.

// kind is the first byte of a value, with all numbers as 0: '{', '[', '"', '0', 't', 'f' or 'n'.
func kind(value string) byte {
	if value == "" {
		return 'n'
	}
	if b := value[0]; b > '9' || b == '"' {
		return b
	}
	return '0'
}

// stringOf is what a string says. Most have no escapes; those that have go to the reader of literals.
func stringOf(value string) string {
	switch {
	case kind(value) != '"':
		return ""
	case strings.IndexByte(value, '\\') >= 0:
		return literal.Parse(value).Root.Text
	}
	return value[1 : len(value)-1]
}

// parts goes through the elements of an array or the members of an object.
type parts struct {
	json string
	// at is the offset of the bracket or comma before the next part.
	at int
}

// next gives the next element.
//
//go:noinline
func (p *parts) next() (element string, ok bool) {
	start := p.at + 1
	if start >= len(p.json) || p.json[start] == ']' || p.json[start] == '}' {
		return "", false
	}
	p.at = valueEnd(p.json, start)
	return p.json[start:p.at], true
}

// nextMember gives the next member.
//
//go:noinline
func (p *parts) nextMember() (key, value string, ok bool) {
	key, ok = p.next() // up to the colon
	if !ok {
		return "", "", false
	}
	value, ok = p.next()
	return stringOf(key), value, ok
}

// elements lists the elements of an array.
func elements(array string) []string {
	var list []string
	parts := parts{json: array}
	for element, ok := parts.next(); ok; element, ok = parts.next() {
		list = append(list, element)
	}
	return list
}

// valueEnd is the offset behind the value that begins at start: that of a comma, a colon or a closing bracket.
func valueEnd(json string, start int) int {
	depth := 0
	for i := start; i < len(json); i++ {
		switch json[i] {
		case '"':
			for i++; i < len(json) && json[i] != '"'; i++ {
				if json[i] == '\\' {
					i++
				}
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return i
			}
			depth--
		case ',', ':':
			if depth == 0 {
				return i
			}
		}
	}
	return len(json)
}
