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
