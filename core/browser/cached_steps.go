package browser

// tellFirst tells what came before the call, where a cache has kept it.
func (t *teller) tellFirst() {
	message, cached := t.message, t.f.Cached()
	if cached == nil || !cached.Used && (cached.why <= notKept || cached.by == CDN) {
		return
	}
	t.message = &cached.First
	t.message.url = message.url
	what := cameFirst
	if t.fill("{acao}") != "" {
		what = cameAllowed
	}
	t.tell(what)
	t.message = message
}

// tellCached tells what the cache made of the request, and says whether it answers in the server's place.
func (t *teller) tellCached() bool {
	cached := t.message.Cached
	if cached == nil {
		return false
	}
	t.reason = cached.Why()
	what := pastCache
	switch {
	case cached.by == CDN, cached.Used && cached.by > CDN:
		what = fromCDN
	case cached.Used:
		what = fromCache
	}
	t.tell(what)
	return what != pastCache
}
