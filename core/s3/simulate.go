package s3

import "s3cors/core"

// Simulate gives S3's answer to any request, and why: to an OPTIONS as a preflight, to GET, PUT and DELETE of
// ?cors as the bucket's own CORS calls, and to all else as the actual request.
func (r *Rules) Simulate(request core.HTTPRequest, target Target) Simulation {
	asked := read(&request)
	simulation := Simulation{Rule: -1, Request: request}
	if request.Method == "OPTIONS" {
		if _, query, _ := core.Cut(request.URL, '?'); query != "" {
			asked.assumed.add(optionsQuery)
		}
		r.answerPreflight(&simulation, &asked, &target)
	} else {
		r.answerActual(&simulation, &asked, &target)
		if request.Method == "HEAD" { // RFC 9110, section 9.3.2: the headers of the error stay
			simulation.Response.Body = ""
		}
	}
	simulation.Allowed = simulation.Rule >= 0
	simulation.Trace = r.trace(&asked, simulation.Rule, simulation.Reached)
	simulation.Assumptions = asked.assumed.list()
	return simulation
}

// PreflightHTTP is the OPTIONS request that carries a preflight.
func PreflightHTTP(preflight core.PreflightRequest) core.HTTPRequest {
	request := core.HTTPRequest{Method: "OPTIONS"}
	for i, value := range [...]*string{preflight.Origin, preflight.Method, preflight.Headers} {
		if value != nil {
			request.Headers.Add(askingHeaders[i], *value)
		}
	}
	return request
}

var askingHeaders = [...]string{originHeader, methodHeader, headersHeader}

// Verdict is the outcome of a preflight without response and trace.
func (r *Rules) Verdict(preflight core.PreflightRequest, target Target) Verdict {
	asked := ask(&preflight)
	verdict := Verdict{Rule: -1}
	var refused *ErrorResponse
	if verdict.Status, refused = r.refusal(&asked, &target); refused == nil {
		verdict.Rule = r.first(&asked)
		verdict.Allowed = verdict.Rule >= 0
		verdict.Status = 403
		if verdict.Allowed {
			verdict.Status = 200
		}
	}
	return verdict
}

// answerPreflight decides in S3's order. OPTIONS is not authenticated, and the key is not looked up
// (recorded: SC, ST), so nothing but CORS decides.
func (r *Rules) answerPreflight(simulation *Simulation, asked *question, target *Target) {
	status, refused := r.refusal(asked, target)
	if refused == nil {
		simulation.Reached = true
		simulation.Rule = r.first(asked)
		if simulation.Rule < 0 { // recorded: LS
			resource := "OBJECT"
			if target.Resource == BucketItem || target.Resource == "" && namesBucket(&simulation.Request) {
				resource = "BUCKET"
			}
			status, refused = 403, newError("AccessForbidden", notAllowed, asked.method, resource)
		}
	}
	response := &simulation.Response
	if refused != nil {
		response.refuse(status, refused, "")
		return
	}
	response.Headers = r.corsHeaders(simulation.Rule, asked)
	response.empty(200)
}

// namesBucket says whether the URL of a request ends at the bucket. Without a URL it does not, nor where a host that is not S3's own is
// followed by a path: that may be the key of an object behind a CDN.
func namesBucket(request *core.HTTPRequest) bool {
	if request.URL == "" || namesObject(request, "") {
		return false
	}
	host, path := hostAndPath(request)
	return core.HasPrefix(host, "s3.") || core.HasPrefix(host, "s3-") || core.Trim(path, "/") == ""
}

// refusal is what S3 answers to a preflight before it compares any rule; nil if it goes on to the rules.
func (r *Rules) refusal(asked *question, target *Target) (status int, refused *ErrorResponse) {
	if asked.tooLarge { // AWS, "Error responses"
		asked.assumed.add(headersTooLarge)
		return 400, newError("RequestHeaderSectionTooLarge",
			"Your request header and query parameters used to make the request exceed the maximum allowed size.", "", "")
	}
	message := ""
	header := asked.malformedHeader()
	switch {
	case asked.origin == "": // recorded: LS, whether the bucket exists or not
		message = originNeeded
	case asked.requested != "" && methodBit(asked.requested) == 0:
		asked.assumed.add(acrmInvalid)
		message = "Invalid " + methodHeader + ": " + asked.requested
	case header != nil:
		asked.assumed.add(acrhInvalidCharacter)
		message = headersHeader + ` "` + header.written + invalidCharacter
	}
	if message != "" {
		return 400, newError("BadRequest", message, "", "")
	}
	switch {
	case target.Resource == ServiceRoot:
		asked.assumed.add(serviceOptions)
		message = notEnabled
	case target.Missing: // recorded: LS; not 404
		message = bucketNotFound
	case r == nil: // recorded: LS; BUCKET even where the URL names an object
		message = notEnabled
	}
	if message != "" {
		return 403, newError("AccessForbidden", message, asked.method, "BUCKET")
	}
	if asked.requested == "" {
		asked.assumed.add(acrmAbsent)
	}
	return 0, nil
}

// answerActual never blocks: without a fitting rule S3 answers as ever, without CORS headers and without
// Vary, and a PUT is stored (recorded: LS, MG).
func (r *Rules) answerActual(simulation *Simulation, asked *question, target *Target) {
	response := &simulation.Response
	if asked.tooLarge {
		status, refused := r.refusal(asked, target)
		response.refuse(status, refused, "")
		return
	}
	outside := target.Resource == ServiceRoot // ListBuckets never has CORS headers (recorded: SC)
	if r != nil && !outside && !target.Missing && asked.origin != "" {
		simulation.Reached = true
		if asked.malformedHeader() != nil || asked.requested != "" && methodBit(asked.requested) == 0 {
			asked.assumed.add(invalidOnActual)
		}
		simulation.Rule = r.first(asked)
		if simulation.Rule >= 0 {
			response.Headers = r.corsHeaders(simulation.Rule, asked)
		}
	}
	switch {
	case outside:
		response.plain(target)
	case isBucketCORS(&simulation.Request, target.Resource) && (!target.Missing || simulation.Request.Method == "PUT"):
		r.answerBucketCORS(&simulation.Request, response, asked, target.Missing)
	case target.Missing: // no CORS headers either (recorded: SC)
		response.refuse(404, noSuchBucket(), "")
	default:
		response.plain(target)
	}
}
