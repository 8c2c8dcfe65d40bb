//go:build panictest

package main

import (
	"errors"
	"runtime"
	"slices"
	"sync"

	"s3cors/core"
	"s3cors/core/source"
)

// Built with the tag panictest, the module has calls that fail on purpose, so that the tests can show that the API
// outlives them (trap does what is cut out of Go's runtime, wasm/strip/overlay), and one whose fixes change a configuration in every way.
func init() {
	calls = append(calls,
		call{"panic", func(*payload, *encoder) { panic(errors.New("on purpose")) }},
		call{"panicAtIndex", func(p *payload, to *encoder) { to.quote(calls[:0][len(p.text)].name) }},
		call{"overflow", func(_ *payload, to *encoder) { to.put(core.FormatInt(descend(1))) }},
		call{"exit", func(*payload, *encoder) { new(sync.Mutex).Unlock() }},
		call{"trap", func(*payload, *encoder) { runtime.SetFinalizer(new(kept), func(*kept) {}) }},
		call{"fixes", fixes},
	)
}

// descend goes deeper than any stack.
func descend(depth int64) int64 { return descend(depth+1) + depth }

// fixes has a fix for each of the changes that a fix can make to a configuration of four rules.
func fixes(_ *payload, to *encoder) {
	ids := [...]string{"a", "b", "c", "d", "new"}
	own := []core.CORSRule{{ID: &ids[0]}, {ID: &ids[1]}, {ID: &ids[2]}, {ID: &ids[3]}}
	added := core.CORSRule{ID: &ids[4]}
	rules := [][]core.CORSRule{
		own, {}, {added}, own[1:], own[:3], {own[0], own[3]}, {own[3], own[2], own[1], own[0]},
		slices.Insert(slices.Clone(own), 0, added), slices.Insert(slices.Clone(own), 2, added), append(slices.Clone(own), added),
		{own[0], added, own[2], own[3]}, {own[0], own[0]},
	}
	diagnostic := core.Diagnostic{Kind: &source.SyntaxError}
	for i := range rules {
		diagnostic.Fixes = append(diagnostic.Fixes, core.Fix{Configuration: core.CORSConfiguration{CORSRules: rules[i]}})
	}
	to.source = &kept{document: &source.Document{Configuration: &core.CORSConfiguration{CORSRules: own}}}
	to.open("{")
	to.diagnostics([]core.Diagnostic{diagnostic}, core.Info)
	to.put("}")
}
