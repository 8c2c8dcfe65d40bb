package source

import "s3cors/core"

// xmlRole is what an element is in the configuration that is read. From ruleRole on it has a path.
type xmlRole uint8

const (
	// ignoredRole: neither it nor what it holds is read.
	ignoredRole xmlRole = iota
	configurationRole
	ruleRole
	// listRole: the elements inside are the values of one list.
	listRole
	valueRole
)

// readXML reads S3's XML document.
func readXML(text string) *Document {
	x := xmlReader{text: text, doc: &Document{Text: text, Format: XML}}
	x.read()
	return x.doc
}

func (x *xmlReader) read() {
	text := x.text
	expected := min(len(text)/32+2, 4096)
	x.elements = make([]xmlElement, 1, expected)
	x.texts = make([]xmlText, 0, expected)
	x.elements[0].whole.Start = -1
	// Besides the default there is the prefix that needs no declaration.
	x.namespaces[1].prefix, x.namespaces[1].namespace = "xml", xmlPrefixURI
	x.inForce = 2
	x.scan()
	if len(x.elements) > 1 {
		x.readConfiguration()
	} else if !x.cut {
		x.report(&noRoot, 0, len(text))
	}
	x.closeList()
	x.offerFixes()
}

// choose is the configuration: the first of the outermost elements that is one, or a rule. Otherwise it is the first at any
// depth, under S3's own names only: lifecycle rules, Azure's <Cors> and others bear the near misses.
func (x *xmlReader) choose() (chosen int32) {
	for i := range x.elements {
		e, element := &x.elements[i], int32(i)
		if e.meaning < ruleElement {
			continue
		}
		if e.parent == 0 && (e.meaning == configurationElement || e.isRuleName()) {
			return element
		}
		if chosen == 0 && e.exact {
			chosen = element
		}
	}
	return chosen
}

// readConfiguration reads the configuration if there is one.
func (x *xmlReader) readConfiguration() {
	chosen := x.choose()
	e := &x.elements[chosen]
	x.alone = e.meaning == ruleElement && !x.holdsRules(chosen)
	root, kind := chosen, &renameRoot
	if chosen == 0 || e.parent != 0 {
		root, kind = 1, &otherRoot
	} else if x.alone {
		kind = &ruleAsRoot
	}
	if top := &x.elements[root]; top.meaning != configurationElement || !top.exact {
		x.reportWith(kind, top.whole.Start+1, top.nameEnd, x.name(root), xmlNames[configurationElement], "")
	}
	if chosen == 0 {
		return
	}
	room := max(x.ruleElements, 1)
	x.rules = make([]core.CORSRule, room)
	x.doc.Places.Rules = make([]core.RulePlaces, room)
	if x.alone {
		x.elements[e.parent].role = configurationRole
		chosen--
	} else {
		e.role = configurationRole
		x.doc.Places.Document = core.Place{Value: e.content, Whole: e.whole}
	}
	for i := chosen + 1; int(i) < len(x.elements); i++ {
		x.readElement(i)
	}
	x.reportStrayTexts()
	x.doc.Places.Rules = x.doc.Places.Rules[:x.ruleCount]
	x.doc.Configuration = &core.CORSConfiguration{CORSRules: x.rules[:x.ruleCount]}
}

// holdsRules says whether an element that could be a rule holds rules, as <CORSRules> may.
//
//go:noinline
func (x *xmlReader) holdsRules(element int32) bool {
	inside := element + 1
	return !x.elements[element].exact && int(inside) < len(x.elements) &&
		x.elements[inside].parent == element && x.elements[inside].meaning == ruleElement
}

// readElement reads an element by its name and the role of the one around it, which has been read before, and
// reports one that S3 does not know there.
func (x *xmlReader) readElement(element int32) {
	e := &x.elements[element]
	parent := &x.elements[e.parent]
	if parent.open && (parent.role == valueRole || parent.role == ignoredRole) {
		// What stands in an element without end tag was meant to follow it.
		e.parent = parent.parent
		parent = &x.elements[e.parent]
	}
	inRule, known := parent.role == ruleRole, e.exact
	kind, meaning := &removeElement, e.meaning
	index, _ := parent.path.Rule()
	switch {
	case parent.role == ignoredRole:
		return
	case parent.role == valueRole:
		kind, known = &insideValue, e.open
	case parent.role == listRole:
		kind, known, meaning = &aroundValues, e.exact && !parent.exact, parent.meaning
		e.role = valueRole
	case meaning == unknownElement:
	case meaning < ruleElement:
		kind = &renameElement
		if !inRule {
			kind, known = &outsideRule, false
			if x.ruleElements > 0 {
				break
			}
			// The configuration is its own rule.
			x.loose, x.ruleCount, index = true, 1, 0
		}
		e.role = valueRole
		if x.isList(element) {
			kind = &aroundValues
			e.role = listRole
			e.path = core.RulePath(index).Member(core.Member(meaning))
		}
	case inRule:
		known = false
		if e.isRuleName() {
			kind, known = &insideRule, parent.open
			e.role = ruleRole
		}
	case meaning == configurationElement || x.holdsRules(element):
		kind, known = &aroundRules, false
		e.role = configurationRole
	default:
		kind = &renameElement
		e.role = ruleRole
	}
	if !known && e.parent != 0 { // beside the root it is reported as a second one
		x.reportWith(kind, e.whole.Start+1, e.nameEnd, x.name(element), parent.local, xmlNames[meaning])
	}
	switch e.role {
	case ruleRole:
		e.path = core.RulePath(x.ruleCount)
		x.doc.Places.Rules[x.ruleCount].Rule = core.Place{Value: e.content, Whole: e.whole}
		x.ruleCount++
		if x.alone {
			widen(&x.doc.Places.Document, e.whole)
		}
	case valueRole:
		x.readValue(element, index, core.Member(meaning))
	}
}

// widen makes a place that has no tags of its own reach over a span.
//
//go:noinline
func widen(place *core.Place, span core.Span) {
	if place.Whole.End > 0 {
		span = core.Span{Start: min(place.Whole.Start, span.Start), End: max(place.Whole.End, span.End)}
	}
	place.Value, place.Whole = span, span
}

// reportStrayTexts reports text that stands directly in an element that holds elements.
func (x *xmlReader) reportStrayTexts() {
	for i := range x.texts {
		text := &x.texts[i]
		around := text.element
		e := &x.elements[around]
		if e.role == valueRole {
			if text.span.Start < e.content.End {
				continue
			}
			// The value has no end tag.
			around = e.parent
		} else if e.role == ignoredRole {
			continue
		}
		if found := core.TrimSpace(text.value); found != "" {
			x.reportWith(&strayText, text.span.Start, text.span.End, x.elements[around].local, found, "")
		}
	}
}
