package meaning

import "s3cors/core"

// Shadow is what the rules before a rule take from it.
type Shadow struct {
	// Rule is the index of the rule.
	Rule int
	// By are the rules before it that take its requests, in their order; the one that answers the witness is among them.
	By []int
	// Witness is a request that the rule would take and one of By answers, with other headers; nil where the rule is never
	// used and no answer differs.
	Witness *core.PreflightRequest
	// Whole: the rule is never used.
	Whole bool
	// Differs says in what the answer for the witness differs from that of the rule.
	Differs string
}

// Shadows finds the rules that are never used, since those before them take all of their requests, and those from which a
// rule before them takes requests that it answers with other headers. A rule that no request fits is none of them.
func Shadows(configuration *core.CORSConfiguration) []Shadow {
	var shadows []Shadow
	rules := compile(configuration)
	var kinds classes
	kinds.sort(rules)
	for i := range rules {
		if s := shadowOf(rules, i); s.By != nil {
			shadows = append(shadows, s)
		}
	}
	return shadows
}

func shadowOf(rules []rule, index int) Shadow {
	s := Shadow{Rule: index}
	rule := &rules[index]
	if rule.methods == 0 || len(rule.origins) == 0 {
		return s
	}
	s.Whole = !rule.isUsed(rules[:index])
	for i := range index {
		other := &rules[i]
		shared := rule.methods & other.methods
		if shared == 0 {
			continue
		}
		takes := s.Whole && rule.gives(other)
		if s.Witness == nil && rule.class != other.class {
			if s.Witness = rule.takenBy(other, rules[:i]); s.Witness != nil {
				s.Differs = differences(rule, other)
				takes = true
			}
		}
		if takes {
			s.By = append(s.By, i)
		}
		if s.Witness != nil && !s.Whole {
			break
		}
	}
	return s
}

// isUsed says whether there is a request that the rule takes and none of the others.
func (r *rule) isUsed(others []rule) bool {
	for i := range r.origins {
		rest := region{origin: &r.origins[i], methods: r.methods, headers: r.headers}
		rest.without[0] = others
		if rest.left() != 0 {
			return true
		}
	}
	return false
}

// gives says whether another rule takes all requests of one of the rule's origins and methods.
func (r *rule) gives(other *rule) bool {
	if !areContained(r.headers, other.headers) {
		return false
	}
	for i := range r.origins {
		if other.contains(&r.origins[i], r.hashes[i]) {
			return true
		}
	}
	return false
}

// takenBy is a request that the rule and another one take, and none of the others before that; nil if there is none.
func (r *rule) takenBy(other *rule, before []rule) *core.PreflightRequest {
	rest := region{methods: r.methods & other.methods}
	rest.without[0] = before
	var shared []core.Pattern
	for i := range r.origins {
		if !other.isNear(&r.origins[i], r.hashes[i]) {
			continue
		}
		for j := range other.origins {
			if !mayMeet(&r.origins[i], &other.origins[j], r.hashes[i], other.hashes[j]) {
				continue
			}
			shared = appendCommon(shared[:0], &r.origins[i], &other.origins[j])
			for k := range shared {
				if rest.headers == nil {
					rest.headers = common(r.headers, other.headers)
				}
				rest.origin = &shared[k]
				if left := rest.left(); left != 0 {
					if witness := rest.witness(left); witness != nil {
						return witness
					}
				}
			}
		}
	}
	return nil
}

// OrderMatters finds two rules that both take a request and answer it differently, whichever stands first. The request is nil if
// there are none: the rules may then be in any order.
func OrderMatters(configuration *core.CORSConfiguration) (first, second int, witness *core.PreflightRequest) {
	rules := compile(configuration)
	var kinds classes
	kinds.sort(rules)
	for second := range rules {
		for first := range second {
			if rules[second].class != rules[first].class {
				if witness := rules[second].takenBy(&rules[first], nil); witness != nil {
					return first, second, witness
				}
			}
		}
	}
	return 0, 0, nil
}
