package meaning_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/meaning"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// Each case is a rule that S3 refuses, or another service, and the titles of its fixes. After each the same is not told any more.
func TestFixesOfWhatIsRefused(t *testing.T) {
	for _, c := range []struct{ name, rule, code, titles string }{
		{"a method in lower case", `"AllowedOrigins": ["*"], "AllowedMethods": ["get"]`, "unsupported-method", "Write GET"},
		{"a method with a blank", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET", " PUT"]`, "unsupported-method", "Write PUT"},
		{"OPTIONS beside another", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "OPTIONS"]`, "unsupported-method", "Remove OPTIONS"},
		{"OPTIONS alone", `"AllowedOrigins": ["*"], "AllowedMethods": ["OPTIONS"]`, "unsupported-method", "Write GET"},
		{"a star for all methods", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "*"]`, "unsupported-method", "Write PUT, HEAD, POST, DELETE"},
		{"two methods in one value", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET|HEAD"]`, "unsupported-method", "Write GET, HEAD"},
		{"a method of others beside one of S3's", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "PATCH"]`, "unsupported-method", "Remove PATCH"},
		{"a method of others alone, whose meaning nobody knows", `"AllowedOrigins": ["*"], "AllowedMethods": ["PATCH"]`, "unsupported-method", ""},
		{"no method", `"AllowedOrigins": ["*"], "AllowedMethods": []`, "missing-method", "Add GET"},
		{"a star for each of two labels", `"AllowedOrigins": ["https://*.*.example.com"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", "Write https://*.example.com"},
		{"a star for the scheme and for the port", `"AllowedOrigins": ["http*://*.example.com:*"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", "Write https://*.example.com"},
		{"a star for the top-level domain too", `"AllowedOrigins": ["https://*.example.*"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", "Write https://*.example; Write https://example.*"},
		{"two origins in one value", `"AllowedOrigins": ["https://*.a.com https://*.b.com"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", "Write https://*.a.com, https://*.b.com"},
		{"a star for the path", `"AllowedOrigins": ["https://*.example.com/*"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", "Write https://*.example.com"},
		{"stars in the path alone", `"AllowedOrigins": ["https://a.example/*/x/*"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", "Write https://a.example"},
		{"a star for the scheme and the path", `"AllowedOrigins": ["*://a.example/*"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", "Write https://a.example"},
		{"a star for the path of any site", `"AllowedOrigins": ["https://*/*"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", ""},
		{"a star for the port of this machine", `"AllowedOrigins": ["*://localhost:*"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", "Write https://localhost:*"},
		{"stars around a name", `"AllowedOrigins": ["https://*example*.com"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", "Write https://*.example.com"},
		{"stars inside of a label", `"AllowedOrigins": ["https://a*b*c.com"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", ""},
		{"nothing but stars, with no host to keep", `"AllowedOrigins": ["**"], "AllowedMethods": ["GET"]`, "origin-many-wildcards", ""},
		{"a header with two stars", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-*-*"]`, "header-many-wildcards", "Write x-*"},
		{"headers in one value", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "AllowedHeaders": ["content-type, x-a"]`, "header-invalid-character", "Write content-type, x-a"},
		{"a header with its value", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-amz-acl: private"]`, "header-invalid-character", "Write x-amz-acl"},
		{"a header in letters that none has", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "AllowedHeaders": ["größe"]`, "header-invalid-character", ""},
		{"a star for all headers that script may read", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "ExposeHeaders": ["*", "etag"]`, "expose-wildcard", "Write x-amz-request-id, x-amz-id-2, x-amz-version-id, Content-Range"},
		{"a pattern that the usual ones do not fit", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "ExposeHeaders": ["x-amz-meta-*"]`, "expose-wildcard", "Remove x-amz-meta-*"},
		{"exposed headers in one value", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "ExposeHeaders": ["ETag, x-amz-id-2"]`, "expose-invalid-character", "Write ETag, x-amz-id-2"},
		{"a long ID", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "ID": "` + strings.Repeat("\U0001F600", 128) + `"`, "id-too-long", "Cut it to 255 characters"},
		{"an ID that the rule before has", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "ID": "a"}, {"AllowedOrigins": ["*"], "AllowedMethods": ["PUT"], "ID": "a"}, {"AllowedOrigins": ["*"], "AllowedMethods": ["POST"], "ID": "a-2"`, "duplicate-id", "Write a-3"},
		{"an age that no browser keeps", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 3000000000`, "max-age-out-of-range", "Write 86400"},
		{"an age below zero", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": -5`, "max-age-negative", "Write 0"},
		{"an age with its unit", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": "10s"`, "max-age-not-integer", "Write 10"},
		{"an age with a fraction of nothing", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 3600.0`, "max-age-not-integer", "Write 3600"},
		{"an age with a fraction", `"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1.5`, "max-age-not-integer", ""},
		{"no rule", "", "no-rules", "Add a first rule"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := "[{" + c.rule + "}]"
			if c.rule == "" {
				text = "[]"
			}
			doc := source.Read(text)
			told := append(core.Diagnostics(nil), s3.Validate(doc).Diagnostics...)
			meaning.OfferFixes(doc, told)
			var titles []string
			for i := range told {
				if told[i].Code != c.code {
					continue
				}
				for _, fix := range told[i].Fixes {
					titles = append(titles, fix.Title)
					for _, after := range s3.Validate(&source.Document{Configuration: &fix.Configuration}).Diagnostics {
						require.NotEqual(t, c.code, after.Code, fix.Title)
					}
				}
			}
			require.Equal(t, c.titles, strings.Join(titles, "; "))
		})
	}
}

func TestRulesThatDifferInTheirOriginsAreJoined(t *testing.T) {
	rules := make([]core.CORSRule, 0, 103)
	for i := range 101 {
		rules = append(rules, core.CORSRule{AllowedOrigins: []string{"https://a" + core.Itoa(i) + ".example"}, AllowedMethods: []string{"GET"}})
	}
	rules = append(rules, core.CORSRule{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET"}}, core.CORSRule{AllowedOrigins: []string{"https://b.example"}, AllowedMethods: []string{"PUT"}})
	configuration := core.CORSConfiguration{CORSRules: rules}
	told := s3.Validate(&source.Document{Configuration: &configuration}).Diagnostics
	meaning.OfferFixes(&source.Document{Configuration: &configuration}, told)
	fixed := told[0].Fixes[0].Configuration
	require.Len(t, fixed.CORSRules, 3)
	require.Len(t, fixed.CORSRules[0].AllowedOrigins, 101)
	require.Equal(t, meaning.Same, meaning.Compare(&configuration, &fixed).Relation)
	require.Len(t, rules[0].AllowedOrigins, 1, "and the rules themselves stay as they are")
}

// Whatever S3 refuses is mended or left, and what is offered does not tell the same again.
func FuzzFixesOfWhatIsRefused(f *testing.F) {
	for _, value := range []string{"*://*.a.example:*", "https://a.example/*/*", "**", "*a*", "GET|put", "x-*-*", "a: b, c", "*", "\x00", "https://*.a, *.b.*"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		rules := []core.CORSRule{
			{ID: &value, AllowedOrigins: []string{value, "https://b.example"}, AllowedMethods: []string{value, "GET"}, AllowedHeaders: []string{value}, ExposeHeaders: []string{value}},
			{ID: &value, AllowedOrigins: []string{value}, AllowedMethods: []string{value}},
		}
		doc := &source.Document{Configuration: &core.CORSConfiguration{CORSRules: rules}}
		told := s3.Validate(doc).Diagnostics
		meaning.OfferFixes(doc, told)
		for i := range told {
			for _, fix := range told[i].Fixes {
				require.NotEmpty(t, fix.Title)
				for _, after := range s3.Validate(&source.Document{Configuration: &fix.Configuration}).Diagnostics {
					require.False(t, after.Code == told[i].Code && after.Path == told[i].Path && after.Message == told[i].Message, "%s: %s", fix.Title, after.Message)
				}
			}
		}
	})
}
