package literal

// What readers of other notations build a Tree with. They add each node before those in it.

// What a reader of another notation can expect.
const (
	AColon = aColon
	AValue = aValue
)

// Add appends a node and returns its index. Its quotes have so many bytes on either side. An object, a list and a
// call are open until they are closed.
//
//go:noinline
func (t *Tree) Add(kind Kind, start, end, quotes int) int {
	index := len(t.Nodes)
	n := Node{Kind: kind, Start: int32(start), End: int32(end), opening: uint8(quotes), closing: uint8(quotes)}
	if kind != Object && kind != List && kind != Call {
		n.behind = int32(index) + 1
	}
	t.Nodes = append(t.Nodes, n)
	return index
}

// Close ends a node with the last one that was added.
//
//go:noinline
func (t *Tree) Close(node, end int) {
	n := &t.Nodes[node]
	n.End = int32(end)
	n.behind = int32(len(t.Nodes))
}

// IsOpen says whether a node has not been closed.
//
//go:noinline
func (t *Tree) IsOpen(node int) bool { return t.Nodes[node].behind == 0 }

// SetText says what a node says where the source does not have it as it stands.
//
//go:noinline
func (t *Tree) SetText(node int, text string) {
	t.keep(&t.Nodes[node], text)
}

// Copy appends copies of the nodes from one on to another, which hold none behind it.
//
//go:noinline
func (t *Tree) Copy(from, to int) {
	by := int32(len(t.Nodes) - from)
	for ; from < to; from++ {
		n := t.Nodes[from]
		n.behind += by
		t.Nodes = append(t.Nodes, n)
	}
}

// IsDecimal says whether a word is a number in decimal notation, as JSON writes it or near that.
//
//go:noinline
func IsDecimal(word string) bool { return decimal(word) != Unquoted }
