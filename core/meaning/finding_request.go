package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// ask finds the rule that answers a request with the first of some methods; -1 if it is refused, -2 if that is not looked at, since
// there was enough of it. The request becomes the witness.
//
//go:noinline
func (f *finder) ask(origin string, methods uint8, headers string) int {
	f.work -= f.size
	f.witness = nil
	if f.work < 0 || methods == 0 || origin == "" {
		return -2
	}
	bit := 0
	for methods>>bit&1 == 0 {
		bit++
	}
	request := &core.PreflightRequest{Origin: &origin, Method: &s3.SupportedMethods[bit]}
	if headers != "" {
		request.Headers = &headers
	}
	f.witness = request
	if f.answers == nil {
		f.answers = s3.Compile(f.configuration)
	}
	return f.answers.Verdict(*request, s3.Target{}).Rule
}

// show makes a witness from an origin, if the present rule answers it.
//
//go:noinline
func (f *finder) show(origin string, methods uint8) {
	if f.ask(origin, methods, "") != f.index {
		f.witness = nil
	}
}

// request looks for a request from one of the rule's origins that the rule answers, or none (-1).
//
//go:noinline
func (f *finder) request(methods uint8, headers string, answers int) bool {
	number := f.value
	found := false
	for i := range f.rule.of.AllowedOrigins {
		if i == len(f.words) {
			f.read(f.rule.of.AllowedOrigins[i])
			f.words = append(f.words, f.word(usual))
		}
		if found = f.work > 0 && f.ask(f.words[i], methods, headers) == answers; found {
			break
		}
		f.witness = nil
	}
	f.value = number
	return found
}
