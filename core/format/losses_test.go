package format_test

import (
	"math/rand"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/meaning"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// A rule with nothing that any target could lose, but for Terraform's order where there are two.
const carriedByAll = `{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-a"], "ExposeHeaders": ["x-a"], "MaxAgeSeconds": 5}`

// The report says what a target cannot carry or may change, in its words and where.
func TestTheReportSaysWhatIsLost(t *testing.T) {
	const other = `{"AllowedOrigins": ["https://b.example"], "AllowedMethods": ["PUT"], "MaxAgeSeconds": 86400}`
	cases := []struct {
		name, formats, source string
		want                  []string
	}{
		{"nothing is lost of a plain rule", strings.Join(formats, " "), "[" + carriedByAll + "]", nil},
		{"nothing is lost of the documented rules in the API's forms", "xml json console aws-cli boto3 ibm-boto3 sdk-js cloudformation-json cloudformation-yaml cdk", twoRules, nil},
		{"a comment is not carried over", "xml json cdk gcs", "// a\n[" + carriedByAll + "]", []string{"info comment-lost : 1 comment is not carried over"}},
		{"comments are counted, and none in a text is one", "json", "[ # a\n{\"AllowedOrigins\": [\"https://a.example\" /* b */, \"// # /*\"], \"AllowedMethods\": ['GET']}]",
			[]string{"info comment-lost : 2 comments are not carried over"}},
		{"comments of XML are counted, and none in a CDATA section is one", "json", "<!-- a --><CORSConfiguration><CORSRule><!-- b --><ID><![CDATA[<!-- c -->]]></ID>" +
			"<AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration><!-- d -->",
			[]string{"info comment-lost : 3 comments are not carried over"}},
		{"the max age that is absent becomes 0", "cloudformation-json cloudformation-yaml cdk",
			`[` + carriedByAll + `, {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"]}]`,
			[]string{"info max-age-becomes-zero CORSRules[1]: rule 2 sets no max age; CloudFormation writes 0, and no preflight is cached"}},
		{"a max age of 0 is what it is", "cloudformation-yaml cdk terraform", `[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 0}]`, nil},
		{"a value that is known elsewhere is a text, a list is left out", "json cloudformation-yaml", "resource \"aws_s3_bucket_cors_configuration\" \"a\" {\n  bucket = \"b\"\n  cors_rule {\n" +
			"    allowed_methods = [\"GET\"]\n    allowed_origins = [\"https://a.example\", var.origin]\n    expose_headers = var.headers\n    max_age_seconds = var.age\n  }\n}\n",
			[]string{`warning placeholder-unresolved CORSRules[0].AllowedOrigins[1]: the value of "var.origin" is not known: it is written as a text`,
				`warning placeholder-unresolved CORSRules[0].ExposeHeaders: the value of "var.headers" is not known: it is left out`,
				`warning placeholder-unresolved CORSRules[0].MaxAgeSeconds: the value of "var.age" is not known: it is left out`}},
		{"comments of the rules are counted in every language", "json", "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      CorsConfiguration:\n        CorsRules:\n" +
			"          - Id: it's # a\n            AllowedOrigins: [https://a.example, 'b # c'] # b\n            AllowedMethods: [GET]\n            # c\n            MaxAge: 5 # d\n        # e\n",
			[]string{"info comment-lost : 4 comments of the rules are not carried over"}},
		{"comments right above the first rule and beside the last are theirs, and no others are", "json", "# a\nresource \"aws_s3_bucket_cors_configuration\" \"a\" {\n  # b\n  bucket = \"b\" # c\n\n" +
			"  /* d\n  it's e */\n  # f\n  // g\n  cors_rule { # h\n    allowed_methods = [\"GET\"]#i\n    allowed_origins = [\"https://a.example#\"]\n  } # j\n  # k\n}\n",
			[]string{"info comment-lost : 6 comments of the rules are not carried over"}},
		{"one comment of the rules", "json", "s3.put_bucket_cors(\n    Bucket='b', # a\n    CORSConfiguration={'CORSRules': [\n        # b\n" +
			"        {'AllowedMethods': ['GET'], 'AllowedOrigins': ['*']}\n    ]} # c\n)\n", []string{"info comment-lost : 1 comment of the rules is not carried over"}},
		{"all comments of R2's and Google's files are theirs", "json", "// a\n{\"rules\": [{\"allowed\": {\"origins\": [\"*\"], \"methods\": [\"GET\"]}}]} // b",
			[]string{"info comment-lost : 2 comments are not carried over"}},
		{"a key that is no member may be a remark", "json gcs", `[{"Comment": "a", "AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-a"], "ExposeHeaders": ["x-a"]}]`,
			[]string{`info comment-lost CORSRules[0]: the key "Comment", which S3 does not know, is not carried over`}},
		{"the order of rules that never meet may change", "terraform", "[" + carriedByAll + "," + other + "]",
			[]string{"info rule-order-lost : Terraform keeps rules and lists as sets, so that their order may change; no request is answered otherwise by another order"}},
		{"the order of rules that meet matters", "pulumi", `[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1}, {"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 2}]`,
			[]string{"warning rule-order-lost CORSRules[1]: Pulumi keeps rules and lists as sets, so that their order may change: rules 1 and 2 both take GET from https://a.example, and answer it differently"}},
		{"Google has one list of headers", "gcs", `[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-a"]}]`,
			[]string{"warning lossy-target CORSRules[0].AllowedHeaders: Google Cloud Storage has one list for the headers of requests and those that script can read: both become one"}},
		{"Google's list has each name once", "gcs", `[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-a", "X-A"], "ExposeHeaders": ["x-a", "X-A"]}]`,
			[]string{"warning lossy-target CORSRules[0].AllowedHeaders: Google Cloud Storage has one list for the headers of requests and those that script can read: both become one"}},
		{"Google has no IDs, and no patterns", "gcs", `[{"ID": "a", "AllowedOrigins": ["https://*.a.example", "*"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-*", "*"], "ExposeHeaders": ["x-*", "*"]}]`,
			[]string{"warning lossy-target : Google Cloud Storage has no rule IDs: 1 dropped",
				`warning lossy-target CORSRules[0].AllowedOrigins[0]: Google Cloud Storage is documented to compare an origin as a whole: "https://*.a.example" may match nothing`,
				`warning lossy-target CORSRules[0].AllowedHeaders[0]: Google Cloud Storage has no patterns for headers: "x-*" is taken as a name`}},
		{"R2 takes a day at most", "r2", `[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 86401}]`,
			[]string{"warning target-limit CORSRules[0].MaxAgeSeconds: R2 takes a max age of 86400 seconds at most, not 86401"}},
		{"R2 takes a day", "r2", "[" + other + "]", nil},
		{"R2 refuses a wildcard for a port, and may not know patterns for headers", "r2", `[{"AllowedOrigins": ["http://localhost:*", "https://*.a.example"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-*", "*"]}]`,
			[]string{`warning target-limit CORSRules[0].AllowedOrigins[0]: R2 refuses a wildcard in the place of the port: "http://localhost:*"`,
				`warning target-limit CORSRules[0].AllowedHeaders[0]: R2 is not known to take patterns for headers: "x-*"`}},
	}
	for _, c := range cases {
		for name := range strings.FieldsSeq(c.formats) {
			t.Run(c.name+": "+name, func(t *testing.T) {
				assert.ElementsMatch(t, c.want, reported(format.Convert(source.Read(c.source), name, &format.Options{})))
			})
		}
	}
}

// reported are the diagnostics of conversion, each in a line.
func reported(result format.Written) (lines []string) {
	for i := range result.Diagnostics {
		if d := &result.Diagnostics[i]; d.Severity != core.Error {
			lines = append(lines, d.Severity.String()+" "+d.Code+" "+d.Path.String()+": "+d.Message)
		}
	}
	return lines
}

func TestTheReportSaysWhatBecomesOfTheOwner(t *testing.T) {
	owner := format.Options{Owner: "111122223333"}
	assert.Equal(t, []string{"info owner-ignored : IBM COS ignores ExpectedBucketOwner"}, reported(format.Convert(source.Read(twoRules), "ibm-boto3", &owner)))
	assert.Contains(t, reported(format.Convert(source.Read(twoRules), "terraform", &owner)),
		"info owner-deprecated : Terraform's AWS provider warns of expected_bucket_owner from version 6.31 on")
	assert.NotContains(t, strings.Join(reported(format.Convert(source.Read(twoRules), "terraform", &format.Options{})), "\n"), "owner")
}

// A fix is a configuration of which the report no longer tells, and edits of the text that make it.
func TestAFixRemovesWhatIsReported(t *testing.T) {
	const ages = "[\n  // a\n  {\"AllowedOrigins\": [\"https://a.example\"], \"AllowedMethods\": [\"GET\"]},\n" +
		"  {\"AllowedOrigins\": [\"https://b.example\"], \"AllowedMethods\": [\"GET\"], \"MaxAgeSeconds\": 100000}\n]\n"
	cases := []struct{ name, format, source, code, title, want string }{
		{"the max age that is absent", "cdk", ages, "max-age-becomes-zero", "Set MaxAgeSeconds of rule 1 to 3600",
			strings.Replace(ages, `["GET"]}`, `["GET"], "MaxAgeSeconds": 3600}`, 1)},
		{"the max age beyond the limit", "r2", ages, "target-limit", "Set MaxAgeSeconds of rule 2 to 86400", strings.Replace(ages, "100000", "86400", 1)},
		{"two rules that take the same request", "terraform",
			`[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1}, {"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET", "PUT"], "MaxAgeSeconds": 2}]`,
			"rule-order-lost", "Split the rules so that no two take the same request",
			`[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1}, {"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["PUT"], "MaxAgeSeconds": 2}]`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			fix := fixOf(t, format.Convert(source.Read(c.source), c.format, &format.Options{}), c.code)
			require.NotNil(t, fix)
			assert.Equal(t, c.title, fix.Title)
			assert.Equal(t, c.want, format.Apply(c.source, fix.Edits))
			assert.Equal(t, asText(source.Read(c.want).Configuration.CORSRules), asText(fix.Configuration.CORSRules))
			for _, line := range reported(format.Convert(&source.Document{Configuration: &fix.Configuration}, c.format, &format.Options{})) {
				assert.NotContains(t, line, "warning "+c.code)
			}
		})
	}
}

// fixOf is the fix of the first diagnostic with a code; nil if it has none.
func fixOf(t *testing.T, result format.Written, code string) *core.Fix {
	t.Helper()
	for i := range result.Diagnostics {
		if d := &result.Diagnostics[i]; d.Code == code {
			if len(d.Fixes) == 0 {
				return nil
			}
			return &d.Fixes[0]
		}
	}
	require.Fail(t, "there is no "+code)
	return nil
}

func TestRulesAreSplitWhereThatIsEnoughAndNowhereElse(t *testing.T) {
	cases := []struct{ name, source, want string }{
		{"an origin of its own keeps all methods", `[{"ID": "a", "AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1},
			{"ID": "b", "AllowedOrigins": ["https://a.example", "https://b.example"], "AllowedMethods": ["GET", "PUT"], "MaxAgeSeconds": 2}]`,
			`[{"ID": "a", "AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1},
			{"ID": "b", "AllowedOrigins": ["https://a.example"], "AllowedMethods": ["PUT"], "MaxAgeSeconds": 2},
			{"AllowedOrigins": ["https://b.example"], "AllowedMethods": ["GET", "PUT"], "MaxAgeSeconds": 2}]`},
		{"a rule that answers nothing goes", `[{"AllowedOrigins": ["https://*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1},
			{"AllowedOrigins": ["https://*.a.example"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 2}]`,
			`[{"AllowedOrigins": ["https://*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1}]`},
		{"a wider pattern behind a narrower one has no rest that can be written", `[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1},
			{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 2}]`, ""},
		{"requests with more headers come to the later rule", `[{"AllowedOrigins": ["*"], "AllowedMethods": ["GET"], "MaxAgeSeconds": 1},
			{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x-a"], "MaxAgeSeconds": 2}]`, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.source)
			fix := fixOf(t, format.Convert(doc, "terraform", &format.Options{}), "rule-order-lost")
			if c.want == "" {
				assert.Nil(t, fix)
				return
			}
			require.NotNil(t, fix)
			assert.Equal(t, asText(source.Read(c.want).Configuration.CORSRules), asText(fix.Configuration.CORSRules))
			assert.Equal(t, meaning.Same, meaning.Compare(doc.Configuration, &fix.Configuration).Relation)
		})
	}
}

// The witness is a request that each of the two rules would answer alone, and the one otherwise than the other.
func TestTheWitnessOfALostOrderIsAnsweredOtherwiseByTheOtherOrder(t *testing.T) {
	for _, text := range []string{
		`[{"AllowedOrigins": ["https://*.a.example"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["x-*"]}, {"AllowedOrigins": ["*"], "AllowedMethods": ["PUT"], "AllowedHeaders": ["*"]}]`,
		`[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "ExposeHeaders": ["ETag"]}, {"AllowedOrigins": ["https://*"], "AllowedMethods": ["GET"]}]`,
	} {
		doc := source.Read(text)
		result := format.Convert(doc, "terraform", &format.Options{})
		for i := range result.Diagnostics {
			if d := &result.Diagnostics[i]; d.Code == "rule-order-lost" {
				require.NotNil(t, d.Witness)
				rules := doc.Configuration.CORSRules
				turned := core.CORSConfiguration{CORSRules: []core.CORSRule{rules[1], rules[0]}}
				for _, configuration := range []*core.CORSConfiguration{doc.Configuration, &turned} {
					assert.Equal(t, 0, s3.Compile(configuration).Verdict(*d.Witness, s3.Target{}).Rule)
				}
			}
		}
	}
}

// Whatever becomes of the order of rules and of the values in a list, each of many requests is answered the same, or the
// report names two rules and a request that each of them would answer otherwise.
func TestALostOrderIsAWarningIfAndOnlyIfARequestIsAnsweredOtherwise(t *testing.T) {
	seed := rand.Int63()
	t.Log("seed", seed)
	r := rand.New(rand.NewSource(seed))
	some := func(least int, of ...string) (list []string) {
		for _, i := range r.Perm(len(of))[:least+r.Intn(2)] {
			list = append(list, of[i])
		}
		return list
	}
	warned, calm := 0, 0
	for range 1500 {
		var rules []core.CORSRule
		for range 2 + r.Intn(2) {
			one := rule(some(1, "https://a.example", "https://b.example", "https://*.example", "*"), some(1, "GET", "PUT"))
			one.AllowedHeaders, one.ExposeHeaders = some(0, "x-a", "x-*", "*"), some(0, "ETag", "x-b")
			age := int64(r.Intn(2))
			one.MaxAgeSeconds = &age
			rules = append(rules, one)
		}
		result := format.Convert(document(rules...), "terraform", &format.Options{})
		at := slices.IndexFunc(result.Diagnostics, func(d core.Diagnostic) bool { return d.Code == "rule-order-lost" })
		told := &result.Diagnostics[at]
		if told.Severity == core.Warning {
			warned++
			first, second := ruleNumber(t, told, "first"), ruleNumber(t, told, "second")
			require.NotEqual(t, answer(rules[first:first+1], *told.Witness), answer(rules[second:second+1], *told.Witness), "%s %v", asText(rules), told.Message)
			for _, one := range []int{first, second} {
				require.Equal(t, 0, s3.Compile(&core.CORSConfiguration{CORSRules: rules[one : one+1]}).Verdict(*told.Witness, s3.Target{}).Rule)
			}
			continue
		}
		calm++
		for range 4 {
			var turned []core.CORSRule
			for _, i := range r.Perm(len(rules)) {
				one := rules[i]
				one.AllowedOrigins, one.AllowedMethods = shuffled(r, one.AllowedOrigins), shuffled(r, one.AllowedMethods)
				one.AllowedHeaders, one.ExposeHeaders = shuffled(r, one.AllowedHeaders), shuffled(r, one.ExposeHeaders)
				turned = append(turned, one)
			}
			for _, origin := range []string{"https://a.example", "https://b.example", "https://c.example", "http://d"} {
				for _, method := range []string{"GET", "PUT"} {
					for _, headers := range []string{"", "x-a", "x-c", "x-a, y"} {
						asked := core.PreflightRequest{Origin: &origin, Method: &method}
						if headers != "" {
							asked.Headers = &headers
						}
						require.Equal(t, answer(rules, asked), answer(turned, asked), "%s\n%s", asText(rules), asText(turned))
					}
				}
			}
		}
	}
	assert.Greater(t, warned, 100)
	assert.Greater(t, calm, 100)
}

func shuffled(r *rand.Rand, list []string) []string {
	list = slices.Clone(list)
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list
}

// ruleNumber is the index of a rule that a diagnostic names.
func ruleNumber(t *testing.T, d *core.Diagnostic, parameter string) int {
	t.Helper()
	for _, p := range d.Parameters {
		if p.Name == parameter {
			number, err := strconv.Atoi(p.Text)
			require.NoError(t, err)
			return number - 1
		}
	}
	require.Fail(t, "there is no "+parameter)
	return 0
}

// answer is S3's answer to a preflight, in which lists are sets.
func answer(rules []core.CORSRule, asked core.PreflightRequest) map[string]string {
	response := s3.Compile(&core.CORSConfiguration{CORSRules: rules}).Simulate(s3.PreflightHTTP(asked), s3.Target{}).Response
	fields := map[string]string{"": strconv.Itoa(response.Status)}
	for _, field := range response.Headers {
		values := strings.Split(field.Value, ", ")
		slices.Sort(values)
		fields[field.Name] = strings.Join(values, ", ")
	}
	return fields
}

func TestAReportIsBounded(t *testing.T) {
	var many []core.CORSRule
	for range 3000 {
		many = append(many, rule([]string{"http://localhost:*"}, []string{"GET"}))
	}
	for name, code := range map[string]string{"terraform": "max-age-becomes-zero", "r2": "target-limit"} {
		result := format.Convert(document(many...), name, &format.Options{})
		lines := reported(result)
		assert.Equal(t, 501, len(lines), name)
		assert.Contains(t, lines[1], code)
		assert.Contains(t, lines[len(lines)-1], "more-losses")
		for _, d := range result.Diagnostics {
			assert.Empty(t, d.Fixes, "S3 takes 100 rules")
		}
	}
}

// A search through the list for each of its names would not end.
func TestVeryManyHeadersAreJoined(t *testing.T) {
	many := rule([]string{"*"}, []string{"GET"})
	for i := range 300_000 {
		many.AllowedHeaders = append(many.AllowedHeaders, "x-"+strconv.Itoa(i))
	}
	many.ExposeHeaders = []string{"X-299999", "x-a"}
	f, err := oracles["gcs"](written(t, document(many), "gcs", format.Options{}))
	require.NoError(t, err)
	assert.Len(t, f.rules[0].AllowedHeaders, 300_001)
}
