package source

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

const twoBuckets = `
resource "aws_s3_bucket" "east" {
  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["https://east.example.com"]
  }
}
resource "aws_s3_bucket" "west" {
  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["https://west.example.com"]
  }
}
`

func TestACandidateIsChosenByItsPlaceInTheText(t *testing.T) {
	for _, c := range []struct {
		candidate     int
		origin, other string
	}{
		{0, "https://east.example.com", "west"},
		{1, "https://west.example.com", "east"},
	} {
		doc := ReadChoice(twoBuckets, &Choice{Candidate: c.candidate})
		require.NotNil(t, doc.Configuration)
		assert.Equal(t, []string{c.origin}, doc.Configuration.CORSRules[0].AllowedOrigins)
		require.Len(t, doc.Candidates, 1)
		other := doc.Candidates[0]
		assert.Equal(t, c.other, other.Name)
		assert.Equal(t, Terraform, other.Format)
		assert.Equal(t, 1-c.candidate, other.Index)
		assert.Contains(t, doc.Text[other.Span.Start:other.Span.End], "https://"+c.other)
	}
}

func TestACandidateThatIsNotThereIsTold(t *testing.T) {
	doc := ReadChoice(twoBuckets, &Choice{Candidate: 2})
	assert.Nil(t, doc.Configuration)
	assert.Len(t, doc.Candidates, 2)
	assert.Equal(t, []string{"unknown-candidate error: configuration 2 is chosen, counted from 0, and the text has 2"}, diagnosed(doc))

	doc = ReadChoice(twoRules, &Choice{Candidate: 1})
	assert.Nil(t, doc.Configuration)
	assert.True(t, doc.HasErrors())
}

const withPlaceholders = `
resource "aws_s3_bucket_cors_configuration" "x" {
  cors_rule {
    id              = var.name
    allowed_methods = var.methods
    allowed_origins = ["https://${var.host}", "https://b.example"]
    max_age_seconds = var.age
  }
}
`

func TestPlaceholdersAreListed(t *testing.T) {
	doc := Read(withPlaceholders)
	require.NotNil(t, doc.Configuration)
	assert.Equal(t, []core.CORSRule{{ID: pointer("var.name"), AllowedOrigins: []string{"https://${var.host}", "https://b.example"}}}, doc.Configuration.CORSRules)
	var names []string
	for _, p := range doc.Placeholders {
		assert.False(t, p.Given)
		names = append(names, p.Path.String()+" "+p.Name+" "+doc.Text[p.Span.Start:p.Span.End])
	}
	assert.Equal(t, []string{
		"CORSRules[0].ID var.name var.name",
		"CORSRules[0].AllowedMethods var.methods var.methods",
		"CORSRules[0].AllowedOrigins[0] https://${var.host} https://${var.host}",
		"CORSRules[0].MaxAgeSeconds var.age var.age",
	}, names)
	rule := core.RulePath(0)
	assert.True(t, doc.IsUnknown(rule.Member(core.AllowedMethods)))
	assert.False(t, doc.IsUnknown(rule.Member(core.AllowedHeaders)))
}

func TestGivenValuesStandForPlaceholders(t *testing.T) {
	doc := ReadChoice(withPlaceholders, &Choice{Values: []GivenValue{
		{Name: "var.name", Texts: []string{"a"}},
		{Name: "var.methods", Texts: []string{"GET", "PUT"}},
		{Name: "https://${var.host}", Texts: []string{"https://a.example", "https://c.example"}},
		{Name: "var.age", Texts: []string{"600"}},
		{Name: "var.other", Texts: []string{"x"}},
	}})
	assert.Equal(t, []core.CORSRule{{
		ID: pointer("a"), AllowedMethods: []string{"GET", "PUT"}, MaxAgeSeconds: pointer(int64(600)),
		AllowedOrigins: []string{"https://a.example", "https://c.example", "https://b.example"},
	}}, doc.Configuration.CORSRules)
	assert.Len(t, doc.Places.Rules[0].Members[core.AllowedOrigins].Items, 3)
	assert.Empty(t, diagnosed(doc), "what has a value is not told")
	for _, p := range doc.Placeholders {
		assert.True(t, p.Given)
		assert.False(t, doc.IsUnknown(p.Path))
	}
}

func TestPlaceholdersInXML(t *testing.T) {
	text := "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>${SITE}</AllowedOrigin></CORSRule></CORSConfiguration>"
	assert.Equal(t, []string{"opaque-value info: \"${SITE}\" is known only elsewhere"}, diagnosed(Read(text)))
	doc := ReadChoice(text, &Choice{Values: []GivenValue{{Name: "${SITE}", Texts: []string{"https://a.example"}}}})
	assert.Equal(t, []string{"https://a.example"}, doc.Configuration.CORSRules[0].AllowedOrigins)
	assert.Empty(t, doc.Diagnostics)
}

func TestWhatIsToBeFilledIn(t *testing.T) {
	for _, text := range []string{"${A}", "https://${A}.example", "$ORIGIN", "$(ORIGIN)", "{{ origin }}", "<your-domain>", "https://<host>"} {
		assert.True(t, isPlaceholder(text), text)
	}
	for _, text := range []string{"", "*", "https://*.example.com", "x-amz-meta-*", "$", "a$", "{x}", "a<b", "https://a.example:8080"} {
		assert.False(t, isPlaceholder(text), text)
	}
}
