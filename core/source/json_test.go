package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// twoRules is the list of the two rules of all format examples, as the S3 console takes it.
const twoRules = `[
  {
    "ID": "app-uploads",
    "AllowedHeaders": ["content-type", "x-amz-*"],
    "AllowedMethods": ["PUT", "POST"],
    "AllowedOrigins": ["https://app.example.com", "http://localhost:5173"],
    "ExposeHeaders": ["ETag"],
    "MaxAgeSeconds": 3600
  },
  {
    "ID": "public-read",
    "AllowedHeaders": ["range"],
    "AllowedMethods": ["GET", "HEAD"],
    "AllowedOrigins": ["*"],
    "ExposeHeaders": ["Content-Range"],
    "MaxAgeSeconds": 7200
  }
]`

func pointer[T any](value T) *T { return &value }

func twoRulesConfiguration() *core.CORSConfiguration {
	return &core.CORSConfiguration{CORSRules: []core.CORSRule{
		{
			ID:             pointer("app-uploads"),
			AllowedHeaders: []string{"content-type", "x-amz-*"},
			AllowedMethods: []string{"PUT", "POST"},
			AllowedOrigins: []string{"https://app.example.com", "http://localhost:5173"},
			ExposeHeaders:  []string{"ETag"},
			MaxAgeSeconds:  pointer(int64(3600)),
		},
		{
			ID:             pointer("public-read"),
			AllowedHeaders: []string{"range"},
			AllowedMethods: []string{"GET", "HEAD"},
			AllowedOrigins: []string{"*"},
			ExposeHeaders:  []string{"Content-Range"},
			MaxAgeSeconds:  pointer(int64(7200)),
		},
	}}
}

// diagnosed lists diagnostics as "code severity: message".
func diagnosed(doc *Document) []string {
	core.Locate(doc.Diagnostics, &doc.Places)
	var all []string
	for _, d := range doc.Diagnostics {
		all = append(all, d.Code+" "+d.Severity.String()+": "+d.Message)
	}
	return all
}

var containerCases = []struct {
	name, text string
	told       []string
}{
	{"the console's list", twoRules, nil},
	{"the CLI's and the SDKs' object", `{"CORSRules": ` + twoRules + `}`, nil},
	{"the CLI's --cli-input-json",
		`{"Bucket": "b", "CORSConfiguration": {"CORSRules": ` + twoRules + `}, "ChecksumAlgorithm": "CRC32", "ExpectedBucketOwner": "1"}`,
		[]string{"wrong-container info: this is the form of the CLI's --cli-input-json; the console takes the list of rules alone"}},
	{"the same without the bucket", `{"CORSConfiguration": {"CORSRules": ` + twoRules + `}}`,
		[]string{"wrong-container info: this is the form of the CLI's --cli-input-json; the console takes the list of rules alone"}},
	{"a list around the object", `[{"CORSRules": ` + twoRules + `}]`,
		[]string{"wrong-container warning: no tool takes the rules in these containers"}},
	{"CORSConfiguration around a bare list", `{"CORSConfiguration": ` + twoRules + `}`,
		[]string{"wrong-container warning: no tool takes the rules in these containers"}},
	{"one wrapper too many", `{"CORSRules": {"CORSRules": ` + twoRules + `}}`,
		[]string{"wrong-container warning: no tool takes the rules in these containers"}},
	{"CORSConfiguration twice", `{"CORSConfiguration": {"CORSConfiguration": {"CORSRules": ` + twoRules + `}}}`,
		[]string{"wrong-container warning: no tool takes the rules in these containers"}},
	{"the CLI's input in other letters", `{"CORSConfig": {"cors_rules": ` + twoRules + `}}`, []string{
		`misspelled-key warning: "CORSConfig" is read as CORSConfiguration; the S3 console refuses it`,
		"wrong-container info: this is the form of the CLI's --cli-input-json; the console takes the list of rules alone",
		`misspelled-key warning: "cors_rules" is read as CORSRules; the S3 console refuses it`}},
	{"the name of the XML element", `{"CORSRule": ` + twoRules + `}`,
		[]string{`misspelled-key warning: "CORSRule" is read as CORSRules; the S3 console refuses it`}},
	{"another key beside CORSRules", `{"Comment": "x", "CORSRules": ` + twoRules + `}`,
		[]string{`unknown-key warning: "Comment" is no member of the configuration`}},
	{"another key beside CORSConfiguration", `{"Buckets": "x", "CORSConfiguration": {"CORSRules": ` + twoRules + `}}`, []string{
		`unknown-key warning: "Buckets" is no member of the input of PutBucketCors`,
		"wrong-container info: this is the form of the CLI's --cli-input-json; the console takes the list of rules alone"}},
	{"CORSRules twice", `{"CORSRules": [], "CORSRules": ` + twoRules + `}`,
		[]string{`duplicate-key warning: "CORSRules" appears twice; the last one counts`}},
	{"members copied without the braces around them", `"CORSRules": ` + twoRules,
		[]string{`syntax error: expected {, found "CORSRules"`}},
	{"rules copied without the brackets around them", strings.TrimSuffix(strings.TrimPrefix(twoRules, "["), "]"),
		[]string{`syntax error: expected the end of the text, found {`}},
}

func TestContainers(t *testing.T) {
	for _, c := range containerCases {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			assert.Equal(t, twoRulesConfiguration(), doc.Configuration)
			assert.Equal(t, JSON, doc.Format)
			assert.Equal(t, c.text, doc.Text)
			assert.Equal(t, c.told, diagnosed(doc))
		})
	}
}

func TestRulesInOtherSpellingsAreReadInTheirContainers(t *testing.T) {
	for _, text := range []string{
		`{"cors_rule": [{"allowed_origins": ["*"], "allowed_methods": ["GET"]}]}`,
		`{"CORSRule": {"AllowedOrigin": ["*"], "AllowedMethod": ["GET"]}}`,
		`{"CORSConfiguration": {"CORSRule": [{"AllowedOrigin": ["*"], "AllowedMethod": ["GET"]}]}}`,
		`{"rules": [{"allowed_origins": ["*"], "allowed_methods": ["GET"]}]}`,
		`{"cors": [{"allowedOrigins": ["*"], "allowedMethods": ["GET"]}]}`,
		`{"CorsRules": [{"AllowOrigins": ["*"], "AllowMethods": ["GET"]}]}`,
		`{"CORSRules": [{"origin": ["*"], "method": ["GET"]}]}`,
	} {
		t.Run(text, func(t *testing.T) {
			doc := Read(text)
			require.NotNil(t, doc.Configuration)
			assert.Equal(t, []core.CORSRule{{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET"}}}, doc.Configuration.CORSRules)
			assert.Contains(t, strings.Join(diagnosed(doc), "\n"), "misspelled-key")
			assert.False(t, doc.HasErrors())
		})
	}
}

func TestASingleRuleIsAConfiguration(t *testing.T) {
	want := &core.CORSConfiguration{CORSRules: []core.CORSRule{{
		AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET"},
	}}}
	alone := "wrong-container warning: a rule stands alone where a list of rules is wanted"
	for _, c := range []struct {
		name, text string
		told       []string
	}{
		{"alone", `{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}`, []string{alone}},
		{"in CORSRules", `{"CORSRules": {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}}`, []string{alone}},
		{"in CORSConfiguration", `{"CORSConfiguration": {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}}`, []string{alone}},
		{"in other letters", `{"allowedOrigins": ["*"], "ALLOWEDMETHODS": ["GET"]}`, []string{
			alone,
			`misspelled-key warning: "allowedOrigins" is read as AllowedOrigins; the S3 console refuses it`,
			`misspelled-key warning: "ALLOWEDMETHODS" is read as AllowedMethods; the S3 console refuses it`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			assert.Equal(t, want, doc.Configuration)
			assert.Equal(t, c.told, diagnosed(doc))
		})
	}
}

func TestConfigurationsWithoutRules(t *testing.T) {
	for _, text := range []string{`[]`, `{"CORSRules": []}`, `{"CORSRules": null}`, `{"CORSConfiguration": {"CORSRules": []}}`, `{"CORSConfiguration": {}}`} {
		t.Run(text, func(t *testing.T) {
			doc := Read(text)
			require.NotNil(t, doc.Configuration)
			assert.Empty(t, doc.Configuration.CORSRules)
			assert.False(t, doc.HasErrors())
		})
	}
}

// Under the name of a tool's rules half of a rule is one that lacks something, which is told later.
func TestHalfOfARuleIsReadWhereRulesStand(t *testing.T) {
	for _, text := range []string{
		`{"CORSRules": [{"AllowedOrigins": ["*"]}]}`,
		"CorsConfiguration:\n  CorsRules:\n    - AllowedOrigins: ['*']\n",
		"resource \"aws_s3_bucket_cors_configuration\" \"x\" {\n  cors_rule {\n    allowed_origins = [\"*\"]\n  }\n}\n",
	} {
		doc := Read(text)
		require.NotNil(t, doc.Configuration, text)
		assert.Equal(t, []core.CORSRule{{AllowedOrigins: []string{"*"}}}, doc.Configuration.CORSRules)
	}
	assert.Nil(t, Read("cors:\n  allowedOrigins: ['*']\n").Configuration)
	assert.Nil(t, Read("rules:\n- allowedOrigins: ['*']\n").Configuration)
}

func TestOtherDocumentsAreNoConfiguration(t *testing.T) {
	for _, c := range []struct{ name, text, told string }{
		{"a package.json", `{"name": "x", "keywords": ["cors", "AllowedOrigins"], "scripts": {"cors": "aws"}, "dependencies": {"cors": "^2"}}`, "no CORSRules"},
		{"an IAM policy", `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"}]}`, "no CORSRules"},
		{"an API Gateway's CorsConfiguration", `{"CorsConfiguration": {"AllowOrigins": ["*"], "AllowMethods": ["GET"], "ExposeHeaders": ["ETag"], "MaxAge": 1}}`, "API Gateway"},
		{"a Lambda URL's Cors", `{"Type": "AWS::Lambda::Url", "Properties": {"Cors": {"AllowOrigins": ["*"], "AllowMethods": ["GET"]}}}`, "Lambda function URL"},
		{"the same without its type", `{"Cors": {"AllowOrigins": ["*"], "AllowMethods": ["GET"]}}`, "Lambda function URL"},
		{"settings of a gateway alone", `{"AllowOrigins": ["*"], "AllowMethods": ["GET"]}`, "API Gateway"},
		{"rules of something else", `{"rules": [{"AllowOrigins": ["*"], "AllowMethods": ["GET"]}]}`, "no CORSRules"},
		{"the options of a web framework", `{"cors": {"origin": "*", "methods": ["GET"]}, "rules": []}`, "no CORSRules"},
		{"a rule of a framework that has credentials", `{"allowedOrigins": ["*"], "allowedMethods": ["GET"], "allowCredentials": true}`, "no CORSRules"},
		{"a linter's rules", `{"rules": [{"origin": "a", "method": "b"}]}`, "no CORSRules"},
		{"Backblaze B2's native rules", `[{"corsRuleName": "x", "allowedOrigins": ["*"], "allowedOperations": ["s3_get"], "maxAgeSeconds": 1}]`, "Backblaze B2"},
		{"a bucket of Backblaze B2", `{"corsRules": [{"corsRuleName": "x", "allowedOrigins": ["*"], "allowedOperations": ["s3_get"]}]}`, "Backblaze B2"},
		{"Azure's rules", `{"corsRules": [{"allowedOrigins": ["*"], "allowedMethods": ["GET"], "maxAgeInSeconds": 1}]}`, "Azure"},
		{"an empty object", `{}`, "no CORSRules"},
		{"a list of numbers", `[1, 2]`, "no CORSRules"},
		{"a list of lists", `[[]]`, "no CORSRules"},
		{"half of a rule", `{"AllowedOrigins": ["*"]}`, "no CORSRules"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			assert.Nil(t, doc.Configuration)
			assert.Equal(t, Format(""), doc.Format)
			require.Len(t, doc.Diagnostics, 1)
			code := UnknownFormat.Code
			if c.told != "no CORSRules" {
				code = ForeignDialect.Code
			}
			assert.Equal(t, code, doc.Diagnostics[0].Code)
			assert.Contains(t, doc.Diagnostics[0].Message, c.told)
			require.NotNil(t, doc.Diagnostics[0].Span)
			assert.Greater(t, doc.Diagnostics[0].Span.End, doc.Diagnostics[0].Span.Start)
		})
	}
}

// oneMember is a rule of which one member is looked at.
func oneMember(member string) string {
	return `[{"AllowedMethods": ["GET"], ` + member + `}]`
}

var memberCases = []struct {
	name, member string
	// want is the rule without its AllowedMethods.
	want core.CORSRule
	told []string
}{
	{"an empty list is the same as none", `"AllowedOrigins": []`, core.CORSRule{}, nil},
	{"null is the same as absent", `"AllowedOrigins": null, "ID": null, "MaxAgeSeconds": null`, core.CORSRule{}, nil},
	{"an empty ID is kept apart from none", `"ID": ""`, core.CORSRule{ID: pointer("")}, nil},
	{"a max age of 0 is kept apart from none", `"MaxAgeSeconds": 0`, core.CORSRule{MaxAgeSeconds: pointer(int64(0))}, nil},
	{"a negative max age", `"MaxAgeSeconds": -1`, core.CORSRule{MaxAgeSeconds: pointer(int64(-1))}, nil},
	{"beyond 32 bits it is for S3 to judge", `"MaxAgeSeconds": 3000000000`, core.CORSRule{MaxAgeSeconds: pointer(int64(3000000000))}, nil},
	{"the largest number up to which JavaScript's are whole", `"MaxAgeSeconds": 9007199254740992`, core.CORSRule{MaxAgeSeconds: pointer(int64(1 << 53))}, nil},
	{"the smallest", `"MaxAgeSeconds": -9007199254740992`, core.CORSRule{MaxAgeSeconds: pointer(int64(-1 << 53))}, nil},
	{"one more", `"MaxAgeSeconds": 9007199254740993`, core.CORSRule{},
		[]string{"max-age-out-of-range error: 9007199254740993 does not fit S3's 32-bit number"}},
	{"one less, in quotes", `"MaxAgeSeconds": "-9007199254740993"`, core.CORSRule{},
		[]string{"max-age-out-of-range error: -9007199254740993 does not fit S3's 32-bit number"}},
	{"beyond 64 bits", `"MaxAgeSeconds": 9223372036854775808`, core.CORSRule{},
		[]string{"max-age-out-of-range error: 9223372036854775808 does not fit S3's 32-bit number"}},
	{"a fraction", `"MaxAgeSeconds": 1.5`, core.CORSRule{}, []string{`max-age-not-integer error: "1.5" is not written as a whole number`}},
	{"a fraction of nothing", `"MaxAgeSeconds": 3600.0`, core.CORSRule{}, []string{`max-age-not-integer error: "3600.0" is not written as a whole number`}},
	{"an exponent", `"MaxAgeSeconds": 1e3`, core.CORSRule{}, []string{`max-age-not-integer error: "1e3" is not written as a whole number`}},
	{"a unit", `"MaxAgeSeconds": "10s"`, core.CORSRule{}, []string{`max-age-not-integer error: "10s" is not written as a whole number`}},
	{"a number in quotes", `"MaxAgeSeconds": "3000"`, core.CORSRule{MaxAgeSeconds: pointer(int64(3000))},
		[]string{`number-as-text warning: MaxAgeSeconds is the text "3000"; the console and the SDKs want a number`}},
	{"no number in quotes", `"MaxAgeSeconds": ""`, core.CORSRule{}, []string{`max-age-not-integer error: "" is not written as a whole number`}},
	{"true as max age", `"MaxAgeSeconds": true`, core.CORSRule{}, []string{"wrong-type error: MaxAgeSeconds is true, not a number"}},
	{"a list as max age", `"MaxAgeSeconds": [1]`, core.CORSRule{}, []string{"wrong-type error: MaxAgeSeconds is a list, not a number"}},
	{"a number as ID", `"ID": 1`, core.CORSRule{}, []string{"wrong-type error: ID is a number, not a text"}},
	{"an object as origin", `"AllowedOrigins": ["a", {}, "b"]`, core.CORSRule{AllowedOrigins: []string{"a", "b"}},
		[]string{"wrong-type error: AllowedOrigins[1] is an object, not a text"}},
	{"numbers and booleans in a list", `"ExposeHeaders": [1, false, null]`, core.CORSRule{}, []string{
		"wrong-type error: ExposeHeaders[0] is a number, not a text",
		"wrong-type error: ExposeHeaders[1] is false, not a text",
		"wrong-type error: ExposeHeaders[2] is null, not a text"}},
	{"a number for a list", `"AllowedOrigins": 1`, core.CORSRule{},
		[]string{"wrong-type error: AllowedOrigins is a number, not a list of texts"}},
	{"a text for a list", `"AllowedOrigins": "*"`, core.CORSRule{AllowedOrigins: []string{"*"}},
		[]string{`value-not-list warning: AllowedOrigins holds "*" where a list stands; it is read as a list of 1`}},
	{"a text with commas for a list", `"ExposeHeaders": "ETag, x-a,,"`, core.CORSRule{ExposeHeaders: []string{"ETag", "x-a"}},
		[]string{`value-not-list warning: ExposeHeaders holds "ETag, x-a,," where a list stands; it is read as a list of 2`}},
	{"an empty text for a list is a value that S3 stores", `"AllowedOrigins": ""`, core.CORSRule{AllowedOrigins: []string{""}},
		[]string{`value-not-list warning: AllowedOrigins holds "" where a list stands; it is read as a list of 1`}},
	{"a comma inside a list is for S3 to judge", `"ExposeHeaders": ["ETag,x-a"]`, core.CORSRule{ExposeHeaders: []string{"ETag,x-a"}}, nil},
	{"a key of CloudFormation", `"ExposedHeaders": ["ETag"]`, core.CORSRule{ExposeHeaders: []string{"ETag"}},
		[]string{`misspelled-key warning: "ExposedHeaders" is read as ExposeHeaders; the S3 console refuses it`}},
	{"an unknown key is ignored", `"Comment": {"a": [1]}`, core.CORSRule{}, []string{`unknown-key warning: "Comment" is no member of a rule`}},
	{"of two equal keys the last counts", `"ID": "a", "ID": "b"`, core.CORSRule{ID: pointer("b")},
		[]string{`duplicate-key warning: "ID" appears twice; the last one counts`}},
	{"what a key says that does not count is not judged", `"MaxAgeSeconds": true, "MaxAgeSeconds": 1`, core.CORSRule{MaxAgeSeconds: pointer(int64(1))},
		[]string{`duplicate-key warning: "MaxAgeSeconds" appears twice; the last one counts`}},
	{"two names of one member", `"ExposeHeaders": ["a"], "expose_headers": ["b"]`, core.CORSRule{ExposeHeaders: []string{"b"}}, []string{
		`duplicate-key warning: "expose_headers" appears twice; the last one counts`,
		`misspelled-key warning: "expose_headers" is read as ExposeHeaders; the S3 console refuses it`}},
	{"a lone surrogate survives", `"ID": "a\ud800"`, core.CORSRule{ID: pointer("a\xED\xA0\x80")}, nil},
	{"texts without quotes", `"AllowedOrigins": [https://a.example]`, core.CORSRule{AllowedOrigins: []string{"https://a.example"}},
		[]string{"relaxed-syntax warning: JSON wants quotes around https://a.example"}},
}

func TestMembers(t *testing.T) {
	for _, c := range memberCases {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(oneMember(c.member))
			c.want.AllowedMethods = []string{"GET"}
			require.NotNil(t, doc.Configuration)
			assert.Equal(t, []core.CORSRule{c.want}, doc.Configuration.CORSRules)
			assert.Equal(t, c.told, diagnosed(doc))

			value := ReadValue(oneMember(c.member))
			assert.Len(t, value.Configuration.CORSRules, 1)
			for _, d := range value.Diagnostics {
				assert.Nil(t, d.Span)
				assert.NotEqual(t, "relaxed-syntax", d.Code)
			}
			assert.Equal(t, core.Places{}, value.Places)
		})
	}
}

func TestWhatIsNoRuleIsLeftOut(t *testing.T) {
	doc := Read(`{"CORSRules": ["x", {"ID": "a"}, null, 7]}`)
	assert.Equal(t, []core.CORSRule{{ID: pointer("a")}}, doc.Configuration.CORSRules)
	assert.Equal(t, []string{
		"wrong-type error: CORSRules[0] is a text, not a rule",
		"wrong-type error: CORSRules[2] is null, not a rule",
		"wrong-type error: CORSRules[3] is a number, not a rule",
	}, diagnosed(doc))
	assert.Equal(t, []string{"wrong-type error: CORSRules is a text, not a list of rules"}, diagnosed(Read(`{"CORSRules": "x"}`)))
}

func TestRelaxedSyntaxSaysWhatJSONLacks(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"[ // x\n]", "JSON has no comments"},
		{`[{"AllowedOrigins": ["*",]}]`, "JSON takes a comma only between two values"},
		{`[],`, "JSON takes a comma only between two values"},
		{`[{"AllowedOrigins": ["*",,"a"]}]`, "JSON takes a comma only between two values"},
		{`[{"AllowedOrigins": ["*" "a"]}]`, `JSON wants a comma before "a"`},
		{`[{'AllowedOrigins': ["*"]}]`, "JSON has no single quotes"},
		{`[{“AllowedOrigins”: ["*"]}]`, "JSON has no typographic quotes such as “"},
		{`[{"AllowedMethods": ["GET"], AllowedOrigins: ["*"]}]`, "JSON wants quotes around AllowedOrigins"},
		{`[{"AllowedOrigins": [*]}]`, "JSON wants quotes around *"},
		{`[{"AllowedOrigins": ["*"], "ID": None}]`, "JSON writes true, false and null, not None"},
		{`[{"AllowedOrigins": ["*"], "MaxAgeSeconds": 007}]`, "JSON does not write a number as 007"},
		{`[{"AllowedOrigins": ["\*"]}]`, `JSON has no escape \*`},
		{"[{\"AllowedOrigins\": [\"a\x00\"]}]", "JSON takes no unescaped control character in a text"},
		{"[\u00A0]", "JSON takes no white space but blanks, tabs and line ends, and no byte order mark"},
		{"\uFEFF[]", "JSON takes no white space but blanks, tabs and line ends, and no byte order mark"},
		{"[{\"AllowedOrigins\": [\"a\xff\"]}]", "JSON is UTF-8, and this byte is not"},
	} {
		t.Run(c.want, func(t *testing.T) {
			doc := Read(c.text)
			require.NotNil(t, doc.Configuration)
			assert.Equal(t, []string{"relaxed-syntax warning: " + c.want}, diagnosed(doc))
			assert.NotEmpty(t, doc.Diagnostics[0].Help)
		})
	}
}

func TestAnUnclosedListIsToldWithItsOpening(t *testing.T) {
	text := [5]string{`[{"AllowedMethods": `, `[`, `"GET" `, `"AllowedOrigins"`, `: ["*"]}]`}
	doc := Read(strings.Join(text[:], ""))
	assert.Equal(t, []core.CORSRule{{AllowedMethods: []string{"GET"}, AllowedOrigins: []string{"*"}}}, doc.Configuration.CORSRules)
	assert.Equal(t, []string{`syntax error: expected a comma or ], found "AllowedOrigins"`}, diagnosed(doc))
	d := doc.Diagnostics[0]
	assert.Equal(t, text[3], doc.Text[d.Span.Start:d.Span.End])
	require.Len(t, d.Related, 1)
	assert.Equal(t, core.Span{Start: len(text[0]), End: len(text[0]) + 1}, *d.Related[0].Span)
}

// A text is split around the place that is asked for.
func TestJSONPlaces(t *testing.T) {
	origin := core.RulePath(0).Member(core.AllowedOrigins)
	for _, c := range []struct {
		name  string
		text  [3]string
		path  core.Path
		whole bool
	}{
		{"a value lies inside its quotes", [3]string{`[{"AllowedOrigins": ["a", "`, `b`, `"]}]`}, origin.Item(1), false},
		{"its whole has the quotes", [3]string{`[{"AllowedOrigins": ["a", `, `"b"`, `]}]`}, origin.Item(1), true},
		{"a value after characters of several bytes", [3]string{`[{"ID": "é😀", "AllowedOrigins": ["`, `b`, `"]}]`}, origin.Item(0), false},
		{"a list has its brackets", [3]string{`[{"AllowedOrigins": `, `["a", "b"]`, `}]`}, origin, false},
		{"an empty list has a place", [3]string{`[{"AllowedOrigins": `, `[ ]`, `}]`}, origin, false},
		{"an absent list is found at its rule", [3]string{`[`, `{"AllowedMethods": ["a", "b"]}`, `]`}, origin, false},
		{"a part of a text with commas", [3]string{`[{"AllowedOrigins": "a, `, `b`, `"}]`}, origin.Item(1), false},
		{"a part of a text with escapes is the text", [3]string{`[{"AllowedOrigins": "`, `a\u002cb`, `"}]`}, origin.Item(1), false},
		{"a number", [3]string{`[{"AllowedOrigins": ["a"], "MaxAgeSeconds": `, `3600`, `}]`}, core.RulePath(0).Member(core.MaxAgeSeconds), false},
		{"an ID", [3]string{`[{"AllowedOrigins": ["a"], "ID": "`, `x`, `"}]`}, core.RulePath(0).Member(core.ID), false},
		{"the second rule", [3]string{`{"CORSRules": [{}, `, `{ "ID": "b" }`, `]}`}, core.RulePath(1), true},
		{"the list of rules is the value of the document", [3]string{`{"CORSRules": `, `[{}]`, `}`}, core.WholeDocument, false},
		{"its container is the whole of it", [3]string{"\n", `{"CORSRules": [{}]}`, "\n"}, core.WholeDocument, true},
		{"the console's list is both", [3]string{" ", `[{}]`, " "}, core.WholeDocument, false},
		{"an item that is no text does not shift the places", [3]string{`[{"AllowedOrigins": [1, "`, `b`, `"]}]`}, origin.Item(0), false},
		{"of two keys the last has the place", [3]string{`[{"AllowedOrigins": ["a", "b"], "AllowedOrigins": ["`, `c`, `"]}]`}, origin.Item(0), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(strings.Join(c.text[:], ""))
			place, ok := doc.Places.Find(c.path)
			require.True(t, ok)
			span := place.Value
			if c.whole {
				span = place.Whole
			}
			start := len(c.text[0])
			assert.Equal(t, core.Span{Start: start, End: start + len(c.text[1])}, span, doc.Text[span.Start:span.End])
		})
	}
}

func TestDiagnosticsStandAtTheirPlace(t *testing.T) {
	for _, c := range []struct {
		name string
		text [3]string
		code string
	}{
		{"a misspelled key, without its quotes", [3]string{`[{"AllowedOrigins": ["*"], "`, `MaxAge`, `": 1}]`}, "misspelled-key"},
		{"an unknown key", [3]string{`[{"AllowedOrigins": ["*"], "`, `Note`, `": 1}]`}, "unknown-key"},
		{"an empty key is shown by its quotes", [3]string{`[{"AllowedOrigins": ["*"], `, `""`, `: 1}]`}, "unknown-key"},
		{"the last of two keys", [3]string{`[{"AllowedOrigins": ["*"], "ID": "a", "`, `ID`, `": "b"}]`}, "duplicate-key"},
		{"a value of a wrong kind", [3]string{`[{"AllowedOrigins": ["*", `, `{"a": 1}`, `]}]`}, "wrong-type"},
		{"a number in quotes", [3]string{`[{"AllowedOrigins": ["*"], "MaxAgeSeconds": "`, `10`, `"}]`}, "number-as-text"},
		{"what is no number", [3]string{`[{"AllowedOrigins": ["*"], "MaxAgeSeconds": "`, `10s`, `"}]`}, "max-age-not-integer"},
		{"a text for a list", [3]string{`[{"AllowedOrigins": "`, `*`, `"}]`}, "value-not-list"},
		{"a single rule", [3]string{``, `{`, `"AllowedOrigins": ["*"], "AllowedMethods": []}`}, "wrong-container"},
		{"a container", [3]string{`{"`, `CORSConfiguration`, `": {"CORSRules": []}}`}, "wrong-container"},
		{"a comment", [3]string{`[ `, `/* é */`, ` ]`}, "relaxed-syntax"},
		{"the first words of another document", [3]string{"\n ", `{"name": 1,`, "\n \"x\": 2}"}, "unknown-format"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(strings.Join(c.text[:], ""))
			require.Len(t, doc.Diagnostics, 1)
			d := doc.Diagnostics[0]
			assert.Equal(t, c.code, d.Code)
			require.NotNil(t, d.Span)
			start := len(c.text[0])
			assert.Equal(t, core.Span{Start: start, End: start + len(c.text[1])}, *d.Span, doc.Text[d.Span.Start:d.Span.End])
		})
	}
}

// What is told is bounded, and warnings do not crowd out errors.
func TestTheNumberOfDiagnosticsIsBounded(t *testing.T) {
	note, wrong := `"note": 1, `, `"MaxAgeSeconds": true`
	rules := func(text string, count int) string {
		return "[" + strings.Repeat("{"+text+"}, ", count) + `{"AllowedOrigins": []}]`
	}

	atMost := Read("[{" + strings.Repeat(note, mostDiagnostics) + `"AllowedOrigins": []}]`)
	assert.Len(t, atMost.Diagnostics, mostDiagnostics)

	beyond := Read("[{" + strings.Repeat(note, mostDiagnostics+1) + `"AllowedOrigins": [], ` + wrong + "}]")
	require.Len(t, beyond.Diagnostics, mostDiagnostics+2)
	assert.Equal(t, "wrong-type", beyond.Diagnostics[mostDiagnostics].Code)
	assert.Equal(t, "there are more problems than are told here", beyond.Diagnostics[mostDiagnostics+1].Message)

	errors := Read(rules(wrong, 3*mostDiagnostics))
	assert.Len(t, errors.Diagnostics, 2*mostDiagnostics+1)
	assert.Len(t, errors.Configuration.CORSRules, 3*mostDiagnostics+1, "all is read")
}

// A rule is found behind any number of containers and keys, in time that goes with the size of the text.
func TestFindingTheRulesIsLinear(t *testing.T) {
	for _, text := range []string{
		"{" + strings.Repeat(`"CORSConfiguration": 1, `, 100000) + `"CORSRules": [{}]}`,
		"{" + strings.Repeat(`"cors": [{"rules": 1}], `, 50000) + `"CORSRules": [{}]}`,
		strings.Repeat(`{"CORSConfiguration": `, 60) + `{"CORSRules": [{}]}` + strings.Repeat("}", 60),
	} {
		doc := Read(text)
		require.NotNil(t, doc.Configuration)
		assert.Len(t, doc.Configuration.CORSRules, 1)
	}
}
