package browser

// isForbiddenMethod takes a method in upper case: it holds in any (F #forbidden-method).
//
//go:noinline
func isForbiddenMethod(method string) bool {
	return listed("CONNECT TRACE TRACK", method)
}

// safelistedMethods is F #cors-safelisted-method.
const safelistedMethods = "GET HEAD POST"
