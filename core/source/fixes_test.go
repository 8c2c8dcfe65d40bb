package source

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// applied is a text after the edits of a fix, which do not overlap and stand in their order.
func applied(t *testing.T, text string, fix *core.Fix) string {
	for i := len(fix.Edits) - 1; i >= 0; i-- {
		edit := &fix.Edits[i]
		requireSpan(t, text, edit.Span)
		text = text[:edit.Span.Start] + edit.Text + text[edit.Span.End:]
	}
	return text
}

func TestAFixMakesTheTextWhatItsToolTakes(t *testing.T) {
	for _, c := range []struct{ name, text, code, title, want string }{
		{"a key of another tool", `[{"AllowedOrigins": ["*"], "ExposedHeaders": ["ETag"]}]`, "misspelled-key", "Rename it to ExposeHeaders",
			`[{"AllowedOrigins": ["*"], "ExposeHeaders": ["ETag"]}]`},
		{"a key of the API in CloudFormation", "CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins: ['*']\n      AllowedMethods: [GET]\n      MaxAgeSeconds: 5\n",
			"misspelled-key", "Rename it to MaxAge", "CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins: ['*']\n      AllowedMethods: [GET]\n      MaxAge: 5\n"},
		{"a container of another tool", `{"cors_rules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]}`, "misspelled-key", "Rename it to CORSRules",
			`{"CORSRules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]}`},
		{"values with commas between them", `[{"AllowedOrigins": ["*"], "AllowedMethods": "GET, PUT"}]`, "value-not-list", "Write a list",
			`[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "PUT"]}]`},
		{"a method of the CDK alone", `cors: [{ allowedOrigins: ['*'], allowedMethods: s3.HttpMethods.GET }],`, "value-not-list", "Write a list",
			`cors: [{ allowedOrigins: ['*'], allowedMethods: [s3.HttpMethods.GET] }],`},
		{"a number in quotes", `[{"AllowedOrigins": ["*"], "MaxAgeSeconds": " 5"}]`, "number-as-text", "Drop the quotes",
			`[{"AllowedOrigins": ["*"], "MaxAgeSeconds": 5}]`},
		{"a single rule", ` {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]} `, "wrong-container", "",
			` [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}] `},
		{"a comment", "[{\"AllowedOrigins\": [\"*\"] /* x */}]", "relaxed-syntax", "", "[{\"AllowedOrigins\": [\"*\"] }]"},
		{"a comma before a bracket", `[{"AllowedOrigins": ["*",]}]`, "relaxed-syntax", "", `[{"AllowedOrigins": ["*"]}]`},
		{"a missing comma", `[{"AllowedOrigins": ["a" "b"]}]`, "relaxed-syntax", "", `[{"AllowedOrigins": ["a" , "b"]}]`},
		{"single quotes", `[{"AllowedOrigins": ['*']}]`, "relaxed-syntax", "", `[{"AllowedOrigins": ["*"]}]`},
		{"typographic quotes", `[{"AllowedOrigins": [“é”]}]`, "relaxed-syntax", "", `[{"AllowedOrigins": ["é"]}]`},
		{"no quotes", `[{"AllowedOrigins": [*]}]`, "relaxed-syntax", "", `[{"AllowedOrigins": ["*"]}]`},
		{"a word of Python", `[{"AllowedOrigins": ["*"], "ID": None}]`, "relaxed-syntax", "", `[{"AllowedOrigins": ["*"], "ID": null}]`},
		{"a star that YAML takes for an alias", "CorsRules:\n- AllowedOrigins: [*]\n  AllowedMethods: [GET]\n", "syntax", "",
			"CorsRules:\n- AllowedOrigins: [\"*\"]\n  AllowedMethods: [GET]\n"},
		{"a key in a fence", "See:\n\n```\n[{\"AllowedOrigins\": [\"*\"], \"Id\": \"a\"}]\n```\n", "misspelled-key", "Rename it to ID",
			"See:\n\n```\n[{\"AllowedOrigins\": [\"*\"], \"ID\": \"a\"}]\n```\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			// A rule needs methods to be seen as one.
			doc := Read(withMethods(c.text))
			require.NotNil(t, doc.Configuration)
			count := 0
			for i := range doc.Diagnostics {
				d := &doc.Diagnostics[i]
				if d.Code != c.code || len(d.Fixes) == 0 {
					continue
				}
				count++
				assert.Equal(t, withMethods(c.want), applied(t, doc.Text, &d.Fixes[0]))
				assert.Equal(t, *doc.Configuration, d.Fixes[0].Configuration)
				if c.title != "" {
					assert.Equal(t, c.title, d.Fixes[0].Title)
				}
				after := Read(withMethods(c.want))
				assert.Equal(t, doc.Configuration, after.Configuration, "the text means the same after the fix")
				assert.NotContains(t, diagnosed(after), d.Code+" "+d.Severity.String()+": "+d.Message)
			}
			assert.Equal(t, 1, count)
		})
	}
}

// withMethods adds methods to a rule in JSON that has none.
func withMethods(text string) string {
	for i := 0; i+2 < len(text); i++ {
		if text[i:i+2] == `[{` && text[i+2] == '"' && !has(text, "llowedMethods") {
			return text[:i+2] + `"AllowedMethods": ["GET"], ` + text[i+2:]
		}
	}
	return text
}

func has(text, part string) bool { return core.IndexText(text, part) >= 0 }
