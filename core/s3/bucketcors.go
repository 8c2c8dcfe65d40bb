package s3

import "s3cors/core"

// isBucketCORS says whether a request is PutBucketCors, GetBucketCors or DeleteBucketCors: one of these
// methods with a query member "cors", with or without "=".
func isBucketCORS(request *core.HTTPRequest) bool {
	if request.Method != "GET" && request.Method != "PUT" && request.Method != "DELETE" {
		return false
	}
	url, _, _ := core.Cut(request.URL, '#')
	_, query, more := core.Cut(url, '?')
	for more {
		var member string
		member, query, more = core.Cut(query, '&')
		if name, _, _ := core.Cut(member, '='); name == "cors" {
			return true
		}
	}
	return false
}

// answerBucketCORS answers the three calls on the configuration itself.
func (r *Rules) answerBucketCORS(request *core.HTTPRequest, response *Response) {
	switch {
	case request.Method == "DELETE": // also where nothing was set (recorded: LS, VR)
		response.empty(204)
	case request.Method == "PUT":
		put := Put{Headers: request.Headers, Body: request.Body}
		if status, refused := put.Answer(); refused != nil {
			response.refuse(status, refused, "")
		} else {
			response.empty(200)
		}
	case r == nil:
		// The text of the wire, not that of the documentation's error table; with BucketName
		// (recorded: LS, VR).
		response.refuse(404, newError("NoSuchCORSConfiguration", "The CORS configuration does not exist", "", ""), bucketName(request))
	default:
		response.Status, response.Body = 200, Document(r.configuration)
		response.Headers.Add("Content-Type", "application/xml")
		response.server()
	}
}

// bucketName is the bucket that a URL names, or "BUCKET" where it names none.
func bucketName(request *core.HTTPRequest) string {
	host, _ := request.Headers.Get("Host")
	parts := splitOrigin(request.URL)
	path := request.URL
	if parts.hasScheme {
		host, path = parts.host, parts.path
	}
	for i := 0; i+3 <= len(host); i++ {
		if host[i:i+3] == ".s3" {
			return host[:i]
		}
	}
	path, _, _ = core.Cut(path, '?')
	if name, _, _ := core.Cut(core.Trim(path, "/"), '/'); name != "" {
		return name
	}
	return "BUCKET"
}
