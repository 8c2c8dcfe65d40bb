package browser

import "s3cors/core"

// Step is one thing that happens, in words.
type Step struct {
	_ [0]func() // the compiler writes no comparison for it

	// Actor is "page", "browser" or "s3", which stands for any server.
	Actor  string
	Title  string
	Detail string
	OK     bool
}

// wording is a step's templates.
type wording struct {
	actor, title, detail string
	ok                   bool
}

// told are the steps with their templates.
var told = [...]wording{
	theCall:         {"page", "{via} {method}", "{page} calls {target}", true},
	theCallThrows:   {"browser", "Nothing is sent", "{reason}", false},
	asksFirst:       {"browser", "OPTIONS {path}", "The browser asks first, because {reason}", true},
	sendsWith:       {"browser", "{method} {path}", "Origin is {reason}", true},
	sendsWithout:    {"browser", "{method} {path}", "No Origin is sent, so the server sees no CORS request", true},
	serverMatches:   {"s3", "{status}", "Rule {rule} matches, so S3 sends Access-Control-Allow-Origin: {acao}", true},
	serverNoMatch:   {"s3", "{status}", "No rule matches, so S3 sends no Access-Control-Allow-Origin", false},
	serverAllows:    {"s3", "{status}", "Access-Control-Allow-Origin is {acao}", true},
	serverSilent:    {"s3", "{status}", "No Access-Control-Allow-Origin is sent", true},
	serverDone:      {"s3", "{method} is carried out", "CORS does not hold S3 back: it does what the {method} asks, whoever may read the answer", true},
	preflightPasses: {"browser", "The preflight passes", "{reason}, so the {method} may be sent", true},
	preflightFails:  {"browser", "The preflight fails", "{reason}, so the {method} is never sent", false},
	redirectFollows: {"browser", "Follows the redirect", "To {next}", true},
	redirectFails:   {"browser", "The redirect is not followed", "{reason}", false},
	checkPasses:     {"browser", "The response passes", "{reason}", true},
	checkFails:      {"browser", "The response is withheld", "{reason}", false},
	notChecked:      {"browser", "No CORS check", "{reason}", true},
	sameOriginReply: {"browser", "No CORS check", "Page and URL have the same origin", true},
	pageReads:       {"page", "Response {status}", "Script can read it, and of its headers {reason}", true},
	pageUses:        {"page", "Response {status}", "The page may use it, and script may look into it", true},
	pageOpaque:      {"page", "Nothing to read", "Script sees neither status nor headers nor body", true},
	pageFails:       {"page", "{reason}", "Script sees neither status nor reason", false},
	ownAnswer:       {"browser", "Nothing is sent", "{reason}", true},
	cameFirst:       {"browser", "{method} {path} came first", "The cache keeps the response, without Access-Control-Allow-Origin", true},
	cameAllowed:     {"browser", "{method} {path} came first", "The cache keeps the response, with Access-Control-Allow-Origin: {acao}", true},
	fromCache:       {"browser", "{status} from the cache", "{reason}", true},
	pastCache:       {"browser", "Not from the cache", "{reason}", true},
	fromCDN:         {"s3", "{status} from the CDN", "{reason}", true},
}

const (
	theCall = iota
	theCallThrows
	asksFirst
	sendsWith
	sendsWithout
	serverMatches
	serverNoMatch
	serverAllows
	serverSilent
	serverDone
	preflightPasses
	preflightFails
	redirectFollows
	redirectFails
	checkPasses
	checkFails
	notChecked
	sameOriginReply
	pageReads
	pageUses
	pageOpaque
	pageFails
	ownAnswer
	cameFirst
	cameAllowed
	fromCache
	pastCache
	fromCDN
)

// because words the reasons of a preflight.
var because = [...]struct{ reason, words string }{
	{methodNotSafelisted, "{method} is not GET, HEAD or POST"},
	{unsafeHeaders, "{names} needs permission"},
	{uploadListener, "xhr.upload has a listener"},
	{streamBody, "the body is a stream"},
}

//go:noinline
func (t *teller) tell(what int) {
	step := &told[what]
	t.steps = append(t.steps, Step{Actor: step.actor, Title: t.fill(step.title), Detail: t.fill(step.detail), OK: step.ok})
}

// Steps put the exchange in words, in the order in which it happens.
func (f *Run) Steps() []Step {
	t := teller{f: f}
	if len(f.messages) > 0 {
		t.message = f.messages[0]
	}
	outcome := reasons[f.why].outcome
	t.tellFirst()
	t.tell(theCall)
	if t.message == nil {
		if f.why == ok {
			t.reason = "A data: URL holds its own answer"
			if core.HasPrefix(f.url.href, "blob:") {
				t.reason = "A blob: URL leads to what the page has made itself"
			}
			t.tell(ownAnswer)
			return t.steps
		}
		t.reason = t.fill(reasons[f.why].words)
		t.tell(theCallThrows)
	}
	for _, message := range f.messages {
		t.message = message
		t.tellMessage()
	}
	last := pageOpaque
	switch {
	case outcome == Blocked && f.via != Beacon || outcome == Threw:
		last = pageFails
		t.reason = f.Exception()
		if t.reason == "" {
			t.reason = "Error event"
		}
	case f.why == ok && f.via > XHR:
		last = pageUses
	case f.why == ok:
		last = pageReads
		readable, _ := f.Headers()
		if t.reason = core.Join(readable, ", "); t.reason == "" {
			t.reason = "none"
		}
	}
	t.tell(last)
	return t.steps
}

// tellMessage tells a request, its answer, and what the browser makes of it.
func (t *teller) tellMessage() {
	f, message := t.f, t.message
	preflight := message.IsPreflight()
	origin, sent := header(&message.Request.Headers, "Origin")
	t.reason = origin
	request := sendsWithout
	if preflight {
		request, t.reason = asksFirst, t.because()
	} else if sent {
		request = sendsWith
	}
	t.tell(request)
	if !t.tellCached() {
		simulation := message.Simulation
		answer := serverAllows
		switch {
		case simulation != nil && simulation.Allowed:
			answer = serverMatches
		case simulation != nil && sent:
			answer = serverNoMatch
		case t.fill("{acao}") == "":
			answer = serverSilent
		}
		t.tell(answer)
		// The actual request is done even where its response cannot be read (core/s3: CORS never blocks an actual request).
		if simulation != nil && message.Response.Status/100 == 2 && !listed("OPTIONS GET HEAD", message.Request.Method) {
			t.tell(serverDone)
		}
	}

	last := message == f.last()
	_, redirected := redirectLocation(message)
	why := message.why
	if last && why == ok {
		why = f.why
	}
	t.reason = t.fill(reasons[why].words)
	verdict := checkPasses
	switch {
	case preflight && message.Passed():
		verdict = preflightPasses
		t.reason = t.fill(reasons[ok].words)
	case preflight:
		verdict = preflightFails
	case why >= redirectUnreadable && why <= tooManyRedirects, last && redirected && why == otherOrigin:
		verdict = redirectFails
	case message.why != ok:
		verdict = checkFails
	case redirected:
		verdict = redirectFollows
	case why != ok:
		verdict = notChecked
	case !f.cors:
		verdict = sameOriginReply
	}
	t.tell(verdict)
}

// because joins the reasons of a preflight.
func (t *teller) because() string {
	var parts []string
	for i := range because {
		if contains(t.message.Reasons, because[i].reason) {
			parts = appendText(parts, t.fill(because[i].words))
		}
	}
	return core.Join(parts, ", and ")
}
