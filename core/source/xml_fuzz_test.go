package source

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// addXMLSeeds takes the documents of the tables.
func addXMLSeeds(f *testing.F) {
	for _, c := range syntaxCases {
		f.Add(strings.Join(c.text[:], ""))
	}
	for _, c := range readCases {
		f.Add(c.text)
	}
	f.Add(manyRules(2))
}

// checkSpans holds every span of a document against its text.
func checkSpans(t *testing.T, doc *Document) {
	inside := func(span core.Span, what string) {
		if span.Start < 0 || span.End < span.Start || span.End > len(doc.Text) {
			assert.Failf(t, "a span lies outside of the text", "%s: %v of %d", what, span, len(doc.Text))
		}
	}
	place := func(place core.Place, what string) {
		inside(place.Whole, what)
		inside(place.Value, what)
		if place.Value.Start < place.Whole.Start || place.Value.End > place.Whole.End {
			assert.Failf(t, "a value lies outside of its whole", "%s: %v", what, place)
		}
	}
	for _, d := range doc.Diagnostics {
		if d.Span == nil {
			assert.Fail(t, "a diagnostic has no place", d.Message)
			continue
		}
		inside(*d.Span, d.Message)
		for _, related := range d.Related {
			inside(*related.Span, related.Message)
		}
	}
	place(doc.Places.Document, "document")
	for i := range doc.Places.Rules {
		rule := &doc.Places.Rules[i]
		place(rule.Rule, "rule")
		for _, member := range core.Members {
			place(rule.Members[member].Whole, member.String())
			for _, item := range rule.Members[member].Items {
				place(item, member.Element())
			}
		}
	}
}

// The laws: whatever the text, the reader answers; every span lies in the text; every value of the configuration
// has a place; the number of diagnostics is bounded; and where there is no configuration, an error says why.
func FuzzXMLNeverPanicsAndSpansLieInTheText(f *testing.F) {
	addXMLSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := readXML(text)
		assert.Equal(t, text, doc.Text)
		assert.LessOrEqual(t, len(doc.Diagnostics), xmlDiagnostics+1)
		checkSpans(t, doc)
		if doc.Configuration == nil {
			assert.True(t, doc.HasErrors())
			return
		}
		require.Len(t, doc.Places.Rules, len(doc.Configuration.CORSRules))
		for i := range doc.Configuration.CORSRules {
			rule, places := &doc.Configuration.CORSRules[i], &doc.Places.Rules[i]
			for _, member := range core.Members {
				if member.IsList() {
					assert.Len(t, places.Members[member].Items, len(rule.List(member)))
				}
			}
			assert.True(t, rule.ID == nil || places.Members[core.ID].Whole.Whole.End > 0)
			assert.True(t, rule.MaxAgeSeconds == nil || places.Members[core.MaxAgeSeconds].Whole.Whole.End > 0)
		}
	})
}

var blanks = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

// flatElement is an element as both readers see it.
type flatElement struct {
	depth            int
	namespace, local string
	text             string
}

// decoded is a document as encoding/xml reads it, and what it passes over that the standard refuses.
type decoded struct {
	elements []flatElement
	err      error
	// The differences, each by its rule.
	roots       int  // one element around all others (production document)
	outsideText bool // no text outside of it (production document)
	directive   bool // a DOCTYPE is refused here, and encoding/xml takes any directive
	declaration int  // XML declarations
	deep        bool // elements nest deeper than is read here
}

func decodeXML(text string) (d decoded) {
	decoder := xml.NewDecoder(strings.NewReader(text))
	var open []int
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return d
		}
		if err != nil {
			d.err = err
			return d
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(open) == 0 {
				d.roots++
			}
			d.deep = d.deep || len(open) >= xmlDepth
			d.elements = append(d.elements, flatElement{depth: len(open), namespace: token.Name.Space, local: token.Name.Local})
			open = append(open, len(d.elements)-1)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				d.elements[open[len(open)-1]].text += string(token)
			} else if strings.Trim(strings.TrimPrefix(string(token), byteOrderMark), " \t\r\n") != "" {
				d.outsideText = true
			}
		case xml.Directive:
			d.directive = true
		case xml.ProcInst:
			if strings.EqualFold(token.Target, "xml") {
				d.declaration++
			}
		}
	}
}

// flatElements are the elements that our reader sees.
func flatElements(x *xmlReader) (all []flatElement) {
	depths := map[int32]int{0: -1}
	for i := 1; i < len(x.elements); i++ {
		e := &x.elements[i]
		depths[int32(i)] = depths[e.parent] + 1
		flat := flatElement{depth: depths[int32(i)], namespace: e.namespace, local: e.local}
		for j := int(e.text); j < len(x.texts) && x.texts[j].span.Start < e.content.End; j++ {
			if x.texts[j].element == int32(i) {
				flat.text += x.texts[j].value
			}
		}
		all = append(all, flat)
	}
	return all
}

// What our reader refuses, by the standard, and encoding/xml lets pass.
var strictRules = []string{
	// Namespaces in XML 1.0: prefixes are declared, names have one colon, attributes differ.
	"is declared nowhere", "a colon stands only between", "stands twice in one tag", "XML allows no such namespace",
	// XML 1.0, productions 23 to 32: where the declaration stands, and what it holds.
	"XML declaration",
	// Production 16: the name of a processing instruction.
	"processing instruction",
	// Production 40: white space before each attribute.
	"white space is missing",
	// Production 2, in comments, processing instructions and declarations, which encoding/xml passes over unread.
	"begins no character",
	// Production 66: encoding/xml takes a reference to a surrogate for U+FFFD.
	"is no character that XML allows",
	// Production 1.
	"the document has no element", "stands after the document's element", "text stands outside",
	// The bounds of reading here.
	"the rest is not read", "not listed",
}

// isStrict says whether a message is of a rule that encoding/xml does not know.
func isStrict(message string) bool {
	for _, rule := range strictRules {
		if strings.Contains(message, rule) {
			return true
		}
	}
	return false
}

// What encoding/xml refuses and the standard, in its fifth edition, allows.
func isLenient(text string, err error) bool {
	message := err.Error()
	switch {
	case strings.Contains(message, "unsupported version"):
		// Production 26: any version 1.x. Other versions are refused here too, which the tables show.
		return true
	case strings.Contains(message, "encoding"):
		// wrong-encoding is no question of being well-formed here.
		return true
	case !isASCII(text) && (strings.Contains(message, "invalid XML name") || strings.Contains(message, "expected") || strings.Contains(message, "invalid character entity")):
		// Productions 4 and 4a: names beyond ASCII are those of the fifth edition.
		return true
	}
	return false
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// The law: what encoding/xml reads, our reader finds well-formed and reads alike, but for the rules that encoding/xml
// does not know; and what encoding/xml refuses, ours does, but for what the fifth edition allows.
func FuzzXMLAgainstEncodingXML(f *testing.F) {
	addXMLSeeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		want := decodeXML(text)
		if want.directive || want.deep || strings.Contains(strings.ToUpper(text), "<!DOCTYPE") {
			return
		}
		problems := syntaxOf(readXML(text))
		if want.err != nil {
			if len(problems) == 0 && !isLenient(text, want.err) {
				t.Fatalf("encoding/xml refuses it: %v", want.err)
			}
			return
		}
		strict := false
		for _, problem := range problems {
			strict = true
			if !isStrict(problem.Message) {
				t.Fatalf("encoding/xml reads it, ours says: %s", problem.Message)
			}
			if strings.Contains(problem.Message, "declaration") || strings.Contains(problem.Message, "processing instruction") {
				// The two readers see its end in different places.
				break
			}
		}
		if want.roots != 1 || want.outsideText || want.declaration > 1 {
			assert.NotEmpty(t, problems)
			return
		}
		if strict {
			return
		}
		x := xmlReader{text: text, doc: &Document{}}
		x.read()
		got := flatElements(&x)
		require.Len(t, got, len(want.elements))
		for i := range got {
			parent := i+1 < len(got) && got[i+1].depth > got[i].depth
			if parent {
				// White space between child elements is not kept.
				got[i].text = strings.Join(strings.Fields(got[i].text), "")
				want.elements[i].text = strings.Join(strings.Fields(want.elements[i].text), "")
			}
			// Section 3.3.3: white space in an attribute is a blank, which encoding/xml does not do.
			got[i].namespace, want.elements[i].namespace = blanks.Replace(got[i].namespace), blanks.Replace(want.elements[i].namespace)
			assert.Equal(t, want.elements[i], got[i])
		}
	})
}
