package core

// Locate gives each diagnostic without a span that of its path and brings all into their
// order: by span, then by code. Diagnostics without a place come first. A value has no places,
// so its diagnostics are ordered by path.
func Locate(diagnostics []Diagnostic, places *Places) {
	for i := range diagnostics {
		d := &diagnostics[i]
		locate(&d.Span, d.Path, places)
		for j := range d.Related {
			locate(&d.Related[j].Span, d.Related[j].Path, places)
		}
	}
	order := make([]*Diagnostic, len(diagnostics), 2*len(diagnostics))
	for i := range diagnostics {
		order[i] = &diagnostics[i]
	}
	sortDiagnostics(order, order[len(order):cap(order)])
	sorted := make([]Diagnostic, len(diagnostics))
	for i := range order {
		sorted[i] = *order[i]
	}
	copy(diagnostics, sorted)
}

func locate(span **Span, path Path, places *Places) {
	if *span != nil {
		return
	}
	if found, ok := places.Span(path); ok {
		*span = &found
	}
}

// Span is what to underline for a path: the value that is found for it.
//
//go:noinline
func (p *Places) Span(path Path) (span Span, ok bool) {
	place, ok := p.Find(path)
	if place.Value.Start == place.Value.End {
		// An empty value has nothing to underline but its tags or quotes.
		return place.Whole, ok
	}
	return place.Value, ok
}

// sortDiagnostics is a merge sort: stable, and small in the module.
func sortDiagnostics(list, room []*Diagnostic) {
	if len(list) < 2 {
		return
	}
	half := len(list) / 2
	sortDiagnostics(list[:half], room[:half])
	sortDiagnostics(list[half:], room[half:])
	copy(room, list)
	left, right := room[:half], room[half:len(list)]
	for i := range list {
		if len(right) == 0 || len(left) > 0 && !right[0].before(left[0]) {
			list[i], left = left[0], left[1:]
		} else {
			list[i], right = right[0], right[1:]
		}
	}
}

func (d *Diagnostic) before(other *Diagnostic) bool {
	if d.Span != nil && other.Span != nil {
		if d.Span.Start != other.Span.Start {
			return d.Span.Start < other.Span.Start
		}
		if d.Span.End != other.Span.End {
			return d.Span.End < other.Span.End
		}
		return d.Code < other.Code
	}
	if d.Span != other.Span { // one of them is nil
		return d.Span == nil
	}
	if d.Path != other.Path {
		return d.Path.before(other.Path)
	}
	return d.Code < other.Code
}

func (p Path) before(q Path) bool {
	if p.rule != q.rule {
		return p.rule < q.rule
	}
	if p.member != q.member {
		return p.member < q.member
	}
	return p.item < q.item
}
