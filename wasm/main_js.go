//go:build js && wasm

package main

import "unsafe"

// What JavaScript reads and writes is reachable from here, so that it stays. Go does not move what it has allocated.
var (
	received []byte
	answer   encoder
)

// input gives JavaScript room to write a payload of that many bytes.
//
//go:wasmexport input
func input(size int32) unsafe.Pointer {
	received = make([]byte, size)
	return unsafe.Pointer(unsafe.SliceData(received))
}

// serveCall answers the first size bytes of the payload and gives the length of the answer. The payload is not copied:
// the texts in it stay what they are, since the next one has a room of its own.
//
//go:wasmexport call
func serveCall(operation, size int32) int32 {
	text := received[:size]
	serve(int(operation), unsafe.String(unsafe.SliceData(text), len(text)), &answer)
	return int32(len(answer.out))
}

// output says where the last answer is.
//
//go:wasmexport output
func output() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(answer.out)) }

// main has nothing to do but to stay: the exports may be called while it is parked.
func main() { select {} }
