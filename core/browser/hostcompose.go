package browser

// composition is a character that stands for two.
type composition struct{ whole, base, mark rune }

// readCompositions reads composedCharacters: of each how far its character is from the one before, how far its base is from the
// base before, and its mark, from U+0300 on.
func readCompositions() []composition {
	const count = 550
	list := make([]composition, 0, count)
	var last composition
	for text := composedCharacters; text != ""; {
		last.whole += rune(number(&text))
		last.base += signed(&text)
		last.mark = 0x300 + rune(number(&text))
		list = append(list, last)
	}
	return list
}

// composes says whether a character may become one with that before it, or change places with it.
func composes(r rune, kind int) bool { return kind >= mark || r >= firstVowel && r <= lastFinal }

// compose is the Normalization Form C of characters that are all known (Unicode Standard Annex 15; The Unicode Standard, section
// 3.11).
func (known characters) compose(runes []rune) []rune {
	list := readCompositions()
	var parts []rune
	for _, r := range runes {
		parts = known.decompose(list, parts, r)
	}
	composed := parts[:0]
	starter, before := -1, -1
	for _, r := range parts {
		rank := known.rank(r)
		if starter >= 0 && before < rank {
			if whole := together(list, composed[starter], r); whole != 0 {
				composed[starter] = whole
				continue
			}
		}
		before = rank
		if rank == 0 {
			starter, before = len(composed), -1
		}
		composed = append(composed, r)
	}
	return composed
}

// decompose appends the parts of a character, with marks in the order of their classes.
func (known characters) decompose(list []composition, parts []rune, r rune) []rune {
	for i := range list {
		if list[i].whole == r {
			parts = known.decompose(list, parts, list[i].base)
			r = list[i].mark
			break
		}
	}
	parts = append(parts, r)
	rank := known.rank(r)
	for i := len(parts) - 1; rank > 0 && i > 0 && known.rank(parts[i-1]) > rank; i-- {
		parts[i-1], parts[i] = r, parts[i-1]
	}
	return parts
}

// The letters of Hangul syllables, and the syllables (The Unicode Standard, section 3.12).
const (
	firstInitial, initials = 0x1100, 19
	firstVowel, vowels     = 0x1161, 21
	lastFinal, finals      = 0x11C2, 28 // with none
	firstSyllable          = 0xAC00
	noFinal                = lastFinal + 1 - finals
)

// together is the character that stands for two; 0 where there is none. Syllables are not taken apart before: nothing but a final
// joins them.
func together(list []composition, base, mark rune) rune {
	initial, vowel, final, syllable := base-firstInitial, mark-firstVowel, mark-noFinal, base-firstSyllable
	switch {
	case initial >= 0 && initial < initials && vowel >= 0 && vowel < vowels:
		return firstSyllable + (initial*vowels+vowel)*finals
	case syllable >= 0 && syllable < initials*vowels*finals && syllable%finals == 0 && final > 0 && final < finals:
		return base + final
	}
	for i := range list {
		if list[i].base == base && list[i].mark == mark {
			return list[i].whole
		}
	}
	return 0
}
