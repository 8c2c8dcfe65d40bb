package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// changes tells, for each pair of rules whose answers have other headers, whether there is a request that the one answers
// before and the other after.
func (c *comparer) changes() {
	for i := range c.after {
		// All that is left would only be counted as more.
		for j := 0; j < len(c.before) && (len(c.Changed) < mostDifferences || !c.More); j++ {
			after, before := &c.after[i], &c.before[j]
			if after.methods&before.methods == 0 || after.class == before.class {
				continue
			}
			c.change(before, after, c.before[:j], c.after[:i], i)
		}
	}
}

func (c *comparer) change(before, after *rule, above, aboveAfter []rule, index int) {
	r := region{methods: after.methods & before.methods}
	r.without[0], r.without[1] = above, aboveAfter
	known := false
	var shared []core.Pattern
	for i := range after.origins {
		if !before.isNear(&after.origins[i], after.hashes[i]) {
			continue
		}
		for j := range before.origins {
			if !mayMeet(&after.origins[i], &before.origins[j], after.hashes[i], before.hashes[j]) {
				continue
			}
			shared = appendCommon(shared[:0], &after.origins[i], &before.origins[j])
			for k := range shared {
				if !known {
					r.headers, known = common(after.headers, before.headers), true
				}
				r.origin = &shared[k]
				left := r.left()
				if left == 0 {
					continue
				}
				if len(c.Changed) == mostDifferences {
					c.More = true
					return
				}
				if witness := r.witness(left); witness != nil &&
					c.answers[0].Verdict(*witness, s3.Target{}).Rule == len(above) && c.answers[1].Verdict(*witness, s3.Target{}).Rule == index {
					addDifference(&c.Changed, witness, &r, left, index, differs(before, after))
					return
				}
				c.Inexact = true
			}
		}
	}
}

// differs says in what the answers of two rules differ, as the template of a difference.
func differs(before, after *rule) string {
	return "rule {rule#} now answers {methods} from {pattern}{example}: " + differences(before, after)
}

// differences lists what in the answer of a rule is otherwise than in that of another.
func differences(before, after *rule) string {
	text := ""
	if before.star != after.star {
		text = ", Access-Control-Allow-Origin is * and there are no credentials"
		if before.star {
			text = ", Access-Control-Allow-Origin is the origin, with credentials"
		}
	}
	if a, b := before.of.AllowedMethods, after.of.AllowedMethods; areOther(a, b) {
		text += ", other methods are named"
	} else if !sameList(a, b) {
		text += ", the methods are written otherwise"
	}
	if a, b := before.of.ExposeHeaders, after.of.ExposeHeaders; areOther(a, b) {
		text += ", other headers are exposed"
	} else if !sameList(a, b) {
		text += ", the exposed headers are written otherwise"
	}
	if !sameAge(before.of, after.of) {
		text += ", the preflight is kept for another time"
	}
	return text[2:]
}

// areOther says whether two lists have other values, and not only another order or letter case, or repeats. Long ones, which are not compared,
// are taken to have the same: that they are written otherwise is true of them too.
//
//go:noinline
func areOther(a, b []string) bool {
	return len(a) <= mostBeside && len(b) <= mostBeside && !(holdsAll(a, b) && holdsAll(b, a))
}

//go:noinline
func holdsAll(list, values []string) bool {
	for i := range values {
		if !holds(list, values[i], true) {
			return false
		}
	}
	return true
}
