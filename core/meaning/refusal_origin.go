package meaning

import "s3cors/core"

// origin: the origins that stand in one value; what is likely to be meant where a * stands for a scheme, a port or a path; one * for all
// labels that are one. Else a pattern that keeps one of the two.
func (m *mender) origin() {
	if origins := pieces(m.value, ", ;|\n"); len(origins) > 1 {
		for _, origin := range origins {
			if core.Count(origin, '*') > 1 {
				return
			}
		}
		m.write(origins...)
		return
	}
	secure := withScheme(withoutPath(m.value))
	if core.Count(secure, '*') == 0 {
		m.write(secure)
		return
	}
	m.offerPatterns(secure, withoutPort(secure), oneForLabels(secure), asSubdomains(secure))
	if m.d.Fixes == nil {
		m.offerPatterns(withoutLast(m.value), withoutFirst(m.value))
	}
}

// offerPatterns offers those that S3 takes and a browser can send an origin for.
func (m *mender) offerPatterns(patterns ...string) {
	var offered []string
	for _, pattern := range patterns {
		if core.Count(pattern, '*') == 1 && isHostly(pattern) && !holds(offered, pattern, false) {
			offered = append(offered, pattern)
			m.write(pattern)
		}
	}
}

// oneForLabels has one * where nothing but dots stands between the first and the last.
func oneForLabels(pattern string) string {
	if between := pattern[core.Index(pattern, '*'):core.LastIndex(pattern, '*')]; core.Trim(between, "*.") != "" {
		return pattern
	}
	return oneWildcard(pattern)
}

// withoutLast and withoutFirst leave one * out, with the dot that makes a label of it.
func withoutLast(pattern string) string {
	at := core.LastIndex(pattern, '*')
	return core.Trim(pattern[:at], ".") + pattern[at+1:]
}

func withoutFirst(pattern string) string {
	at := core.Index(pattern, '*')
	before, after := pattern[:at], pattern[at+1:]
	if before == "" || core.HasSuffix(before, "/") {
		after = core.Trim(after, ".")
	}
	return before + after
}

// asSubdomains keeps the first *, with a dot behind it: "*example*.com" is meant for the hosts under example.com.
func asSubdomains(pattern string) string {
	at := core.Index(pattern, '*')
	kept := make([]byte, 0, len(pattern))
	for i := at + 1; i < len(pattern); i++ {
		if pattern[i] != '*' {
			kept = append(kept, pattern[i])
		}
	}
	if at > 0 && pattern[at-1] != '/' || len(kept) == 0 || kept[0] == '.' {
		return ""
	}
	return pattern[:at+1] + "." + string(kept)
}

// withoutPath leaves out what stands behind the host.
func withoutPath(pattern string) string {
	if at := core.IndexText(pattern, "://"); at >= 0 {
		if path := core.Index(pattern[at+len("://"):], '/'); path >= 0 {
			return pattern[:at+len("://")+path]
		}
	}
	return pattern
}

// withScheme writes https where a * stands in the scheme.
func withScheme(pattern string) string {
	at := core.IndexText(pattern, "://")
	if at < 0 || core.Index(pattern[:at], '*') < 0 {
		return pattern
	}
	return "https" + pattern[at:]
}

// withoutPort leaves a port out that is a *.
func withoutPort(pattern string) string {
	if core.HasSuffix(pattern, ":*") {
		return pattern[:len(pattern)-len(":*")]
	}
	return pattern
}

// isHostly says whether a pattern asks for a part of a host beside a whole label or a port that is its *, and has nothing that no
// origin has.
func isHostly(pattern string) bool {
	before, after, _ := core.Cut(pattern, '*')
	scheme := core.IndexText(before+" ", "://")
	if scheme == 0 || scheme < 0 && (before != "" || core.IndexText(after+" ", "://") >= 0) {
		return false
	}
	if scheme > 0 {
		before = before[scheme+len("://"):]
	}
	if core.Index(before, '/') >= 0 || core.Index(after, '/') >= 0 || core.HasSuffix(after, ":") || core.HasPrefix(before, ".") {
		return false
	}
	switch {
	case before == "":
		return len(after) > 1 && after[0] == '.'
	case after == "":
		return core.HasSuffix(before, ".") || core.HasSuffix(before, ":") && len(before) > 1
	}
	return core.HasSuffix(before, ".") && after[0] == '.'
}
