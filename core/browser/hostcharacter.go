package browser

import (
	"unicode/utf8"

	"s3cors/core"
)

// What becomes of a character in a host (UTS 46, section 5). Of mark on, a kind is a combining mark's: mark itself is one that stays
// where it is, and the others are ordered by their combining class.
const (
	kept = iota
	dropped
	rightToLeft
	// alternating is a run of capital and small letters by turns, capital first.
	alternating
	shifted
	mark
	unknown = -1
)

// characterRun is a run of characters that share what becomes of them.
type characterRun struct {
	first, last rune
	kind        int
	// add leads to the character that is meant.
	add rune
}

type characters []characterRun

// knownCharacters reads characterRuns: of each run how many characters lie before it, the kind, what is to be added, and how many
// more than one it has.
func knownCharacters() characters {
	const runs = 1700
	known := make(characters, 0, runs)
	next := rune(utf8.RuneSelf)
	for text := characterRuns; text != ""; {
		var r characterRun
		r.first = next + rune(number(&text))
		if r.kind = number(&text); r.kind == shifted {
			r.add = signed(&text)
		}
		r.last = r.first + rune(number(&text))
		next = r.last + 1
		known = append(known, r)
	}
	return known
}

// number takes a number off a table: five bits a character, the least first, and a character from @ on is not the last.
//
//go:noinline
func number(text *string) int {
	value := 0
	for bits, i := 0, 0; ; bits += 5 {
		digit := int((*text)[i] - ' ')
		i++
		value |= digit & 31 << bits
		if digit < 32 {
			*text = (*text)[i:]
			return value
		}
	}
}

// signed takes a number that may be negative: these are the odd ones.
func signed(text *string) rune {
	value := rune(number(text))
	if value&1 != 0 {
		return -(value + 1) / 2
	}
	return value / 2
}

// find is what becomes of a character. Of ASCII, capital letters alone change.
func (known characters) find(r rune) (kind int, add rune) {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			return shifted, 'a' - 'A'
		}
		return kept, 0
	}
	low, high := 0, len(known)
	for low < high {
		if middle := (low + high) / 2; known[middle].last < r {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == len(known) || known[low].first > r {
		return unknown, 0
	}
	found := &known[low]
	if found.kind != alternating {
		return found.kind, found.add
	}
	return kept, 1 - (r-found.first)&1
}

// rank is the place of a mark's combining class in their order; 0 for all that stays where it is.
func (known characters) rank(r rune) int {
	kind, _ := known.find(r)
	return max(kind-mark, 0)
}

// spellings are the letters of living scripts that are spelled out: each with what stands for it.
const spellings = "İi\u0307 Ĳij ĳij ŀl· Ŀl· ŉʼn Ǆdž ǅdž ǆdž Ǉlj ǈlj ǉlj Ǌnj ǋnj ǌnj Ǳdz ǲdz ǳdz ևեւ ำ\u0e4dา ຳ\u0ecdາ"

// spelled is what stands for a letter; nil where it is not one of these.
func spelled(r rune) []rune {
	before := ' '
	for i, letter := range spellings {
		if letter == r && before == ' ' {
			text, _, _ := core.Cut(spellings[i+utf8.RuneLen(r):], ' ')
			return []rune(text)
		}
		before = letter
	}
	return nil
}
