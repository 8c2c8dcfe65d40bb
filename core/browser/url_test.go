package browser

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestURLsAsBrowsersWriteThem(t *testing.T) {
	for text, expected := range map[string]string{
		"https://a.example":                            "https://a.example/",
		" https://A.Example:443/x y?a b#c ":            "https://a.example/x%20y?a%20b",
		"http:\\\\a.example:0080/":                     "http://a.example/",
		"https://user:pw@a.example/":                   "https://a.example/",
		"https://bücher.example/ü":                     "https://xn--bcher-kva.example/%C3%BC",
		"https://BÜCHER。example/":                      "https://xn--bcher-kva.example/",
		"https://例え.テスト/":                              "https://xn--r8jz45g.xn--zckzah/",
		"http://3232235521/":                           "http://192.168.0.1/",
		"http://0300.0250.1/":                          "http://192.168.0.1/",
		"http://[0:0:0:1:0:0:0:0]/":                    "http://[0:0:0:1::]/",
		"http://[1:0:0:2:0:0:0:3]/":                    "http://[1:0:0:2::3]/",
		"http://[1:0:0:2:0:0:3:4]/":                    "http://[1::2:0:0:3:4]/",
		"http://[::]/":                                 "http://[::]/",
		"http://[1:2:3:4:5:6:7:8]:81/":                 "http://[1:2:3:4:5:6:7:8]:81/",
		"ht\ttp://a.exa\nmple/":                        "http://a.example/",
		"http://[::ffff:1.2.3.4]/":                     "http://[::ffff:102:304]/",
		"http://[1:2:3:4:5:6:255.0.0.1]/":              "http://[1:2:3:4:5:6:ff00:1]/",
		"https://b.example/x/../k":                     "https://b.example/k",
		"https://b.example/../../k/./l/..":             "https://b.example/k/",
		"https://b.example/a/%2e%2E/.%2e/b/%2e":        "https://b.example/b/",
		"https://b.example/a//../b...":                 "https://b.example/a/b...",
		"https://b.example/a\\..\\c?\\../x":            "https://b.example/c?\\../x",
		"https:\\\\b\\c":                               "https://b/c",
		"https://b\\@c/":                               "https://b/@c/",
		"https:b":                                      "https://b/",
		"https://b/\xED\xA0\x80x":                      "https://b/%EF%BF%BDx",
		"capacitor://localhost/x/../y":                 "capacitor://localhost/y",
		"app:///index.html":                            "app:///index.html",
		"mailto:x@a.example":                           "mailto:x@a.example",
		"chrome-extension://abcdefgh/popup.html":       "chrome-extension://abcdefgh/popup.html",
		"https://a.example/{x}`^?'<>":                  "https://a.example/%7Bx%7D%60%5E?%27%3C%3E",
		"https://my-bucket.s3.amazonaws.com/a/b.jpg?x": "https://my-bucket.s3.amazonaws.com/a/b.jpg?x",
	} {
		parsed := parseURL(text, nil)
		require.NotNil(t, parsed, text)
		require.Equal(t, expected, parsed.href, text)
	}
}

func TestTextsThatAreNoURL(t *testing.T) {
	for _, text := range []string{
		"", "a.example", "//a.example", "https://", "https:///", "https://a b.example/", "https://a.example:x/", "https://a.example:65536/",
		"http://256.0.0.1/", "https://08/", "https://a.08./", "http://0000429496729512345255/", "http://[1.2.3.4]/", "http://[::1.2.3]/", "http://[::1.2.3.04]/", "http://[::1.2.3.256]/", "http://[::1.2.3.4:1]/", "http://[1:2:3:4:5:6:7:1.2.3.4]/",
		"http://1.2.3.4.5/", "http://1.2.3.4.0/", "http://1.2.3.4.5.6/", "https://a^b.example/", "https://a%25b/", "http://0x100000000/", "http://[::1/", "http://[1::2::3]/", "http://[1:2:3:4:5:6:7]/",
		"http://[1:2:3:4:5:6:7:8:9]/", "http://[:1]/", "http://[1:]/", "http://[12345::]/", "http://[g::]/", "https://%00.example/", "https://\xff/", "1http://a/",
	} {
		require.Nil(t, parseURL(text, nil), text)
	}
}

func TestRelativeURLs(t *testing.T) {
	base := parseURL("https://a.example:8443/dir/page?q", nil)
	for text, expected := range map[string]string{
		"":               "https://a.example:8443/dir/page?q",
		"?r":             "https://a.example:8443/dir/page?r",
		"x":              "https://a.example:8443/dir/x",
		"/x":             "https://a.example:8443/x",
		"//b.example/x":  "https://b.example/x",
		"http://c.test/": "http://c.test/",
		"../../z":        "https://a.example:8443/z",
		"../x?y":         "https://a.example:8443/x?y",
		".":              "https://a.example:8443/dir/",
		"\\\\b\\c":       "https://b/c",
		"/\\b/c":         "https://b/c",
		"\\x":            "https://a.example:8443/x",
		"https:b":        "https://a.example:8443/dir/b",
		"https:/b":       "https://a.example:8443/b",
		"https:?x":       "https://a.example:8443/dir/page?x",
		"https:":         "https://a.example:8443/dir/page?q",
		"https:\\\\b":    "https://b/",
		"http:b":         "http://b/",
		"x/ #f":          "https://a.example:8443/dir/x/%20",
	} {
		require.Equal(t, expected, parseURL(text, base).href, text)
	}
	require.Nil(t, parseURL("x", parseURL("data:,x", nil)))
}

// U #include-credentials: a URL has credentials where its user name or its password is not empty. A relative URL takes those of its
// base over (U #relative-state), which is why fetch("/x") throws on a page that was opened with a user name.
func TestCredentialsOfURLs(t *testing.T) {
	page := parseURL("https://user@a.example/", nil)
	for text, expected := range map[string]bool{
		"https://:@b.example/": false, "https://@b.example/": false, "https://u:@b.example/": true, "https://:p@b.example/": true,
		"https://::@b.example/": true, "https://b.example/@": false, "//b.example": false, "x": true, "/x": true, "https:x": true,
	} {
		require.Equal(t, expected, parseURL(text, page).credentials, text)
	}
}

func TestOriginsOfAppsAndExtensions(t *testing.T) {
	for page, expected := range map[string]string{
		"capacitor://localhost":            "capacitor://localhost",
		"ionic://localhost/index.html":     "ionic://localhost",
		"app://bundle/x?y":                 "app://bundle",
		"TAURI://localhost":                "tauri://localhost",
		"moz-extension://abc/popup.html":   "moz-extension://abc",
		"capacitor:///":                    "null",
		"app:localhost":                    "null",
		"other://localhost":                "null",
		"blob:capacitor://localhost/1":     "null",
		"blob:https://a.example:8443/1234": "https://a.example:8443",
	} {
		require.Equal(t, expected, PageOrigin(page), page)
	}
}

// What net/url reads as an http URL with a plain host, this reader gives the same root.
func FuzzRootAgreesWithNetURL(f *testing.F) {
	f.Add("https", "a.example", "8443", "/x?y")
	f.Add("http", "A.example", "80", "")
	f.Fuzz(func(t *testing.T, scheme, host, port, rest string) {
		for _, c := range host {
			if !(c >= 'a' && c <= 'z' || c == '-' || c == '.') {
				return
			}
		}
		for _, c := range port {
			if c < '0' || c > '9' {
				return
			}
		}
		if scheme != "http" && scheme != "https" || host == "" || rest != "" && rest[0] != '/' {
			return
		}
		text := scheme + "://" + host + ":" + port + rest
		expected, err := url.Parse(text)
		parsed := parseURL(text, nil)
		if err != nil || parsed == nil || port == "" || port[0] == '0' {
			return
		}
		root := scheme + "://" + expected.Hostname()
		if p := expected.Port(); p != "80" && scheme == "http" || p != "443" && scheme == "https" {
			root += ":" + p
		}
		require.Equal(t, root, parsed.origin())
	})
}
