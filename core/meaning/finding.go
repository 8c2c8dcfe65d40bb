package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// Findings tells what S3 accepts and its author does not mean, or should know: a check for each thing, in the table below, with the
// kinds of Catalogue. Each is about a value, a list or a rule, and most come with fixes, or with a request that shows it. What many rules
// lack alike is told once, of the first, with the others as related. They are not in their order yet (core.Locate).
//
// Unknown are the paths of values and lists that are known only elsewhere: of their rules no more is told than what single other values
// say.
//
// At most 300 are told, and then one that there are more; at most 100 have fixes, and fewer where there are many rules. What compares
// rules or values with each other is left out of configurations that are far beyond S3's limits, so that the time is linear.
func Findings(configuration *core.CORSConfiguration, unknown ...core.Path) core.Diagnostics {
	f := finder{configuration: configuration, unknown: unknown, rules: compile(configuration), left: mostFindings, fixes: mostFixes, work: mostWork}
	for i := range f.rules {
		rule := &f.rules[i]
		f.size += 1 + len(rule.origins) + len(rule.headers)
	}
	if f.size <= mostCompared {
		var kinds classes
		kinds.sort(f.rules)
	}
	for f.left >= 0 && f.index < len(f.rules) {
		f.look()
		f.index++
	}
	return f.found
}

const (
	mostFindings = 300
	mostFixes    = 100
	// mostRelated is as many rules as S3 takes, save the one that is told of.
	mostRelated = s3.MaxRules - 1
	// mostCopied bounds what fixes copy: 4 for a rule, 1 for a value.
	mostCopied = 10000
	// mostCompared bounds the rules, origins and headers that are compared with each other. No document of 64 KB has as many.
	mostCompared = 3000
	// mostWork bounds simulations and comparisons, in values that are looked at.
	mostWork = 1 << 21
)

// checks is the table of all checks: those of the values of a list, which are tried for each value in this order until one says that
// enough was told of it, and those that are tried once for each rule.
var checks = [...]check{
	{core.AllowedOrigins, true, (*finder).star},
	{core.AllowedOrigins, true, (*finder).insecureOrigin},
	{core.AllowedOrigins, true, (*finder).unsentOrigin},
	{core.AllowedOrigins, true, (*finder).wideOrigin},
	{core.AllowedOrigins, true, (*finder).nearOrigin},
	{core.AllowedOrigins, true, (*finder).duplicateValue},
	{core.AllowedMethods, true, (*finder).duplicateValue},
	{core.AllowedHeaders, true, (*finder).header},
	{core.AllowedHeaders, true, (*finder).duplicateValue},
	{core.ExposeHeaders, true, (*finder).header},
	{core.ExposeHeaders, true, (*finder).duplicateValue},
	{core.NoMember, false, (*finder).effect},
	{core.NoMember, false, (*finder).order},
	{core.NoMember, false, (*finder).companions},
	{core.AllowedHeaders, false, (*finder).uploadHeaders},
	{core.MaxAgeSeconds, false, (*finder).maxAge},
}

// check is one row of the table.
type check struct {
	// member is what it looks at, and what its findings are about; NoMember is the rule.
	member core.Member
	// each: it looks at one value of the list.
	each bool
	// find says whether enough was told.
	find func(*finder) bool
}

// finder goes through a configuration.
type finder struct {
	found         core.Diagnostics
	configuration *core.CORSConfiguration
	unknown       []core.Path
	rules         []rule
	// answers is made when the first request is asked for.
	answers *s3.Rules
	// size counts what a simulation looks at. What is left of findings, fixes, copied rules and simulations is in the others.
	size, left, fixes, copied, work int

	index int
	rule  *rule
	// unsent counts the origins of the rule that no browser sends, and words are origins that are sent, one for each of the first ones.
	unsent int
	words  []string

	member core.Member
	// list is that of the member, and at the index of the value, or the length of the list where it is looked at as a whole.
	list []string
	at   int
	// value is the first argument of a message: the value, or the number of the rule.
	value   string
	pattern core.Pattern
	// witness is that of the next finding.
	witness *core.PreflightRequest
	// muted: what was told last depends on an unknown value, and is not told.
	muted bool
	// joined is the number of the finding that the present rule was added to last (tellOnce); 0 for none. Its fix is for both.
	joined int
}

// look tries all checks on a rule.
func (f *finder) look() {
	f.rule = &f.rules[f.index]
	f.unsent, f.words = 0, f.words[:0]
	for _, member := range core.Members {
		list := f.rule.of.List(member)
		for i := range list {
			if f.left < 0 {
				return
			}
			f.member, f.list, f.at = member, list, i
			if f.value = list[i]; member == core.AllowedOrigins {
				f.read(list[i])
			}
			f.try(true)
		}
	}
	f.value = core.Itoa(f.index + 1)
	f.try(false)
}

// try tries the checks for the present value, or for the rule.
//
//go:noinline
func (f *finder) try(each bool) {
	for i := range checks {
		c := &checks[i]
		if c.each != each || each && c.member != f.member {
			continue
		}
		if !each {
			f.turnTo(c.member)
		}
		if c.find(f) && each {
			return
		}
	}
}

// turnTo looks at a whole member.
//
//go:noinline
func (f *finder) turnTo(member core.Member) {
	f.member = member
	f.list = f.rule.of.List(member)
	f.at = len(f.list)
}

// read looks at a value.
//
//go:noinline
func (f *finder) read(value string) {
	f.value = value
	f.pattern = core.NewPattern(value)
}

// tell adds a finding about what is looked at, with a second argument of its message. It is always true.
//
//go:noinline
func (f *finder) tell(kind *core.Kind, second string) bool {
	f.tellAll(kind, f.value, second)
	return true
}

//go:noinline
func (f *finder) tellAll(kind *core.Kind, arguments ...string) {
	f.joined = 0
	path := f.path()
	if f.muted = f.isOpen(path); f.muted {
		f.witness = nil
		return
	}
	if f.left--; f.left == -1 {
		kind, f.witness = &MoreFindings, nil
	}
	if f.left >= -1 {
		f.found.Add(kind, path, arguments...).Witness = f.witness
		f.witness = nil
	}
}

// path is that of what is looked at.
//
//go:noinline
func (f *finder) path() core.Path {
	path := core.RulePath(f.index).Member(f.member)
	if f.at < len(f.list) {
		path = path.Item(f.at)
	}
	return path
}

// isOpen says whether what is told of a path depends on an unknown value.
func (f *finder) isOpen(path core.Path) bool {
	_, isValue := path.Index()
	for i := range f.unknown {
		if rule, _ := f.unknown[i].Rule(); rule == f.index && (!isValue || f.unknown[i] == path) {
			return true
		}
	}
	return false
}

// tellOnce tells of a rule what may be true of many: if it was told of another in the same words, the rule is added to that. A fix is
// then for both.
//
//go:noinline
func (f *finder) tellOnce(kind *core.Kind, second string) {
	for i := range f.found {
		d := &f.found[i]
		if d.Kind != kind || len(d.Related) == mostRelated || len(d.Parameters) > 1 && d.Parameters[1].Text != second ||
			d.Parameters[0].Name != "rule" && d.Parameters[0].Text != f.value {
			continue
		}
		if path := f.path(); !f.isOpen(path) {
			d.Related = append(d.Related, core.Related{Path: path, Message: "the same here"})
			f.joined, f.witness, f.muted = i+1, nil, false
			return
		}
	}
	f.tell(kind, second)
}

// last is the finding that was told last.
//
//go:noinline
func (f *finder) last() *core.Diagnostic { return &f.found[len(f.found)-1] }

// relate adds another place that takes part.
//
//go:noinline
func (f *finder) relate(path core.Path, message string) {
	if f.left >= 0 && !f.muted {
		d := f.last()
		d.Related = append(d.Related, core.Related{Path: path, Message: message})
	}
}

// The bits of the methods (methodBits).
const (
	getBit = 1 << iota
	putBit
	headBit
	postBit
	deleteBit
)
