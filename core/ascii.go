package core

// The texts of this field are ASCII where letter case and white space count: header names (RFC 9110, section 5.1),
// methods, schemes and hosts in their serialised form. These small functions are kept from being inlined and do
// without Unicode's tables, which would be a tenth of the module.

// Lower turns the ASCII letters of a text into lower case.
//
//go:noinline
func Lower(text string) string { return turn(text, 'A') }

// Upper turns the ASCII letters of a text into upper case.
//
//go:noinline
func Upper(text string) string { return turn(text, 'a') }

// turn changes the case of each letter of the 26 from first on.
func turn(text string, first byte) string {
	var turned []byte
	for i := range len(text) {
		if text[i]-first >= 26 {
			continue
		}
		if turned == nil {
			turned = []byte(text)
		}
		turned[i] ^= 'a' ^ 'A'
	}
	if turned == nil {
		return text
	}
	return string(turned)
}

// EqualFold says whether two texts are the same but for the letter case of ASCII letters.
//
//go:noinline
func EqualFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if lowerByte(a[i]) != lowerByte(b[i]) {
			return false
		}
	}
	return true
}

func lowerByte(b byte) byte {
	if b-'A' < 26 {
		return b + 'a' - 'A'
	}
	return b
}

// TrimSpace takes blanks, tabs and line ends off both ends.
//
//go:noinline
func TrimSpace(text string) string {
	start, end := 0, len(text)
	for start < end && isSpace[text[start]] {
		start++
	}
	for end > start && isSpace[text[end-1]] {
		end--
	}
	return text[start:end]
}

var isSpace = [256]bool{' ': true, '\t': true, '\r': true, '\n': true}

// Trim takes the bytes of a set off both ends.
//
//go:noinline
func Trim(text, set string) string {
	for len(text) > 0 && Index(set, text[0]) >= 0 {
		text = text[1:]
	}
	for len(text) > 0 && Index(set, text[len(text)-1]) >= 0 {
		text = text[:len(text)-1]
	}
	return text
}

// ones has a 1 in each byte. Long texts are gone through by words of eight bytes, which the compiler loads at once.
const ones = 0x0101010101010101

// PlainEnd is where the run of ASCII without control characters ends that begins at a place.
//
//go:noinline
func PlainEnd(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		e := text[i : i+8]
		word := uint64(e[0]) | uint64(e[1])<<8 | uint64(e[2])<<16 | uint64(e[3])<<24 |
			uint64(e[4])<<32 | uint64(e[5])<<40 | uint64(e[6])<<48 | uint64(e[7])<<56
		if (word|(word-ones*' '))&(ones<<7) != 0 {
			break
		}
	}
	for i < len(text) && text[i]-' ' < 0x80-' ' {
		i++
	}
	return i
}

// Index is the index of the first such byte, or -1.
//
//go:noinline
func Index(text string, b byte) int {
	i := 0
	for pattern := uint64(b) * ones; i+8 <= len(text); i += 8 {
		e := text[i : i+8]
		word := uint64(e[0]) | uint64(e[1])<<8 | uint64(e[2])<<16 | uint64(e[3])<<24 |
			uint64(e[4])<<32 | uint64(e[5])<<40 | uint64(e[6])<<48 | uint64(e[7])<<56
		// The byte that is looked for becomes 0. The first byte whose high bit this sets is one.
		if word ^= pattern; (word-ones)&^word&(ones<<7) != 0 {
			break
		}
	}
	for ; i < len(text); i++ {
		if text[i] == b {
			return i
		}
	}
	return -1
}

// LastIndex is the index of the last such byte, or -1.
//
//go:noinline
func LastIndex(text string, b byte) int {
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == b {
			return i
		}
	}
	return -1
}

// Count counts a byte.
//
//go:noinline
func Count(text string, b byte) int {
	count := 0
	for i := range len(text) {
		if text[i] == b {
			count++
		}
	}
	return count
}

// Cut parts a text around the first such byte.
//
//go:noinline
func Cut(text string, b byte) (before, after string, found bool) {
	if i := Index(text, b); i >= 0 {
		return text[:i], text[i+1:], true
	}
	return text, "", false
}

// HasPrefix says whether a text begins with another.
//
//go:noinline
func HasPrefix(text, prefix string) bool {
	return len(text) >= len(prefix) && text[:len(prefix)] == prefix
}

// HasSuffix says whether a text ends with another.
//
//go:noinline
func HasSuffix(text, suffix string) bool {
	return len(text) >= len(suffix) && text[len(text)-len(suffix):] == suffix
}

// Join writes the texts of a list with a text between them.
//
//go:noinline
func Join(list []string, between string) string {
	if len(list) == 1 {
		return list[0]
	}
	size := 0
	for _, text := range list {
		size += len(between) + len(text)
	}
	joined := make([]byte, 0, size)
	for i, text := range list {
		if i > 0 {
			joined = append(joined, between...)
		}
		joined = append(joined, text...)
	}
	return string(joined)
}

// IndexText is the index where a text first stands in another, or -1.
//
//go:noinline
func IndexText(text, part string) int {
	// The last byte is looked at before the others: in markup the first stands everywhere.
	first, last := part[0], part[len(part)-1]
	for i, j := 0, len(part)-1; j < len(text); i, j = i+1, j+1 {
		if text[j] == last && text[i] == first && text[i:j+1] == part {
			return i
		}
	}
	return -1
}
