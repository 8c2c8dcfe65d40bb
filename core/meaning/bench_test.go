package meaning

import (
	"fmt"
	"testing"

	"s3cors/core"
)

func hundred(variant int) *core.CORSConfiguration {
	configuration := &core.CORSConfiguration{}
	for i := range 100 {
		rule := core.CORSRule{AllowedMethods: []string{"GET", "PUT", "POST"}, AllowedHeaders: []string{"content-type", "x-amz-*", fmt.Sprintf("x-app-%d", i)}}
		for j := range 5 {
			origin := fmt.Sprintf("https://app%d-%d.example.com", i, j)
			if j == 4 {
				origin = fmt.Sprintf("https://*.tenant%d.example.com", i)
			}
			rule.AllowedOrigins = append(rule.AllowedOrigins, origin)
		}
		age := int64(600 + i%variant)
		rule.MaxAgeSeconds = &age
		configuration.CORSRules = append(configuration.CORSRules, rule)
	}
	return configuration
}

func BenchmarkCompareHundredRulesWithTheSame(b *testing.B) {
	before, after := hundred(1), hundred(1)
	for b.Loop() {
		Compare(before, after)
	}
}

func BenchmarkCompareHundredRulesAfterAnEdit(b *testing.B) {
	before, after := hundred(1), hundred(1)
	after.CORSRules[50].AllowedOrigins = append(after.CORSRules[50].AllowedOrigins, "https://*.example.org")
	for b.Loop() {
		Compare(before, after)
	}
}

func BenchmarkCompareHundredRulesWithOtherAges(b *testing.B) {
	before, after := hundred(1), hundred(7)
	for b.Loop() {
		Compare(before, after)
	}
}

// changedIn is a hundred rules after a change of each.
func changedIn(change func(rule *core.CORSRule, index int)) *core.CORSConfiguration {
	configuration := hundred(1)
	for i := range configuration.CORSRules {
		change(&configuration.CORSRules[i], i)
	}
	return configuration
}

func BenchmarkCompareHundredRulesWithOtherMethodsAndHeaders(b *testing.B) {
	before, after := hundred(1), changedIn(func(rule *core.CORSRule, _ int) {
		rule.AllowedMethods, rule.AllowedHeaders = []string{"GET", "PUT"}, []string{"*"}
	})
	for b.Loop() {
		Compare(before, after)
	}
}

func BenchmarkCompareHundredRulesWithOtherOrigins(b *testing.B) {
	before, after := hundred(1), changedIn(func(rule *core.CORSRule, index int) {
		rule.AllowedOrigins = []string{fmt.Sprintf("https://a%d.example.org", index), fmt.Sprintf("https://b%d.example.org", index)}
	})
	for b.Loop() {
		Compare(before, after)
	}
}

func BenchmarkCompareHundredRulesWithOneForAll(b *testing.B) {
	before, after := hundred(1), changedIn(func(rule *core.CORSRule, index int) {
		rule.AllowedOrigins = []string{"https://*.example.com", fmt.Sprintf("https://x%d.example.org", index)}
	})
	for b.Loop() {
		Compare(before, after)
		Compare(after, before)
	}
}

func BenchmarkShadowsOfHundredRules(b *testing.B) {
	configuration := hundred(7)
	for b.Loop() {
		Shadows(configuration)
	}
}

func BenchmarkFindingsOfHundredRules(b *testing.B) {
	configuration := hundred(7)
	for b.Loop() {
		Findings(configuration)
	}
}
