package s3

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"s3cors/core"
	"s3cors/core/source"
)

func number(n int64) *int64 { return &n }

// Each reading is named by the answer that rests on it, and by no answer near it that does not.
func TestAnAnswerNamesTheReadingsItRestsOn(t *testing.T) {
	rule := func(change func(*core.CORSRule)) core.CORSConfiguration {
		r := core.CORSRule{AllowedOrigins: []string{"https://a.example"}, AllowedMethods: []string{"GET"}, AllowedHeaders: []string{"*"}}
		if change != nil {
			change(&r)
		}
		return core.CORSConfiguration{CORSRules: []core.CORSRule{r}}
	}
	preflight := func(headers ...string) core.HTTPRequest {
		request := core.HTTPRequest{Method: "OPTIONS", Headers: core.HeaderList{{Name: "Origin", Value: "https://a.example"}, {Name: "Access-Control-Request-Method", Value: "GET"}}}
		for i := 0; i < len(headers); i += 2 {
			request.Headers = append(request.Headers, core.HeaderField{Name: headers[i], Value: headers[i+1]})
		}
		return request
	}
	without := func(request core.HTTPRequest, name string) core.HTTPRequest {
		var kept core.HeaderList
		for _, field := range request.Headers {
			if field.Name != name {
				kept = append(kept, field)
			}
		}
		request.Headers = kept
		return request
	}
	cases := []struct {
		name          string
		configuration core.CORSConfiguration
		request       core.HTTPRequest
		target        Target
		codes         []string
	}{
		{name: "a plain preflight rests on records alone", configuration: rule(nil), request: preflight()},
		{name: "no Access-Control-Request-Method", configuration: rule(nil), request: without(preflight(), methodHeader), codes: []string{"acrm-absent"}},
		{name: "a method that S3 does not know", configuration: rule(nil), request: func() core.HTTPRequest {
			r := without(preflight(), methodHeader)
			r.Headers = append(r.Headers, core.HeaderField{Name: methodHeader, Value: "PATCH"})
			return r
		}(), codes: []string{"acrm-invalid"}},
		{name: "a header name with a blank", configuration: rule(nil), request: preflight(headersHeader, "a b"), codes: []string{"acrh-invalid-character"}},
		{name: "an empty item between two", configuration: rule(nil), request: preflight(headersHeader, "a,,b"), codes: []string{"acrh-empty-item"}},
		{name: "a comma at the end", configuration: rule(nil), request: preflight(headersHeader, "a,"), codes: []string{"acrh-empty-item"}},
		{name: "an empty header is an absent one and no empty item", configuration: rule(nil), request: preflight(headersHeader, "")},
		{name: "the same name twice in another letter case", configuration: rule(nil), request: preflight(headersHeader, "a,A"), codes: []string{"acrh-repeated-item"}},
		{name: "two Origin lines", configuration: rule(nil), request: preflight("origin", "https://b.example"), codes: []string{"repeated-request-header"}},
		{name: "a star beside the origin that fits", configuration: rule(func(r *core.CORSRule) { r.AllowedOrigins = []string{"https://a.example", "*"} }),
			request: preflight(), codes: []string{"star-beside-others"}},
		{name: "a star beside an origin that does not fit", configuration: rule(func(r *core.CORSRule) { r.AllowedOrigins = []string{"https://b.example", "*"} }), request: preflight()},
		{name: "max age 0", configuration: rule(func(r *core.CORSRule) { r.MaxAgeSeconds = number(0) }), request: preflight(), codes: []string{"max-age-zero"}},
		{name: "max age 1", configuration: rule(func(r *core.CORSRule) { r.MaxAgeSeconds = number(1) }), request: preflight()},
		{name: "max age -1", configuration: rule(func(r *core.CORSRule) { r.MaxAgeSeconds = number(-1) }), request: preflight(), codes: []string{"max-age-negative"}},
		{name: "ends of a pattern of which one does not fit", configuration: rule(func(r *core.CORSRule) { r.AllowedOrigins = []string{"https://a.exam*x.example"} }),
			request: preflight(), codes: nil},
		{name: "ends of a pattern that share characters", configuration: rule(func(r *core.CORSRule) { r.AllowedOrigins = []string{"https://a.exam*xample"} }),
			request: preflight(), codes: []string{"overlapping-affixes"}},
		{name: "a method twice", configuration: rule(func(r *core.CORSRule) { r.AllowedMethods = []string{"GET", "GET"} }), request: preflight(), codes: []string{"duplicates-kept"}},
		{name: "an exposed header twice", configuration: rule(func(r *core.CORSRule) { r.ExposeHeaders = []string{"ETag", "ETag"} }), request: preflight(), codes: []string{"duplicates-kept"}},
		{name: "an empty exposed header", configuration: rule(func(r *core.CORSRule) { r.ExposeHeaders = []string{"", "ETag"} }), request: preflight(), codes: []string{"allowed-header-character"}},
		{name: "a query on the preflight", configuration: rule(nil), request: func() core.HTTPRequest { r := preflight(); r.URL = "/k?versionId=1"; return r }(), codes: []string{"options-query"}},
		{name: "a query on the actual request", configuration: rule(nil), request: func() core.HTTPRequest { r := preflight(); r.Method, r.URL = "GET", "/k?versionId=1"; return r }()},
		{name: "a header name with a blank on the actual request", configuration: rule(nil), request: func() core.HTTPRequest { r := preflight(headersHeader, "a b"); r.Method = "GET"; return r }(),
			codes: []string{"invalid-request-header-on-actual"}},
		{name: "headers of more than 8 KB", configuration: rule(nil), request: preflight(headersHeader, strings.Repeat("a,", 4096)), codes: []string{"headers-too-large"}},
		{name: "headers of more than 8 KB on the actual request", configuration: rule(nil), request: func() core.HTTPRequest {
			r := preflight(headersHeader, strings.Repeat("a,", 4096))
			r.Method = "GET"
			return r
		}(), codes: []string{"headers-too-large"}},
		{name: "OPTIONS without a bucket", configuration: rule(nil), request: preflight(), target: Target{Resource: ServiceRoot}, codes: []string{"service-options"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var codes []string
			for _, assumption := range Compile(&c.configuration).Simulate(c.request, c.target).Assumptions {
				codes = append(codes, assumption.Code)
				assert.NotEmpty(t, assumption.Message)
			}
			assert.Equal(t, c.codes, codes)
		})
	}
}

// The same for what PutBucketCors answers.
func TestAValidationNamesTheReadingsItRestsOn(t *testing.T) {
	const rule = "<AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>"
	document := func(inside string) string {
		return "<CORSConfiguration><CORSRule>" + inside + "</CORSRule></CORSConfiguration>"
	}
	long := strings.Repeat("x", 256)
	cases := []struct {
		name, text string
		codes      []string
	}{
		{"a plain document", document(rule), nil},
		{"a character that no header name has", document(rule + "<AllowedHeader>a b</AllowedHeader>"), []string{"allowed-header-character"}},
		{"an ID of 256 characters", document(rule + "<ID>" + long + "</ID>"), []string{"id-too-long"}},
		{"an ID of 255 characters", document(rule + "<ID>" + long[1:] + "</ID>"), nil},
		{"two rules with one ID", document(rule + "<ID>a</ID></CORSRule><CORSRule>" + rule + "<ID>a</ID>"), []string{"duplicate-id"}},
		{"one byte too many", document(rule + "<!--" + strings.Repeat("x", 65537-len(document(rule))-7) + "-->"), []string{"document-too-large"}},
		{"nothing", "", []string{"empty-body"}},
		{"an empty MaxAgeSeconds", document(rule + "<MaxAgeSeconds></MaxAgeSeconds>"), []string{"max-age-empty"}},
		{"a MaxAgeSeconds of 33 bits", document(rule + "<MaxAgeSeconds>2147483648</MaxAgeSeconds>"), []string{"max-age-out-of-range"}},
		{"the largest MaxAgeSeconds of 32 bits", document(rule + "<MaxAgeSeconds>2147483647</MaxAgeSeconds>"), nil},
		{"the smallest MaxAgeSeconds", document(rule + "<MaxAgeSeconds>-2147483648</MaxAgeSeconds>"), []string{"max-age-negative"}},
		{"a MaxAgeSeconds with a sign and zeros", document(rule + "<MaxAgeSeconds> +007 </MaxAgeSeconds>"), []string{"max-age-format"}},
		{"white space around a value", document(rule + "<AllowedOrigin> https://a.example</AllowedOrigin>"), []string{"value-whitespace"}},
		{"a method that is refused for the blank before it", document(rule + "<AllowedMethod> PUT</AllowedMethod>"), []string{"value-whitespace"}},
		{"a method that is refused with the blank and without", document(rule + "<AllowedMethod> put</AllowedMethod>"), nil},
		{"an ExposeHeader that is refused for the blank behind it", document(rule + "<ExposeHeader>ETag </ExposeHeader>"), []string{"value-whitespace"}},
		{"an AllowedHeader that is refused for the blank before it", document(rule + "<AllowedHeader> x-a</AllowedHeader>"), []string{"allowed-header-character", "value-whitespace"}},
		{"an empty AllowedHeader", document(rule + "<AllowedHeader></AllowedHeader>"), []string{"allowed-header-character"}},
		{"an empty ExposeHeader", document(rule + "<ExposeHeader></ExposeHeader>"), []string{"allowed-header-character"}},
		{"an unknown element", document(rule + "<Owner/>"), []string{"unknown-element"}},
		{"an attribute", "<CORSConfiguration><CORSRule a='b'>" + rule + "</CORSRule></CORSConfiguration>", []string{"xml-attribute"}},
		{"another namespace", "<CORSConfiguration xmlns='urn:a'><CORSRule>" + rule + "</CORSRule></CORSConfiguration>", []string{"xml-namespace"}},
		{"a DOCTYPE", "<!DOCTYPE a>" + document(rule), []string{"xml-doctype"}},
		{"another encoding", "<?xml version='1.0' encoding='latin1'?>" + document(rule), []string{"xml-encoding"}},
		{"a byte order mark", "\uFEFF" + document(rule), []string{"xml-encoding"}},
		{"two bad values in one list", document(rule + "<AllowedOrigin>*a*</AllowedOrigin><AllowedOrigin>*b*</AllowedOrigin>"), nil},
		{"bad values in two lists of a rule", document(rule + "<AllowedOrigin>*a*</AllowedOrigin><AllowedMethod>get</AllowedMethod>"), []string{"check-order"}},
		{"one header with two wildcards and a blank", document(rule + "<AllowedHeader>a**b c</AllowedHeader>"), []string{"check-order"}},
		{"a long ID behind a bad header of an earlier rule", document(rule + "<ExposeHeader>x-*</ExposeHeader></CORSRule><CORSRule>" + rule + "<ID>" + long + "</ID>"), nil},
		{"a long ID in a document that the schema refuses", document(rule + "<ID>" + long + "</ID><Owner/>"), []string{"unknown-element"}},
		{"an unknown element in a document that is too large", document(rule + "<Owner/><!--" + strings.Repeat("x", 65537) + "-->"), []string{"document-too-large"}},
		{"white space in a document that is refused for a method", document(rule + "<AllowedMethod>get</AllowedMethod><AllowedOrigin> a</AllowedOrigin>"), nil},
		{"bad values in two rules", document(rule + "<AllowedOrigin>*a*</AllowedOrigin></CORSRule><CORSRule>" + rule + "<AllowedMethod>get</AllowedMethod>"), nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var codes []string
			for _, assumption := range Validate(source.Read(c.text)).Assumptions {
				codes = append(codes, assumption.Code)
			}
			assert.Equal(t, c.codes, codes)
		})
	}
}

func TestEveryReadingHasItsCodeAndItsGround(t *testing.T) {
	seen := map[string]bool{}
	for _, assumption := range Assumptions {
		assert.Regexp(t, `^[a-z]+(-[a-z]+)+$`, assumption.Code)
		assert.False(t, seen[assumption.Code], assumption.Code)
		seen[assumption.Code] = true
		assert.Regexp(t, `taken (not )?to `, assumption.Message)
		assert.Regexp(t, `\. .*\.$`, assumption.Message, "what is assumed, and on what ground")
	}
}
