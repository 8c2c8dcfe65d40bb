//go:build !js

package main

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// main performs the operations on standard input, one a line, as the module performs them for the loader.
func main() {
	if err := answerLines(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "s3cors:", err)
		os.Exit(1)
	}
}

func answerLines(from io.Reader, to io.Writer) error {
	lines, out := bufio.NewReaderSize(from, 1<<16), bufio.NewWriter(to)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			answer, err := answerLine(strings.TrimSuffix(line, "\n"))
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

func answerLine(line string) ([]byte, error) {
	number, encoded, _ := strings.Cut(line, " ")
	operation, err := strconv.Atoi(number)
	if err != nil {
		return nil, fmt.Errorf("a line must be the number of an operation, a blank and a payload in base64: %w", err)
	}
	text, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return nil, fmt.Errorf("the payload of operation %d must be base64: %w", operation, err)
	}
	answer := &encoder{}
	serve(operation, string(text), answer)
	return answer.out, nil
}
