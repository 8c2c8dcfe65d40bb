package s3_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

const before, after = `<CORSConfiguration><CORSRule><AllowedOrigin>https://a.example</AllowedOrigin><AllowedMethod>GET</AllowedMethod>`, `</CORSRule></CORSConfiguration>`

// sized is an accepted document of so many bytes.
func sized(bytes int) string {
	return before + "<!--" + strings.Repeat("é", (bytes-len(before+after)-7)/2) + strings.Repeat("x", (bytes-len(before+after)-7)%2) + "-->" + after
}

func TestADocumentOf65536BytesIsTakenAndOneMoreIsNot(t *testing.T) {
	taken := s3.Validate(source.Read(sized(65536)))
	assert.True(t, taken.Accepted)
	assert.Equal(t, 65536, taken.Bytes)
	for _, bytes := range []int{65537, 65538} {
		refused := s3.Validate(source.Read(sized(bytes)))
		require.NotNil(t, refused.Error)
		assert.Equal(t, s3.ErrorResponse{Code: "MaxMessageLengthExceeded", Message: "Your request was too big."}, *refused.Error)
		require.Len(t, refused.Diagnostics, 1)
		d := refused.Diagnostics[0]
		assert.Equal(t, "document-too-large", d.Code)
		assert.LessOrEqual(t, d.Span.Start, 65536)
		assert.GreaterOrEqual(t, d.Span.Start, 65535, "the place begins where the limit is passed, at a character")
	}
}

func TestTheSizeWinsOverWhatIsNotWellFormed(t *testing.T) {
	assert.Equal(t, "MaxMessageLengthExceeded", s3.Validate(source.Read(strings.Repeat("<", 1<<20))).Error.Code)
}

func TestIndentationIsLeftOutWhereOnlyThatKeepsADocumentWithinTheLimit(t *testing.T) {
	configuration := &core.CORSConfiguration{}
	for range 100 {
		rule := core.CORSRule{AllowedMethods: []string{"GET"}}
		for range 9 {
			rule.AllowedOrigins = append(rule.AllowedOrigins, "https://a-long-name.example.com")
		}
		configuration.CORSRules = append(configuration.CORSRules, rule)
	}
	document := s3.Document(configuration)
	assert.Less(t, len(document), 65537)
	assert.Greater(t, len(document), 55000, "indented, it would be too large")
	assert.False(t, strings.Contains(document, "\n"))
	assert.Equal(t, configuration, source.Read(document).Configuration)
}

// isXML says whether XML 1.0 can carry a text (section 2.2, production Char).
func isXML(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' && !strings.ContainsRune("\t\r\n", r) || r == 0xFFFE || r == 0xFFFF
	})
}

// Each value is written so that reading it gives the same value, markup and line ends included.
func FuzzDocumentReadsBack(f *testing.F) {
	f.Add("a&b<c>]]>\r\n\t\"'", " x ", int64(0))
	f.Add("", "\u0085\u2028é😀", int64(-5))
	f.Fuzz(func(t *testing.T, value, id string, age int64) {
		if age != int64(int32(age)) || !isXML(value) || !isXML(id) {
			return
		}
		configuration := &core.CORSConfiguration{CORSRules: []core.CORSRule{{
			ID: &id, AllowedOrigins: []string{value, "*"}, AllowedMethods: []string{value}, AllowedHeaders: []string{value}, ExposeHeaders: []string{value}, MaxAgeSeconds: &age,
		}}}
		document := s3.Document(configuration)
		doc := source.Read(document)
		require.Equal(t, configuration, doc.Configuration)
		require.Equal(t, document, s3.Document(doc.Configuration))
		require.Equal(t, len(document), s3.Validate(&source.Document{Configuration: configuration}).Bytes)
	})
}

func TestEveryProblemIsReportedAndTheFirstIsS3sAnswer(t *testing.T) {
	validation := s3.Validate(source.Read(`<CORSConfiguration><CORSRule>
		<AllowedMethod>get</AllowedMethod><AllowedMethod>OPTIONS</AllowedMethod><AllowedOrigin>*a*</AllowedOrigin>
		<ExposeHeader>x-*</ExposeHeader><AllowedHeader>a b</AllowedHeader><MaxAgeSeconds>-1</MaxAgeSeconds>
	</CORSRule></CORSConfiguration>`))
	var codes []string
	for _, d := range validation.Diagnostics {
		codes = append(codes, d.Code+" "+d.Path.String())
	}
	assert.Equal(t, []string{
		"unsupported-method CORSRules[0].AllowedMethods[0]",
		"unsupported-method CORSRules[0].AllowedMethods[1]",
		"origin-many-wildcards CORSRules[0].AllowedOrigins[0]",
		"expose-wildcard CORSRules[0].ExposeHeaders[0]",
		"header-invalid-character CORSRules[0].AllowedHeaders[0]",
		"max-age-negative CORSRules[0].MaxAgeSeconds",
	}, codes)
	assert.Equal(t, `AllowedOrigin "*a*" can not have more than one wildcard.`, validation.Error.Message, "origins are checked before methods")
}
