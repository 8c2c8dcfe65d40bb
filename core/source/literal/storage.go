package literal

// storage holds the nodes of brackets that are still open in two stacks, and copies them together once
// their bracket closes, so that a tree takes few allocations.
type storage struct {
	openItems   []Node
	openMembers []Member
	items       []Node
	members     []Member
}

// mark remembers how much was open when a bracket was opened.
type mark struct{ items, members int }

func (s *storage) mark() mark { return mark{len(s.openItems), len(s.openMembers)} }

func (s *storage) pushItem(node Node)       { s.openItems = append(s.openItems, node) }
func (s *storage) pushMember(member Member) { s.openMembers = append(s.openMembers, member) }

// chunk is the number of nodes that are allocated at once.
const chunk = 256

// popItems gives the items since the mark.
func (s *storage) popItems(since mark) []Node {
	popped := s.openItems[since.items:]
	s.openItems = s.openItems[:since.items]
	count := len(popped)
	if count == 0 {
		return nil
	}
	if count > cap(s.items)-len(s.items) {
		s.items = make([]Node, 0, max(count, min(chunk, 2*cap(s.items)), 8))
	}
	start := len(s.items)
	s.items = append(s.items, popped...)
	return s.items[start : start+count : start+count]
}

// popMembers gives the members since the mark.
func (s *storage) popMembers(since mark) []Member {
	popped := s.openMembers[since.members:]
	s.openMembers = s.openMembers[:since.members]
	count := len(popped)
	if count == 0 {
		return nil
	}
	if count > cap(s.members)-len(s.members) {
		s.members = make([]Member, 0, max(count, min(chunk, 2*cap(s.members)), 8))
	}
	start := len(s.members)
	s.members = append(s.members, popped...)
	return s.members[start : start+count : start+count]
}
