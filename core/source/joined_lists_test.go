package source

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestListsThatAreJoinedAreOneConfiguration(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"concat of JavaScript", inJavaScript("[" + firstRule + "].concat([" + secondRule + "])")},
		{"two of them", inJavaScript("[" + firstRule + "].concat([]).concat([" + secondRule + "])")},
		{"lists that are added in Python", inPython("[" + firstRule + "] + [" + secondRule + "]")},
		{"over two lines", inPython("[" + firstRule + "]\n  + [" + secondRule + "]")},
		{"concat of Terraform", inModule("concat([" + blockRule + "], [" + strings.ReplaceAll(blockRule, "a.example", "b.example") + "])")},
		{"a constant that is spread", "const base = [" + firstRule + "];\n" + inJavaScript("[...base, "+secondRule+"]")},
		{"a constant that is spread from behind", "const more = [" + secondRule + "];\n" + inJavaScript("["+firstRule+", ...more]")},
		{"a constant in a constant", "const one = [" + firstRule + "];\nconst all = [...one, " + secondRule + "];\n" + inJavaScript("[...all]")},
		{"a constant that is unpacked in Python", "base = [" + firstRule + "]\n" + inPython("[*base, "+secondRule+"]")},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			require.NotNil(t, doc.Configuration)
			require.Len(t, doc.Configuration.CORSRules, 2)
			assert.Equal(t, []string{"https://a.example"}, doc.Configuration.CORSRules[0].AllowedOrigins)
			assert.Equal(t, []string{"https://b.example"}, doc.Configuration.CORSRules[1].AllowedOrigins)
			assert.Empty(t, diagnosed(doc))
			assert.Empty(t, doc.Placeholders)
			assert.Empty(t, doc.Candidates)
			for i, host := range []string{"a.example", "b.example"} {
				place := doc.Places.Rules[i].Rule.Value
				assert.Contains(t, doc.Text[place.Start:place.End], host)
			}
		})
	}
}

func TestListsThatMayBeOtherThanJoinedAreNot(t *testing.T) {
	for _, text := range []string{
		inJavaScript("[" + firstRule + "].concat([" + secondRule + "]).slice(1)"),
		inJavaScript("[" + firstRule + "].concat([" + secondRule + "], more)"),
		inPython("[" + firstRule + "] + [" + secondRule + "] + more"),
		inPython("[" + firstRule + "] or [" + secondRule + "]"),
		inModule("concat([" + blockRule + "], [" + blockRule + "], var.more)"),
	} {
		t.Run(text, func(t *testing.T) {
			doc := Read(text)
			require.NotNil(t, doc.Configuration)
			assert.Len(t, doc.Configuration.CORSRules, 1)
			assert.Len(t, doc.Candidates, 1)
			require.Len(t, doc.Placeholders, 1)
			assert.Equal(t, "CORSRules", doc.Placeholders[0].Path.String())
		})
	}
	doc := Read("const base = [" + firstRule + "];\n" + inJavaScript("base") + inJavaScript("[...base, "+secondRule+"]"))
	assert.Len(t, doc.Candidates, 1, "a constant that is used by itself too is a configuration")
	doc = Read("const base = [...base, " + firstRule + "];\n" + inJavaScript("[...base]"))
	assert.True(t, doc.HasUnknownRules(), "a list that is spread into itself never ends")
}

// TestManyListsThatAreSpread holds that the time is bounded.
func TestManyListsThatAreSpread(t *testing.T) {
	many := strings.Repeat(firstRule+", ", 10_000)
	for _, text := range []string{
		"const a = [" + many + "];\n" + inJavaScript("["+strings.Repeat("...a, ", 50_000)+"]"),
		"const a = [" + firstRule + "];\nconst b = [" + strings.Repeat("...a, ", 1000) + "];\nconst c = [" + strings.Repeat("...b, ", 1000) + "];\n" + inJavaScript("["+strings.Repeat("...c, ", 1000)+"]"),
		strings.Repeat("const a = ["+firstRule+"];\nput({CORSRules: [...a, ...b]});\n", 10_000),
		inPython(strings.Repeat("["+firstRule+"] + ", 20_000) + "[]"),
		inJavaScript("[" + firstRule + "]" + strings.Repeat(".concat(["+firstRule+"])", 20_000)),
	} {
		start := time.Now()
		Read(text)
		assert.Less(t, time.Since(start), 5*time.Second, text[:100])
	}
}
