package browser

import "s3cors/core"

// indexOf is the place of a word in a list of words that are parted by blanks; -1 where it has none.
//
//go:noinline
func indexOf(list, word string) int {
	place, start := 0, 0
	for end := 0; end <= len(list); end++ {
		if end < len(list) && list[end] != ' ' {
			continue
		}
		if list[start:end] == word {
			return place
		}
		place, start = place+1, end+1
	}
	return -1
}

// item is the word at a place of such a list.
func item(list string, place int) string {
	for ; place > 0; place-- {
		_, list, _ = core.Cut(list, ' ')
	}
	word, _, _ := core.Cut(list, ' ')
	return word
}

//go:noinline
func listed(list, word string) bool { return indexOf(list, word) >= 0 }

// appendIf appends a text where a condition holds.
//
//go:noinline
func appendIf(list []string, holds bool, text string) []string {
	if holds {
		list = appendText(list, text)
	}
	return list
}

//go:noinline
func appendText(list []string, text string) []string { return append(list, text) }

// builder collects bytes. Its small methods keep each use of append from being written out.
type builder struct{ bytes []byte }

//go:noinline
func (b *builder) text(text string) { b.bytes = append(b.bytes, text...) }

//go:noinline
func (b *builder) byte(c byte) { b.bytes = append(b.bytes, c) }

//go:noinline
func contains(list []string, text string) bool {
	for _, item := range list {
		if item == text {
			return true
		}
	}
	return false
}

// header joins the values of all fields of that name with ", " (F #concept-header-list-get); white space
// around a value is no part of it (RFC 9110, section 5.5).
//
//go:noinline
func header(headers *core.HeaderList, name string) (value string, present bool) {
	for i := range *headers {
		field := &(*headers)[i]
		if !core.EqualFold(field.Name, name) {
			continue
		}
		trimmed := core.TrimSpace(field.Value)
		if present {
			trimmed = value + ", " + trimmed
		}
		value, present = trimmed, true
	}
	return value, present
}

// parseNumber reads decimal digits; -1 where the text is none, or has more digits than are counted with.
//
//go:noinline
func parseNumber(text string) int64 {
	const maxDigits = 18
	if text == "" || len(text) > maxDigits {
		return -1
	}
	number := int64(0)
	for i := range len(text) {
		digit := text[i] - '0'
		if digit > 9 {
			return -1
		}
		number = number*10 + int64(digit)
	}
	return number
}
