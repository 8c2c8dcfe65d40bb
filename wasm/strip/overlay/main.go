// Command overlay writes an overlay for `go build` in which Go's runtime lacks what our module can do without. That is a
// third of what a visitor would download. The compiler and the linker see to the rest: what is not called is not linked,
// with its types, texts and tables.
//
//	go run ./wasm/strip/overlay build/_runtime
//	go build -overlay=build/_runtime/overlay.json
//
// cuts.txt is the list. Where it does not fit the compiler's runtime, which is that of Go 1.26, the overlay is empty and the
// command fails.
package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed cuts.txt
var cuts string

func main() {
	if err := overlay(os.Args[1], cuts); err != nil {
		fmt.Fprintln(os.Stderr, "overlay:", err)
		os.Exit(1)
	}
}

// overlay writes overlay.json and the files that it names into a folder.
func overlay(folder, list string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	replace, err := rewriteAll(folder, list)
	if err == nil {
		err = writeOverlay(folder, replace)
	}
	if err == nil {
		err = compile(filepath.Join(folder, "overlay.json"), list)
	}
	if err != nil {
		return errors.Join(err, writeOverlay(folder, map[string]string{}))
	}
	return nil
}

func rewriteAll(folder, list string) (map[string]string, error) {
	rules, err := readRules(list)
	if err != nil {
		return nil, err
	}
	files, err := sources(rules.packages)
	if err != nil {
		return nil, err
	}
	replace := map[string]string{}
	for _, file := range files {
		edited, err := rules.rewrite(file)
		if err != nil {
			return nil, err
		}
		if edited == nil {
			continue
		}
		path := filepath.Join(folder, strings.ReplaceAll(file.pkg, "/", "_")+"_"+filepath.Base(file.path))
		if replace[file.path], err = filepath.Abs(path); err != nil {
			return nil, err
		}
		if err := write(path, edited); err != nil {
			return nil, err
		}
	}
	return replace, rules.unused()
}

type source struct{ pkg, path string }

// sources gives the files of packages that are compiled for the module.
func sources(packages []string) (files []source, err error) {
	const format = `{{range .GoFiles}}{{$.ImportPath}}{{"\t"}}{{$.Dir}}/{{.}}{{"\n"}}{{end}}`
	out, err := goCommand(append([]string{"list", "-f", format}, packages...)...)
	for line := range strings.Lines(out) {
		if pkg, path, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			files = append(files, source{pkg, filepath.FromSlash(path)})
		}
	}
	return files, err
}

// inlining are the flags of the module's build that say what is inlined; the Makefile has them too.
var inlining = []string{"-gcflags=all=-l", "-gcflags=runtime/...=", "-gcflags=internal/runtime/...="}

// compile looks whether the packages still compile. The build that follows finds them compiled.
func compile(overlay, list string) error {
	rules, err := readRules(list)
	if err != nil {
		return err
	}
	args := append([]string{"build", "-overlay=" + overlay, "-trimpath"}, inlining...)
	_, err = goCommand(append(args, rules.packages...)...)
	return err
}

func goCommand(args ...string) (string, error) {
	command := exec.Command("go", args...)
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOEXPERIMENT=nogreenteagc")
	var problems bytes.Buffer
	command.Stderr = &problems
	out, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, &problems)
	}
	return string(out), nil
}

func writeOverlay(folder string, replace map[string]string) error {
	text, err := json.MarshalIndent(map[string]any{"Replace": replace}, "", "\t")
	if err != nil {
		return err
	}
	return write(filepath.Join(folder, "overlay.json"), text)
}

// write leaves a file alone that has the text already, and puts another in its place whole: several builds may run at once.
func write(path string, text []byte) error {
	if before, err := os.ReadFile(path); err == nil && bytes.Equal(before, text) {
		return nil
	}
	file, err := os.CreateTemp(filepath.Dir(path), "new")
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Close(), os.Rename(file.Name(), path))
}
