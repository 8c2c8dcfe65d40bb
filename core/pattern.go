package core

// Pattern is an AllowedOrigin or AllowedHeader as S3 compares it: a text that
// stands for itself, or a prefix and a suffix around one "*", which stands for any run of
// characters, none included.
//
// Authority: recorded on AWS (ceph/s3-tests test_cors_origin_wildcard: "start*end" takes
// "startend"; minio-go testCors: "https://*").
type Pattern struct {
	Prefix, Suffix string
	Wildcard       bool
}

// NewPattern reads a pattern. A second "*" is taken as a character of the suffix:
// S3 refuses such a value, and a simulation of it is of what could be read.
func NewPattern(text string) Pattern {
	prefix, suffix, found := Cut(text, '*')
	return Pattern{Prefix: prefix, Suffix: suffix, Wildcard: found}
}

// Match says whether the value fits, byte for byte, anchored at both ends.
func (p *Pattern) Match(value string) bool {
	if !p.Wildcard {
		return value == p.Prefix
	}
	// Prefix and suffix do not share characters: assumption "overlapping-affixes".
	return len(value) >= len(p.Prefix)+len(p.Suffix) &&
		value[:len(p.Prefix)] == p.Prefix && value[len(value)-len(p.Suffix):] == p.Suffix
}

// IsStar says whether the pattern is the bare "*".
func (p *Pattern) IsStar() bool { return p.Wildcard && p.Prefix == "" && p.Suffix == "" }
