// Package lines lets a test drive a client: a call in JSON on each line of the standard input, its outcome on a
// line of the standard output.
package lines

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
)

// Call is what the client is to do.
type Call struct {
	Call              string `json:"call"`
	Bucket            string `json:"bucket"`
	Configuration     *Configuration
	ChecksumAlgorithm string `json:"checksumAlgorithm"`
	ContentMD5        string `json:"contentMD5"`
	Key               string `json:"key"`
	Text              string `json:"text"`
}

// Configuration has the names of S3's API in JSON.
type Configuration struct {
	CORSRules []Rule
}

// Rule is one rule; what is nil is absent.
type Rule struct {
	ID             *string  `json:",omitempty"`
	AllowedOrigins []string `json:",omitempty"`
	AllowedMethods []string `json:",omitempty"`
	AllowedHeaders []string `json:",omitempty"`
	ExposeHeaders  []string `json:",omitempty"`
	MaxAgeSeconds  *int32   `json:",omitempty"`
}

// Error is what the client says of an error of the server's.
type Error struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

func (e *Error) Error() string { return e.Code + ": " + e.Message }

// Client makes one call. An error that is no *Error ends the program.
type Client func(Call) (any, error)

// Serve reads calls until the input ends.
func Serve(client Client) {
	input := json.NewDecoder(bufio.NewReader(os.Stdin))
	output := json.NewEncoder(os.Stdout)
	for input.More() {
		var call Call
		if err := input.Decode(&call); err != nil {
			log.Fatal(err)
		}
		result, err := client(call)
		outcome := map[string]any{"result": result}
		if err != nil {
			refused, ok := err.(*Error)
			if !ok {
				log.Fatal(err)
			}
			outcome = map[string]any{"error": refused}
		}
		if err := output.Encode(outcome); err != nil {
			log.Fatal(err)
		}
	}
}
