package browser

// checkCORS is the CORS check (F #cors-check). It is made on every response in mode cors whatever its status: a
// 403 can be read if its headers are right.
func (f *Run) checkCORS(message *Message) failure {
	headers := &message.Response.Headers
	origin, there := header(headers, "Access-Control-Allow-Origin")
	why := ok
	switch {
	case !there:
		why = acaoMissing
	case origin == "*":
		if f.include {
			why = acaoWildcard
		}
	case origin != f.origin:
		why = acaoMismatch
	case f.include:
		if credentials, _ := header(headers, "Access-Control-Allow-Credentials"); credentials != "true" {
			why = acacNotTrue
		}
	}
	return why
}
