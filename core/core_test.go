package core_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"s3cors/core"
)

func TestAPatternStandsForItselfOrForAnyRunAtItsStar(t *testing.T) {
	cases := []struct {
		name, pattern, value string
		match                bool
	}{
		{"a literal matches itself", "https://a.example", "https://a.example", true},
		{"a literal matches no longer text", "https://a.example", "https://a.example.net", false},
		{"letter case counts", "https://a.example", "https://A.example", false},
		{"a star stands for nothing too", "start*end", "startend", true},
		{"a star stands for dots", "https://*.example.com", "https://a.b.example.com", true},
		{"the dot after a star is a character", "https://*.example.com", "https://example.com", false},
		{"a pattern is anchored at its end", "https://*.example.com", "https://a.example.com:8443", false},
		{"the two ends share no characters", "a*a", "a", false},
		{"a bare star matches the empty text", "*", "", true},
		{"the empty pattern matches the empty text alone", "", "a", false},
		{"a second star is a character", "a*b*", "axb*", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			pattern := core.NewPattern(c.pattern)
			assert.Equal(t, c.match, pattern.Match(c.value))
		})
	}
	star, other := core.NewPattern("*"), core.NewPattern("*a")
	assert.True(t, star.IsStar())
	assert.False(t, other.IsStar())
}

func TestAPathIsWrittenAsTheAPIWritesIt(t *testing.T) {
	rule := core.RulePath(12)
	assert.Equal(t, "", core.WholeDocument.String())
	assert.Equal(t, "CORSRules[12]", rule.String())
	assert.Equal(t, "CORSRules[12].MaxAgeSeconds", rule.Member(core.MaxAgeSeconds).String())
	assert.Equal(t, "CORSRules[12].AllowedOrigins[0]", rule.Member(core.AllowedOrigins).Item(0).String())
}

func TestAMessageIsFilledFromItsTemplate(t *testing.T) {
	message, help, parameters := core.Fill(`"{value}" holds {count#} of {value}`, "Write {meant}.", []string{"{x}", "2", "y"})
	assert.Equal(t, `"{x}" holds 2 of {x}`, message, "braces in a value are no parameters")
	assert.Equal(t, "Write y.", help)
	assert.Equal(t, []core.Parameter{core.Text("value", "{x}"), core.Number("count", 2), core.Text("meant", "y")}, parameters)
}

func TestHeaderLinesOfOneNameAreJoined(t *testing.T) {
	headers := core.HeaderList{{Name: "origin", Value: "a"}, {Name: "X", Value: "1"}, {Name: "Origin", Value: "b"}}
	value, present := headers.Get("ORIGIN")
	assert.Equal(t, "a,b", value)
	assert.True(t, present)
	_, present = headers.Get("Y")
	assert.False(t, present)
}

func TestDiagnosticsComeInTheOrderOfTheirPlaces(t *testing.T) {
	kind := func(code string) *core.Kind { return &core.Kind{Code: code, Severity: core.Error, Topic: core.Syntax} }
	var places core.Places
	rule := places.Place(0)
	rule.Rule = core.Place{Value: core.Span{Start: 10, End: 90}, Whole: core.Span{Start: 10, End: 90}}
	rule.AddItem(core.AllowedOrigins, core.Place{Value: core.Span{Start: 30, End: 30}, Whole: core.Span{Start: 25, End: 35}})
	var list core.Diagnostics
	list.Add(kind("c-at-the-empty-origin"), core.RulePath(0).Member(core.AllowedOrigins).Item(0))
	list.Add(kind("b-at-an-absent-list"), core.RulePath(0).Member(core.AllowedHeaders))
	list.Add(kind("a-at-the-rule"), core.RulePath(0))
	list.Add(kind("z-without-a-place"), core.WholeDocument)
	core.Locate(list, &places)
	var codes []string
	for _, d := range list {
		codes = append(codes, d.Code)
	}
	assert.Equal(t, []string{"z-without-a-place", "a-at-the-rule", "b-at-an-absent-list", "c-at-the-empty-origin"}, codes)
	assert.Nil(t, list[0].Span)
	assert.Equal(t, core.Span{Start: 10, End: 90}, *list[2].Span, "an absent list is shown at its rule")
	assert.Equal(t, core.Span{Start: 25, End: 35}, *list[3].Span, "an empty value is shown with its tags")
}
