package s3

import "s3cors/core"

// farOrigins measures patterns that differ from an origin in their host alone, which are most where there are many, without taking
// them apart.
type farOrigins struct {
	// start is the origin's scheme with its "://". All else of the origin is the host, of that size; 0 if it is not so.
	start string
	size  int
	host  core.Occurrences
}

// take takes an origin. One with a port or with letters that may differ in their case is compared in full.
func (f *farOrigins) take(origin string, parts *OriginParts) {
	start := len(origin) - len(parts.Host)
	if parts.HasScheme && start == len(parts.Scheme)+len("://") && len(parts.Host) <= core.ComparedAtMost && isPlain(parts.Scheme) && isPlain(parts.Host) {
		f.start, f.size = origin[:start], len(parts.Host)
		f.host.Take(parts.Host)
	}
}

// distance is that of a pattern from the origin, or -1 where it is to be compared in full. So is one host that may be a part of the
// other, since these have distances of their own.
func (f *farOrigins) distance(pattern string) int {
	if f.size == 0 || !core.HasPrefix(pattern, f.start) {
		return -1
	}
	host := pattern[len(f.start):]
	if len(host) > core.ComparedAtMost || !isPlain(host) {
		return -1
	}
	edits := f.host.Distance(f.size, host)
	if edits <= max(len(host)-f.size, f.size-len(host)) {
		return -1
	}
	return otherHost + min(edits, otherHost)
}

// isPlain says whether a text holds only small letters, digits, dots and hyphens. The empty text is not plain.
//
//go:noinline
func isPlain(text string) bool {
	for i := range len(text) {
		if b := text[i]; b-'a' >= 26 && b-'0' >= 10 && b != '.' && b != '-' {
			return false
		}
	}
	return text != ""
}
