package main

import (
	"encoding/json"
	"math"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStringsAreWrittenAsJSONStringifyWritesThem(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", `""`},
		{"plain text", "https://*.example.com", `"https://*.example.com"`},
		{"quote and backslash", `a"b\c`, `"a\"b\\c"`},
		{"the five short escapes", "\b\f\n\r\t", `"\b\f\n\r\t"`},
		{"other control characters, in lower case", "\x00\x1f", `"\u0000\u001f"`},
		{"delete and slash are plain", "\x7f/", "\"\x7f/\""},
		{"HTML is plain", "<&>", `"<&>"`},
		{"line separators are plain", "\u2028\u2029", "\"\u2028\u2029\""},
		{"other scripts are plain", "é日😀", `"é日😀"`},
		{"the replacement character is plain", "\uFFFD", "\"\uFFFD\""},
		{"a lone high surrogate", "a\xED\xA0\x80b", `"a\ud800b"`},
		{"a lone low surrogate", "\xED\xBF\xBF", `"\udfff"`},
		{"surrogates in the wrong order stay alone", "\xED\xB0\x80\xED\xA0\x80", `"\udc00\ud800"`},
		{"surrogates that have come together are a character", "\xED\xA0\xBD\xED\xB8\x80", `"😀"`},
		{"a byte that is no UTF-8", "a\xFFb", "\"a\uFFFDb\""},
		{"a character cut short", "\xE2\x82", "\"\uFFFD\uFFFD\""},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := &encoder{}
			e.text("", test.text)
			assert.Equal(t, test.want, string(e.out))
		})
	}
}

func TestNumbersHaveTheDigitsOfJavaScript(t *testing.T) {
	for number, want := range map[int64]string{
		0: "0", -1: "-1", 3000: "3000", 1<<53 - 1: "9007199254740991", 1 << 53: "9007199254740992",
		1<<53 + 1: "9007199254740992", 1<<53 + 2: "9007199254740994", 1 << 60: "1152921504606847000",
		math.MaxInt64: "9223372036854776000", math.MinInt64: "-9223372036854776000",
	} {
		e := &encoder{}
		e.number("", number)
		assert.Equal(t, want, string(e.out))
	}
}

func TestCommasStandBetweenMembersAndElements(t *testing.T) {
	e := &encoder{}
	e.open("", "{")
	e.text("a", "{")
	e.optionalText("left", "")
	e.open("b", "[")
	e.null("")
	e.bool("", true)
	e.open("", "{")
	e.close("}")
	e.close("]")
	e.optional("c", nil)
	e.number("d", 1)
	e.close("}")
	assert.Equal(t, `{"a":"{","b":[null,true,{}],"d":1}`, string(e.out))
}

func FuzzWhatIsWrittenReadsBack(f *testing.F) {
	for _, seed := range []string{"", "a\"\\\n\x00", "é日😀\u2028", "\xED\xA0\x80", "\xFF"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e := &encoder{}
		e.text("", text)
		require.True(t, json.Valid(e.out), "%q", e.out)
		require.True(t, utf8.Valid(e.out))
		if utf8.ValidString(text) {
			var back string
			require.NoError(t, json.Unmarshal(e.out, &back))
			require.Equal(t, text, back)
			require.Equal(t, text, stringOf(string(e.out)), "our own reader")
		}
	})
}
