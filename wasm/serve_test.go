package main

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNothingOfAnAnswerIsLeftInTheNext(t *testing.T) {
	e := &encoder{}
	serve(keepOperation, `0;1;[{"AllowedOrigins": ["*"], "AllowedMethods": ["FETCH"]}]`, e)
	for operation := range calls {
		serve(firstCall+operation, "0;0;6;object200;0;", e)
	}
	const noSource = ";0;6;object200;0;1;;;;"
	many := operationOf(t, "simulateMany")
	serve(many, noSource, e)
	assert.Equal(t, answerTo(many, noSource), string(e.out))
	assert.Nil(t, e.source)
	assert.False(t, e.holdsConfiguration)
}

func operationOf(t *testing.T, name string) int {
	t.Helper()
	index := slices.IndexFunc(calls, func(c call) bool { return c.name == name })
	require.GreaterOrEqual(t, index, 0, name)
	return firstCall + index
}
