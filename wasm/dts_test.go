package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// This file reads the types of web/s3cors.d.ts, as much of TypeScript as stands there, so that what is written can
// be held against them.

// tsType is one type. Exactly one of its parts is set.
type tsType struct {
	name    string   // string, number, null, unknown, ..., or an interface or alias
	literal string   // 'error'
	members []member // an object type
	object  bool
	element *tsType   // T[]
	tuple   []*tsType // [T, U]
	union   []*tsType
	all     []*tsType // T & U
	args    []*tsType // Record<K, V>
	indexed string    // T['indexed'], of the type with that name
}

type member struct {
	name     string
	optional bool
	typ      *tsType // nil for a method
}

type declarations map[string]*tsType

var tsToken = regexp.MustCompile(`'[^']*'|[A-Za-z_$][\w$]*|[{}\[\]()<>|&;:,?=.]|\S`)

func readDeclarations(t *testing.T) declarations {
	t.Helper()
	text, err := os.ReadFile("../web/s3cors.d.ts")
	require.NoError(t, err)
	plain := regexp.MustCompile(`(?s)/\*.*?\*/|//[^\n]*`).ReplaceAllString(string(text), "")
	r := &tsReader{tokens: tsToken.FindAllString(plain, -1)}
	declared := declarations{}
	for r.at < len(r.tokens) {
		switch r.next() {
		case "interface":
			name := r.next()
			declared[name] = &tsType{object: true}
			if r.accept("extends") {
				declared[name].all = []*tsType{{name: r.next()}}
			}
			r.want("{")
			declared[name].members = r.memberList()
		case "type":
			name := r.next()
			r.want("=")
			declared[name] = r.union()
		}
	}
	return declared
}

type tsReader struct {
	tokens []string
	at     int
}

func (r *tsReader) peek() string { return r.tokens[r.at] }
func (r *tsReader) next() string { r.at++; return r.tokens[r.at-1] }

func (r *tsReader) accept(token string) bool {
	if r.at < len(r.tokens) && r.peek() == token {
		r.at++
		return true
	}
	return false
}

func (r *tsReader) want(token string) {
	if got := r.next(); got != token {
		panic(fmt.Sprintf("%q where %q should stand, after %q", got, token, r.tokens[max(0, r.at-8):r.at-1]))
	}
}

func (r *tsReader) memberList() (members []member) {
	for !r.accept("}") {
		r.accept("readonly")
		m := member{name: r.next()}
		m.optional = r.accept("?")
		if r.accept("(") {
			for depth := 1; depth > 0; {
				switch r.next() {
				case "(":
					depth++
				case ")":
					depth--
				}
			}
			r.want(":")
			r.union()
		} else {
			r.want(":")
			m.typ = r.union()
		}
		r.accept(";")
		members = append(members, m)
	}
	return members
}

func (r *tsReader) union() *tsType {
	r.accept("|")
	list := []*tsType{r.intersection()}
	for r.accept("|") {
		list = append(list, r.intersection())
	}
	if len(list) == 1 {
		return list[0]
	}
	return &tsType{union: list}
}

func (r *tsReader) intersection() *tsType {
	list := []*tsType{r.array()}
	for r.accept("&") {
		list = append(list, r.array())
	}
	if len(list) == 1 {
		return list[0]
	}
	return &tsType{all: list}
}

func (r *tsReader) array() *tsType {
	typ := r.primary()
	for r.accept("[") {
		if r.accept("]") {
			typ = &tsType{element: typ}
			continue
		}
		typ = &tsType{name: typ.name, indexed: strings.Trim(r.next(), "'")}
		r.want("]")
	}
	return typ
}

func (r *tsReader) primary() *tsType {
	token := r.next()
	switch {
	case token == "(":
		typ := r.union()
		r.want(")")
		return typ
	case token == "{":
		return &tsType{object: true, members: r.memberList()}
	case token == "[":
		typ := &tsType{tuple: []*tsType{}}
		for !r.accept("]") {
			if r.tokens[r.at+1] == ":" {
				r.at += 2 // the element's name
			}
			typ.tuple = append(typ.tuple, r.union())
			r.accept(",")
		}
		return typ
	case token[0] == '\'':
		return &tsType{literal: strings.Trim(token, "'")}
	}
	typ := &tsType{name: token}
	for r.accept(".") {
		typ.name += "." + r.next()
	}
	if r.accept("<") {
		for !r.accept(">") {
			typ.args = append(typ.args, r.union())
			r.accept(",")
		}
	}
	return typ
}

// resolve gives the type that an index or the name of an alias stands for.
func (d declarations) resolve(typ *tsType) *tsType {
	if typ.indexed != "" {
		members, _ := d.membersOf(&tsType{name: typ.name})
		for _, m := range members {
			if m.name == typ.indexed {
				return m.typ
			}
		}
	}
	if alias := d[typ.name]; alias != nil && !alias.object {
		return alias
	}
	return typ
}

// membersOf gives the members of an object type in the order in which they are declared, those of what it extends first.
func (d declarations) membersOf(typ *tsType) (members []member, ok bool) {
	switch {
	case typ.object || typ.all != nil:
		for _, part := range typ.all {
			inherited, _ := d.membersOf(part)
			members = append(members, inherited...)
		}
		return append(slices.Clone(members), typ.members...), true
	case d[typ.name] != nil:
		return d.membersOf(d[typ.name])
	}
	return nil, false
}
