package suite_test

import (
	"fmt"

	"s3cors/core"
	"s3cors/core/source"
	"s3cors/core/suite"
)

// A suite holds what is expected of a configuration, and tells what is otherwise.
func ExampleSuite_Run() {
	origin, method, allowed := "https://app.example.com", "PUT", true
	expectations := suite.Suite{
		Configuration: source.Read(`[{"AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["GET"]}]`).Configuration,
		Cases: []suite.Case{{
			Name:      "the app writes",
			Preflight: &core.PreflightRequest{Origin: &origin, Method: &method},
			Expect:    suite.Expectation{Allowed: &allowed},
		}},
	}
	for _, result := range expectations.Run() {
		for _, difference := range result.Differences {
			fmt.Printf("%s: %s is %s, expected %s\n", result.Name, difference.Field, difference.Actual.Text, difference.Expected.Text)
		}
	}
	// Output:
	// the app writes: allowed is false, expected true
}
