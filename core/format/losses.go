package format

import (
	"s3cors/core"
	"s3cors/core/meaning"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// losing says what a target cannot carry or may change.
type losing uint8

const (
	// order: it keeps rules and lists as sets.
	order losing = 1 << iota
	// zero: it writes 0 where no max age is given.
	zero
	// roles: it has one list of headers for both roles, and no IDs, as Google Cloud Storage.
	roles
	// limits: those of Cloudflare R2.
	limits
	// owner: it does not look at the expected owner.
	owner
)

// longestR2Age is the longest max age that R2 takes.
//
// Authority: Cloudflare R2, "Configure CORS".
const longestR2Age = 86400

// usualAge is the max age that is offered where there is none; in seconds.
const usualAge = 3600

// mostLosses bounds the loss report: five for each rule that S3 takes.
const mostLosses = 500

// losses gathers the loss report of one export.
type losses struct {
	target  *target
	options *Options
	// used has a bit for each of the options that was written.
	used          uint8
	doc           *source.Document
	configuration *core.CORSConfiguration
	list          core.Diagnostics
}

func (l *losses) has(what losing) bool { return l.target.loses&what != 0 }

// add tells a loss, and the fix of it where there is one.
//
//go:noinline
func (l *losses) add(kind *core.Kind, path core.Path, arguments ...string) *core.Diagnostic {
	if len(l.list) == mostLosses {
		kind, arguments = &moreLosses, nil
	} else if len(l.list) > mostLosses {
		return &l.list[mostLosses]
	}
	return l.list.Add(kind, path, arguments...)
}

func (l *losses) find() {
	product, rules := l.target.product, l.configuration.CORSRules
	for i := range optionCount {
		if l.options.option(i) != "" && l.used>>i&1 == 0 {
			l.add(&optionUnused, core.WholeDocument, product, optionNames[i])
		}
	}
	if l.options.Owner != "" {
		switch {
		case l.has(owner):
			l.add(&ownerIgnored, core.WholeDocument)
		case l.target.rule == &terraformRule:
			l.add(&ownerDeprecated, core.WholeDocument)
		}
	}
	l.placeholders()
	if count, all := comments(l.doc); count > 0 {
		kinds := &ruleComments
		if all {
			kinds = &allComments
		}
		l.add(&kinds[min(count, 2)-1], core.WholeDocument, core.Itoa(count))
	}
	l.keys()
	if l.has(order) && len(rules) > 1 {
		l.order()
	}
	ids := 0
	for i := range rules {
		rule, path := &rules[i], core.RulePath(i)
		if l.has(zero) && rule.MaxAgeSeconds == nil && !l.doc.IsUnknown(path.Member(core.MaxAgeSeconds)) {
			l.fixAge(l.add(&becomesZero, path, core.Itoa(i+1), product), i, usualAge)
		}
		if rule.ID != nil {
			ids++
		}
		if l.has(limits) {
			l.limits(rule, path, i)
		}
		if l.has(roles) {
			l.roles(rule, path)
		}
	}
	if l.has(roles) && ids > 0 {
		l.add(&idsLost, core.WholeDocument, product, core.Itoa(ids))
	}
}

// placeholders tells of the values that are known only elsewhere.
func (l *losses) placeholders() {
	list := l.doc.Placeholders
	for i := range list {
		p := &list[i]
		if p.Given {
			continue
		}
		kind := &leftOut
		if _, isItem := p.Path.Index(); isItem || p.Path.MemberOf() == core.ID {
			kind = &writtenAsText
		}
		l.add(kind, p.Path, p.Name).Span = &p.Span
	}
}

// keys tells of the keys of the source that are no part of a configuration, in which people may have written a remark.
func (l *losses) keys() {
	told := l.doc.Diagnostics
	for i := range told {
		if told[i].Kind == &source.UnknownKey {
			l.add(&keyLost, told[i].Path, told[i].Parameters[0].Text).Span = told[i].Span
		}
	}
}

// order tells that rules and lists are kept as sets.
func (l *losses) order() {
	product := l.target.product
	if len(l.configuration.CORSRules) > s3.MaxRules {
		l.add(&orderUnknown, core.WholeDocument, product)
		return
	}
	first, second, witness := meaning.OrderMatters(asSets(l.configuration))
	if witness == nil {
		l.add(&orderLost, core.WholeDocument, product)
		return
	}
	told := l.add(&orderMatters, core.RulePath(second), product, core.Itoa(first+1), core.Itoa(second+1), *witness.Method, *witness.Origin)
	told.Witness = witness
	if after := split(l.configuration); after != nil {
		l.fix(told, splitTitle, after)
	}
}

// asSets is a configuration whose answers differ only where more than the order of a list does: methods and exposed headers are sorted, and
// each stands once.
func asSets(configuration *core.CORSConfiguration) *core.CORSConfiguration {
	rules := append([]core.CORSRule(nil), configuration.CORSRules...)
	for i := range rules {
		rules[i].AllowedMethods, rules[i].ExposeHeaders = sorted(rules[i].AllowedMethods), sorted(rules[i].ExposeHeaders)
	}
	return &core.CORSConfiguration{CORSRules: rules}
}

// mostSorted bounds the lists that are sorted; no more headers are exposed in earnest.
const mostSorted = 200

//go:noinline
func sorted(list []string) []string {
	if len(list) > mostSorted {
		return list
	}
	list = withoutRepeats(list, nil)
	for i := range list {
		for j := i; j > 0 && list[j] < list[j-1]; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return list
}

// limits tells what R2 refuses, and what it is not known to take.
func (l *losses) limits(rule *core.CORSRule, path core.Path, index int) {
	if rule.MaxAgeSeconds != nil && *rule.MaxAgeSeconds > longestR2Age {
		told := l.add(&r2Age, path.Member(core.MaxAgeSeconds), core.Itoa(longestR2Age), core.FormatInt(*rule.MaxAgeSeconds))
		l.fixAge(told, index, longestR2Age)
	}
	origins := rule.AllowedOrigins
	for i := range origins {
		// cloudflare/cloudflare-docs 32888
		if core.HasSuffix(origins[i], ":*") {
			l.add(&r2Port, path.Member(core.AllowedOrigins).Item(i), origins[i])
		}
	}
	l.patterns(&r2Pattern, path.Member(core.AllowedHeaders), rule.AllowedHeaders)
}

// roles tells what Google Cloud Storage has no place for.
func (l *losses) roles(rule *core.CORSRule, path core.Path) {
	headers := path.Member(core.AllowedHeaders)
	joined := withoutRepeats(rule.AllowedHeaders, rule.ExposeHeaders)
	if !sameTexts(joined, rule.AllowedHeaders) || !sameTexts(joined, rule.ExposeHeaders) {
		l.add(&rolesMerged, headers)
	}
	l.patterns(&gcsPattern, headers, rule.AllowedHeaders)
	l.patterns(&gcsOrigin, path.Member(core.AllowedOrigins), rule.AllowedOrigins)
}

// patterns tells of each value with a wildcard, unless it is the wildcard alone.
//
//go:noinline
func (l *losses) patterns(kind *core.Kind, path core.Path, list []string) {
	for i := range list {
		if list[i] != "*" && core.Index(list[i], '*') >= 0 {
			l.add(kind, path.Item(i), list[i])
		}
	}
}
