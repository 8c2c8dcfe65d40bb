package source

import (
	"strings"

	"s3cors/core"
)

// xmlWalk finds the configuration in the tree of a document.
type xmlWalk struct {
	*xmlReader
	places *core.Places
	// rules are the elements that are rules, in the order of the document. A configuration whose
	// members stand without a rule around them is its own rule.
	rules []int32
	read  []core.CORSRule

	// Values and places of all lists share one array each, as do the IDs and the numbers.
	values     []string
	itemPlaces []core.Place
	ids        []string
	ages       []int64
}

// readXML reads S3's XML document.
func readXML(text string) *Document {
	x := newXMLReader(text, strings.Count(text, "<"))
	doc := &Document{Text: text, Format: XML}
	w := &xmlWalk{xmlReader: x, places: &doc.Places}
	if root := x.elements[0].firstChild; root != 0 {
		if w.findRules(root) {
			w.readRules()
			doc.Configuration = &core.CORSConfiguration{CORSRules: w.read}
		}
	} else if !x.cut {
		x.syntax(core.Span{Start: 0, End: len(text)}, "the document has no element",
			"Write a CORSConfiguration with at least one rule.")
	}
	w.reportAttributes()
	w.locatePaths()
	x.closeList()
	doc.Diagnostics = x.diagnostics
	return doc
}

// findRules looks for the configuration, collects its rules and records its place. It says
// whether there is a configuration.
func (w *xmlWalk) findRules(root int32) bool {
	chosen := w.chooseTop(root)
	w.checkRoot(root, chosen)
	if chosen == 0 {
		chosen = w.chooseInside()
	}
	if chosen == 0 {
		return false
	}
	if w.meaning(chosen).role == ruleRole && !w.holdsRules(chosen) {
		// Rules without a configuration around them.
		w.collect(w.elements[chosen].parent, chosen)
		w.places.Document = w.around(w.rules)
		return true
	}
	e := &w.elements[chosen]
	w.places.Document = core.Place{Value: e.content, Whole: e.whole}
	w.checkNamespace(chosen)
	w.stray(chosen, 0)
	w.collect(chosen, e.firstChild)
	return true
}

// chooseTop is the first of the outermost elements that is a configuration, or a rule alone; 0 if none is.
func (w *xmlWalk) chooseTop(root int32) int32 {
	for e := root; e != 0; e = w.elements[e].next {
		meaning := w.meaning(e)
		if meaning.role == configurationRole || meaning.role == ruleRole && isRuleName(w.elements[e].local) {
			return e
		}
	}
	return 0
}

// chooseInside is the first configuration or rule at any depth, under S3's own names only: lifecycle rules, Azure's
// <Cors> and others bear the near misses.
func (w *xmlWalk) chooseInside() int32 {
	for e := 1; e < len(w.elements); e++ {
		if local := w.elements[e].local; local == configurationElement || local == ruleElement {
			return int32(e)
		}
	}
	return 0
}

// checkRoot reports a root of another name than S3's.
func (w *xmlWalk) checkRoot(root, chosen int32) {
	if chosen != 0 {
		root = chosen
	}
	meaning, e := w.meaning(root), &w.elements[root]
	if meaning.role == configurationRole && meaning.exact {
		return
	}
	found := excerpt(w.qualifiedName(root))
	parameters := []core.Parameter{core.Text("element", found)}
	help := "Write a CORSConfiguration with at least one rule."
	switch {
	case chosen != 0 && (meaning.role == configurationRole || w.holdsRules(chosen)):
		help = "Rename it to CORSConfiguration."
		parameters = append(parameters, core.Text("nearest", configurationElement))
	case chosen != 0:
		help = "Put <CORSConfiguration> and </CORSConfiguration> around the rules."
		parameters = append(parameters, core.Text("expected", configurationElement))
	}
	w.report(&UnknownElement, e.name, "the root element is <"+found+">; S3 expects <CORSConfiguration>", help, parameters...)
}

// holdsRules says whether an element that could be a rule holds rules, as <CORSRules> may.
func (w *xmlWalk) holdsRules(element int32) bool {
	e := &w.elements[element]
	if e.ending == endedNowhere || w.meaning(element).exact {
		return false
	}
	for child := e.firstChild; child != 0; child = w.elements[child].next {
		switch w.meaning(child).role {
		case ruleRole:
			return true
		case memberRole:
			return false
		}
	}
	return false
}

// collect gathers the rules among the children of a configuration, and reports what is none.
// Depth is bounded by that of the tree.
func (w *xmlWalk) collect(parent, child int32) {
	before, loose := len(w.rules), false
	for ; child != 0; child = w.elements[child].next {
		meaning := w.meaning(child)
		switch {
		case meaning.role == ruleRole && w.holdsRules(child):
			w.reportElement(child, parent, core.Path{}, "", "Remove the tags around the rules.")
			w.stray(child, 0)
			w.collect(child, w.elements[child].firstChild)
		case meaning.role == ruleRole:
			if !meaning.exact && parent != 0 {
				w.reportElement(child, parent, core.RulePath(len(w.rules)), ruleElement, "")
			}
			w.addRule(child)
		case meaning.role == configurationRole && parent != 0:
			w.reportElement(child, parent, core.Path{}, "", "Keep one CORSConfiguration around all rules.")
			w.stray(child, 0)
			w.collect(child, w.elements[child].firstChild)
		case parent == 0:
			// Reported as a second root.
		case meaning.role == memberRole:
			loose = true
			w.reportElement(child, parent, core.Path{}, "", "Put it into a CORSRule.")
		default:
			w.reportElement(child, parent, core.Path{}, "", "Remove it.")
			if w.elements[child].unclosed() {
				w.collect(child, w.elements[child].firstChild)
			}
		}
	}
	if loose && len(w.rules) == before {
		w.rules = append(w.rules, parent)
	}
}

// addRule adds a rule and those inside it.
func (w *xmlWalk) addRule(rule int32) {
	w.rules = append(w.rules, rule)
	w.collectNested(rule)
}

// collectNested adds the rules inside a rule: most often its end tag is missing, or that of its last value.
func (w *xmlWalk) collectNested(element int32) {
	closed := w.elements[element].ending == endedWell
	for child := w.elements[element].firstChild; child != 0; child = w.elements[child].next {
		e := &w.elements[child]
		switch {
		case isRuleName(e.local):
			if closed {
				w.reportElement(child, element, core.RulePath(len(w.rules)), "", "Close the rule before with </CORSRule>.")
			}
			w.addRule(child)
		case e.unclosed():
			w.collectNested(child)
		}
	}
}

// around is the place from the first of the rules to the last.
func (w *xmlWalk) around(rules []int32) core.Place {
	whole := w.elements[rules[0]].whole
	for _, rule := range rules {
		whole.End = max(whole.End, w.elements[rule].whole.End)
	}
	return core.Place{Value: whole, Whole: whole}
}
