// Command strip takes out of a WebAssembly module of Go's what only the traces of a panic need: the names of functions and files,
// and the tables of lines. Nothing else in the runtime reads them. It also writes the memory in fewer segments than the linker does.
//
//	go run ./wasm/strip s3cors.wasm
//
// The module is rewritten in place. Where it is not laid out as Go 1.26 does, it is left as it is, and the
// command fails.
//
//	go run ./wasm/strip s3cors.wasm build/_runtime/overlay.json
//
// It was built with that overlay: if that has a findfunc of its own, the buckets go too by which Go's own finds functions.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
)

func main() {
	buckets := true
	if len(os.Args) > 2 {
		buckets = !replacesFindfunc(os.Args[2])
	}
	if err := strip(os.Args[1], buckets); err != nil {
		fmt.Fprintln(os.Stderr, "strip:", err)
		os.Exit(1)
	}
}

// ownFindfunc stands in the findfunc of overlay/cuts.txt alone.
const ownFindfunc = "datap.ftab[off-datap.ftab[0].entryoff]"

// replacesFindfunc says whether an overlay has a findfunc of its own. One that is empty has none: cuts.txt did not fit.
func replacesFindfunc(overlay string) bool {
	var read struct{ Replace map[string]string }
	text, err := os.ReadFile(overlay)
	if err != nil || json.Unmarshal(text, &read) != nil {
		return false
	}
	for path, by := range read.Replace {
		if text, err := os.ReadFile(by); err == nil && strings.HasSuffix(path, "/runtime/symtab.go") && strings.Contains(string(text), ownFindfunc) {
			return true
		}
	}
	return false
}

// strip strips the module in a file. buckets: those by which findfunc finds functions stay.
func strip(path string, buckets bool) error {
	bytes, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	module, err := readModule(bytes)
	if err != nil {
		return err
	}
	table, err := findTable(module.memory)
	if err != nil {
		return err
	}
	if err := table.blank(); err != nil {
		return err
	}
	if !buckets {
		clear(table.buckets.of(table.memory))
	}
	return os.WriteFile(path, module.bytes(), 0o755)
}

var errLayout = errors.New("the module is not laid out as expected")
