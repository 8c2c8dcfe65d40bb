package core

// ComparedAtMost bounds the work on long values, in bytes: of longer ones the beginnings are compared. It is the number of bits in a word.
const ComparedAtMost = 64

// EditDistance is Levenshtein's distance between the first ComparedAtMost bytes of two
// texts, plus the difference of what is beyond.
//
//go:noinline
func EditDistance(a, b string) int {
	beyond := max(0, max(len(a), len(b))-max(ComparedAtMost, min(len(a), len(b))))
	a, b = a[:min(len(a), ComparedAtMost)], b[:min(len(b), ComparedAtMost)]
	if a == "" {
		return len(b) + beyond
	}
	var in Occurrences
	in.Take(a)
	return in.Distance(len(a), b) + beyond
}

// Occurrences has for each byte a bit for each place at which it stands in a text of ComparedAtMost bytes at most: with them a text is
// compared with many.
type Occurrences [256]uint64

// Take takes the text, which holds ComparedAtMost bytes at most.
//
//go:noinline
func (p *Occurrences) Take(text string) {
	for i := range len(text) {
		p[text[i]] |= 1 << i
	}
}

// Distance is Levenshtein's distance between the text that was taken, of that size and not empty, and another. A column of Levenshtein's table
// is held in two words: their bits say where it grows by one downwards, and where it falls (Myers, "A fast bit-vector
// algorithm for approximate string matching", 1999, in the form of Hyyrö, 2003).
//
//go:noinline
func (p *Occurrences) Distance(size int, text string) int {
	grows, falls, last := ^uint64(0), uint64(0), uint64(1)<<(size-1)
	for i := range len(text) {
		same := p[text[i]] | falls
		diagonal := (same&grows + grows) ^ grows | same
		right, left := falls|^(diagonal|grows), grows&diagonal
		if right&last != 0 {
			size++
		} else if left&last != 0 {
			size--
		}
		right = right<<1 | 1
		falls = right & diagonal
		grows = left<<1 | ^(right | diagonal)
	}
	return size
}
