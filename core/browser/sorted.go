package browser

// sorted gives the texts of a list in the order of their bytes, "-" before digits and letters (a merge sort).
func sorted(list []string) []string {
	if len(list) < 2 {
		return list
	}
	half := len(list) / 2
	left, right := sorted(list[:half]), sorted(list[half:])
	merged := make([]string, 0, len(list))
	for len(left) > 0 && len(right) > 0 {
		if right[0] < left[0] {
			left, right = right, left
		}
		merged = appendText(merged, left[0])
		left = left[1:]
	}
	return append(append(merged, left...), right...)
}

// once takes the repetitions out of a sorted list.
//
//go:noinline
func once(list []string) []string {
	var kept []string
	for i, text := range list {
		if i == 0 || text != list[i-1] {
			kept = appendText(kept, text)
		}
	}
	return kept
}

// holds says whether a sorted list has a text.
//
//go:noinline
func holds(sorted []string, text string) bool {
	for len(sorted) > 0 {
		half := len(sorted) / 2
		switch {
		case sorted[half] == text:
			return true
		case sorted[half] < text:
			sorted = sorted[half+1:]
		default:
			sorted = sorted[:half]
		}
	}
	return false
}
