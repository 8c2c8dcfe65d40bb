package s3

import "s3cors/core"

// isBucketCORS says whether a request is PutBucketCors, GetBucketCors or DeleteBucketCors: one of these
// methods with a query member "cors", with or without "=".
func isBucketCORS(request *core.HTTPRequest) bool {
	switch request.Method {
	case "GET", "PUT", "DELETE":
	default:
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
func (r *Rules) answerBucketCORS(request *core.HTTPRequest) Response {
	switch request.Method {
	case "DELETE": // also where nothing was set (recorded: LS, VR)
		return Response{HTTPResponse: core.HTTPResponse{Status: 204, Headers: core.HeaderList{{Name: "Server", Value: "AmazonS3"}}}}
	case "PUT":
		put := Put{Headers: request.Headers, Body: request.Body}
		if status, refused := put.Answer(); refused != nil {
			return errorResponse(status, refused, "")
		}
		return Response{HTTPResponse: core.HTTPResponse{Status: 200, Headers: core.HeaderList{
			{Name: "Server", Value: "AmazonS3"}, {Name: "Content-Length", Value: "0"},
		}}}
	}
	if r == nil {
		// The text of the wire, not that of the documentation's error table; with BucketName
		// (recorded: LS, VR).
		refused := &ErrorResponse{Code: "NoSuchCORSConfiguration", Message: "The CORS configuration does not exist"}
		return errorResponse(404, refused, bucketName(request))
	}
	return Response{HTTPResponse: core.HTTPResponse{
		Status:  200,
		Headers: core.HeaderList{{Name: "Content-Type", Value: "application/xml"}, {Name: "Server", Value: "AmazonS3"}},
		Body:    Document(r.configuration),
	}}
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
