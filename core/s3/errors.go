package s3

// The texts of S3's errors, to the letter.
const (
	malformedXML = "The XML you provided was not well-formed or did not validate against our published schema" // recorded: LS, VR
	// recorded: LS, for requests of any kind without an Origin
	originNeeded = "Insufficient information. Origin request header needed."
	// recorded: LS; "evalution" is S3's spelling
	notAllowed = "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, " +
		"request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec."
	notEnabled     = "CORSResponse: CORS is not enabled for this bucket." // recorded: LS
	bucketNotFound = "CORSResponse: Bucket not found"                     // recorded: LS
)

//go:noinline
func newError(code, message, method, resourceType string) *ErrorResponse {
	return &ErrorResponse{Code: code, Message: message, Method: method, ResourceType: resourceType}
}

func invalidRequest(message string) *ErrorResponse {
	return newError("InvalidRequest", message, "", "")
}

func malformed() *ErrorResponse { return newError("MalformedXML", malformedXML, "", "") }

// document writes the error's body: elements in the order Code, Message, BucketName, Method, ResourceType
// (recorded: LS, versitygw issue 2083). RequestId and HostId, which S3 makes up for each
// request, are left out.
func (e *ErrorResponse) document(bucketName string) string {
	to := appendAll(nil, `<?xml version="1.0" encoding="UTF-8"?>`, "\n<Error>")
	for i, text := range [...]string{e.Code, e.Message, bucketName, e.Method, e.ResourceType} {
		if text != "" {
			to = appendAll(to, "<", errorElements[i], ">")
			to = appendAll(AppendText(to, text), "</", errorElements[i], ">")
		}
	}
	return string(appendAll(to, "</Error>"))
}

var errorElements = [...]string{"Code", "Message", "BucketName", "Method", "ResourceType"}
