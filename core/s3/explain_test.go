package s3

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// explanation is one near miss: a request, the one rule that it fails, and what a person would say.
type explanation struct {
	Name    string `json:"name"`
	Origins []string
	Methods []string
	Headers []string
	Request struct{ Origin, Method, Headers string }
	Expect  struct {
		Reason  string
		Path    string
		Pattern *string
		Message string
		// Parameters are the values in the message; numbers are texts here.
		Parameters map[string]string
	}
}

func TestNearMissesAreExplainedAsAPersonWould(t *testing.T) {
	for _, file := range []string{"origins", "methods", "headers"} {
		text, err := os.ReadFile("../../testdata/explanations/" + file + ".json")
		require.NoError(t, err)
		var cases []explanation
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.DisallowUnknownFields()
		require.NoError(t, decoder.Decode(&cases))
		for _, c := range cases {
			t.Run(file+"/"+c.Name, func(t *testing.T) { c.check(t, file) })
		}
	}
}

func (c *explanation) check(t *testing.T, aspect string) {
	rules := Compile(&core.CORSConfiguration{CORSRules: []core.CORSRule{{
		AllowedOrigins: or(c.Origins, "*"), AllowedMethods: or(c.Methods, "GET"), AllowedHeaders: c.Headers,
	}}})
	origin, method := c.Request.Origin, c.Request.Method
	if origin == "" {
		origin = "https://www.example.com"
	}
	request := core.PreflightRequest{Origin: &origin}
	if aspect != "methods" && method == "" {
		method = "GET"
	}
	if method != "" {
		request.Method = &method
	}
	if c.Request.Headers != "" {
		request.Headers = &c.Request.Headers
	}
	simulation := rules.Simulate(PreflightHTTP(request), Target{})
	require.False(t, simulation.Allowed)
	require.Equal(t, 403, simulation.Response.Status)
	check := simulation.Trace[0].Origin
	switch aspect {
	case "methods":
		check = simulation.Trace[0].Method
	case "headers":
		check = simulation.Trace[0].Headers[0]
	}
	assert.Equal(t, Failed, check.Result)
	assert.Equal(t, c.Expect.Reason, check.Reason)
	assert.Equal(t, c.Expect.Message, check.Message)
	assert.Equal(t, c.Expect.Path, check.Path.String())
	assert.Equal(t, c.Expect.Pattern, check.Pattern)
	parameters := map[string]string{}
	for _, parameter := range check.Parameters {
		parameters[parameter.Name] = parameter.Text
		assert.Contains(t, check.Message, parameter.Text)
	}
	assert.Equal(t, c.Expect.Parameters, parameters)
}

func or(list []string, otherwise string) []string {
	if list == nil {
		return []string{otherwise}
	}
	return list
}
