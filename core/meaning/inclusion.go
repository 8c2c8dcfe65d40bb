package meaning

import "s3cors/core"

// isContained says whether all that p takes is taken by q. It is exact for single patterns (package comment).
//
//go:noinline
func isContained(p, q *core.Pattern) bool {
	if !p.Wildcard {
		return q.Match(p.Prefix)
	}
	return q.Wildcard && core.HasPrefix(p.Prefix, q.Prefix) && core.HasSuffix(p.Suffix, q.Suffix)
}

// areContained says whether each pattern of a list lies in one of another.
func areContained(list, others []core.Pattern) bool {
	for i := range list {
		if !isInOne(&list[i], others) {
			return false
		}
	}
	return true
}

// isInOne says whether a pattern lies in one of a list.
//
//go:noinline
func isInOne(p *core.Pattern, others []core.Pattern) bool {
	for i := range others {
		if isContained(p, &others[i]) {
			return true
		}
	}
	return false
}

// appendCommon appends patterns for all that two patterns both take: at most one with a wildcard, and the words in
// which the prefix of one and the suffix of the other share characters.
//
//go:noinline
func appendCommon(list []core.Pattern, p, q *core.Pattern) []core.Pattern {
	if !p.Wildcard {
		p, q = q, p
	}
	if !q.Wildcard {
		if p.Match(q.Prefix) {
			list = appendPattern(list, q)
		}
		return list
	}
	prefix, suffix := longer(p.Prefix, q.Prefix), longer(p.Suffix, q.Suffix)
	if !core.HasPrefix(prefix, p.Prefix) || !core.HasPrefix(prefix, q.Prefix) ||
		!core.HasSuffix(suffix, p.Suffix) || !core.HasSuffix(suffix, q.Suffix) {
		return list
	}
	list = appendPattern(list, &core.Pattern{Prefix: prefix, Suffix: suffix, Wildcard: true})
	for shared := 1; shared <= min(len(prefix), len(suffix)); shared++ {
		word := core.Pattern{Prefix: prefix + suffix[shared:]}
		if core.HasSuffix(prefix, suffix[:shared]) && p.Match(word.Prefix) && q.Match(word.Prefix) {
			list = appendPattern(list, &word)
		}
	}
	return list
}

func longer(a, b string) string {
	if len(a) > len(b) {
		return a
	}
	return b
}

//go:noinline
func appendPattern(list []core.Pattern, p *core.Pattern) []core.Pattern { return append(list, *p) }

// common is what two lists of patterns both take.
func common(list, others []core.Pattern) []core.Pattern {
	var both []core.Pattern
	for i := range list {
		for j := range others {
			both = appendCommon(both, &list[i], &others[j])
		}
	}
	return both
}

// mayMeet is a quick look at whether two patterns have a word in common, by their hashes and by the first
// character of the suffix of one.
func mayMeet(p, q *core.Pattern, hashP, hashQ uint32) bool {
	if hashP != 0 && hashQ != 0 {
		return hashP == hashQ
	}
	if hashP != 0 {
		p, q = q, p
	}
	if q.Wildcard || p.Suffix == "" {
		return true
	}
	at := len(q.Prefix) - len(p.Suffix)
	return at >= len(p.Prefix) && q.Prefix[at] == p.Suffix[0]
}

// mayShare says whether two patterns agree as far as both say something of the beginning and the end of a word. Those that do not have no
// word in common.
//
//go:noinline
func mayShare(p, q *core.Pattern) bool {
	if !p.Wildcard {
		return q.Match(p.Prefix)
	}
	if !q.Wildcard {
		return p.Match(q.Prefix)
	}
	return (core.HasPrefix(p.Prefix, q.Prefix) || core.HasPrefix(q.Prefix, p.Prefix)) && (core.HasSuffix(p.Suffix, q.Suffix) || core.HasSuffix(q.Suffix, p.Suffix))
}
