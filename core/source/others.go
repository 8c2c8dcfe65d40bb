package source

import "s3cors/core"

// mostRead bounds the texts that are read for their other configurations: bytes, times the number of these.
const mostRead = 1 << 24

// ReadOthers reads the rules of the configurations of the text that are not chosen, in its order, with expressions as texts. ok is false
// where that is too much.
func (d *Document) ReadOthers() (others []*core.CORSConfiguration, ok bool) {
	if len(d.Text)*len(d.finds) > mostRead {
		return nil, false
	}
	for i, f := range d.finds {
		doc := f.doc
		switch {
		case i == d.Choice.Candidate:
			continue
		case f.tree != nil:
			doc = &Document{}
			readFind(f, doc, &Choice{}, true)
		}
		others = append(others, doc.Configuration)
	}
	return others, true
}
