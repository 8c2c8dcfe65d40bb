//go:build !js

package literal

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// interpreter is a language's own, which says what a literal is. It reads a text as a line of JSON, and answers with
// {"value": ...}, or with {} if it does not take the text.
type interpreter struct {
	once  sync.Once
	asked sync.Mutex
	to    io.Writer
	from  *bufio.Reader
	err   error
}

// start runs a command. Where it is missing the test is skipped, but not in CI.
func (i *interpreter) start(tb testing.TB, directory string, command ...string) {
	i.once.Do(func() {
		process := exec.Command(command[0], command[1:]...)
		process.Dir = directory
		process.Stderr = os.Stderr
		i.to, i.err = process.StdinPipe()
		from, err := process.StdoutPipe()
		if i.err == nil {
			i.err = err
		}
		if i.err == nil {
			i.err = process.Start()
		}
		i.from = bufio.NewReader(from)
		if i.err == nil {
			_, i.err = i.from.ReadString('\n') // It says that it is there.
		}
	})
	if i.err != nil {
		require.NotEqual(tb, "true", os.Getenv("CI"), "%s: %v", command[0], i.err)
		fmt.Fprintf(os.Stderr, "%s cannot be asked, so %s holds nothing: %v\n", command[0], tb.Name(), i.err)
		tb.Skip()
	}
}

// ask returns the tree of the answer, whose root is an object.
func (i *interpreter) ask(tb testing.TB, text string) *Tree {
	i.asked.Lock()
	defer i.asked.Unlock()
	line, err := json.Marshal(text)
	require.NoError(tb, err)
	_, err = i.to.Write(append(line, '\n'))
	require.NoError(tb, err)
	answer, err := i.from.ReadString('\n')
	require.NoError(tb, err)
	tree := Parse(strings.TrimSpace(answer))
	require.Empty(tb, tree.Problems)
	return tree
}

// anyText stands for a string that is code here, since it has an escape or a prefix that is not read.
const anyText = "\x00any text"

// literalValue is a value in Go's types: numbers as float64, and of repeated keys the last one.
func literalValue(tb testing.TB, tree *Tree, node int) any {
	switch kind := tree.Nodes[node].Kind; kind {
	case Object:
		object := map[string]any{}
		for _, key := range items(tree, node) {
			require.Equal(tb, Key, tree.Nodes[key].Kind, outline(tree, 0))
			object[tree.TextOf(key)] = literalValue(tb, tree, key+1)
		}
		return object
	case List:
		list := []any{}
		for _, item := range items(tree, node) {
			list = append(list, literalValue(tb, tree, item))
		}
		return list
	case String:
		return strings.ReplaceAll(tree.TextOf(node), "\r\n", "\n") // Here line ends are kept as they stand.
	case Number:
		number, err := strconv.ParseFloat(tree.TextOf(node), 64)
		require.NoError(tb, err)
		return number
	case True, False:
		return kind == True
	case Null:
		return nil
	case Expression:
		if written := tree.Text[tree.Nodes[node].Start:tree.Nodes[node].End]; strings.ContainsAny(written, "\\{") {
			return anyText
		}
	}
	require.Fail(tb, "no literal", "%s", outline(tree, 0))
	return nil
}

// requireSame says that x = text is read as the interpreter reads the text.
func (i *interpreter) requireSame(tb testing.TB, language Language, text string) {
	answer := i.ask(tb, text)
	if answer.Behind(answer.Root) == answer.Root+1 {
		return // It is no literal of the language.
	}
	tree := ParseProgram("x = "+text, language)
	require.Equal(tb, []int{1}, items(tree, 0), outline(tree, 0))
	require.Equal(tb, Key, tree.Nodes[1].Kind)
	want, got := literalValue(tb, answer, answer.Root+2), literalValue(tb, tree, 2)
	require.Equal(tb, want, filled(got, want), "%s", text)
	require.Empty(tb, tree.Problems)
}

// filled is a value with the texts that are code filled in from another.
func filled(value, from any) any {
	switch value := value.(type) {
	case string:
		if _, isText := from.(string); isText && value == anyText {
			return from
		}
	case []any:
		if from, isList := from.([]any); isList && len(from) == len(value) {
			for i := range value {
				value[i] = filled(value[i], from[i])
			}
		}
	case map[string]any:
		if from, isObject := from.(map[string]any); isObject {
			for key := range value {
				value[key] = filled(value[key], from[key])
			}
		}
	}
	return value
}

// literalWriter writes a literal as the bytes of a fuzzer say.
type literalWriter struct {
	choices []byte
	strings.Builder
	depth int
	// How strings begin, what they are made of, numbers, words, and what stands between tokens.
	quotes, pieces, numbers, words, blanks []string
	// tuples says that parentheses hold lists.
	tuples bool
}

func (w *literalWriter) choose(count int) int {
	if len(w.choices) == 0 {
		return 0
	}
	choice := int(w.choices[0]) % count
	w.choices = w.choices[1:]
	return choice
}

func (w *literalWriter) one(of []string) { w.WriteString(of[w.choose(len(of))]) }

func (w *literalWriter) string() {
	quote := w.quotes[w.choose(len(w.quotes))]
	w.WriteString(quote)
	quote = strings.TrimLeft(quote, "rRbBuUfF")
	for range w.choose(6) {
		if piece := w.pieces[w.choose(len(w.pieces))]; strings.Trim(piece, quote) != "" {
			w.WriteString(piece) // It does not end the string.
		}
	}
	w.WriteString(quote)
}

func (w *literalWriter) value() {
	w.depth++
	defer func() { w.depth-- }()
	kind := w.choose(8)
	if w.depth > 6 || len(w.choices) == 0 {
		kind %= 4
	}
	switch kind {
	case 0, 1:
		w.string()
		if w.tuples && w.choose(4) == 1 && w.depth > 1 {
			w.WriteString(" ")
			w.string() // It belongs to the text before.
		}
	case 2:
		w.one(w.numbers)
	case 3:
		w.one(w.words)
	case 4, 5:
		brackets := "[]"
		if w.tuples && kind == 5 {
			brackets = "()"
		}
		w.several(brackets, false)
	default:
		w.several("{}", true)
	}
}

func (w *literalWriter) several(brackets string, keyed bool) {
	w.WriteString(brackets[:1])
	w.one(w.blanks)
	for count := w.choose(5); count > 0; count-- {
		if keyed {
			if w.tuples || w.choose(2) == 0 {
				w.one([]string{"'a b'", `"AllowedMethods"`, "''", "'é\"'", `"x\ny"`, "'\\''"})
			} else {
				w.one([]string{"a", "$b", "AllowedOrigins", "default", "in", "_", "if", "null"})
			}
			w.one(w.blanks)
			w.WriteString(":")
			w.one(w.blanks)
		}
		w.value()
		w.one(w.blanks)
		if count > 1 || brackets == "()" || w.choose(3) == 0 {
			w.WriteString(",")
			w.one(w.blanks)
		}
	}
	w.WriteString(brackets[1:])
}
