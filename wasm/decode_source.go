package main

import "s3cors/core/source"

const wantedSource = "a string, a configuration or an array of rules"

// document reads any form of Source. What is wrong inside a configuration is no misuse: it comes
// back as diagnostics.
func (a *arguments) document(argument, json string) *source.Document {
	switch kind(json) {
	case '"':
		return source.Read(stringOf(json))
	case '[':
		return source.ReadValue(json)
	case '{':
		if isTextSource(json) {
			return a.textSource(argument, json)
		}
		return source.ReadValue(json)
	}
	a.fail(argument, "", wantedSource, json)
	return nil
}

// isTextSource tells a TextSource from a configuration: it has a text and no rules.
func isTextSource(json string) bool {
	text := false
	members := parts{json: json}
	for key, _, ok := members.nextMember(); ok; key, _, ok = members.nextMember() {
		switch key {
		case "CORSRules":
			return false
		case "text":
			text = true
		}
	}
	return text
}

// textSource reads a TextSource. Only one configuration is found in a text so far, and no
// placeholder, so that candidate and values are checked and change nothing.
func (a *arguments) textSource(argument, json string) *source.Document {
	text := ""
	members := parts{json: json}
	for key, value, ok := members.nextMember(); ok; key, value, ok = members.nextMember() {
		switch key {
		case "text":
			text = a.text(argument, ".text", value)
		case "candidate":
			a.wholeNumber(argument, ".candidate", value, 0, 1<<20)
		case "values":
			a.checkValues(argument, value)
		}
	}
	return source.Read(text)
}

func (a *arguments) checkValues(argument, json string) {
	if kind(json) != '{' {
		a.fail(argument, ".values", "an object", json)
	}
	members := parts{json: json}
	for key, value, ok := members.nextMember(); ok; key, value, ok = members.nextMember() {
		name := ".values" + memberName(key)
		switch kind(value) {
		case '"', '0':
		case '[':
			for i, item := range elements(value) {
				a.text(argument, name+indexName(i), item)
			}
		default:
			a.fail(argument, name, "a string, an array of strings or a number", value)
		}
	}
}
