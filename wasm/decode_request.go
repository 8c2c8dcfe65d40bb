package main

import (
	"strings"

	"s3cors/core"
)

// preflight reads a PreflightRequest.
func (a *arguments) preflight(argument, json string) (request core.PreflightRequest) {
	members := a.object(argument, json)
	for key, value, ok := members.nextMember(); ok; key, value, ok = members.nextMember() {
		switch key {
		case "origin":
			request.Origin = a.textOrNull(argument, ".origin", value)
		case "method":
			request.Method = a.textOrNull(argument, ".method", value)
		case "headers":
			request.Headers = a.headerNames(argument, value)
		}
	}
	return request
}

// headerNames reads Access-Control-Request-Headers: its value, or the names, which are joined with ",".
func (a *arguments) headerNames(argument, value string) *string {
	switch kind(value) {
	case '[':
		names := elements(value)
		for i, name := range names {
			if kind(name) != '"' {
				a.fail(argument, ".headers"+indexName(i), "a string", name)
			}
			names[i] = stringOf(name)
		}
		joined := strings.Join(names, ",")
		return &joined
	case '"', 'n':
		return a.textOrNull(argument, ".headers", value)
	}
	a.fail(argument, ".headers", "a string, an array of strings or null", value)
	return nil
}

// request reads an HTTPRequest.
func (a *arguments) request(argument, json string) (request core.HTTPRequest) {
	hasMethod := false
	members := a.object(argument, json)
	for key, value, ok := members.nextMember(); ok; key, value, ok = members.nextMember() {
		switch key {
		case "method":
			request.Method, hasMethod = a.text(argument, ".method", value), true
		case "url":
			request.URL = a.text(argument, ".url", value)
		case "headers":
			request.Headers = a.headerList(argument, value)
		case "body":
			request.Body = a.text(argument, ".body", value)
		}
	}
	if !hasMethod {
		a.reject(argument, ".method", " must be a string, and is missing")
	}
	return request
}

// headerList reads a HeaderList: an object of names and values, or an array of pairs.
func (a *arguments) headerList(argument, json string) (headers core.HeaderList) {
	list := parts{json: json}
	switch kind(json) {
	case '{':
		for name, value, ok := list.nextMember(); ok; name, value, ok = list.nextMember() {
			if kind(value) != '"' {
				a.fail(argument, ".headers"+memberName(name), "a string", value)
			}
			headers = append(headers, core.HeaderField{Name: name, Value: stringOf(value)})
		}
	case '[':
		for pair, ok := list.next(); ok; pair, ok = list.next() {
			texts := elements(pair)
			if kind(pair) != '[' || len(texts) != 2 || kind(texts[0]) != '"' || kind(texts[1]) != '"' {
				a.reject(argument, ".headers"+indexName(len(headers)), " must be a pair of strings, the name and the value")
				return nil
			}
			headers = append(headers, core.HeaderField{Name: stringOf(texts[0]), Value: stringOf(texts[1])})
		}
	default:
		a.fail(argument, ".headers", "an object of names and values, or an array of pairs", json)
	}
	return headers
}
