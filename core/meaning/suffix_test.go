package meaning

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/net/publicsuffix"
)

// unlisted are the hosts of platforms that keep them out of the Public Suffix List.
const unlisted = " storage.googleapis.com surge.sh glitch.me github.dev app.github.dev gitpod.io *.gitpod.io stackblitz.io "

// Each entry is a public suffix, or stands over some: below it there is a suffix under which anyone can have a host.
func TestEachSharedDomainIsOfThePublicSuffixList(t *testing.T) {
	entries := strings.Fields(publicSuffixes)
	assert.Greater(t, len(entries), 80)
	seen := map[string]bool{}
	for _, entry := range entries {
		assert.False(t, seen[entry], "%s stands twice", entry)
		seen[entry] = true
		if listedIn(unlisted, entry) {
			continue
		}
		entry = strings.TrimPrefix(entry, "*.")
		open := false
		for _, below := range []string{"a", "a.s3", "a.us-east-1", "a.b"} {
			suffix, managed := publicsuffix.PublicSuffix(below + "." + entry)
			open = open || strings.HasSuffix("."+suffix, "."+entry) && (managed || strings.Contains(suffix, "."))
		}
		assert.True(t, open, "%s is no public suffix and holds none", entry)
		assert.True(t, isShared(entry), entry)
	}
}

// What anyone can register under is shared, and a domain below it is its owner's.
func TestTheSuffixesThatPeopleMeetAreKnown(t *testing.T) {
	for _, platform := range strings.Fields(`github.io gitlab.io vercel.app netlify.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com onrender.com fly.dev
		up.railway.app amazonaws.com s3.amazonaws.com s3.eu-west-1.amazonaws.com s3-website-us-east-1.amazonaws.com execute-api.us-east-1.amazonaws.com
		cloudfront.net amplifyapp.com us-east-1.elasticbeanstalk.com us-east-1.awsapprunner.com azurewebsites.net azurestaticapps.net azurefd.net appspot.com
		a.run.app cloudfunctions.net ngrok.io ngrok-free.app replit.app repl.co lovable.app bolt.host webflow.io myshopify.com blogspot.com
		nyc3.digitaloceanspaces.com ondigitalocean.app r2.dev deno.dev hf.space streamlit.app readthedocs.io translate.goog`) {
		assert.True(t, isShared(platform), platform)
	}
	for _, country := range strings.Fields("co.uk org.uk com.au com.br co.jp co.kr co.in co.nz co.za com.cn com.mx com.tr com.tw com.sg com.hk com.ar") {
		suffix, managed := publicsuffix.PublicSuffix("a." + country)
		assert.True(t, managed && suffix == country && isShared(country), country)
	}
	for _, top := range []string{"com", "dev", "app", "io", "de", "xn--p1ai"} {
		assert.True(t, isShared(top), top)
	}
	for _, own := range strings.Fields("example.com example.co.uk mysite.pages.dev docs.github.com localhost local test internal 1 255 run.app.example.com github.io.example.com hub.io") {
		assert.False(t, isShared(own), own)
	}
	assert.False(t, isShared(""))
}

// The list is a selection: of the suffixes of the Public Suffix List that the tests name, it knows these, and no domain of one's own.
func TestNoDomainOfOnesOwnIsTakenForASharedOne(t *testing.T) {
	for _, entry := range strings.Fields(publicSuffixes) {
		if own := "www.example." + strings.TrimPrefix(entry, "*."); !strings.Contains(entry, "amazonaws") {
			assert.False(t, isShared(own), own)
		}
	}
}
