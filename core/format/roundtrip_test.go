package format_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/source"
)

// readAs is the input format that each output format is read as.
var readAs = map[string]source.Format{
	"xml": source.XML, "json": source.JSON, "console": source.JSON, "aws-cli": source.JSON, "boto3": source.Python, "ibm-boto3": source.Python,
	"sdk-js": source.JavaScript, "cloudformation-json": source.CloudFormationJSON, "cloudformation-yaml": source.CloudFormationYAML,
	"cdk": source.CDK, "terraform": source.Terraform, "pulumi": source.Pulumi, "r2": source.R2, "gcs": source.GCS,
}

// checkRoundTrip writes rules and reads them back: they are the same but for what the report says is lost.
func checkRoundTrip(t *testing.T, name string, options format.Options, rules ...core.CORSRule) {
	t.Helper()
	if name == "xml" && !fitXML(rules) || isCode(name, rules) {
		return
	}
	doc := document(rules...)
	text := written(t, doc, name, options)
	read := source.Read(text)
	if read.Configuration == nil {
		require.Fail(t, "nothing is read", "%s\n%v", text, read.Diagnostics)
	}
	want := expected(name, rules)
	if got := asText(read.Configuration.CORSRules); want != got {
		require.Equal(t, want, got, text)
	}
	if lost, told := want != asText(rules), saysThatMembersAreLost(format.Convert(doc, name, &options)); lost != told {
		require.Equal(t, lost, told, "what is lost is what the report says: %s", text)
	}
	if readAs[name] != read.Format {
		require.Equal(t, readAs[name], read.Format, text)
	}
	if len(read.Candidates) > 0 {
		require.Empty(t, read.Candidates, text)
	}
}

// isCode says whether the reader takes a text for code, as it stands: strings with $${ or %%{ in Terraform, and those with \U.
func isCode(name string, rules []core.CORSRule) bool {
	text := asText(rules)
	switch name {
	case "terraform":
		return strings.Contains(text, "${") || strings.Contains(text, "%{") || strings.ContainsFunc(text, isTag)
	case "boto3", "ibm-boto3":
		return strings.ContainsFunc(text, isTag)
	}
	return false
}

// isTag says whether a character is escaped by \U and eight digits.
func isTag(r rune) bool { return r>>12 == 0xE0 }

// saysThatMembersAreLost says whether a report tells of members that are not in the text any more, and not only of what the target
// makes of a value.
func saysThatMembersAreLost(result format.Written) bool {
	for i := range result.Diagnostics {
		if _, ofValue := result.Diagnostics[i].Path.Index(); result.Diagnostics[i].Code == "lossy-target" && !ofValue {
			return true
		}
	}
	return false
}

// expected are the rules that are read back. Google's one list of headers is read in both roles.
func expected(name string, rules []core.CORSRule) string {
	if name == "gcs" {
		rules = carried(name, rules)
		for i := range rules {
			rules[i].ExposeHeaders = rules[i].AllowedHeaders
		}
	}
	return asText(rules)
}

// configurations are all of those in testdata, by where they stand.
func configurations(t *testing.T) map[string][]core.CORSRule {
	found := map[string][]core.CORSRule{}
	add := func(place string, of json.RawMessage) {
		if len(of) == 0 || string(of) == "null" {
			return
		}
		var text string
		doc := source.ReadValue(string(of))
		if json.Unmarshal(of, &text) == nil {
			doc = source.Read(text)
		}
		// S3 refuses one without rules, and a template or a program without any is taken for none of S3's.
		if doc.Configuration != nil && len(doc.Configuration.CORSRules) > 0 {
			found[place] = doc.Configuration.CORSRules
		}
	}
	files, err := filepath.Glob("../../testdata/s3/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range append(files, "../../testdata/texts/texts.json") {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		type entry struct {
			Name               string
			Configuration, Put json.RawMessage
		}
		var suite struct {
			Configuration json.RawMessage
			Cases, Texts  []entry
		}
		if json.Unmarshal(content, &suite) != nil {
			require.NoError(t, json.Unmarshal(content, &suite.Texts))
		}
		add(file, suite.Configuration)
		for _, c := range append(suite.Cases, suite.Texts...) {
			add(file+": "+c.Name, c.Configuration)
			add(file+": put "+c.Name, c.Put)
		}
	}
	return found
}

func TestReadingWhatWasWrittenGivesTheSameConfiguration(t *testing.T) {
	all := configurations(t)
	assert.Greater(t, len(all), 200)
	for _, name := range formats {
		t.Run(name, func(t *testing.T) {
			for place, rules := range all {
				t.Run(place, func(t *testing.T) { checkRoundTrip(t, name, format.Options{Bucket: "my-bucket"}, rules...) })
			}
		})
	}
}

func TestReadingWhatWasWrittenGivesTheSameTexts(t *testing.T) {
	for _, name := range formats {
		t.Run(name, func(t *testing.T) {
			for _, text := range hostile {
				all := rule([]string{text, "https://a.example"}, []string{"GET", text})
				all.ID, all.AllowedHeaders, all.ExposeHeaders = &text, []string{text}, []string{"ETag", text}
				checkRoundTrip(t, name, format.Options{Bucket: "b"}, all, rule([]string{"*"}, []string{text}))
			}
		})
	}
}

// FuzzRoundTrip: whatever stands in whichever place of a configuration, what is written is read back.
func FuzzRoundTrip(f *testing.F) {
	for i, text := range hostile {
		f.Add(uint8(i), uint32(i*2654435761), text, hostile[(i+37)%len(hostile)], "GET", text)
	}
	f.Fuzz(func(t *testing.T, target uint8, shape uint32, id, origin, method, header string) {
		name := formats[int(target)%len(formats)]
		// In a text that is no literal a reader looks for here-documents, which no value of S3's would hold.
		plain := strings.NewReplacer("<<", "<-<")
		rules := fuzzedRules(shape, plain.Replace(id), plain.Replace(origin), plain.Replace(method), plain.Replace(header))
		for i := range rules {
			r := &rules[i]
			r.AllowedOrigins, r.AllowedMethods = append(r.AllowedOrigins, "https://a.example"), append(r.AllowedMethods, "GET")
		}
		if len(rules) > 0 {
			checkRoundTrip(t, name, format.Options{}, rules...)
		}
	})
}
