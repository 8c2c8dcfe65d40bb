package meaning_test

import (
	"fmt"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/meaning"
	"s3cors/core/s3"
)

// checkOriginFixes holds the fixes of all findings about origins against what a fix is for: less is told than before, and what is written
// is an origin that browsers send, of which the same is not told again.
func checkOriginFixes(t *testing.T, configuration *core.CORSConfiguration, list core.Diagnostics) {
	for i := range list {
		d := &list[i]
		if !strings.HasPrefix(d.Code, "origin-") && d.Code != "rule-without-effect" {
			continue
		}
		at, _ := d.Path.Rule()
		for j := range d.Fixes {
			after := meaning.Findings(&d.Fixes[j].Configuration)
			note := fmt.Sprintf("%q of: %s", d.Fixes[j].Title, d.Message)
			require.Less(t, count(after, d.Code), count(list, d.Code), note)
			before := configuration.CORSRules[at].AllowedOrigins
			written := newOrigins(before, d.Fixes[j].Configuration.CORSRules[at].AllowedOrigins)
			for _, origin := range written {
				if origin == "*" && d.Code == "origin-reflects-any" {
					continue
				}
				requireOffered(t, before, origin, note)
				for k := range after {
					require.False(t, after[k].Code == d.Code && after[k].Parameters[0].Text == origin, note)
				}
			}
		}
	}
}

// newOrigins are those that a fix brings.
func newOrigins(before, after []string) []string {
	had := map[string]bool{}
	for _, origin := range before {
		had[origin] = true
	}
	var written []string
	for _, origin := range after {
		if !had[origin] {
			written = append(written, origin)
		}
	}
	return written
}

// requireOffered asks of an origin that a fix writes that browsers send it, that it is a single one, and that its wildcard or address is
// not made up.
func requireOffered(t *testing.T, before []string, origin, note string) {
	require.False(t, strings.ContainsAny(origin, " ,;\t\r\n"), note)
	sent := false
	for _, fill := range []string{"any", "8080"} {
		word := strings.Replace(origin, "*", fill, 1)
		sent = sent || browser.PageOrigin(word) == word && !strings.HasSuffix(word, ":0")
	}
	require.True(t, sent, note)
	require.True(t, !strings.Contains(origin, "*") || strings.Contains(strings.Join(before, ""), "*"), note)
	if address, err := netip.ParseAddr(s3.SplitOrigin(origin).Host); err == nil && address.Is4() {
		require.True(t, isWrittenAddress(before, address), note)
	}
}

// isWrittenAddress says whether one of the values has an address, in the usual form or in another that browsers read as it.
func isWrittenAddress(values []string, address netip.Addr) bool {
	parts := strings.FieldsFunc(strings.Join(values, " "), func(r rune) bool { return r <= ' ' || r == ',' || r == ';' })
	for _, part := range parts {
		// Browsers skip all slashes before the host (URL Standard, "special authority ignore slashes state").
		scheme, rest, isURL := strings.Cut(part, "://")
		if !isURL {
			scheme, rest = "https", part
		}
		host := s3.SplitOrigin(scheme + "://" + strings.TrimLeft(rest, "/")).Host
		for _, text := range []string{part, "https://" + part, "https://" + host} {
			read, err := url.Parse(browser.PageOrigin(text))
			if err == nil && !strings.Contains(host, "*") && read.Hostname() == address.String() {
				return true
			}
		}
		if strings.Contains(part, address.String()) {
			return true
		}
	}
	return false
}
