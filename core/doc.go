// Package core is the vocabulary that every stage of s3cors speaks: the
// configuration with its rules, patterns, paths, spans, diagnostics and fixes,
// and the HTTP requests and responses that the stages exchange.
//
// It depends on nothing of the project. The stages import it and, in the order of the
// data, each other: source → s3 → browser, meaning, format, suite.
//
// All offsets here are bytes of UTF-8. They become UTF-16 offsets at the
// boundary to JavaScript (package wasm) and nowhere else.
package core
