package source_test

import (
	"fmt"

	"s3cors/core"
	"s3cors/core/source"
)

// Read finds the configuration in whatever it is given, and tells the format.
func ExampleRead() {
	doc := source.Read(`resource "aws_s3_bucket_cors_configuration" "this" {
  bucket = aws_s3_bucket.this.id
  cors_rule {
    allowed_methods = ["GET", "PUT"]
    allowed_origins = ["https://app.example.com", var.origin]
  }
}`)
	fmt.Println(doc.Format, doc.Configuration.CORSRules[0].AllowedMethods)
	fmt.Println(doc.Placeholders[0].Name)
	// Output:
	// terraform [GET PUT]
	// var.origin
}

// What stands in the way is told with its place, and near misses are read as they are meant.
func ExampleRead_nearMiss() {
	doc := source.Read(`[{"AllowedOrigin": ["*"], "AllowedMethods": "GET"}]`)
	for _, d := range doc.Diagnostics {
		fmt.Printf("%s %q: %s\n", d.Code, doc.Text[d.Span.Start:d.Span.End], d.Message)
	}
	fmt.Println(doc.Configuration.CORSRules[0].AllowedOrigins, doc.HasErrors())
	// Output:
	// misspelled-key "AllowedOrigin": "AllowedOrigin" is read as AllowedOrigins; the S3 console refuses it
	// value-not-list "GET": AllowedMethods holds "GET" where a list stands; it is read as a list of 1
	// [*] false
}

// The place of a value is looked up by its path.
func ExampleDocument_places() {
	doc := source.Read(`<CORSConfiguration><CORSRule>
  <AllowedOrigin>https://app.example.com</AllowedOrigin>
  <AllowedMethod>GET</AllowedMethod>
</CORSRule></CORSConfiguration>`)
	place, _ := doc.Places.Find(core.RulePath(0).Member(core.AllowedOrigins).Item(0))
	fmt.Println(doc.Text[place.Value.Start:place.Value.End])
	// Output: https://app.example.com
}

// A text may hold several configurations, and values that are known only elsewhere.
func ExampleReadChoice() {
	text := `<CORSConfiguration><CORSRule><AllowedOrigin>${ORIGIN}</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>`
	fmt.Println(source.Read(text).Placeholders[0].Name)
	doc := source.ReadChoice(text, &source.Choice{Values: []source.GivenValue{{Name: "${ORIGIN}", Texts: []string{"https://app.example.com"}}}})
	fmt.Println(doc.Configuration.CORSRules[0].AllowedOrigins)
	// Output:
	// ${ORIGIN}
	// [https://app.example.com]
}
