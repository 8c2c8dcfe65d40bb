package source

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAHereDocumentBeginsWithItsName(t *testing.T) {
	for _, c := range []struct{ name, line, want string }{
		{"a name", "cat > cors.json <<EOF", "EOF"},
		{"a name with digits", "cat <<EOF2 > cors.json", "EOF2"},
		{"a name with signs", "cat <<END-OF_FILE.json", "END-OF_FILE.json"},
		{"a name in quotes", "cat <<'EOF'", "EOF"},
		{"a name in double quotes, behind a dash and a space", `cat <<- "EOF" | aws s3api`, "EOF"},
		{"a word of Terraform", "policy = <<~JSON", "JSON"},
		{"the end of a text in a list", `"AllowedHeaders": ["a", "<<"],`, ""},
		{"a text behind a text in a list", `["<<", "]", "b"],`, ""},
		{"a quote that is not closed", `cat <<'EOF`, ""},
		{"a string of a shell", "cat <<<EOF", ""},
		{"a number", "1 << 2", ""},
		{"nothing", "<<", ""},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, hereDocument(c.line)) })
	}
}

func TestAValueIsNoHereDocument(t *testing.T) {
	doc := Read("new aws.s3.BucketCorsConfiguration(\"cors\", {\n  corsRules: [\n    {\n      allowedOrigins: [\"*\", \"<<\"],\n      allowedMethods: [\"GET\"],\n    },\n" +
		"    {\n      allowedOrigins: [\"https://a.example\"],\n      allowedMethods: [\"PUT\"],\n    },\n  ],\n});\n")
	require.NotNil(t, doc.Configuration)
	assert.Len(t, doc.Configuration.CORSRules, 2)
}

func TestAPlusOfAProgramIsNoMark(t *testing.T) {
	doc := Read("const rules = [{ AllowedOrigins: ['https://' // why\n+ host\n+ '.example'], AllowedMethods: ['GET'] }];\n")
	assert.Equal(t, []string{"'https://' // why\n+ host\n+ '.example'"}, doc.Configuration.CORSRules[0].AllowedOrigins)
}
