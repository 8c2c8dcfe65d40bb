package source_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"s3cors/core"
	"s3cors/core/source"
)

// pastedText is one text of testdata/texts, with what a careful reader makes of it. testdata/README.md tells the members.
type pastedText struct {
	File          string                  `json:"file"`
	Name          string                  `json:"name"`
	Source        string                  `json:"source"`
	Format        string                  `json:"format"` // "" for null
	Alternatives  []string                `json:"alternatives"`
	Configuration *core.CORSConfiguration `json:"configuration"`
	Tolerant      bool                    `json:"tolerant"`
	Loose         []string                `json:"loose"`
	Placeholders  []string                `json:"placeholders"`
	Unknown       []string                `json:"unknown"`
	Candidates    int                     `json:"candidates"`
	Diagnostics   []string                `json:"diagnostics"`
	MayTell       []string                `json:"mayTell"`
	Dialect       string                  `json:"dialect"`

	text string
	// names are those of the configurations in the text, where a test looks at them.
	names []string
}

const textsFolder = "../../testdata/texts"

func readTexts(t *testing.T) []pastedText {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(textsFolder, "texts.json"))
	if err != nil {
		t.Fatal(err)
	}
	var index struct {
		Source string
		Texts  []pastedText
	}
	if err := json.Unmarshal(data, &index); err != nil {
		t.Fatal(err)
	}
	for i := range index.Texts {
		data, err := os.ReadFile(filepath.Join(textsFolder, index.Texts[i].File))
		if err != nil {
			t.Fatal(err)
		}
		index.Texts[i].text = string(data)
	}
	return index.Texts
}

// TestTexts holds what is read from each text of testdata/texts against what a careful reader makes of it, and
// tells which format was taken for which.
func TestTexts(t *testing.T) {
	texts, confused, failing := readTexts(t), confusion{}, []string(nil)
	for i := range texts {
		text := &texts[i]
		t.Run(text.Name, func(t *testing.T) {
			doc := read(t, text.text)
			confused.add(text, string(doc.Format))
			differences := text.differences(doc)
			if len(differences) > 0 {
				failing = append(failing, text.File)
				t.Errorf("%s\n%s", text.File, strings.Join(differences, "\n"))
			}
		})
	}
	if t.Failed() || testing.Verbose() {
		t.Logf("%d of %d texts are read as expected\n%s\nnot as expected: %s", len(texts)-len(failing), len(texts), confused, strings.Join(failing, " "))
	}
}

// read reads a text; a panic fails this text alone.
func read(t *testing.T, text string) (doc *source.Document) {
	t.Helper()
	defer func() {
		if problem := recover(); problem != nil {
			t.Errorf("the reader panics: %v", problem)
			doc = &source.Document{Text: text}
		}
	}()
	return source.Read(text)
}

// confusion counts how often a format was taken for which: expected, then detected.
type confusion map[[2]string]int

func (c confusion) add(text *pastedText, detected string) {
	expected := text.Format
	if slices.Contains(text.Alternatives, detected) {
		expected = detected
	}
	c[[2]string{expected, detected}]++
}

// String is a table with a row for each format that is expected and a column for each that was detected.
func (c confusion) String() string {
	var rows, columns []string
	for pair := range maps.Keys(c) {
		rows, columns = append(rows, pair[0]), append(columns, pair[1])
	}
	slices.Sort(rows)
	slices.Sort(columns)
	rows, columns = slices.Compact(rows), slices.Compact(columns)
	var table strings.Builder
	line := func(name string, cell func(string) string) {
		fmt.Fprintf(&table, "%-20s", name)
		for _, column := range columns {
			fmt.Fprintf(&table, " %*s", max(len(column), 4), cell(column))
		}
		table.WriteByte('\n')
	}
	line("expected \\ detected", func(column string) string { return column + strings.Repeat("none", 1-min(len(column), 1)) })
	for _, row := range rows {
		name := row
		if name == "" {
			name = "none"
		}
		line(name, func(column string) string {
			if count := c[[2]string{row, column}]; count > 0 {
				return fmt.Sprint(count)
			}
			return "."
		})
	}
	return table.String()
}

// TestTextsAreWellFormed looks at the list itself: a text that no entry names, or an entry that expects nothing, would say less
// than it seems to.
func TestTextsAreWellFormed(t *testing.T) {
	names, listed := map[string]bool{}, map[string]bool{"texts.json": true}
	for _, text := range readTexts(t) {
		if text.Name == "" || names[text.Name] {
			t.Errorf("%s: the name %q is empty or used twice", text.File, text.Name)
		}
		names[text.Name], listed[text.File] = true, true
		if text.Source == "" {
			t.Errorf("%s: a text names its authority", text.File)
		}
		if (text.Format == "") != (text.Configuration == nil) {
			t.Errorf("%s: a text has a format where it has a configuration", text.File)
		}
		if (text.Candidates > 0) != slices.Contains(text.Diagnostics, "several-configurations") {
			t.Errorf("%s: several-configurations is told where there are candidates", text.File)
		}
	}
	files, err := os.ReadDir(textsFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !listed[file.Name()] {
			t.Errorf("%s is in no entry of texts.json", file.Name())
		}
	}
}
