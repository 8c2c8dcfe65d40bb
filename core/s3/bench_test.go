package s3_test

import (
	"fmt"
	"testing"

	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// sample is a configuration of so many rules, each with 5 origins, 3 headers and 3 methods.
func sample(rules int) *core.CORSConfiguration {
	configuration := &core.CORSConfiguration{}
	for i := range rules {
		rule := core.CORSRule{
			AllowedOrigins: []string{fmt.Sprintf("https://*.team%d.example.org", i)},
			AllowedMethods: []string{"GET", "PUT", "POST"},
			AllowedHeaders: []string{"content-type", "authorization", "x-amz-*"},
		}
		for j := range 4 {
			rule.AllowedOrigins = append(rule.AllowedOrigins, fmt.Sprintf("https://app%d.team%d.example.com", j, i))
		}
		configuration.CORSRules = append(configuration.CORSRules, rule)
	}
	return configuration
}

func benchmark(b *testing.B, measured func(b *testing.B, configuration *core.CORSConfiguration)) {
	for _, rules := range []int{3, 100} {
		b.Run(fmt.Sprintf("rules=%d", rules), func(b *testing.B) {
			b.ReportAllocs()
			measured(b, sample(rules))
		})
	}
}

func lastRule(configuration *core.CORSConfiguration) core.PreflightRequest {
	origin, method, headers := fmt.Sprintf("https://www.team%d.example.org", len(configuration.CORSRules)-1), "PUT", "content-type,x-amz-date"
	return core.PreflightRequest{Origin: &origin, Method: &method, Headers: &headers}
}

func BenchmarkValidateXML(b *testing.B) {
	benchmark(b, func(b *testing.B, configuration *core.CORSConfiguration) {
		text := s3.Document(configuration)
		for b.Loop() {
			s3.Validate(source.Read(text))
		}
	})
}

func BenchmarkDocument(b *testing.B) {
	benchmark(b, func(b *testing.B, configuration *core.CORSConfiguration) {
		for b.Loop() {
			s3.Document(configuration)
		}
	})
}

func BenchmarkSimulate(b *testing.B) {
	benchmark(b, func(b *testing.B, configuration *core.CORSConfiguration) {
		rules, request := s3.Compile(configuration), s3.PreflightHTTP(lastRule(configuration))
		for b.Loop() {
			rules.Simulate(request, s3.Target{})
		}
	})
}

func BenchmarkVerdict(b *testing.B) {
	benchmark(b, func(b *testing.B, configuration *core.CORSConfiguration) {
		rules, request := s3.Compile(configuration), lastRule(configuration)
		for b.Loop() {
			rules.Verdict(request, s3.Target{})
		}
	})
}
