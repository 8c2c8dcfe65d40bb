// Command wasm is Go's side of the boundary to JavaScript: the list of calls, and the form in which
// arguments and results cross. web/s3cors.js is the other side.
//
// # Crossing
//
// The module exports three functions. input(size) gives a buffer of at least size bytes, into which
// JavaScript writes a payload as UTF-8. call(operation, size) answers it and gives the length of the
// answer; output() tells where the answer is. Payload and answer are JSON as JSON.stringify writes it. A
// lone surrogate crosses as \udXXX in both directions, so that no text is changed on the way.
//
// # Operations
//
//	0     describe: the version, and the names of the calls in their order
//	1     keep: [slot, "source", source] reads a source and keeps it, in place of what the slot held; the
//	      name is that of the argument, for the message if it is misused
//	2...  the calls, in the order of the description; the payload is the list of arguments
//
// JavaScript decides which slot a source goes to and which is given up. In a call, a source is
// {"slot": n}, or null for a bucket without a configuration. A kept source is read once, and compiled,
// validated and so on once, when a call first needs it. So a call with a source that was seen before costs no
// second reading and no copy.
//
// # Answers
//
//	{"result": ...}                            as web/s3cors.d.ts gives it
//	{"result": ..., "configuration": ...}      the same, with what the fixes in it refer to
//	{"misuse": "request must be an object"}    an argument has the wrong JavaScript type
//	{"panic": "index out of range"}            a defect of s3cors; the next call works
//
// # Fixes
//
// A fix holds the whole configuration that it leads to. 100 of them for 100 rules would be megabytes, so
// its configuration crosses as a list of what it is made of: [from, to] is a run of rules of the source's own
// configuration, by index and without the last; an object is a rule written out. The loader puts them together. The
// source's configuration is that of the result or, where the result has none, the one beside it.
//
// # Natively
//
// Built for any other target the command reads calls from standard input, one a line, as
// {"call": "parse", "arguments": ["..."]}, and writes each answer as a line, with the fixes in full. A result is then
// the same bytes that JSON.stringify writes of what the JavaScript API returns.
package main
