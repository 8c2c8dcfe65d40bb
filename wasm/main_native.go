//go:build !js

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// main answers the calls on standard input, one a line, as the module answers them in JavaScript.
func main() {
	if err := answerLines(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "s3cors:", err)
		os.Exit(1)
	}
}

func answerLines(from io.Reader, to io.Writer) error {
	lines, out := bufio.NewReaderSize(from, 1<<16), bufio.NewWriter(to)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			answer, err := answerLine(line)
			if err != nil {
				return err
			}
			out.Write(append(answer, '\n'))
		}
		if errors.Is(err, io.EOF) {
			return out.Flush()
		}
		if err != nil {
			return err
		}
	}
}

// answerLine does for a line what the loader does for a call: it keeps the sources in slots and lets
// the call refer to them.
func answerLine(line []byte) ([]byte, error) {
	var wanted struct {
		Call      string          `json:"call"`
		Arguments json.RawMessage `json:"arguments"`
	}
	compact := &bytes.Buffer{}
	err := json.Compact(compact, line)
	if err == nil {
		err = json.Unmarshal(compact.Bytes(), &wanted)
	}
	if err != nil {
		return nil, fmt.Errorf(`a line must be {"call": ..., "arguments": [...]}: %w`, err)
	}
	for i := range calls {
		if calls[i].name == wanted.Call {
			return answerCall(i, elements(string(wanted.Arguments))), nil
		}
	}
	return nil, fmt.Errorf("there is no call %q", wanted.Call)
}

func answerCall(index int, given []string) []byte {
	for i := range min(calls[index].sources, len(given)) {
		if given[i] == "null" {
			continue
		}
		slot, answer := strconv.Itoa(i), &encoder{}
		serve(keepOperation, "["+slot+`,"source",`+given[i]+"]", answer)
		if string(answer.out) != `{"result":null}` {
			return answer.out
		}
		given[i] = `{"slot":` + slot + "}"
	}
	answer := &encoder{fixesInFull: true}
	serve(firstCall+index, "["+strings.Join(given, ",")+"]", answer)
	return answer.out
}
