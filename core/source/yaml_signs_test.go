package source_test

import (
	"testing"

	"s3cors/core/source"
)

// TestYAMLInBrackets looks at YAML that could be JavaScript but for one value in it, and at JavaScript that says the same in its own way.
func TestYAMLInBrackets(t *testing.T) {
	for _, test := range []struct {
		name, text   string
		format       source.Format
		origin       string
		placeholders int
	}{
		{"a type without quotes", "Resources: {\n  B: {\n    Type: AWS::S3::Bucket,\n    Properties: { CorsConfiguration: { CorsRules: [ { AllowedOrigins: [o], AllowedMethods: [GET] } ] } }\n  }\n}\n",
			source.CloudFormationYAML, "o", 0},
		{"the same behind a brace", "{Resources: {\n  B: {\n    Type: AWS::S3::Bucket,\n    Properties: { CorsConfiguration: { CorsRules: [ { AllowedOrigins: [o], AllowedMethods: [GET] } ] } }\n  }\n}}\n",
			source.CloudFormationYAML, "o", 0},
		{"an origin without quotes", "CorsConfiguration: {\n  CorsRules: [\n    { AllowedOrigins: [ https://a.example ], AllowedMethods: [GET] }\n  ]\n}\n",
			source.CloudFormationYAML, "https://a.example", 0},
		{"a tag", "CorsConfiguration: {\n  CorsRules: [\n    { AllowedOrigins: [ !Ref Origin ], AllowedMethods: [GET] }\n  ]\n}\n",
			source.CloudFormationYAML, "!Ref Origin", 1},
		{"an anchor", "CorsConfiguration: {\n  CorsRules: [\n    { AllowedHeaders: &all ['*'], AllowedOrigins: *all, AllowedMethods: [GET] }\n  ]\n}\n",
			source.CloudFormationYAML, "*", 0},
		{"names without any of these", "CorsConfiguration: {\n  CorsRules: [\n    { AllowedOrigins: [origin], AllowedMethods: ['GET'] }\n  ]\n}\n",
			source.CloudFormationJSON, "origin", 1},
		{"a type in a comment", "CorsConfiguration: {\n  // Type: AWS::S3::Bucket\n  CorsRules: [ // [https://a.example]\n    { AllowedOrigins: [origin], AllowedMethods: ['GET'] }\n  ]\n}\n",
			source.CloudFormationJSON, "origin", 1},
		{"a type in quotes", "const t = {\n  Type: 'AWS::S3::Bucket',\n  CorsConfiguration: { CorsRules: [{ AllowedOrigins: [origin], AllowedMethods: ['GET'] }] },\n};\n",
			source.CloudFormationJSON, "origin", 1},
		{"a type in a text", `{"Description": "like Type: AWS::S3::Bucket", "CorsConfiguration": {"CorsRules": [{"AllowedOrigins": ["o"], "AllowedMethods": ["GET"]}],}}`,
			source.CloudFormationJSON, "o", 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := source.Read(test.text)
			if doc.Format != test.format || doc.HasErrors() {
				t.Fatalf("it is read as %q: %v", doc.Format, doc.Diagnostics)
			}
			rule := doc.Configuration.CORSRules[0]
			if len(rule.AllowedOrigins) != 1 || rule.AllowedOrigins[0] != test.origin || len(rule.AllowedMethods) != 1 || rule.AllowedMethods[0] != "GET" {
				t.Errorf("the rule is %+v", rule)
			}
			if len(doc.Placeholders) != test.placeholders {
				t.Errorf("the placeholders are %+v", doc.Placeholders)
			}
		})
	}
}
