package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// asked is a preflight as the checks ask for it: with one method, by its index, and the names of headers in lower case.
type asked struct {
	origin string
	method int
	names  []string
}

// ask finds the rule that answers a request with the first of some methods; -1 if it is refused, -2 if that is not looked at, since
// there was enough of it, or not known. The request becomes the witness.
//
//go:noinline
func (f *finder) ask(origin string, methods uint8, names []string) int {
	f.work -= f.size
	f.forget()
	if f.work < 0 || methods == 0 || origin == "" {
		return -2
	}
	bit := 0
	for methods>>bit&1 == 0 {
		bit++
	}
	f.asked = asked{origin, bit, names}
	rule := f.answering()
	if f.certain <= len(f.rules) && (rule < 0 || rule >= f.certain) {
		f.forget()
		return -2
	}
	return rule
}

// longestAsked is the length up to which an origin is compared here: with method and headers it is less than S3 takes.
const longestAsked = longestHeaders / 2

// answering is the rule that answers the request that is asked: the first that takes it, as s3.Rules.Verdict has it. An origin that no
// header could carry is left to that.
func (f *finder) answering() int {
	word := core.Pattern{Prefix: f.asked.origin}
	hashed, fits := readOrigin(word.Prefix)
	if !fits || len(word.Prefix) > longestAsked {
		if f.answers == nil {
			f.answers = s3.Compile(f.configuration)
		}
		return f.answers.Verdict(*f.asked.request(), s3.Target{}).Rule
	}
	for i := range f.rules {
		r := &f.rules[i]
		if r.methods>>f.asked.method&1 == 0 || r.bits>>(hashed>>26)&1 == 0 && len(r.wild) == 0 {
			continue
		}
		if r.contains(&word, hashed) && r.takes(f.asked.names) {
			return i
		}
	}
	return -1
}

// takes says whether all names are those of headers that the rule takes.
func (r *rule) takes(names []string) bool {
	for i := range names {
		if !matchesAny(r.headers, names[i]) {
			return false
		}
	}
	return true
}

// request makes it.
func (a *asked) request() *core.PreflightRequest {
	origin := a.origin
	request := &core.PreflightRequest{Origin: &origin, Method: &s3.SupportedMethods[a.method]}
	if len(a.names) > 0 {
		names := core.Join(a.names, ",")
		request.Headers = &names
	}
	return request
}

// takeWitness is the witness of the finding that is told, and of no other.
//
//go:noinline
func (f *finder) takeWitness() *core.PreflightRequest {
	witness := f.witness
	if f.asked.origin != "" {
		witness = f.asked.request()
	}
	f.forget()
	return witness
}

// forget leaves the next finding without a witness.
//
//go:noinline
func (f *finder) forget() { f.witness, f.asked.origin = nil, "" }

// show makes a witness from an origin, if the present rule answers it.
//
//go:noinline
func (f *finder) show(origin string, methods uint8) {
	if f.ask(origin, methods, nil) != f.index {
		f.forget()
	}
}

// request looks for a request from one of the rule's origins that the rule answers, or none (-1).
//
//go:noinline
func (f *finder) request(methods uint8, names []string, answers int) bool {
	number := f.value
	found := false
	for i := range f.rule.of.AllowedOrigins {
		if methods == 0 && f.work > 0 {
			f.work -= f.size // as ask does
		}
		if methods == 0 {
			continue
		}
		if i == len(f.words) {
			f.read(f.rule.of.AllowedOrigins[i])
			f.words = appendText(f.words, f.wordMeant())
		}
		// What the rule would take from an origin that is yet to be corrected is no other fault of it.
		if found = f.work > 0 && f.ask(f.words[i], methods, names) == answers &&
			(answers >= 0 || f.rule.methods>>f.asked.method&1 == 0 || !f.rule.takes(names)); found {
			break
		}
		f.forget()
	}
	f.value = number
	return found
}

// wordMeant is an origin that the pattern takes; where there is none, one that its author most likely means.
func (f *finder) wordMeant() string {
	if word := f.word(usual); word != "" {
		return word
	}
	parts := partOrigins(f.value)
	if len(parts) == 0 {
		return ""
	}
	f.read(meant(parts[0]))
	return f.word(usual)
}
