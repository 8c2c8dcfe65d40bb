package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// rule is a rule as the set of requests that it takes: those with one of the methods, one of the origins and nothing but names
// that its headers take. Patterns that take no request at all are left out.
type rule struct {
	of      *core.CORSRule
	methods uint8
	// origins holds the patterns, and places the index of each in AllowedOrigins.
	origins []core.Pattern
	places  []int
	// hashes are those of the origins without a wildcard; 0 for the others. Most comparisons end there.
	hashes []uint32
	// bits has one for the hashes with each end, and wild the indexes of the origins with a wildcard.
	bits uint64
	wild []int
	// headers are in lower case.
	headers []core.Pattern
	// patterns has a bit for each member with a pattern.
	patterns uint8
	// star: the answer has "*" in place of the origin, and no credentials.
	star bool
	// class is the same for rules whose answers have the same CORS headers.
	class int
}

// classes are the rules that stand for all whose answers are alike.
type classes []*rule

// sort gives each rule its class.
func (c *classes) sort(rules []rule) {
	for i := range rules {
		class := 0
		for class < len(*c) && !rules[i].answersAlike((*c)[class]) {
			class++
		}
		if class == len(*c) {
			*c = append(*c, &rules[i])
		}
		rules[i].class = class
	}
}

// compile makes the rules of a configuration ready; one that could not be read has none.
func compile(configuration *core.CORSConfiguration) []rule {
	if configuration == nil {
		return nil
	}
	of := configuration.CORSRules
	rules := make([]rule, len(of))
	origins, headers := 0, 0
	for i := range of {
		origins += len(of[i].AllowedOrigins)
		headers += len(of[i].AllowedHeaders)
	}
	// The lists of all rules lie behind each other.
	patterns, places, hashes := make([]core.Pattern, origins+headers), make([]int, origins), make([]uint32, origins)
	for i := range rules {
		r, count, names := &rules[i], len(of[i].AllowedOrigins), len(of[i].AllowedHeaders)
		r.origins, r.headers, patterns = patterns[:0:count], patterns[count:count:count+names], patterns[count+names:]
		r.places, places = places[:0:count], places[count:]
		r.hashes, hashes = hashes[:0:count], hashes[count:]
		r.compile(&of[i])
	}
	return rules
}

func (r *rule) compile(of *core.CORSRule) {
	r.of = of
	r.methods = methodBits(of.AllowedMethods)
	for i := range of.AllowedOrigins {
		pattern := core.NewPattern(of.AllowedOrigins[i])
		if pattern.Wildcard {
			r.star = r.star || pattern.IsStar()
			r.patterns |= 1 << core.AllowedOrigins
		}
		hashed, fits := readOrigin(of.AllowedOrigins[i])
		if !fits || len(pattern.Prefix) >= longestHeaders || len(pattern.Suffix) >= longestHeaders {
			continue
		}
		r.origins = appendPattern(r.origins, &pattern)
		r.places = append(r.places, i)
		if pattern.Wildcard {
			hashed = 0
			r.wild = append(r.wild, len(r.hashes))
		} else {
			r.bits |= 1 << (hashed >> 26)
		}
		r.hashes = append(r.hashes, hashed)
	}
	for i := range of.AllowedHeaders {
		pattern := core.NewPattern(core.Lower(of.AllowedHeaders[i]))
		if pattern.Wildcard {
			r.patterns |= 1 << core.AllowedHeaders
		}
		if canBeHeader(&pattern) {
			r.headers = appendPattern(r.headers, &pattern)
		}
	}
}

// hash is FNV-1a of a pattern without a wildcard, but never 0, which is that of the others.
//
//go:noinline
func hash(p *core.Pattern) uint32 {
	if p.Wildcard {
		return 0
	}
	hashed, _ := readOrigin(p.Prefix)
	return hashed
}

// readOrigin gives the hash of a text, and says whether any value of a header can be that, or fit it as a pattern: it is not empty, has no
// control characters and no white space at its ends (RFC 9110, section 5.5).
//
//go:noinline
func readOrigin(text string) (hashed uint32, fits bool) {
	hashed, fits = 2166136261, text != "" && text[0] > ' ' && text[len(text)-1] > ' '
	for i := range len(text) {
		c := text[i]
		fits = fits && (c >= ' ' && c != 0x7F || c == '\t')
		hashed = (hashed ^ uint32(c)) * 16777619
	}
	return hashed | 1, fits
}

// contains says whether one of the rule's origins takes all that a pattern with that hash takes.
//
//go:noinline
func (r *rule) contains(p *core.Pattern, hashed uint32) bool {
	for i, other := range r.hashes {
		if (other == hashed || other == 0) && isContained(p, &r.origins[i]) {
			return true
		}
	}
	return false
}

// isNear says whether the rule may take what a pattern with that hash takes. Most of many rules are for others.
//
//go:noinline
func (r *rule) isNear(p *core.Pattern, hashed uint32) bool {
	if hashed == 0 {
		for i := range r.origins {
			if mayMeet(p, &r.origins[i], 0, r.hashes[i]) && mayShare(p, &r.origins[i]) {
				return true
			}
		}
		return false
	}
	if r.bits>>(hashed>>26)&1 != 0 {
		for _, other := range r.hashes {
			if other == hashed {
				return true
			}
		}
	}
	for _, i := range r.wild {
		if other := &r.origins[i]; mayMeet(p, other, hashed, 0) && other.Match(p.Prefix) {
			return true
		}
	}
	return false
}

// methodBits has one bit for each of the methods that S3 takes. A refused configuration may list others, for which S3
// answers no preflight.
//
//go:noinline
func methodBits(methods []string) uint8 {
	bits := uint8(0)
	for i := range methods {
		for bit := range s3.SupportedMethods {
			if methods[i] == s3.SupportedMethods[bit] {
				bits |= 1 << bit
			}
		}
	}
	return bits
}

// longestHeaders is what S3 takes of header fields (AWS API reference, API_PutObject: 8 KB).
const longestHeaders = 8192

// canBeHeader says whether any name of a header fits.
func canBeHeader(p *core.Pattern) bool {
	if p.Prefix == "" && p.Suffix == "" {
		return p.Wildcard
	}
	return (p.Prefix == "" || core.IsToken(p.Prefix)) && (p.Suffix == "" || core.IsToken(p.Suffix)) && len(p.Prefix)+len(p.Suffix) < longestHeaders
}

// answersAlike says whether the answers of two rules to one request have the same CORS headers.
//
//go:noinline
func (r *rule) answersAlike(other *rule) bool {
	return r.star == other.star && sameList(r.of.AllowedMethods, other.of.AllowedMethods) &&
		sameList(r.of.ExposeHeaders, other.of.ExposeHeaders) && sameAge(r.of, other.of)
}

func sameAge(a, b *core.CORSRule) bool {
	if a.MaxAgeSeconds == nil || b.MaxAgeSeconds == nil {
		return a.MaxAgeSeconds == b.MaxAgeSeconds
	}
	return *a.MaxAgeSeconds == *b.MaxAgeSeconds
}

//go:noinline
func sameList(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
