package meaning

import "s3cors/core"

// widerHeaders replaces names that share a prefix by a pattern: S3's own by x-amz-*, the SDK's by amz-sdk-*. It is nil where there
// is nothing to join.
func widerHeaders(names []string) []string {
	var wider []string
	joined := false
	for i := range names {
		name := names[i]
		for _, prefix := range [...]string{"x-amz-", "amz-sdk-"} {
			if core.HasPrefix(name, prefix) {
				name = prefix + "*"
				joined = true
			}
		}
		known := false
		for j := range wider {
			known = known || wider[j] == name
		}
		if !known {
			wider = append(wider, name)
		}
	}
	if !joined {
		return nil
	}
	return wider
}

// widerOrigin is a pattern that takes an origin and one of those that are allowed: another port of a host of one's own machine, or
// another name under one domain. It is "" where there is none that would be written.
func widerOrigin(allowed []string, origin string) string {
	for i := range allowed {
		if wider := join(allowed[i], origin); wider != "" {
			return wider
		}
	}
	return ""
}

// hosts are those of one's own machine, for which any port may be allowed.
var ownHosts = [...]string{"http://localhost:", "http://127.0.0.1:", "https://localhost:"}

func join(allowed, origin string) string {
	for i := range ownHosts {
		if core.HasPrefix(allowed, ownHosts[i]) && core.HasPrefix(origin, ownHosts[i]) {
			return ownHosts[i] + "*"
		}
	}
	// The part behind the first dot of the host is the same, and is a domain of one's own: it has two labels at the least, of which
	// the first is no public suffix that is in wide use.
	a, b := core.Index(allowed, '.'), core.Index(origin, '.')
	if a < 0 || b < 0 || core.Index(allowed, '*') >= 0 || allowed[a:] != origin[b:] {
		return ""
	}
	scheme := core.IndexText(allowed, "://")
	domain := allowed[a+1:]
	if scheme < 0 || scheme > a || !core.HasPrefix(origin, allowed[:scheme+3]) || core.Index(domain, '.') < 0 || isShared(domain) {
		return ""
	}
	return allowed[:scheme+3] + "*" + allowed[a:]
}
