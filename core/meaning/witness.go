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
	for _, sendable := range [...]bool{true, false} {
		for _, all := range [...]bool{true, false} {
			seek := seeker{pattern: r.origin, sendable: sendable}
			r.avoid(&seek, 1<<bit, all)
			if origin := seek.word(); origin != "" {
				if names, ok := r.escape(origin, 1<<bit); ok {
					request := &core.PreflightRequest{Origin: &origin, Method: &s3.SupportedMethods[bit]}
					if names != "" {
						request.Headers = &names
					}
					return request
				}
			}
		}
	}
	return nil
}

// avoid lists the origins of the rules with a method: of all, or of those that take all headers of the region.
func (r *region) avoid(seek *seeker, method uint8, all bool) {
	for i := range r.without {
		rules := r.without[i]
		for j := range rules {
			if rules[j].methods&method != 0 && (all || areContained(r.headers, rules[j].headers)) {
				seek.avoided = append(seek.avoided, rules[j].origins)
			}
		}
	}
}

// escape gathers, in order, a name for each rule that would take the origin with that method, which the region's
// headers take and the rule's do not.
func (r *region) escape(origin string, method uint8) (names string, ok bool) {
	var chosen []string
	for i := range r.without {
		rules := r.without[i]
		for j := range rules {
			if rules[j].methods&method == 0 || !matchesAny(rules[j].origins, origin) || escapes(chosen, rules[j].headers) {
				continue
			}
			name := r.escapingName(rules[j].headers)
			if name == "" {
				return "", false
			}
			chosen = insertSorted(chosen, name)
		}
	}
	return core.Join(chosen, ","), true
}

func (r *region) escapingName(headers []core.Pattern) string {
	for k := range r.headers {
		seek := seeker{pattern: &r.headers[k], names: true}
		if !isInOne(seek.pattern, headers) {
			seek.avoided = [][]core.Pattern{headers}
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
