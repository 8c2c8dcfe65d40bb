package source

import "s3cors/core"

// locatePaths gives the diagnostics of the text the path of the rule and value that they stand in.
func (w *xmlWalk) locatePaths() {
	for i := range w.diagnostics {
		d := &w.diagnostics[i]
		if d.Path == core.WholeDocument {
			d.Path = w.pathAt(d.Span)
		}
	}
}

func (w *xmlWalk) pathAt(span *core.Span) core.Path {
	path := core.WholeDocument
	for i := range w.places.Rules {
		rule := &w.places.Rules[i]
		if !holds(rule.Rule.Whole, span) && !w.cutAt(i, span) {
			continue
		}
		path = core.RulePath(i)
		for _, member := range core.Members {
			places := &rule.Members[member]
			if !holds(places.Whole.Whole, span) {
				continue
			}
			if !member.IsList() {
				path = path.Member(member)
			}
			for j := range places.Items {
				if holds(places.Items[j].Whole, span) {
					path = core.RulePath(i).Member(member).Item(j)
				}
			}
		}
	}
	return path
}

// cutAt says whether a span is the end of the text, and the text ends inside the rule.
func (w *xmlWalk) cutAt(rule int, span *core.Span) bool {
	return span.Start == len(w.text) && w.elements[w.rules[rule]].ending == endedByCut
}

// holds says whether a span lies in another.
func holds(outer core.Span, inner *core.Span) bool {
	return outer.Start <= inner.Start && inner.Start < outer.End && inner.End <= outer.End
}
