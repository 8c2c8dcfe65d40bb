package source

import (
	"strconv"
	"strings"
	"testing"
)

// manyRules is a document of so many rules with five origins each.
func manyRules(rules int) string {
	var text strings.Builder
	text.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CORSConfiguration xmlns=\"" + s3Namespace + "\">\n")
	for rule := range rules {
		text.WriteString("  <CORSRule>\n    <ID>rule-" + strconv.Itoa(rule) + "</ID>\n")
		for _, method := range []string{"GET", "PUT", "HEAD"} {
			text.WriteString("    <AllowedMethod>" + method + "</AllowedMethod>\n")
		}
		for origin := range 5 {
			text.WriteString("    <AllowedOrigin>https://app-" + strconv.Itoa(origin) + ".customer-" + strconv.Itoa(rule) + ".example.com</AllowedOrigin>\n")
		}
		for _, header := range []string{"content-type", "x-amz-*", "authorization"} {
			text.WriteString("    <AllowedHeader>" + header + "</AllowedHeader>\n")
		}
		text.WriteString("    <MaxAgeSeconds>3600</MaxAgeSeconds>\n    <ExposeHeader>ETag</ExposeHeader>\n  </CORSRule>\n")
	}
	text.WriteString("</CORSConfiguration>\n")
	return text.String()
}

func BenchmarkReadXML100Rules(b *testing.B) {
	text := manyRules(100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if doc := readXML(text); len(doc.Diagnostics) > 0 || len(doc.Configuration.CORSRules) != 100 {
			b.Fatal("the document was not read")
		}
	}
}
