package browser

import "s3cors/core"

// Console is what the engine prints, in the order in which it does.
func (f *Run) Console() []string {
	browser := f.engine
	t := teller{f: f, message: f.last()}
	layout, why := layouts[browser], f.why
	switch {
	case reasons[why].outcome != Blocked:
		layout, why = "{text}", ok
		if f.authorizationByWildcard {
			why = authorizationCovered
		}
	case browser == Firefox && f.mode != corsMode:
		return nil
	case why == acaoMismatch:
		why = t.mismatch(browser)
	case t.message == nil:
		if why == otherOrigin {
			why = notSentOtherOrigin
		}
		if browser == Chrome {
			if layout = "{text}"; f.via != Fetch {
				return nil
			}
		}
	case why == tooManyRedirects && browser == Chrome:
		layout = "{text}"
	}
	for i := range lines[browser] {
		if line := &lines[browser][i]; line.why == why {
			t.text = line.text
		}
	}
	if t.text == "" && (browser != Chrome || t.message == nil) {
		return nil
	}
	var printed []string
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
