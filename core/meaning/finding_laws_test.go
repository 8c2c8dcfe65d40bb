package meaning_test

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/meaning"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// refusedOnes are the kinds whose witness no rule answers; that of the others is answered by the rule that they are about, or for the two
// kinds of shadowed rules by one before it.
var refusedOnes = map[string]bool{"origin-wildcard-apex": true, "origin-wildcard-port": true, "get-without-head": true, "put-without-post": true,
	"write-without-headers": true, "sdk-headers-missing": true}

// checkLaws holds all findings of a configuration against what is true of any.
func checkLaws(t *testing.T, configuration *core.CORSConfiguration) {
	before, err := json.Marshal(configuration)
	require.NoError(t, err)
	list := meaning.Findings(configuration)
	after, err := json.Marshal(configuration)
	require.NoError(t, err)
	require.Equal(t, string(before), string(after), "the configuration is not touched")
	require.LessOrEqual(t, len(list), 301)
	rules := s3.Compile(configuration)
	fixed := 0
	for i := range list {
		d := &list[i]
		requirePath(t, configuration, d.Path)
		for _, related := range d.Related {
			requirePath(t, configuration, related.Path)
			if related.Path == d.Path {
				require.Fail(t, "a finding is related to its own place", d.Message)
			}
		}
		if d.Witness != nil {
			at, _ := d.Path.Rule()
			answered := rules.Verdict(*d.Witness, s3.Target{}).Rule
			switch {
			case refusedOnes[d.Code]:
				require.Equal(t, -1, answered, d.Message)
			case d.Code == "rule-unreachable" || d.Code == "rule-partly-shadowed":
				require.True(t, 0 <= answered && answered < at, d.Message)
				alone := s3.Compile(&core.CORSConfiguration{CORSRules: configuration.CORSRules[at : at+1]})
				require.True(t, alone.Verdict(*d.Witness, s3.Target{}).Allowed, "the rule would take it: %s", d.Message)
			default:
				require.Equal(t, at, answered, d.Message)
			}
		}
		if len(d.Fixes) > 0 {
			fixed++
		}
		for j := range d.Fixes {
			require.NotEmpty(t, d.Fixes[j].Title)
			require.False(t, reflect.DeepEqual(configuration.CORSRules, d.Fixes[j].Configuration.CORSRules), "%s changes nothing: %s", d.Fixes[j].Title, d.Message)
			require.NotEmpty(t, d.Fixes[j].Configuration.CORSRules)
		}
	}
	require.LessOrEqual(t, fixed, 100)
	checkOriginFixes(t, configuration, list)
	checkTruth(t, configuration, list)
}

func requirePath(t *testing.T, configuration *core.CORSConfiguration, path core.Path) {
	rule, ok := path.Rule()
	if !ok || rule >= len(configuration.CORSRules) {
		require.Fail(t, "there is no such rule", path.String())
	}
	if index, ok := path.Index(); ok && index >= len(configuration.CORSRules[rule].List(path.MemberOf())) {
		require.Fail(t, "there is no such value", path.String())
	}
}

// checkTruth holds claims about all requests against some.
func checkTruth(t *testing.T, configuration *core.CORSConfiguration, list core.Diagnostics) {
	unsent := map[string]bool{}
	for _, kind := range []*core.Kind{&meaning.OriginTrailingSlash, &meaning.OriginHasPath, &meaning.OriginHasUserinfo, &meaning.OriginMissingScheme, &meaning.OriginBareScheme,
		&meaning.OriginUppercase, &meaning.OriginDefaultPort, &meaning.OriginInvalidPort, &meaning.OriginWhitespace, &meaning.OriginEmpty, &meaning.OriginNonASCII} {
		for i := range list {
			// The host of an origin may have a comma: of that no more is said than that S3 compares it.
			if list[i].Kind == kind && (kind != &meaning.OriginWhitespace || strings.ContainsAny(list[i].Parameters[0].Text, " \t\n\r")) {
				unsent[list[i].Path.String()] = true
			}
		}
	}
	for i := range configuration.CORSRules {
		rule := &configuration.CORSRules[i]
		for j, origin := range rule.AllowedOrigins {
			if !unsent[core.RulePath(i).Member(core.AllowedOrigins).Item(j).String()] {
				continue
			}
			pattern := core.NewPattern(origin)
			for _, sent := range sentOrigins(origin) {
				if pattern.Match(sent) {
					require.Fail(t, "it is said not to be sent", "%q matches %s", origin, sent)
				}
			}
		}
	}
	for i := range list {
		if list[i].Code == "rule-without-effect" {
			at, _ := list[i].Path.Rule()
			for _, origin := range configuration.CORSRules[at].AllowedOrigins {
				pattern := core.NewPattern(origin)
				for _, sent := range sentOrigins(origin) {
					if pattern.Match(sent) {
						require.Fail(t, "the rule is said to be without effect", "%q matches %s", origin, sent)
					}
				}
			}
		}
		if list[i].Code == "rule-unreachable" || list[i].Code == "duplicate-rule" {
			at, _ := list[i].Path.Rule()
			var without core.CORSConfiguration
			without.CORSRules = append(append(without.CORSRules, configuration.CORSRules[:at]...), configuration.CORSRules[at+1:]...)
			require.Equal(t, meaning.Same, meaning.Compare(configuration, &without).Relation, list[i].Message)
		}
	}
}

// sentOrigins are some that browsers send, made of the text of a pattern.
func sentOrigins(pattern string) []string {
	var origins []string
	fills := []string{"", "a", "https://a", "https://", "http://", "s://", "://", ":", "8080", "a.example", "https", "https:/", ":/"}
	if !strings.Contains(pattern, "*") {
		fills = fills[:1]
	}
	for _, fill := range fills {
		text := strings.Replace(pattern, "*", fill, 1)
		for _, text := range []string{text, "https://" + text, "http://" + text} {
			// No page is served from port 0.
			if origin := browser.PageOrigin(text); origin != "" && origin != "null" && !strings.HasSuffix(origin, ":0") {
				origins = append(origins, origin)
			}
		}
	}
	return origins
}

func FuzzFindings(f *testing.F) {
	f.Add("https://a.example/|*|null", "GET PUT", "content-type|Host|*", "ETag|etag|GET", "http://*.a.example|https://*a.example:443", "PUT POST", int64(0))
	f.Add("example.com|localhost:3000| https://a, b.example", "HEAD", "x-a-*|x-*", "", "https://*|https://a.example:*|capacitor://x", "GET DELETE", int64(99999))
	f.Add("https://bücher.example|HTTPS://a|*.com|*/a.example|http*//x|https:*", "GET GET", "", "", "https://*-x.vercel.app|*:8080|http://127.1|", "GET", int64(-1))
	f.Add("https://*/|https://*:8443/|https://0x*|https://u@*|https://*1?x", "GET", "", "", "https://a.example;https://b.example|a.example,b.example|http://a.example:443", "GET", int64(60))
	f.Add("https://A.example:*/x|http://[::1]:*/|https://%2a.example.com/", "GET", "", "", "http:0://*A|http:///0|http://*.127.0.0.1|http://127.1/|HTTPS://1.2.*.4|https://a.example:0|https://a.example:00", "GET", int64(60))
	f.Add("Mttps:////////5|https:////192.168.1/x", "GET", "", "", "http:///10.1:8080/", "GET", int64(60))
	f.Add("http://*.a,example|https://a.example,https://*.b.example|.a,b", "GET", "", "", "*,null|https://a,*|a,b", "PUT", int64(60))
	f.Fuzz(func(t *testing.T, origins, methods, headers, expose, others, otherMethods string, age int64) {
		first := core.CORSRule{AllowedOrigins: strings.Split(origins, "|"), AllowedMethods: strings.Fields(methods), AllowedHeaders: strings.Split(headers, "|"), ExposeHeaders: strings.Split(expose, "|")}
		second := core.CORSRule{AllowedOrigins: strings.Split(others, "|"), AllowedMethods: strings.Fields(otherMethods), MaxAgeSeconds: &age}
		for _, rules := range [][]core.CORSRule{{first}, {first, second}, {second, first, first}} {
			checkLaws(t, &core.CORSConfiguration{CORSRules: rules})
		}
	})
}

func TestTheLawsHoldForTheCases(t *testing.T) {
	for _, cases := range readFindings(t) {
		for _, c := range cases {
			checkLaws(t, &core.CORSConfiguration{CORSRules: c.Rules})
		}
	}
}

// However long a configuration is, the findings are bounded, and one says that there are more.
func TestFindingsOfWhatIsFarBeyondAnyBucket(t *testing.T) {
	many := func(count int, value string) []string {
		list := make([]string, count)
		for i := range list {
			list[i] = strings.ReplaceAll(value, "#", fmt.Sprint(i))
		}
		return list
	}
	configurations := map[string]*core.CORSConfiguration{
		"many rules": {}, "many rules without a finding": {},
		"many origins":  {CORSRules: []core.CORSRule{{AllowedOrigins: many(100_000, "http://*.a#.example"), AllowedMethods: []string{"GET"}}}},
		"equal origins": {CORSRules: []core.CORSRule{{AllowedOrigins: many(100_000, "https://a.example"), AllowedMethods: []string{"GET"}}}},
		"many headers":  {CORSRules: []core.CORSRule{{AllowedOrigins: []string{"https://a.example"}, AllowedMethods: []string{"PUT"}, AllowedHeaders: many(100_000, "x-#-*"), ExposeHeaders: many(100_000, "x-#")}}},
		"many methods":  {CORSRules: []core.CORSRule{{AllowedOrigins: []string{"https://a.example"}, AllowedMethods: many(100_000, "GET#")}}},
		"a long value":  {CORSRules: []core.CORSRule{{AllowedOrigins: []string{"https://" + strings.Repeat("a.", 500_000) + "*", strings.Repeat(" ,", 500_000)}, AllowedMethods: []string{"GET"}}}},
	}
	for range 100_000 {
		rules := &configurations["many rules"].CORSRules
		*rules = append(*rules, core.CORSRule{AllowedOrigins: []string{"http://a.example"}, AllowedMethods: []string{"PUT"}})
		rules = &configurations["many rules without a finding"].CORSRules
		*rules = append(*rules, core.CORSRule{AllowedOrigins: []string{"https://a.example"}, AllowedMethods: []string{"GET", "HEAD"}})
	}
	for name, configuration := range configurations {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			list := meaning.Findings(configuration)
			t.Log(name, len(list), time.Since(start))
			require.LessOrEqual(t, len(list), 301)
			if len(list) == 301 {
				require.Equal(t, "more-findings", list[300].Code)
				require.Nil(t, list[300].Witness)
				require.Empty(t, list[300].Fixes)
			}
		})
	}
	require.Len(t, meaning.Findings(configurations["many rules"]), 301)
}

func TestFixesAreBoundedByWhatTheyCopy(t *testing.T) {
	configuration := &core.CORSConfiguration{}
	for i := range 100 {
		configuration.CORSRules = append(configuration.CORSRules, core.CORSRule{AllowedOrigins: []string{fmt.Sprintf("https://a%d.example/", i)}, AllowedMethods: []string{"GET"}})
	}
	fixed := 0
	for _, d := range meaning.Findings(configuration) {
		fixed += min(len(d.Fixes), 1)
	}
	require.Equal(t, 24, fixed)
	fixed = 0
	for _, d := range meaning.Findings(&core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: strings.Fields(strings.Repeat("https://a.example/ ", 200)), AllowedMethods: []string{"GET"}}}}) {
		fixed += min(len(d.Fixes), 1)
	}
	require.Equal(t, 49, fixed)
	fixed = 0
	for _, d := range meaning.Findings(&core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: strings.Fields(strings.Repeat("https://a.example/ ", 80)), AllowedMethods: []string{"GET"}}}}) {
		fixed += min(len(d.Fixes), 1)
	}
	require.Equal(t, 82, fixed, "each value, the rule, and its methods")
}

func TestNothingIsFoundInNothing(t *testing.T) {
	require.Empty(t, meaning.Findings(nil))
	require.Empty(t, meaning.Findings(&core.CORSConfiguration{}))
	require.Empty(t, meaning.Findings(&core.CORSConfiguration{CORSRules: []core.CORSRule{{}}}))
	require.Empty(t, meaning.Findings(source.Read("").Configuration))
}

// randomOrigin puts the parts of origins together, right and wrong ones.
func randomOrigin(r *rand.Rand) string {
	one := func(list ...string) string { return list[r.Intn(len(list))] }
	return one("", "", "", "", " ") + one("https://", "https://", "https://", "http://", "http://", "", "HTTPS://", "*://", "http*://", "https:", "//", "app://", "https:*", "h*") + one("", "", "", "me@") +
		one("", "*.", "*", "app.", "app*", "*-x.", "App.", "bü.") + one("a.example", "example.com", "localhost", "127.0.0.1", "[::1]", "127.1", "github.io", "com", "co.uk", "null", "", "Example.com", "bü.example") +
		one("", "", "", "*", ".*") + one("", "", "", "", ":443", ":80", ":8080", ":*", ":", ":x", ":080", ":99999") + one("", "", "", "", "/", "/x", "?x", "/*", ", https://b.example")
}

func randomRules(r *rand.Rand) []core.CORSRule {
	some := func(most int, list ...string) []string {
		var chosen []string
		for range r.Intn(most + 1) {
			chosen = append(chosen, list[r.Intn(len(list))])
		}
		return chosen
	}
	var rules []core.CORSRule
	for range 1 + r.Intn(4) {
		rule := core.CORSRule{AllowedMethods: some(4, "GET", "HEAD", "PUT", "POST", "DELETE", "GET"), AllowedHeaders: some(2, "*", "content-type", "Content-Type", "x-amz-*", "range", "Host", "", "sec-*", "x-*"),
			ExposeHeaders: some(2, "ETag", "etag", "Content-Range", "Content-Type", "GET", "")}
		for range r.Intn(4) {
			origin := randomOrigin(r)
			if r.Intn(3) == 0 {
				origin = []string{"*", "https://*.example.com", "https://app.example.com", "null", "https://*", "http://localhost:*"}[r.Intn(6)]
			}
			rule.AllowedOrigins = append(rule.AllowedOrigins, origin)
		}
		if r.Intn(2) == 0 {
			age := []int64{0, 600, 7201, -1}[r.Intn(4)]
			rule.MaxAgeSeconds = &age
		}
		rules = append(rules, rule)
	}
	return rules
}

func TestTheLawsHoldForConfigurationsMadeOfTheirParts(t *testing.T) {
	seed := time.Now().UnixNano()
	t.Log("seed", seed)
	r := rand.New(rand.NewSource(seed))
	count := 1000
	if more, err := strconv.Atoi(os.Getenv("CONFIGURATIONS")); err == nil {
		count = more
	}
	for range count {
		rules := randomRules(r)
		checkLaws(t, &core.CORSConfiguration{CORSRules: rules})
	}
}
