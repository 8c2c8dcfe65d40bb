package meaning

import (
	"math/rand"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
)

// A small world in which everything can be tried: patterns over two letters, words over those and one that no
// pattern has.
var (
	smallPatterns = []string{"a", "b", "ab", "ba", "aa", "*", "a*", "*a", "b*", "*b", "a*a", "a*b", "ab*", "*ab", "ab*ba", "*ba"}
	smallMethods  = []string{"GET", "PUT"}
	words         = wordsOver("abz", 4)
	names         = wordsOver("abz", 2)
	nameSets      = setsOf(names)
)

func wordsOver(letters string, longest int) []string {
	list, last := []string{}, []string{""}
	for range longest {
		var next []string
		for _, word := range last {
			for _, letter := range letters {
				next = append(next, word+string(letter))
			}
		}
		list, last = append(list, next...), next
	}
	return list
}

// setsOf gives all sets of at most three, as bits.
func setsOf(names []string) []uint32 {
	sets := []uint32{0}
	for i := range names {
		sets = append(sets, 1<<i)
		for j := range i {
			sets = append(sets, 1<<i|1<<j)
			for k := range j {
				sets = append(sets, 1<<i|1<<j|1<<k)
			}
		}
	}
	return sets
}

// taken are the words that a pattern takes, as bits, found by asking for each.
func taken(pattern string, words []string) (low, high uint64) {
	prefix, suffix, wildcard := strings.Cut(pattern, "*")
	for i, word := range words {
		if word == pattern || wildcard && len(word) >= len(prefix)+len(suffix) && strings.HasPrefix(word, prefix) && strings.HasSuffix(word, suffix) {
			if i < 64 {
				low |= 1 << i
			} else {
				high |= 1 << (i - 64)
			}
		}
	}
	return low, high
}

type bits [2]uint64

// bruteRule has the words and names that a rule takes.
type bruteRule struct {
	origins bits
	names   uint32
	methods map[string]bool
}

func brute(configuration *core.CORSConfiguration) []bruteRule {
	var rules []bruteRule
	for _, rule := range configuration.CORSRules {
		made := bruteRule{methods: map[string]bool{}}
		for _, origin := range rule.AllowedOrigins {
			low, high := taken(origin, words)
			made.origins[0] |= low
			made.origins[1] |= high
		}
		for _, header := range rule.AllowedHeaders {
			low, _ := taken(header, names)
			made.names |= uint32(low)
		}
		for _, method := range rule.AllowedMethods {
			made.methods[method] = true
		}
		rules = append(rules, made)
	}
	return rules
}

// first is, for each word, the rule that takes it with that method and set of names; the sets of all words by rule.
func first(rules []bruteRule, method string, set uint32) []bits {
	var left = bits{^uint64(0), ^uint64(0)}
	byRule := make([]bits, len(rules)+1)
	for i, rule := range rules {
		if rule.methods[method] && set&^rule.names == 0 {
			byRule[i] = bits{rule.origins[0] & left[0], rule.origins[1] & left[1]}
			left[0] &^= rule.origins[0]
			left[1] &^= rule.origins[1]
		}
	}
	byRule[len(rules)] = left
	return byRule
}

func randomConfiguration(r *rand.Rand) *core.CORSConfiguration {
	some := func(list []string, least, most int) []string {
		var chosen []string
		for range least + r.Intn(most-least+1) {
			chosen = append(chosen, list[r.Intn(len(list))])
		}
		return chosen
	}
	configuration := &core.CORSConfiguration{}
	for range r.Intn(4) {
		rule := core.CORSRule{AllowedOrigins: some(smallPatterns, 1, 3), AllowedMethods: some(smallMethods, 1, 2), AllowedHeaders: some(smallPatterns, 0, 2)}
		if r.Intn(4) == 0 {
			rule.ExposeHeaders = []string{"ETag"}
		}
		configuration.CORSRules = append(configuration.CORSRules, rule)
	}
	return configuration
}

// near is a configuration that differs from another by a change or two, as edits do.
func near(r *rand.Rand, of *core.CORSConfiguration) *core.CORSConfiguration {
	rules := slices.Clone(of.CORSRules)
	other := randomConfiguration(r).CORSRules
	if len(rules) > 0 {
		i := r.Intn(len(rules))
		switch r.Intn(5) {
		case 0:
			rules = slices.Delete(rules, i, i+1)
		case 1:
			rules[i].AllowedHeaders = append(slices.Clone(rules[i].AllowedHeaders), smallPatterns[r.Intn(len(smallPatterns))])
		case 2:
			rules[i].AllowedOrigins = append(slices.Clone(rules[i].AllowedOrigins), smallPatterns[r.Intn(len(smallPatterns))])
		case 3:
			j := r.Intn(len(rules))
			rules[i], rules[j] = rules[j], rules[i]
		case 4:
			rules[i].AllowedMethods = smallMethods[:1+r.Intn(2)]
		}
	}
	if len(other) > 0 && r.Intn(3) == 0 {
		rules = slices.Insert(rules, r.Intn(len(rules)+1), other[0])
	}
	return &core.CORSConfiguration{CORSRules: rules}
}

func TestCompareAgreesWithTryingEverything(t *testing.T) {
	// PAIRS=100000 tries as many.
	pairs, err := strconv.Atoi(os.Getenv("PAIRS"))
	if err != nil {
		pairs = 10_000
	}
	if runtime.GOARCH == "wasm" {
		pairs = 1_000
	}
	seed := rand.Int63()
	t.Log("seed", seed)
	r := rand.New(rand.NewSource(seed))
	relations := map[Relation]int{}
	changed := 0
	for range pairs {
		before := randomConfiguration(r)
		after := randomConfiguration(r)
		if r.Intn(2) == 0 {
			after = near(r, before)
		}
		c := Compare(before, after)
		relations[c.Relation]++
		if len(c.Changed) > 0 {
			changed++
		}
		holdsAgainstBruteForce(t, before, after, &c)
	}
	t.Log(relations, "changed", changed)
	require.Len(t, relations, 4, "each relation came up")
	require.NotZero(t, changed)
}

func holdsAgainstBruteForce(t *testing.T, before, after *core.CORSConfiguration, c *Comparison) {
	require.False(t, c.Inexact)
	require.False(t, c.More)
	was, is := brute(before), brute(after)
	gained, lost, changed := false, false, false
	for _, method := range smallMethods {
		for _, set := range nameSets {
			a, b := first(was, method, set), first(is, method, set)
			for i := range b {
				for j := range a {
					if a[j][0]&b[i][0] == 0 && a[j][1]&b[i][1] == 0 || i == len(is) && j == len(was) {
						continue
					}
					switch {
					case j == len(was):
						gained = true
					case i == len(is):
						lost = true
					case !alike(&before.CORSRules[j], &after.CORSRules[i]):
						changed = true
					}
				}
			}
		}
	}
	// Trying is limited to short words and small sets, so that more may be found without it, never less.
	require.False(t, gained && len(c.Gained) == 0, "%v\n%v", before, after)
	require.False(t, lost && len(c.Lost) == 0, "%v\n%v", before, after)
	require.False(t, changed && len(c.Changed) == 0, "%v\n%v", before, after)
	witnessesHold(t, before, after, c)
}

func alike(a, b *core.CORSRule) bool {
	return slices.Equal(a.AllowedMethods, b.AllowedMethods) && slices.Equal(a.ExposeHeaders, b.ExposeHeaders) &&
		slices.Contains(a.AllowedOrigins, "*") == slices.Contains(b.AllowedOrigins, "*")
}

// witnessesHold simulates each witness, and compares the answers in the changed ones.
func witnessesHold(t *testing.T, before, after *core.CORSConfiguration, c *Comparison) {
	was, is := s3.Compile(before), s3.Compile(after)
	for _, d := range c.Gained {
		require.False(t, was.Verdict(d.Witness, s3.Target{}).Allowed)
		require.Equal(t, d.Rule, is.Verdict(d.Witness, s3.Target{}).Rule)
		require.NotEmpty(t, d.Message)
	}
	for _, d := range c.Lost {
		require.Equal(t, d.Rule, was.Verdict(d.Witness, s3.Target{}).Rule)
		require.False(t, is.Verdict(d.Witness, s3.Target{}).Allowed)
	}
	for _, d := range c.Changed {
		request := s3.PreflightHTTP(d.Witness)
		a, b := was.Simulate(request, s3.Target{}), is.Simulate(request, s3.Target{})
		require.True(t, a.Allowed && b.Allowed)
		require.Equal(t, d.Rule, b.Rule)
		require.NotEqual(t, a.Response.Headers, b.Response.Headers)
	}
}

func TestShadowsAgreeWithTryingEverything(t *testing.T) {
	r := rand.New(rand.NewSource(rand.Int63()))
	whole, partly := 0, 0
	for range 5_000 {
		configuration := randomConfiguration(r)
		rules := brute(configuration)
		used := make([]bool, len(rules))
		for _, method := range smallMethods {
			for _, set := range nameSets {
				for i, taken := range first(rules, method, set)[:len(rules)] {
					used[i] = used[i] || taken != bits{}
				}
			}
		}
		never := make([]bool, len(rules))
		for _, shadow := range Shadows(configuration) {
			if shadow.Whole {
				never[shadow.Rule] = true
				whole++
			}
			if shadow.Witness != nil {
				partly++
				answer := s3.Compile(configuration).Verdict(*shadow.Witness, s3.Target{})
				require.Contains(t, shadow.By, answer.Rule)
				alone := &core.CORSConfiguration{CORSRules: configuration.CORSRules[shadow.Rule : shadow.Rule+1]}
				require.True(t, s3.Compile(alone).Verdict(*shadow.Witness, s3.Target{}).Allowed)
			}
		}
		for i := range rules {
			require.False(t, used[i] && never[i], "%v rule %d", configuration, i)
			// A rule may be used by names alone that are longer than those that are tried.
			long := slices.ContainsFunc(configuration.CORSRules[i].AllowedHeaders, func(h string) bool { return len(h) > 2 })
			require.False(t, !used[i] && !never[i] && !long, "%v rule %d", configuration, i)
		}
	}
	require.NotZero(t, whole)
	require.NotZero(t, partly)
}
