package literal

import (
	"fmt"
	"strings"
	"testing"
)

// hundredRules is a configuration of 100 rules with 5 origins, 3 methods and 3 headers each: about 34 KB.
func hundredRules() string {
	var b strings.Builder
	b.WriteString(`{"CORSRules":[`)
	for i := range 100 {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, `{"ID":"rule-%d","AllowedOrigins":[`, i)
		for j := range 5 {
			fmt.Fprintf(&b, `"https://app-%d-%d.example.com",`, i, j)
		}
		b.WriteString(`"https://*.example.org"],"AllowedMethods":["GET","PUT","POST"],`)
		b.WriteString(`"AllowedHeaders":["content-type","x-amz-*","authorization"],"ExposeHeaders":["ETag"],"MaxAgeSeconds":3600}`)
	}
	b.WriteString("]}")
	return b.String()
}

func BenchmarkParseHundredRules(b *testing.B) {
	text := hundredRules()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(text)
	}
}

func BenchmarkParseCall(b *testing.B) {
	const text = `{"source":"<CORSConfiguration>\n</CORSConfiguration>","request":{"origin":"https://a.example","method":"PUT","headers":["content-type"]}}`
	b.ReportAllocs()
	for b.Loop() {
		Parse(text)
	}
}
