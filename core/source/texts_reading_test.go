package source_test

import (
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// nearMisses are the codes that are told where a text has such a thing and nowhere else: a false alarm is as wrong as
// a near miss that is passed over. Other codes may be told as well.
var nearMisses = []string{"misspelled-key", "unknown-key", "value-not-list", "number-as-text", "duplicate-key", "html-escaped",
	"foreign-dialect", "rule-split", "wrong-type", "several-configurations", "opaque-value"}

func (c *pastedText) differences(doc *source.Document) (found []string) {
	say := func(format string, values ...any) { found = append(found, fmt.Sprintf(format, values...)) }
	told, errors := codesOf(doc)
	if doc.Configuration == nil && len(errors) == 0 {
		say("there is no configuration, and no error says why")
	}
	if doc.Configuration == nil && c.Tolerant {
		return found
	}
	if format := string(doc.Format); format != c.Format && !slices.Contains(c.Alternatives, format) {
		say("format: expected %q, got %q", c.Format, format)
	}
	found = append(found, c.configurationDifferences(doc.Configuration)...)
	if len(doc.Candidates) != c.Candidates {
		say("candidates: expected %d, got %d", c.Candidates, len(doc.Candidates))
	}
	for i, candidate := range doc.Candidates {
		if strings.Trim(cut(doc.Text, candidate.Span), "\xFF") == "" || i > 0 && candidate.Span.Start < doc.Candidates[i-1].Span.End || candidate.Format == "" {
			say("candidate %d has no place of its own, or no format: %+v", i, candidate)
		}
	}
	found = append(found, c.placeholderDifferences(doc)...)
	for _, code := range c.Diagnostics {
		if !slices.Contains(told, code) {
			say("expected the diagnostic %s, got %v", code, told)
		}
	}
	if !c.Tolerant {
		for _, d := range doc.Diagnostics {
			near := slices.Contains(nearMisses, d.Code) || d.Severity == core.Error && c.Configuration != nil
			near = near && (d.Code != "opaque-value" || len(c.Placeholders)+len(c.Unknown) == 0)
			if near && !slices.Contains(c.Diagnostics, d.Code) && !slices.Contains(c.MayTell, d.Code) {
				say("did not expect %s: %s", d.Code, d.Message)
			}
		}
	}
	if len(c.Unknown) > 0 && (slices.Contains(told, "missing-origin") || slices.Contains(told, "missing-method")) {
		say("a list that is an expression is said to be missing")
	}
	if c.Dialect != "" && !regexp.MustCompile(c.Dialect).MatchString(strings.Join(messagesOf(doc, "foreign-dialect"), "\n")) {
		say("the dialect %q is not named: %q", c.Dialect, messagesOf(doc, "foreign-dialect"))
	}
	return append(found, spanDifferences(doc)...)
}

// codesOf gives the codes that reading and validation tell, and those of the errors.
func codesOf(doc *source.Document) (codes, errors []string) {
	for _, list := range []core.Diagnostics{doc.Diagnostics, s3.Validate(doc).Diagnostics} {
		for _, d := range list {
			codes = append(codes, d.Code)
			if d.Severity == core.Error {
				errors = append(errors, d.Code)
			}
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes), errors
}

func messagesOf(doc *source.Document, code string) (messages []string) {
	for _, d := range doc.Diagnostics {
		if d.Code == code {
			messages = append(messages, d.Message)
		}
	}
	return messages
}

func (c *pastedText) configurationDifferences(read *core.CORSConfiguration) (found []string) {
	say := func(format string, values ...any) { found = append(found, fmt.Sprintf(format, values...)) }
	switch {
	case c.Configuration == nil && read == nil:
		return nil
	case c.Configuration == nil:
		return []string{"expected no configuration, got " + asJSON(read)}
	case read == nil:
		return []string{"expected a configuration, got none"}
	case len(read.CORSRules) != len(c.Configuration.CORSRules):
		return []string{fmt.Sprintf("expected %d rules, got %s", len(c.Configuration.CORSRules), asJSON(read))}
	}
	for i := range read.CORSRules {
		expected, got := &c.Configuration.CORSRules[i], &read.CORSRules[i]
		if asJSON(expected.ID) != asJSON(got.ID) && !slices.Contains(c.Loose, "ID") {
			say("rule %d, ID: expected %s, got %s", i, asJSON(expected.ID), asJSON(got.ID))
		}
		left := func(member core.Member) bool {
			return slices.Contains(c.Unknown, core.RulePath(i).Member(member).String())
		}
		loose := got.MaxAgeSeconds == nil && (slices.Contains(c.Loose, "MaxAgeSeconds") || left(core.MaxAgeSeconds))
		if asJSON(expected.MaxAgeSeconds) != asJSON(got.MaxAgeSeconds) && !loose {
			say("rule %d, MaxAgeSeconds: expected %s, got %s", i, asJSON(expected.MaxAgeSeconds), asJSON(got.MaxAgeSeconds))
		}
		for _, member := range core.Members {
			if !member.IsList() || slices.Contains(c.Loose, member.String()) || len(got.List(member)) == 0 && left(member) {
				continue
			}
			if !slices.EqualFunc(expected.List(member), got.List(member), c.sameValue) {
				say("rule %d, %s: expected %q, got %q", i, member, expected.List(member), got.List(member))
			}
		}
	}
	return found
}

// sameValue compares two values; an expression may wear another dress.
func (c *pastedText) sameValue(expected, got string) bool {
	return expected == got || slices.Contains(c.Placeholders, expected) && undressed(expected) == undressed(got)
}

var dress = regexp.MustCompile("\"?Ref\"?\\s*:|\"?Fn::\\w+\"?\\s*:|![A-Z]\\w*|[\\s\"'`{}$<>]")

// undressed is an expression without what a language puts around it: var.x and ${var.x}, !Ref A and {"Ref": "A"} are the same.
func undressed(text string) string { return dress.ReplaceAllString(text, "") }

// meansThe says whether a placeholder is the expected one: its name or its span is the value, a part of it, or holds it.
func meansThe(expected string, p source.Placeholder, text string) bool {
	wanted := undressed(expected)
	for _, got := range []string{undressed(p.Name), undressed(cut(text, p.Span))} {
		if got != "" && (strings.Contains(wanted, got) || strings.Contains(got, wanted)) {
			return true
		}
	}
	return false
}

func (c *pastedText) placeholderDifferences(doc *source.Document) (found []string) {
	if doc.Configuration == nil {
		return nil
	}
	for _, expected := range c.Placeholders {
		if !slices.ContainsFunc(doc.Placeholders, func(p source.Placeholder) bool { return meansThe(expected, p, doc.Text) }) {
			found = append(found, "expected the placeholder "+expected)
		}
	}
	for _, path := range c.Unknown {
		if !isRead(doc.Configuration, path) && !slices.ContainsFunc(doc.Placeholders, func(p source.Placeholder) bool { return p.Path.String() == path }) {
			found = append(found, "expected "+path+" among the placeholders")
		}
	}
	for _, p := range doc.Placeholders {
		path := p.Path.String()
		known := slices.ContainsFunc(c.Placeholders, func(expected string) bool { return meansThe(expected, p, doc.Text) })
		if !known && !slices.Contains(c.Unknown, path) && !slices.Contains(c.Loose, p.Path.MemberOf().String()) {
			found = append(found, fmt.Sprintf("did not expect the placeholder %s %q", path, p.Name))
		}
	}
	return found
}

// isRead says whether the configuration has the member that the path names.
func isRead(configuration *core.CORSConfiguration, path string) bool {
	for i := range configuration.CORSRules {
		rule := &configuration.CORSRules[i]
		for _, member := range core.Members {
			if core.RulePath(i).Member(member).String() == path {
				return len(rule.List(member)) > 0 || member == core.MaxAgeSeconds && rule.MaxAgeSeconds != nil
			}
		}
	}
	return false
}

// spanDifferences takes the span of each value out of the text: decoded, it is the value or holds it. What diagnostics
// underline lies in the text too.
func spanDifferences(doc *source.Document) (found []string) {
	for _, d := range doc.Diagnostics {
		if d.Span != nil && !utf8.ValidString(cut(doc.Text, *d.Span)) {
			found = append(found, fmt.Sprintf("%s underlines %v, no place of the text", d.Code, *d.Span))
		}
		for _, fix := range d.Fixes {
			for _, edit := range fix.Edits {
				if !utf8.ValidString(cut(doc.Text, edit.Span)) {
					found = append(found, fmt.Sprintf("a fix of %s edits %v, no place of the text", d.Code, edit.Span))
				}
			}
		}
	}
	if doc.Configuration == nil {
		return found
	}
	for i := range doc.Configuration.CORSRules {
		rule := &doc.Configuration.CORSRules[i]
		values := map[core.Path]string{}
		if rule.ID != nil {
			values[core.RulePath(i).Member(core.ID)] = *rule.ID
		}
		if rule.MaxAgeSeconds != nil {
			values[core.RulePath(i).Member(core.MaxAgeSeconds)] = fmt.Sprint(*rule.MaxAgeSeconds)
		}
		for _, member := range core.Members {
			for j, value := range rule.List(member) {
				values[core.RulePath(i).Member(member).Item(j)] = value
			}
		}
		for path, value := range values {
			place, ok := doc.Places.Find(path)
			switch spanned := cut(doc.Text, place.Value); {
			case !ok:
				found = append(found, path.String()+" has no place")
			case !holds(spanned, value):
				found = append(found, fmt.Sprintf("%s is %q, its span is of %q", path, value, spanned))
			}
		}
	}
	slices.Sort(found)
	return found
}

// cut takes a span out of the text; for one that does not lie in it, it gives a text that no value is.
func cut(text string, span core.Span) string {
	if span.Start < 0 || span.Start > span.End || span.End > len(text) {
		return "\xFF"
	}
	return text[span.Start:span.End]
}

// markup is what XML has inside a value besides the value.
var markup = regexp.MustCompile(`<!--.*?-->|<!\[CDATA\[|\]\]>`)

// holds says whether a text is a value or holds it, in one of the ways in which the formats write values.
func holds(spanned, value string) bool {
	if value == "" {
		return spanned == ""
	}
	var quoted string
	_ = json.Unmarshal([]byte(`"`+spanned+`"`), &quoted)
	spanned = markup.ReplaceAllString(spanned, "")
	for _, decoded := range []string{spanned, quoted, html.UnescapeString(spanned), html.UnescapeString(html.UnescapeString(spanned)),
		strings.ReplaceAll(spanned, `\`, ""), strings.ReplaceAll(spanned, "''", "'"), strings.ReplaceAll(spanned, "_", "")} {
		if strings.Contains(decoded, value) {
			return true
		}
	}
	// YAML's alias stands for the value of its anchor.
	return strings.HasPrefix(spanned, "*") && len(spanned) > 1 || undressed(spanned) == undressed(value)
}

func asJSON(value any) string {
	data, _ := json.Marshal(value)
	return string(data)
}
