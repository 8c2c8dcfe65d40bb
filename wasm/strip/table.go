package main

import (
	"bytes"
	"encoding/binary"
)

// table is Go's table of functions, pclntab, as the linker writes it since Go 1.20 and, for wasm, since 1.26
// (cmd/link/internal/ld/pcln.go; runtime/symtab.go, pcHeader and moduledata). Its parts are places in memory.
type table struct {
	memory                                   []byte
	names, units, files, counters, functions part
	// buckets are those of findfunc, in the order of the program: for each function as many as there are in 65,536 places of a program, of
	// which each has one (runtime/symtab.go, findfuncbucket).
	buckets part
	count   int
}

type part struct{ start, stop int }

func (p part) of(memory []byte) []byte { return memory[p.start:p.stop] }

// headerSize is that of pcHeader with 8-byte words.
const headerSize = 72

// funcdataWord is the word of moduledata that tells where the tables of funcdata begin, behind those of functions.
const funcdataWord = 40

// bucketsWord is the word that tells where the buckets begin. Each is of bucketSize bytes and serves bucketPlaces places (internal/abi,
// FuncTabBucketSize).
const bucketsWord, bucketSize, bucketPlaces = 19, 20, 4096

func findTable(memory []byte) (*table, error) {
	at := bytes.Index(memory, []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8})
	if at < 0 || at+headerSize > len(memory) {
		return nil, errLayout
	}
	header := words(memory[at:])
	count, names, units, files, counters, functions := header(1), header(4), header(5), header(6), header(7), header(8)
	if names != headerSize || names >= units || units >= files || files >= counters || counters >= functions || count == 0 ||
		functions+8*count > len(memory)-at {
		return nil, errLayout
	}
	t := &table{memory: memory, count: count}
	t.names, t.units, t.files = part{at + names, at + units}, part{at + units, at + files}, part{at + files, at + counters}
	t.counters = part{at + counters, at + functions}
	module := bytes.Index(memory, binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, uint64(at)), uint64(t.names.start)))
	if module < 0 || module+8*(funcdataWord+1) > len(memory) {
		return nil, errLayout
	}
	t.functions = part{at + functions, words(memory[module:])(funcdataWord)}
	if t.functions.stop < t.functions.start+8*count+4 || t.functions.stop > len(memory) {
		return nil, errLayout
	}
	buckets := words(memory[module:])(bucketsWord)
	t.buckets = part{buckets, buckets + count*(1<<16/bucketPlaces)*bucketSize}
	if t.buckets.start < t.functions.start || t.buckets.stop > len(memory) {
		return nil, errLayout
	}
	return t, nil
}

func words(memory []byte) func(i int) int {
	return func(i int) int { return int(int64(binary.LittleEndian.Uint64(memory[8*i:]))) }
}

// The members of _func, in bytes from its start (runtime/runtime2.go). The places of tables of pcdata and of funcdata follow it.
const (
	nameAt, pcspAt, pcfileAt, pclnAt, npcdataAt, nfuncdataAt, funcSize = 4, 16, 20, 24, 28, 43, 44
)

// The tables of pcdata that the runtime reads when it collects garbage and unwinds a panic. The others (internal/abi, symtab.go) tell
// of safe points of preemption by signals, which wasm has not, and of arguments in traces.
const stackMapIndex, inlineTreeIndex = 1, 2

// records gives the _func of each function, to be changed in place.
func (t *table) records() ([][]byte, error) {
	records := make([][]byte, t.count)
	all := t.functions.of(t.memory)
	for i := range records {
		at := int(binary.LittleEndian.Uint32(all[8*i+4:]))
		if at+funcSize > len(all) {
			return nil, errLayout
		}
		record := all[at:]
		npcdata, nfuncdata := int(number(record, npcdataAt)), int(record[nfuncdataAt])
		if int(number(record, nameAt)) >= t.names.stop-t.names.start || npcdata > 16 || funcSize+4*npcdata+4*nfuncdata > len(record) {
			return nil, errLayout
		}
		records[i] = record[:funcSize+4*npcdata]
	}
	return records, nil
}

func number(record []byte, at int) uint32 { return binary.LittleEndian.Uint32(record[at:]) }
