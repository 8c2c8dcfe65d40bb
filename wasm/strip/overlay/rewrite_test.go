//go:build !js

package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const before = `package runtime

func f(a int) (b, c int, d string) { println(a); return a, a, "" }

func (t *T) g() { if debug.on > 0 { f(debug.on) }; debug.on = 1; p := &debug.on; debug.on++; _ = p }

func (t T) h() { print(1); f(1); other.print(2) }
`

// What is cut stays in the text, and so do the other lines.
func TestRules(t *testing.T) {
	for rule, after := range map[string]string{
		"never f":                           "func f(a int) (b, c int, d string) { if false {  println(a); return a, a, \"\"  }; for { abort() } }",
		"nothing f":                         "func f(a int) (b, c int, d string) { if false {  println(a); return a, a, \"\"  }; return *new(int), *new(int), *new(string) }",
		"instead f: a, b = 1, 2; return":    "func f(a int) (b, c int, d string) { if false {  println(a); return a, a, \"\"  }; a, b = 1, 2; return }",
		"value debug.on = 0":                "func (t *T) g() { if 0 > 0 { f(0) }; debug.on = 1; p := &debug.on; debug.on++; _ = p }",
		"value debug.on > 0 = false":        "func (t *T) g() { if (false && (debug.on > 0)) { f(debug.on) }; debug.on = 1; p := &debug.on; debug.on++; _ = p }",
		"value (*T).g: debug.on > 0 = true": "func (t *T) g() { if (true || (debug.on > 0)) { f(debug.on) }; debug.on = 1; p := &debug.on; debug.on++; _ = p }",
		"never T.*":                         "func (t T) h() { if false {  print(1); f(1); other.print(2)  }; for { abort() } }",
		"end T.h: f(":                       "func (t T) h() {  if false { print(1) }; f(1);  if false { other.print(2)  }; for { abort() } }",
		"print T.h":                         "func (t T) h() { print(1); f(1); other.print(2) }",
	} {
		t.Run(rule, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.go")
			require.NoError(t, os.WriteFile(path, []byte(before), 0o600))
			rules, err := readRules(rule)
			require.NoError(t, err)
			edited, err := rules.rewrite(source{"runtime", path})
			require.NoError(t, err)
			require.NoError(t, rules.unused())
			assert.Contains(t, string(edited), "\n"+after+"\n")
		})
	}
}
