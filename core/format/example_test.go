package format_test

import (
	"fmt"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/source"
)

// Convert writes a configuration for a tool, with the command that applies it and what the tool cannot carry.
func ExampleConvert() {
	doc := source.Read(`[{"AllowedOrigins": ["https://app.example.com"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 600}]`)
	written := format.Convert(doc, "r2", &format.Options{Bucket: "my-bucket"})
	fmt.Println(written.Command)
	fmt.Print(*written.Text)
	// Output:
	// npx wrangler r2 bucket cors set my-bucket --file cors.json
	// {
	//   "rules": [
	//     {
	//       "allowed": {
	//         "origins": ["https://app.example.com"],
	//         "methods": ["GET"]
	//       },
	//       "maxAgeSeconds": 600
	//     }
	//   ]
	// }
}

// Edits change the values that differ, and leave comments and layout alone.
func ExampleEdits() {
	doc := source.Read("[\n  // the shop\n  {'AllowedOrigins': ['https://shop.example.com/'], 'AllowedMethods': ['GET']},\n]\n")
	after := core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: []string{"https://shop.example.com"}, AllowedMethods: []string{"GET"}}}}
	edits, ok := format.Edits(doc, &after)
	fmt.Println(ok)
	fmt.Print(format.Apply(doc.Text, edits))
	// Output:
	// true
	// [
	//   // the shop
	//   {'AllowedOrigins': ['https://shop.example.com'], 'AllowedMethods': ['GET']},
	// ]
}
