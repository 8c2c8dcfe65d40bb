package s3

import "s3cors/core"

// isBucketCORS says whether a request is PutBucketCors, GetBucketCors or DeleteBucketCors: one of these
// methods with a query member "cors", with or without "=", on a URL that names no object
// (AWS API reference, API_PutBucketCors; the forms are those that S3's clients send).
func isBucketCORS(request *core.HTTPRequest, resource Resource) bool {
	if request.Method != "GET" && request.Method != "PUT" && request.Method != "DELETE" {
		return false
	}
	url, _, _ := core.Cut(request.URL, '#')
	_, query, more := core.Cut(url, '?')
	for more {
		var member string
		member, query, more = core.Cut(query, '&')
		if name, _, _ := core.Cut(member, '='); name == "cors" {
			return !namesObject(request, resource)
		}
	}
	return false
}

// namesObject says whether the path of a URL goes beyond the bucket. With the bucket in the host every path does but "/";
// otherwise the first part of the path is the bucket's name, where the target is said to be a bucket or the URL has a host.
func namesObject(request *core.HTTPRequest, resource Resource) bool {
	host, path := hostAndPath(request)
	path = core.Trim(path, "/")
	if path == "" {
		return false
	}
	return core.Index(path, '/') >= 0 || bucketInHost(host) != "" || host == "" && resource != BucketItem
}

// hostAndPath takes a URL apart; the host of a URL without one is that of the Host header.
func hostAndPath(request *core.HTTPRequest) (host, path string) {
	host, _ = request.Headers.Get("Host")
	path, _, _ = core.Cut(request.URL, '?')
	if parts := SplitOrigin(path); parts.HasScheme {
		return parts.Host, parts.Path
	}
	return host, path
}

// bucketInHost is the bucket that a virtual-hosted name begins with: all before the last ".s3." or ".s3-"
// (AWS user guide, "Virtual hosting of buckets").
func bucketInHost(host string) string {
	for i := len(host) - len(".s3."); i >= 0; i-- {
		if end := host[i : i+4]; end == ".s3." || end == ".s3-" {
			return host[:i]
		}
	}
	return ""
}

// answerBucketCORS answers the three calls on the configuration itself.
func (r *Rules) answerBucketCORS(request *core.HTTPRequest, response *Response, asked *question, missing bool) {
	switch {
	case request.Method == "DELETE": // also where nothing was set (recorded: LS, VR)
		response.empty(204)
	case request.Method == "PUT":
		put := Put{Headers: request.Headers, Body: request.Body, Missing: missing}
		answer := put.Answer()
		if put.refuseDigests() == nil {
			asked.assumed.add(digestNotCompared)
		}
		for _, assumption := range answer.Assumptions {
			asked.assumed.addCode(assumption.Code)
		}
		if answer.Error != nil {
			response.refuse(answer.Status, answer.Error, "")
		} else {
			response.empty(200)
		}
	case r == nil:
		// The text of the wire, not that of the documentation's error table; with BucketName
		// (recorded: LS, VR).
		response.refuse(404, newError("NoSuchCORSConfiguration", "The CORS configuration does not exist", "", ""), bucketName(request))
	default:
		asked.assumed.add(elementOrder)
		response.Status, response.Body = 200, Document(r.configuration)
		response.Headers.Add("Content-Type", "application/xml")
		response.server()
	}
}

// bucketName is the bucket that a URL names, or "BUCKET" where it names none.
func bucketName(request *core.HTTPRequest) string {
	host, path := hostAndPath(request)
	if name := bucketInHost(host); name != "" {
		return name
	}
	if name, _, _ := core.Cut(core.Trim(path, "/"), '/'); name != "" {
		return name
	}
	return "BUCKET"
}
