//go:build !js

package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each of these costs from 25 to 227 KB of the module, packed, where all of ours has 34 above an empty program.
func TestTheModuleLinksNoHeavyPackage(t *testing.T) {
	list := exec.Command("go", "list", "-deps", ".")
	list.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := list.Output()
	require.NoError(t, err)
	packages := strings.Fields(string(out))
	require.Contains(t, packages, "s3cors/core/s3", "the list is that of the module")
	for _, name := range packages {
		root, _, _ := strings.Cut(name, "/")
		if name == "unicode/utf8" {
			continue // a table of 256 bytes
		}
		assert.NotContains(t, []string{"fmt", "reflect", "regexp", "encoding", "net", "crypto", "bufio", "os", "syscall", "sort", "time", "strings", "strconv", "unicode"}, root, name)
	}
}
