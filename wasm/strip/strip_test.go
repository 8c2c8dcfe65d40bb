//go:build !js

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const program = `package main

import "os"

func fails(list []int) (told string) {
	defer func() { told = recover().(error).Error() }()
	_ = list[3]
	return "not told"
}

func main() {
	kept := map[int][]byte{}
	for i := range 20000 {
		kept[i%100] = make([]byte, i)
	}
	done := make(chan string)
	go func() { done <- fails(nil) }()
	os.Stdout.WriteString(<-done)
}
`

// A stripped program runs as before: stacks grow, memory is collected, a panic is recovered with its text.
func TestAStrippedProgramRunsAndIsSmaller(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "main.go"), []byte(program), 0o600))
	path := filepath.Join(folder, "program.wasm")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", path, "main.go")
	build.Dir, build.Env = folder, append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	before, err := os.ReadFile(path)
	require.NoError(t, err)

	require.NoError(t, strip(path))
	after, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Less(t, len(after), len(before)*95/100)
	assert.NotContains(t, string(after), "main.fails")
	assert.NotContains(t, string(after), "main.go")

	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	run := exec.Command("node", filepath.Join(string(root[:len(root)-1]), "lib/wasm/wasm_exec_node.js"), path)
	run.Env = []string{"PATH=" + os.Getenv("PATH")}
	out, err = run.CombinedOutput()
	require.NoError(t, err, string(out))
	assert.Equal(t, "runtime error: index out of range [3] with length 0", string(out))

	require.NoError(t, strip(path))
	again, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.True(t, string(after) == string(again), "there is nothing left to take out")
}

func TestAFileOfAnotherLayoutIsLeftAsItIs(t *testing.T) {
	for name, text := range map[string]string{
		"no module":          "hello",
		"nothing":            "",
		"an empty module":    "\x00asm\x01\x00\x00\x00",
		"a cut module":       "\x00asm\x01\x00\x00\x00\x0b\x20\x01",
		"a module of others": "\x00asm\x01\x00\x00\x00\x0b\x07\x01\x00\x41\x00\x0b\x01x",
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.wasm")
			require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
			require.ErrorIs(t, strip(path), errLayout)
			after, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, text, string(after))
		})
	}
}
