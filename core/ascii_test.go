package core_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// The small functions on texts do what those of the standard library do, for ASCII.
func FuzzTextsAgainstStrings(f *testing.F) {
	f.Add(" a,B*c ", ",", int64(0))
	f.Add("https://Example.com/", "https", int64(-1))
	f.Add("\t\r\n", "\t", int64(-1<<63))
	f.Add("@[`{aZ", "Z", int64(1<<63-1))
	f.Add("<a><ab><abc></abc>", "<abc", int64(10))
	f.Fuzz(func(t *testing.T, text, part string, number int64) {
		for _, b := range []byte(text + part) {
			if b >= 0x80 || b == '\v' || b == '\f' {
				return
			}
		}
		require.Equal(t, strings.ToLower(text), core.Lower(text))
		require.Equal(t, strings.ToUpper(text), core.Upper(text))
		require.Equal(t, strings.TrimSpace(text), core.TrimSpace(text))
		require.Equal(t, strings.EqualFold(text, part), core.EqualFold(text, part))
		require.Equal(t, strings.HasPrefix(text, part), core.HasPrefix(text, part))
		require.Equal(t, strings.HasSuffix(text, part), core.HasSuffix(text, part))
		require.Equal(t, strings.Join([]string{text, part, text}, part), core.Join([]string{text, part, text}, part))
		require.Equal(t, strconv.FormatInt(number, 10), core.FormatInt(number))
		if part == "" {
			return
		}
		require.Equal(t, strings.IndexByte(text, part[0]), core.Index(text, part[0]))
		require.Equal(t, strings.LastIndexByte(text, part[0]), core.LastIndex(text, part[0]))
		require.Equal(t, strings.Index(text, part), core.IndexText(text, part))
		require.Equal(t, strings.Count(text, part[:1]), core.Count(text, part[0]))
		require.Equal(t, strings.Trim(text, part), core.Trim(text, part))
		before, after, found := strings.Cut(text, part[:1])
		b, a, ok := core.Cut(text, part[0])
		require.Equal(t, []any{before, after, found}, []any{b, a, ok})
	})
}

// Texts are gone through by words of eight bytes, in which each place and each neighbour has to count.
func TestAByteIsFoundWhereverItStandsInAWord(t *testing.T) {
	bytes := []byte{0, 1, '\n', 0x1F, ' ', '!', 'a', 0x7E, 0x7F, 0x80, 0x81, 0xA0, 0xFE, 0xFF}
	for _, around := range bytes {
		for size := range 20 {
			for place := range size {
				for _, b := range bytes {
					text := []byte(strings.Repeat(string([]byte{around}), size))
					text[place] = b
					require.Equal(t, strings.IndexByte(string(text), b), core.Index(string(text), b), "%q %q", text, b)
					end := strings.IndexFunc(string(text), func(r rune) bool { return r < ' ' || r >= 0x80 })
					if end < 0 {
						end = size
					}
					require.Equal(t, end, core.PlainEnd(string(text), 0), "%q", text)
					require.Equal(t, end, core.PlainEnd(string(text), min(place, end)), "%q", text)
				}
			}
		}
	}
}
