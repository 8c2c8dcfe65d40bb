package browser

import "s3cors/core"

// IsForbiddenRequestHeader says whether scripts cannot set a request header, whatever its value, so that no preflight
// asks for it (F #forbidden-request-header). Those that begin with x- depend on their values.
func IsForbiddenRequestHeader(name string) bool {
	return name != "" && name[0] != '*' && name[0]|0x20 != 'x' && isForbiddenHeader(core.Lower(name), "")
}
