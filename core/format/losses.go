package format

import (
	"s3cors/core"
	"s3cors/core/meaning"
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

// losses gathers the loss report of one export.
type losses struct {
	target        *target
	options       *Options
	configuration *core.CORSConfiguration
	list          core.Diagnostics
}

func (l *losses) has(what losing) bool { return l.target.loses&what != 0 }

//go:noinline
func (l *losses) add(kind *core.Kind, path core.Path, arguments ...string) *core.Diagnostic {
	return l.list.Add(kind, path, arguments...)
}

func (l *losses) find() {
	product, rules := l.target.product, l.configuration.CORSRules
	if l.has(owner) && l.options.Owner != "" {
		l.add(&ownerIgnored, core.WholeDocument)
	}
	if l.has(order) && len(rules) > 1 {
		first, second, witness := meaning.OrderMatters(l.configuration)
		if witness == nil {
			l.add(&orderLost, core.WholeDocument, product)
		} else {
			l.add(&orderMatters, core.RulePath(second), product, core.Itoa(first+1), core.Itoa(second+1), *witness.Method, *witness.Origin).Witness = witness
		}
	}
	ids := 0
	for i := range rules {
		rule, path := &rules[i], core.RulePath(i)
		if l.has(zero) && rule.MaxAgeSeconds == nil {
			l.add(&becomesZero, path, core.Itoa(i+1), product)
		}
		if rule.ID != nil {
			ids++
		}
		if l.has(limits) {
			l.limits(rule, path)
		}
		if l.has(roles) {
			l.roles(rule, path)
		}
	}
	if l.has(roles) && ids > 0 {
		l.add(&idsLost, core.WholeDocument, product, core.Itoa(ids))
	}
}

// limits tells what R2 refuses, and what it is not known to take.
func (l *losses) limits(rule *core.CORSRule, path core.Path) {
	if rule.MaxAgeSeconds != nil && *rule.MaxAgeSeconds > longestR2Age {
		l.add(&r2Age, path.Member(core.MaxAgeSeconds), core.Itoa(longestR2Age), core.FormatInt(*rule.MaxAgeSeconds))
	}
	origins := rule.AllowedOrigins
	for i := range origins {
		// cloudflare/cloudflare-docs 32888
		if core.HasSuffix(origins[i], ":*") && origins[i] != "*" {
			l.add(&r2Port, path.Member(core.AllowedOrigins).Item(i), origins[i])
		}
	}
	l.patterns(&r2Pattern, path.Member(core.AllowedHeaders), rule.AllowedHeaders)
}

// roles tells what Google Cloud Storage has no place for.
func (l *losses) roles(rule *core.CORSRule, path core.Path) {
	headers := path.Member(core.AllowedHeaders)
	if !sameNames(rule.AllowedHeaders, rule.ExposeHeaders) {
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

func sameNames(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !core.EqualFold(a[i], b[i]) {
			return false
		}
	}
	return true
}
