package meaning

import (
	"s3cors/core"
	"s3cors/core/browser"
	"s3cors/core/s3"
)

// Wanted is a call that is to succeed, and what script wants to read of its response.
type Wanted struct {
	Call browser.Call
	// Reads are the names of response headers.
	Reads []string
}

// Inference is the narrowest configuration for a set of calls.
type Inference struct {
	Configuration core.CORSConfiguration
	// Diagnostics tell of calls that no configuration helps, or that need none.
	Diagnostics core.Diagnostics
}

// The kinds of calls that no rule is for. Their path is the whole document; the message counts the calls from 1.
var (
	callThrows = core.Kind{Code: "call-refused", Severity: core.Warning, Topic: core.Compatibility,
		Template: "the browser refuses call {call#} before it sends anything: {reason}", Advice: "Correct the call."}
	callMethod = core.Kind{Code: "method-never-allowed", Severity: core.Warning, Topic: core.Method,
		Template: `call {call#} asks for {method}, which S3 lets no page send`, Advice: "Use GET, HEAD, PUT, POST or DELETE."}
	callSimple = core.Kind{Code: "no-cors-needed", Severity: core.Info, Topic: core.Compatibility,
		Template: "call {call#} needs no rule: the browser sends no Origin that has to be allowed"}
)

// need is what one origin needs for a class of methods: those that read, or those that write.
type need struct {
	origins, methods, headers, reads []string
	writes                           bool
}

// Infer gives the narrowest configuration that lets all calls pass, in the rules that a person would write: for each origin one for
// reading and one for writing, and origins that need the same in one. Each value in it is needed by a call. Headers are those that
// browsers ask for (browser.SimulateFetch); nothing is made wider by a wildcard.
func Infer(calls []Wanted) Inference {
	var inference Inference
	var needs []need
	for i := range calls {
		needs = inference.add(needs, &calls[i], core.Itoa(i+1))
	}
	needs = mergeOrigins(needs)
	for i := range needs {
		n := &needs[i]
		inference.Configuration.CORSRules = append(inference.Configuration.CORSRules,
			core.CORSRule{AllowedOrigins: n.origins, AllowedMethods: n.methods, AllowedHeaders: n.headers, ExposeHeaders: n.reads})
	}
	return inference
}

// add plays a call against a bucket that allows it, and takes note of what the browser asked for.
func (inference *Inference) add(needs []need, wanted *Wanted, number string) []need {
	origin := browser.PageOrigin(wanted.Call.Page)
	open := core.CORSConfiguration{CORSRules: []core.CORSRule{{AllowedOrigins: []string{origin, "null"}, AllowedMethods: s3.SupportedMethods[:], AllowedHeaders: []string{"*"}}}}
	exchange := browser.SimulateFetch(&wanted.Call, &browser.Server{S3: true, Rules: s3.Compile(&open)})
	messages := exchange.Messages()
	asks, supported := false, true
	for i := range messages {
		request := &messages[i].Request
		sent, _ := request.Headers.Get("Origin")
		// An Origin alone is no question: a form sends one, and so does a PUT to the page's own origin. A beacon that is checked asks
		// one, though script sees nothing of the answer (Beacon, section "sendBeacon() method"; Fetch, section "CORS check").
		if !messages[i].Checked {
			continue
		}
		asks = true
		method, _ := request.Headers.Get("Access-Control-Request-Method")
		if method == "" {
			method = request.Method
		}
		if methodBits([]string{method}) == 0 {
			supported = false
			inference.Diagnostics.Add(&callMethod, core.WholeDocument, number, method)
			break
		}
		needs = note(needs, sent, method, request, wanted.Reads)
	}
	switch {
	case asks || !supported:
	case len(messages) == 0 && exchange.Outcome() != browser.Readable: // a data: URL is read without a request
		inference.Diagnostics.Add(&callThrows, core.WholeDocument, number, exchange.Reason())
	default:
		inference.Diagnostics.Add(&callSimple, core.WholeDocument, number)
	}
	return needs
}

// note adds what one request needs.
func note(needs []need, origin, method string, request *core.HTTPRequest, reads []string) []need {
	writes := method != "GET" && method != "HEAD"
	at := 0
	for at < len(needs) && !(needs[at].writes == writes && needs[at].origins[0] == origin) {
		at++
	}
	if at == len(needs) {
		needs = append(needs, need{origins: []string{origin}, writes: writes})
	}
	n := &needs[at]
	addText(&n.methods, method, false)
	names, _ := request.Headers.Get("Access-Control-Request-Headers")
	for more := true; more; {
		var name string
		name, names, more = core.Cut(names, ',')
		addText(&n.headers, core.Trim(name, " \t"), true)
	}
	for i := range reads {
		if isExposable(core.Lower(reads[i])) {
			addText(&n.reads, reads[i], false)
		}
	}
	return needs
}

// isExposable says whether a header, in lower case, is for ExposeHeader: S3 takes the name, and a response shows it to script with that alone.
func isExposable(name string) bool {
	return core.IsToken(name) && core.Index(name, '*') < 0 && !isUnread(name) && !browser.IsSafelistedResponseHeader(name)
}

// addText adds a text that a list lacks, in its place if the list is sorted.
//
//go:noinline
func addText(list *[]string, text string, sorted bool) {
	for i := range *list {
		if core.EqualFold((*list)[i], text) {
			return
		}
	}
	switch {
	case text == "":
	case sorted:
		*list = insertSorted(*list, text)
	default:
		*list = append(*list, text)
	}
}

// mergeOrigins joins the needs that are alike but for their origins.
func mergeOrigins(needs []need) []need {
	var merged []need
	for i := range needs {
		at := 0
		for at < len(merged) && !(sameSet(merged[at].methods, needs[i].methods) && sameSet(merged[at].headers, needs[i].headers) && sameSet(merged[at].reads, needs[i].reads)) {
			at++
		}
		if at == len(merged) {
			merged = append(merged, needs[i])
			continue
		}
		addText(&merged[at].origins, needs[i].origins[0], false)
	}
	return merged
}

// sameSet compares lists without repeats, whatever their order.
//
//go:noinline
func sameSet(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		found := false
		for j := range b {
			found = found || core.EqualFold(a[i], b[j])
		}
		if !found {
			return false
		}
	}
	return true
}
