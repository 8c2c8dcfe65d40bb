package main

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheVersionIsThatOfThePackage(t *testing.T) {
	text, err := os.ReadFile("../web/package.json")
	require.NoError(t, err)
	var manifest struct{ Version string }
	require.NoError(t, json.Unmarshal(text, &manifest))
	assert.Equal(t, manifest.Version, version, `run "make version"`)
}
