package meaning_test

import (
	"fmt"

	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/meaning"
	"s3cors/core/source"
)

func read(text string) *core.CORSConfiguration { return source.Read(text).Configuration }

// Compare decides for all requests at once, and gives a request for each difference.
func ExampleCompare() {
	before := read(`[{"AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["GET"]}]`)
	after := read(`[{"AllowedOrigins": ["https://*.example.com"], "AllowedMethods": ["GET"]}]`)
	comparison := meaning.Compare(before, after)
	fmt.Println(comparison.Relation)
	for _, difference := range comparison.Gained {
		fmt.Println(*difference.Witness.Method, *difference.Witness.Origin)
	}
	// Output:
	// wider
	// GET https://www.example.com
}

// Findings are what S3 takes, and its author does not mean.
func ExampleFindings() {
	for _, d := range meaning.Findings(read(`[{"AllowedOrigins": ["https://app.example.com/"], "AllowedMethods": ["PUT"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 600}]`)) {
		fmt.Println(d.Code, d.Path)
	}
	// Output:
	// origin-trailing-slash CORSRules[0].AllowedOrigins[0]
	// rule-without-effect CORSRules[0]
	// put-without-post CORSRules[0].AllowedMethods
	// write-without-headers CORSRules[0].AllowedHeaders
}

// Suggest gives the smallest changes that let a request pass, the narrowest first.
func ExampleSuggest() {
	origin, method, headers := "https://app.example.com", "PUT", "content-type"
	request := core.PreflightRequest{Origin: &origin, Method: &method, Headers: &headers}
	for _, suggestion := range meaning.Suggest(read(`[{"AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["PUT"]}]`), request) {
		fmt.Println(suggestion.Title)
	}
	// Output:
	// Add content-type to rule 1
}

// Infer gives the narrowest configuration that lets calls pass.
func ExampleInfer() {
	put := "PUT"
	inference := meaning.Infer([]meaning.Wanted{{
		Call:  browser.Call{Page: "https://app.example.com/", URL: "https://my-bucket.s3.amazonaws.com/cat.jpg", Method: &put},
		Reads: []string{"ETag"},
	}})
	rule := inference.Configuration.CORSRules[0]
	fmt.Println(rule.AllowedOrigins, rule.AllowedMethods, rule.ExposeHeaders)
	// Output:
	// [https://app.example.com] [PUT] [ETag]
}

// Shadows are the rules that no request reaches.
func ExampleShadows() {
	for _, shadow := range meaning.Shadows(read(`[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}, {"AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["GET"]}]`)) {
		fmt.Println(shadow.Rule, shadow.By)
	}
	// Output:
	// 1 [0]
}
