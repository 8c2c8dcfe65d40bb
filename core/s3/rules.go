package s3

import "s3cors/core"

// Rules is a configuration made ready for matching. The nil *Rules is a bucket without a
// configuration. It may be used by several goroutines at once.
type Rules struct {
	configuration *core.CORSConfiguration
	compiled      []compiledRule
}

type compiledRule struct {
	// methods has a bit for each of the five methods that the rule lists.
	methods uint8
	origins []core.Pattern
	// hashes are those of the origins that hold no wildcard; 0 for the others. Most comparisons end there.
	hashes []uint32
	// headers are in lower case.
	headers []core.Pattern
}

// Compile makes a configuration ready for matching; it keeps the configuration, which must not change
// afterwards. Compile(nil) is nil: a bucket without a configuration.
func Compile(configuration *core.CORSConfiguration) *Rules {
	if configuration == nil {
		return nil
	}
	rules := &Rules{configuration: configuration, compiled: make([]compiledRule, len(configuration.CORSRules))}
	for i := range configuration.CORSRules {
		rule, compiled := &configuration.CORSRules[i], &rules.compiled[i]
		for _, method := range rule.AllowedMethods {
			compiled.methods |= methodBit(method)
		}
		compiled.origins = compilePatterns(rule.AllowedOrigins, false)
		compiled.hashes = make([]uint32, len(compiled.origins))
		for j := range compiled.origins {
			if origin := &compiled.origins[j]; !origin.Wildcard {
				compiled.hashes[j] = hash(origin.Prefix)
			}
		}
		compiled.headers = compilePatterns(rule.AllowedHeaders, true)
	}
	return rules
}

func compilePatterns(texts []string, lower bool) []core.Pattern {
	patterns := make([]core.Pattern, len(texts))
	for i, text := range texts {
		if lower {
			text = core.Lower(text)
		}
		patterns[i] = core.NewPattern(text)
	}
	return patterns
}

// Configuration is what the rules were made from; nil for a bucket without one.
func (r *Rules) Configuration() *core.CORSConfiguration {
	if r == nil {
		return nil
	}
	return r.configuration
}

// first is the index of the first rule in document order in which origin, method and every header fit, or -1
// (AWS user guide, "How does Amazon S3 evaluate the CORS configuration on a bucket?";
// recorded: MG, SC, ST).
func (r *Rules) first(asked *question) int {
	if r == nil {
		return -1
	}
	bit, originHash := methodBit(asked.method), hash(asked.origin)
	for i := range r.compiled {
		rule := &r.compiled[i]
		// A method that is none of the five is compared too: a refused configuration may list it.
		if bit != 0 && rule.methods&bit == 0 || bit == 0 && !r.lists(i, asked.method) {
			continue
		}
		if rule.matchOrigin(asked.origin, originHash) && rule.takesHeaders(asked.headers) {
			return i
		}
	}
	return -1
}

func (r *compiledRule) matchOrigin(origin string, originHash uint32) bool {
	for i, hash := range r.hashes {
		if (hash == originHash || hash == 0) && r.origins[i].Match(origin) {
			return true
		}
	}
	return false
}

// hash is FNV-1a, but never 0.
func hash(text string) uint32 {
	sum := uint32(2166136261)
	for i := range len(text) {
		sum = (sum ^ uint32(text[i])) * 16777619
	}
	return sum | 1
}

func (r *Rules) lists(rule int, method string) bool {
	for _, listed := range r.configuration.CORSRules[rule].AllowedMethods {
		if listed == method {
			return true
		}
	}
	return false
}

// takesHeaders says whether each asked header fits one of the rule's. A rule without AllowedHeader fails
// as soon as one header is asked for (recorded: LS, SC, ST, MG).
func (r *compiledRule) takesHeaders(asked []askedHeader) bool {
	for i := range asked {
		if asked[i].malformed || matchAny(r.headers, asked[i].name) < 0 {
			return false
		}
	}
	return true
}

func matchAny(patterns []core.Pattern, value string) int {
	for i := range patterns {
		if patterns[i].Match(value) {
			return i
		}
	}
	return -1
}

// SupportedMethods are the methods that a rule may list, in the order of the API reference.
//
// Authority: AWS API reference, API_CORSRule.
var SupportedMethods = [...]string{"GET", "PUT", "HEAD", "POST", "DELETE"}

// methodBit has one bit for each supported method, exact and case-sensitive
// (recorded: SC for lower case), and is 0 for any other.
func methodBit(method string) uint8 {
	for i, supported := range SupportedMethods {
		if method == supported {
			return 1 << i
		}
	}
	return 0
}
