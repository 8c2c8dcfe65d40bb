package browser

import (
	"math/rand"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// Lists are compared as they would be with a search of the whole list for each name.
func TestListsAreComparedByNameAndValues(t *testing.T) {
	slow := func(a, b core.HeaderList) bool {
		for i := range a {
			here, _ := header(&a, a[i].Name)
			if there, has := header(&b, a[i].Name); !has || here != there {
				return false
			}
		}
		return true
	}
	random := rand.New(rand.NewSource(1))
	same := 0
	for range 20000 {
		a, b := randomFields(random), randomFields(random)
		require.Equal(t, slow(a, b) && slow(b, a), sameFields(a, b), "%v %v", a, b)
		require.True(t, sameFields(a, slices.Clone(a)))
		if sameFields(a, b) && !slices.Equal(a, b) {
			same++
		}
	}
	require.Greater(t, same, 100)
}

func randomFields(random *rand.Rand) core.HeaderList {
	var list core.HeaderList
	for range random.Intn(4) {
		list.Add([]string{"x-a", "X-A", "x-b", "x-c"}[random.Intn(4)], []string{"", "1", " 1", "1, "}[random.Intn(4)])
	}
	return list
}

// Settings of one name are one field, at the place of the first, however many other names there are and in whatever letters.
func TestSettingsOfOneNameAreOneField(t *testing.T) {
	const many = 1000
	call := &Call{Page: "https://a.example", URL: "https://b.example/", Via: XHR}
	for round := range 2 {
		for i := range many {
			name := "x-name-" + strconv.Itoa(i)
			if round == 1 {
				name = strings.ToUpper(name)
			}
			call.Headers.Add(name, strconv.Itoa(round))
		}
	}
	f := newRun(newPlay(call, &Server{}), standard)
	require.Equal(t, ok, f.prepare())
	require.Len(t, f.headers, many)
	for i := range f.headers {
		require.Equal(t, core.HeaderField{Name: "x-name-" + strconv.Itoa(i), Value: "0, 1"}, f.headers[i])
	}
}

func TestTextsAreSortedAndFound(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	for range 2000 {
		list := make([]string, random.Intn(12))
		for i := range list {
			list[i] = []string{"a", "b", "-", "b-c", "", "zz", "A", "é"}[random.Intn(8)]
		}
		expected := slices.Sorted(slices.Values(list))
		before := slices.Clone(list)
		ordered := sorted(list)
		require.Equal(t, before, list, "the list itself stays as it is")
		require.True(t, slices.Equal(expected, ordered))
		require.True(t, slices.Equal(slices.Compact(slices.Clone(expected)), once(ordered)))
		for _, text := range []string{"a", "b", "-", "b-c", "", "zz", "A", "é", "x"} {
			require.Equal(t, slices.Contains(list, text), holds(ordered, text))
		}
	}
}
