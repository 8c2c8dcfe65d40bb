//go:build panictest

package main

import "sync"

// Built with the tag panictest, the module has calls that fail on purpose, so that the tests can show that the API
// outlives them.
func init() {
	calls = append(calls,
		call{"panic", 0, func(*arguments, *encoder) { panic("on purpose") }},
		call{"panicAtIndex", 0, func(a *arguments, to *encoder) { to.text("", a.list[len(a.list)]) }},
		call{"overflow", 0, func(_ *arguments, to *encoder) { to.number("", descend(1)) }},
		call{"exit", 0, func(*arguments, *encoder) { new(sync.Mutex).Unlock() }},
	)
}

// descend goes deeper than any stack.
func descend(depth int64) int64 { return descend(depth+1) + depth }
