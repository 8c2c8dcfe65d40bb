package format

import (
	"s3cors/core"
	"s3cors/core/meaning"
	"s3cors/core/s3"
)

// mostReread bounds the texts that are read again to see that an edit does what it is for: bytes, times the number of rules.
const mostReread = 1 << 20

// mostSplit is the number of origins up to which rules are split.
const mostSplit = 500

// fix offers another configuration, and the edits that make it.
func (l *losses) fix(told *core.Diagnostic, title string, after *core.CORSConfiguration) {
	offered := core.Fix{Title: title, Configuration: *after}
	if len(l.doc.Text)*len(after.CORSRules) <= mostReread {
		offered.Edits, _ = Edits(l.doc, after)
	}
	told.Fixes = []core.Fix{offered}
}

// fixAge offers another max age for a rule.
func (l *losses) fixAge(told *core.Diagnostic, rule int, seconds int64) {
	rules := l.configuration.CORSRules
	if len(rules) > s3.MaxRules || told.Kind == &moreLosses {
		return
	}
	after := core.CORSConfiguration{CORSRules: append([]core.CORSRule(nil), rules...)}
	after.CORSRules[rule].MaxAgeSeconds = &seconds
	title, _, _ := core.Fill(ageTitle, "", []string{core.Itoa(rule + 1), core.FormatInt(seconds)})
	l.fix(told, title, &after)
}

// split takes out of each rule the methods that an earlier rule answers for the same origins, so that no two rules take the same
// request and none is answered by another. It is nil where that is not enough: where patterns overlap in part, or a later rule
// allows more headers.
func split(before *core.CORSConfiguration) *core.CORSConfiguration {
	after := &core.CORSConfiguration{}
	rules := before.CORSRules
	origins := 0
	for i := range rules {
		origins += len(rules[i].AllowedOrigins)
	}
	if origins > mostSplit {
		return nil
	}
	for i := range rules {
		first := len(after.CORSRules)
		for _, origin := range rules[i].AllowedOrigins {
			methods := rules[i].AllowedMethods
			for j := range i {
				if takes(&rules[j], origin) {
					methods = without(methods, rules[j].AllowedMethods)
				}
			}
			if len(methods) > 0 {
				addOrigin(after, first, &rules[i], origin, methods)
			}
		}
	}
	if len(after.CORSRules) > s3.MaxRules || meaning.Compare(before, after).Relation != meaning.Same {
		return nil
	}
	if _, _, witness := meaning.OrderMatters(asSets(after)); witness != nil {
		return nil
	}
	return after
}

// takes says whether a rule takes all that a pattern for origins takes, as far as one of its patterns does.
func takes(rule *core.CORSRule, origin string) bool {
	for i := range rule.AllowedOrigins {
		pattern := core.NewPattern(rule.AllowedOrigins[i])
		if pattern.Match(origin) {
			return true
		}
	}
	return false
}

// without is a list of methods without those of another.
func without(methods, others []string) []string {
	var rest []string
	for i := range methods {
		if !isOneOf(others, methods[i]) {
			rest = append(rest, methods[i])
		}
	}
	return rest
}

func isOneOf(list []string, value string) bool {
	for i := range list {
		if list[i] == value {
			return true
		}
	}
	return false
}

// addOrigin adds an origin to the rule of these methods among those that a rule becomes, the first of which keeps its ID.
func addOrigin(after *core.CORSConfiguration, first int, of *core.CORSRule, origin string, methods []string) {
	for i := first; i < len(after.CORSRules); i++ {
		if rule := &after.CORSRules[i]; sameTexts(rule.AllowedMethods, methods) {
			rule.Append(core.AllowedOrigins, origin)
			return
		}
	}
	rule := *of
	rule.AllowedOrigins, rule.AllowedMethods = []string{origin}, methods
	if len(after.CORSRules) > first {
		rule.ID = nil
	}
	after.CORSRules = append(after.CORSRules, rule)
}
