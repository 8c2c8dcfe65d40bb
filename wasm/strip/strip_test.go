//go:build !js

package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
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

// deep grows the stack, which is copied with its pointers, and collects garbage at the bottom.
func deep(depth int, above *[]byte) int {
	own := make([]byte, 100)
	own[0] = 1
	if depth == 0 {
		for i := range 20000 {
			kept[i%100] = make([]byte, i)
		}
		return int(own[0])
	}
	below := deep(depth-1, &own)
	return below + int((*above)[0])
}

var kept = map[int][]byte{}

func main() {
	first := []byte{1}
	done := make(chan string)
	go func() {
		if deep(5000, &first) != 5001 {
			panic("the stack is not what it was")
		}
		done <- fails(nil)
	}()
	os.Stdout.WriteString(<-done)
}
`

// built gives the file of the program, and what is in it.
func built(t *testing.T) (path string, module []byte) {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "main.go"), []byte(program), 0o600))
	path = filepath.Join(folder, "program.wasm")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", path, "main.go")
	build.Dir, build.Env = folder, append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	module, err = os.ReadFile(path)
	require.NoError(t, err)
	return path, module
}

// stripped strips the program in a file, and gives what is in it then.
func stripped(t *testing.T, path string, buckets bool) []byte {
	t.Helper()
	require.NoError(t, strip(path, buckets))
	file, err := os.ReadFile(path)
	require.NoError(t, err)
	return file
}

// A stripped program runs as before: stacks grow, memory is collected, a panic is recovered with its text.
func TestAStrippedProgramRunsAndIsSmaller(t *testing.T) {
	path, before := built(t)
	after := stripped(t, path, true)
	assert.Less(t, packed(t, after), packed(t, before)*85/100)
	assert.NotContains(t, string(after), "main.fails")
	assert.NotContains(t, string(after), "main.go")

	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	run := exec.Command("node", filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/wasm_exec_node.js"), path)
	run.Env = []string{"PATH=" + os.Getenv("PATH"), "GOGC=20"}
	out, err := run.CombinedOutput()
	require.NoError(t, err, string(out))
	assert.Equal(t, "runtime error: index out of range [3] with length 0", string(out))

	assert.True(t, bytes.Equal(after, stripped(t, path, true)), "to strip it twice changes nothing more")
}

// packed is the size of what is downloaded.
func packed(t *testing.T, file []byte) int {
	t.Helper()
	var out bytes.Buffer
	writer := gzip.NewWriter(&out)
	_, err := writer.Write(file)
	require.NoError(t, err)
	require.NoError(t, writer.Close())
	return out.Len()
}

// What is read of a function stays as the linker wrote it; of the rest nothing is left.
func TestOfAFunctionStaysWhatIsReadWithoutTraces(t *testing.T) {
	path, file := built(t)
	before := tableOf(t, file)
	after := tableOf(t, stripped(t, path, true))
	was, err := before.records()
	require.NoError(t, err)
	is, err := after.records()
	require.NoError(t, err)
	require.Len(t, is, len(was))
	for i, record := range is {
		require.Equal(t, number(was[i], pcspAt), number(record, pcspAt))
		require.Zero(t, number(record, pcfileAt))
		require.Zero(t, number(record, pclnAt))
		name := after.names.of(after.memory)[number(record, nameAt):]
		ofRuntime := bytes.HasPrefix(before.names.of(before.memory)[number(was[i], nameAt):], []byte("runtime."))
		require.Equal(t, ofRuntime, bytes.HasPrefix(name, []byte("runtime.\x00")))
		for at := funcSize; at < len(record); at += 4 {
			if j := (at - funcSize) / 4; j == stackMapIndex || j == inlineTreeIndex {
				require.Equal(t, number(was[i], at), number(record, at))
			} else {
				require.Zero(t, number(record, at))
			}
		}
		for _, at := range []int{pcspAt, funcSize + 4*stackMapIndex} {
			if at < len(record) {
				require.Equal(t, counter(before, number(record, at)), counter(after, number(record, at)))
			}
		}
	}
	behind := before.functions.stop
	require.True(t, bytes.Equal(before.memory[behind:], after.memory[behind:len(before.memory)]), "what follows the tables")
}

func TestTheBucketsGoIfTheOverlayHasAFindfuncOfItsOwn(t *testing.T) {
	folder := t.TempDir()
	out, err := exec.Command("go", "run", "./overlay", folder).CombinedOutput()
	require.NoError(t, err, string(out))
	assert.True(t, replacesFindfunc(filepath.Join(folder, "overlay.json")), "cuts.txt has one, and it is known here")
	empty := filepath.Join(folder, "empty.json")
	require.NoError(t, os.WriteFile(empty, []byte(`{"Replace":{}}`), 0o600))
	assert.False(t, replacesFindfunc(empty), "Go's own searches in them")
	assert.False(t, replacesFindfunc(filepath.Join(folder, "none.json")))

	path, file := built(t)
	before := tableOf(t, file)
	after := tableOf(t, stripped(t, path, false))
	assert.NotEmpty(t, bytes.Trim(before.buckets.of(before.memory), "\x00"))
	assert.Empty(t, bytes.Trim(after.buckets.of(after.memory), "\x00"))
	behind := before.buckets.stop
	assert.True(t, bytes.Equal(before.memory[behind:], after.memory[behind:len(before.memory)]), "what follows them")
}

func tableOf(t *testing.T, file []byte) *table {
	t.Helper()
	module, err := readModule(file)
	require.NoError(t, err)
	table, err := findTable(module.memory)
	require.NoError(t, err)
	return table
}

// counter is the beginning of a table of counters.
func counter(t *table, offset uint32) []byte {
	all := t.counters.of(t.memory)[offset:]
	used := make([]bool, len(all)+int(offset))
	mark(t.counters.of(t.memory), used, offset)
	length := 0
	for int(offset)+length < len(used) && used[int(offset)+length] {
		length++
	}
	return all[:length]
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
			require.ErrorIs(t, strip(path, false), errLayout)
			after, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.Equal(t, text, string(after))
		})
	}
}
