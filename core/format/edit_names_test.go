package format_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/source"
)

// Programs whose lists have rules by their names.
const (
	namedJS     = "const a = {AllowedOrigins:['*'],AllowedMethods:['GET']};\nconst b = {AllowedOrigins:['https://a.example'],AllowedMethods:['GET']};\nawait s3.putBucketCors({Bucket:'b',CORSConfiguration:{CORSRules:[a, b]}});\n"
	alsoNamedJS = "await s3.putBucketCors({Bucket:'c',CORSConfiguration:{CORSRules:[b]}});\n"
	mixedJS     = "const a = {AllowedOrigins:['*'],AllowedMethods:['GET']};\nconst rules = [a, {AllowedOrigins:['https://a.example'],AllowedMethods:['GET']}];\nawait s3.putBucketCors({Bucket:'b',CORSConfiguration:{CORSRules: rules}});\n"
	namedPython = "rule = {'AllowedOrigins': ['*'], 'AllowedMethods': ['GET']}\nprod_rule = {'AllowedOrigins': ['https://a.example'], 'AllowedMethods': ['GET']}\ns3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': [rule, prod_rule]})\n"
	namedCDK    = "const r: s3.CorsRule = { allowedOrigins: ['*'], allowedMethods: [s3.HttpMethods.GET] };\nconst q: s3.CorsRule = { allowedOrigins: ['https://a.example'], allowedMethods: [s3.HttpMethods.GET] };\nnew s3.Bucket(this, 'b', {\n  cors: [\n    r,\n    q, // the app\n  ],\n});\n"
	namedPulumi = "const r = { allowedOrigins: ['*'], allowedMethods: ['GET'] };\nconst q = { allowedOrigins: ['https://a.example'], allowedMethods: ['GET'] };\nnew aws.s3.BucketCorsConfiguration('b', { bucket: b, corsRules: [r, q] });\n"
	calledName  = "const r = { allowedOrigins: ['*'], allowedMethods: [s3.HttpMethods.GET] };\nbucket.addCorsRule(r);\n"
	castCDK     = "new s3.Bucket(this, 'b', { cors: [{ allowedOrigins: ['*'], allowedMethods: [s3.HttpMethods.GET] } as s3.CorsRule, { allowedOrigins: ['https://a.example'], allowedMethods: [s3.HttpMethods.GET] } as s3.CorsRule] });\n"
	conditions  = "CorsConfiguration:\n  CorsRules:\n    - !If [C, {AllowedOrigins: ['*'], AllowedMethods: [GET]}, !Ref AWS::NoValue]\n    - AllowedOrigins: ['https://a.example']\n      AllowedMethods: [GET]\n"
)

func TestARuleThatAListHasByItsNameGoesAndMovesByIt(t *testing.T) {
	cases := []struct {
		name, text string
		change     func([]core.CORSRule) []core.CORSRule
		// want is what comes in the place of old; without old there are no edits.
		old, want string
	}{
		{"JavaScript: a name goes out of the list where the constant serves another", namedJS + alsoNamedJS, withoutRule(1), "[a, b]", "[a]"},
		{"JavaScript: a constant that nothing would use is left, and so is the list", namedJS, withoutRule(1), "", ""},
		{"JavaScript: names change places", namedJS, swapped, "[a, b]", "[b, a]"},
		{"JavaScript: a rule comes behind a name", namedJS, withRule, "[a, b]", `[a, b, {AllowedMethods: ["HEAD"], AllowedOrigins: ["*"]}]`},
		{"JavaScript: a member comes into the constant", namedJS, withHeader, "'*'],AllowedMethods:['GET']", "'*'],AllowedMethods:['GET'], ExposeHeaders: [\"ETag\"]"},
		{"JavaScript: a rule beside a name goes", mixedJS, withoutRule(1), ", {AllowedOrigins:['https://a.example'],AllowedMethods:['GET']}]", "]"},
		{"JavaScript: a name beside a rule does not go", mixedJS, withoutRule(0), "", ""},
		{"JavaScript: a name changes places with a rule", mixedJS, swapped, "[a, {AllowedOrigins:['https://a.example'],AllowedMethods:['GET']}]", "[{AllowedOrigins:['https://a.example'],AllowedMethods:['GET']}, a]"},
		{"Python: no name goes whose constant would be left over", namedPython, withoutRule(1), "", ""},
		{"Python: names change places", namedPython, swapped, "[rule, prod_rule]", "[prod_rule, rule]"},
		{"Python: a rule comes behind a name", namedPython, withRule, "prod_rule]", "prod_rule, {'AllowedMethods': ['HEAD'], 'AllowedOrigins': ['*']}]"},
		{"CDK: no name goes whose constant would be left over", namedCDK, withoutRule(0), "", ""},
		{"CDK: names change places with the comments behind them", namedCDK, swapped, "    r,\n    q, // the app\n", "    q, // the app\n    r,\n"},
		{"CDK: a rule comes behind the comment of a name", namedCDK, withRule, "the app\n", "the app\n    {allowedMethods: [s3.HttpMethods.HEAD], allowedOrigins: ['*']},\n"},
		{"Pulumi: no name goes whose constant would be left over", namedPulumi, withoutRule(0), "", ""},
		{"Pulumi: names change places", namedPulumi, swapped, "[r, q]", "[q, r]"},
		{"CDK: no rule comes behind a constant that a call takes", calledName, withRule, "", ""},
		{"CDK: a rule with a type behind it does not go without that", castCDK, withoutRule(0), "", ""},
		{"YAML: a rule goes with its condition", conditions, withoutRule(0), "    - !If [C, {AllowedOrigins: ['*'], AllowedMethods: [GET]}, !Ref AWS::NoValue]\n", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.text)
			require.NotNil(t, doc.Configuration)
			after := &core.CORSConfiguration{CORSRules: c.change(append([]core.CORSRule(nil), doc.Configuration.CORSRules...))}
			edits, ok := format.Edits(doc, after)
			require.Equal(t, c.old != "", ok, format.Apply(c.text, edits))
			assert.Equal(t, strings.Replace(c.text, c.old, c.want, min(1, len(c.old))), format.Apply(c.text, edits))
		})
	}
}
