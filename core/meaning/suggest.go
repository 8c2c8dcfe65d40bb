package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// Suggestion is a change of a configuration that lets a request pass, and takes nothing away.
type Suggestion struct {
	Title         string
	Configuration core.CORSConfiguration
	// Comparison is what else it allows.
	Comparison Comparison
}

// mostRules bounds the rules that are tried: those that lack the least.
const mostRules = 3

// Suggest gives the smallest changes that let a preflight pass, the narrowest first: what is missing is added to the rules that come
// nearest, or a rule for this request alone. There are none for a request that no configuration can let pass. For one
// that passes, and that several rules take, they are the orders in which another rule answers it.
func Suggest(configuration *core.CORSConfiguration, request core.PreflightRequest) []Suggestion {
	s := suggester{before: configuration, request: request}
	if s.before == nil {
		s.before = &core.CORSConfiguration{}
	}
	if request.Origin == nil || request.Method == nil || methodBits([]string{*request.Method}) == 0 {
		return nil
	}
	s.readHeaders()
	verdict := s3.Compile(s.before).Verdict(request, s3.Target{})
	if verdict.Allowed {
		s.otherOrders(verdict.Rule)
		return s.list
	}
	for range mostRules {
		if rule := s.next(); rule >= 0 {
			s.complete(rule)
		}
	}
	s.addRule()
	return s.list
}

type suggester struct {
	before  *core.CORSConfiguration
	request core.PreflightRequest
	headers []string
	// tried has the rules that were completed.
	tried [mostRules]int
	count int
	// reorders: the request passes, and other orders of the rules are offered.
	reorders bool
	list     []Suggestion
}

// readHeaders takes the names apart as S3 does (core/s3).
func (s *suggester) readHeaders() {
	if s.request.Headers == nil {
		return
	}
	for rest, more := *s.request.Headers, true; more; {
		var name string
		name, rest, more = core.Cut(rest, ',')
		addText(&s.headers, core.Lower(core.Trim(name, " \t")), false)
	}
}

// lacking is what a rule lacks to take the request.
type lacking struct {
	origin, method bool
	headers        []string
}

func (s *suggester) lacks(of *core.CORSRule) lacking {
	var r rule
	r.compile(of)
	missing := lacking{origin: !matchesAny(r.origins, *s.request.Origin), method: methodBits([]string{*s.request.Method})&r.methods == 0}
	for i := range s.headers {
		if !matchesAny(r.headers, s.headers[i]) {
			missing.headers = append(missing.headers, s.headers[i])
		}
	}
	return missing
}

// weight is larger for what opens more: an origin gets all that the rule allows.
func (l *lacking) weight() int {
	weight := min(len(l.headers), 1)
	if l.origin {
		weight += 3
	}
	if l.method {
		weight += 2
	}
	return weight
}

// next is the rule that lacks the least of those that were not tried; -1 if none is left that has a part of the request.
func (s *suggester) next() int {
	best, least := -1, 5
	rules := s.before.CORSRules
	for i := range rules {
		known := false
		for j := range s.count {
			known = known || s.tried[j] == i
		}
		missing := s.lacks(&rules[i])
		if weight := missing.weight(); !known && weight < least {
			best, least = i, weight
		}
	}
	if best >= 0 {
		s.tried[s.count] = best
		s.count++
	}
	return best
}

// complete adds to a rule what it lacks, as it was asked for, and in wider forms.
func (s *suggester) complete(index int) {
	missing := s.lacks(&s.before.CORSRules[index])
	if missing.weight() == 0 {
		return // S3 refuses the request for itself: its origin is empty, it asks for what is no name, or it is too large.
	}
	origin := *s.request.Origin
	s.with(index, &missing, origin, missing.headers)
	if missing.origin {
		if wider := widerOrigin(s.before.CORSRules[index].AllowedOrigins, origin); wider != "" {
			s.with(index, &missing, wider, missing.headers)
		}
	}
	if wider := widerHeaders(missing.headers); wider != nil {
		s.with(index, &missing, origin, wider)
	}
}

// with adds an origin, the method and headers to a rule.
func (s *suggester) with(index int, missing *lacking, origin string, headers []string) {
	if missing.origin && !s.isOrigin() {
		return
	}
	after := s.copy()
	rule := &after.CORSRules[index]
	added := ""
	if missing.method {
		rule.AllowedMethods = extend(rule.AllowedMethods, *s.request.Method)
		added += ", " + *s.request.Method
	}
	if missing.origin {
		rule.AllowedOrigins = extend(rule.AllowedOrigins, origin)
		added += ", " + origin
	}
	for i := range headers {
		rule.AllowedHeaders = extend(rule.AllowedHeaders, headers[i])
		added += ", " + headers[i]
	}
	s.offer("Add {added} to rule {rule#}", added[2:], core.Itoa(index+1), after)
}

// addRule adds a rule for this request alone.
func (s *suggester) addRule() {
	if !s.isOrigin() {
		return
	}
	after := s.copy()
	rule := core.CORSRule{AllowedOrigins: []string{*s.request.Origin}, AllowedMethods: []string{*s.request.Method}}
	for i := range s.headers {
		rule.AllowedHeaders = extend(rule.AllowedHeaders, s.headers[i])
	}
	after.CORSRules = append(after.CORSRules, rule)
	s.offer("Add a rule for {method} from {origin}", *s.request.Method, *s.request.Origin, after)
}

// otherOrders moves each rule that would take the request too, and answers it otherwise, before the one that answers it.
func (s *suggester) otherOrders(answers int) {
	s.reorders = true
	rules := compile(s.before)
	for i := answers + 1; i < len(rules) && len(s.list) < mostRules; i++ {
		missing := s.lacks(rules[i].of)
		if missing.weight() > 0 || rules[i].answersAlike(&rules[answers]) {
			continue
		}
		after := &core.CORSConfiguration{}
		for j := range rules {
			if j == answers {
				after.CORSRules = append(after.CORSRules, *rules[i].of)
			}
			if j != i {
				after.CORSRules = append(after.CORSRules, *rules[j].of)
			}
		}
		s.offer("Move rule {rule#} before rule {other#}", core.Itoa(i+1), core.Itoa(answers+1), after)
	}
}

// isOrigin says whether the origin of the request may be added: a page or an app sends it, and S3 would not take it for a pattern.
func (s *suggester) isOrigin() bool {
	origin := *s.request.Origin
	pattern := core.NewPattern(origin)
	kind := defect(origin, &pattern)
	return !pattern.Wildcard && (kind == nil && isSent(origin) || kind == &OriginNull || kind == &OriginAppScheme)
}

func (s *suggester) copy() *core.CORSConfiguration {
	return &core.CORSConfiguration{CORSRules: append([]core.CORSRule(nil), s.before.CORSRules...)}
}

// extend adds to a list without touching the one that it shares its beginning with.
//
//go:noinline
func extend(list []string, value string) []string { return append(list[:len(list):len(list)], value) }

//go:noinline
func appendText(list []string, value string) []string { return append(list, value) }

// offer keeps a change that does what it is for: S3 would take it, the request passes, and nothing is lost. It stands before those
// that allow more.
func (s *suggester) offer(template, first, second string, after *core.CORSConfiguration) {
	if len(after.CORSRules) > s3.MaxRules || !s3.Compile(after).Verdict(s.request, s3.Target{}).Allowed || refusals(after) > refusals(s.before) {
		return
	}
	title, _, _ := core.Fill(template, "", []string{first, second})
	suggestion := Suggestion{Title: title, Configuration: *after, Comparison: Compare(s.before, after)}
	if len(suggestion.Comparison.Lost) > 0 {
		return
	}
	at := len(s.list)
	for i := range s.list {
		switch Compare(&s.list[i].Configuration, after).Relation {
		case Same:
			if !s.reorders {
				return // It says no more than one that is offered already.
			}
		case Narrower:
			at = min(at, i)
		}
	}
	s.list = append(s.list, suggestion)
	for i := len(s.list) - 1; i > at; i-- {
		s.list[i] = s.list[i-1]
	}
	s.list[at] = suggestion
}

// refusals counts what S3 refuses of a configuration, save that it has no rule. A suggestion may leave what is refused already.
func refusals(configuration *core.CORSConfiguration) int {
	count := 0
	if len(configuration.CORSRules) > 0 {
		list := s3.Validate(&source.Document{Configuration: configuration}).Diagnostics
		for i := range list {
			if list[i].Severity == core.Error {
				count++
			}
		}
	}
	return count
}
