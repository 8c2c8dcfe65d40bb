package browser

import "s3cors/core"

// defaultSeconds holds where Access-Control-Max-Age is absent (F #cors-preflight-fetch).
const defaultSeconds = 5

// maxSeconds is how long each browser keeps an answer at most (C preflight_result.cc; G nsCORSListenerProxy.cpp;
// W CrossOriginPreflightResultCache.cpp).
var maxSeconds = [...]int64{Chrome: 7200, Firefox: 86400, Safari: 600}

// maxCachedURL: Chrome keeps nothing for a URL of so many characters or more (C preflight_cache.cc kMaxKeyLength).
const maxCachedURL = 1024

// setCacheSeconds finds for how long each browser keeps the answer to a preflight that passed.
func (m *Message) setCacheSeconds() {
	value, there := header(&m.Response.Headers, "Access-Control-Max-Age")
	negative := core.HasPrefix(value, "-")
	if negative {
		value = value[1:]
	}
	number := parseNumber(value)
	for browser := range m.CacheSeconds {
		seconds := min(number, maxSeconds[browser])
		switch {
		case browser == int(Chrome) && len(m.Request.URL) >= maxCachedURL, negative && number >= 0:
			seconds = 0
		case !there:
			seconds = defaultSeconds
		case browser == int(Firefox):
			seconds = secondsOfFirefox(value)
		case number < 0:
			seconds = defaultSeconds
		}
		m.CacheSeconds[browser] = int(seconds)
	}
}

// secondsOfFirefox reads the value as Firefox does: an empty one as the default, of digits however many as their number up to the
// most, and any other as 0 (G nsCORSListenerProxy.cpp AddResultToCache). Chrome and Safari read a number with too many digits as none.
func secondsOfFirefox(value string) int64 {
	if value == "" {
		return defaultSeconds
	}
	seconds := int64(0)
	for i := range len(value) {
		digit := value[i] - '0'
		if digit > 9 {
			return 0
		}
		seconds = min(seconds*10+int64(digit), maxSeconds[Firefox])
	}
	return seconds
}

// Reuses says for each browser whether a second call finds its permission in the cache that the
// first call's preflight left, while it lasts, so that no preflight is sent (F #cors-preflight-cache).
func Reuses(first, second *Call, server *Server) [3]bool {
	var reuses [3]bool
	before, after := newPlay(first, server), newPlay(second, server)
	for _, browser := range Browsers {
		reuses[browser] = reusesIn(browser, before, after)
	}
	return reuses
}

func reusesIn(browser Browser, before, after *play) bool {
	made, asked := begin(before, browser), begin(after, browser)
	if len(made.messages) == 0 || len(asked.messages) == 0 {
		return false
	}
	kept, asks := made.messages[0], asked.messages[0]
	if !kept.IsPreflight() || !kept.Passed() || kept.CacheSeconds[browser] == 0 || !asks.IsPreflight() {
		return false
	}
	if made.page != asked.page || kept.Request.URL != asks.Request.URL || before.call.site() != after.call.site() {
		return false
	}
	// An answer that was kept without credentials never serves a call with them.
	if asked.include && !made.include || asked.include != made.include && asked.quirks&credentialsInCacheKey != 0 {
		return false
	}
	// The second call as it was before any redirect.
	again := newRun(after, browser)
	again.prepare()
	if asked.quirks&literalCacheEntries != 0 {
		methods, _ := tokens(&kept.Response.Headers, "Access-Control-Allow-Methods")
		names, _ := names(&kept.Response.Headers, "Access-Control-Allow-Headers")
		for _, name := range again.unsafeNames() {
			if !contains(names, name) {
				return false
			}
		}
		if !listed("GET POST", again.method) && !contains(methods, again.method) {
			return false
		}
	}
	return again.checkLists(kept) == ok
}

// site parts the cache by the tab's top-level site (web-platform-tests cors/preflight-cache-partitioning.sub.window.js).
func (c *Call) site() string {
	if c.TopLevelSite != "" {
		return c.TopLevelSite
	}
	return c.Page
}
