package browser

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Chrome reads the bytes of a header as Latin-1. A text of the API has each byte from 0x80 on as the character of that number, or, where it
// holds a character above U+00FF, stands for the bytes of that character in UTF-8.
func TestChromeWritesBytesThatCannotBePrintedAsCodes(t *testing.T) {
	for _, c := range []struct{ name, value, expected string }{
		{"printable ASCII stays", "https://a.example ~", "https://a.example ~"},
		{"a control character is a code", "a\tb\x7f", `a\u0009b\u007F`},
		{"a character of Latin-1 is one code", "é\u0080ÿ", `\u00E9\u0080\u00FF`},
		{"another character of two bytes is two codes", "Āя", `\u00C4\u0080\u00D1\u008F`},
		{"a character of three bytes is three codes", "日本", `\u00E6\u0097\u00A5\u00E6\u009C\u00AC`},
		{"a character of four bytes is four codes", "😀a", `\u00F0\u009F\u0098\u0080a`},
		{"Latin-1 stands beside longer characters", "é日é", `\u00E9\u00E6\u0097\u00A5\u00E9`},
		{"bytes that are no UTF-8 are codes", "\xc3a\xe6\x97\xff\xc3", `\u00C3a\u00E6\u0097\u00FF\u00C3`},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.expected, printable(c.value)) })
	}
}
