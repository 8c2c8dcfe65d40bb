package browser_test

import (
	"fmt"

	"s3cors/core/browser"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// A call is played to its end: the preflight where one is needed, S3's answers, and what script can read.
func ExampleSimulateFetch() {
	rules := s3.Compile(source.Read(`[{"AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["GET", "PUT"]}]`).Configuration)
	put := "PUT"
	exchange := browser.SimulateFetch(
		&browser.Call{Page: "https://app.example.com/", URL: "https://my-bucket.s3.amazonaws.com/cat.jpg", Method: &put, Body: browser.Blob, BodyType: "image/png"},
		&browser.Server{S3: true, Rules: rules},
	)
	fmt.Println(exchange.Outcome(), exchange.Reason())
	for _, step := range exchange.Steps() {
		fmt.Printf("%s: %s. %s\n", step.Actor, step.Title, step.Detail)
	}
	// Output:
	// blocked acao-missing
	// page: fetch PUT. https://app.example.com calls https://my-bucket.s3.amazonaws.com/cat.jpg
	// browser: OPTIONS /cat.jpg. The browser asks first, because PUT is not GET, HEAD or POST, and content-type needs permission
	// s3: 403. No rule matches, so S3 sends no Access-Control-Allow-Origin
	// browser: The preflight fails. There is no Access-Control-Allow-Origin, so the PUT is never sent
	// page: TypeError. Script sees neither status nor reason
}
