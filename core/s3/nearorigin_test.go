package s3

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// The element that is told is the first of those that are nearest when each is compared in full, and what is told is of that one alone.
func FuzzTheNearestOriginIsTold(f *testing.F) {
	f.Add("https://www.example.com", "https://site-1.example.com\nhttps://app.example.com\nhttps://www.example.org")
	f.Add("https://www.example.com", "https://example.com\nhttps://www.www.example.com\nhttp://www.example.com\nhttps://ww.example.com")
	f.Add("https://www.example.com", "https://wwx.example.com\nhttps://example.com\nhttps://www.www.example.com")
	f.Add("https://example.com:8080", "https://*.example.com\nhttps://example.com\nHTTPS://example.com:8080 \nhttps://example.com:8080/")
	f.Add("null", "https\nnull \nhttps://a.example, null")
	f.Fuzz(func(t *testing.T, origin, list string) {
		origins := strings.Split(list, "\n")
		rules := Compile(&core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: origins, AllowedMethods: []string{"GET"}}}})
		told := rules.Simulate(PreflightHTTP(preflightFrom(origin, "GET", "")), Target{}).Trace[0].Origin
		if told.Result != Failed || len(origins) > comparesAtMost {
			return
		}
		nearest, distance := -1, 0
		for i := range origins {
			var d originDifference
			d.takeOrigin(told.Value)
			d.compare(origins[i], &rules.compiled[0].origins[i])
			if nearest < 0 || d.distance < distance {
				nearest, distance = i, d.distance
			}
		}
		require.Equal(t, core.RulePath(0).Member(core.AllowedOrigins).Item(nearest), told.Path)
		alone := Check{Value: told.Value, Path: core.RulePath(0).Member(core.AllowedOrigins)}
		alone.nearestOrigin(origins[nearest:nearest+1], rules.compiled[0].origins[nearest:nearest+1], &question{})
		require.Equal(t, []any{alone.Reason, alone.Message, alone.Parameters}, []any{told.Reason, told.Message, told.Parameters})
	})
}

// An origin is parted at its first "://", at the first sign of a path behind that, at the last "@" before it, and at the last colon
// that stands in no brackets.
func FuzzOriginsArePartedAtTheirMarks(f *testing.F) {
	f.Add("https://user:word@www.example.com:8080/path?query")
	f.Add("http://[::1]:80")
	f.Add("http://user:word@www.example.com")
	f.Add("a/b://c@d@e:f]:g#h://i")
	f.Add("localhost:3000")
	f.Fuzz(func(t *testing.T, text string) {
		var want OriginParts
		rest := text
		if scheme, behind, found := strings.Cut(text, "://"); found {
			want.Scheme, want.HasScheme, rest = scheme, true, behind
		}
		if i := strings.IndexAny(rest, "/?#"); i >= 0 {
			rest, want.Path = rest[:i], rest[i:]
		}
		if i := strings.LastIndex(rest, "@"); i >= 0 {
			want.Userinfo, rest = rest[:i], rest[i+1:]
		}
		want.Host = rest
		if i := strings.LastIndex(rest, ":"); i > strings.LastIndex(rest, "]") {
			want.Host, want.Port, want.HasPort = rest[:i], rest[i+1:], true
		}
		require.Equal(t, want, SplitOrigin(text))
	})
}
