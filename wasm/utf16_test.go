package main

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"

	"s3cors/core/source"
)

func TestOffsetsCountUTF16CodeUnits(t *testing.T) {
	for name, parts := range map[string][]string{
		"ASCII is the same":             {"abc", "d"},
		"two bytes are one unit":        {"é", "x", "é"},
		"three bytes are one unit":      {"€", "x"},
		"four bytes are two units":      {"😀", "x", "😀😀"},
		"a byte order mark is one unit": {"\uFEFF", "<"},
		"marks are met exactly":         {strings.Repeat("a", 63), "é", strings.Repeat("b", 63), "😀", strings.Repeat("c", 200)},
		"a long text of other scripts":  {strings.Repeat("日本", 500), "x", strings.Repeat("😀é", 300)},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Join(parts, "")
			k := newKept(&source.Document{Text: text})
			bytes, units := 0, 0
			for _, part := range parts {
				assert.Equal(t, units, k.offset(bytes))
				bytes += len(part)
				units += len(utf16.Encode([]rune(part)))
			}
			assert.Equal(t, units, k.offset(len(text)))
		})
	}
}

func TestALoneSurrogateIsOneUnit(t *testing.T) {
	k := newKept(&source.Document{Text: "a\xED\xA0\x80b\xED\xBF\xBFc"})
	assert.Equal(t, []int{1, 2, 3, 4}, []int{k.offset(1), k.offset(4), k.offset(5), k.offset(8)})
}

func TestAnOffsetBeyondTheTextIsItsEnd(t *testing.T) {
	k := newKept(&source.Document{Text: "é"})
	assert.Equal(t, 1, k.offset(99))
}

func TestNothingIsStoredForATextOfASCII(t *testing.T) {
	assert.Nil(t, newKept(&source.Document{Text: strings.Repeat("a", 1000)}).marks)
	assert.NotNil(t, newKept(&source.Document{Text: strings.Repeat("a", 1000) + "é"}).marks)
}
