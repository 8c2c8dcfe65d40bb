// Package core is the vocabulary that every stage of s3cors speaks: the
// configuration with its rules, patterns, paths, spans, diagnostics and fixes,
// and the HTTP requests and responses that the stages exchange.
//
// It depends on nothing of the project. The stages import it and, in the order of the
// data, each other: source → s3 → browser, meaning, format, suite.
//
//   - [s3cors/core/source] reads a configuration in any form, with the place of every value
//   - [s3cors/core/s3] says whether S3 takes it, and what S3 answers to a request
//   - [s3cors/core/browser] plays a page's call to its end
//   - [s3cors/core/meaning] compares configurations, finds what their authors do not mean, suggests changes
//   - [s3cors/core/format] writes a configuration for each tool, and edits texts
//   - [s3cors/core/suite] holds saved expectations
//
// No stage reads a file, sends anything, keeps state between calls or panics on any input. What is wrong with a text or
// a configuration is told as diagnostics, which are data; values of type error are not used for it.
//
// All offsets here are bytes of UTF-8. They become UTF-16 offsets at the
// boundary to JavaScript (package wasm) and nowhere else.
package core
