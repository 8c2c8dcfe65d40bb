package main

import "strconv"

// arguments are those of one call, and what is wrong with them. Every reader of an argument gives something, and the first
// that finds a wrong type says so here; a call looks at misuse once, when it has read what it needs.
type arguments struct {
	// list holds each argument as JSON.
	list []string
	// misuse is what is wrong: "request.origin must be a string or null, not the number 5".
	misuse string
	// element is one more than the index of the element that is read of an argument that is a list.
	element int
}

// at is an argument, or "null" where it was left out.
func (a *arguments) at(index int) string {
	if index < len(a.list) {
		return a.list[index]
	}
	return "null"
}

// fail says that a value has the wrong type. The value is that of an argument, or of its member.
//
//go:noinline
func (a *arguments) fail(argument, member, wanted, value string) {
	a.reject(argument, member, " must be "+wanted+", not "+describe(value))
}

//go:noinline
func (a *arguments) reject(argument, member, reason string) {
	if a.misuse != "" {
		return
	}
	if a.element > 0 {
		argument += indexName(a.element - 1)
	}
	a.misuse = argument + member + reason
}

func describe(value string) string {
	switch kind(value) {
	case '{':
		return "an object"
	case '[':
		return "an array"
	case '"':
		return "the string '" + stringOf(value) + "'"
	case '0':
		return "the number " + value
	}
	return value
}

// object goes through the members of an argument that is an object.
func (a *arguments) object(argument, json string) parts {
	if kind(json) != '{' {
		a.fail(argument, "", "an object", json)
		json = ""
	}
	return parts{json: json}
}

//go:noinline
func (a *arguments) text(argument, member, value string) string {
	if kind(value) != '"' {
		a.fail(argument, member, "a string", value)
	}
	return stringOf(value)
}

//go:noinline
func (a *arguments) textOrNull(argument, member, value string) *string {
	if kind(value) == 'n' {
		return nil
	}
	if kind(value) != '"' {
		a.fail(argument, member, "a string or null", value)
	}
	text := stringOf(value)
	return &text
}

// wholeNumber reads a whole number from least to most.
//
//go:noinline
func (a *arguments) wholeNumber(argument, member, value string, least, most int) int {
	number := 0
	for i := range len(value) {
		digit := int(value[i]) - '0'
		if digit < 0 || digit > 9 || number > most {
			number = -1
			break
		}
		number = number*10 + digit
	}
	if number < least || number > most {
		a.fail(argument, member, "a whole number from "+strconv.Itoa(least)+" to "+strconv.Itoa(most), value)
		return least
	}
	return number
}

// memberName names a member of a value in a message.
func memberName(name string) string { return "['" + name + "']" }

// indexName names an element of an array in a message.
func indexName(index int) string { return "[" + strconv.Itoa(index) + "]" }
