package source

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

func TestDetection(t *testing.T) {
	for _, c := range []struct {
		name, text string
		format     Format
		codes      []string
	}{
		{"nothing", "", "", []string{"empty-source"}},
		{"white space", " \r\n\t\u00A0\uFEFF", "", []string{"empty-source"}},
		{"XML", "\uFEFF\n <CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>", XML, nil},
		{"a list", "\n []", JSON, nil},
		{"JSON behind a comment", "# rules\n// more\n[]", JSON, []string{"relaxed-syntax", "relaxed-syntax"}},
		{"a part of JSON", `"CORSRules": [`, JSON, []string{"syntax", "syntax"}},
		{"a part of YAML", `CORSRules: []`, CloudFormationYAML, []string{"misspelled-key"}},
		{"a part in typographic quotes", `“CORSRules”: []`, JSON, []string{"relaxed-syntax", "syntax"}},
		{"prose", "How do I allow CORS: please help", "", []string{"unknown-format"}},
		{"prose with a colon", "Note: [x]", "", []string{"unknown-format"}},
		{"prose with a title", "# CORS\n\nRules are fun.", "", []string{"unknown-format"}},
		{"a comment alone", "// nothing", "", []string{"empty-source"}},
		{"a binary file", "\x7fELF\x00\x00\xff\xfe", "", []string{"unknown-format"}},
		{"NUL bytes", strings.Repeat("\x00", 100), "", []string{"unknown-format"}},
		{"a bracket", "[", JSON, []string{"syntax"}},
		{"a brace", "{", "", []string{"syntax", "unknown-format"}},
		{"a quote", `"`, "", []string{"unknown-format"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			var codes []string
			for _, d := range doc.Diagnostics {
				codes = append(codes, d.Code)
				require.NotNil(t, d.Span)
			}
			assert.Equal(t, c.format, doc.Format)
			assert.Equal(t, c.codes, codes)
			assert.Equal(t, c.format != "", doc.Configuration != nil)
		})
	}
}

func TestTheSizeIsBounded(t *testing.T) {
	atMost := Read("[]" + strings.Repeat(" ", longestText-2))
	assert.NotNil(t, atMost.Configuration)
	text := "[]" + strings.Repeat(" ", longestText-1)
	for _, doc := range []*Document{Read(text), ReadValue(text)} {
		assert.Nil(t, doc.Configuration)
		assert.Equal(t, []string{"syntax error: the text has 8388609 bytes; at most 8388608 are read"}, diagnosed(doc))
	}
}

func TestValues(t *testing.T) {
	for _, c := range containerCases {
		if len(c.told) > 0 && strings.HasPrefix(c.told[0], "syntax") {
			continue // no value is written so
		}
		t.Run(c.name, func(t *testing.T) {
			doc := ReadValue(c.text)
			assert.Equal(t, twoRulesConfiguration(), doc.Configuration)
			assert.Equal(t, Value, doc.Format)
			assert.Equal(t, "", doc.Text)
			assert.ElementsMatch(t, c.told, diagnosed(doc))
			for _, d := range doc.Diagnostics {
				assert.Nil(t, d.Span)
			}
		})
	}
	// A form that is being filled in holds rules without anything in them.
	assert.Len(t, ReadValue(`[{}, {"ID": "x"}]`).Configuration.CORSRules, 2)
	assert.Len(t, ReadValue(`[{"ID": "x"}]`).Configuration.CORSRules, 1)
	assert.Equal(t, []string{"wrong-type error: CORSRules[0] is a number, not a rule"}, diagnosed(ReadValue(`[1]`)))
	assert.Nil(t, ReadValue(`{}`).Configuration)
	assert.Nil(t, ReadValue(``).Configuration)
}

func FuzzReadKeepsItsPromises(f *testing.F) {
	for _, c := range containerCases {
		f.Add(c.text)
	}
	for _, c := range memberCases {
		f.Add(oneMember(c.member))
	}
	f.Add("<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>")
	texts, err := filepath.Glob("../../testdata/texts/[0-9]*")
	require.NoError(f, err)
	for _, path := range texts {
		if text, err := os.ReadFile(path); err == nil && len(text) < 3000 {
			f.Add(string(text))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := Read(text)
		core.Locate(doc.Diagnostics, &doc.Places)
		for _, d := range doc.Diagnostics {
			require.NotNil(t, d.Span, d.Message)
			requireSpan(t, text, *d.Span)
			require.NotEmpty(t, d.Message)
			require.False(t, strings.HasSuffix(d.Template, "."), d.Message) // What was found may end the message.
			require.NotEmpty(t, d.Help)
			for i := range d.Fixes {
				for _, edit := range d.Fixes[i].Edits {
					requireSpan(t, text, edit.Span)
				}
			}
		}
		if doc.Configuration == nil {
			require.True(t, doc.HasErrors())
			return
		}
		requireSpan(t, text, doc.Places.Document.Whole)
		require.Len(t, doc.Places.Rules, len(doc.Configuration.CORSRules))
		for i := range doc.Places.Rules {
			rule, places := &doc.Configuration.CORSRules[i], &doc.Places.Rules[i]
			requireSpan(t, text, places.Rule.Whole)
			for _, member := range core.Members {
				require.Len(t, places.Members[member].Items, len(rule.List(member)), "%s", member)
				for _, item := range places.Members[member].Items {
					requireSpan(t, text, item.Whole)
					requireSpan(t, text, item.Value)
				}
			}
		}
		for _, candidate := range doc.Candidates {
			requireSpan(t, text, candidate.Span)
			require.NotEmpty(t, candidate.Name)
			require.NotEqual(t, Value, candidate.Format)
		}
		for _, placeholder := range doc.Placeholders {
			requireSpan(t, text, placeholder.Span)
		}
		require.NotEqual(t, Value, doc.Format)
		if isPlain(doc) {
			require.Equal(t, doc.Configuration.CORSRules, ReadValue(text).Configuration.CORSRules, "a value is read as its text is")
		}
	})
}

// isPlain says whether a document is one configuration in JSON, and nothing is around it.
func isPlain(doc *Document) bool {
	for _, d := range doc.Diagnostics {
		if d.Code == SurroundingText.Code || d.Code == HTMLEscaped.Code || d.Code == SyntaxError.Code {
			return false
		}
	}
	return doc.Format == JSON && len(doc.Candidates) == 0 && json.Valid([]byte(doc.Text))
}

func requireSpan(t *testing.T, text string, span core.Span) {
	require.True(t, 0 <= span.Start && span.Start <= span.End && span.End <= len(text), "%v in %d bytes", span, len(text))
}

// hundredRules is a configuration of 100 rules with 5 origins and 3 headers each, in about 34 KB.
func hundredRules() string {
	var b strings.Builder
	b.WriteString(`{"CORSRules":[`)
	for i := range 100 {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, `{"ID":"rule-%d","AllowedOrigins":[`, i)
		for j := range 4 {
			fmt.Fprintf(&b, `"https://app-%d-%d.example.com",`, i, j)
		}
		b.WriteString(`"https://*.example.org"],"AllowedMethods":["GET","PUT","POST"],`)
		b.WriteString(`"AllowedHeaders":["content-type","x-amz-*","authorization"],"ExposeHeaders":["ETag"],"MaxAgeSeconds":3600}`)
	}
	b.WriteString("]}")
	return b.String()
}

func BenchmarkReadJSONHundredRules(b *testing.B) {
	text := hundredRules()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(text)
	}
}

func BenchmarkReadValueHundredRules(b *testing.B) {
	text := hundredRules()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		ReadValue(text)
	}
}
