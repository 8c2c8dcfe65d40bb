package main

import (
	"bytes"
	"encoding/binary"
)

// table is Go's table of functions, pclntab, as the linker writes it since Go 1.20
// (cmd/link/internal/ld/pcln.go; runtime/symtab.go, pcHeader and _func).
type table struct {
	names, units, files, counters, functions []byte
	count                                    int
}

// headerSize is that of pcHeader with 8-byte words.
const headerSize = 72

func findTable(memory []byte) (*table, error) {
	at := bytes.Index(memory, []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8})
	if at < 0 || at+headerSize > len(memory) {
		return nil, errLayout
	}
	all := memory[at:]
	word := func(i int) int { return int(binary.LittleEndian.Uint64(all[8+8*i:])) }
	count, names, units, files, counters, functions := word(0), word(3), word(4), word(5), word(6), word(7)
	if names != headerSize || names >= units || units >= files || files >= counters || counters >= functions ||
		functions+8*count > len(all) || count == 0 {
		return nil, errLayout
	}
	return &table{
		names: all[names:units], units: all[units:files], files: all[files:counters],
		counters: all[counters:functions], functions: all[functions:], count: count,
	}, nil
}

// dropNames blanks the names of functions and files. Of the runtime's functions the package stays, by which the runtime
// knows its own goroutines (runtime/traceback.go, isSystemGoroutine).
func (t *table) dropNames() {
	const kept = "runtime."
	for start := 0; start < len(t.names); {
		stop := start + bytes.IndexByte(t.names[start:], 0)
		if stop < start {
			break
		}
		name := t.names[start:stop]
		if bytes.HasPrefix(name, []byte(kept)) {
			name = name[len(kept):]
		}
		clear(name)
		start = stop + 1
	}
	clear(t.files)
}

// The members of _func that hold places in the table of counters, in bytes from its start.
const (
	pcspAt, pcfileAt, npcdataAt, startLineAt, funcSize = 16, 20, 28, 36, 44
)

// dropLines makes each function one without files and lines, and blanks the tables that nothing refers to any more. The
// tables of stack sizes and of pcdata stay.
func (t *table) dropLines() error {
	used := make([]bool, len(t.counters))
	for i := range t.count {
		at := int(binary.LittleEndian.Uint32(t.functions[8*i+4:]))
		if at+funcSize > len(t.functions) {
			return errLayout
		}
		function := t.functions[at:]
		clear(function[pcfileAt : pcfileAt+8])
		clear(function[startLineAt : startLineAt+4])
		if !mark(t.counters, used, binary.LittleEndian.Uint32(function[pcspAt:])) {
			return errLayout
		}
		for j := range int(binary.LittleEndian.Uint32(function[npcdataAt:])) {
			if funcSize+4*j+4 > len(function) || !mark(t.counters, used, binary.LittleEndian.Uint32(function[funcSize+4*j:])) {
				return errLayout
			}
		}
	}
	for i := range t.counters {
		if !used[i] {
			t.counters[i] = 0
		}
	}
	return nil
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
