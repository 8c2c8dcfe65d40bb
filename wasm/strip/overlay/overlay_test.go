//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shared is the folder of the overlay, which is made once for all tests.
var shared string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "overlay")
	if err != nil {
		panic(err)
	}
	shared = folder
	code := m.Run()
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

// made gives the folder of the overlay.
func made(t *testing.T) string {
	t.Helper()
	require.NoError(t, makeOverlay())
	return shared
}

var makeOverlay = sync.OnceValue(func() error { return overlay(shared, cuts) })

func replaced(t *testing.T, folder string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, "overlay.json"))
	require.NoError(t, err)
	var written struct{ Replace map[string]string }
	require.NoError(t, json.Unmarshal(text, &written))
	return written.Replace
}

// run builds a program with the overlay and runs it, and gives what it prints.
func run(t *testing.T, program string) (printed string, err error) {
	t.Helper()
	work := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(work, "main.go"), []byte(program), 0o600))
	build(t, work, filepath.Join(made(t), "overlay.json"))
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	command := exec.Command("node", filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/wasm_exec_node.js"), filepath.Join(work, "program.wasm"))
	command.Env = []string{"PATH=" + os.Getenv("PATH"), "GOGC=20"}
	out, err := command.CombinedOutput()
	return string(out), err
}

// build makes program.wasm of the program in a folder.
func build(t *testing.T, work, overlay string) {
	t.Helper()
	args := append([]string{"build", "-overlay=" + overlay, "-trimpath", "-ldflags=-s -w", "-o", "program.wasm"}, inlining...)
	command := exec.Command("go", append(args, "main.go")...)
	command.Dir, command.Env = work, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=nogreenteagc")
	out, err := command.CombinedOutput()
	require.NoError(t, err, string(out))
}

// What the module uses of the runtime is there: stacks grow, garbage is collected, goroutines, channels, maps and panics
// work.
func TestAProgramRuns(t *testing.T) {
	out, err := run(t, `package main

type list struct { next *list; bytes []byte }

func deep(depth int, above *list) int {
	own := list{above, make([]byte, 300)}
	if depth == 0 {
		n := 0
		for l := &own; l != nil; l = l.next { n++ }
		return n
	}
	return deep(depth-1, &own)
}

func fails(index int, told *string) {
	defer func() { *told = recover().(error).Error() }()
	_ = make([]int, 3)[index]
}

func main() {
	parts, sums := make(chan int), make(chan int, 3)
	for range 4 {
		go func() {
			sum := 0
			for part := range parts { sum += deep(part, nil) }
			sums <- sum
		}()
	}
	kept := map[string][]byte{}
	for i := range 3000 {
		parts <- i % 400
		kept[string(rune('a' + i%50))] = make([]byte, i*10)
	}
	close(parts)
	total := 0
	for range 4 { total += <-sums }
	var told string
	fails(3, &told)
	var err any = told
	if _, ok := err.(error); ok { return }
	println(total, len(kept), told)
}
`)
	require.NoError(t, err, out)
	assert.Equal(t, "581500 50 runtime error: index out of range [3] with length 3\n", out)
}

func TestAFatalErrorTellsItsText(t *testing.T) {
	for text, statement := range map[string]string{
		"panic: on purpose\n":                                                   `panic("on purpose")`,
		"panic: runtime error: integer divide by zero\n":                        `println(1 / zero)`,
		"panic: first\n\tpanic: second\n":                                       `defer func() { panic("second") }(); panic("first")`,
		"fatal error: sync: unlock of unlocked mutex\n":                         `new(sync.Mutex).Unlock()`,
		"panic: interface conversion: int is not error: missing method Error\n": `println(any(zero).(error))`,
	} {
		t.Run(text, func(t *testing.T) {
			out, err := run(t, "package main\n\nimport \"sync\"\n\nvar zero int\nvar _ sync.Mutex\n\nfunc main() { "+statement+" }\n")
			require.Error(t, err)
			first, _, _ := strings.Cut(out, "exit")
			assert.Equal(t, text, first)
		})
	}
}

// A function that is cut and is called nevertheless traps, so that a mistake in the list shows.
func TestWhatIsCutTraps(t *testing.T) {
	out, err := run(t, `package main

import "runtime"

func main() {
	println("before")
	runtime.SetFinalizer(new([100]int), func(*[100]int) {})
	println("after")
}
`)
	require.Error(t, err)
	assert.Contains(t, out, "before")
	assert.Contains(t, out, "RuntimeError: unreachable")
	assert.NotContains(t, out, "after")
}

func TestAnEmptyProgramIsSmallerByAThird(t *testing.T) {
	size := func(overlay string) int {
		work := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(work, "main.go"), []byte("package main\n\nfunc main() { println(1) }\n"), 0o600))
		build(t, work, overlay)
		module, err := os.ReadFile(filepath.Join(work, "program.wasm"))
		require.NoError(t, err)
		return len(module)
	}
	assert.Less(t, size(filepath.Join(made(t), "overlay.json")), size("")*2/3)
}

// Another runtime, or another list: the build goes on with the runtime as it is.
func TestAListThatDoesNotFitGivesAnEmptyOverlay(t *testing.T) {
	for name, list := range map[string]string{
		"a function that is not there":     "never nowhere",
		"a method that is not there":       "nothing (*m).nowhere",
		"a type that is not there":         "never nowhere.*",
		"an expression that is not there":  "value debug.nowhere = 0",
		"a value where there is none":      "value traceRelease: debug.gctrace = 0",
		"a statement that is not there":    "end findRunnable: if nowhere",
		"nothing after the last statement": "end findRunnable: goto top",
		"a function that does not print":   "print check",
		"a body that does not compile":     "instead check: return 1",
		"a word that is not there":         "drop check",
		"a body without a text":            "instead check",
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			require.Error(t, overlay(folder, "packages runtime\n"+list))
			assert.Empty(t, replaced(t, folder))
		})
	}
}

func TestTheOverlayIsTheSameEachTime(t *testing.T) {
	folder := made(t)
	files := replaced(t, folder)
	require.NotEmpty(t, files)
	before := map[string][]byte{}
	for _, path := range files {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		before[path] = text
	}
	require.NoError(t, overlay(folder, cuts))
	for path, text := range before {
		again, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(text, again), path)
	}
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	assert.Len(t, entries, len(files)+1, "nothing is left over")
}

// Each of these uses a part that cuts.txt takes out. The module links none of them.
func TestTheModuleLinksNothingThatNeedsWhatIsCut(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "s3cors/wasm")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	require.NoError(t, err)
	packages := strings.Fields(string(out))
	require.Contains(t, packages, "runtime", "the list is that of the module")
	for _, name := range []string{
		"os", "runtime/debug", "runtime/metrics", "runtime/pprof", "runtime/trace", "syscall", "syscall/js", "testing",
		"testing/synctest", "time", "unique", "weak", "internal/weak", "internal/synctest", "internal/poll",
	} {
		assert.NotContains(t, packages, name)
	}
}
