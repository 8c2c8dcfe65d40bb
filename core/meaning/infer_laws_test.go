package meaning

import (
	"math/rand"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/s3"
)

// randomWanted is a call of any kind that the API takes, to the bucket or elsewhere.
func randomWanted(random *rand.Rand) Wanted {
	pick := func(texts ...string) string { return texts[random.Intn(len(texts))] }
	method := pick("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "patch", "put", "OPTIONS", "TRACE", "a b")
	call := browser.Call{
		Page:           pick("https://a.example", "https://a.example/page", "http://localhost:3000", "null", "file:///x", "https://b.s3.amazonaws.com"),
		URL:            pick("https://b.s3.amazonaws.com/k", "https://b.s3.amazonaws.com/k", "http://b.s3.amazonaws.com/k", "k", "data:,x", "ftp://x/", "https://u:p@b.s3.amazonaws.com/k"),
		Via:            browser.Via(random.Intn(9)),
		Body:           browser.Body(random.Intn(7)),
		BodyType:       pick("", "text/plain", "application/json", "Text/Plain"),
		Mode:           pick("", "", "", "no-cors", "same-origin", "navigate"),
		Credentials:    pick("", "omit", "same-origin", "include"),
		UploadListener: random.Intn(4) == 0,
	}
	if random.Intn(2) == 0 {
		call.Method = &method
	}
	if value := pick("", "anonymous", "use-credentials"); random.Intn(2) == 0 {
		call.CrossOrigin = &value
	}
	for range random.Intn(4) {
		call.Headers.Add(pick("X-Amz-Acl", "x-amz-acl", "Authorization", "Content-Type", "Range", "Accept", "x-*"), pick("a", "text/plain", "bytes=0-1", "*"))
	}
	return Wanted{Call: call, Reads: []string{pick("ETag", "Content-Length", "x-a")}}
}

// Whatever is inferred, each of the calls passes with it, unless a diagnostic says that none would help; and what is said to need no
// rule passes without any.
func TestAllCallsPassWithWhatIsInferredFromThem(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	ruled := 0
	for range 6000 {
		calls := make([]Wanted, 1+random.Intn(3))
		for i := range calls {
			calls[i] = randomWanted(random)
		}
		inference := Infer(calls)
		compiled := s3.Compile(&inference.Configuration)
		ruled += len(inference.Configuration.CORSRules)
		for i := range calls {
			codes := codesOfCall(inference.Diagnostics, i+1)
			passes := func(rules *s3.Rules) bool {
				outcome := browser.SimulateFetch(&calls[i].Call, &browser.Server{S3: true, Rules: rules}).Outcome()
				return outcome == browser.Readable || outcome == browser.Opaque
			}
			refused := codes["call-refused"] || codes["method-never-allowed"]
			require.Equal(t, !refused, passes(compiled), "%+v of %+v has %v and %v", calls[i], calls, inference.Configuration, codes)
			if codes["no-cors-needed"] {
				require.True(t, passes(s3.Compile(new(core.CORSConfiguration))), "%+v", calls[i])
			}
		}
	}
	require.Greater(t, ruled, 2000)
}

func codesOfCall(diagnostics core.Diagnostics, call int) map[string]bool {
	codes := map[string]bool{}
	for i := range diagnostics {
		for _, parameter := range diagnostics[i].Parameters {
			if parameter.Name == "call" && parameter.Text == core.Itoa(call) {
				codes[diagnostics[i].Code] = true
			}
		}
	}
	return codes
}
