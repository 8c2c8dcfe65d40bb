package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The JSON Schema of suites comes from the types of web/s3cors.d.ts. "make schemas" writes it.

var update = flag.Bool("update", false, "write web/schemas anew")

type schema = map[string]any

// openTypes may have members of their authors' own, such as an id.
var openTypes = []string{"Suite", "SuiteCase"}

// schemaWriter turns types into schemas, and gathers those that are named.
type schemaWriter struct {
	declared declarations
	defs     schema
}

func (w *schemaWriter) of(typ *tsType) schema {
	typ = w.declared.resolve(typ)
	switch {
	case typ.literal != "":
		return schema{"const": typ.literal}
	case typ.union != nil:
		return w.union(typ.union)
	case typ.all != nil && !typ.object:
		members, _ := w.declared.membersOf(typ)
		return w.object(members, false)
	case typ.element != nil:
		return schema{"type": "array", "items": w.of(typ.element)}
	case typ.tuple != nil:
		return w.tuple(typ.tuple)
	case typ.object:
		members, _ := w.declared.membersOf(typ)
		return w.object(members, false)
	case typ.name == "Record":
		return schema{"type": "object", "additionalProperties": w.of(typ.args[1])}
	case typ.name == "Partial":
		members, _ := w.declared.membersOf(typ.args[0])
		members = slices.Clone(members)
		for i := range members {
			members[i].optional = true
		}
		return w.object(members, false)
	case typ.name == "unknown":
		return schema{}
	case w.declared[typ.name] != nil:
		return w.named(typ.name)
	}
	return schema{"type": typ.name}
}

func (w *schemaWriter) named(name string) schema {
	if w.defs[name] == nil {
		w.defs[name] = schema{} // It may name itself.
		members, _ := w.declared.membersOf(&tsType{name: name})
		w.defs[name] = w.object(members, slices.Contains(openTypes, name))
	}
	return schema{"$ref": "#/$defs/" + name}
}

func (w *schemaWriter) object(members []member, isOpen bool) schema {
	properties, required := schema{}, []string{}
	for _, m := range members {
		properties[m.name] = w.of(m.typ)
		if !m.optional {
			required = append(required, m.name)
		}
	}
	written := schema{"type": "object", "properties": properties}
	if len(required) > 0 {
		written["required"] = required
	}
	if !isOpen {
		written["additionalProperties"] = false
	}
	return written
}

func (w *schemaWriter) tuple(types []*tsType) schema {
	items := make([]schema, len(types))
	for i, each := range types {
		items[i] = w.of(each)
	}
	return schema{"type": "array", "prefixItems": items, "items": false, "minItems": len(items)}
}

func (w *schemaWriter) union(types []*tsType) schema {
	words := []string{}
	for _, each := range types {
		if each.literal != "" {
			words = append(words, each.literal)
		}
	}
	if len(words) == len(types) {
		return schema{"enum": words}
	}
	choices := []schema{}
	if len(words) > 0 {
		choices = append(choices, schema{"enum": words})
	}
	for _, each := range types {
		if each.literal == "" {
			choices = append(choices, w.of(each))
		}
	}
	return schema{"anyOf": choices}
}

func suiteSchema(t *testing.T) schema {
	w := schemaWriter{declared: readDeclarations(t), defs: schema{}}
	whole := w.named("Suite")
	one := w.defs["SuiteCase"].(schema)
	kinds := []schema{}
	for _, kind := range []string{"preflight", "request", "call"} {
		require.Contains(t, one["properties"], kind)
		kinds = append(kinds, schema{"required": []string{kind}})
	}
	one["oneOf"] = kinds
	whole["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	whole["title"] = "Saved expectations of a CORS configuration, as s3cors test runs them"
	whole["$defs"] = w.defs
	return whole
}

func TestSchemas(t *testing.T) {
	const file = "../web/schemas/suite.json"
	buffer := &bytes.Buffer{}
	encoder := json.NewEncoder(buffer)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	require.NoError(t, encoder.Encode(suiteSchema(t)))
	if *update {
		require.NoError(t, os.WriteFile(file, buffer.Bytes(), 0o644))
	}
	written, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, buffer.String(), string(written), `run "make schemas"`)
}
