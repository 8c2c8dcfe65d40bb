package source

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

func TestObjectsThatAreJoinedAreOneRule(t *testing.T) {
	joined := core.CORSRule{AllowedOrigins: []string{"https://a.example"}, AllowedMethods: []string{"GET"}, MaxAgeSeconds: pointer(int64(5))}
	for _, c := range []struct{ name, text string }{
		{"Object.assign", inJavaScript("[Object.assign({}, " + firstRule + ", {MaxAgeSeconds: 5})]")},
		{"Object.assign of what the last one gives anew", inJavaScript("[Object.assign({}, {MaxAgeSeconds: 9}, " + firstRule + ", {MaxAgeSeconds: 5})]")},
		{"Object.assign of a constant", "const base = " + firstRule + ";\n" + inJavaScript("[Object.assign({}, base, {MaxAgeSeconds: 5})]")},
		{"dict with more members", inPython("[dict(" + firstRule + ", MaxAgeSeconds=5)]")},
		{"dict of a constant", "base = " + firstRule + "\n" + inPython("[dict(base, MaxAgeSeconds=5)]")},
		{"dict of what is unpacked", "base = " + firstRule + "\n" + inPython("[dict(**base, MaxAgeSeconds=5)]")},
		{"dict of members alone", inPython("[dict(AllowedOrigins=['https://a.example'], AllowedMethods=['GET'], MaxAgeSeconds=5)]")},
		{"an operator of Python", inPython("[" + firstRule + " | {'MaxAgeSeconds': 5}]")},
		{"two operators of Python", inPython("[" + firstRule + " | {'MaxAgeSeconds': 9}\n  | {'MaxAgeSeconds': 5}]")},
		{"merge of Terraform", inModule("[merge(" + blockRule + ", { max_age_seconds = 5 })]")},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			require.NotNil(t, doc.Configuration)
			assert.Equal(t, []core.CORSRule{joined}, doc.Configuration.CORSRules)
			assert.Empty(t, diagnosed(doc))
			assert.Empty(t, doc.Placeholders)
			assert.Empty(t, doc.Candidates)
		})
	}
}

func TestARuleThatIsJoinedWithWhatIsUnknownIsUnknown(t *testing.T) {
	for _, c := range []struct{ name, text, expression string }{
		{"Object.assign", inJavaScript("[" + firstRule + ", Object.assign({}, base, " + secondRule + ")]"), "Object.assign({}, base, " + secondRule + ")"},
		{"dict", inPython("[" + firstRule + ", dict(base, MaxAgeSeconds=5)]"), "dict(base, MaxAgeSeconds=5)"},
		{"an operator of Python", inPython("[" + firstRule + ", " + secondRule + " | extra]"), secondRule + " | extra"},
		{"another operator", inPython("[" + firstRule + ", {} or " + secondRule + "]"), "{} or " + secondRule},
		{"merge of Terraform", inModule("[" + blockRule + ", merge(var.base, { max_age_seconds = 5 })]"), "merge(var.base, { max_age_seconds = 5 })"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			require.NotNil(t, doc.Configuration)
			require.Len(t, doc.Configuration.CORSRules, 1)
			assert.Equal(t, []string{"https://a.example"}, doc.Configuration.CORSRules[0].AllowedOrigins)
			require.Len(t, doc.Placeholders, 1)
			assert.Equal(t, "CORSRules", doc.Placeholders[0].Path.String())
			assert.Equal(t, c.expression, doc.Text[doc.Placeholders[0].Span.Start:doc.Placeholders[0].Span.End])
		})
	}
}

func TestARuleThatAFunctionMakesIsReadAndUnknown(t *testing.T) {
	doc := Read(inJavaScript("[makeRule(" + firstRule + ")]"))
	require.Len(t, doc.Configuration.CORSRules, 1)
	require.Len(t, doc.Placeholders, 1)
	assert.Equal(t, "CORSRules[0]", doc.Placeholders[0].Path.String())
	for _, constructor := range []string{"new CORSRule", "types.CORSRule", "Object.freeze"} {
		assert.Empty(t, Read(inJavaScript("["+constructor+"("+firstRule+")]")).Placeholders, constructor)
	}
}

// TestMuchThatIsJoined holds that the time is linear.
func TestMuchThatIsJoined(t *testing.T) {
	many := strings.Repeat(firstRule+", ", 20_000)
	for _, text := range []string{
		inJavaScript("[Object.assign({}, " + many + " x)]"),
		inJavaScript("Object.assign({}, " + many + " x)"),
		inPython("[" + strings.Repeat(firstRule+" | ", 20_000) + " x]"),
		inPython(strings.Repeat("["+firstRule+"] + ", 20_000) + " x"),
		inJavaScript("[" + many + "].concat(" + many + ")"),
		"const base = " + firstRule + ";\n" + inJavaScript("[Object.assign({}, "+strings.Repeat("base, ", 50_000)+" x)]"),
		"const base = " + firstRule + ";\n" + inJavaScript("["+strings.Repeat("Object.assign({}, base), ", 20_000)+"]"),
	} {
		start := time.Now()
		Read(text)
		assert.Less(t, time.Since(start), 5*time.Second, text[:100])
	}
}
