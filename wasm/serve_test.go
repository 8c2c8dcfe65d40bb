package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNothingOfAnAnswerIsLeftInTheNext(t *testing.T) {
	e := &encoder{}
	serve(keepOperation, `0;1;[{"AllowedOrigins": ["*"], "AllowedMethods": ["FETCH"]}]`, e)
	for operation := range calls {
		serve(firstCall+operation, "0;0;6;object200;0;", e)
	}
	const noSource = ";0;6;object200;0;1;;;;"
	serve(firstCall+len(calls)-1, noSource, e)
	assert.Equal(t, answerTo(firstCall+len(calls)-1, noSource), string(e.out))
	assert.Nil(t, e.source)
	assert.False(t, e.holdsConfiguration)
}
