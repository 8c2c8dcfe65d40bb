package s3

import "s3cors/core"

// takeRule takes the pattern apart. A slip in the marks behind its scheme is kept, and what follows is read as if they were "://"; so
// "https:/host" and "https//host". A * may stand for these marks: it is a part of the scheme and of the host, as in "http*host" and "https:*".
func (d *originDifference) takeRule() {
	cleaned, rule := d.cleaned, &d.rule
	rule.split(cleaned)
	d.slip = ""
	size := httpSize(cleaned)
	end := size
	for end < len(cleaned) && (cleaned[end] == '/' || cleaned[end] == ':' && end == size) {
		end++
	}
	marks, rest := cleaned[size:end], cleaned[end:]
	switch {
	case marks == "":
		d.spanScheme(size)
	case rest == "" || size > 0 && marks == "://" || core.IndexText(rest, "://") >= 0:
	case size > 0:
		rule.split(rest)
		rule.Scheme, rule.HasScheme = cleaned[:size], true
		if rest[0] != '*' || !core.HasPrefix("://", marks) {
			d.slip = cleaned[:end]
		}
	case marks == "//" || marks == "://":
		rule.split(rest)
	}
}

// spanScheme parts a host without a scheme at the * in it, if the text before it can be the beginning of a scheme: http or https, of
// that size, or that of the origin.
func (d *originDifference) spanScheme(size int) {
	rule := &d.rule
	head, _, star := core.Cut(rule.Host, '*')
	if star && !rule.HasScheme && d.value.HasScheme && rule.Userinfo == "" && (len(head) == size || core.HasPrefix(d.value.Scheme, head)) {
		rule.Scheme, rule.HasScheme, rule.Host = rule.Host[:len(head)+1], true, rule.Host[len(head):]
	}
}

// httpSize is the size of the "https" or "http" that a text begins with, or 0.
func httpSize(text string) int {
	switch text = core.Lower(text[:min(len(text), len("https"))]); {
	case text == "https":
		return len(text)
	case core.HasPrefix(text, "http"):
		return len("http")
	}
	return 0
}
