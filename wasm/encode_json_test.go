package main

import (
	"encoding/json"
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
		{"surrogates that have come together are a character in two escapes", "\xED\xA0\xBD\xED\xB8\x80", `"\ud83d\ude00"`},
		{"a byte that is no UTF-8 is left to the decoder", "a\xFFb", "\"a\xFFb\""},
		{"and so is a character cut short", "\xE2\x82", "\"\xE2\x82\""},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := &encoder{}
			e.write("$", test.text)
			assert.Equal(t, test.want, string(e.out))
		})
	}
}

func TestAFormTellsHowItsValuesAreWritten(t *testing.T) {
	for _, test := range []struct {
		name, form string
		values     []string
		want       string
	}{
		{"strings", `{"a":$"b":$}`, []string{"x", ""}, `{"a":"x","b":""}`},
		{"a string that may be left out", `{"a":?"b":?}`, []string{"", "x"}, `{"b":"x"}`},
		{"a string or null", `{"a":~"b":~}`, []string{"", "x"}, `{"a":null,"b":"x"}`},
		{"numbers and words", `{"a":#"b":#"c":#}`, []string{"-1", "true", "null"}, `{"a":-1,"b":true,"c":null}`},
		{"names of several words", `{"maxAgeSeconds":#}`, []string{"5"}, `{"maxAgeSeconds":5}`},
		{"nothing inside", `{"a":{}"b":[]}`, nil, `{"a":{},"b":[]}`},
		{"elements", `[$#{"a":$}[$$]]`, []string{"x", "1", "y", "n", "v"}, `["x",1,{"a":"y"},["n","v"]]`},
		{"members after a list", `{"a":[$]"b":$}`, []string{"x", "y"}, `{"a":["x"],"b":"y"}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := &encoder{}
			e.write(test.form, test.values...)
			assert.Equal(t, test.want, string(e.out))
		})
	}
}

func TestCommasStandBetweenMembersAndElements(t *testing.T) {
	e := &encoder{}
	e.write(`{"a":$"left":?`, "{", "")
	e.open(`"b":[`)
	e.write("##", "null", "true")
	e.open("{}")
	e.put("]")
	e.optional(`"c":`, nil)
	e.optional(`"d":`, ref(""))
	e.texts(`"e":[`, &[]string{}, true)
	e.texts(`"f":[`, &[]string{}, false)
	e.texts(`"g":[`, &[]string{"x", "y"}, true)
	e.write(`"h":@#}`, "1")
	assert.Equal(t, `{"a":"{","b":[null,true,{}],"d":"","f":[],"g":["x","y"],"h":1}`, string(e.out))
}

func FuzzWhatIsWrittenReadsBack(f *testing.F) {
	for _, seed := range []string{"", "a\"\\\n\x00", "é日😀\u2028", "\xED\xA0\x80", "\xFF"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e := &encoder{}
		e.write("$", text)
		require.True(t, json.Valid(e.out), "%q", e.out)
		if utf8.ValidString(text) {
			require.True(t, utf8.Valid(e.out))
			var back string
			require.NoError(t, json.Unmarshal(e.out, &back))
			require.Equal(t, text, back)
		}
	})
}
