package source_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core/format"
	"s3cors/core/source"
)

// Each case is a text with something too many, or a rule in parts, and the text after the fix, which reads as the same configuration and
// tells it no more. No text after it: there is no fix.
func TestFixesOfTexts(t *testing.T) {
	for _, c := range []struct{ name, text, code, title, after string }{
		{"a key goes with the comma behind it", `[{"Comment": {"a": [1]}, "AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]`, "unknown-key", "Remove it", `[{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]`},
		{"the last key goes with the comma before it", "[{\"AllowedMethods\": [\"GET\"], \"AllowedOrigins\": [\"*\"],\n  \"Comment\": 1\n}]", "unknown-key", "Remove it", "[{\"AllowedMethods\": [\"GET\"], \"AllowedOrigins\": [\"*\"]\n}]"},
		{"a key beside the rules", `{"Comment": 1, "CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]}`, "unknown-key", "Remove it", `{"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]}`},
		{"in a block all lines of it go", "CorsConfiguration:\n  CorsRules:\n    - AllowedMethods: [GET]\n      Comment:\n        - x\n      AllowedOrigins: ['*']\n", "unknown-key", "Remove it", "CorsConfiguration:\n  CorsRules:\n    - AllowedMethods: [GET]\n      AllowedOrigins: ['*']\n"},
		{"behind a dash the next takes its place", "CorsConfiguration:\n  CorsRules:\n    - Comment: x\n      AllowedMethods: [GET]\n      AllowedOrigins: ['*']\n", "unknown-key", "Remove it", "CorsConfiguration:\n  CorsRules:\n    - AllowedMethods: [GET]\n      AllowedOrigins: ['*']\n"},
		{"of two keys the one that counts stays", `[{"AllowedMethods": ["PUT"], "AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]`, "duplicate-key", "Keep the last one", `[{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]`},
		{"the parts of a rule become one", "[{\"AllowedMethods\": [\"GET\"]},\n {\"AllowedOrigins\": [\"*\"]}]", "rule-split", "Join them", `[{"AllowedMethods": ["GET"],"AllowedOrigins": ["*"]}]`},
		{"a prose before it moves the edits", `Here: [{"AllowedMethods": ["GET"], "Comment": 1, "AllowedOrigins": ["*"]}]`, "unknown-key", "Remove it", `Here: [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]`},
		{"a configuration in prose stands alone", "Hören Sie 😀:\n[{\"AllowedMethods\": [\"GET\"], \"AllowedOrigins\": [\"*\"]}]\nEnde", "surrounding-text", "Keep the configuration alone", `[{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]`},
		{"of a command the value stays, with its containers", `aws s3api put-bucket-cors --bucket b --cors-configuration '{"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]}'`, "surrounding-text", "Keep the configuration alone", `{"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]}`},
		{"an apostrophe and a dash in single quotes stay", "[{\"AllowedMethods\": [\"GET\"], \"AllowedOrigins\": [\"*\"], \"ID\": 'Ann’s – rule'}]", "relaxed-syntax", "Write plain JSON for the console and the CLI", "[{\"AllowedMethods\": [\"GET\"], \"AllowedOrigins\": [\"*\"], \"ID\": \"Ann’s – rule\"}]"},
		{"a number without its quotes is as JSON writes it", `[{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "MaxAgeSeconds": "+0600"}]`, "number-as-text", "Drop the quotes", `[{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "MaxAgeSeconds": 600}]`},
		{"what HTML has escaped is written as it is", "<pre>&lt;CORSConfiguration&gt;&lt;CORSRule&gt;&lt;AllowedOrigin&gt;*&lt;/AllowedOrigin&gt;&lt;AllowedMethod&gt;GET&lt;/AllowedMethod&gt;&lt;/CORSRule&gt;&lt;/CORSConfiguration&gt;</pre>", "html-escaped", "Write it unescaped, and alone", "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.text)
			told := find(t, doc.Diagnostics, c.code)
			require.Len(t, told.Fixes, 1)
			require.Equal(t, c.title, told.Fixes[0].Title)
			require.Equal(t, c.after, format.Apply(c.text, told.Fixes[0].Edits))
			after := source.Read(c.after)
			require.Equal(t, doc.Configuration, after.Configuration)
			for i := range after.Diagnostics {
				require.NotEqual(t, c.code, after.Diagnostics[i].Code)
			}
		})
	}
}

func TestAnEmptyTextTakesAFirstRule(t *testing.T) {
	for _, text := range []string{"", " \n\t"} {
		fix := source.Read(text).Diagnostics[0].Fixes[0]
		after := source.Read(format.Apply(text, fix.Edits))
		require.Empty(t, after.Diagnostics)
		require.Equal(t, fix.Configuration, *after.Configuration)
		require.Len(t, after.Configuration.CORSRules, 1)
	}
}

func TestNoFixIsOfferedThatWouldBreakTheText(t *testing.T) {
	for _, c := range []struct{ name, text, code string }{
		{"a list of a text with a quote in it", `[{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "AllowedHeaders": "a\"b, c"}]`, "value-not-list"},
		{"what stands in a quoted mail", "Hi,\n> [{\"AllowedMethods\": [\"GET\"],\n>   \"AllowedOrigins\": [\"*\"]}]\n", "surrounding-text"},
		{"a word of YAML", `{"Type" = AWS::S3::Bucket, "CorsRules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]}`, "relaxed-syntax"},
		{"a key of YAML behind a question mark", "CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins: ['*']\n      AllowedMethods: [GET]\n      ? B\n      : c\n", "unknown-key"},
		{"the same, in quotes", "CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins: ['*']\n      AllowedMethods: [GET]\n      ? B\n      : c\n", "relaxed-syntax"},
		{"members behind such a key", "Resources:\n  ? B\n  : Type: AWS::S3::Bucket\n    CorsConfiguration:\n      CorsRules:\n        - AllowedOrigins: ['*']\n          AllowedMethods: [GET]\n", "relaxed-syntax"},
		{"a rule in parts with a comment between them", "[{\"AllowedMethods\": [\"GET\"]}, // why\n {\"AllowedOrigins\": [\"*\"]}]", "rule-split"},
		{"a rule alone in blocks of YAML", "CorsConfiguration:\n  CorsRules:\n    AllowedMethods:\n      - GET\n    AllowedOrigins:\n      - '*'\n", "wrong-container"},
		{"a configuration beside another", "[{\"AllowedMethods\": [\"GET\"], \"AllowedOrigins\": [\"*\"]}]\n\nand\n\n[{\"AllowedMethods\": [\"PUT\"], \"AllowedOrigins\": [\"*\"]}]", "surrounding-text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			diagnostics := source.Read(c.text).Diagnostics
			find(t, diagnostics, c.code)
			for _, d := range diagnostics {
				if d.Code == c.code {
					require.Empty(t, d.Fixes, d.Message)
				}
			}
		})
	}
}
