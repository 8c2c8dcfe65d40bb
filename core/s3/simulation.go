package s3

import "s3cors/core"

// ErrorResponse is S3's error: its code and message to the letter, S3's own
// spelling included.
type ErrorResponse struct {
	Code    string
	Message string
	// Method is the Method element of a refused preflight; "" where S3 sends none.
	Method string
	// ResourceType is "OBJECT" or "BUCKET"; "" where S3 sends none.
	ResourceType string
}

// Resource is what the URL of a request names.
type Resource string

// The resources. ServiceRoot is the endpoint without a bucket (ListBuckets), which never
// has CORS headers.
const (
	Object      Resource = "object"
	BucketItem  Resource = "bucket"
	ServiceRoot Resource = "service"
)

// Target is the bucket that is asked, and how it answers apart from CORS.
type Target struct {
	// Missing: there is no such bucket.
	Missing bool
	// Resource is what the URL names; "" is the bucket where the URL ends at one, else an object.
	Resource Resource
	// Status is how S3 answers the actual request apart from CORS; 0 is 200.
	Status int
	// Headers are sent with the answer to the actual request, after those of CORS.
	Headers core.HeaderList
}

// Response is S3's answer.
type Response struct {
	core.HTTPResponse
	// Error is nil where S3 answers without one.
	Error *ErrorResponse
}

// Simulation is what S3 answers to one request, and why.
type Simulation struct {
	// Allowed: S3 sends Access-Control-Allow-Origin.
	Allowed bool
	// Rule is the index of the first rule that matches, or -1.
	Rule     int
	Request  core.HTTPRequest
	Response Response
	Trace    []RuleTrace
	// Assumptions are the readings on which this answer rests; empty where all of it is on record.
	Assumptions []Assumption
	// Reached: the rules were compared; S3 did not refuse or answer before it.
	Reached bool
}

// Result says what became of a rule or of one check.
type Result string

// The results. All checks of a rule that was reached are made, also after one failed.
const (
	Matched    Result = "matched"
	Failed     Result = "failed"
	NotReached Result = "not-reached"
)

// RuleTrace tells what became of one rule.
type RuleTrace struct {
	Rule   int
	ID     *string
	Result Result
	Origin Check
	Method Check
	// Headers has a check for each item of Access-Control-Request-Headers, in its order; of very many items, for the first.
	Headers []Check
}

// Check is the comparison of one value of the request with one rule.
type Check struct {
	// Value is what the request carried.
	Value  string
	Result Result
	// Path is the element that matched or came nearest, or the list that was searched.
	Path core.Path
	// Pattern is that element's text; nil where Path is a list.
	Pattern *string
	// Reason says why it failed (reasons.go has the list); "" if it did not.
	Reason     string
	Message    string
	Parameters []core.Parameter
}

// Verdict is the outcome of a preflight alone.
type Verdict struct {
	Allowed bool
	// Rule is the index of the first rule that matches, or -1.
	Rule   int
	Status int
}

// Validation is what PutBucketCors says of a configuration, and everything else worth
// knowing about it.
type Validation struct {
	// Accepted: PutBucketCors takes it.
	Accepted bool
	Status   int
	// Error is the first error in the order in which S3 checks; nil if it is accepted.
	Error *ErrorResponse
	// Path is the value that Error is about; the whole document where it is about no single value.
	Path core.Path
	// Bytes is the size of the XML document, of the 65,536 that S3 takes.
	Bytes int
	// Diagnostics are those of reading and of S3's rules, ordered by place, then code.
	Diagnostics []core.Diagnostic
	// Assumptions are the readings on which this answer rests; empty where all of it is on record.
	Assumptions []Assumption
}
