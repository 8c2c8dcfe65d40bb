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

const shortBlock = "resource \"aws_s3_bucket_cors_configuration\" \"this\" {\n  bucket = \"b\"\n  cors_rule { allowed_methods = [\"GET\"] }\n}\n"

func TestABlockOfOneLineIsBrokenIntoLinesForASecondArgument(t *testing.T) {
	id := "a"
	cases := []struct {
		name, text string
		change     func([]core.CORSRule) []core.CORSRule
		old, new   string
	}{
		{"an argument comes", shortBlock, withAge, `{ allowed_methods = ["GET"] }`, "{\n    allowed_methods = [\"GET\"]\n    max_age_seconds = 60\n  }"},
		{"without blanks", strings.NewReplacer("{ a", "{a", "] }", "]}").Replace(shortBlock), withAge, `{allowed_methods = ["GET"]}`, "{\n    allowed_methods = [\"GET\"]\n    max_age_seconds = 60\n  }"},
		{"two arguments come, and the first changes", shortBlock, func(r []core.CORSRule) []core.CORSRule {
			r[0].ID = &id
			return withHeader(withMethod(r))
		}, `{ allowed_methods = ["GET"] }`, "{\n    allowed_methods = [\"GET\", \"HEAD\"]\n    id = \"a\"\n    expose_headers = [\"ETag\"]\n  }"},
		{"a value changes where it is", shortBlock, withMethod, `["GET"]`, `["GET", "HEAD"]`},
		{"a rule comes behind it", shortBlock, withRule, "\"] }\n", "\"] }\n\n  cors_rule {\n    allowed_methods = [\"HEAD\"]\n    allowed_origins = [\"*\"]\n  }\n"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			doc := source.Read(c.text)
			require.NotNil(t, doc.Configuration)
			after := &core.CORSConfiguration{CORSRules: c.change(append([]core.CORSRule(nil), doc.Configuration.CORSRules...))}
			edits, ok := format.Edits(doc, after)
			require.True(t, ok)
			edited := format.Apply(c.text, edits)
			assert.Equal(t, strings.Replace(c.text, c.old, c.new, 1), edited)
			assert.True(t, format.CanDraft(doc, after))
			f, err := readTerraform(formatted(edited))
			require.NoError(t, err)
			assert.Equal(t, asText(carried("terraform", after.CORSRules)), asText(f.rules))
		})
	}
}
