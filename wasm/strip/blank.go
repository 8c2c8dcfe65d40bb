package main

import (
	"bytes"
	"encoding/binary"
)

// runtimePackage is all that stays of names. By it the runtime knows its own goroutines (runtime/traceback.go,
// isSystemGoroutine).
const (
	runtimePackage   = "runtime."
	runtimePackageAt = 1
)

// blank takes out the names of functions and files, and the tables of counters that tell of files, lines and what else only traces
// tell. The functions forget where they were.
func (t *table) blank() error {
	records, err := t.records()
	if err != nil {
		return err
	}
	names, counters := t.names.of(t.memory), t.counters.of(t.memory)
	used := make([]bool, len(counters))
	for _, record := range records {
		name := uint32(0)
		if bytes.HasPrefix(names[number(record, nameAt):], []byte(runtimePackage)) {
			name = runtimePackageAt
		}
		forget(record, name)
		for at := pcspAt; at < len(record); at += 4 {
			if at != pcspAt && at < funcSize {
				continue
			}
			if !mark(counters, used, number(record, at)) {
				return errLayout
			}
		}
	}
	for _, p := range []part{t.names, t.units, t.files} {
		clear(p.of(t.memory))
	}
	copy(names[runtimePackageAt:], runtimePackage)
	for i := range counters {
		if !used[i] {
			counters[i] = 0
		}
	}
	return nil
}

// forget leaves a function with another name, without files and lines, and with those tables of pcdata alone that are read. A place
// of 0 is that of no table.
func forget(record []byte, name uint32) {
	binary.LittleEndian.PutUint32(record[nameAt:], name)
	binary.LittleEndian.PutUint32(record[pcfileAt:], 0)
	binary.LittleEndian.PutUint32(record[pclnAt:], 0)
	for at := funcSize; at < len(record); at += 4 {
		if i := (at - funcSize) / 4; i != stackMapIndex && i != inlineTreeIndex {
			binary.LittleEndian.PutUint32(record[at:], 0)
		}
	}
}

// mark follows a table of counters to its end: pairs of a change of the value and a change of the counter, until a change
// of the value is 0 that is not the first (runtime/symtab.go, step).
func mark(counters []byte, used []bool, offset uint32) bool {
	if offset == 0 {
		return true
	}
	at := int(offset)
	for first := true; ; first = false {
		_, n := binary.Uvarint(counters[min(at, len(counters)):])
		if n <= 0 {
			return false
		}
		done := !first && counters[at] == 0
		for ; n > 0; n-- {
			used[at] = true
			at++
		}
		if done {
			return true
		}
		_, n = binary.Uvarint(counters[at:])
		if n <= 0 {
			return false
		}
		for ; n > 0; n-- {
			used[at] = true
			at++
		}
	}
}
