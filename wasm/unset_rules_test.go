package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// answerOf is the rule that answers a GET from an origin, and the placeholders on which that depends.
func answerOf(t *testing.T, text, origin string, values ...source.GivenValue) (rule *int, unset []string) {
	e := &encoder{source: newKept(source.ReadChoice(text, &source.Choice{Values: values}))}
	require.NotNil(t, e.source.document.Configuration, text)
	method := "GET"
	request := core.PreflightRequest{Method: &method}
	if origin != "" {
		request.Origin = &origin
	}
	simulation := e.source.compile().Simulate(s3.PreflightHTTP(request), s3.Target{})
	e.simulation(&simulation)
	var written struct {
		Rule  *int
		Unset []string
	}
	require.NoError(t, json.Unmarshal(e.out, &written))
	return written.Rule, written.Unset
}

const (
	ruleOfA  = `{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}`
	ruleOfB  = `{"AllowedOrigins": ["https://b.example"], "AllowedMethods": ["GET"]}`
	inPython = `s3.put_bucket_cors(Bucket="b", CORSConfiguration={"CORSRules": `
	inCode   = `await s3.putBucketCors({Bucket: "b", CORSConfiguration: {CORSRules: `
	inYAML   = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      CorsConfiguration:\n        CorsRules:\n"
)

func TestASimulationNamesTheRulesThatItDependsOn(t *testing.T) {
	none, first, second := -1, 0, 1
	for _, c := range []struct {
		name, text, origin string
		rule               int
		unset              []string
	}{
		{"rules that are spread behind the rule that answers", inCode + "[" + ruleOfA + ", ...devRules]}});", "https://a.example", first, []string{}},
		{"rules that are spread may be for another origin", inCode + "[" + ruleOfA + ", ...devRules]}});", "https://b.example", none, []string{"...devRules"}},
		{"rules that are spread in front may answer first", inCode + "[...devRules, " + ruleOfA + "]}});", "https://a.example", first, []string{"...devRules"}},
		{"rules between two leave the first one certain", inCode + "[" + ruleOfA + ", ...devRules, " + ruleOfB + "]}});", "https://a.example", first, []string{}},
		{"and not the second", inCode + "[" + ruleOfA + ", ...devRules, " + ruleOfB + "]}});", "https://b.example", second, []string{"...devRules"}},
		{"a rule that a call makes", inCode + "[" + ruleOfA + ", makeRule(x)]}});", "https://b.example", none, []string{"makeRule(x)"}},
		{"a rule behind a condition", inCode + "[isProd && " + ruleOfB + ", " + ruleOfA + "]}});", "https://a.example", first, []string{`isProd && {"AllowedOrigins": ["https://b.example"], "AllowedMethods": ["GET"]}`}},
		{"rules that are unpacked in Python", inPython + "[" + ruleOfA + ", *extra]})\n", "https://b.example", none, []string{"*extra"}},
		{"a rule by reference", inYAML + "          - " + ruleOfA + "\n          - !Ref R\n", "https://b.example", none, []string{"!Ref R"}},
		{"a rule under a condition", inYAML + "          - !If [IsProd, " + ruleOfA + ", !Ref R]\n", "https://a.example", first,
			[]string{`!If [IsProd, {"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]…`}},
		{"the rule of the other branch", inYAML + "          - !If [IsProd, !Ref R,\n              " + ruleOfA + "]\n", "https://b.example", none,
			[]string{`!If [IsProd, !Ref R, {"AllowedOrigins": ["https://a.example"], "AllowedMethods":…`}},
		{"a rule under a condition in JSON", `{"CORSRules": [{"Fn::If": ["P", ` + ruleOfA + `, {"Ref": "R"}]}]}`, "https://b.example", none,
			[]string{`{"Fn::If": ["P", {"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["G…`}},
		{"a list of nothing that is known", `{"CORSRules": [{"Ref": "R"}]}`, "https://a.example", none, []string{`{"Ref": "R"}`}},
		{"what S3 refuses before it looks at rules", inCode + "[" + ruleOfA + ", ...devRules]}});", "", none, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rule, unset := answerOf(t, c.text, c.origin)
			if c.rule == none {
				assert.Nil(t, rule)
			} else if assert.NotNil(t, rule) {
				assert.Equal(t, c.rule, *rule)
			}
			assert.Equal(t, c.unset, unset)
		})
	}
}

func TestNoValueStandsForRules(t *testing.T) {
	text := inCode + "[" + ruleOfA + ", ...devRules]}});"
	rule, unset := answerOf(t, text, "https://b.example", source.GivenValue{Name: "...devRules", Texts: []string{"https://b.example"}})
	assert.Nil(t, rule)
	assert.Equal(t, []string{"...devRules"}, unset)
	doc := source.Read(text)
	require.Len(t, doc.Placeholders, 1)
	assert.Equal(t, "CORSRules", doc.Placeholders[0].Path.String())
	assert.Equal(t, "...devRules", text[doc.Placeholders[0].Span.Start:doc.Placeholders[0].Span.End])
}

func TestNothingIsToldThatNeedsAllRules(t *testing.T) {
	put := `{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["PUT"]}`
	codes := func(rules string) (codes []string) {
		for _, d := range newKept(source.Read(inCode + rules + "}});")).all() {
			codes = append(codes, d.Code)
		}
		return codes
	}
	assert.Contains(t, codes("["+put+"]"), "write-without-headers")
	assert.Contains(t, codes("["+put+"]"), "put-without-post")
	for _, rules := range []string{"[...x, " + put + "]", "[" + put + ", ...x]"} {
		assert.NotContains(t, codes(rules), "write-without-headers", "another rule may take them: "+rules)
		assert.NotContains(t, codes(rules), "put-without-post", rules)
	}
	for _, rules := range []string{"[" + ruleOfA + ", " + ruleOfA + "]", "[" + ruleOfA + ", ...x, " + ruleOfA + "]", "[...x, " + ruleOfA + ", " + ruleOfA + "]"} {
		assert.Contains(t, codes(rules), "duplicate-rule", rules)
	}
	under := func(rules string) (codes []string) {
		for _, d := range newKept(source.Read(inYAML + rules)).all() {
			codes = append(codes, d.Code)
		}
		return codes
	}
	assert.Contains(t, under("          - "+ruleOfA+"\n          - "+ruleOfA+"\n"), "duplicate-rule")
	assert.NotContains(t, under("          - !If [P, "+ruleOfA+", !Ref AWS::NoValue]\n          - "+ruleOfA+"\n"), "duplicate-rule", "the first may not be there")
}
