package source

import "s3cors/core"

// mostRead bounds the texts that are read for their other configurations: bytes, times the number of these.
const mostRead = 1 << 24

// ReadOthers reads the rules of the configurations of a text that are not chosen, in its order, with expressions as texts. ok is false
// where that is too much.
func ReadOthers(text string, choice *Choice) (others []*core.CORSConfiguration, ok bool) {
	s, _, _ := searchIn(text)
	if len(text)*len(s.finds) > mostRead {
		return nil, false
	}
	for i, f := range s.finds {
		doc := f.doc
		switch {
		case i == choice.Candidate:
			continue
		case f.tree != nil:
			doc = &Document{}
			readFind(f, doc, &Choice{}, true)
		}
		others = append(others, doc.Configuration)
	}
	return others, true
}
