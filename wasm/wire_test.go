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
	"s3cors/core/browser"
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
		// without are the places that have nothing in this value, though it is full.
		without []string
	}{
		{"Parsed", func(e *encoder) { e.open("{"); e.parsed(fullDocument(), fullDiagnostics()); e.put("}") }, true, nil},
		{"Parsed", func(e *encoder) {
			document := e.source.document
			document.Diagnostics = fullDiagnostics() // whose fixes are on demand
			e.open("{")
			e.parsed(document, document.Diagnostics)
			e.put("}")
		}, true, nil},
		{"Parsed", func(e *encoder) { e.open("{"); e.parsed(&source.Document{}, nil); e.put("}") }, false, nil},
		{"Validation", func(e *encoder) { e.validation(fullDocument(), fullValidation(), fullDiagnostics()) }, true, nil},
		{"Validation", func(e *encoder) { e.validation(&source.Document{}, &s3.Validation{}, nil) }, false, nil},
		{"Written", func(e *encoder) {
			text := "<CORSConfiguration/>"
			e.written(&format.Written{Text: &text, Filename: "cors.xml", MediaType: "application/xml", Diagnostics: fullDiagnostics()})
		}, true, nil},
		{"Written", func(e *encoder) { e.written(&format.Written{}) }, false, nil},
		{"Simulation", func(e *encoder) { e.simulation(fullSimulation()) }, true, nil},
		{"Simulation", func(e *encoder) { e.simulation(emptySimulation()) }, false, nil},
		{"Verdict", func(e *encoder) { e.verdict(&s3.Verdict{Allowed: true, Rule: 2, Status: 200}) }, true, nil},
		{"Verdict", func(e *encoder) { e.verdict(&s3.Verdict{Rule: -1}) }, false, nil},
		{"PutAnswer", func(e *encoder) { e.putAnswer(fullValidation()) }, true, nil},
		{"Diagnostic", func(e *encoder) { e.diagnostic(&core.Diagnostic{Kind: &source.SyntaxError}, -1, 0) }, false, nil},
		{"PreflightRequest", func(e *encoder) { e.preflight(&core.PreflightRequest{}) }, false, nil},
		{"Exchange", func(e *encoder) { e.exchange(readableExchange()) }, true, []string{".console.chrome", ".console.firefox", ".console.safari", ".differences"}},
		{"Exchange", func(e *encoder) { e.exchange(withheldExchange()) }, true, []string{".readableHeaders", ".differences"}},
		{"Exchange", func(e *encoder) { e.exchange(differingExchange()) }, true, []string{
			".console.chrome", ".console.safari", ".readableHeaders", ".hiddenHeaders", ".simulation",
			".differences.chrome.preflight.simulation", ".differences.firefox.preflight.simulation", ".differences.safari.preflight.simulation",
		}},
		{"Exchange", func(e *encoder) { e.exchange(cachedExchange()) }, true, []string{".readableHeaders", ".differences"}},
		{"Exchange", func(e *encoder) { e.exchange(bareExchange()) }, false, nil},
		{"Exchange", func(e *encoder) { e.exchange(browser.SimulateFetch(&browser.Call{}, &browser.Server{})) }, false, nil},
	} {
		t.Run(fmt.Sprintf("%s, full %t", test.name, test.full), func(t *testing.T) {
			e := &encoder{}
			if test.full {
				e.source = newKept(fullDocument())
				e.source.validation = fullValidation()
			}
			test.write(e)
			h := holder{declarations: declared, full: test.full, without: test.without, source: e.source}
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
	parts := map[string]string{"answerPut": "acceptPut", "readFix": "validate"}
	for _, call := range calls {
		name := call.name
		if whole, isPart := parts[name]; isPart {
			name = whole
		}
		assert.Contains(t, names, name)
	}
}

// alwaysWritten ends the place of what is optional where a caller writes a request: a request in a result has it even if it
// is empty.
const alwaysWritten = "request.headers"

// holder holds JSON against declared types.
type holder struct {
	declarations
	// full: optional members have to be there too; otherwise none may be.
	full bool
	// without are the ends of places that are empty or left out all the same.
	without []string
	// source is that of the value.
	source *kept
}

// empties says whether a place may be empty or left out in a value that is full, and is so. The full document has no placeholder without a
// value, which would be told of beside the diagnostics that are full.
func (h holder) empties(where string) bool {
	return strings.HasSuffix(where, ".unset") || slices.ContainsFunc(h.without, func(end string) bool { return where == "Exchange"+end })
}

func (h holder) hold(t *testing.T, where string, typ *tsType, raw json.RawMessage) {
	t.Helper()
	typ = h.resolve(typ)
	partial := typ.name == "Partial"
	if partial {
		typ = typ.args[0]
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
		h.holdKeys(t, where, typ.args[0], partial, keys)
		for i := range keys {
			h.hold(t, where+"."+keys[i], typ.args[1], values[i])
		}
	default:
		if keys, values := membersIn(t, raw); slices.Contains(keys, "place") {
			h.hold(t, where, typ, h.wholeFix(t, where, keys, values))
			return
		}
		if members, ok := h.membersOf(typ); ok {
			h.holdMembers(t, where, members, raw)
			return
		}
		assert.Equal(t, typ.name, jsonType(raw), where)
	}
}

// holdKeys looks at the keys of a Record: words that are declared are there in their order, all of them unless it is partial.
func (h holder) holdKeys(t *testing.T, where string, key *tsType, partial bool, keys []string) {
	t.Helper()
	var want []string
	for _, word := range h.resolve(key).union {
		if !partial || slices.Contains(keys, word.literal) {
			want = append(want, word.literal)
		}
	}
	if want != nil || partial {
		require.Equal(t, want, keys, where)
	}
	if partial && h.full {
		require.Equal(t, h.empties(where), len(keys) == 0, where)
	}
}

func (h holder) holdMembers(t *testing.T, where string, members []member, raw json.RawMessage) {
	t.Helper()
	keys, values := orderedMembers(t, raw)
	var want []string
	for _, m := range members {
		if h.full && !h.empties(where+"."+m.name) || !m.optional || strings.HasSuffix(where+"."+m.name, alwaysWritten) {
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

// wholeFix is a fix as the loader makes it of one that crosses with its title: what readFix answers is put in the place of where it stands.
func (h holder) wholeFix(t *testing.T, where string, keys []string, values []json.RawMessage) json.RawMessage {
	t.Helper()
	slots[0] = h.source
	answer := answerTo(operationOf(t, "readFix"), "0;"+textOf(values[1])+"1;")
	change := strings.TrimSuffix(strings.TrimPrefix(answer, `{"result":{`), "}}")
	want := []string{"title", "place"}
	if strings.Contains(change, `"edits"`) {
		want = append(want, "edits")
		require.Equal(t, "true", string(values[2]), where)
	}
	require.Equal(t, want, keys, where)
	return json.RawMessage(`{"title":` + string(values[0]) + "," + change + "}")
}

// membersIn are those of an object; of anything else there are none.
func membersIn(t *testing.T, raw json.RawMessage) (keys []string, values []json.RawMessage) {
	t.Helper()
	if jsonType(raw) != "object" {
		return nil, nil
	}
	return orderedMembers(t, raw)
}

func (h holder) holdList(t *testing.T, where string, typ func(int) *tsType, raw json.RawMessage) int {
	t.Helper()
	var list []json.RawMessage
	require.NoError(t, json.Unmarshal(raw, &list), where)
	if h.full {
		require.Equal(t, h.empties(where), len(list) == 0, "%s: where nothing is in it, its elements are not looked at", where)
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
