package format

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/s3"
)

// The JSON Schemas of the configurations in web/schemas come from the tables that the writers of this package use, and from S3's limits.
// "make schemas" writes them.

var update = flag.Bool("update", false, "write web/schemas anew")

type schema = map[string]any

const (
	draft = "https://json-schema.org/draft/2020-12/schema"
	// noXML are the characters that XML 1.0 cannot carry, in a class of a pattern.
	noXML = `\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff`
	// tokens are the characters of a header's name without "*" (RFC 9110, section 5.6.2).
	tokens       = "[!#$%&'+\\-.^_`|~0-9A-Za-z]*"
	oneWildcard  = `^[^*` + noXML + `]*(\*[^*` + noXML + `]*)?$`
	headerOrStar = "^" + tokens + `(\*` + tokens + ")?$"
	headerName   = "^" + tokens + "$"
)

// values are what S3 takes in each member, one value of a list where it is one.
var values = map[core.Member]schema{
	core.ID:             {"type": "string", "maxLength": 255, "pattern": "^[^" + noXML + "]*$", "description": "A name for the rule, of at most 255 characters."},
	core.AllowedMethods: {"enum": s3.SupportedMethods, "description": "Methods that the rule allows. S3 answers OPTIONS itself."},
	core.AllowedOrigins: {"type": "string", "pattern": oneWildcard, "description": "Origins that the rule allows: scheme, host and, where it is not the usual one, port, without a slash at the end. One * stands for any characters."},
	core.AllowedHeaders: {"type": "string", "pattern": headerOrStar, "description": "Names of request headers that a preflight may ask for. One * stands for any characters."},
	core.ExposeHeaders:  {"type": "string", "pattern": headerName, "description": "Names of response headers that script may read. S3 takes no wildcard here."},
	core.MaxAgeSeconds:  {"type": "integer", "minimum": -1 << 31, "maximum": 1<<31 - 1, "description": "Seconds for which browsers may keep the answer to a preflight."},
}

// ruleSchema is a rule under the names of a dialect. Each value may be something else too, as an expression in a template.
func ruleSchema(names [7]string, orElse schema) schema {
	properties := schema{}
	required := []string{}
	for _, member := range core.Members {
		if names[member] == "" {
			continue
		}
		properties[names[member]] = memberSchema(member, orElse)
		if member == core.AllowedOrigins || member == core.AllowedMethods {
			required = append(required, names[member])
		}
	}
	return schema{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

func memberSchema(member core.Member, orElse schema) schema {
	value := schema{}
	for key, each := range values[member] {
		value[key] = each
	}
	description := value["description"]
	delete(value, "description")
	if orElse != nil {
		value = schema{"anyOf": []schema{value, orElse}}
	}
	if member.IsList() {
		value = schema{"type": "array", "items": value}
		if member == core.AllowedOrigins || member == core.AllowedMethods {
			value["minItems"] = 1
		}
		if orElse != nil {
			value = schema{"anyOf": []schema{value, orElse}}
		}
	}
	value["description"] = description
	return value
}

func rulesSchema(most int) schema {
	return schema{"type": "array", "items": schema{"$ref": "#/$defs/rule"}, "minItems": 1, "maxItems": most}
}

func schemaOf(title string, rule schema, rest schema) schema {
	whole := schema{"$schema": draft, "title": title, "$defs": schema{"rule": rule}}
	for key, each := range rest {
		whole[key] = each
	}
	return whole
}

func object(name string, value schema) schema {
	return schema{"type": "object", "properties": schema{name: value, "$schema": schema{"type": "string"}}, "required": []string{name}, "additionalProperties": false}
}

func schemas() map[string]schema {
	// In CloudFormation, a value may be computed (Intrinsic function reference).
	function := schema{"type": "object", "minProperties": 1, "maxProperties": 1, "propertyNames": schema{"pattern": "^(Ref|Condition|Fn::[A-Za-z:]+)$"}}
	// R2 puts origins, methods and headers into an object of their own.
	r2 := ruleSchema(r2Names, nil)
	outer, inner := r2["properties"].(schema), schema{}
	for _, member := range []core.Member{core.AllowedOrigins, core.AllowedMethods, core.AllowedHeaders} {
		inner[r2Names[member]] = outer[r2Names[member]]
		delete(outer, r2Names[member])
	}
	outer["allowed"] = schema{"type": "object", "properties": inner, "required": r2["required"], "additionalProperties": false}
	r2["required"] = []string{"allowed"}

	// Cloud Storage checks few of the values: any text is a method, an origin or a header there.
	gcs := ruleSchema(gcsNames, nil)
	for _, member := range []core.Member{core.AllowedOrigins, core.AllowedMethods, core.AllowedHeaders} {
		property := gcs["properties"].(schema)[gcsNames[member]].(schema)
		property["items"] = schema{"type": "string"}
		delete(property, "description")
	}
	gcs["properties"].(schema)[gcsNames[core.MaxAgeSeconds]].(schema)["minimum"] = 0

	return map[string]schema{
		"s3.json": schemaOf("The CORS configuration of an S3 bucket: that of the AWS CLI and the SDKs, or the list of the S3 console", ruleSchema(apiNames, nil),
			schema{"oneOf": []schema{object("CORSRules", rulesSchema(s3.MaxRules)), rulesSchema(s3.MaxRules)}}),
		"cloudformation.json": schemaOf("CorsConfiguration of AWS::S3::Bucket", ruleSchema(templateNames, function), object("CorsRules", rulesSchema(s3.MaxRules))),
		"r2.json":             schemaOf("The CORS policy of a Cloudflare R2 bucket, as wrangler takes it", r2, object("rules", rulesSchema(s3.MaxRules))),
		"gcs.json":            schemaOf("The CORS configuration of a Google Cloud Storage bucket", gcs, schema{"type": "array", "items": schema{"$ref": "#/$defs/rule"}}),
	}
}

func TestSchemas(t *testing.T) {
	for name, each := range schemas() {
		buffer := &bytes.Buffer{}
		encoder := json.NewEncoder(buffer)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		require.NoError(t, encoder.Encode(each))
		file := filepath.Join("../../web/schemas", name)
		if *update {
			require.NoError(t, os.WriteFile(file, buffer.Bytes(), 0o644))
		}
		written, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, buffer.String(), string(written), `run "make schemas": %s`, name)
	}
}
