package s3

import "s3cors/core"

// A trace has ten times the rules that S3 takes at most, and of each rule as many checks of headers as make this many in
// all: a preflight of a browser has some tens of headers.
const tracedRules, tracedChecks = 1000, 20000

// trace tells what became of each rule. All checks of a rule that was reached are made, also
// after one failed; rules after the one that matched are not reached, nor is any where S3 answered
// before it compared the rules.
func (r *Rules) trace(asked *question, matched int, reached bool) []RuleTrace {
	if r == nil {
		return nil
	}
	traces := make([]RuleTrace, min(len(r.compiled), tracedRules))
	traced := min(len(asked.headers), tracedChecks/max(1, len(traces)))
	checks := make([]Check, len(traces)*traced)
	for i := range traces {
		trace := &traces[i]
		trace.Rule, trace.ID, trace.Result = i, r.configuration.CORSRules[i].ID, NotReached
		trace.Headers, checks = checks[:traced], checks[traced:]
		trace.begin(asked)
		if !reached || matched >= 0 && i > matched {
			continue
		}
		trace.Result = Failed
		if i == matched {
			trace.Result = Matched
		} else if r.wouldMatch(i, asked) {
			asked.assumed.add(overlappingAffixes)
		}
		r.checkOrigin(&trace.Origin, i, asked)
		r.checkMethod(&trace.Method, i, asked)
		for j := range trace.Headers {
			r.checkHeader(&trace.Headers[j], i, &asked.headers[j], asked)
		}
	}
	return traces
}

// begin fills the checks with what the request carried, and the lists to be searched.
func (t *RuleTrace) begin(asked *question) {
	path := core.RulePath(t.Rule)
	t.Origin.begin(asked.origin, path.Member(core.AllowedOrigins))
	t.Method.begin(asked.method, path.Member(core.AllowedMethods))
	for j := range t.Headers {
		t.Headers[j].begin(asked.headers[j].name, path.Member(core.AllowedHeaders))
	}
}

//go:noinline
func (c *Check) begin(value string, list core.Path) {
	c.Value, c.Path, c.Result, c.Message = value, list, NotReached, "Not reached"
}

func (r *Rules) checkOrigin(check *Check, rule int, asked *question) {
	origins := r.configuration.CORSRules[rule].AllowedOrigins
	patterns := r.compiled[rule].origins
	if index := matchAny(patterns, asked.origin); index >= 0 {
		// A bare * decides the answer wherever it stands (assumption "star-beside-others"), so it is shown as what matched.
		for i := range patterns {
			if patterns[i].IsStar() {
				index = i
			}
		}
		check.match(check.Path, index, origins)
		return
	}
	check.nearestOrigin(origins, patterns, asked)
}

// comparesAtMost bounds how many elements are looked at for the nearest one: far more than fit into a document
// that S3 takes.
const comparesAtMost = 20000

// compares counts one more element, and says whether it is to be looked at.
func (q *question) compares() bool {
	q.comparisons++
	return q.comparisons <= comparesAtMost
}

// wouldMatch says whether a rule that does not match would if prefix and suffix might share characters: then the answer rests on the
// reading that they do not (assumption "overlapping-affixes").
func (r *Rules) wouldMatch(rule int, asked *question) bool {
	compiled := &r.compiled[rule]
	if !r.lists(rule, asked.method) || !wouldTake(compiled.origins, asked.origin) {
		return false
	}
	for i := range asked.headers {
		if asked.headers[i].malformed || !wouldTake(compiled.headers, asked.headers[i].name) {
			return false
		}
	}
	return true
}

func wouldTake(patterns []core.Pattern, value string) bool {
	for i := range patterns {
		if patterns[i].Match(value) || overlaps(&patterns[i], value) {
			return true
		}
	}
	return false
}

func overlaps(pattern *core.Pattern, value string) bool {
	return pattern.Wildcard && len(value) < len(pattern.Prefix)+len(pattern.Suffix) &&
		core.HasPrefix(value, pattern.Prefix) && core.HasSuffix(value, pattern.Suffix)
}

// checkMethod compares exactly and with regard to case; GET does not imply HEAD
// (recorded: MG).
func (r *Rules) checkMethod(check *Check, rule int, asked *question) {
	methods := r.configuration.CORSRules[rule].AllowedMethods
	why, near := &methodNotListed, -1
	if len(methods) == 0 {
		why = &noMethods
	}
	for i := range methods {
		switch {
		case methods[i] == asked.method:
			check.match(check.Path, i, methods)
			return
		case why == &methodCase:
		case core.EqualFold(methods[i], asked.method):
			why, near = &methodCase, i
		case asked.method == "HEAD" && methods[i] == "GET":
			why, near = &headIsNotGet, i
		}
	}
	if asked.requested == "" && asked.method == "OPTIONS" {
		why = &methodAbsent
	}
	if near >= 0 {
		check.nearest(check.Path, near, methods)
	}
	second := enumerate(methods)
	if why == &methodCase {
		second = methods[near]
	}
	check.fail(why, quoted(asked.method), second)
}

// checkHeader compares a name without regard to case (recorded: LS, MG, SC).
func (r *Rules) checkHeader(check *Check, rule int, header *askedHeader, asked *question) {
	written := r.configuration.CORSRules[rule].AllowedHeaders
	patterns := r.compiled[rule].headers
	if header.malformed {
		check.fail(&invalidHeaderName, header.name)
		return
	}
	if index := matchAny(patterns, header.name); index >= 0 {
		check.match(check.Path, index, written)
		return
	}
	check.nearestHeader(written, patterns, asked)
}

// listedAtMost bounds how many values a message names.
const listedAtMost = 8

func enumerate(values []string) string {
	listed, between := "", ""
	for i := range values {
		if i == listedAtMost {
			return listed + ", ..."
		}
		listed += between + quoted(values[i])
		between = ", "
	}
	return listed
}
