package yaml

import (
	"strconv"
	"strings"
	"testing"
)

// BenchmarkDoubling shows that the work is linear: the bytes per second stay the same while the text grows.
func BenchmarkDoubling(b *testing.B) {
	for _, shape := range []struct{ name, text string }{
		{"template", template},
		{"dashes", "- "},
		{"entries", "- a\n"},
		{"members", "a: b\n"},
		{"deep lines", strings.Repeat(" ", 40) + "a:\n"},
		{"plain lines", "word word\n"},
		{"prose", "The rule is this: take it.\n\n"},
		{"double quotes", "\"a\n"},
		{"single quotes", "''' "},
		{"brackets", "[a, {b: c}, "},
		{"closing brackets", "}]"},
		{"stars", "- *\n"},
		{"anchors", "- &a b\n- *a\n"},
		{"unknown aliases", "- &a b\n- *c\n"},
		{"merge keys", "- &a {b: c}\n- {<<: *a, d: e}\n"},
		{"tags", "!a "},
		{"block", "a: |\n  b\n\n\n"},
		{"blank lines", "\n \n"},
		{"documents", "---\na\n"},
		{"question marks", "? a\n"},
		{"colons", ": "},
		{"tabs", "\ta:\n"},
		{"variables", "[${a "},
		{"keys in brackets", "[a\nb: "},
	} {
		for _, size := range []int{1 << 18, 1 << 19, 1 << 20} {
			text := strings.Repeat(shape.text, size/len(shape.text))
			b.Run(shape.name+"/"+strconv.Itoa(size>>10)+"KB", func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					Parse(text)
				}
			})
		}
	}
}
