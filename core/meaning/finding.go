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
// say. Where they are of whole rules, nothing is told that needs all rules to be known.
//
// At most 300 are told, and then one that there are more; at most 100 have fixes, and fewer where there are many rules. What compares
// rules or values with each other is left out of configurations that are far beyond S3's limits, so that the time is linear.
func Findings(configuration *core.CORSConfiguration, unknown ...core.Path) core.Diagnostics {
	return FindingsFor("", configuration, unknown)
}

// FindingsFor is the same of a configuration that is written for a tool which makes a max age of 0 of none; "" is any other.
func FindingsFor(product string, configuration *core.CORSConfiguration, unknown []core.Path) core.Diagnostics {
	f := finder{configuration: configuration, unknown: unknown, writesZero: product, rules: compile(configuration), left: mostFindings, fixes: mostFixes, work: mostWork}
	f.certain, f.present = len(f.rules)+1, len(f.rules)
	for _, path := range unknown {
		if from, ok := path.OpensFrom(); ok {
			f.certain = min(f.certain, from)
			if _, isRule := path.Rule(); isRule || path == core.RulesPath {
				f.present = min(f.present, from)
			}
		}
	}
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

// The tables of all checks: those of the values of a list, which are tried for each value in this order until one says that enough was
// told of it, and those that are tried once for each rule.
var (
	valueChecks = [...][]func(*finder) bool{
		core.AllowedOrigins: {
			(*finder).star, (*finder).insecureOrigin, (*finder).unsentOrigin, (*finder).wideOrigin, (*finder).nearOrigin, (*finder).duplicateValue,
		},
		core.AllowedMethods: {(*finder).duplicateValue},
		core.AllowedHeaders: {(*finder).header, (*finder).duplicateValue},
		core.ExposeHeaders:  {(*finder).header, (*finder).duplicateValue},
	}
	ruleChecks = [...]ruleCheck{
		{core.NoMember, (*finder).effect},
		{core.NoMember, (*finder).order},
		{core.NoMember, (*finder).companions},
		{core.AllowedHeaders, (*finder).uploadHeaders},
		{core.MaxAgeSeconds, (*finder).maxAge},
	}
)

// ruleCheck is one row of the table.
type ruleCheck struct {
	// member is what it looks at, and what its findings are about; NoMember is the rule.
	member core.Member
	find   func(*finder)
}

// finder goes through a configuration.
type finder struct {
	found         core.Diagnostics
	configuration *core.CORSConfiguration
	unknown       []core.Path
	// writesZero is the tool that makes a max age of 0 of none, or "".
	writesZero string
	// certain is the number of the first rules before which no others can stand that are not known, one more than there are where none can; present
	// that of the first rules which are known to be there as they were read.
	certain, present int
	rules            []rule
	// answers is made when it is first needed (answering).
	answers *s3.Rules
	// size counts what a simulation looks at. What is left of findings, fixes, copied rules and simulations is in the others.
	size, left, fixes, copied, work int

	index int
	rule  *rule
	// unsent counts the origins of the rule that no browser sends, and words are origins that are sent, one for each of the first ones.
	unsent int
	words  []string
	// settable is the header that was last found to be one that scripts can set.
	settable string
	// missing is room for the values that a list lacks.
	missing [4]string
	// nothing has, for each list but that of the origins, the last one of which nothing was told. Most rules of a configuration have the
	// same methods and headers.
	nothing [core.ExposeHeaders + 1][]string

	member core.Member
	// list is that of the member, and at the index of the value, or the length of the list where it is looked at as a whole.
	list []string
	at   int
	// value is the first argument of a message: the value, or the number of the rule.
	value   string
	pattern core.Pattern
	// witness is that of the next finding; asked is one that is still to be made, where it has an origin.
	witness *core.PreflightRequest
	asked   asked
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
		if len(list) > 0 && f.left < 0 {
			return
		}
		// What duplicateValue takes off the work.
		work := len(list) * min(len(list), mostBeside)
		if member != core.AllowedOrigins && f.work >= work && sameList(list, f.nothing[member]) {
			f.work -= work
			continue
		}
		f.member, f.list = member, list
		if f.tryValues() {
			return
		}
	}
	f.value = core.Itoa(f.index + 1)
	for i := range ruleChecks {
		c := &ruleChecks[i]
		f.turnTo(c.member)
		c.find(f)
	}
}

// tryValues tries the checks for each value of the present list. It says whether no more can be told.
func (f *finder) tryValues() (full bool) {
	checks, list, told := valueChecks[f.member], f.list, false
	for i := range list {
		if f.left < 0 {
			return true
		}
		f.list, f.at = list, i
		if f.value = list[i]; f.member == core.AllowedOrigins {
			f.read(f.value)
		}
		for j := range checks {
			if checks[j](f) {
				told = true
				break
			}
		}
	}
	if !told {
		f.nothing[f.member] = list
	}
	return false
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
		f.forget()
		return
	}
	if f.left--; f.left == -1 {
		kind = &MoreFindings
		f.forget()
	}
	if f.left >= -1 {
		f.found.Add(kind, path, arguments...).Witness = f.takeWitness()
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
		if rule, _ := f.unknown[i].Rule(); rule == f.index && (!isValue || f.unknown[i] == path) || f.unknown[i] == core.RulesPath && !isValue {
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
			if len(d.Related) == 2 { // What is true of three rules is likely to be of all.
				d.Related = append(make([]core.Related, 0, min(len(f.rules), mostRelated)), d.Related...)
			}
			d.Related = append(d.Related, core.Related{Path: path, Message: "the same here"})
			f.joined, f.muted = i+1, false
			f.forget()
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
