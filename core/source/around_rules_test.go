package source

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	firstRule  = `{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}`
	secondRule = `{"AllowedOrigins": ["https://b.example"], "AllowedMethods": ["GET"]}`
	blockRule  = `{ allowed_origins = ["https://a.example"], allowed_methods = ["GET"] }`
)

func inJavaScript(rules string) string {
	return "await s3.putBucketCors({Bucket: 'b', CORSConfiguration: {CORSRules: " + rules + "}});\n"
}

func inPython(rules string) string {
	return "s3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': " + rules + "})\n"
}

func inModule(rules string) string { return "module \"m\" {\n  cors_rule = " + rules + "\n}\n" }

func inTemplate(configuration string) string {
	return `{"Resources": {"B": {"Type": "AWS::S3::Bucket", "Properties": {"CorsConfiguration": ` + configuration + `}}}}`
}

func TestAnExpressionAroundRulesIsKnownOnlyElsewhere(t *testing.T) {
	for _, c := range []struct{ name, text, path, expression string }{
		{"more rules that a list is joined with", inJavaScript("[" + firstRule + "].concat(x)"), "CORSRules", "[" + firstRule + "].concat(x)"},
		{"rules that a list is added to", inJavaScript("base.concat([" + firstRule + "])"), "CORSRules", "base.concat([" + firstRule + "])"},
		{"rules in place of others", inJavaScript("x || [" + firstRule + "]"), "CORSRules", "x || [" + firstRule + "]"},
		{"rules under a condition", inJavaScript("c ? [" + firstRule + "] : []"), "CORSRules", "c ? [" + firstRule + "] : []"},
		{"rules that are changed", inJavaScript("[" + firstRule + "].map(x => ({...x, MaxAgeSeconds: 9}))"), "CORSRules", "[" + firstRule + "].map(x => ({...x, MaxAgeSeconds: 9}))"},
		{"a part of the rules", inJavaScript("[" + firstRule + "].slice(0, 0)"), "CORSRules", "[" + firstRule + "].slice(0, 0)"},
		{"those of the rules that are wanted", inJavaScript("[" + firstRule + "].filter(r => r.on)"), "CORSRules", "[" + firstRule + "].filter(r => r.on)"},
		{"a rule for each of many", inJavaScript("origins.map(() => (" + firstRule + "))"), "CORSRules[0]", "origins.map(() => (" + firstRule + "))"},
		{"a rule under a condition alone in its list", inJavaScript("[c ? " + firstRule + " : null]"), "CORSRules[0]", "c ? " + firstRule + " : null"},
		{"rules of a variable", "const CORSRules = [" + firstRule + "].concat(x);\n", "CORSRules", "[" + firstRule + "].concat(x)"},
		{"a configuration under a condition", "const cors = c ? {CORSRules: [" + firstRule + "]} : null;\n", "CORSRules", "c ? {CORSRules: [" + firstRule + "]} : null"},
		{"a rule of the CDK under a condition", "bucket.addCorsRule(c ? {allowedOrigins: ['https://a.example'], allowedMethods: [s3.HttpMethods.GET]} : other);\n", "CORSRules[0]",
			"c ? {allowedOrigins: ['https://a.example'], allowedMethods: [s3.HttpMethods.GET]} : other"},
		{"rules behind others in Python", inPython("base + [" + firstRule + "]"), "CORSRules", "base + [" + firstRule + "]"},
		{"rules before others in Python", inPython("[" + firstRule + "] + x"), "CORSRules", "[" + firstRule + "] + x"},
		{"rules under a condition in Python", inPython("[" + firstRule + "] if prod else []"), "CORSRules", "[" + firstRule + "] if prod else []"},
		{"a rule for each in Python", inPython("[" + firstRule + " for o in x]"), "CORSRules[0]", "[" + firstRule + " for o in x]"},
		{"joined rules of Terraform", inModule("concat(var.rules, [" + blockRule + "])"), "CORSRules", "concat(var.rules, [" + blockRule + "])"},
		{"rules under a condition in a template", inTemplate(`{"CorsRules": {"Fn::If": ["P", [` + firstRule + `], []]}}`), "CORSRules", `{"Fn::If": ["P", [` + firstRule + `], []]}`},
		{"a configuration under a condition in a template", inTemplate(`{"Fn::If": ["P", {"CorsRules": [` + firstRule + `]}, {"Ref": "AWS::NoValue"}]}`), "CORSRules",
			`{"Fn::If": ["P", {"CorsRules": [` + firstRule + `]}, {"Ref": "AWS::NoValue"}]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			require.NotNil(t, doc.Configuration)
			require.Len(t, doc.Configuration.CORSRules, 1)
			assert.Equal(t, []string{"https://a.example"}, doc.Configuration.CORSRules[0].AllowedOrigins, "what is written is read")
			require.Len(t, doc.Placeholders, 1)
			p := doc.Placeholders[0]
			assert.Equal(t, c.path, p.Path.String())
			assert.Equal(t, c.expression, doc.Text[p.Span.Start:p.Span.End])
			assert.Equal(t, excerpt(c.expression), p.Name)
			assert.Equal(t, []string{`opaque-value info: "` + excerpt(c.expression) + `" is known only elsewhere, and may give other rules`}, diagnosed(doc))
		})
	}
}

func TestWhatGivesItsRulesAsTheyAreIsNoPlaceholder(t *testing.T) {
	for _, text := range []string{
		inJavaScript("Object.freeze([" + firstRule + "])"),
		inJavaScript("[" + firstRule + "] as const"),
		inJavaScript("([" + firstRule + "])"),
		inPython("list([" + firstRule + "])"),
		inModule("jsonencode([" + blockRule + "])"),
		"const rulesOf = () => [" + firstRule + "];\n",
		"const rulesOf = (stage: string): Rule[] => {\n  return [" + firstRule + "];\n};\n",
		"setCors(bucket, [" + firstRule + "]);\n",
		"const done = client.send(new PutBucketCorsCommand({Bucket, CORSConfiguration: {CORSRules: [" + firstRule + "]}})).then(log);\n",
		"const corsConfiguration = new aws.s3.BucketCorsConfigurationV2('c', {bucket, corsRules: [{allowedOrigins: ['*'], allowedMethods: ['GET']}]}, options);\n",
	} {
		t.Run(text, func(t *testing.T) {
			doc := Read(text)
			require.NotNil(t, doc.Configuration)
			assert.Len(t, doc.Configuration.CORSRules, 1)
			assert.Empty(t, doc.Placeholders)
		})
	}
}
