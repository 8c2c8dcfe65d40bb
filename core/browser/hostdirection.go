package browser

import "unicode/utf8"

// The zeros of the two rows of digits of the Arabic script. Those of the second are written as European digits are.
const arabicZero, persianZero = 0x0660, 0x06F0

func isDigit(r, zero rune) bool { return r >= zero && r <= zero+9 }

// keepsDirection is the Bidi Rule (RFC 5893, section 2) for a label beside which, or in which, there is one that is written from
// right to left. Labels with other characters than letters, marks, digits and hyphens, and labels of other scripts beside those,
// it does not know.
func (n *name) keepsDirection(label []rune) bool {
	if len(label) == 0 {
		return true
	}
	kind, _ := n.known.find(label[0])
	right, last := kind == rightToLeft, rune(0)
	european, arabic := false, false
	for _, r := range label {
		kind, _ = n.known.find(r)
		switch {
		case kind >= mark:
			// Marks of the scripts that are written from right to left have no direction; some of others have.
			if !right || r < 0x0591 || r > 0x08FF {
				return false
			}
			continue
		case isDigit(r, arabicZero):
			arabic = true
		case isDigit(r, '0'), isDigit(r, persianZero):
			european = true
		case r >= utf8.RuneSelf:
			if kind != rightToLeft {
				return false
			}
		case r != '-' && (right || r < 'a' || r > 'z'):
			return false
		}
		if r >= utf8.RuneSelf && !right {
			return false
		}
		last = r
	}
	return last != '-' && !(arabic && european) && (right || label[0] >= 'a')
}
