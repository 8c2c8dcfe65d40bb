package meaning

import "s3cors/core"

// order looks at what the rules before a rule take from it.
func (f *finder) order() {
	r, before := f.rule, f.rules[:f.index]
	if f.index > f.present || f.size > mostCompared || r.methods == 0 || len(r.origins) == 0 {
		return
	}
	first := 0
	for first < len(before) {
		other := &before[first]
		// Most of many rules are for origins of their own.
		if (r.bits&other.bits != 0 || len(r.wild)+len(other.wild) > 0) && r.shares(other) {
			break
		}
		first++
	}
	if first == len(before) {
		return
	}
	isUsed, told := r.isUsed(before[first:]), false
	for i := first; i < len(before); i++ {
		other := &before[i]
		if !r.shares(other) || isUsed && r.class == other.class || !isUsed && !r.gives(other) {
			continue
		}
		narrower, wider := areContained(r.origins, other.origins), areContained(other.origins, r.origins)
		kind, differs := &RuleUnreachable, ""
		if r.class != other.class {
			differs = differences(r, other)
		} else if narrower && wider && areContained(other.headers, r.headers) {
			kind = &DuplicateRule
		}
		// A rule for fewer origins before one for more is as it should be, unless that names them again. Nobody notices the methods that are
		// named beside the one that is asked for.
		if isUsed && (wider && !narrower && !r.namesOneOf(other) || !r.isNoticed(other)) {
			continue
		}
		if differs != "" {
			f.witness = r.takenBy(other, before[:i])
		}
		if isUsed {
			kind = &RulePartlyShadowed
			if f.witness == nil {
				continue
			}
		}
		if !told {
			by := core.Itoa(i + 1)
			if kind == &RuleUnreachable {
				if all := r.takers(before, i); all != "" {
					kind, by = &RuleTakenByMany, all
				}
			}
			f.tellAll(kind, f.value, by, differs)
			if !isUsed {
				f.offer("Delete rule ", f.value, f.copyRules(-1))
			}
			if narrower && !wider {
				f.moveBefore(i)
			}
		}
		told = true
		f.relate(core.RulePath(i), "answers first")
		if isUsed {
			break
		}
	}
	f.forget()
}

// shares says whether two rules may take a request both.
//
//go:noinline
func (r *rule) shares(other *rule) bool {
	if r.methods&other.methods == 0 {
		return false
	}
	for i, hash := range r.hashes {
		for j, otherHash := range other.hashes {
			if hash == otherHash && hash != 0 {
				return true
			}
			if hash != 0 && otherHash != 0 {
				continue
			}
			p, q := &r.origins[i], &other.origins[j]
			if isContained(p, q) || isContained(q, p) || hash == otherHash && len(appendCommon(nil, p, q)) > 0 {
				return true
			}
		}
	}
	return false
}

// moveBefore offers to move the present rule before an earlier one, which takes more origins.
func (f *finder) moveBefore(first int) {
	rules := f.copyRules(0)
	if rules != nil {
		copy(rules[first+1:], rules[first:f.index])
		rules[first] = *f.rule.of
	}
	f.offer("Move it before rule ", core.Itoa(first+1), rules)
}

// takers are the numbers of the rules that take all requests of a rule together, from the first of them on; "" where that one does alone.
func (r *rule) takers(before []rule, first int) string {
	numbers, last := "", ""
	if !r.isUsed(before[first : first+1]) {
		return ""
	}
	for i := first; i < len(before); i++ {
		if other := &before[i]; r.shares(other) && r.gives(other) {
			if last != "" {
				numbers += ", " + last
			}
			last = core.Itoa(i + 1)
		}
	}
	if numbers == "" {
		return ""
	}
	return numbers[2:] + " and " + last
}

// namesOneOf says whether a rule has one of the origins of another, as that writes it.
func (r *rule) namesOneOf(other *rule) bool {
	for i := range other.origins {
		if holds(r.of.AllowedOrigins, other.of.AllowedOrigins[other.places[i]], false) {
			return true
		}
	}
	return false
}

// isNoticed says whether script, or who looks at the time of preflights, notices which of two rules answers.
func (r *rule) isNoticed(other *rule) bool {
	return r.star != other.star || !sameAge(r.of, other.of) || areOther(r.of.ExposeHeaders, other.of.ExposeHeaders)
}

// mostBeside bounds the values that one is compared with.
const mostBeside = 200

// duplicateValue looks for values that stand twice in a list, the names of headers in any letter case, and for those that a pattern
// beside them covers. What the bare wildcard does to origins beside it is told elsewhere.
func (f *finder) duplicateValue() bool {
	value := f.compared(f.value)
	covers := f.rule.patterns>>f.member&1 != 0
	for i := range min(len(f.list), mostBeside) {
		if f.work--; f.work < 0 {
			return false
		}
		other := f.list[i]
		if len(other) != len(value) && !covers || i == f.at || value == "" || len(other) != len(value) && core.Index(other, '*') < 0 {
			continue
		}
		kind := &DuplicateValue
		if other = f.compared(other); other != value {
			if !covers || f.member == core.AllowedOrigins && other == "*" {
				continue
			}
			pattern, covered := core.NewPattern(other), core.NewPattern(value)
			if !isContained(&covered, &pattern) {
				continue
			}
			kind = &CoveredValue
		} else if i > f.at {
			continue
		}
		f.tell(kind, f.list[i])
		f.relate(core.RulePath(f.index).Member(f.member).Item(i), "beside it")
		f.remove()
		return true
	}
	return false
}

// compared is a value of the present list as S3 compares it: headers in lower case.
//
//go:noinline
func (f *finder) compared(value string) string {
	if f.member == core.AllowedHeaders || f.member == core.ExposeHeaders {
		return core.Lower(value)
	}
	return value
}
