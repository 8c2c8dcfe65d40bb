package meaning_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/meaning"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// findingCase is a case of testdata/findings: a configuration that has to be told of, or one near it that has not.
type findingCase struct {
	Name     string
	Rules    []core.CORSRule
	Reports  string
	Path     string
	Severity string
	Witness  *core.PreflightRequest
	// AnsweredBy is the rule that answers the witness; nil: none.
	AnsweredBy *int
	// Related are the paths of the other places, where they are given.
	Related []string
	// Fixes are some that are offered; an empty list says that there is none.
	Fixes []struct {
		Title   string
		Origins []string
	}
	SilentOn string
}

func readFindings(t testing.TB) map[string][]findingCase {
	files := map[string][]findingCase{}
	names, err := filepath.Glob("../../testdata/findings/*.json")
	require.NoError(t, err)
	for _, name := range names {
		if filepath.Base(name) == "good.json" {
			continue
		}
		bytes, err := os.ReadFile(name)
		require.NoError(t, err)
		var file struct{ Cases []findingCase }
		require.NoError(t, json.Unmarshal(bytes, &file))
		files[strings.TrimSuffix(filepath.Base(name), ".json")] = file.Cases
	}
	require.Len(t, files, 6)
	return files
}

// told is all that is told of a configuration, in its order: what S3 says, and the findings.
func told(configuration *core.CORSConfiguration) core.Diagnostics {
	doc := &source.Document{Configuration: configuration}
	all := append(s3.Validate(doc).Diagnostics, meaning.Findings(configuration)...)
	core.Locate(all, &doc.Places)
	return all
}

func find(list core.Diagnostics, code, path string) *core.Diagnostic {
	for i := range list {
		if list[i].Code == code && (path == "" || list[i].Path.String() == path) {
			return &list[i]
		}
	}
	return nil
}

func codes(list core.Diagnostics) []string {
	codes := []string{}
	for i := range list {
		codes = append(codes, list[i].Code+" "+list[i].Path.String())
	}
	return codes
}

func TestFindings(t *testing.T) {
	for file, cases := range readFindings(t) {
		for _, c := range cases {
			t.Run(file+": "+c.Name, func(t *testing.T) {
				configuration := &core.CORSConfiguration{CORSRules: c.Rules}
				list := told(configuration)
				if c.SilentOn != "" {
					assert.Nil(t, find(list, c.SilentOn, ""))
					return
				}
				d := find(list, c.Reports, c.Path)
				require.NotNil(t, d, "%v", codes(list))
				if c.Severity != "" {
					assert.Equal(t, c.Severity, d.Severity.String())
				}
				if c.Related != nil {
					related := []string{}
					for i := range d.Related {
						related = append(related, d.Related[i].Path.String())
					}
					assert.Equal(t, c.Related, related)
				}
				if c.Witness != nil {
					assert.Equal(t, c.Witness, d.Witness)
					require.NotNil(t, d.Witness)
					rule := -1
					if c.AnsweredBy != nil {
						rule = *c.AnsweredBy
					}
					assert.Equal(t, rule, s3.Compile(configuration).Verdict(*d.Witness, s3.Target{}).Rule)
				}
				if c.Fixes != nil && len(c.Fixes) == 0 {
					assert.Empty(t, d.Fixes)
				}
				for _, expected := range c.Fixes {
					at := slices.IndexFunc(d.Fixes, func(fix core.Fix) bool { return fix.Title == expected.Title })
					require.GreaterOrEqual(t, at, 0, "%v", d.Fixes)
					index, _ := d.Path.Rule()
					assert.Equal(t, expected.Origins, d.Fixes[at].Configuration.CORSRules[index].AllowedOrigins)
				}
				for i := range d.Fixes {
					checkFix(t, list, d, &d.Fixes[i])
				}
			})
		}
	}
}

// checkFix holds a fix of a case against what fixes are for: what was told is gone, S3 takes it, and there is no new warning.
func checkFix(t *testing.T, before core.Diagnostics, d *core.Diagnostic, fix *core.Fix) {
	after := told(&fix.Configuration)
	assert.Less(t, count(after, d.Code), count(before, d.Code), "%s is to be gone after %q", d.Code, fix.Title)
	for i := range after {
		assert.NotEqual(t, core.Error, after[i].Severity, after[i].Message)
		if after[i].Severity == core.Warning {
			assert.NotNil(t, find(before, after[i].Code, ""), "%s is new after %q", after[i].Code, fix.Title)
		}
	}
}

func count(list core.Diagnostics, code string) int {
	count := 0
	for i := range list {
		if list[i].Code == code {
			count++
		}
	}
	return count
}

// Each kind is there with a case that reports it and one that does not.
func TestEachCodeHasACaseThatReportsItAndOneThatDoesNot(t *testing.T) {
	reported, silent := map[string]bool{}, map[string]bool{}
	for _, cases := range readFindings(t) {
		for _, c := range cases {
			reported[c.Reports], silent[c.SilentOn] = true, true
		}
	}
	for _, kind := range meaning.Catalogue {
		if kind != &meaning.MoreFindings {
			assert.True(t, reported[kind.Code], "%s is reported by no case", kind.Code)
			assert.True(t, silent[kind.Code], "no case is near %s", kind.Code)
		}
	}
}

// The codes of the topics, in the order of the documentation. They are stable, and none is used for anything else.
func TestTheCatalogueHasEachCode(t *testing.T) {
	expected := strings.Fields(`origin-trailing-slash origin-has-path origin-has-userinfo origin-missing-scheme origin-bare-scheme origin-uppercase
		origin-default-port origin-invalid-port origin-whitespace origin-empty origin-non-ascii origin-null origin-app-scheme origin-insecure
		origin-wildcard-apex origin-wildcard-port origin-wildcard-too-wide origin-public-suffix origin-reflects-any origin-star-beside-others
		write-from-any-origin star-without-credentials
		get-without-head put-without-post write-without-headers sdk-headers-missing expose-etag-missing expose-range-missing expose-safelisted
		expose-not-a-response-header header-never-requested header-empty
		rule-unreachable rule-partly-shadowed rule-without-effect duplicate-rule duplicate-value duplicate-id
		max-age-negative max-age-zero max-age-absent max-age-over-cap more-findings`)
	var listed []string
	for _, kind := range meaning.Catalogue {
		listed = append(listed, kind.Code)
		assert.NotContains(t, []core.Severity{core.NoSeverity, core.Error}, kind.Severity, kind.Code)
		assert.NotEmpty(t, kind.Topic, kind.Code)
		assert.NotRegexp(t, `\.$|!|(?i)invalid|please`, kind.Template)
		assert.Regexp(t, `^[A-Z].*\.$`, kind.Advice, kind.Code)
	}
	assert.Equal(t, expected, slices.Compact(listed))
}

// What a senior engineer would say of configurations that people have: no more, and no less.
func TestNoNoise(t *testing.T) {
	bytes, err := os.ReadFile("../../testdata/findings/good.json")
	require.NoError(t, err)
	var file struct {
		Cases []struct {
			Name   string
			Preset string
			Rules  []core.CORSRule
			Codes  []string
		}
	}
	require.NoError(t, json.Unmarshal(bytes, &file))
	presets := readPresets(t)
	for _, c := range file.Cases {
		t.Run(c.Name+c.Preset, func(t *testing.T) {
			if c.Preset != "" {
				require.NotEmpty(t, presets[c.Preset])
				c.Rules = presets[c.Preset]
				delete(presets, c.Preset)
			}
			list := told(&core.CORSConfiguration{CORSRules: c.Rules})
			assert.Equal(t, c.Codes, codes(list))
		})
	}
	assert.Empty(t, presets, "what is told of these presets is not listed")
}

// readPresets gives the rules that infer makes of each preset.
func readPresets(t *testing.T) map[string][]core.CORSRule {
	bytes, err := os.ReadFile("../../testdata/presets.json")
	require.NoError(t, err)
	var file struct{ Presets map[string][]core.CORSRule }
	require.NoError(t, json.Unmarshal(bytes, &file))
	return file.Presets
}

func TestAWitnessIsARequestOfABrowserUnlessItsOriginIsNone(t *testing.T) {
	for _, cases := range readFindings(t) {
		for _, c := range cases {
			for _, d := range meaning.Findings(&core.CORSConfiguration{CORSRules: c.Rules}) {
				if d.Witness != nil {
					assert.Equal(t, *d.Witness.Origin, browser.PageOrigin(*d.Witness.Origin), d.Message)
				}
			}
		}
	}
}
