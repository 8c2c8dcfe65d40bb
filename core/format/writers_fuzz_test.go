package format_test

import (
	"testing"
	"unicode/utf8"

	"s3cors/core"
	"s3cors/core/format"
)

// FuzzWriters: whatever stands in whichever place of a configuration, the target's own reader reads it as it was meant.
func FuzzWriters(f *testing.F) {
	for i, text := range hostile {
		next := hostile[(i+37)%len(hostile)]
		for target := range formats {
			if i%len(formats) == target {
				f.Add(uint8(target), uint32(i*2654435761), text, next, text+next, next+text, "b"+text)
			}
		}
	}
	f.Fuzz(func(t *testing.T, target uint8, shape uint32, id, origin, method, header, option string) {
		name := formats[int(target)%len(formats)]
		if oracles[name] == nil {
			name = "terraform" // JavaScript's own readers are tested in JavaScript.
		}
		options := format.Options{Bucket: whole(option)}
		if shape&1 != 0 {
			options.Owner = whole(option)
		}
		if name == "aws-cli" {
			options = format.Options{Bucket: "b", Endpoint: "https://a.example"} // A shell has no place for U+0000.
		}
		checkReadBack(t, name, options, fuzzedRules(shape>>1, id, origin, method, header)...)
	})
}

// fuzzedRules are rules of a shape with these texts in them.
func fuzzedRules(shape uint32, texts ...string) []core.CORSRule {
	take := func(most uint32) int {
		taken := shape % most
		shape /= most
		return int(taken)
	}
	at := 0
	list := func() []string {
		var values []string
		length := take(3)
		if length == 2 && take(8) == 0 {
			length = 12
		}
		for range length {
			values = append(values, wtf8(texts[at%len(texts)]))
			at++
		}
		return values
	}
	var rules []core.CORSRule
	for range take(3) {
		r := core.CORSRule{AllowedOrigins: list(), AllowedMethods: list(), AllowedHeaders: list(), ExposeHeaders: list()}
		if take(2) == 1 {
			id := wtf8(texts[0])
			r.ID = &id
		}
		if take(2) == 1 {
			age := int64(shape) - 50
			r.MaxAgeSeconds = &age
		}
		rules = append(rules, r)
	}
	return rules
}

// wtf8 is a text as it comes from JavaScript: characters and lone surrogates, which never stand as a pair.
func wtf8(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	var all []byte
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 && text[i] == 0xED && i+2 < len(text) && text[i+1] >= 0xA0 && text[i+1] < 0xC0 && text[i+2]>>6 == 2 {
			low := text[i+1] >= 0xB0
			if end := len(all); low && end > 2 && all[end-3] == 0xED && all[end-2] >= 0xA0 && all[end-2] < 0xB0 {
				all = append(all, '-')
			}
			all = append(all, text[i:i+3]...)
			i += 3
			continue
		}
		all = utf8.AppendRune(all, r)
		i += size
	}
	return string(all)
}
