package source

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

func TestDynamicBlocksMakeRulesOfALocal(t *testing.T) {
	const (
		locals = "locals {\n  cors_rules = [{ allowed_methods = [\"GET\"], allowed_origins = [\"https://a.example\"] }]\n}\n"
		passed = "allowed_methods = cors_rule.value.allowed_methods\nallowed_origins = cors_rule.value.allowed_origins\n"
		static = "cors_rule {\nallowed_methods = [\"PUT\"]\nallowed_origins = [\"https://b.example\"]\n}\n"
	)
	dynamic := func(list, content string) string {
		return "dynamic \"cors_rule\" {\nfor_each = " + list + "\ncontent {\n" + content + "}\n}\n"
	}
	resource := func(body string) string {
		return "resource \"aws_s3_bucket_cors_configuration\" \"x\" {\nbucket = \"x\"\n" + body + "}\n"
	}
	a := core.CORSRule{AllowedMethods: []string{"GET"}, AllowedOrigins: []string{"https://a.example"}}
	b := core.CORSRule{AllowedMethods: []string{"PUT"}, AllowedOrigins: []string{"https://b.example"}}
	for _, c := range []struct {
		name, text string
		rules      []core.CORSRule
		unknown    []string
	}{
		{"each member is passed", locals + resource(dynamic("local.cors_rules", passed)), []core.CORSRule{a}, nil},
		{"the content has members of its own", locals + resource(dynamic("local.cors_rules", "allowed_headers = [\"*\"]\n"+passed+"max_age_seconds = 3000\n")),
			[]core.CORSRule{{AllowedMethods: a.AllowedMethods, AllowedOrigins: a.AllowedOrigins, AllowedHeaders: []string{"*"}, MaxAgeSeconds: pointer(int64(3000))}}, nil},
		{"the content makes something else of a member", locals + resource(dynamic("local.cors_rules", "allowed_methods = cors_rule.value.allowed_methods\nallowed_origins = [for o in cors_rule.value.allowed_origins : \"https://${o}\"]\n")),
			[]core.CORSRule{{AllowedMethods: a.AllowedMethods}}, []string{`CORSRules[0].AllowedOrigins [for o in cors_rule.value.allowed_origins : "https://${o}"]`}},
		{"a member is not passed", "locals {\n  cors_rules = [{ allowed_methods = [\"GET\"], allowed_origins = [\"https://a.example\"], allowed_headers = [\"*\"] }]\n}\n" +
			resource(dynamic("local.cors_rules", passed)), []core.CORSRule{a}, nil},
		{"its name has one before it", locals + resource("x."+dynamic("local.cors_rules", "allowed_headers = [\"*\"]\n"+passed)),
			[]core.CORSRule{{AllowedMethods: a.AllowedMethods, AllowedOrigins: a.AllowedOrigins, AllowedHeaders: []string{"*"}}}, nil},
		{"a block stands before it", locals + resource(static+dynamic("local.cors_rules", passed)), []core.CORSRule{b, a}, nil},
		{"a block stands behind it", locals + resource(dynamic("local.cors_rules", passed)+static), []core.CORSRule{a, b}, nil},
		{"the elements have another name", locals + resource("dynamic \"cors_rule\" {\nfor_each = local.cors_rules\niterator = rule\ncontent {\nallowed_headers = [\"*\"]\nallowed_methods = rule.value[\"allowed_methods\"]\n"+
			"allowed_origins = lookup(rule.value, \"allowed_origins\", [])\nexpose_headers = lookup(rule.value, \"expose_headers\", [])\nmax_age_seconds = try(rule.value.max_age_seconds, 5)\n}\n}\n"),
			[]core.CORSRule{{AllowedMethods: a.AllowedMethods, AllowedOrigins: a.AllowedOrigins, AllowedHeaders: []string{"*"}}},
			[]string{"CORSRules[0].MaxAgeSeconds try(rule.value.max_age_seconds, 5)"}},
		{"a map has the rules in the order of its keys", "locals {\n  cors_rules = {\n    b = { methods = [\"PUT\"], origins = [\"https://b.example\"] }\n    a = { methods = [\"GET\"], origins = [\"https://a.example\"] }\n  }\n}\n" +
			resource(dynamic("local.cors_rules", "allowed_methods = cors_rule.value.methods\nallowed_origins = cors_rule.value.origins\n")), []core.CORSRule{a, b}, nil},
		{"the list stands in the block", resource(dynamic("[{ origin = \"https://a.example\" }]", "allowed_methods = [\"GET\"]\nallowed_origins = [cors_rule.value.origin]\n")),
			[]core.CORSRule{{AllowedMethods: a.AllowedMethods, AllowedOrigins: []string{"cors_rule.value.origin"}}}, []string{"CORSRules[0].AllowedOrigins[0] cors_rule.value.origin"}},
		{"the list is known only elsewhere", resource(dynamic("var.cors_rules", "allowed_methods = [\"GET\"]\nallowed_origins = cors_rule.value\n")),
			[]core.CORSRule{{AllowedMethods: a.AllowedMethods}}, []string{"CORSRules[0].AllowedOrigins cors_rule.value"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			require.NotNil(t, doc.Configuration)
			assert.Equal(t, c.rules, doc.Configuration.CORSRules)
			assert.Equal(t, c.unknown, unknown(doc))
			assert.Empty(t, doc.Candidates)
		})
	}

	t.Run("two resources make different rules of one local", func(t *testing.T) {
		text := locals + resource(dynamic("local.cors_rules", passed)) + resource(dynamic("local.cors_rules", passed+"max_age_seconds = 5\n"))
		doc := Read(text)
		assert.Equal(t, []core.CORSRule{a}, doc.Configuration.CORSRules)
		require.Len(t, doc.Candidates, 1)
		other := a
		other.MaxAgeSeconds = pointer(int64(5))
		assert.Equal(t, []core.CORSRule{other}, ReadChoice(text, &Choice{Candidate: 1}).Configuration.CORSRules)
	})
}
