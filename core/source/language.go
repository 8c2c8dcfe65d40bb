package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// shellLanguage is that of commands, which no reader reads: what they hold is taken out.
const shellLanguage = yamlLanguage + 1

// openings are what lines of a language begin with, and what must stand in the rest of the line.
var openings = [...]struct {
	begins, holds string
	language      literal.Language
	weight        int
}{
	{"resource \"", "", literal.HCL, 9}, {"module \"", "", literal.HCL, 9}, {"data \"", "", literal.HCL, 3}, {"variable \"", "", literal.HCL, 9},
	{"locals {", "", literal.HCL, 9}, {"output \"", "", literal.HCL, 9}, {"provider \"", "", literal.HCL, 9}, {"terraform {", "", literal.HCL, 9},
	{"dynamic \"", "", literal.HCL, 9}, {"cors_rule {", "", literal.HCL, 9}, {"cors_rule ", "=", literal.HCL, 5}, {"cors_rules ", "=", literal.HCL, 5}, {"cors {", "", literal.HCL, 9},
	{"allowed_origins ", "=", literal.HCL, 3}, {"allowed_methods ", "=", literal.HCL, 3},
	{"const ", "=", literal.JavaScript, 3}, {"let ", "=", literal.JavaScript, 3}, {"var ", "=", literal.JavaScript, 3},
	{"export ", "(", literal.JavaScript, 3}, {"export default", "", literal.JavaScript, 3}, {"export const", "=", literal.JavaScript, 3},
	{"await ", "(", literal.JavaScript, 2}, {"new ", "(", literal.JavaScript, 3}, {"function ", "(", literal.JavaScript, 3},
	{"async function", "(", literal.JavaScript, 3}, {"module.exports", "=", literal.JavaScript, 3}, {"'use strict'", "", literal.JavaScript, 3},
	{"import ", "'", literal.JavaScript, 3}, {"import ", "\"", literal.JavaScript, 3}, {"} from ", "", literal.JavaScript, 3},
	{"});", "", literal.JavaScript, 2}, {"})", "", literal.JavaScript, 1}, {"];", "", literal.JavaScript, 2}, {"};", "", literal.JavaScript, 2}, {"}));", "", literal.JavaScript, 3},
	{"from ", " import ", literal.Python, 5}, {"def ", ":", literal.Python, 3}, {"class ", "):", literal.Python, 3}, {"if __name__", "", literal.Python, 5},
	{"import boto3", "", literal.Python, 5}, {"import ibm_boto3", "", literal.Python, 5}, {"import os", "", literal.Python, 3}, {"import json", "", literal.Python, 3},
	{"import pulumi", "", literal.Python, 4}, {"with ", "):", literal.Python, 2}, {"CORSConfiguration=", "", literal.Python, 3}, {"Bucket=", "", literal.Python, 2},
	{">>> ", "", literal.Python, 3},
	{"aws ", "", shellLanguage, 5}, {"curl ", "", shellLanguage, 5}, {"cat ", "", shellLanguage, 4}, {"echo ", "", shellLanguage, 4}, {"gsutil ", "", shellLanguage, 5},
	{"gcloud ", "", shellLanguage, 5}, {"wrangler ", "", shellLanguage, 5}, {"npx ", "", shellLanguage, 5}, {"s3cmd ", "", shellLanguage, 5}, {"mc ", "", shellLanguage, 4},
	{"$ ", "", shellLanguage, 5}, {"#!/bin/", "", shellLanguage, 9}, {"#!/usr/bin/env ", "sh", shellLanguage, 9}, {"sudo ", "", shellLanguage, 4}, {"printf ", "", shellLanguage, 4},
	{"set -", "", shellLanguage, 5}, {"fi", "", shellLanguage, 0}, {"AWSTemplateFormatVersion", ":", yamlLanguage, 9}, {"---", "", yamlLanguage, 2},
	{".PHONY", "", shellLanguage, 9}, {"define ", "", shellLanguage, 3},
	{"package ", "", otherLanguage, 9}, {"using ", ";", otherLanguage, 9}, {"require '", "", otherLanguage, 20}, {"<?php", "", otherLanguage, 9},
	{"func ", "{", otherLanguage, 9}, {"public class", "", otherLanguage, 9}, {"import java", "", otherLanguage, 9}, {"import software", "", otherLanguage, 9},
	{"allowed_methods=", "[", literal.Python, 3}, {"allowed_origins=", "[", literal.Python, 3},
	{"cors_rule ", "CorsRule(", literal.Python, 9}, {"allowed_methods ", "HttpMethods.", literal.Python, 9},
	{"awslocal ", "", shellLanguage, 5}, {"PS ", ">", shellLanguage, 5}, {"tee ", "", shellLanguage, 4},
}

// otherLanguage is that of a program that is not read: Go, Java, C#, PHP, Ruby.
const otherLanguage = shellLanguage + 1

// guess says in which language a text is written, by what its lines begin with. It is JSON where nothing tells.
func guess(text string) literal.Language {
	var weights [otherLanguage + 1]int
	// calls and assignments are those of a program, in whatever language; semicolons those of JavaScript. members are lines of it
	// that may be YAML in brackets.
	code, semicolons, members := 0, 0, 0
	for l := (line{text: bare(text), end: -1}); l.next(); {
		trimmed := l.trimmed()
		if trimmed == "" {
			continue
		}
		for i := range openings {
			o := &openings[i]
			if o.begins[0] == trimmed[0] && core.HasPrefix(trimmed, o.begins) && (o.holds == "" || core.IndexText(trimmed[len(o.begins):], o.holds) >= 0) {
				weights[o.language] += o.weight
			}
		}
		last := trimmed[len(trimmed)-1]
		if last == ';' {
			semicolons++
		}
		name := 0
		for name < len(trimmed) && (nameByte(trimmed[name]) || trimmed[name] == '.') {
			name++
		}
		rest := trimmed[name:]
		switch {
		case core.HasPrefix(trimmed, "- "):
			weights[yamlLanguage]++
		case name == 0:
		case rest != "" && rest[0] == '(', core.HasPrefix(rest, " = "), core.HasPrefix(rest, "="):
			code++
		case rest == ":" || core.HasPrefix(rest, ": "):
			if core.Index(",;{", last) >= 0 || core.HasSuffix(trimmed, ": [") || isTight(rest) {
				members++
			} else {
				weights[yamlLanguage]++
			}
		}
	}
	if saysYAML(text) {
		weights[yamlLanguage] += members + 1
	} else {
		weights[literal.JavaScript] += members
	}
	best := literal.JSON
	for i := range weights {
		if weights[i] > weights[best] {
			best = literal.Language(i)
		}
	}
	if weights[best] == 0 && code > 0 || best == yamlLanguage && code > weights[best] {
		best = literal.Python
	}
	if best == literal.Python && semicolons > 0 && weights[literal.Python] < 3 {
		best = literal.JavaScript
	}
	if best == literal.Python && weights[literal.Python] == 0 && (core.IndexText(text, "({") >= 0 || core.IndexText(text, "\n//") >= 0 || core.IndexText(text, " // ") >= 0) {
		best = literal.JavaScript
	}
	return best
}

// isTight says whether a bracket or a quote follows a name and its colon without a blank: {a:['b']}, which YAML takes for one
// text. Nor has YAML the constants of the CDK.
func isTight(text string) bool {
	if core.IndexText(text, "HttpMethods.") >= 0 {
		return true
	}
	for i := 2; i < len(text); i++ {
		if text[i-1] == ':' && nameByte(text[i-2]) && (text[i] == '[' || text[i] == '\'') {
			return true
		}
	}
	return false
}

// isQuotedBlock says whether a text is YAML whose keys have quotes: such a key ends its line, and another key or an entry of a list begins
// the next. In JSON a bracket or a value stands there.
func isQuotedBlock(text string) bool {
	before := false
	for l := (line{text: text, end: -1}); l.next(); {
		trimmed := l.trimmed()
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		isEntry := core.HasPrefix(trimmed, "- ")
		if isEntry {
			trimmed = core.TrimSpace(trimmed[1:])
		}
		isKey := trimmed != "" && trimmed[0] == '"' && core.IndexText(trimmed, "\":") > 0
		if before && (isKey || isEntry) {
			return true
		}
		before = isKey && core.HasSuffix(trimmed, "\":")
	}
	return false
}

//go:noinline
func nameByte(b byte) bool { return b == '_' || b == '-' || b|0x20-'a' < 26 || b-'0' < 10 }
