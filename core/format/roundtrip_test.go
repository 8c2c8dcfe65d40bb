package format_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
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

// checkRoundTrip writes rules and reads them back: they are the same but for what the report says is lost, and all of that is lost.
func checkRoundTrip(t *testing.T, name string, options format.Options, rules ...core.CORSRule) {
	t.Helper()
	doc := document(rules...)
	result := format.Convert(doc, name, &options)
	if name == "xml" && !fitXML(rules) {
		if !hasErrors(result) {
			require.Fail(t, "XML cannot carry it, and that is no error", "%q", *result.Text)
		}
		return
	}
	text := *result.Text
	read := source.Read(text)
	if read.Configuration == nil {
		require.Fail(t, "nothing is read", "%s\n%v", text, read.Diagnostics)
	}
	want := asText(asReported(t, name, rules, result))
	if got := asText(read.Configuration.CORSRules); want != got {
		require.Equal(t, want, got, "what is lost is what the report says: %s", text)
	}
	if readAs[name] != read.Format {
		require.Equal(t, readAs[name], read.Format, text)
	}
	if len(read.Candidates) > 0 {
		require.Empty(t, read.Candidates, text)
	}
}

func hasErrors(result format.Written) bool {
	for i := range result.Diagnostics {
		if result.Diagnostics[i].Severity == core.Error {
			return true
		}
	}
	return false
}

// asReported are the rules without what the report says is lost, and nothing else. A report that tells of what is not there fails.
func asReported(t *testing.T, name string, rules []core.CORSRule, result format.Written) []core.CORSRule {
	t.Helper()
	kept := append([]core.CORSRule(nil), rules...)
	zero := map[int]bool{}
	for i := range result.Diagnostics {
		d := &result.Diagnostics[i]
		at, ofRule := d.Path.Rule()
		item, ofValue := d.Path.Index()
		switch {
		case d.Code == "max-age-becomes-zero":
			zero[at] = true
		case d.Code == "target-limit" && !ofValue:
			require.Greater(t, *rules[at].MaxAgeSeconds, int64(86400))
		case (d.Code == "target-limit" || d.Code == "lossy-target") && ofValue:
			// What the target makes of a value that is written as it is.
			require.Contains(t, rules[at].List(d.Path.MemberOf())[item], "*")
		case d.Code == "lossy-target" && ofRule:
			merged := withoutRepeats(rules[at])
			require.NotEqual(t, asText(rules[at:at+1]), asText([]core.CORSRule{merged}), "it tells of a list that is the same")
			kept[at].AllowedHeaders, kept[at].ExposeHeaders = merged.AllowedHeaders, merged.ExposeHeaders
		case d.Code == "lossy-target":
			dropped := 0
			for i := range kept {
				if kept[i].ID != nil {
					dropped++
				}
				kept[i].ID = nil
			}
			require.NotZero(t, dropped)
			require.Contains(t, d.Message, ": "+strconv.Itoa(dropped)+" dropped")
		case d.Code == "rule-order-lost":
			require.Greater(t, len(rules), 1)
		case d.Code == "option-unused": // It is no part of the configuration.
		default:
			require.Equal(t, core.Error, d.Severity, "%s is a loss that is not looked at", d.Code)
		}
	}
	// The other way around: what is lost of the values in the text or behind it is told.
	for i := range rules {
		becomes := rules[i].MaxAgeSeconds == nil && strings.Contains(" cloudformation-json cloudformation-yaml cdk terraform pulumi ", " "+name+" ")
		require.Equal(t, becomes, zero[i], "max age of rule %d", i+1)
	}
	require.Equal(t, len(rules) > 1 && (name == "terraform" || name == "pulumi"), hasCode(result, "rule-order-lost"))
	return kept
}

func hasCode(result format.Written, code string) bool {
	for i := range result.Diagnostics {
		if result.Diagnostics[i].Code == code {
			return true
		}
	}
	return false
}

// withoutRepeats is a rule with one list of headers in both roles, each name once.
func withoutRepeats(r core.CORSRule) core.CORSRule {
	r.AllowedHeaders = carried("gcs", []core.CORSRule{r})[0].AllowedHeaders
	r.ExposeHeaders = r.AllowedHeaders
	return r
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
		rules := fuzzedRules(shape, id, origin, method, header)
		for i := range rules {
			r := &rules[i]
			r.AllowedOrigins, r.AllowedMethods = append(r.AllowedOrigins, "https://a.example"), append(r.AllowedMethods, "GET")
		}
		if len(rules) > 0 {
			checkRoundTrip(t, name, format.Options{}, rules...)
		}
	})
}
