package core_test

import (
	"fmt"

	"s3cors/core"
)

// The path of a value is the link between the stages: it says which value is meant, in the configuration and in the text.
func ExampleRulePath() {
	fmt.Println(core.RulePath(0).Member(core.AllowedOrigins).Item(1))
	// Output: CORSRules[0].AllowedOrigins[1]
}

// One wildcard stands for any characters, none included. Everything else stands for itself, upper and lower case apart.
func ExamplePattern_Match() {
	pattern := core.NewPattern("https://*.example.com")
	for _, origin := range []string{"https://app.example.com", "https://a.b.example.com", "https://example.com", "https://APP.EXAMPLE.COM"} {
		fmt.Println(origin, pattern.Match(origin))
	}
	// Output:
	// https://app.example.com true
	// https://a.b.example.com true
	// https://example.com false
	// https://APP.EXAMPLE.COM false
}
