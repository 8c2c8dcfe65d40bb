// Command wasm is Go's side of the boundary to JavaScript: the list of calls, and the form in which
// arguments and results cross. web/loader/ is the other side.
//
// # Crossing
//
// The module exports three functions. input(size) gives a buffer of size bytes, into which JavaScript writes a payload.
// call(operation, size) answers it and gives the length of the answer; output() tells where the answer is, until the
// next call.
//
// # Operations
//
//	0     describe: the version, and the names of the calls in their order
//	1     keep: reads a source and keeps it, in place of what the slot held
//	2...  the calls, in the order of the description
//
// JavaScript decides which slot a source goes to and which is given up. A kept source is read once, and compiled,
// validated and so on once, when a call first needs it. So a call with a source that was seen before costs no
// second reading and no copy.
//
// # Payloads
//
// The loader has checked the arguments, and thrown a TypeError for each of the wrong type. What crosses has one fixed form:
// numbers and texts, one behind the other and without names. A number is its decimal digits and a semicolon; a text is its
// length in bytes as a number, and its bytes. A semicolon alone is what is absent. Texts are UTF-8, a lone surrogate three
// bytes (WTF-8), so that no text is changed on the way.
//
//	keep             slot, 0, and the JSON of the value to the end; or slot, 1, choice, and the text to the end
//	choice           index of the configuration; how many values are given, and for each its text name, how many texts it
//	                 has, and these
//	parse, validate,
//	toXML            slot
//	convert          slot, texts of format, bucket, endpoint, owner and checksum algorithm
//	compare          slots of before and after
//	suggest          slot, preflight
//	edit             slots of source and after
//	infer            nothing (absent), how many calls, and for each the fetch call, how many headers script reads, and these
//	test             slot (absent: a bucket without a configuration), how many cases, and these
//	readFix          slot, the place of the fix, 1 if the loader has the source's configuration or 0
//	simulate...      slot (absent: a bucket without a configuration), target, request
//	simulateMany     slot, target, how many preflights, and these
//	simulateFetch    slot (absent: a bucket without a configuration, or responses that are given), fetch call, redirects,
//	                 and 1 with a target, or 0 with two responses: to the preflight, and to the actual request
//	answerPut        1 if the bucket is missing or 0, 1 for IBM COS or 0, text of the owner, headers, digests of the body in
//	                 the form of headers, text of the body
//
//	target           1 if the bucket is missing or 0, text of the resource, status, headers
//	preflight        texts of origin, method and headers, each of which may be absent
//	request          texts of method and url, headers, text of the body
//	response         status (absent: there is no such response), headers, text of the body
//	fetch call       texts of page, url, via, method (may be absent), headers, texts of credentials, mode, kind of body, type of a
//	                 Blob and crossorigin (may be absent), 1 for an upload listener or 0; a text that is empty is the default
//	case             text of the name, target, 0 with a preflight, 1 with a request or 2 with a fetch call, and what is expected:
//	                 allowed, 1 if no rule is to match or 0, rule, status, texts of code, message, method and resource type, headers,
//	                 texts of outcome and reason, how many readable headers, and these; each may be absent
//	redirects        how many, and for each status, text of the location, headers, response to the preflight
//	headers          how many, and the texts of a name and a value for each
//
// # Answers
//
// Answers are JSON. A lone surrogate is written as \udXXX.
//
//	{"result": ...}                            as web/s3cors.d.ts gives it
//	{"result": ..., "configuration": ...}      the same, with what the fixes in it refer to
//	{"panic": "index out of range"}            a defect of s3cors; the next call works
//
// # Fixes
//
// A fix holds the whole configuration that it leads to, and the edits of the text that make it. 100 of them for 100 rules would be
// megabytes, and hardly any is ever looked at. So a fix of a diagnostic that reading or validating a source tells of crosses as
//
//	{"title": ..., "place": "1;7;0;", "edits": true}
//
// The place is the number of the list of diagnostics (kept.go), the index in it, and that of the fix. edits is there if the fix is
// taken to have some, which is found out without making them and reading them back: a few of odd texts turn out to have none. The loader gives the fix accessors in the place of the members that have not crossed.
// The first that is read calls readFix, which answers {"configuration": ..., "edits": ...}, and both become data. If the source was
// given up by then, or is gone with the instance, it is kept again first: reading and validating it anew tells the same.
//
// The fixes that are made for one call, which are those of suggest and convert, cross whole: {"title": ..., "configuration": ...,
// "edits": ...}.
//
// In either form a rule that the fix leaves as it is crosses as its index in the source's own configuration. The loader puts the rules
// in. The source's configuration is that of the result or, where the result has none, the one beside it; readFix writes it only if the
// loader does not have it yet.
//
// # Natively
//
// Built for any other target the command performs operations from standard input, one a line: its number, a blank and the
// payload in base64. It writes each answer as a line, which is the same bytes.
package main
