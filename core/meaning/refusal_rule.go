package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// longID: as much of it as S3 documents, counted as it is counted there.
func (m *mender) longID() {
	rules, rule := m.changed()
	id := *rule.ID
	length, end := 0, len(id)
	for i, r := range id {
		if length++; r > 0xFFFF {
			length++
		}
		if length > s3.MaxIDLength {
			end = i
			break
		}
	}
	id = id[:end]
	rule.ID = &id
	m.offer("Cut it to "+core.Itoa(s3.MaxIDLength)+" characters", rules)
}

// sameID: the ID with the next number that no other rule has.
func (m *mender) sameID() {
	rules, rule := m.changed()
	for number := 2; ; number++ {
		id := *rule.ID + "-" + core.Itoa(number)
		taken := false
		for i := range m.rules {
			taken = taken || m.rules[i].ID != nil && *m.rules[i].ID == id
		}
		if !taken {
			rule.ID = &id
			m.offer("Write "+id, rules)
			return
		}
	}
}

// maxAge: nothing below zero, and no more than any browser keeps.
func (m *mender) maxAge() {
	rules, rule := m.changed()
	if rule.MaxAgeSeconds == nil {
		return
	}
	seconds := int64(firefoxKeeps)
	if *rule.MaxAgeSeconds < 0 {
		seconds = 0
	}
	rule.MaxAgeSeconds = &seconds
	m.offer("Write "+core.FormatInt(seconds), rules)
}

// writtenAge: the number of seconds in a text that is one but for a unit or a fraction of nothing. The text is changed in its place,
// since a configuration cannot hold what stands there.
func (m *mender) writtenAge() {
	if m.d.Span == nil || len(m.d.Parameters) == 0 {
		return
	}
	text := core.Lower(m.d.Parameters[0].Text)
	end := 0
	for end < len(text) && text[end]-'0' <= 9 {
		end++
	}
	unit := core.TrimSpace(text[end:])
	if end == 0 || end > 9 || core.Trim(unit, "0") != "." && unit != "s" && unit != "sec" && unit != "seconds" {
		return
	}
	rules, rule := m.changed()
	seconds, written := int64(0), text[:end]
	for i := range len(written) {
		seconds = seconds*10 + int64(written[i]-'0')
	}
	rule.MaxAgeSeconds = &seconds
	m.offer("Write "+written, rules)
	span := *m.d.Span
	if start, end := span.Start-1, span.End; start >= 0 && end < len(m.text) && m.text[start] == m.text[end] && core.Index("\"'`", m.text[end]) >= 0 {
		span = core.Span{Start: start, End: end + 1} // A number has no quotes.
	}
	m.d.Fixes[0].Edits = []core.TextEdit{{Span: span, Text: core.FormatInt(seconds)}}
}

// manyRules joins neighbours that differ in their origins only, which answer as before. A * takes the credentials of the origins
// beside it, and stays by itself.
func (m *mender) manyRules() {
	var joined []core.CORSRule
	for _, rule := range m.rules {
		if last := len(joined) - 1; last >= 0 && differInOrigins(&joined[last], &rule) {
			before := joined[last].AllowedOrigins
			joined[last].AllowedOrigins = append(before[:len(before):len(before)], rule.AllowedOrigins...)
			continue
		}
		joined = append(joined, rule)
	}
	if len(joined) <= s3.MaxRules {
		m.offer("Join the neighbours that differ in their origins only", joined)
	}
}

func differInOrigins(a, b *core.CORSRule) bool {
	return !holds(a.AllowedOrigins, "*", false) && !holds(b.AllowedOrigins, "*", false) && sameList(a.AllowedMethods, b.AllowedMethods) &&
		sameList(a.AllowedHeaders, b.AllowedHeaders) && sameList(a.ExposeHeaders, b.ExposeHeaders) && sameAge(a, b)
}
