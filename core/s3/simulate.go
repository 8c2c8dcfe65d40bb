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
	}
	simulation.Allowed = simulation.Rule >= 0
	simulation.Trace = r.trace(&asked, simulation.Rule, simulation.reached)
	simulation.Assumptions = asked.assumed.list()
	return simulation
}

// PreflightHTTP is the OPTIONS request that carries a preflight.
func PreflightHTTP(preflight core.PreflightRequest) core.HTTPRequest {
	request := core.HTTPRequest{Method: "OPTIONS"}
	add := func(name string, value *string) {
		if value != nil {
			request.Headers = append(request.Headers, core.HeaderField{Name: name, Value: *value})
		}
	}
	add(originHeader, preflight.Origin)
	add(methodHeader, preflight.Method)
	add(headersHeader, preflight.Headers)
	return request
}

// Verdict is the outcome of a preflight without response and trace.
func (r *Rules) Verdict(preflight core.PreflightRequest, target Target) Verdict {
	asked := ask(&preflight)
	if status, refused := refusal(r, &asked, &target); refused != nil {
		return Verdict{Rule: -1, Status: status}
	}
	rule := r.first(&asked)
	if rule < 0 {
		return Verdict{Rule: -1, Status: 403}
	}
	return Verdict{Allowed: true, Rule: rule, Status: 200}
}

// answerPreflight decides in S3's order. OPTIONS is not authenticated, and the key is not looked up
// (recorded: SC, ST), so nothing but CORS decides.
func (r *Rules) answerPreflight(simulation *Simulation, asked *question, target *Target) {
	status, refused := refusal(r, asked, target)
	if refused == nil {
		simulation.reached = true
		simulation.Rule = r.first(asked)
		if simulation.Rule < 0 {
			status, refused = 403, r.notAllowed(asked, target)
		}
	}
	if refused != nil {
		simulation.Response = errorResponse(status, refused, "")
		return
	}
	headers := r.corsHeaders(simulation.Rule, asked)
	headers = append(headers,
		core.HeaderField{Name: "Server", Value: "AmazonS3"},
		core.HeaderField{Name: "Content-Length", Value: "0"})
	simulation.Response = Response{HTTPResponse: core.HTTPResponse{Status: 200, Headers: headers}}
}

// refusal is what S3 answers to a preflight before it compares any rule; nil if it goes on to the rules.
func refusal(r *Rules, asked *question, target *Target) (status int, refused *ErrorResponse) {
	method := asked.method
	switch {
	case asked.origin == "": // recorded: LS, whether the bucket exists or not
		return 400, &ErrorResponse{Code: "BadRequest", Message: originNeeded}
	case asked.requested != "" && methodBit(asked.requested) == 0:
		asked.assumed.add(acrmInvalid)
		return 400, &ErrorResponse{Code: "BadRequest", Message: "Invalid " + methodHeader + ": " + asked.requested}
	}
	if header, found := asked.malformedHeader(); found {
		asked.assumed.add(acrhInvalidCharacter)
		return 400, &ErrorResponse{Code: "BadRequest", Message: headersHeader + ` "` + header.written + invalidCharacter}
	}
	switch {
	case target.Resource == ServiceRoot:
		asked.assumed.add(serviceOptions)
		return 403, &ErrorResponse{Code: "AccessForbidden", Message: notEnabled, Method: method, ResourceType: "BUCKET"}
	case target.Missing: // recorded: LS; not 404
		return 403, &ErrorResponse{Code: "AccessForbidden", Message: bucketNotFound, Method: method, ResourceType: "BUCKET"}
	case r == nil: // recorded: LS; BUCKET even where the URL names an object
		return 403, &ErrorResponse{Code: "AccessForbidden", Message: notEnabled, Method: method, ResourceType: "BUCKET"}
	}
	if asked.requested == "" {
		asked.assumed.add(acrmAbsent)
	}
	return 0, nil
}

// notAllowed is the answer where no rule fits (recorded: LS).
func (r *Rules) notAllowed(asked *question, target *Target) *ErrorResponse {
	resource := "OBJECT"
	if target.Resource == BucketItem {
		resource = "BUCKET"
	}
	return &ErrorResponse{Code: "AccessForbidden", Message: notAllowed, Method: asked.method, ResourceType: resource}
}

// answerActual never blocks: without a fitting rule S3 answers as ever, without CORS headers and without
// Vary, and a PUT is stored (recorded: LS, MG).
func (r *Rules) answerActual(simulation *Simulation, asked *question, target *Target) {
	bucketCORS := isBucketCORS(&simulation.Request) && target.Resource != ServiceRoot
	switch {
	case target.Resource == ServiceRoot: // ListBuckets never has CORS headers (recorded: SC)
		simulation.Response = plainResponse(target)
	case target.Missing: // no CORS headers either (recorded: SC)
		simulation.Response = errorResponse(404, noSuchBucket(), "")
	case bucketCORS:
		simulation.Response = r.answerBucketCORS(&simulation.Request)
	default:
		simulation.Response = plainResponse(target)
	}
	if r == nil || target.Missing || target.Resource == ServiceRoot || asked.origin == "" {
		return
	}
	simulation.reached = true
	if _, found := asked.malformedHeader(); found || asked.requested != "" && methodBit(asked.requested) == 0 {
		asked.assumed.add(invalidOnActual)
	}
	simulation.Rule = r.first(asked)
	if simulation.Rule >= 0 {
		headers := r.corsHeaders(simulation.Rule, asked)
		simulation.Response.Headers = append(headers, simulation.Response.Headers...)
	}
}
