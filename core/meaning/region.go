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
	// near are the rules of the lists that may take an origin of the region's, with one of its methods. They are found with what is left.
	near []*rule
}

// left is the methods with which there is a request in the region (package comment).
//
//go:noinline
func (r *region) left() uint8 {
	left, hashed := r.methods, hash(r.origin)
	if first := r.without[0]; r.likely < len(first) && left&^first[r.likely].methods == 0 && first[r.likely].contains(r.origin, hashed) && areContained(r.headers, first[r.likely].headers) {
		return 0
	}
	r.near = r.near[:0]
	for i := range r.without {
		rules := r.without[i]
		for j := range rules {
			other := &rules[j]
			if r.methods&other.methods == 0 || !other.isNear(r.origin, hashed) {
				continue
			}
			r.near = append(r.near, other)
			if left&other.methods != 0 && other.contains(r.origin, hashed) && areContained(r.headers, other.headers) {
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
