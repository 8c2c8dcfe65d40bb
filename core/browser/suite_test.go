package browser

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"s3cors/core"
	"s3cors/core/s3"
	"s3cors/core/source"
)

// suite is a file of testdata/browser: a Suite of the API, and the small forms that README.md there describes.
type suite struct {
	name   string
	Source string      `json:"source"`
	Cases  []suiteCase `json:"cases"`
}

type suiteCase struct {
	Name   string `json:"name"`
	ID     string `json:"id"`
	Source string `json:"source"`
	Must   bool   `json:"must"`
	Note   string `json:"note"`

	Call   *callData   `json:"call"`
	Server *serverData `json:"server"`
	// Answer is a preflight's answer that is checked alone.
	Answer *responseData `json:"answer"`
	// First and Second are two calls that share a preflight cache.
	First  *callData `json:"first"`
	Second *callData `json:"second"`
	// Page alone: its origin is asked for.
	Page    *string     `json:"page"`
	Sandbox *string     `json:"sandbox"`
	Expect  expectation `json:"expect"`
}

type callData struct {
	Page           string      `json:"page"`
	URL            string      `json:"url"`
	Via            string      `json:"via"`
	Method         *string     `json:"method"`
	Headers        headersData `json:"headers"`
	Credentials    string      `json:"credentials"`
	Mode           string      `json:"mode"`
	Body           bodyData    `json:"body"`
	CrossOrigin    *string     `json:"crossorigin"`
	UploadListener bool        `json:"uploadListener"`
	ReferrerPolicy string      `json:"referrerPolicy"`
	Cache          string      `json:"cache"`
	Sandbox        *string     `json:"sandbox"`
	TopLevelSite   string      `json:"topLevelSite"`
}

func (c *callData) call() *Call {
	return &Call{Page: c.Page, URL: c.URL, Via: ParseVia(c.Via), Method: c.Method, Headers: core.HeaderList(c.Headers),
		Credentials: c.Credentials, Mode: c.Mode, Body: c.Body.kind, BodyType: c.Body.blobType, CrossOrigin: c.CrossOrigin,
		UploadListener: c.UploadListener, ReferrerPolicy: c.ReferrerPolicy, Cache: c.Cache, Sandbox: c.Sandbox, TopLevelSite: c.TopLevelSite}
}

// headersData is a HeaderList of the API: a list of pairs, or an object in its order.
type headersData core.HeaderList

func (h *headersData) UnmarshalJSON(data []byte) error {
	var pairs [][2]string
	if err := json.Unmarshal(data, &pairs); err == nil {
		for _, pair := range pairs {
			*h = append(*h, core.HeaderField{Name: pair[0], Value: pair[1]})
		}
		return nil
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	if _, err := decoder.Token(); err != nil {
		return err
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return err
		}
		var value string
		if err := decoder.Decode(&value); err != nil {
			return err
		}
		*h = append(*h, core.HeaderField{Name: name.(string), Value: value})
	}
	return nil
}

// bodyData is the kind of a body, or an object with the type of a Blob.
type bodyData struct {
	kind     Body
	blobType string
}

func (b *bodyData) UnmarshalJSON(data []byte) error {
	if data[0] == '"' {
		var kind string
		err := json.Unmarshal(data, &kind)
		b.kind = ParseBody(kind)
		return err
	}
	var blob struct {
		Type string `json:"type"`
	}
	b.kind = Blob
	err := json.Unmarshal(data, &blob)
	b.blobType = blob.Type
	return err
}

type responseData struct {
	Status  int         `json:"status"`
	Headers headersData `json:"headers"`
}

func (r *responseData) response() *core.HTTPResponse {
	if r == nil {
		return nil
	}
	return &core.HTTPResponse{Status: r.Status, Headers: core.HeaderList(r.Headers)}
}

type serverData struct {
	// CORS is a Source of the API, or null for a bucket without one; absent where responses are given.
	CORS      json.RawMessage `json:"cors"`
	Bucket    string          `json:"bucket"`
	Resource  string          `json:"resource"`
	Status    int             `json:"status"`
	Headers   headersData     `json:"headers"`
	Preflight *responseData   `json:"preflight"`
	Response  *responseData   `json:"response"`
	Redirects []struct {
		Status    int           `json:"status"`
		Location  string        `json:"location"`
		Headers   headersData   `json:"headers"`
		Preflight *responseData `json:"preflight"`
	} `json:"redirects"`
	Cache string `json:"cache"`
	First struct {
		Origin   *string       `json:"origin"`
		Response *responseData `json:"response"`
	} `json:"first"`
}

func (s *serverData) server() *Server {
	server := &Server{}
	if s == nil {
		return server
	}
	server.Preflight, server.Response = s.Preflight.response(), s.Response.response()
	server.Cache, server.FirstOrigin, server.FirstResponse = Cache(max(0, indexOf(caches, s.Cache))), s.First.Origin, s.First.Response.response()
	for _, r := range s.Redirects {
		server.Redirects = append(server.Redirects, Redirect{Status: r.Status, Location: r.Location, Headers: core.HeaderList(r.Headers), Preflight: r.Preflight.response()})
	}
	if s.CORS != nil {
		server.S3 = true
		server.Rules = s3.Compile(source.ReadValue(string(s.CORS)).Configuration)
		server.Target = s3.Target{Missing: s.Bucket == "missing", Resource: s3.Resource(s.Resource), Status: s.Status, Headers: core.HeaderList(s.Headers)}
	}
	return server
}

// decision is a browser's that leaves the standard; what is left out beside outcome and reason is not compared.
type decision struct {
	Outcome   Outcome         `json:"outcome"`
	Reason    string          `json:"reason"`
	Origin    json.RawMessage `json:"origin"`
	Preflight json.RawMessage `json:"preflight"`
	Request   json.RawMessage `json:"request"`
}

type expectation struct {
	Outcome Outcome `json:"outcome"`
	Reason  string  `json:"reason"`
	// Origin is a text or null.
	Origin json.RawMessage `json:"origin"`
	// Origins are those of all actual requests.
	Origins []*string `json:"origins"`
	// Preflight and Request are null where none may be sent.
	Preflight     json.RawMessage       `json:"preflight"`
	Request       json.RawMessage       `json:"request"`
	Readable      []string              `json:"readable"`
	Hidden        []string              `json:"hidden"`
	Differences   *map[string]*decision `json:"differences"`
	Console       map[string][]string   `json:"console"`
	Exception     map[string]*string    `json:"exception"`
	Steps         []string              `json:"steps"`
	SecondRequest map[string]bool       `json:"secondPreflight"`
	// Cached is null where no cache may have a part.
	Cached json.RawMessage `json:"cached"`
}

type requestExpectation struct {
	Method string `json:"method"`
	URL    string `json:"url"`
	// Headers are values that must be there; null: must not.
	Headers      map[string]*string `json:"headers"`
	Reasons      []string           `json:"reasons"`
	Passed       *bool              `json:"passed"`
	Reason       string             `json:"reason"`
	CacheSeconds map[string]int     `json:"cacheSeconds"`
}

type disagreement struct {
	ID     string `json:"id"`
	Ground string `json:"ground"`
	Reason string `json:"reason"`
}

const casesFolder = "../../testdata/browser"

func readSuites(t testing.TB) []suite {
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

func readDisagreements(t testing.TB) map[string]disagreement {
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
func readStrictly(t testing.TB, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := decodeStrictly(data, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func decodeStrictly(data []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}
