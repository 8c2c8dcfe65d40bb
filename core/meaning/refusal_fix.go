package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// mender makes the changes that mend what PutBucketCors refuses.
type mender struct {
	text  string
	rules []core.CORSRule
	// room is how many rules and values may still be copied.
	room int
	// d is what is mended. It is about the value of a list, or about a rule.
	d     *core.Diagnostic
	rule  int
	list  []string
	at    int
	value string
}

// mostMended bounds how many rules and values are copied for fixes: 200 fixes of as many rules as S3 takes.
const mostMended = 20_000

// OfferFixes gives the diagnostics of a document the changes that mend what S3 refuses, and what it takes and other services refuse,
// where what is meant is plain (the catalogue, part 2). A diagnostic that has fixes keeps them, and of a long list the first
// get some.
func OfferFixes(doc *source.Document, diagnostics core.Diagnostics) {
	if doc.Configuration == nil {
		return
	}
	m := mender{text: doc.Text, rules: doc.Configuration.CORSRules, room: mostMended}
	for i := range diagnostics {
		if d := &diagnostics[i]; d.Fixes == nil {
			m.mend(d)
		}
	}
}

// mend looks at one diagnostic.
func (m *mender) mend(d *core.Diagnostic) {
	m.d, m.value, m.list, m.at = d, "", nil, -1
	m.rule, _ = d.Path.Rule()
	if d.Path == core.WholeDocument {
		if d.Code == s3.NoRules.Code && len(m.rules) == 0 {
			m.offer("Add a first rule", []core.CORSRule{{AllowedMethods: []string{"GET", "HEAD"}, AllowedOrigins: []string{"https://www.example.com"}}})
		}
		return
	}
	if m.rule < 0 || m.rule >= len(m.rules) {
		return
	}
	m.list = m.rules[m.rule].List(d.Path.MemberOf())
	if at, ok := d.Path.Index(); ok && at < len(m.list) {
		m.at, m.value = at, m.list[at]
	}
	if m.room < len(m.rules)+len(m.list) {
		return
	}
	for i := range mends {
		if mends[i].kind.Code == d.Code {
			mends[i].by(m)
			return
		}
	}
}

var mends = [...]struct {
	kind *core.Kind
	by   func(*mender)
}{
	{&s3.UnsupportedMethod, (*mender).method},
	{&s3.MissingMethod, (*mender).missingMethod},
	{&s3.OriginManyWildcards, (*mender).origin},
	{&s3.HeaderManyWildcards, (*mender).headerWildcards},
	{&s3.HeaderInvalidCharacter, (*mender).names},
	{&s3.ExposeInvalidCharacter, (*mender).names},
	{&s3.ExposeWildcard, (*mender).exposeWildcard},
	{&s3.IDTooLong, (*mender).longID},
	{&s3.DuplicateID, (*mender).sameID},
	{&s3.MaxAgeOutOfRange, (*mender).maxAge},
	{&s3.MaxAgeNegative, (*mender).maxAge},
	{&source.MaxAgeNotInteger, (*mender).writtenAge},
	{&s3.TooManyRules, (*mender).manyRules},
}

// offer adds a fix.
func (m *mender) offer(title string, rules []core.CORSRule) {
	m.room -= len(m.rules) + len(m.list) + 1
	m.d.Fixes = append(m.d.Fixes, core.Fix{Title: title, Configuration: core.CORSConfiguration{CORSRules: rules}})
}

// changed is a copy of the rules, and the rule in it that is to be changed.
func (m *mender) changed() ([]core.CORSRule, *core.CORSRule) {
	rules := append([]core.CORSRule(nil), m.rules...)
	return rules, &rules[m.rule]
}

// mostWritten bounds how many values take the place of one: each is looked for in the list.
const mostWritten = 100

// write offers values in the place of the present one, none to remove it. What the list has already is not written again.
func (m *mender) write(values ...string) {
	if m.at < 0 || len(values) > mostWritten {
		return
	}
	anyCase := m.d.Topic == core.Header
	written, list := make([]string, 0, len(values)), make([]string, 0, len(m.list)+len(values))
	list = append(list, m.list[:m.at]...)
	for _, value := range values {
		if !holds(m.list, value, anyCase) && !holds(written, value, anyCase) {
			written = append(written, value)
		}
	}
	list = append(append(list, written...), m.list[m.at+1:]...)
	title := "Write " + core.Join(written, ", ")
	if len(written) == 0 {
		title = "Remove " + shown(m.value)
	}
	member := m.d.Path.MemberOf()
	if len(list) == 0 && (member == core.AllowedOrigins || member == core.AllowedMethods) {
		return // S3 takes no rule without.
	}
	rules, rule := m.changed()
	rule.MakeRoom(member, len(list))
	for _, value := range list {
		rule.Append(member, value)
	}
	m.offer(title, rules)
}

// method: the one that is meant, those that stand in one value, or none.
func (m *mender) method() {
	meant := core.Upper(m.value)
	if core.TrimSpace(meant) == "*" {
		m.write(s3.SupportedMethods[:]...)
		return
	}
	var methods []string
	for _, name := range pieces(meant, ", |/;") {
		if methodBits([]string{name}) != 0 {
			methods = append(methods, name)
		}
	}
	if methods == nil && len(m.list) == 1 && meant == "OPTIONS" {
		methods = []string{"GET"}
	}
	m.write(methods...)
}

// shown is a value as a title shows it: in quotes where it has white space around it, and by a word where it has no letters or
// several lines.
func shown(value string) string {
	switch {
	case core.TrimSpace(value) == "":
		return "the empty value"
	case core.Index(value, '\n') >= 0 || core.Index(value, '\r') >= 0:
		return "the value of several lines"
	case core.TrimSpace(value) != value:
		return `"` + value + `"`
	}
	return value
}

func (m *mender) missingMethod() {
	rules, rule := m.changed()
	rule.AllowedMethods = []string{"GET"}
	m.offer("Add GET", rules)
}

func (m *mender) headerWildcards() { m.write(oneWildcard(m.value)) }

// names: a header name each of what stands in one value, without a value that is written behind it.
func (m *mender) names() {
	names := pieces(m.value, ",;\n")
	for i, name := range names {
		name, _, _ = core.Cut(name, ':')
		names[i] = core.Trim(core.TrimSpace(name), "\"'`")
	}
	if !m.areNames(names) {
		if names = pieces(m.value, ",; \t\n"); !m.areNames(names) {
			return
		}
	}
	m.write(names...)
}

func (m *mender) areNames(names []string) bool {
	for _, name := range names {
		stars := core.Count(name, '*')
		if name == "" || !core.IsToken(name) || stars > 1 || stars == 1 && m.d.Path.MemberOf() == core.ExposeHeaders {
			return false
		}
	}
	return len(names) > 0
}

// readOften are the headers that pages read of S3's answers (the catalogue, expose-wildcard).
var readOften = [...]string{"ETag", "x-amz-request-id", "x-amz-id-2", "x-amz-version-id", "Content-Range"}

// exposeWildcard: the usual names that the pattern would match.
func (m *mender) exposeWildcard() {
	var names []string
	for _, name := range readOften {
		before, after, _ := core.Cut(core.Lower(m.value), '*')
		if lower := core.Lower(name); core.HasPrefix(lower, before) && core.HasSuffix(lower, after) {
			names = append(names, name)
		}
	}
	m.write(names...)
}

// pieces are the parts of a text between any of some separators, without blanks around them and without empty ones.
func pieces(text, separators string) (list []string) {
	start := 0
	for i := range len(text) + 1 {
		if i < len(text) && core.Index(separators, text[i]) < 0 {
			continue
		}
		if piece := core.TrimSpace(text[start:i]); piece != "" {
			list = append(list, piece)
		}
		start = i + 1
	}
	return list
}

// oneWildcard has one * from the first of a pattern to its last: whatever the pattern would match, it matches.
func oneWildcard(pattern string) string {
	return pattern[:core.Index(pattern, '*')] + pattern[core.LastIndex(pattern, '*'):]
}
