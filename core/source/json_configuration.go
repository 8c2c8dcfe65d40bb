package source

import (
	"strconv"
	"strings"

	"s3cors/core"
	"s3cors/core/source/literal"
)

// readRules reads a list of rules. What is no object is left out, so that the rules of the
// configuration are numbered without it.
func (r *jsonReader) readRules(list *literal.Node) {
	r.configuration.CORSRules = make([]core.CORSRule, 0, len(list.Items))
	if !r.isValue {
		r.doc.Places.Rules = make([]core.RulePlaces, 0, len(list.Items))
	}
	for i := range list.Items {
		item := &list.Items[i]
		switch item.Kind {
		case literal.Object:
			r.readRule(item)
		case literal.Missing: // has been told
		default:
			r.reportType(core.WholeDocument, "CORSRules["+strconv.Itoa(i)+"]", item, "a rule",
				"Write a rule: an object with AllowedOrigins and AllowedMethods.")
		}
	}
}

// ruleReader reads one rule.
type ruleReader struct {
	*jsonReader
	path   core.Path
	rule   *core.CORSRule
	places *core.RulePlaces
}

func (r *jsonReader) readRule(node *literal.Node) {
	index := len(r.configuration.CORSRules)
	r.configuration.CORSRules = append(r.configuration.CORSRules, core.CORSRule{})
	rr := ruleReader{jsonReader: r, path: core.RulePath(index), rule: &r.configuration.CORSRules[index]}
	if !r.isValue {
		rr.places = r.doc.Places.Place(index)
		rr.places.Rule = core.Place{Value: node.Span, Whole: node.Span}
	}
	var members [len(core.Members) + 1]*literal.Member
	for i := range node.Members {
		member := &node.Members[i]
		meant, exact := meantMember(member.Key)
		if meant == core.NoMember {
			r.reportUnknown(rr.path, member, "of a rule")
			continue
		}
		path := rr.path.Member(meant)
		if !exact {
			r.reportMisspelled(path, member, meant.String())
		}
		if earlier := members[meant]; earlier != nil {
			r.reportDuplicate(path, earlier, member, meant.String())
		}
		members[meant] = member
	}
	for _, meant := range core.Members {
		if member := members[meant]; member != nil {
			rr.readMember(meant, &member.Value)
		}
	}
}

// readMember reads the value of a member. null and a value that is missing leave it absent.
func (r *ruleReader) readMember(member core.Member, value *literal.Node) {
	if value.Kind == literal.Null || value.Kind == literal.Missing {
		return
	}
	if r.places != nil {
		r.places.Members[member].Whole = placeOf(value)
	}
	switch {
	case member == core.MaxAgeSeconds:
		r.readMaxAge(value)
	case member.IsList():
		r.readList(member, value)
	case isText(value):
		r.rule.ID = takeOne(&r.ids, value.Text)
	default:
		r.reportType(r.path.Member(member), member.String(), value, "a text", "Write a text.")
	}
}

// isText says whether a value is a text, with quotes or without.
func isText(value *literal.Node) bool {
	return value.Kind == literal.String || value.Kind == literal.Word
}

func placeOf(value *literal.Node) core.Place {
	return core.Place{Value: value.Inner(), Whole: value.Span}
}

// readList reads a member that holds a list of texts.
func (r *ruleReader) readList(member core.Member, value *literal.Node) {
	switch {
	case value.Kind == literal.List && len(value.Items) == 0:
		// An empty list is the same as none.
	case value.Kind == literal.List:
		r.readItems(member, value.Items)
	case isText(value):
		r.readJoined(member, value)
	default:
		r.reportType(r.path.Member(member), member.String(), value, "a list of texts", "Write a list of texts.")
	}
}

func (r *ruleReader) readItems(member core.Member, items []literal.Node) {
	texts := take(&r.texts, len(items))
	var places []core.Place
	if r.places != nil {
		places = take(&r.itemPlaces, len(items))
	}
	for i := range items {
		item := &items[i]
		switch {
		case isText(item):
			texts = append(texts, item.Text)
			if r.places != nil {
				places = append(places, placeOf(item))
			}
		case item.Kind == literal.Missing: // has been told
		default:
			r.reportType(r.path.Member(member), member.String()+"["+strconv.Itoa(i)+"]", item, "a text", "Write a text.")
		}
	}
	r.setList(member, texts, places)
}

// readJoined reads a text that stands where a list is wanted: one value, or several with commas
// between them.
func (r *ruleReader) readJoined(member core.Member, value *literal.Node) {
	parts := splitList(value.Text)
	var texts []string
	var places []core.Place
	for _, part := range parts {
		texts = append(texts, value.Text[part.Start:part.End])
		if r.places != nil {
			places = append(places, partPlace(value, part, len(parts)))
		}
	}
	r.setList(member, texts, places)
	text := excerpt(value.Text)
	r.report(core.Diagnostic{
		Kind: ValueNotList, Path: r.path.Member(member), Span: r.span(visible(value.Inner(), value.Span)),
		Message: member.String() + ` holds "` + text + `" where a list stands; it is read as ` + count(len(parts)),
		Help:    "Write a list.",
		Parameters: []core.Parameter{
			core.Text("member", member.String()), core.Text("value", text), core.Number("count", len(parts)),
		},
	})
}

// partPlace is the place of one part of a text. The parts of a text with escapes cannot be told
// apart in the source.
func partPlace(value *literal.Node, part core.Span, parts int) core.Place {
	inner := value.Inner()
	if parts == 1 || inner.End-inner.Start != len(value.Text) {
		return placeOf(value)
	}
	span := core.Span{Start: inner.Start + part.Start, End: inner.Start + part.End}
	return core.Place{Value: span, Whole: span}
}

// splitList cuts a text at its commas and takes off the blanks around each part; empty parts are
// left out, unless there is nothing else.
func splitList(text string) []core.Span {
	if strings.IndexByte(text, ',') < 0 {
		return []core.Span{{Start: 0, End: len(text)}}
	}
	var parts []core.Span
	for start := 0; start <= len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], ','); i >= 0 {
			end = start + i
		}
		part := core.Span{Start: start, End: end}
		for part.Start < part.End && isBlank(text[part.Start]) {
			part.Start++
		}
		for part.Start < part.End && isBlank(text[part.End-1]) {
			part.End--
		}
		if part.Start < part.End {
			parts = append(parts, part)
		}
		start = end + 1
	}
	if parts == nil {
		return []core.Span{{Start: 0, End: len(text)}}
	}
	return parts
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

func (r *ruleReader) setList(member core.Member, texts []string, places []core.Place) {
	if len(texts) == 0 {
		return
	}
	switch member {
	case core.AllowedMethods:
		r.rule.AllowedMethods = texts
	case core.AllowedOrigins:
		r.rule.AllowedOrigins = texts
	case core.AllowedHeaders:
		r.rule.AllowedHeaders = texts
	case core.ExposeHeaders:
		r.rule.ExposeHeaders = texts
	}
	if r.places != nil {
		r.places.Members[member].Items = places
	}
}

// readMaxAge reads MaxAgeSeconds: a number, or a text that is one.
func (r *ruleReader) readMaxAge(value *literal.Node) {
	path := r.path.Member(core.MaxAgeSeconds)
	if value.Kind != literal.Number && !isText(value) {
		r.reportType(path, core.MaxAgeSeconds.String(), value, "a number", "Write a whole number of seconds.")
		return
	}
	seconds, problem := readMaxAge(value.Text)
	if problem != nil {
		d := maxAgeDiagnostic(value.Text, problem)
		if problem == &MaxAgeNotInteger {
			d.Assumption = "" // S3 is never asked: there is no such number in JSON.
		}
		d.Path, d.Span = path, r.span(visible(value.Inner(), value.Span))
		r.report(d)
		return
	}
	r.rule.MaxAgeSeconds = takeOne(&r.seconds, seconds)
	if value.Kind != literal.Number {
		text := excerpt(value.Text)
		r.report(core.Diagnostic{
			Kind: NumberAsText, Path: path, Span: r.span(value.Span),
			Message:    `MaxAgeSeconds is the text "` + text + `"; the console and the SDKs want a number`,
			Help:       "Drop the quotes.",
			Parameters: []core.Parameter{core.Text("value", text)},
		})
	}
}

// reportType tells that a value is of a kind that cannot be read where it stands.
func (r *jsonReader) reportType(path core.Path, name string, value *literal.Node, wanted, help string) {
	found := value.Kind.String()
	if value.Kind == literal.Word {
		found = literal.String.String()
	}
	r.report(core.Diagnostic{
		Kind: WrongType, Path: path, Span: r.span(value.Span),
		Message:    name + " is " + found + ", not " + wanted,
		Help:       help,
		Parameters: []core.Parameter{core.Text("name", name), core.Text("found", found), core.Text("wanted", wanted)},
	})
}
