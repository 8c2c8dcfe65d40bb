package s3

import "s3cors/core"

// vary is sent with every match, "*" included, and with nothing else (recorded: LS).
const vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method"

// corsHeaders are the headers of a match, on preflights and actual requests alike, in S3's
// order (AWS user guide, "Testing CORS"; recorded: LS, MG, SC, VR).
func (r *Rules) corsHeaders(index int, asked *question) core.HeaderList {
	rule := &r.configuration.CORSRules[index]
	headers := make(core.HeaderList, 0, 10)
	star := r.answersStar(index, asked)
	origin := asked.origin
	if star {
		origin = "*"
	}
	headers.Add("Access-Control-Allow-Origin", origin)
	// All methods of the rule, in document order (recorded: LS; against API_RESTOPTIONSobject).
	headers.Add("Access-Control-Allow-Methods", core.Join(rule.AllowedMethods, ", "))
	if len(asked.headers) > 0 {
		// What was asked for, in lower case, never the rule's list (recorded: LS, MG, SC).
		headers.Add("Access-Control-Allow-Headers", asked.names())
	}
	if len(rule.ExposeHeaders) > 0 {
		headers.Add("Access-Control-Expose-Headers", core.Join(rule.ExposeHeaders, ", "))
	}
	if rule.MaxAgeSeconds != nil {
		headers.Add("Access-Control-Max-Age", core.FormatInt(*rule.MaxAgeSeconds))
	}
	if !star {
		// Absent, not "false", beside "*" (recorded: LS).
		headers.Add("Access-Control-Allow-Credentials", "true")
	}
	headers.Add("Vary", vary)
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
	for _, name := range rule.ExposeHeaders {
		if name == "" {
			q.assumed.add(allowedHeaderCharacter)
		}
	}
}

func repeats(list []string) bool {
	for i := range min(len(list), searchedAtMost) {
		for j := range i {
			if list[i] == list[j] {
				return true
			}
		}
	}
	return false
}

// plain is how S3 answers apart from CORS.
func (r *Response) plain(target *Target) {
	r.Status = target.Status
	if r.Status == 0 {
		r.Status = 200
	}
	r.Headers = append(r.Headers, target.Headers...)
}

// refuse is an answer with an error in XML (recorded: LS, VR). Date and the identifiers that S3
// makes up for each request are left out.
func (r *Response) refuse(status int, refused *ErrorResponse, bucketName string) {
	r.Status, r.Error, r.Body = status, refused, refused.document(bucketName)
	r.Headers.Add("Content-Type", "application/xml")
	r.Headers.Add("Transfer-Encoding", "chunked")
	if refused.Message == originNeeded { // recorded: LS
		r.Headers.Add("Connection", "close")
	}
	r.server()
}

func (r *Response) server() { r.Headers.Add("Server", "AmazonS3") }

// empty is an answer without a body.
func (r *Response) empty(status int) {
	r.Status = status
	r.server()
	if status != 204 {
		r.Headers.Add("Content-Length", "0")
	}
}

func noSuchBucket() *ErrorResponse {
	return newError("NoSuchBucket", "The specified bucket does not exist", "", "")
}
