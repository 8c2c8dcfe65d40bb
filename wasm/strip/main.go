// Command strip takes out of a WebAssembly module of Go's what only the traces of a panic need: the names of functions and files,
// and the tables of lines. Nothing else in the runtime reads them. It also writes the memory in fewer segments than the linker does.
//
//	go run ./wasm/strip s3cors.wasm
//
// The module is rewritten in place. Where it is not laid out as Go 1.26 does, it is left as it is, and the
// command fails.
package main

import (
	"errors"
	"fmt"
	"os"
)

func main() {
	if err := strip(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "strip:", err)
		os.Exit(1)
	}
}

func strip(path string) error {
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
	return os.WriteFile(path, module.bytes(), 0o755)
}

var errLayout = errors.New("the module is not laid out as expected")
