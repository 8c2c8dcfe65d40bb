package core

// Span is a half-open range of bytes in the source: text[Start:End].
type Span struct{ Start, End int }

// Place is where a value stands in the source.
type Place struct {
	// Value is the text meant: the content of an XML element, a string without its quotes.
	Value Span
	// Whole is all that has to go if the value is taken out: the element with its
	// tags, the string with its quotes; of a rule that a list has by the name of a constant, that name.
	Whole Span
}

// Places records where each path of a configuration stands. It is empty for a
// configuration that was handed over as a value.
type Places struct {
	Document Place
	Rules    []RulePlaces
}

// RulePlaces holds the places of one rule. The place of NoMember is that of the object in the rule which has some of the members (R2).
type RulePlaces struct {
	Rule    Place
	Members [len(memberNames)]MemberPlaces
}

// MemberPlaces holds the places of one member: of the whole, and of each value of
// a list. In XML the whole of a list reaches from its first element to its last.
type MemberPlaces struct {
	Whole Place
	Items []Place
}

// Find gives the place of a path, or of the nearest thing around it that has one: a
// list that is absent is found at its rule. ok is false where nothing is known.
func (p *Places) Find(path Path) (place Place, ok bool) {
	place = p.Document
	ok = place.Whole.End > 0
	rule, named := path.Rule()
	if !named || rule >= len(p.Rules) {
		return place, ok
	}
	around := &p.Rules[rule]
	if around.Rule.Whole.End > 0 {
		place, ok = around.Rule, true
	}
	member := &around.Members[path.MemberOf()]
	if path.MemberOf() == NoMember || member.Whole.Whole.End == 0 {
		return place, ok
	}
	if index, named := path.Index(); named && index < len(member.Items) {
		return member.Items[index], true
	}
	return member.Whole, true
}

// Place returns the places of a rule, making room for it and all before it.
func (p *Places) Place(rule int) *RulePlaces {
	for len(p.Rules) <= rule {
		p.Rules = append(p.Rules, RulePlaces{})
	}
	return &p.Rules[rule]
}

// AddItem records the place of one more value of a list and widens the list's own place.
func (r *RulePlaces) AddItem(m Member, place Place) {
	member := &r.Members[m]
	member.Items = append(member.Items, place)
	if member.Whole.Whole.End == 0 {
		member.Whole = place
		return
	}
	member.Whole.Whole.End = max(member.Whole.Whole.End, place.Whole.End)
	member.Whole.Value.End = max(member.Whole.Value.End, place.Value.End)
}
