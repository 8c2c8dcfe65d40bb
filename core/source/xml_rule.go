package source

import "s3cors/core"

// readRules reads the members of all rules that were found.
func (w *xmlWalk) readRules() {
	w.read = make([]core.CORSRule, len(w.rules))
	w.places.Rules = make([]core.RulePlaces, len(w.rules))
	w.ids = make([]string, 0, len(w.rules))
	w.ages = make([]int64, 0, len(w.rules))
	w.values = make([]string, len(w.elements))
	w.itemPlaces = make([]core.Place, len(w.elements))
	for i, element := range w.rules {
		e := &w.elements[element]
		if w.meaning(element).role == ruleRole {
			w.places.Rules[i].Rule = core.Place{Value: e.content, Whole: e.whole}
			w.checkNamespace(element)
			w.stray(element, 0)
		}
		r := ruleWalk{xmlWalk: w, index: i, rule: &w.read[i], places: &w.places.Rules[i], element: element}
		r.makeRoom()
		r.members(element)
		r.dropEmpty()
		if w.meaning(element).role != ruleRole {
			r.placeLoose()
		}
	}
}

// ruleWalk reads one rule.
type ruleWalk struct {
	*xmlWalk
	index   int
	element int32
	rule    *core.CORSRule
	places  *core.RulePlaces
}

// makeRoom gives each list its part of the shared arrays, by the number of elements of its name. A list that
// turns out longer moves to an array of its own.
func (r *ruleWalk) makeRoom() {
	var counts [len(core.Members) + 1]int
	for child := r.elements[r.element].firstChild; child != 0; child = r.elements[child].next {
		counts[r.meaning(child).member]++
	}
	for _, member := range core.Members {
		count := counts[member]
		if !member.IsList() || count == 0 || count > len(r.values) {
			continue
		}
		values := r.values[:0:count]
		switch member {
		case core.AllowedMethods:
			r.rule.AllowedMethods = values
		case core.AllowedOrigins:
			r.rule.AllowedOrigins = values
		case core.AllowedHeaders:
			r.rule.AllowedHeaders = values
		case core.ExposeHeaders:
			r.rule.ExposeHeaders = values
		}
		r.places.Members[member].Items = r.itemPlaces[:0:count]
		r.values, r.itemPlaces = r.values[count:], r.itemPlaces[count:]
	}
}

// dropEmpty makes a list without values an absent one: its elements had nothing that could be read.
func (r *ruleWalk) dropEmpty() {
	if len(r.rule.AllowedMethods) == 0 {
		r.rule.AllowedMethods = nil
	}
	if len(r.rule.AllowedOrigins) == 0 {
		r.rule.AllowedOrigins = nil
	}
	if len(r.rule.AllowedHeaders) == 0 {
		r.rule.AllowedHeaders = nil
	}
	if len(r.rule.ExposeHeaders) == 0 {
		r.rule.ExposeHeaders = nil
	}
}

// members reads the children of the rule. Those of an element without end tag are taken as its
// neighbours. Depth is bounded by that of the tree.
func (r *ruleWalk) members(parent int32) {
	loose := r.meaning(r.element).role != ruleRole
	for child := r.elements[parent].firstChild; child != 0; child = r.elements[child].next {
		meaning := r.meaning(child)
		neighbours := r.elements[child].unclosed()
		if first := r.elements[child].firstChild; neighbours && first != 0 {
			r.stray(child, r.elements[first].whole.End)
		}
		switch {
		case meaning.role == memberRole:
			neighbours = r.member(child, meaning)
		case loose, isRuleName(r.elements[child].local):
			// Reported, and read, as of the configuration.
			continue
		default:
			r.reportElement(child, r.element, core.RulePath(r.index), "", "Remove it.")
		}
		if neighbours {
			r.members(child)
		}
	}
}

// member reads one element that is meant as a member, and says whether elements inside it that has
// no end tag are its neighbours.
func (r *ruleWalk) member(element int32, meaning xmlMeaning) bool {
	r.checkNamespace(element)
	path := core.RulePath(r.index).Member(meaning.member)
	if meaning.member.IsList() {
		path = path.Item(len(r.rule.List(meaning.member)))
	}
	wrapper := r.isWrapper(element, meaning.member)
	if !meaning.exact && r.meaning(r.element).role == ruleRole {
		if wrapper {
			r.reportElement(element, r.element, path, "", "Write each value as "+meaning.element()+".")
		} else {
			r.reportElement(element, r.element, path, meaning.element(), "")
		}
	}
	if wrapper {
		for child := r.elements[element].firstChild; child != 0; child = r.elements[child].next {
			if inner := r.meaning(child); meaning.exact || !inner.exact {
				r.reportElement(child, element, path, "", "Write each value as "+meaning.element()+" in CORSRule.")
			}
			r.take(child, meaning.member, r.textOf(child))
		}
		return false
	}
	value, read, neighbours := r.value(element, path)
	if read {
		r.take(element, meaning.member, value)
	}
	return neighbours
}

// isWrapper says whether an element holds the values of a list as elements, as
// <AllowedOrigins><AllowedOrigin>.
func (r *ruleWalk) isWrapper(element int32, member core.Member) bool {
	e := &r.elements[element]
	if !member.IsList() || e.firstChild == 0 || e.ending != endedWell {
		return false
	}
	for child := e.firstChild; child != 0; child = r.elements[child].next {
		inner := &r.elements[child]
		meaning := r.meaning(child)
		if inner.firstChild != 0 || inner.ending != endedWell || meaning.role != unknownRole && meaning.member != member {
			return false
		}
	}
	first := r.meaning(e.firstChild)
	return isXMLBlank(r.ownText(element)) && (e.firstChild != e.child || first.member == member)
}

// take records a value and its place.
func (r *ruleWalk) take(element int32, member core.Member, value string) {
	e := &r.elements[element]
	place := core.Place{Value: e.content, Whole: e.whole}
	if member.IsList() {
		r.rule.Append(member, value)
		r.places.AddItem(member, place)
		return
	}
	if first := &r.places.Members[member].Whole; first.Whole.End > 0 {
		r.reportSecond(e.name, first.Whole, member)
		return
	}
	r.places.Members[member].Whole = place
	if member == core.ID {
		r.ids = append(r.ids, value)
		r.rule.ID = &r.ids[len(r.ids)-1]
		return
	}
	age, problem := readMaxAge(value)
	if problem != nil {
		d := maxAgeDiagnostic(value, problem)
		d.Path = core.RulePath(r.index).Member(member)
		span := place.Value
		if span.Start == span.End {
			span = place.Whole
		}
		d.Span = &span
		r.add(d)
		return
	}
	r.ages = append(r.ages, age)
	r.rule.MaxAgeSeconds = &r.ages[len(r.ages)-1]
}

func (r *ruleWalk) reportSecond(name, first core.Span, member core.Member) {
	if r.full() {
		r.leaveOut(&RepeatedElement)
		return
	}
	r.add(core.Diagnostic{
		Kind: &RepeatedElement, Path: core.RulePath(r.index).Member(member), Span: &name,
		Message:    "<" + member.Element() + "> appears twice in one rule",
		Help:       "Keep one.",
		Parameters: []core.Parameter{core.Text("element", member.Element())},
		Related:    []core.Related{{Span: &first, Message: "the first stands here"}},
	})
}

// placeLoose gives a rule without element the place from its first member to its last.
func (r *ruleWalk) placeLoose() {
	whole := core.Span{}
	for _, member := range core.Members {
		span := r.places.Members[member].Whole.Whole
		switch {
		case span.End == 0:
		case whole.End == 0:
			whole = span
		default:
			whole = core.Span{Start: min(whole.Start, span.Start), End: max(whole.End, span.End)}
		}
	}
	r.places.Rule = core.Place{Value: whole, Whole: whole}
}
