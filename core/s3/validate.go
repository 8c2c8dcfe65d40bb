package s3

import (
	"s3cors/core"
	"s3cors/core/source"
)

// Validate says whether PutBucketCors takes what was read, with S3's own first error, and
// reports every other problem too.
//
// XML is judged as it stands. For any other form the XML document is judged that Document
// writes of the configuration. The digest and the bucket are no matter of the
// configuration: Put and Simulate look at them.
func Validate(doc *source.Document) Validation {
	check := validator{doc: doc, diagnostics: append(core.Diagnostics(nil), doc.Diagnostics...)}
	check.schema = doc.HasErrors() || doc.Configuration == nil
	bytes := 0
	if doc.Body != "" {
		bytes = len(doc.Body)
	} else if doc.Configuration != nil {
		bytes, _ = documentSize(doc.Configuration)
	}
	if bytes > MaxDocumentBytes {
		check.size = tooLarge()
		d := check.diagnostics.Add(&DocumentTooLarge, core.WholeDocument, core.Itoa(bytes), core.Itoa(MaxDocumentBytes))
		if bytes == len(doc.Text) {
			d.Span = &core.Span{Start: beyondLimit(doc.Text), End: bytes}
		}
	}
	if doc.Configuration != nil {
		check.configuration(doc.Configuration)
	}
	if core.HasPrefix(doc.Body, "\uFEFF") {
		check.rests.add(xmlEncoding)
	}
	core.Locate(check.diagnostics, &doc.Places)
	validation := Validation{Status: 200, Bytes: bytes, Diagnostics: check.diagnostics, Error: check.first()}
	validation.Accepted = validation.Error == nil
	if !validation.Accepted {
		validation.Status = 400
	}
	if validation.Error == check.value {
		validation.Path = check.at
	}
	validation.Assumptions = check.restsOn(validation.Error).list()
	return validation
}

// beyondLimit is where a text that is too large passes the limit, at the start of a character.
func beyondLimit(text string) int {
	start := MaxDocumentBytes
	for text[start]&0xC0 == 0x80 {
		start--
	}
	return start
}

// validator gathers all diagnostics, and S3's first error of each stage at which it checks.
type validator struct {
	doc         *source.Document
	diagnostics core.Diagnostics
	// reported counts the diagnostics of the values, those that are not told included.
	reported int
	// lookups counts the values that were looked for among the placeholders.
	lookups int
	// size, count and value are S3's first errors of length, number of rules and values.
	size, count, value *ErrorResponse
	// at is the value that the first error of the values is about; refusal is its diagnostic.
	at      core.Path
	refusal *core.Kind
	// rests are the readings of what was accepted, or of the stage that refused.
	rests assumed
	// order: the order of the checks decided which error came first.
	order bool
	// spaced: the value that was refused would have been taken without the white space around it.
	spaced bool
	// schema: the document is not well-formed, or not what the schema wants.
	schema bool
}

// first is S3's answer: length, then XML and schema over the whole document, then the number of rules, then
// the values in document order. A body that is not well-formed wins over a bad value
// anywhere in it (peers agree; minio/pkg says that it copies S3 here).
func (v *validator) first() *ErrorResponse {
	switch {
	case v.size != nil:
		return v.size
	case v.schema:
		return malformed()
	case v.count != nil:
		return v.count
	}
	return v.value
}

// mostDiagnostics bounds what is told of the values: five for each rule that S3 takes.
const mostDiagnostics = 500

func (v *validator) report(kind *core.Kind, path core.Path, arguments ...string) {
	v.reported++
	switch {
	case v.reported < mostDiagnostics:
		v.diagnostics.Add(kind, path, arguments...)
	case v.reported == mostDiagnostics:
		v.diagnostics.Add(&MoreProblems, path)
	}
}

// refuse reports a value, and records S3's error for it; the first one wins. Where another list of the same rule, or the same
// value, has an error too, the order of the checks decides (assumption "check-order").
func (v *validator) refuse(kind *core.Kind, path core.Path, message string, arguments ...string) {
	v.report(kind, path, arguments...)
	if v.value == nil {
		v.value, v.at, v.refusal = invalidRequest(message), path, kind
		return
	}
	first, _ := v.at.Rule()
	if rule, _ := path.Rule(); rule == first && (path == v.at || path.List() != v.at.List()) {
		v.order = true
	}
}

// restsOn is what the answer rests on: the readings of the stage that refused, or all that were touched where
// nothing was refused.
func (v *validator) restsOn(refused *ErrorResponse) assumed {
	switch {
	case v.size != nil:
		return 1 << documentTooLarge
	case refused == nil:
		return v.rests | v.codes(core.Warning)
	case v.schema:
		rests := v.codes(core.Error)
		if v.doc.Format == source.XML && core.TrimSpace(v.doc.Text) == "" {
			rests.add(emptyBody)
		}
		return rests
	case refused == v.value:
		var rests assumed
		rests.addCode(v.refusal.Assumption)
		if v.order {
			rests.add(checkOrder)
		}
		if v.spaced {
			rests.add(valueWhitespace)
		}
		return rests
	}
	return 0
}

// codes are the readings that the diagnostics of a severity name. Of those of errors only the document's own count: a value
// is not looked at where the schema is not met.
func (v *validator) codes(severity core.Severity) assumed {
	var rests assumed
	for i := range v.diagnostics {
		d := &v.diagnostics[i]
		if d.Severity == severity && (severity == core.Warning || d.Topic == core.Syntax || d.Topic == core.Caching) {
			rests.addCode(d.Assumption)
		}
	}
	return rests
}

func tooLarge() *ErrorResponse { // assumption "document-too-large"
	return newError("MaxMessageLengthExceeded", "Your request was too big.", "", "")
}

func (v *validator) configuration(configuration *core.CORSConfiguration) {
	count := len(configuration.CORSRules)
	switch {
	case count == 0 && v.doc.HasUnknownRules(): // The list may have rules, which are known only elsewhere.
	case count == 0: // recorded: LS
		v.schema = true
		v.report(&NoRules, core.WholeDocument)
	case count > MaxRules: // recorded: SC for the code; the text from servers that copy S3's
		v.count = invalidRequest("The number of CORS rules should not exceed allowed limit of 100 rules.")
		v.report(&TooManyRules, core.RulePath(MaxRules), core.Itoa(count), core.Itoa(MaxRules))
	}
	for i := range configuration.CORSRules {
		v.rule(i, &configuration.CORSRules[i])
		v.duplicateID(configuration, i)
	}
}

// rule checks the values in the order in which S3 is taken to do it: ID, origins, methods, allowed headers,
// expose headers, each list in document order (assumption "check-order").
func (v *validator) rule(index int, rule *core.CORSRule) {
	path := core.RulePath(index)
	v.id(path, rule)
	for _, list := range checkedLists {
		path := path.Member(list.member)
		values := rule.List(list.member)
		if len(values) == 0 && list.missing != nil && !v.doc.IsUnknown(path) { // recorded: VR, SC
			v.schema = true
			v.report(list.missing, path, core.Itoa(index+1))
		}
		for j, value := range values {
			item := path.Item(j)
			if v.isOpaque(list.check, item, value) {
				continue
			}
			list.check(v, item, value)
			v.text(item, value)
			if v.value != nil && v.at == item {
				v.spaced = v.takesTrimmed(list.check, value)
			}
		}
	}
	v.maxAge(path.Member(core.MaxAgeSeconds), rule.MaxAgeSeconds)
}

// mostLookups bounds how often a value is looked for among the placeholders.
const mostLookups = 2_000

// isOpaque says whether a value would be refused and is known only elsewhere: it is left out of the checks (the catalogue, opaque-value).
func (v *validator) isOpaque(check func(*validator, core.Path, string), item core.Path, value string) bool {
	if v.doc.Format == source.XML || len(v.doc.Placeholders) == 0 || v.lookups == mostLookups { // XML is judged as it stands.
		return false
	}
	other := validator{doc: v.doc}
	if check(&other, item, value); other.reported == 0 {
		return false
	}
	v.lookups++
	return v.doc.IsUnknown(item)
}

// takesTrimmed tells whether a value that is refused would be taken without the white space around it.
func (v *validator) takesTrimmed(check func(*validator, core.Path, string), value string) bool {
	trimmed := core.TrimSpace(value)
	other := validator{doc: v.doc}
	check(&other, core.WholeDocument, trimmed)
	return trimmed != value && other.value == nil
}

// checkedLists are the lists of a rule in the order in which they are checked. A list that may not be absent
// has the diagnostic of its absence.
var checkedLists = [...]struct {
	member  core.Member
	missing *core.Kind
	check   func(*validator, core.Path, string)
}{
	{core.AllowedOrigins, &MissingOrigin, (*validator).origin},
	{core.AllowedMethods, &MissingMethod, (*validator).method},
	{core.AllowedHeaders, nil, (*validator).allowedHeader},
	{core.ExposeHeaders, nil, (*validator).exposeHeader},
}

// text looks at what concerns the text of any value: white space around it, and a character that no XML
// document can carry, to which S3 answers MalformedXML. The reader of XML reports such characters itself.
func (v *validator) text(path core.Path, value string) {
	if core.TrimSpace(value) != value {
		v.rests.add(valueWhitespace)
	}
	if v.doc.Format != source.XML && unwritable(value) {
		v.schema = true
		v.report(&UnwritableCharacter, path, value)
	}
}

// duplicateID warns of an ID that an earlier rule has (assumption "duplicate-id": S3 takes it). Beyond the rules that
// S3 takes nobody needs the warning.
func (v *validator) duplicateID(configuration *core.CORSConfiguration, index int) {
	id := configuration.CORSRules[index].ID
	if id == nil || *id == "" || index >= MaxRules {
		return
	}
	for i := range index {
		if before := configuration.CORSRules[i].ID; before != nil && *before == *id {
			d := v.diagnostics.Add(&DuplicateID, core.RulePath(index).Member(core.ID), core.Itoa(i+1), core.Itoa(index+1), *id)
			d.Related = []core.Related{{Path: core.RulePath(i).Member(core.ID), Message: "the same ID"}}
			return
		}
	}
}
