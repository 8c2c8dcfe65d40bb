package source

import "s3cors/core"

// storage holds the small values of a configuration, many in one allocation.
type storage struct {
	texts      []string
	itemPlaces []core.Place
	ids        []string
	seconds    []int64
}

// take gives an empty slice with room for that many values, cut from the rest of a larger one.
func take[T any](from *[]T, count int) []T {
	const atOnce = 128
	if count > len(*from) {
		*from = make([]T, max(count, atOnce))
	}
	taken := (*from)[:0:count]
	*from = (*from)[count:]
	return taken
}

// takeOne gives a pointer to a copy of the value.
func takeOne[T any](from *[]T, value T) *T {
	taken := append(take(from, 1), value)
	return &taken[0]
}
