package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// What is written is held against web/s3cors.d.ts: a value with everything in it has each member that is declared, in the
// order in which they are declared, and no other; a value with nothing in it has those that are not optional.

func TestWhatIsWrittenIsWhatTheDeclarationsSay(t *testing.T) {
	declared := readDeclarations(t)
	for _, test := range []struct {
		name  string
		write func(e *encoder)
		full  bool
	}{
		{"Parsed", func(e *encoder) { e.open("{"); e.parsed(fullDocument(), fullDiagnostics()); e.put("}") }, true},
		{"Parsed", func(e *encoder) { e.open("{"); e.parsed(&source.Document{}, nil); e.put("}") }, false},
		{"Validation", func(e *encoder) { e.validation(fullDocument(), fullValidation()) }, true},
		{"Validation", func(e *encoder) { e.validation(&source.Document{}, &s3.Validation{}) }, false},
		{"Written", func(e *encoder) {
			text := "<CORSConfiguration/>"
			e.written(&format.Written{Text: &text, Filename: "cors.xml", MediaType: "application/xml", Diagnostics: fullDiagnostics()})
		}, true},
		{"Written", func(e *encoder) { e.written(&format.Written{}) }, false},
		{"Simulation", func(e *encoder) { e.simulation(fullSimulation()) }, true},
		{"Simulation", func(e *encoder) { e.simulation(emptySimulation()) }, false},
		{"Verdict", func(e *encoder) { e.verdict(&s3.Verdict{Allowed: true, Rule: 2, Status: 200}) }, true},
		{"Verdict", func(e *encoder) { e.verdict(&s3.Verdict{Rule: -1}) }, false},
		{"PutAnswer", func(e *encoder) { e.putAnswer(fullValidation()) }, true},
		{"Diagnostic", func(e *encoder) { e.diagnostic(&core.Diagnostic{Kind: &source.SyntaxError}) }, false},
		{"PreflightRequest", func(e *encoder) { e.preflight(&core.PreflightRequest{}) }, false},
	} {
		t.Run(fmt.Sprintf("%s, full %t", test.name, test.full), func(t *testing.T) {
			e := &encoder{}
			if test.full {
				e.source = newKept(fullDocument())
				e.source.validation = fullValidation()
			}
			test.write(e)
			h := holder{declarations: declared, full: test.full}
			h.hold(t, test.name, &tsType{name: test.name}, e.out)
		})
	}
}

func TestEachCallIsAMemberOfTheAPI(t *testing.T) {
	members, ok := readDeclarations(t).membersOf(&tsType{name: "S3CORS"})
	require.True(t, ok)
	var names []string
	for _, m := range members {
		names = append(names, m.name)
	}
	parts := map[string]string{"answerPut": "acceptPut"}
	for _, call := range calls {
		name := call.name
		if whole, isPart := parts[name]; isPart {
			name = whole
		}
		assert.Contains(t, names, name)
	}
}

// alwaysWritten is optional where a caller writes a request, but a request in a result has it even if it is empty.
const alwaysWritten = "Simulation.request.headers"

// holder holds JSON against declared types.
type holder struct {
	declarations
	// full: optional members have to be there too; otherwise none may be.
	full bool
}

func (h holder) hold(t *testing.T, where string, typ *tsType, raw json.RawMessage) {
	t.Helper()
	if alias := h.declarations[typ.name]; alias != nil && !alias.object {
		typ = alias
	}
	switch {
	case typ.union != nil:
		h.hold(t, where, h.choose(t, where, typ.union, raw), raw)
	case typ.literal != "":
		assert.Equal(t, typ.literal, textOf(raw), where)
	case typ.element != nil:
		h.holdList(t, where, func(int) *tsType { return typ.element }, raw)
	case typ.tuple != nil:
		require.Equal(t, len(typ.tuple), h.holdList(t, where, func(i int) *tsType { return typ.tuple[i] }, raw), where)
	case typ.name == "Record":
		keys, values := orderedMembers(t, raw)
		for i := range keys {
			h.hold(t, where+"."+keys[i], typ.args[1], values[i])
		}
	default:
		if members, ok := h.membersOf(typ); ok {
			h.holdMembers(t, where, members, raw)
			return
		}
		assert.Equal(t, typ.name, jsonType(raw), where)
	}
}

func (h holder) holdMembers(t *testing.T, where string, members []member, raw json.RawMessage) {
	t.Helper()
	keys, values := orderedMembers(t, raw)
	var want []string
	for _, m := range members {
		if h.full || !m.optional || where+"."+m.name == alwaysWritten {
			want = append(want, m.name)
		}
	}
	require.Equal(t, want, keys, "%s: %s", where, raw)
	for _, m := range members {
		if i := slices.Index(keys, m.name); i >= 0 {
			h.hold(t, where+"."+m.name, m.typ, values[i])
		}
	}
}

func (h holder) holdList(t *testing.T, where string, typ func(int) *tsType, raw json.RawMessage) int {
	t.Helper()
	var list []json.RawMessage
	require.NoError(t, json.Unmarshal(raw, &list), where)
	if h.full {
		require.NotEmpty(t, list, "%s has nothing in it, so that its elements are not looked at", where)
	}
	for i := range list {
		h.hold(t, fmt.Sprintf("%s[%d]", where, i), typ(i), list[i])
	}
	return len(list)
}

// choose finds the alternative that fits the JSON type of a value, and for a string its text.
func (h holder) choose(t *testing.T, where string, union []*tsType, raw json.RawMessage) *tsType {
	t.Helper()
	kind := jsonType(raw)
	for _, typ := range union {
		if alias := h.declarations[typ.name]; alias != nil && alias.union != nil {
			for _, alternative := range alias.union {
				if alternative.literal == textOf(raw) {
					return alternative
				}
			}
		}
		if h.kind(typ) == kind && (typ.literal == "" || typ.literal == textOf(raw)) {
			return typ
		}
	}
	require.Fail(t, "no alternative fits", "%s: %s", where, raw)
	return nil
}

func (h holder) kind(typ *tsType) string {
	switch {
	case typ.literal != "":
		return "string"
	case typ.element != nil || typ.tuple != nil:
		return "array"
	case typ.object || typ.all != nil || typ.name == "Record":
		return "object"
	case h.declarations[typ.name] != nil:
		return h.kind(h.declarations[typ.name])
	}
	return typ.name
}

func jsonType(raw json.RawMessage) string {
	kinds := map[byte]string{'{': "object", '[': "array", '"': "string", 't': "boolean", 'f': "boolean", 'n': "null"}
	if kind, ok := kinds[raw[0]]; ok {
		return kind
	}
	return "number"
}

func textOf(raw json.RawMessage) string { return strings.Trim(string(raw), `"`) }

func orderedMembers(t *testing.T, raw json.RawMessage) (keys []string, values []json.RawMessage) {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(raw))
	token, err := decoder.Token()
	require.NoError(t, err)
	require.Equal(t, json.Delim('{'), token, "%s", raw)
	for decoder.More() {
		key, err := decoder.Token()
		require.NoError(t, err)
		var value json.RawMessage
		require.NoError(t, decoder.Decode(&value))
		keys, values = append(keys, key.(string)), append(values, value)
	}
	return keys, values
}
