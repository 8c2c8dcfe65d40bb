package source_test

import (
	"strings"
	"testing"

	"s3cors/core/source"
)

// TestSplices looks at what a shell puts into an argument in single quotes: one value, whose name has none of the shell's quotes.
func TestSplices(t *testing.T) {
	const around = `aws s3api put-bucket-cors --bucket b --cors-configuration '{"CORSRules":[{"AllowedOrigins":["@"],"AllowedMethods":["GET"]}]}'`
	for _, test := range []struct{ name, value, origin string }{
		{"a variable in double quotes is one value", `'"$ORIGIN"'`, "$ORIGIN"},
		{"so is one in braces", `'"${ORIGIN}"'`, "${ORIGIN}"},
		{"so is one without double quotes", `'$ORIGIN'`, "$ORIGIN"},
		{"so is an argument of the script", `'"$1"'`, "$1"},
		{"so is one with a default", `'"${ORIGIN:-https://a.example}"'`, "${ORIGIN:-https://a.example}"},
		{"so is the output of a command", `'"$(cat origin.txt)"'`, "$(cat origin.txt)"},
		{"so is that of one with quotes of its own", `'"$(jq -r '.a["b"]' f.json)"'`, `$(jq -r '.a["b"]' f.json)`},
		{"so is what a workflow fills in", `'"${{ vars.ORIGIN }}"'`, "${{ vars.ORIGIN }}"},
		{"text before a variable belongs to it", `https://'"$DOMAIN"'`, "https://$DOMAIN"},
		{"text around a variable belongs to it", `https://'$DOMAIN':8443`, "https://$DOMAIN:8443"},
		{"two variables are one value", `'$SCHEME'://'"$HOST"'`, "$SCHEME://$HOST"},
		{"two variables in one pair of quotes are one value", `'"https://$A.$B"'`, "https://$A.$B"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(around, "@", test.value, 1)
			for _, text := range []string{text, strings.Replace(text, "--cors-configuration '", "--cli-input-json '", 1), "#!/bin/sh\n" + text + "\n"} {
				doc := source.Read(text)
				if doc.HasErrors() || doc.Configuration == nil || len(doc.Candidates) > 0 {
					t.Fatalf("%s is not read: %v", text, doc.Diagnostics)
				}
				if origins := doc.Configuration.CORSRules[0].AllowedOrigins; len(origins) != 1 || origins[0] != test.origin {
					t.Errorf("%s: the origins are %q", text, origins)
				}
				if len(doc.Placeholders) != 1 || doc.Placeholders[0].Name != test.origin || cut(text, doc.Placeholders[0].Span) != test.value {
					t.Errorf("%s: the placeholders are %+v", text, doc.Placeholders)
				}
				for _, d := range doc.Diagnostics {
					if d.Code != "opaque-value" && d.Code != "surrounding-text" && d.Code != "wrong-container" {
						t.Errorf("%s: did not expect %s: %s", text, d.Code, d.Message)
					}
				}
			}
		})
	}
}

func TestWhatIsNoSplice(t *testing.T) {
	for _, test := range []struct{ name, text, origin string }{
		{"a quote of the shell in an argument is that quote", `aws x '[{"ID":"it'\''s","AllowedOrigins":["https://a.example"],"AllowedMethods":["GET"]}]'`, "https://a.example"},
		{"single quotes in place of double ones are no splices", `aws x '[{'AllowedOrigins':['https://a.example'],'AllowedMethods':['GET']}]'`, "https://a.example"},
		{"an apostrophe before other texts is none", `[{"ID":"users'","AllowedOrigins":["https://$A.example"],"AllowedMethods":["GET"]},{"ID":"it's"}]`, "https://$A.example"},
		{"backslashes before double quotes are read as before", `aws x --cors-configuration "{\"CORSRules\":[{\"AllowedOrigins\":[\"$ORIGIN\"],\"AllowedMethods\":[\"GET\"]}]}"`, "$ORIGIN"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := source.Read(test.text)
			if doc.Configuration == nil {
				t.Fatal(doc.Diagnostics)
			}
			if origins := doc.Configuration.CORSRules[0].AllowedOrigins; len(origins) != 1 || origins[0] != test.origin {
				t.Errorf("the origins are %q", origins)
			}
		})
	}
}
