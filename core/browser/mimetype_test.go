package browser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// sentContentType is the Content-Type of a POST of a string by XMLHttpRequest, for which script set one.
func sentContentType(t *testing.T, engine Browser, given string) string {
	t.Helper()
	method := "POST"
	call := &Call{Page: "https://a.example", URL: "https://a.example/k", Via: XHR, Method: &method, Body: Text}
	call.Headers.Add("Content-Type", given)
	sent, _ := begin(newPlay(call, &Server{}), engine).Actual().Request.Headers.Get("Content-Type")
	return sent
}

// The first seventeen are web-platform-tests xhr/send-content-type-charset.htm; the others follow from MIME Sniffing, "parse a MIME type"
// and "serialize a MIME type".
func TestXMLHttpRequestSaysThatItsStringIsUTF8(t *testing.T) {
	for _, c := range []struct{ name, given, sent string }{
		{"what is no MIME type is left", "text; charset=ascii", "text; charset=ascii"},
		{"an empty one is left", "", ""},
		{"a charset alone is left", "charset=ascii", "charset=ascii"},
		{"an unknown charset alone is left", "charset=bogus", "charset=bogus"},
		{"UTF-8 in small letters is left", "text/plain;charset=utf-8", "text/plain;charset=utf-8"},
		{"an unknown type gets no charset", "text/x-pink-unicorn", "text/x-pink-unicorn"},
		{"a known type gets no charset", "text/plain", "text/plain"},
		{"another parameter is left with its blanks", "text/plain;  hi=bye", "text/plain;  hi=bye"},
		{"a blank is part of a charset that becomes UTF-8", "text/x-thepiano;charset= waddup", "text/x-thepiano;charset=UTF-8"},
		{"of two charsets the first counts", "text/plain;charset=utf-8;charset=waddup", "text/plain;charset=utf-8;charset=waddup"},
		{"a known charset becomes UTF-8", "text/plain;charset=shift-jis", "text/plain;charset=UTF-8"},
		{"further charsets and what is no parameter are dropped", "text/x-pink-unicorn; charset=windows-1252; charset=bogus; notrelated; charset=ascii", "text/x-pink-unicorn;charset=UTF-8"},
		{"a blank before UTF-8 goes", "text/plain;charset= utf-8", "text/plain;charset=UTF-8"},
		{"UTF-8 in quotes is left", `text/plain;charset="utf-8"`, `text/plain;charset="utf-8"`},
		{"a blank in quotes makes another charset", `text/plain;charset=" utf-8"`, "text/plain;charset=UTF-8"},
		{"UTF-8 in quotes with backslashes is left", `text/plain;charset="u\t\f-8"`, `text/plain;charset="u\t\f-8"`},
		{"other parameters stay, with their names in small letters", "YO/yo;charset=x;yo=YO; X=y", "yo/yo;charset=UTF-8;yo=YO;x=y"},
		{"a name in capitals is charset", "text/plain ; CharSet=x ", "text/plain;charset=UTF-8"},
		{"a blank after the name makes another name", "text/plain;charset =x", "text/plain;charset =x"},
		{"a charset without a value is none", "text/plain;charset=;charset= ; charset", "text/plain;charset=;charset= ; charset"},
		{"an empty charset in quotes is one", `text/plain;charset=""`, "text/plain;charset=UTF-8"},
		{"what follows the quotes is dropped", `text/plain;charset="x"y;a="b;c"d;e=f`, `text/plain;charset=UTF-8;a="b;c";e=f`},
		{"a value that is no token stands in quotes", `text/plain;charset=x;a=b c;d="";e="\"\\";f=é`, `text/plain;charset=UTF-8;a="b c";d="";e="\"\\";f="é"`},
		{"quotes that do not end are ended", `text/plain;charset=x;a="b\`, `text/plain;charset=UTF-8;a="b\\"`},
		{"a value with a control character is dropped", "text/plain;a=b\x01;a=c;b=\x7f;charset=x;=y", "text/plain;a=c;charset=UTF-8"},
		{"two types are none", "text/plain, text/html;charset=x", "text/plain, text/html;charset=x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.sent, sentContentType(t, standard, c.given))
		})
	}
}

// Seen in Chromium 156, Firefox 153 and WebKitGTK 2.50 (testdata/engines/charsets.json).
func TestBrowsersWriteCharsetsInTheirOwnWays(t *testing.T) {
	for _, c := range []struct{ name, given, chrome, firefox, safari string }{
		{"Chromium writes UTF-8 in capitals", "text/plain; charset=utf-8", "text/plain; charset=UTF-8", "text/plain; charset=utf-8", "text/plain; charset=utf-8"},
		{"Chromium leaves quotes and all else as it is", `YO/yo; CHARSET="x" ;a`, `YO/yo; CHARSET="UTF-8" ;a`, "yo/yo;charset=UTF-8", "yo/yo;charset=UTF-8"},
		{"Chromium writes over each", "a/b;charset=x;charset=y", "a/b;charset=UTF-8;charset=UTF-8", "a/b;charset=UTF-8", "a/b;charset=UTF-8"},
		{"an empty one is left in two", `a/b;charset=""`, `a/b;charset=""`, "a/b;charset=UTF-8", `a/b;charset=""`},
	} {
		t.Run(c.name, func(t *testing.T) {
			for engine, expected := range map[Browser]string{Chrome: c.chrome, Firefox: c.firefox, Safari: c.safari} {
				require.Equal(t, expected, sentContentType(t, engine, c.given))
			}
		})
	}
}

// A Content-Type of very many parameters is read in a time that grows with its length alone.
func TestVeryManyParametersAreReadAtOnce(t *testing.T) {
	var given strings.Builder
	given.WriteString("text/plain;charset=x")
	for i := range 100000 {
		given.WriteString(";p" + core.Itoa(i) + "=1")
	}
	expected := strings.Replace(given.String(), "=x;", "=UTF-8;", 1)
	for _, engine := range []Browser{standard, Chrome, Firefox, Safari} {
		require.True(t, expected == sentContentType(t, engine, given.String()))
	}
	call := &Call{Page: "https://a.example", URL: "https://a.example/k", Via: XHR, Method: new("POST"), Body: URLEncoded}
	call.Headers.Add("Content-Type", given.String())
	sent, _ := begin(newPlay(call, &Server{}), Firefox).Actual().Request.Headers.Get("Content-Type")
	require.True(t, expected == sent)
}
