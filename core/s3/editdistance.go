package s3

// comparedAtMost bounds the work on long values: of longer ones the beginnings are compared. It is the number of bits in a word.
const comparedAtMost = 64

// editDistance is Levenshtein's distance between the first comparedAtMost bytes of two
// texts, plus the difference of what is beyond.
//
//go:noinline
func editDistance(a, b string) int {
	beyond := max(0, max(len(a), len(b))-max(comparedAtMost, min(len(a), len(b))))
	a, b = a[:min(len(a), comparedAtMost)], b[:min(len(b), comparedAtMost)]
	if a == "" {
		return len(b) + beyond
	}
	var places places
	places.take(a)
	return places.distance(len(a), b) + beyond
}

// places has for each byte a bit for each place at which it stands in a text of comparedAtMost bytes at most.
type places [256]uint64

//go:noinline
func (p *places) take(text string) {
	for i := range len(text) {
		p[text[i]] |= 1 << i
	}
}

// distance is Levenshtein's distance between the text of the places, of that size, and another. A column of Levenshtein's table
// is held in two words: their bits say where it grows by one downwards, and where it falls (Myers, "A fast bit-vector
// algorithm for approximate string matching", 1999, in the form of Hyyrö, 2003).
//
//go:noinline
func (p *places) distance(size int, text string) int {
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
