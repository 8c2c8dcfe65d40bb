package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// witness makes a request of the region with the first of the methods that are left. It is nil where none is found,
// which takes patterns for each character there is.
func (r *region) witness(left uint8) *core.PreflightRequest {
	bit := 0
	for left>>bit&1 == 0 {
		bit++
	}
	// A request without headers is the simplest: then none of the others may take the origin with that method. Otherwise
	// it is enough to stay clear of those that take all the headers. A browser's origin goes before both.
	seek := seeker{pattern: r.origin, sendable: true}
	for range 2 {
		for _, all := range [...]bool{true, false} {
			origin := ""
			if r.avoid(&seek, 1<<bit, all) {
				origin = seek.word()
			}
			if origin == "" {
				continue
			}
			if names, ok := r.escape(origin, 1<<bit); ok {
				request := &core.PreflightRequest{Origin: &origin, Method: &s3.SupportedMethods[bit]}
				if names != "" {
					request.Headers = &names
				}
				return request
			}
		}
		seek.sendable = false
	}
	return nil
}

// avoid lists the origins of the rules with a method that may take a word of the region's: of all rules, or of those that take all headers of
// the region. It is false if one of them takes all words.
func (r *region) avoid(seek *seeker, method uint8, all bool) bool {
	seek.avoided = seek.avoided[:0]
	hashed := hash(r.origin)
	for _, other := range r.near {
		if other.methods&method == 0 || !all && !areContained(r.headers, other.headers) {
			continue
		}
		for i, otherHash := range other.hashes {
			if hashed != 0 && otherHash != 0 && hashed != otherHash {
				continue
			}
			origin := &other.origins[i]
			if isContained(r.origin, origin) {
				return false
			}
			if mayShare(r.origin, origin) {
				seek.avoided = append(seek.avoided, origin)
			}
		}
	}
	return true
}

// escape gathers, in order, a name for each rule that would take the origin with that method, which the region's
// headers take and the rule's do not.
func (r *region) escape(origin string, method uint8) (names string, ok bool) {
	var chosen []string
	word := core.Pattern{Prefix: origin}
	hashed := hash(&word)
	for _, other := range r.near {
		if other.methods&method == 0 || !other.contains(&word, hashed) || escapes(chosen, other.headers) {
			continue
		}
		name := r.escapingName(other.headers)
		if name == "" {
			return "", false
		}
		chosen = insertSorted(chosen, name)
	}
	return core.Join(chosen, ","), true
}

func (r *region) escapingName(headers []core.Pattern) string {
	for k := range r.headers {
		seek := seeker{pattern: &r.headers[k], names: true}
		if !isInOne(seek.pattern, headers) {
			for j := range headers {
				seek.avoided = append(seek.avoided, &headers[j])
			}
			if name := seek.word(); name != "" {
				return name
			}
		}
	}
	return ""
}

func escapes(names []string, headers []core.Pattern) bool {
	for i := range names {
		if !matchesAny(headers, names[i]) {
			return true
		}
	}
	return false
}

//go:noinline
func matchesAny(patterns []core.Pattern, value string) bool {
	for i := range patterns {
		if patterns[i].Match(value) {
			return true
		}
	}
	return false
}

// insertSorted keeps names as browsers send them: sorted (Fetch Standard, "CORS-unsafe request-header names").
func insertSorted(names []string, name string) []string {
	names = append(names, name)
	for i := len(names) - 1; i > 0 && names[i] < names[i-1]; i-- {
		names[i], names[i-1] = names[i-1], names[i]
	}
	return names
}
