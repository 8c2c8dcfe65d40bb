package browser

import "s3cors/core"

// IsForbiddenRequestHeader says whether scripts cannot set a request header, whatever its value, so that no preflight
// asks for it (F #forbidden-request-header).
func IsForbiddenRequestHeader(name string) bool { return isForbiddenHeader(core.Lower(name), "") }
