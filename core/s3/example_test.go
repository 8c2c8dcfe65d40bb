package s3_test

import (
	"fmt"

	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// Validate gives S3's own answer to PutBucketCors, and tells every other problem too.
func ExampleValidate() {
	doc := source.Read(`[{"AllowedOrigins": ["https://*.*.example.com"], "AllowedMethods": ["GET", "OPTIONS"]}]`)
	validation := s3.Validate(doc)
	fmt.Println(validation.Accepted, validation.Status, validation.Error.Code, validation.Path)
	for _, d := range validation.Diagnostics {
		fmt.Printf("%s: %s. %s\n", d.Path, d.Message, d.Help)
	}
	// Output:
	// false 400 InvalidRequest CORSRules[0].AllowedOrigins[0]
	// CORSRules[0].AllowedOrigins[0]: "https://*.*.example.com" holds 2 wildcards; S3 takes one. Keep one wildcard, or write one origin each.
	// CORSRules[0].AllowedMethods[1]: S3 does not take the method "OPTIONS": it answers preflights itself. Remove it.
}

// Simulate gives the response to a request, the rule that made it, and why each rule before it did not.
func ExampleRules_Simulate() {
	rules := s3.Compile(source.Read(`[{"AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["GET", "PUT"]}]`).Configuration)
	origin, method, headers := "https://app.example.com", "PUT", "content-type"
	preflight := core.PreflightRequest{Origin: &origin, Method: &method, Headers: &headers}

	simulation := rules.Simulate(s3.PreflightHTTP(preflight), s3.Target{})
	fmt.Println(simulation.Allowed, simulation.Response.Status)
	for _, check := range simulation.Trace[0].Headers {
		fmt.Println(check.Message)
	}
	// Output:
	// false 403
	// The rule has no AllowedHeader, so content-type may not be asked for
}

// Verdict says only whether a preflight passes, and by which rule; it is made for many.
func ExampleRules_Verdict() {
	rules := s3.Compile(source.Read(`[{"AllowedOrigins": ["https://*.example.com"], "AllowedMethods": ["GET"]}]`).Configuration)
	method := "GET"
	for _, origin := range []string{"https://app.example.com", "https://example.org"} {
		verdict := rules.Verdict(core.PreflightRequest{Origin: &origin, Method: &method}, s3.Target{})
		fmt.Println(origin, verdict.Allowed, verdict.Rule)
	}
	// Output:
	// https://app.example.com true 0
	// https://example.org false -1
}

// Document writes the XML that PutBucketCors takes.
func ExampleDocument() {
	fmt.Print(s3.Document(source.Read(`[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]`).Configuration))
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
	//   <CORSRule>
	//     <AllowedMethod>GET</AllowedMethod>
	//     <AllowedOrigin>*</AllowedOrigin>
	//   </CORSRule>
	// </CORSConfiguration>
}
