package main

import "s3cors/core"

// JavaScript counts offsets in UTF-16 code units, Go in bytes of UTF-8. In a text of ASCII alone both are the same, and
// nothing is stored.

const bytesPerMark = 64

// markUTF16 gives the offset in UTF-16 at every 64th byte of a text, or nil where that is the same as in bytes.
//
//go:noinline
func markUTF16(text string) []int32 {
	at := 0
	for at < len(text) && text[at] < 0x80 {
		at = core.PlainEnd(text, at+1)
	}
	if at == len(text) {
		return nil
	}
	marks := make([]int32, len(text)/bytesPerMark+1)
	units := 0
	for i := range marks {
		marks[i] = int32(units)
		units += countUnits(text[i*bytesPerMark : min((i+1)*bytesPerMark, len(text))])
	}
	if units == len(text) {
		return nil
	}
	return marks
}

// offset is the offset in UTF-16 of an offset in bytes.
//
//go:noinline
func (k *kept) offset(offset int) int {
	if k.marks != nil {
		text := k.document.Text
		offset = min(offset, len(text))
		mark := offset / bytesPerMark
		offset = int(k.marks[mark]) + countUnits(text[mark*bytesPerMark:offset])
	}
	return offset
}

// countUnits counts the code units that begin in a text: none with a continuation, two with the first of four bytes, one with
// any other. A lone surrogate, three bytes from 0xED on, is one unit.
//
//go:noinline
func countUnits(text string) (units int) {
	for i := range len(text) {
		if b := text[i]; b >= 0xF0 {
			units += 2
		} else if b&0xC0 != 0x80 {
			units++
		}
	}
	return units
}
