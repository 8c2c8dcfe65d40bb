//go:build !js

package main

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

func lineOf(operation int, payload string) string {
	return fmt.Sprintf("%d %s", operation, base64.StdEncoding.EncodeToString([]byte(payload)))
}

func TestEachLineIsAnsweredByALine(t *testing.T) {
	many := operationOf(t, "simulateMany")
	out := &strings.Builder{}
	require.NoError(t, answerLines(strings.NewReader(strings.Join([]string{
		lineOf(many, ";0;6;object200;0;1;17;https://a.example3;GET;"),
		lineOf(keepOperation, `3;0;[{"AllowedOrigins":["*"],"AllowedMethods":["GET"]}]`),
		lineOf(many, "3;0;6;object200;0;2;1;a3;GET;1;a3;PUT;"),
		lineOf(many, "3;1;6;object200;0;1;1;a3;GET;"),
	}, "\n")), out))
	assert.Equal(t, strings.Join([]string{
		`{"result":[{"allowed":false,"rule":null,"status":403}]}`,
		`{"result":null}`,
		`{"result":[{"allowed":true,"rule":0,"status":200},{"allowed":false,"rule":null,"status":403}]}`,
		`{"result":[{"allowed":false,"rule":null,"status":403}]}`,
		``,
	}, "\n"), out.String())
}

func TestALineThatIsNoCallIsAnError(t *testing.T) {
	for line, want := range map[string]string{
		"prose":  "a line must be",
		"1 ****": "the payload of operation 1 must be base64",
	} {
		assert.ErrorContains(t, answerLines(strings.NewReader(line), &strings.Builder{}), want)
	}
}

func TestAFixCrossesAsWhatItChanges(t *testing.T) {
	document := fullDocument()
	own := &document.Configuration.CORSRules
	*own = append(*own, fullRule(), fullRule())
	(*own)[1].ID, (*own)[2].ID = ref("b"), ref("c")
	changed := append([]core.CORSRule(nil), *own...)
	changed[1].ExposeHeaders = nil
	e := &encoder{source: newKept(document)}
	e.fix(&core.Fix{Title: "t", Configuration: core.CORSConfiguration{CORSRules: changed}})
	rule := `{"ID":"b","AllowedOrigins":["https://a.example"],"AllowedMethods":["GET"],"AllowedHeaders":["*"],"MaxAgeSeconds":3000}`
	assert.Equal(t, `{"title":"t","configuration":{"CORSRules":[0,`+rule+`,2]}}`, string(e.out))
	assert.True(t, e.refersToSource, "the answer has to hold what it refers to")
}

func TestAPanicIsAnAnswer(t *testing.T) {
	defer func(before []call) { calls = before }(calls)
	calls = append(calls[:len(calls):len(calls)],
		call{"fail", func(p *payload, to *encoder) {
			to.put("half an answer")
			to.put(p.text[7:])
		}},
		call{"say", func(*payload, *encoder) { panic("a word") }},
	)
	assert.Equal(t, `{"panic":"runtime error: slice bounds out of range [7:0]"}`, answerTo(firstCall+len(calls)-2, ""))
	assert.Equal(t, `{"panic":"a value that is no error"}`, answerTo(firstCall+len(calls)-1, ""))
}

func TestAnOperationThatIsNotThereIsADefect(t *testing.T) {
	assert.Contains(t, answerTo(99, ""), `{"panic":"runtime error: index out of range`)
	assert.Contains(t, answerTo(-1, ""), `{"panic":"runtime error: index out of range`)
}
