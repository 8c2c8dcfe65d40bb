package format

import "s3cors/core"

// rule changes the members of a rule to those of another.
func (e *editor) rule(index int, after *core.CORSRule) {
	before, places := &e.before[index], &e.places[index]
	added, within := "", "" // within: what stands in an object of its own (R2)
	gone, goneWithin := 0, 0
	for _, member := range core.Members {
		if sameMember(before, after, member) {
			continue
		}
		place := &places.Members[member]
		if e.isShared(index, after, member) {
			e.failed = true
			return
		}
		if member == core.ExposeHeaders && !e.isXML && e.target.loses&roles != 0 {
			continue // Its list is that of the other role.
		}
		switch {
		case place.Whole.Whole.End == 0:
			text := e.newMember(after, member, places)
			if e.isNested(member) {
				within += text
			} else {
				added += text
			}
		case e.goes(after, member):
			if e.isNested(member) {
				goneWithin = max(goneWithin, e.removeMember(member, places))
			} else {
				gone = max(gone, e.removeMember(member, places))
			}
		case member.IsList():
			e.list(before.List(member), after.List(member), member, place)
		default:
			value, _ := single(after, member)
			e.value(&place.Whole, value, member)
		}
	}
	e.addMembers(after, places, true, within, goneWithin)
	e.addMembers(after, places, false, added, gone)
}

// isNested says whether a member stands in an object of its own, as R2 has origins, methods and headers.
func (e *editor) isNested(member core.Member) bool {
	return !e.isXML && e.target.loses&limits != 0 && (member == core.AllowedOrigins || member == core.AllowedMethods || member == core.AllowedHeaders)
}

// lastMember is the member of a rule that stands last in the text, of those that are nested or of the others: new ones come behind it.
func (e *editor) lastMember(places *core.RulePlaces, nested bool) *core.Span {
	last := &core.Span{}
	for i := range places.Members {
		// What stands elsewhere is a constant of a program, or an anchor of YAML.
		if whole := &places.Members[i].Whole.Whole; whole.End > last.End && e.isNested(core.Member(i)) == nested &&
			isWithin(whole, &places.Rule.Value) {
			last = whole
		}
	}
	return last
}

// anyMember is the last of those that are not nested, or of those that are.
func (e *editor) anyMember(rule int) *core.Span {
	last := e.lastMember(&e.places[rule], false)
	if last.End == 0 {
		last = e.lastMember(&e.places[rule], true)
	}
	return last
}

// isShared says whether a change of a member would change more than is meant: the text serves another rule too, as an anchor of YAML and
// a constant of a program may, or Google's other role of the headers, unless that changes alike.
func (e *editor) isShared(index int, after *core.CORSRule, member core.Member) bool {
	if e.isXML {
		return false // Nothing in it has a name to be written twice by.
	}
	if e.target.loses&roles != 0 && (member == core.AllowedHeaders || member == core.ExposeHeaders) &&
		!sameTexts(after.AllowedHeaders, after.ExposeHeaders) {
		return true
	}
	whole := e.places[index].Members[member].Whole.Whole
	for i := range e.places {
		for j := range e.places[i].Members {
			if i != index && whole.End > 0 && e.places[i].Members[j].Whole.Whole == whole {
				return true
			}
		}
	}
	return false
}

// addMembers adds members behind the last that is not taken out; where all are, behind the last one. gone is where the key of that
// stands which was the last and is taken out, or 0: the comma before it goes, or parts the new ones from the others.
func (e *editor) addMembers(after *core.CORSRule, places *core.RulePlaces, nested bool, added string, gone int) {
	if added == "" && gone == 0 {
		return
	}
	kept := *places
	for _, member := range core.Members {
		if e.goes(after, member) {
			kept.Members[member] = core.MemberPlaces{}
		}
	}
	last := e.lastMember(&kept, nested)
	if last.End == 0 {
		last = e.lastMember(places, nested)
	}
	s := e.slotOf(last.Start, *last, last.End)
	if gone > 0 {
		if comma := e.lastComma(&s, gone); comma >= 0 {
			e.replace(comma, comma+1, "")
			if comma == s.comma {
				s.comma = -1
			}
		}
	}
	if added != "" {
		e.addBehind(s, e.dressed(added))
		e.breakBlock(&places.Rule.Value, last)
	}
}

// goes says whether a member is taken out of a rule: R2 wants no empty lists.
func (e *editor) goes(rule *core.CORSRule, member core.Member) bool {
	if member == core.AllowedHeaders || member == core.ExposeHeaders {
		return !e.isXML && e.target.loses&limits != 0 && len(rule.List(member)) == 0
	}
	_, present := single(rule, member)
	return !member.IsList() && !present
}
