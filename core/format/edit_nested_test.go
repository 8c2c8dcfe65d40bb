package format_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
	"s3cors/core/format"
	"s3cors/core/source"
)

// membersOf is a rule with those of the members that no rule must have which have a bit.
func membersOf(bits int) core.CORSRule {
	r := rule([]string{"https://s.example"}, []string{"GET"})
	id, age := "uploads", int64(400)
	if bits&1 != 0 {
		r.ID = &id
	}
	if bits&2 != 0 {
		r.AllowedHeaders = []string{"*"}
	}
	if bits&4 != 0 {
		r.ExposeHeaders = []string{"ETag"}
	}
	if bits&8 != 0 {
		r.MaxAgeSeconds = &age
	}
	return r
}

func TestMembersComeAndGoInsideAndOutsideOfTheObjectThatR2HasSomeOfThemIn(t *testing.T) {
	for from := range 16 {
		text := written(t, document(membersOf(from)), "r2", format.Options{})
		for _, text := range []string{text, strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(text), "")} {
			doc := source.Read(text)
			for to := range 16 {
				after := document(membersOf(to)).Configuration
				edits, ok := format.Edits(doc, after)
				require.True(t, ok, "%s from %d to %d", text, from, to)
				edited := format.Apply(text, edits)
				assert.True(t, json.Valid([]byte(edited)), edited)
				assert.Equal(t, after, source.Read(edited).Configuration, edited)
				assert.True(t, from == to || format.CanDraft(doc, after), edited)
			}
		}
	}
}

func TestNoCommaIsLeftBehindTheObjectThatR2HasMembersIn(t *testing.T) {
	text := "{\n  \"rules\": [\n    {\n      \"allowed\": {\n        \"origins\": [\"https://s.example\"],\n        \"methods\": [\"GET\"]\n      }, // who\n      \"expose_headers\": [\"ETag\"],\n      \"max_age_seconds\": 400\n    }\n  ]\n}\n"
	doc := source.Read(text)
	edits, ok := format.Edits(doc, document(membersOf(0)).Configuration)
	require.True(t, ok)
	assert.Equal(t, strings.Replace(text, "}, // who\n      \"expose_headers\": [\"ETag\"],\n      \"max_age_seconds\": 400\n", "} // who\n", 1), format.Apply(text, edits))
}
