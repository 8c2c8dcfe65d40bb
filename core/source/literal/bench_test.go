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

// program is a program in a language with a configuration for each of so many buckets: some 400 bytes for each.
func program(language Language, buckets int) string {
	one := map[Language]string{
		JavaScript: "// it's bucket 'x' [1]\nconst bucket = new s3.Bucket(this, `Files-${id}`, {\n  encryption: s3.BucketEncryption.S3_MANAGED,\n  cors: [{ allowedMethods: [s3.HttpMethods.GET, s3.HttpMethods.PUT], allowedOrigins: ['https://a.example.com'], allowedHeaders: ['*'], maxAge: 3_000 }] as s3.CorsRule[],\n});\nif (props.x) { bucket.addCorsRule({ allowedMethods: methods.map(m => m.name), allowedOrigins: ['*'] }); }\n",
		Python:     "# it's bucket 'x' [1]\ndef make(name: str) -> None:\n    \"\"\"Makes \"it\".\"\"\"\n    s3.put_bucket_cors(Bucket=f\"{name}-files\", CORSConfiguration={'CORSRules': [\n        {'AllowedOrigins': ['https://a.example.com', os.environ['ORIGIN']], 'AllowedMethods': ['GET', 'PUT'], 'AllowedHeaders': ['*'], 'MaxAgeSeconds': 24 * 3600},\n    ]})\n    log.info('made %s', name)\n",
		HCL:        "# it's bucket \"x\" [1]\nresource \"aws_s3_bucket_cors_configuration\" \"a\" {\n  bucket = aws_s3_bucket.a.id\n  cors_rule {\n    allowed_headers = [\"*\"]\n    allowed_methods = [\"GET\", \"PUT\"]\n    allowed_origins = [\"https://a.example.com\", \"https://${var.origin}\"]\n    max_age_seconds = 3000\n  }\n}\n",
	}[language]
	return strings.Repeat(one, buckets)
}

// BenchmarkPrograms doubles the size: what a byte takes stays the same.
func BenchmarkPrograms(b *testing.B) {
	for _, language := range languages {
		for _, buckets := range []int{600, 1200, 2400} {
			text := program(language, buckets)
			b.Run(fmt.Sprintf("language %d, %d KB", language, len(text)>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					ParseProgram(text, language)
				}
			})
		}
	}
}
