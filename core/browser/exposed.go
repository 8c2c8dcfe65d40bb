package browser

import "s3cors/core"

// IsSafelistedResponseHeader says whether script can read a response header although nothing exposes it
// (F #cors-safelisted-response-header-name).
func IsSafelistedResponseHeader(name string) bool {
	return listed(safelistedResponseHeaders, core.Lower(name))
}
