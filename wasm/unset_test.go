package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

const twoUnset = `resource "aws_s3_bucket_cors_configuration" "this" {
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = [var.reader]
    max_age_seconds = var.age
  }
  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["https://a.example", var.writer]
    allowed_headers = var.headers
  }
  cors_rule {
    allowed_methods = ["GET", "PUT"]
    allowed_origins = ["https://b.example"]
  }
}
`

func TestASimulationNamesThePlaceholdersThatItDependsOn(t *testing.T) {
	cases := []struct {
		name, origin, method, headers string
		given                         []source.GivenValue
		unset                         []string
	}{
		{"an origin that is not known might be that of the page", "https://c.example", "GET", "", nil, []string{"var.reader"}},
		{"an earlier rule might answer before the one that does", "https://b.example", "GET", "", nil, []string{"var.reader"}},
		{"all that failed has to be unset", "https://c.example", "PUT", "x-a", nil, []string{"var.writer", "var.headers"}},
		{"and only what failed", "https://a.example", "PUT", "x-a", nil, []string{"var.headers"}},
		{"a method that is known and not listed decides", "https://c.example", "DELETE", "", nil, []string{}},
		{"a rule that answers does not depend on those behind it", "https://a.example", "PUT", "", nil, []string{}},
		{"a value that is given is known", "https://c.example", "GET", "", []source.GivenValue{{Name: "var.reader", Texts: []string{"https://r.example"}}}, []string{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			e := &encoder{source: newKept(source.ReadChoice(twoUnset, &source.Choice{Values: c.given}))}
			request := core.PreflightRequest{Origin: &c.origin, Method: &c.method}
			if c.headers != "" {
				request.Headers = &c.headers
			}
			simulation := e.source.compile().Simulate(s3.PreflightHTTP(request), s3.Target{})
			e.simulation(&simulation)
			var written struct{ Unset []string }
			require.NoError(t, json.Unmarshal(e.out, &written))
			assert.Equal(t, c.unset, written.Unset)
		})
	}
}

func TestAValueThatIsNotSetIsNotComparedByTheLettersOfItsName(t *testing.T) {
	checkOf := func(choice source.Choice) (check struct {
		Result, Pattern, Reason, Message string
		Parameters                       map[string]any
	}) {
		e := &encoder{source: newKept(source.ReadChoice(twoUnset, &choice))}
		origin, method := "https://c.example", "GET"
		simulation := e.source.compile().Simulate(s3.PreflightHTTP(core.PreflightRequest{Origin: &origin, Method: &method}), s3.Target{})
		e.simulation(&simulation)
		var written struct {
			Trace []struct{ Origin json.RawMessage }
		}
		require.NoError(t, json.Unmarshal(e.out, &written))
		require.NoError(t, json.Unmarshal(written.Trace[0].Origin, &check))
		return check
	}
	unset := checkOf(source.Choice{})
	assert.Equal(t, "failed", unset.Result)
	assert.Equal(t, "var.reader", unset.Pattern)
	assert.Equal(t, "value-not-set", unset.Reason)
	assert.Equal(t, "var.reader has no value here, and with one it might match", unset.Message)
	assert.Empty(t, unset.Parameters)
	given := checkOf(source.Choice{Values: []source.GivenValue{{Name: "var.reader", Texts: []string{"http://c.example"}}}})
	assert.Equal(t, "scheme-differs", given.Reason)
}

func TestARuleWithoutAMaxAgeIsToldAsTheToolOfTheTextWritesIt(t *testing.T) {
	rule := `{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["content-type"], "ExposeHeaders": ["ETag"]}`
	terraform := "resource \"aws_s3_bucket_cors_configuration\" \"a\" {\n  cors_rule {\n    allowed_origins = [\"https://a.example\"]\n    allowed_methods = [\"PUT\"]\n    allowed_headers = [\"content-type\"]\n    expose_headers = [\"ETag\"]\n  }\n}\n"
	for text, want := range map[string]string{
		"[" + rule + "]": "rule 1 sets no MaxAgeSeconds: browsers keep its preflights for 5 seconds",
		terraform:        "rule 1 sets no max age: Terraform writes 0, and every preflight is sent again",
		`{"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"CorsConfiguration": {"CorsRules": [{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["content-type"]}]}}}}}`: "rule 1 sets no max age: CloudFormation writes 0, and every preflight is sent again",
	} {
		var told []string
		for _, d := range newKept(source.ReadChoice(text, &source.Choice{})).all() {
			if d.Code == "max-age-absent" {
				told = append(told, d.Message)
				assert.NotEmpty(t, d.Fixes, "it can be mended as before")
			}
		}
		assert.Equal(t, []string{want}, told)
	}
}
