package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// The nodes of a tree, as they stand in each other.

// isProgram says whether a word without quotes is code.
func (w *walk) isProgram() bool { return w.language != literal.JSON && w.language != yamlLanguage }

//go:noinline
func (w *walk) kind(node int) literal.Kind { return w.Nodes[node].Kind }

// span is the whole of a node.
//
//go:noinline
func (w *walk) span(node int) core.Span { return w.Nodes[node].Span() }

// first is the first thing that a node holds, or -1.
//
//go:noinline
func (w *walk) first(node int) int { return w.within(node, node+1) }

// next is the thing behind another in what holds them, or -1.
//
//go:noinline
func (w *walk) next(node, child int) int { return w.within(node, w.Behind(child)) }

//go:noinline
func (w *walk) within(node, child int) int {
	if child < w.Behind(node) {
		return child
	}
	return -1
}
