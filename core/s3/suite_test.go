package s3_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// suite is a file of testdata/s3: a Suite of the API.
type suite struct {
	name          string
	Source        string          `json:"source"`
	Configuration json.RawMessage `json:"configuration"`
	Cases         []suiteCase     `json:"cases"`
}

type suiteCase struct {
	Name       string `json:"name"`
	ID         string `json:"id"`
	Source     string `json:"source"`
	Evidence   string `json:"evidence"`
	Confidence string `json:"confidence"`
	Must       bool   `json:"must"`
	Vendor     string `json:"vendor"`
	Note       string `json:"note"`
	// Configuration stands in place of the suite's; nil where the case has none of its own.
	Configuration json.RawMessage `json:"configuration"`
	Target        *targetData     `json:"target"`
	Preflight     *preflightData  `json:"preflight"`
	Request       *requestData    `json:"request"`
	Put           json.RawMessage `json:"put"`
	Expect        expectation     `json:"expect"`
}

type targetData struct {
	Bucket   string `json:"bucket"`
	Resource string `json:"resource"`
	Status   int    `json:"status"`
}

type preflightData struct {
	Origin  *string `json:"origin"`
	Method  *string `json:"method"`
	Headers *string `json:"headers"`
}

type requestData struct {
	Method  string            `json:"method"`
	URL     string            `json:"url"`
	Headers map[string]string `json:"headers"`
	Body    string            `json:"body"`
}

type expectation struct {
	Allowed *bool `json:"allowed"`
	// Rule is a number or null.
	Rule   json.RawMessage `json:"rule"`
	Status *int            `json:"status"`
	Error  *errorData      `json:"error"`
	// Headers are values that must be there; null: must not.
	Headers map[string]*string `json:"headers"`
	// Stored is the configuration that GetBucketCors gives back.
	Stored json.RawMessage `json:"stored"`
	// Body is a text that the body contains.
	Body string `json:"body"`
}

type errorData struct {
	Code         *string `json:"code"`
	Message      *string `json:"message"`
	Method       *string `json:"method"`
	ResourceType *string `json:"resourceType"`
}

type disagreement struct {
	ID         string `json:"id"`
	Ground     string `json:"ground"`
	Assumption string `json:"assumption"`
	Reason     string `json:"reason"`
}

const casesFolder = "../../testdata/s3"

func readSuites(t *testing.T) []suite {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(casesFolder, "*.json"))
	if err != nil || len(paths) < 2 {
		t.Fatalf("no cases in %s (%v)", casesFolder, err)
	}
	var suites []suite
	for _, path := range paths {
		if filepath.Base(path) == "disagreements.json" {
			continue
		}
		file := suite{name: strings.TrimSuffix(filepath.Base(path), ".json")}
		readStrictly(t, path, &file)
		suites = append(suites, file)
	}
	return suites
}

func readDisagreements(t *testing.T) map[string]disagreement {
	t.Helper()
	var file struct {
		Disagreements []disagreement `json:"disagreements"`
	}
	readStrictly(t, filepath.Join(casesFolder, "disagreements.json"), &file)
	byID := map[string]disagreement{}
	for _, d := range file.Disagreements {
		byID[d.ID] = d
	}
	return byID
}

// readStrictly refuses members that it does not know, so that a misspelt expectation is seen.
func readStrictly(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func (c *suiteCase) kinds() int {
	count := 0
	for _, there := range []bool{c.Preflight != nil, c.Request != nil, c.Put != nil} {
		if there {
			count++
		}
	}
	return count
}
