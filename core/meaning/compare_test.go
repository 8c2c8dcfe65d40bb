package meaning_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"s3cors/core"
	"s3cors/core/meaning"
)

// siteRules has a rule for each of so many sites, with an age.
func siteRules(count int, age int64) *core.CORSConfiguration {
	configuration := &core.CORSConfiguration{}
	for i := range count {
		configuration.CORSRules = append(configuration.CORSRules, core.CORSRule{AllowedOrigins: []string{fmt.Sprintf("https://a%d.example", i)}, AllowedMethods: []string{"GET"}, MaxAgeSeconds: &age})
	}
	return configuration
}

func TestTwoHundredDifferencesOfEachKindAreTold(t *testing.T) {
	for _, count := range []int{199, 200, 201} {
		comparison := meaning.Compare(siteRules(count, 1), nil)
		assert.Len(t, comparison.Lost, min(count, 200))
		assert.Equal(t, meaning.Narrower, comparison.Relation)
		assert.Equal(t, count > 200, comparison.More)
		comparison = meaning.Compare(nil, siteRules(count, 1))
		assert.Len(t, comparison.Gained, min(count, 200))
		assert.Equal(t, count > 200, comparison.More)
		comparison = meaning.Compare(siteRules(count, 1), siteRules(count, 2))
		assert.Len(t, comparison.Changed, min(count, 200))
		assert.Equal(t, meaning.Same, comparison.Relation)
		assert.Equal(t, count > 200, comparison.More)
		assert.False(t, comparison.Inexact)
	}
}

func TestAWordThatIsAnAddressInHexadecimalIsNoWitness(t *testing.T) {
	comparison := meaning.Compare(nil, &core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: []string{"https://1.0xa"}, AllowedMethods: []string{"GET"}}}})
	assert.False(t, comparison.Gained[0].Browser, "browsers send https://1.0.0.10")
}

// The words say what differs, and of what is only written otherwise that it is.
func TestTheWordsOfAChangeAreTrue(t *testing.T) {
	rule := func(methods, exposed []string) *core.CORSConfiguration {
		return &core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: []string{"https://a.example"}, AllowedMethods: methods, ExposeHeaders: exposed}}}
	}
	list := func(texts ...string) []string { return texts }
	for _, c := range []struct {
		methods, otherMethods, exposed, otherExposed []string
		words                                        string
	}{
		{list("GET", "PUT"), list("PUT", "GET"), nil, nil, "the methods are written otherwise"},
		{list("GET"), list("GET", "GET"), nil, nil, "the methods are written otherwise"},
		{list("GET"), list("GET", "PUT"), nil, nil, "other methods are named"},
		{list("GET"), list("GET"), list("ETag", "x-a"), list("X-A", "etag", "etag"), "the exposed headers are written otherwise"},
		{list("GET"), list("GET"), list("ETag"), list("ETag", "x-a"), "other headers are exposed"},
		{list("GET"), list("GET"), list("ETag"), nil, "other headers are exposed"},
	} {
		changed := meaning.Compare(rule(c.methods, c.exposed), rule(c.otherMethods, c.otherExposed)).Changed
		assert.Len(t, changed, 1)
		assert.Contains(t, changed[0].Message, " from https://a.example: "+c.words)
	}
}

func TestAllRulesThatTakeTheRequestsOfAnotherAreNamed(t *testing.T) {
	rule := func(origins ...string) core.CORSRule {
		return core.CORSRule{AllowedOrigins: origins, AllowedMethods: []string{"GET", "HEAD"}}
	}
	message := func(rules ...core.CORSRule) string {
		for _, d := range meaning.Findings(&core.CORSConfiguration{CORSRules: rules}) {
			if d.Code == "rule-unreachable" {
				return d.Message
			}
		}
		return ""
	}
	a, b, c := rule("https://a.example"), rule("https://b.example"), rule("https://c.example")
	assert.Equal(t, "rule 3 is never used: rules 1 and 2 together take its requests first", message(a, b, rule("https://a.example", "https://b.example")))
	assert.Equal(t, "rule 5 is never used: rules 1, 3 and 4 together take its requests first",
		message(a, rule("https://d.example"), b, c, rule("https://a.example", "https://b.example", "https://c.example")))
	assert.Equal(t, "rule 2 is never used: rule 1 takes its requests first", message(rule("https://*.example"), b))
}
