package s3

import (
	"strconv"

	"s3cors/core"
)

// vary is sent with every match, "*" included, and with nothing else (recorded: LS).
const vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"

// corsHeaders are the headers of a match, on preflights and actual requests alike, in S3's
// order (AWS user guide, "Testing CORS"; recorded: LS, MG, SC, VR).
func (r *Rules) corsHeaders(index int, asked *question) core.HeaderList {
	rule := &r.configuration.CORSRules[index]
	headers := make(core.HeaderList, 0, 10)
	add := func(name, value string) {
		headers = append(headers, core.HeaderField{Name: name, Value: value})
	}
	star := r.answersStar(index, asked)
	if star {
		add("Access-Control-Allow-Origin", "*")
	} else {
		add("Access-Control-Allow-Origin", asked.origin)
	}
	// All methods of the rule, in document order (recorded: LS; against API_RESTOPTIONSobject).
	add("Access-Control-Allow-Methods", core.Join(rule.AllowedMethods, ", "))
	if len(asked.headers) > 0 {
		// What was asked for, in lower case, never the rule's list (recorded: LS, MG, SC).
		names := make([]string, len(asked.headers))
		for i := range asked.headers {
			names[i] = asked.headers[i].name
		}
		add("Access-Control-Allow-Headers", core.Join(names, ", "))
	}
	if len(rule.ExposeHeaders) > 0 {
		add("Access-Control-Expose-Headers", core.Join(rule.ExposeHeaders, ", "))
	}
	if rule.MaxAgeSeconds != nil {
		add("Access-Control-Max-Age", strconv.FormatInt(*rule.MaxAgeSeconds, 10))
	}
	if !star {
		// Absent, not "false", beside "*" (recorded: LS).
		add("Access-Control-Allow-Credentials", "true")
	}
	add("Vary", vary)
	asked.noteRule(rule)
	return headers
}

// answersStar says whether the rule answers "*" in place of the origin: as soon as one of its
// origins is the bare "*" (assumption "star-beside-others").
func (r *Rules) answersStar(index int, asked *question) bool {
	star, other := false, false
	origins := r.compiled[index].origins
	for i := range origins {
		switch {
		case origins[i].IsStar():
			star = true
		case origins[i].Match(asked.origin):
			other = true
		}
	}
	if star && other {
		asked.assumed.add(starBesideOthers)
	}
	return star
}

// noteRule adds the readings that the members of the rule that answers touch.
func (q *question) noteRule(rule *core.CORSRule) {
	if rule.MaxAgeSeconds != nil {
		switch {
		case *rule.MaxAgeSeconds == 0:
			q.assumed.add(maxAgeZero)
		case *rule.MaxAgeSeconds < 0:
			q.assumed.add(maxAgeNegative)
		}
	}
	if repeats(rule.AllowedMethods) || repeats(rule.ExposeHeaders) {
		q.assumed.add(duplicatesKept)
	}
}

func repeats(list []string) bool {
	for i := range list {
		for j := range i {
			if list[i] == list[j] {
				return true
			}
		}
	}
	return false
}

// plainResponse is how S3 answers apart from CORS.
func plainResponse(target *Target) Response {
	status := target.Status
	if status == 0 {
		status = 200
	}
	headers := make(core.HeaderList, len(target.Headers))
	copy(headers, target.Headers)
	return Response{HTTPResponse: core.HTTPResponse{Status: status, Headers: headers}}
}

// errorResponse is an answer with an error in XML (recorded: LS, VR). Date and the identifiers that S3
// makes up for each request are left out.
func errorResponse(status int, refused *ErrorResponse, bucketName string) Response {
	headers := core.HeaderList{
		{Name: "Content-Type", Value: "application/xml"},
		{Name: "Transfer-Encoding", Value: "chunked"},
	}
	if refused.Message == originNeeded { // recorded: LS
		headers = append(headers, core.HeaderField{Name: "Connection", Value: "close"})
	}
	headers = append(headers, core.HeaderField{Name: "Server", Value: "AmazonS3"})
	return Response{
		HTTPResponse: core.HTTPResponse{Status: status, Headers: headers, Body: refused.document(bucketName)},
		Error:        refused,
	}
}

func noSuchBucket() *ErrorResponse {
	return &ErrorResponse{Code: "NoSuchBucket", Message: "The specified bucket does not exist"}
}
