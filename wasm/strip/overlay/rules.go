package main

import (
	"errors"
	"fmt"
	"strings"
)

// rules is what cuts.txt says. A function is named as in it: runtime's without the package, a method as (*T).m or T.m.
type rules struct {
	// packages are those whose files are read.
	packages []string
	// bodies has what functions do instead. They are never called ("never": they trap), what they do is of no use ("nothing":
	// they give zeros at once), or the list has their text ("instead").
	bodies map[string]body
	// ends has the statement, or how it begins, after which a function never gets ("end").
	ends map[string]string
	// values has what expressions are, by their text, or by the function, a colon and their text ("value").
	values map[string]string
	// printing has the functions whose print statements stay ("print"). No other function of the runtime prints.
	printing map[string]bool

	used map[string]bool
}

type body struct {
	kind kind
	text string
}

type kind int

const (
	never kind = iota
	nothing
	instead
)

func readRules(list string) (*rules, error) {
	r := &rules{bodies: map[string]body{}, ends: map[string]string{}, values: map[string]string{}, printing: map[string]bool{}, used: map[string]bool{}}
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(line, " ")
		if err := r.read(word, rest); err != nil {
			return nil, fmt.Errorf("%w in the line %q", err, line)
		}
	}
	return r, nil
}

var errRule = errors.New("there is no rule")

func (r *rules) read(word, rest string) error {
	name, text, named := strings.Cut(rest, ": ")
	switch word {
	case "packages":
		r.packages = append(r.packages, strings.Fields(rest)...)
	case "never", "nothing":
		kind := map[string]kind{"never": never, "nothing": nothing}[word]
		for _, name := range strings.Fields(rest) {
			r.bodies[qualified(name)] = body{kind: kind}
		}
	case "print":
		for _, name := range strings.Fields(rest) {
			r.printing[qualified(name)] = true
		}
	case "instead":
		r.bodies[qualified(name)] = body{instead, text}
	case "end":
		r.ends[qualified(name)] = text
	case "value":
		key, value, found := cutLast(rest, " = ")
		if !found {
			return errRule
		}
		if named {
			name, key, _ = strings.Cut(key, ": ")
			r.values[qualified(name)+": "+key] = known(key, value)
		} else {
			r.values[key] = known(key, value)
		}
	default:
		return errRule
	}
	if (word == "instead" || word == "end") && !named {
		return errRule
	}
	return nil
}

func cutLast(text, separator string) (before, after string, found bool) {
	i := strings.LastIndex(text, separator)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(separator):], true
}

func qualified(name string) string {
	if strings.Contains(name, "/") {
		return name
	}
	return "runtime." + name
}

// known gives an expression with a value that the compiler knows. A condition still names its variables, which would
// otherwise be unused.
func known(expression, value string) string {
	switch value {
	case "false":
		return "(false && (" + expression + "))"
	case "true":
		return "(true || (" + expression + "))"
	}
	return value
}

// body gives what a function does instead, by its name or, for a whole type, by that of all its methods.
func (r *rules) body(name string) (body, bool) {
	b, ok := r.bodies[name]
	if !ok {
		i := strings.LastIndexByte(name, '.')
		name = name[:i] + ".*"
		b, ok = r.bodies[name]
	}
	if ok {
		r.used[name] = true
	}
	return b, ok
}

// unused tells the rules that fit nothing, which is how another version of the runtime shows.
func (r *rules) unused() error {
	var problems []error
	look := func(name string) {
		if !r.used[name] {
			problems = append(problems, fmt.Errorf("cuts.txt does not fit the runtime: it has no %s", name))
		}
	}
	for name := range r.bodies {
		look(name)
	}
	for name := range r.ends {
		look(name)
	}
	for key := range r.values {
		look(key)
	}
	for name := range r.printing {
		look(name)
	}
	return errors.Join(problems...)
}
