package browser

import "s3cors/core"

// Console is what the engine prints, in the order in which it does.
func (f *Run) Console() []string {
	var printed []string
	for _, message := range f.messages {
		t := teller{f: f, message: message}
		for i := 0; f.engine == Firefox && i < message.authorizationByWildcard; i++ {
			printed = appendText(printed, t.fill(authorizationCovered))
		}
	}
	if reasons[f.why].outcome == Blocked {
		return f.printFailure(printed)
	}
	return printed
}

// printFailure adds the lines about why the call failed.
func (f *Run) printFailure(printed []string) []string {
	browser := f.engine
	t := teller{f: f, message: f.last()}
	layout, why := layouts[browser], f.why
	switch {
	case browser == Firefox && f.mode != corsMode:
		return printed
	case why == acaoMismatch:
		why = t.mismatch(browser)
	case browser == Firefox && why == preflightRedirect:
		location, _ := redirectLocation(t.message)
		next := parseURL(location, t.message.url)
		if next == nil || !next.http || next.credentials {
			why = preflightRedirectNowhere
		} else if f.page != opaque && t.fill("{acao}") != "*" && !sameOrigin(next.origin(), t.message.url.origin()) {
			why = preflightRedirectAway
		}
	case browser != Chrome && !f.cors && (why == redirectUnreadable || why == redirectScheme && browser == Firefox):
		return printed
	case why != streamNeedsHTTP2 && t.message != nil && t.message.IsPreflight() && t.message.Passed():
		t.message = f.messages[len(f.messages)-2] // the redirect that Safari refuses late
	case t.message == nil:
		if why == otherOrigin {
			if why = notSentOtherOrigin; browser == Safari {
				layout = "{text}"
			}
		}
		if browser == Chrome {
			if layout = "{text}"; f.via != Fetch {
				return printed
			}
		}
	case why == otherOrigin, browser == Chrome && (why == tooManyRedirects || why == streamNeedsHTTP2 || why == redirectUnreadable):
		layout = "{text}"
	}
	for i := range lines[browser] {
		if line := &lines[browser][i]; line.why == why {
			t.text = line.text
		}
	}
	// A redirect to a user name that only Chrome does not follow is no matter for its console (seen).
	if t.text == "" && (browser != Chrome || t.message == nil || why == blockedCredentials) {
		return printed
	}
	text, more := t.fill(layout), true
	for more {
		var line string
		if line, text, more = core.Cut(text, '\n'); line != "" {
			printed = appendText(printed, line)
		}
	}
	return printed
}

// mismatch tells the forms of a value apart that is not the origin (C cors.cc CheckAccessInternal; G CheckRequestApproved;
// W passesAccessControlCheck).
func (t *teller) mismatch(browser Browser) failure {
	value := t.fill("{acao}")
	comma := core.Index(value, ',') >= 0
	switch browser {
	case Firefox: // several header lines; a list in one line is another origin
		comma = t.message.Response.Headers.Count("Access-Control-Allow-Origin") > 1
	case Chrome:
		comma = comma || core.Index(value, ' ') >= 0
		if !comma && value != opaque && parseURL(value, nil) == nil {
			return acaoNoURL
		}
	}
	if comma {
		return acaoSeveral
	}
	return acaoMismatch
}

// Exception is what script gets; "" where it gets none: XMLHttpRequest fires an error event with status 0,
// elements fire one too, and a beacon is silent.
func (f *Run) Exception() string {
	outcome := reasons[f.why].outcome
	if f.why == streamUnsupported {
		return "NotSupportedError: ReadableStream uploading is not supported"
	}
	if outcome == Blocked && f.via == Fetch {
		return exceptions[f.engine]
	}
	if outcome != Threw {
		return ""
	}
	switch { // X #the-open()-method
	case f.via != XHR:
		return "TypeError"
	case f.why == methodForbidden:
		return "SecurityError"
	}
	return "SyntaxError"
}
