package format_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/source"
)

// Two configurations that share the list of their origins.
const (
	sharedConstant = "const origins=['https://a.example'];\nconst a={CORSRules:[{AllowedOrigins:origins,AllowedMethods:['GET']}]};\nconst b={CORSRules:[{AllowedOrigins:origins,AllowedMethods:['PUT']}]};\n"
	sharedLocal    = "locals {\n  origins = [\"https://a.example\"]\n}\nresource \"aws_s3_bucket_cors_configuration\" \"a\" {\n  cors_rule {\n    allowed_methods = [\"GET\"]\n    allowed_origins = local.origins\n  }\n}\n" +
		"resource \"aws_s3_bucket_cors_configuration\" \"b\" {\n  cors_rule {\n    allowed_methods = [\"PUT\"]\n    allowed_origins = local.origins\n  }\n}\n"
	sharedAnchor = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      CorsConfiguration:\n        CorsRules:\n          - AllowedOrigins: &o ['https://a.example']\n            AllowedMethods: [GET]\n" +
		"  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      CorsConfiguration:\n        CorsRules:\n          - AllowedOrigins: *o\n            AllowedMethods: [PUT]\n"
	sharedRule = "const r = {AllowedOrigins:['*'],AllowedMethods:['GET']};\nconst a={CORSRules:[r]};\nconst b={CORSRules:[r, {AllowedOrigins:['https://b.example'],AllowedMethods:['PUT']}]};\n"
)

func TestNoEditChangesAnotherConfigurationOfTheText(t *testing.T) {
	cases := []struct {
		name, text string
		candidate  int
		change     func([]core.CORSRule) []core.CORSRule
		// old becomes new at its first place; without old there are no edits.
		old, new string
	}{
		{"an origin would come into a constant of both, from the first", sharedConstant, 0, withOrigin, "", ""},
		{"an origin would come into a constant of both, from the second", sharedConstant, 1, withOrigin, "", ""},
		{"a method is the first one's own", sharedConstant, 0, withMethod, "'GET'", "'GET', 'HEAD'"},
		{"a method is the second one's own", sharedConstant, 1, withMethod, "'PUT'", "'PUT', 'HEAD'"},
		{"an origin would come into a local value of Terraform", sharedLocal, 1, withOrigin, "", ""},
		{"a method is a resource's own", sharedLocal, 1, withMethod, `["PUT"]`, `["PUT", "HEAD"]`},
		{"an origin would come behind an anchor", sharedAnchor, 0, withOrigin, "", ""},
		{"an origin would come behind the anchor of another bucket", sharedAnchor, 1, withOrigin, "", ""},
		{"a method is a bucket's own", sharedAnchor, 1, withMethod, "[PUT]", "[PUT, HEAD]"},
		{"a member would come into a rule of both", sharedRule, 0, withAge, "", ""},
		{"a rule comes into one list", sharedRule, 0, withRule, "[r]", `[r, {AllowedMethods: ["HEAD"], AllowedOrigins: ["*"]}]`},
		{"a rule of both goes out of one list", sharedRule, 1, withoutRule(0), "[r, {", "[{"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.ReadChoice(c.text, &source.Choice{Candidate: c.candidate})
			require.NotNil(t, doc.Configuration)
			require.Len(t, doc.Candidates, 1)
			after := &core.CORSConfiguration{CORSRules: c.change(append([]core.CORSRule(nil), doc.Configuration.CORSRules...))}
			edits, ok := format.Edits(doc, after)
			require.Equal(t, c.old != "", ok, format.Apply(c.text, edits))
			assert.Equal(t, strings.Replace(c.text, c.old, c.new, min(1, len(c.old))), format.Apply(c.text, edits))
			if !ok {
				assert.Nil(t, edits)
			}
		})
	}
}
