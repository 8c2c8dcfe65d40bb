package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

func TestAPayloadIsReadInItsOrder(t *testing.T) {
	p := &payload{text: "5;;0;3;a;b;é;2;é1;x0;"}
	assert.Equal(t, 5, p.number())
	assert.Equal(t, -1, p.number(), "absent")
	assert.Equal(t, 0, p.number())
	assert.Equal(t, ref("a;b"), p.optional(), "a text may hold what ends a number")
	assert.Nil(t, (&payload{text: ";"}).optional())
	assert.Equal(t, ref(""), (&payload{text: "0;"}).optional(), "an empty text is not an absent one")
	assert.Empty(t, (&payload{text: ";"}).string())
	p = &payload{text: "2;1;a1;b2;é0;"}
	assert.Equal(t, core.HeaderList{{Name: "a", Value: "b"}, {Name: "é", Value: ""}}, p.headers())
	assert.Equal(t, len(p.text), p.at)
}

// What the loader does not send: nothing outside of the payload is read, and each is answered.
func FuzzAnyPayloadIsAnswered(f *testing.F) {
	for _, seed := range []string{
		"", ";", "0;", "9;", "99999999999999999999;", "0;1;[]", "7;0;[]", "0;0;6;object200;0;1;1;a3;GET;", ";0;6;object200;9999999;",
		";0;99;object", "0;0;0;1;11;Content-MD50;1;11;content-md50;3;<a>", "1;1;0;0;0;0;", "-5;",
		";9;https://a9;https://b5;fetch3;PUT1;1;x1;y7;include4;cors6;string;;1;1;302;2;/x0;200;0;0;0;200;1;1;a1;b0;404;0;0;",
		"0;9;https://a9;https://b3;img;0;0;0;0;9;image/png0;0;0;1;0;6;object200;0;", ";0;6;object200;1;-9;a;;",
	} {
		for operation := range firstCall + len(calls) {
			f.Add(operation, seed)
		}
	}
	f.Fuzz(func(t *testing.T, operation int, text string) {
		out := answerTo(operation, text)
		require.True(t, json.Valid([]byte(out)), "%q", out)
	})
}

func answerTo(operation int, text string) string {
	answer := &encoder{}
	serve(operation, text, answer)
	return string(answer.out)
}
