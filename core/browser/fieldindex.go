package browser

import "s3cors/core"

// fieldIndex finds the field of a name in a list that has each name once, in a time that does not grow with the list. It is a hash
// table with open addressing, at least half empty; each slot is a place in the list, counted from 1, or 0.
type fieldIndex struct{ slots []int32 }

// field is the list's field of a name, compared without regard to case; it is added without a value where there is none.
func (x *fieldIndex) field(list *core.HeaderList, name string) (field *core.HeaderField, there bool) {
	if 2*len(*list) >= len(x.slots) {
		x.slots = make([]int32, max(16, 2*len(x.slots)))
		for i := range *list {
			*x.slot(*list, (*list)[i].Name) = int32(i + 1)
		}
	}
	slot := x.slot(*list, name)
	if there = *slot != 0; !there {
		list.Add(name, "")
		*slot = int32(len(*list))
	}
	return &(*list)[*slot-1], there
}

// slot is that of a name, or the free one where it belongs.
func (x *fieldIndex) slot(list core.HeaderList, name string) *int32 {
	hash := uint32(2166136261) // FNV-1a of the letters in lower case
	for i := range len(name) {
		hash = (hash ^ uint32(name[i]|0x20)) * 16777619
	}
	for ; ; hash++ {
		slot := &x.slots[hash%uint32(len(x.slots))]
		if *slot == 0 || core.EqualFold(list[*slot-1].Name, name) {
			return slot
		}
	}
}

// identical says whether two lists have the same fields in the same order.
//
//go:noinline
func identical(a, b core.HeaderList) bool {
	same := len(a) == len(b)
	for i := 0; same && i < len(a); i++ {
		same = a[i].Name == b[i].Name && a[i].Value == b[i].Value
	}
	return same
}

// sameFields says whether two lists have the same names and, of each, the same values as header gives them.
func sameFields(a, b core.HeaderList) bool {
	if identical(a, b) {
		return true
	}
	var index fieldIndex
	a, b = joined(&index, a), joined(new(fieldIndex), b)
	count := len(a)
	for i := range b {
		if field, there := index.field(&a, b[i].Name); !there || field.Value != b[i].Value {
			return false
		}
	}
	return count == len(b)
}

// joined are the fields of a list with each name once (F #concept-header-list-get).
func joined(index *fieldIndex, list core.HeaderList) core.HeaderList {
	var fields core.HeaderList
	for i := range list {
		value := core.TrimSpace(list[i].Value)
		field, there := index.field(&fields, list[i].Name)
		if there {
			value = field.Value + ", " + value
		}
		field.Value = value
	}
	return fields
}
