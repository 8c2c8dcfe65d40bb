package s3_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core/s3"
	"s3cors/core/source"
)

func TestWhatIsKnownOnlyElsewhereIsLeftOutOfTheChecks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		accepted   bool
	}{
		{"a method by reference", "CorsConfiguration:\n  CorsRules:\n    - AllowedMethods: [GET, !Ref Method]\n      AllowedOrigins: ['https://a.example']\n", true},
		{"the same text without being one", "CorsConfiguration:\n  CorsRules:\n    - AllowedMethods: [GET, Ref Method]\n      AllowedOrigins: ['https://a.example']\n", false},
		{"an exposed header of Terraform", "cors_rule {\n  allowed_methods = [\"GET\"]\n  allowed_origins = [\"*\"]\n  expose_headers = [\"x-${var.env}\"]\n}\n", true},
		{"a method that is known beside it", "CorsConfiguration:\n  CorsRules:\n    - AllowedMethods: [get, !Ref Method]\n      AllowedOrigins: ['https://a.example']\n", false},
		{"a list of rules that may have some", `{"CORSRules": [{"Ref": "Rules"}]}`, true},
		{"a list of rules that has none", `{"CORSRules": []}`, false},
		{"in XML it is what it is", "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>${METHOD}</AllowedMethod></CORSRule></CORSConfiguration>", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.accepted, s3.Validate(source.Read(c.text)).Accepted)
		})
	}
}
