package format_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/zclconf/go-cty/cty"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/source"
)

// formats are the output formats of the contract.
var formats = []string{"xml", "json", "console", "aws-cli", "boto3", "ibm-boto3", "sdk-js", "cloudformation-json", "cloudformation-yaml",
	"cdk", "terraform", "pulumi", "r2", "gcs"}

// twoRules are those of the files in testdata/two-rules: uploads from the app, and reads by everyone.
const twoRules = `[
  {"ID": "app-uploads", "AllowedHeaders": ["content-type", "x-amz-*"], "AllowedMethods": ["PUT", "POST"],
   "AllowedOrigins": ["https://app.example.com", "http://localhost:5173"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 3600},
  {"ID": "public-read", "AllowedHeaders": ["range"], "AllowedMethods": ["GET", "HEAD"],
   "AllowedOrigins": ["*"], "ExposeHeaders": ["Content-Range"], "MaxAgeSeconds": 7200}
]`

// document is one that holds a configuration as a value.
func document(rules ...core.CORSRule) *source.Document {
	return &source.Document{Configuration: &core.CORSConfiguration{CORSRules: rules}}
}

// written is the text in a format.
func written(t *testing.T, doc *source.Document, name string, options format.Options) string {
	t.Helper()
	result := format.Convert(doc, name, &options)
	require.NotNil(t, result.Text)
	return *result.Text
}

// The files are as each tool's documentation writes them.
func TestTwoRulesAreWrittenAsEachToolsDocumentationWritesThem(t *testing.T) {
	doc := source.Read(twoRules)
	for _, name := range formats {
		t.Run(name, func(t *testing.T) {
			result := format.Convert(doc, name, &format.Options{})
			file := filepath.Join("testdata", "two-rules", name, result.Filename)
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Equal(t, string(want), *result.Text)
		})
	}
	folders, err := os.ReadDir(filepath.Join("testdata", "two-rules"))
	require.NoError(t, err)
	assert.Len(t, folders, len(formats), "a folder for each format")
}

func TestACommandAppliesTheFile(t *testing.T) {
	given := format.Options{Bucket: "my bucket", Endpoint: "localhost:9000", Owner: "111122223333", Algorithm: "CRC32"}
	cases := []struct{ format, filename, mediaType, bare, full string }{
		{"xml", "cors.xml", "application/xml", "s3cmd setcors cors.xml s3://BUCKET", "s3cmd setcors cors.xml s3://'my bucket'"},
		{"json", "cors.json", "application/json", "aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://cors.json",
			"aws s3api put-bucket-cors --bucket 'my bucket' --cors-configuration file://cors.json --checksum-algorithm CRC32" +
				" --endpoint-url https://localhost:9000 --expected-bucket-owner 111122223333"},
		{"console", "cors.json", "application/json", "", ""},
		{"aws-cli", "put-cors.sh", "text/x-shellscript", "sh put-cors.sh", "sh put-cors.sh"},
		{"boto3", "put_cors.py", "text/x-python", "python3 put_cors.py", "python3 put_cors.py"},
		{"ibm-boto3", "put_cors.py", "text/x-python", "python3 put_cors.py", "python3 put_cors.py"},
		{"sdk-js", "put-cors.mjs", "text/javascript", "node put-cors.mjs", "node put-cors.mjs"},
		{"cloudformation-json", "template.json", "application/json",
			"aws cloudformation deploy --template-file template.json --stack-name STACK", "aws cloudformation deploy --template-file template.json --stack-name STACK"},
		{"cloudformation-yaml", "template.yaml", "application/yaml",
			"aws cloudformation deploy --template-file template.yaml --stack-name STACK", "aws cloudformation deploy --template-file template.yaml --stack-name STACK"},
		{"cdk", "cors-stack.ts", "text/typescript", "npx cdk deploy --app 'npx ts-node cors-stack.ts'", "npx cdk deploy --app 'npx ts-node cors-stack.ts'"},
		{"terraform", "cors.tf", "text/plain", "terraform apply", "terraform apply"},
		{"pulumi", "index.ts", "text/typescript", "pulumi up", "pulumi config set --path --type string 'aws:allowedAccountIds[0]' 111122223333 && pulumi up"},
		{"r2", "cors.json", "application/json", "npx wrangler r2 bucket cors set BUCKET --file cors.json", "npx wrangler r2 bucket cors set 'my bucket' --file cors.json"},
		{"gcs", "cors.json", "application/json", "gcloud storage buckets update gs://BUCKET --cors-file=cors.json",
			"gcloud storage buckets update gs://'my bucket' --cors-file=cors.json"},
	}
	require.Len(t, cases, len(formats))
	for _, c := range cases {
		t.Run(c.format, func(t *testing.T) {
			bare := format.Convert(source.Read(twoRules), c.format, &format.Options{})
			assert.Equal(t, []string{c.filename, c.mediaType, c.bare}, []string{bare.Filename, bare.MediaType, bare.Command})
			assert.Equal(t, c.full, format.Convert(source.Read(twoRules), c.format, &given).Command)
		})
	}
}

// Each option is either in the text or its command, or the report says that it has no place.
func TestAnOptionIsWrittenOrSaidToHaveNoPlace(t *testing.T) {
	options := []struct{ name, word, value string }{
		{"bucket", "bucket", "my-bucket"}, {"endpoint", "endpoint", "https://s3.example:9000"},
		{"expectedBucketOwner", "expected bucket owner", "111122223333"}, {"checksumAlgorithm", "checksum algorithm", "SHA256"},
	}
	given := format.Options{Bucket: options[0].value, Endpoint: options[1].value, Owner: options[2].value, Algorithm: options[3].value}
	placeless := map[string]string{
		"xml": "endpoint, expected bucket owner, checksum algorithm", "console": "bucket, endpoint, expected bucket owner, checksum algorithm",
		"cloudformation-json": "endpoint, expected bucket owner, checksum algorithm", "cloudformation-yaml": "endpoint, expected bucket owner, checksum algorithm",
		"cdk": "endpoint, expected bucket owner, checksum algorithm", "terraform": "endpoint, checksum algorithm", "pulumi": "endpoint, checksum algorithm",
		"r2": "endpoint, expected bucket owner, checksum algorithm", "gcs": "endpoint, expected bucket owner, checksum algorithm",
	}
	for _, name := range formats {
		t.Run(name, func(t *testing.T) {
			result := format.Convert(source.Read(twoRules), name, &given)
			var told []string
			for i := range result.Diagnostics {
				if d := &result.Diagnostics[i]; d.Code == "option-unused" {
					told = append(told, d.Parameters[1].Text)
					assert.Contains(t, d.Message, " has no place for the "+d.Parameters[1].Text)
				}
			}
			assert.Equal(t, placeless[name], strings.Join(told, ", "))
			for _, option := range options {
				written := strings.Contains(*result.Text+result.Command, option.value)
				assert.NotEqual(t, written, strings.Contains(", "+placeless[name]+",", ", "+option.word+","), option.name)
			}
			if read := oracles[name]; read != nil {
				f, err := read(*result.Text)
				if errors.Is(err, errNotThere) {
					return
				}
				require.NoError(t, err)
				for _, option := range options {
					if text, has := f.options[option.name]; has {
						assert.Equal(t, option.value, text)
					} else {
						assert.NotContains(t, *result.Text, option.value)
					}
				}
			}
			for _, d := range format.Convert(source.Read(twoRules), name, &format.Options{}).Diagnostics {
				assert.NotEqual(t, "option-unused", d.Code, "nothing was given")
			}
		})
	}
}

func TestAnEmptyOptionIsAPlaceholderThatIsNoValueOrIsLeftOut(t *testing.T) {
	for _, name := range formats {
		text := written(t, source.Read(twoRules), name, format.Options{})
		for _, word := range []string{"xpected", "ecksum", "undefined", "None", "null", "%"} {
			assert.NotContains(t, strings.ReplaceAll(text, "ExpectedBucketOwner.", ""), word, name)
		}
	}
	for _, name := range []string{"aws-cli", "boto3", "ibm-boto3", "sdk-js", "terraform", "pulumi"} {
		assert.Contains(t, written(t, source.Read(twoRules), name, format.Options{}), "BUCKET", name)
	}
	for _, name := range []string{"cloudformation-json", "cloudformation-yaml", "cdk"} {
		assert.NotContains(t, written(t, source.Read(twoRules), name, format.Options{}), "ucketName", name+" makes a name of its own")
	}
	assert.Contains(t, written(t, source.Read(twoRules), "ibm-boto3", format.Options{}), "'https://s3.REGION.cloud-object-storage.appdomain.cloud'")
}

func TestBoto3IsSaidToNeedMoreForTheChecksumsThatItDoesNotCompute(t *testing.T) {
	for _, algorithm := range []string{"CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME"} {
		text := written(t, source.Read(twoRules), "boto3", format.Options{Algorithm: algorithm})
		needs := algorithm == "CRC32C" || algorithm == "CRC64NVME"
		assert.Equal(t, needs, strings.Contains(text, "\n# "+algorithm+" may need: pip install 'botocore[crt]'\n"), algorithm)
	}
}

func TestALongListStandsOnLinesOfItsOwnAndAShortOneOnOne(t *testing.T) {
	var origins []string
	for i := range 12 {
		origins = append(origins, "https://"+strings.Repeat("a", i)+".example.com")
	}
	for _, name := range formats {
		if name == "xml" {
			continue
		}
		count := func(origins ...string) int {
			return strings.Count(written(t, document(rule(origins, []string{"GET"})), name, format.Options{}), "\n")
		}
		one := count(origins[0])
		assert.Equal(t, one, count(origins[:2]...), name)
		more := len(origins) + 1
		if name == "cloudformation-yaml" {
			more-- // YAML has no bracket to close.
		}
		assert.Equal(t, one+more, count(origins...), name)
	}
}

func rule(origins, methods []string) core.CORSRule {
	return core.CORSRule{AllowedOrigins: origins, AllowedMethods: methods}
}

// hostile are texts that mean something to one of the targets.
var hostile = []string{
	"", " ", " a ", "\t", "\n", "\r\n", "\x00", "\x01\x1b[31m\x7f", "\u0080\u0085\u009f", "\u00a0", "'", `"`, "`", "'''", `"""`, `\`, `\\`, `\'`, `\"`, `\n`, `\u0041`, `\x41`, `\U00000041`, `\N{BULLET}`,
	"${a}", "%{a}", "$${a}", "%%{a}", "$$${a}", "${", "%{", "$", "%", "$%{", "%${", "{{a}}", "{a}", "$(id)", "$HOME", "`id`", "%s", "%(a)s", "%b", "%C",
	"*", "a*", "*a", ":", "a: b", "a:", ": a", "!", "!Ref a", "!!str a", "&a", "&amp;", "*a", "#", "a #b", "#a", "@a", "-", "- a", "--a", "---", "...", "?", "? a", "|", "|-", ">", ">-", "=", "<<", "[a]", "[", "]", ",", "a, b", "{", "}",
	"yes", "No", "ON", "off", "true", "False", "null", "NULL", "~", "y", "N", "1", "-1", "1.5", "1e3", "0x1f", "0o7", "017", "1_000", "1:30", "2001-01-01", ".inf", ".nan", "nan", "Infinity", "None",
	"</AllowedOrigin>", "]]>", "<![CDATA[a]]>", "<!-- a -->", "-->", "<?a?>", "&lt;", "&#38;", "</script>", "<script>",
	"\nJSON\n", "\nEOF\n", "JSON", "EOF", "//a", "/*a*/", "*/", "/* a", "# a", "'\\''", "'; id; '", "\" + id + \"", "\\\n", "!!", "!$", "~root", "file://a", "http://a",
	"é", "ß", "日本", "😀", "\u202e", "\u200b", "\u2028", "\u2029", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\u061c", "\u2066a\u2069", "\U000e0041", "\U0010ffff", "\U0001f468\u200d\U0001f469", "e\u0301", "\uf9dd",
	"\xed\xa0\xbd", "\xed\xb8\x80", "\xed\xb8\x80\xed\xa0\xbd", "a\xed\xa0\xbd",
	"constructor", "__proto__", "s3.HttpMethods.GET", "cors_rule {", "a\\", "a'", `a"`, strings.Repeat("a", 300), strings.Repeat("'\\${", 60),
}

// Each hostile text in each place of a rule, and then many in a list, is read back by the target's own reader.
func TestATargetsOwnReaderReadsWhatWasMeant(t *testing.T) {
	for name := range oracles {
		t.Run(name, func(t *testing.T) {
			for _, text := range hostile {
				all := rule([]string{text, "https://a.example"}, []string{"GET", text})
				all.ID, all.AllowedHeaders, all.ExposeHeaders = &text, []string{text}, []string{"ETag", text}
				checkReadBack(t, name, format.Options{Bucket: "b", Owner: "1"}, all, rule([]string{"*"}, []string{text}))
			}
			age := int64(-5)
			many := rule(hostile, hostile)
			many.AllowedHeaders, many.ExposeHeaders, many.MaxAgeSeconds = hostile, hostile, &age
			checkReadBack(t, name, format.Options{}, rule([]string{"*"}, []string{"GET"}), many)
		})
	}
}

func TestARuleOfAnySizeIsReadBack(t *testing.T) {
	long := []string{}
	for i := range 50 {
		long = append(long, "https://"+strings.Repeat("a", i)+".example.com")
	}
	ages := []int64{0, 1, -1, 2147483647, 1 << 53, -1 << 63, 1<<63 - 1}
	for name := range oracles {
		t.Run(name, func(t *testing.T) {
			checkReadBack(t, name, format.Options{Bucket: "b"})
			checkReadBack(t, name, format.Options{}, core.CORSRule{})
			checkReadBack(t, name, format.Options{}, rule(nil, nil), rule([]string{"*"}, nil), rule(nil, []string{"GET"}))
			for count := range long {
				some := rule(long[:count], []string{"GET"})
				some.ExposeHeaders = long[count:]
				checkReadBack(t, name, format.Options{}, some, rule(long, long))
			}
			for _, age := range ages {
				aged := rule([]string{"*"}, []string{"GET"})
				aged.MaxAgeSeconds = &age
				checkReadBack(t, name, format.Options{}, aged)
			}
		})
	}
}

// checkReadBack writes rules, and fails unless the target's own reader finds them again.
func checkReadBack(t *testing.T, name string, options format.Options, rules ...core.CORSRule) {
	t.Helper()
	if name == "xml" && !fitXML(rules) {
		return
	}
	text := written(t, document(rules...), name, options)
	f, err := oracles[name](text)
	if errors.Is(err, errNotThere) {
		return
	}
	// The lines of testify format their arguments also where nothing fails.
	if err != nil {
		require.NoError(t, err, text)
	}
	if want, got := asText(carried(name, rules)), asText(f.rules); want != got {
		require.Equal(t, want, got, text)
	}
	// In XML nothing but a reference could stand there, and a reader need not know it.
	if name != "xml" && strings.ContainsFunc(text, isUnseen) {
		require.Fail(t, "something unseen stands in the text", "%q", text)
	}
}

// isUnseen says whether a character cannot be seen, or turns the direction of the text around.
func isUnseen(r rune) bool {
	return unicode.IsControl(r) && r != '\n' || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp) ||
		r == '\ufeff' || r >= '\u200b' && r < '\u200e' || r>>4 == 0x206 || r>>12 == 0xE0
}

// carried are the rules as far as a target carries them.
func carried(name string, rules []core.CORSRule) []core.CORSRule {
	if name == "terraform" {
		return composed(rules)
	}
	if name != "gcs" {
		return rules
	}
	var kept []core.CORSRule
	for _, r := range rules {
		known := map[string]bool{}
		var headers []string
		for _, header := range append(append([]string{}, r.AllowedHeaders...), r.ExposeHeaders...) {
			if lower := core.Lower(header); !known[lower] {
				known[lower], headers = true, append(headers, header)
			}
		}
		kept = append(kept, core.CORSRule{AllowedOrigins: r.AllowedOrigins, AllowedMethods: r.AllowedMethods, AllowedHeaders: headers, MaxAgeSeconds: r.MaxAgeSeconds})
	}
	return kept
}

// composed are rules as Terraform reads them from any text: in Unicode's normalization form C (HCL, "Strings").
func composed(rules []core.CORSRule) []core.CORSRule {
	var all []core.CORSRule
	for _, r := range rules {
		if r.ID != nil {
			id := cty.NormalizeString(whole(*r.ID))
			r.ID = &id
		}
		for _, m := range core.Members {
			list := r.List(m)
			r.MakeRoom(m, len(list))
			for _, text := range list {
				r.Append(m, cty.NormalizeString(whole(text)))
			}
		}
		all = append(all, r)
	}
	return all
}

// fitXML says whether XML can carry the values (XML 1.0, section 2.2).
func fitXML(rules []core.CORSRule) bool {
	fits := true
	for _, r := range rules {
		texts := append(append(append(append([]string{}, r.AllowedOrigins...), r.AllowedMethods...), r.AllowedHeaders...), r.ExposeHeaders...)
		if r.ID != nil {
			texts = append(texts, *r.ID)
		}
		for _, text := range texts {
			fits = fits && utf8.ValidString(text) && !strings.ContainsAny(text, "\ufffe\uffff") &&
				!strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' })
		}
	}
	return fits
}

// asText is rules as JSON, in which an absent list and an empty one are the same, and a lone surrogate is U+FFFD.
func asText(rules []core.CORSRule) string {
	type shown struct {
		ID                                                            *string
		AllowedOrigins, AllowedMethods, AllowedHeaders, ExposeHeaders []string
		MaxAgeSeconds                                                 *int64
	}
	all := []shown{}
	for _, r := range rules {
		var id *string
		if r.ID != nil {
			text := whole(*r.ID)
			id = &text
		}
		all = append(all, shown{id, wholes(r.AllowedOrigins), wholes(r.AllowedMethods), wholes(r.AllowedHeaders), wholes(r.ExposeHeaders), r.MaxAgeSeconds})
	}
	text, err := json.Marshal(all)
	if err != nil {
		panic(err)
	}
	return strings.ReplaceAll(string(text), "},{", "},\n{")
}

func wholes(list []string) []string {
	all := []string{}
	for _, text := range list {
		all = append(all, whole(text))
	}
	return all
}

// whole is a text with U+FFFD for each lone surrogate, and for each other byte that is no character.
func whole(text string) string {
	var all strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 && text[i] == 0xED && i+2 < len(text) && text[i+1] >= 0xA0 {
			size = 3
		}
		all.WriteRune(r)
		i += size
	}
	return all.String()
}
