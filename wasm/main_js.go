//go:build js && wasm

package main

import "unsafe"

// The buffers are reachable from here, so that they stay while JavaScript reads and writes them. Go does not move
// what it has allocated.
var (
	payload []byte
	answers encoder
)

// keptAtMost is how large a buffer may be, in bytes, to be kept for the next call.
const keptAtMost = 1 << 20

// input gives JavaScript room to write a payload of that many bytes.
//
//go:wasmexport input
func input(size int32) unsafe.Pointer {
	if int(size) > cap(payload) || cap(payload) > keptAtMost {
		payload = make([]byte, size)
	}
	payload = payload[:size]
	return unsafe.Pointer(unsafe.SliceData(payload))
}

// serveCall answers the first size bytes of the payload and gives the length of the answer.
//
//go:wasmexport call
func serveCall(operation, size int32) int32 {
	if cap(answers.out) > keptAtMost {
		answers.out = nil
	}
	answers = encoder{out: answers.out[:0]}
	serve(int(operation), string(payload[:size]), &answers)
	return int32(len(answers.out))
}

// output says where the last answer is.
//
//go:wasmexport output
func output() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(answers.out)) }

// main has nothing to do but to stay: the exports may be called while it is parked.
func main() { select {} }
