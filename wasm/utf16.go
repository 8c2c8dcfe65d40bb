package main

// utf16Offsets turns offsets in bytes of UTF-8 into those of JavaScript, which counts UTF-16 code units. It
// is made once for a text. In a text of ASCII alone both are the same, and nothing is stored.
type utf16Offsets struct {
	text string
	// marks holds the offset in UTF-16 at every 64th byte.
	marks []int32
}

const bytesPerMark = 64

func newUTF16Offsets(text string) utf16Offsets {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return utf16Offsets{text: text, marks: markUTF16(text)}
		}
	}
	return utf16Offsets{}
}

func markUTF16(text string) []int32 {
	marks := make([]int32, 0, len(text)/bytesPerMark+1)
	units := 0
	for i := range len(text) {
		if i%bytesPerMark == 0 {
			marks = append(marks, int32(units))
		}
		units += utf16Units(text[i])
	}
	return marks
}

// at is the offset in UTF-16 of an offset in bytes.
func (o *utf16Offsets) at(offset int) int {
	if o.marks == nil {
		return offset
	}
	offset = min(offset, len(o.text))
	mark := min(offset/bytesPerMark, len(o.marks)-1)
	units := int(o.marks[mark])
	for i := mark * bytesPerMark; i < offset; i++ {
		units += utf16Units(o.text[i])
	}
	return units
}

// utf16Units is how many code units begin with a byte: none with a continuation, two with the first of four
// bytes, one with any other. A lone surrogate, three bytes from 0xED on, is one unit.
func utf16Units(b byte) int {
	switch {
	case b >= 0x80 && b < 0xC0:
		return 0
	case b >= 0xF0:
		return 2
	}
	return 1
}
