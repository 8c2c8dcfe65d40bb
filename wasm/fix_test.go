package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// fixTexts have fixes of reading and of validating, with edits and without.
var fixTexts = map[string]string{
	"XML":                           `<CORSConfiguration><CORSRule><AllowedMethod>PUT</AllowedMethod><AllowedOrigin>https://é.example/</AllowedOrigin></CORSRule><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>https://b.example</AllowedOrigin></CORSRule></CORSConfiguration>`,
	"JSON with mistakes of reading": `[{"AllowedOrigin": "https://a.example/", "AllowedMethods": ["GET", "GET"], "MaxAgeSeconds": "5"}, {"AllowedOrigins": ["*", "https://*.example"], "AllowedMethods": ["GET"]}]`,
	"Terraform as JSON, which takes no new members": `{"resource": {"aws_s3_bucket_cors_configuration": {"a": {"bucket": "b", "cors_rule": [{"allowed_methods": ["GET", "PUT"], "allowed_origins": ["https://a.example/"]}]}}}}`,
}

// writtenFix is what crosses of a fix at first.
type writtenFix struct {
	Title, Place  string
	Edits         bool
	Configuration json.RawMessage
}

func fixesOf(t *testing.T, operation, payload string) (fixes []writtenFix) {
	t.Helper()
	var answer struct {
		Result struct {
			Diagnostics []struct{ Fixes []writtenFix }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(answerTo(operationOf(t, operation), payload)), &answer))
	for _, d := range answer.Result.Diagnostics {
		fixes = append(fixes, d.Fixes...)
	}
	return fixes
}

func TestWhatIsReadOfAFixIsWhatItWouldBeIfItHadCrossedWhole(t *testing.T) {
	for name, text := range fixTexts {
		for number, operation := range []string{ofReading: "parse", ofAll: "validate"} {
			t.Run(name+", "+operation, func(t *testing.T) {
				answerTo(keepOperation, "2;1;0;0;"+text)
				fixes := fixesOf(t, operation, "2;")
				var whole []string
				k := slots[2]
				list := k.list(number)
				for i := range list {
					for j := range list[i].Fixes {
						e := &encoder{source: k}
						fix := list[i].Fixes[j]
						e.fix(&fix)
						whole = append(whole, string(e.out))
					}
				}
				require.Len(t, fixes, len(whole))
				for i, fix := range fixes {
					assert.Nil(t, fix.Configuration)
					answerTo(keepOperation, "2;1;0;0;"+text) // It was given up meanwhile.
					change := strings.TrimPrefix(answerTo(operationOf(t, "readFix"), "2;"+fix.Place+"1;"), `{"result":{`)
					assert.Equal(t, whole[i], `{"title":`+strconv.Quote(fix.Title)+","+strings.TrimSuffix(change, "}"))
					assert.Equal(t, strings.Contains(change, `"edits"`), fix.Edits)
				}
			})
		}
	}
	answerTo(keepOperation, "2;1;0;0;"+fixTexts["JSON with mistakes of reading"])
	assert.Len(t, fixesOf(t, "parse", "2;"), 3, "of the key, of the list and of the number")
	answerTo(keepOperation, "2;1;0;0;"+fixTexts["Terraform as JSON, which takes no new members"])
	edits := map[bool]int{}
	for _, fix := range fixesOf(t, "validate", "2;") {
		edits[fix.Edits]++
	}
	assert.Len(t, edits, 2, "some have edits and some have none")
}

func TestReadingAFixWritesTheConfigurationOnlyWhereItIsNotKnown(t *testing.T) {
	answerTo(keepOperation, "2;1;0;0;"+fixTexts["XML"])
	place := fixesOf(t, "validate", "2;")[0].Place
	readFix := operationOf(t, "readFix")
	configuration := string(slots[2].configurationText())
	assert.NotContains(t, answerTo(readFix, "2;"+place+"1;"), configuration)
	assert.True(t, strings.HasSuffix(answerTo(readFix, "2;"+place+"0;"), ","+configuration+"}"))
}

// configurationText is the member configuration of an answer.
func (k *kept) configurationText() []byte {
	e := &encoder{}
	e.configuration(k.document.Configuration)
	return e.out
}

func TestAPathIsWrittenAsItsString(t *testing.T) {
	for _, path := range []core.Path{{}, core.RulePath(0), core.RulePath(109), core.RulePath(9).Member(core.ID), core.RulePath(10).Member(core.AllowedOrigins).Item(100)} {
		e := &encoder{}
		e.path(path)
		assert.Equal(t, strconv.Quote(path.String()), string(e.out))
	}
}
