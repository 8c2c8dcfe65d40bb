package browser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The authority of these cases is domain to ASCII of the URL Standard, with the mapping of Unicode Technical Standard 46; the answers
// are those of new URL() in Node 20.
func TestHostsAsBrowsersWriteThem(t *testing.T) {
	for _, c := range []struct{ name, host, expected string }{
		{"a Polish letter becomes small", "Łódź.pl", "xn--d-uga0v4h.pl"},
		{"a letter and its mark become one", "bu\u0308cher.example", "xn--bcher-kva.example"},
		{"a capital and its mark become one small letter", "BU\u0308CHER.example", "xn--bcher-kva.example"},
		{"two marks come in any order", "vie\u0302\u0323t.example", "xn--vit-5kz.example"},
		{"a ligature that is a letter becomes small", "Œuvre.fr", "xn--uvre-f4a.fr"},
		{"a final sigma is an ordinary one in capitals", "ΣΊΣΥΦΟΣ.gr", "xn--kxa6akbbkh.gr"},
		{"a final sigma stays as it is", "βόλος.com", "xn--nxasmm1c.com"},
		{"Greek with an accent becomes small", "ΒΌΛΟΣ.gr", "xn--nxasmq6b.gr"},
		{"Vietnamese becomes small", "ĐẠI.vn", "xn--i-kia818t.vn"},
		{"Cyrillic of Ukraine becomes small", "ЇЖАК.укр", "xn--80aln7i.xn--j1amh"},
		{"Armenian becomes small", "ՀԱՅ.հայ", "xn--y9a3aq.xn--y9a3aq"},
		{"the Armenian ligature is spelled out", "և.example", "xn--29a2d.example"},
		{"a sharp s stays as it is", "faß.de", "xn--fa-hia.de"},
		{"wide letters are ASCII", "ｗＷｗ．example", "www.example"},
		{"an ideographic full stop is a dot", "例え。テスト", "xn--r8jz45g.xn--zckzah"},
		{"kana and its voiced mark become one", "か\u3099.jp", "xn--v8j.jp"},
		{"letters of Hangul become syllables", "\u1112\u1161\u11ab\u1100\u116e\u11a8.kr", "xn--3e0b707e.kr"},
		{"Devanagari keeps its virama", "हिन्दी.भारत", "xn--j2bd4cyah0f.xn--h2brj9c"},
		{"two vowels of Bengali become one", "ক\u09c7\u09be.com", "xn--p5b2i.com"},
		{"Thai sara am is spelled out", "น้ำ.ไทย", "xn--q3c4c8cq.xn--o3cw4h"},
		{"Arabic stays as it is", "مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"},
		{"Hebrew stays as it is", "דוגמה.example", "xn--6dbbec0c.example"},
		{"what is dropped leaves ASCII", "a\u00ad\u200b\ufe0fb.example", "ab.example"},
		{"a heart loses its variation selector", "i❤\ufe0f.ws", "xn--i-7iq.ws"},
		{"Punycode stays as it is", "XN--BCHER-kva.example", "xn--bcher-kva.example"},
		{"marks that no code point forbids stay", "a{b}`.example", "a{b}`.example"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, "https://"+c.expected, PageOrigin("https://"+c.host+"/"))
		})
	}
}

// Of the first kind new URL() says that they are none; of the second, this module does not know what becomes of them, or engines differ.
func TestHostsOfWhichNoOriginIsStated(t *testing.T) {
	for _, c := range []struct{ name, host string }{
		{"Punycode that ends too early", "xn--a"},
		{"Punycode of nothing", "xn--"},
		{"Punycode of ASCII alone (UTS 46, revision 33)", "xn--a-"},
		{"Punycode of a capital letter", "xn--wca"},
		{"Punycode of a letter and its mark", "xn--bucher-xyd"},
		{"Punycode past the last character", "xn--99999999"},
		{"Punycode of other characters than ASCII", "xn--ü"},
		{"a wide dot before Punycode of nothing", "a．xn--"},
		{"a mark with no letter before it", "\u0301a.example"},
		{"Hebrew and Latin in one label", "aדb.example"},
		{"Hebrew that ends with a hyphen", "ד-.example"},
		{"two rows of digits in Arabic", "م١1.example"},
		{"a wide slash", "a／b.example"},
		{"a wide percent sign", "a％41.example"},
		{"half of a surrogate pair", "\xED\xA0\x80.example"},

		{"Hebrew beside a label that begins with a digit", "1a.דוגמה"},
		{"a capital sharp s, which engines write in two ways", "STRAẞE.de"},
		{"a character for compatibility", "㏂.example"},
		{"a joiner, which depends on what is around it", "a\u200db.example"},
		{"a character that is not assigned", "\u0378.example"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Empty(t, PageOrigin("https://"+c.host+"/"))
			require.Equal(t, "url-unreadable", SimulateFetch(&Call{Page: "https://a.example", URL: "https://" + c.host}, &Server{}).Reason())
		})
	}
}

// Whatever host is accepted, it is ASCII, and is itself as browsers write it.
func FuzzHostsAreWrittenOnce(f *testing.F) {
	f.Add("Łódź.pl")
	f.Add("xn--bcher-kva")
	f.Add("e\u0302\u0323.か\u3099")
	f.Add("م١.\u1112\u1161\u11ab")
	f.Fuzz(func(t *testing.T, host string) {
		if strings.ContainsAny(host, "/\\?#@:[") {
			return
		}
		origin := PageOrigin("https://" + host)
		require.True(t, isASCII(origin))
		if origin != "" {
			require.Equal(t, origin, PageOrigin(origin))
		}
	})
}
