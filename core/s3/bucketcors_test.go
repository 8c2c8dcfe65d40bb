package s3_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// S3's clients write the URL of the bucket's CORS calls in several ways; an object whose URL happens to have the query
// member is none of them.
func TestOnlyTheURLOfABucketAsksForItsConfiguration(t *testing.T) {
	rules := s3.Compile(&core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET"}}}})
	cases := []struct {
		name, url, host string
		resource        s3.Resource
		asks            bool
	}{
		{"a path alone", "/?cors", "", "", true},
		{"with =", "/?cors=", "", "", true},
		{"beside another member", "/?x-id=1&cors", "", "", true},
		{"the bucket in the host", "https://my-bucket.s3.eu-west-1.amazonaws.com/?cors", "", "", true},
		{"the bucket in the path", "https://s3.eu-west-1.amazonaws.com/my-bucket?cors", "", "", true},
		{"the bucket in the path with a slash", "http://127.0.0.1:9000/my-bucket/?cors=", "", "", true},
		{"the bucket in the path, said to be a bucket", "/my-bucket?cors", "", s3.BucketItem, true},
		{"an object's path alone", "/cat.jpg?cors", "", "", false},
		{"an object, the bucket in the host", "https://my-bucket.s3.amazonaws.com/cat.jpg?cors", "", "", false},
		{"an object, the bucket in the Host header", "/cat.jpg?cors", "my-bucket.s3.amazonaws.com", "", false},
		{"an object, the bucket in the path", "https://s3.amazonaws.com/my-bucket/cat.jpg?cors", "", s3.BucketItem, false},
		{"another member", "/?corsair", "", "", false},
		{"no query", "/", "", "", false},
		{"the fragment is no query", "/#?cors", "", "", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			request := core.HTTPRequest{Method: "GET", URL: c.url}
			if c.host != "" {
				request.Headers.Add("Host", c.host)
			}
			simulation := rules.Simulate(request, s3.Target{Resource: c.resource})
			assert.Equal(t, c.asks, simulation.Response.Body != "")
			if c.asks {
				assert.Equal(t, "element-order", simulation.Assumptions[0].Code, "the order of the elements is a reading")
			}
		})
	}
}

func TestAPutOfADocumentNamesTheReadingsOfItsAnswer(t *testing.T) {
	request := core.HTTPRequest{Method: "PUT", URL: "/?cors", Body: "<CORSConfiguration><Owner/></CORSConfiguration>"}
	request.Headers.Add("x-amz-checksum-crc32", "AAAAAA==")
	simulation := s3.Compile(nil).Simulate(request, s3.Target{})
	assert.Equal(t, "MalformedXML", simulation.Response.Error.Code)
	assert.Equal(t, []string{"digest-not-compared", "unknown-element"}, codesOf(simulation.Assumptions))

	request.Headers = nil
	simulation = s3.Compile(nil).Simulate(request, s3.Target{})
	assert.Equal(t, "Missing required header for this request: Content-MD5", simulation.Response.Error.Message)
	assert.Empty(t, simulation.Assumptions)
	missing := s3.Compile(nil).Simulate(request, s3.Target{Missing: true})
	assert.Equal(t, simulation.Response.Error, missing.Response.Error, "the digest is looked at before the bucket")
}

func codesOf(assumptions []s3.Assumption) (codes []string) {
	for _, assumption := range assumptions {
		codes = append(codes, assumption.Code)
	}
	return codes
}

func TestWhatIsFarBeyondS3sLimitsIsToldInBounds(t *testing.T) {
	configuration := &core.CORSConfiguration{}
	for range 5000 {
		configuration.CORSRules = append(configuration.CORSRules, core.CORSRule{AllowedMethods: []string{"get", "put"}})
	}
	validation := s3.Validate(&source.Document{Configuration: configuration})
	assert.Equal(t, "MaxMessageLengthExceeded", validation.Error.Code)
	require.Len(t, validation.Diagnostics, 501, "with the size of the document")
	assert.Equal(t, "there are more problems than are told here", validation.Diagnostics[500].Message)

	origin, method, headers := "https://a.example", "GET", strings.Repeat("x,", 4000)+"y"
	simulation := s3.Compile(configuration).Simulate(s3.PreflightHTTP(core.PreflightRequest{Origin: &origin, Method: &method, Headers: &headers}), s3.Target{})
	assert.Len(t, simulation.Trace, 1000)
	assert.Len(t, simulation.Trace[0].Headers, 20)
	assert.Equal(t, 403, simulation.Response.Status)
}

func TestTheBucketOfAnErrorIsThatOfTheURL(t *testing.T) {
	for url, bucket := range map[string]string{
		"/?cors": "BUCKET",
		"https://my.s3bucket.s3.amazonaws.com/?cors":             "my.s3bucket",
		"https://my-bucket.s3-eu-west-1.amazonaws.com/?cors":     "my-bucket",
		"https://s3.amazonaws.com/my-bucket?cors":                "my-bucket",
		"http://localhost:9000/my-bucket/?cors":                  "my-bucket",
		"https://my-bucket.s3.eu-west-1.amazonaws.com:443/?cors": "my-bucket",
	} {
		body := s3.Compile(nil).Simulate(core.HTTPRequest{Method: "GET", URL: url}, s3.Target{}).Response.Body
		assert.Contains(t, body, "<BucketName>"+bucket+"</BucketName>", url)
	}
}

func TestTheErrorOfAValueSaysWhichValue(t *testing.T) {
	path := func(text string) string { return s3.Validate(source.Read(text)).Path.String() }
	const rule = "<AllowedMethod>get</AllowedMethod><AllowedOrigin>*</AllowedOrigin><AllowedOrigin>*a*</AllowedOrigin>"
	assert.Equal(t, "CORSRules[0].AllowedOrigins[1]", path("<CORSConfiguration><CORSRule>"+rule+"</CORSRule></CORSConfiguration>"), "origins are checked first")
	assert.Equal(t, "", path("<CORSConfiguration><CORSRule>"+rule+"<Owner/></CORSRule></CORSConfiguration>"), "the schema is about the document")
	assert.Equal(t, "", path("<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>"))
}
