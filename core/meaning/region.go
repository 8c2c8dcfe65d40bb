package meaning

import "s3cors/core"

// region is a set of requests: those whose origin a pattern takes, with one of the methods and any set of names that the
// headers take, and that no rule of the lists takes.
type region struct {
	origin  *core.Pattern
	methods uint8
	headers []core.Pattern
	// without are the rules whose requests are not in it.
	without [2][]rule
	// likely is the rule of the first list that is looked at first: that which took all of the last region. Most rules of
	// a configuration that is edited stay.
	likely int
}

// left is the methods with which there is a request in the region (package comment).
//
//go:noinline
func (r *region) left() uint8 {
	left, hashed := r.methods, hash(r.origin)
	if first := r.without[0]; r.likely < len(first) && left&^first[r.likely].methods == 0 && r.takesAll(&first[r.likely], hashed) {
		return 0
	}
	for i := range r.without {
		rules := r.without[i]
		for j := range rules {
			other := &rules[j]
			if left&other.methods != 0 && r.takesAll(other, hashed) {
				left &^= other.methods
				if left == 0 {
					r.likely = j
					return 0
				}
			}
		}
	}
	return left
}

// takesAll says whether a rule takes all requests of the region with the rule's methods.
//
//go:noinline
func (r *region) takesAll(other *rule, hashed uint32) bool {
	return other.contains(r.origin, hashed) && areContained(r.headers, other.headers)
}
