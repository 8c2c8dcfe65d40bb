package s3

import "s3cors/core"

// question is what S3 reads from a request before it looks at the rules.
type question struct {
	// origin is "" where the request has none.
	origin string
	// method is what is compared with AllowedMethod.
	method string
	// requested is Access-Control-Request-Method; "" where the request has none.
	requested string
	headers   []askedHeader
	// tooLarge: the three headers are longer than all that S3 takes of header fields.
	tooLarge bool
	assumed  assumed
	// comparisons counts the elements that were looked at for the nearest one.
	comparisons int
}

// askedHeader is one item of Access-Control-Request-Headers.
type askedHeader struct {
	// written is the item as it came, white space included.
	written string
	// name is trimmed and in lower case.
	name string
	// malformed: no header can have that name.
	malformed bool
}

const (
	originHeader  = "Origin"
	methodHeader  = "Access-Control-Request-Method"
	headersHeader = "Access-Control-Request-Headers"
)

// read takes origin, method and headers from a request, on every request and not only on OPTIONS
// (recorded: LS, MG, ST, VR). The request's real headers are never compared
// (recorded: LS, MG, SC).
func read(request *core.HTTPRequest) question {
	var asked question
	asked.ask(asked.field(request, originHeader), asked.field(request, methodHeader), asked.field(request, headersHeader), request.Method)
	return asked
}

// ask is read for a preflight that is not yet an HTTP request.
func ask(preflight *core.PreflightRequest) question {
	var asked question
	asked.ask(value(preflight.Origin), value(preflight.Method), value(preflight.Headers), "OPTIONS")
	return asked
}

func value(header *string) string {
	if header == nil {
		return ""
	}
	return trim(*header)
}

// maxHeaderBytes is what S3 takes of header fields (AWS API reference, API_PutObject: 8 KB).
const maxHeaderBytes = 8192

// excerpt keeps the beginning of a value that is longer than S3 takes: a trace repeats it for each rule.
func excerpt(value string) string { return value[:min(len(value), core.ComparedAtMost)] }

func (q *question) ask(origin, requested, headers, method string) {
	q.origin, q.requested, q.method = origin, requested, requested
	if requested == "" {
		q.method = method
	}
	if len(origin)+len(requested)+len(headers) > maxHeaderBytes {
		q.tooLarge = true
		q.origin, q.requested = excerpt(origin), excerpt(requested)
		q.method = excerpt(q.method)
		return
	}
	q.readHeaders(headers)
}

// field is the value of a header without the white space around it, which is no part of the
// value (RFC 9110, section 5.5). An empty value counts as an absent header (peers agree).
func (q *question) field(request *core.HTTPRequest, name string) string {
	value, present := request.Headers.Get(name)
	if present && request.Headers.Count(name) > 1 {
		q.assumed.add(repeatedRequestHeader)
	}
	return trim(value)
}

// readHeaders splits at commas, trims blanks and drops what is then empty (recorded: LS;
// assumption "acrh-empty-item").
func (q *question) readHeaders(value string) {
	if value == "" {
		return
	}
	q.headers = make([]askedHeader, 0, core.Count(value, ',')+1)
	for more := true; more; {
		var written string
		written, value, more = core.Cut(value, ',')
		if name := trim(written); name != "" {
			q.addHeader(written, name)
		} else {
			q.assumed.add(acrhEmptyItem)
		}
	}
}

// searchedAtMost bounds the search for items that a list repeats, in items: a list without end must not be searched for each of them.
const searchedAtMost = 64

func (q *question) addHeader(written, name string) {
	header := askedHeader{written: written, name: core.Lower(name), malformed: !core.IsToken(name)}
	for i := range min(len(q.headers), searchedAtMost) {
		if q.headers[i].name == header.name {
			q.assumed.add(acrhRepeatedItem)
		}
	}
	q.headers = append(q.headers, header)
}

// names are those that were asked for, as they are echoed.
func (q *question) names() string {
	names := make([]string, len(q.headers))
	for i := range q.headers {
		names[i] = q.headers[i].name
	}
	return core.Join(names, ", ")
}

// malformedHeader is the first item that no header can have as its name, or nil.
func (q *question) malformedHeader() *askedHeader {
	for i := range q.headers {
		if q.headers[i].malformed {
			return &q.headers[i]
		}
	}
	return nil
}

// trim removes optional white space: blanks and tabs (RFC 9110, section 5.6.3).
func trim(value string) string { return core.Trim(value, " \t") }
