package browser

import "s3cors/core"

// opaque is how an opaque origin is serialised.
const opaque = "null"

// appSchemes are those that frameworks serve the pages of their apps by: Capacitor, Ionic, Electron and Tauri. The web view
// is told to give them an origin (WebKit, SecurityOrigin of a WKURLSchemeHandler; Electron, privilege "standard").
const appSchemes = "app capacitor ionic tauri"

// origin is the URL's origin in its serialised form: scheme://host, with the port where it is not the
// scheme's default; "null" where it is opaque (U #concept-url-origin; H #ascii-serialisation-of-an-origin).
// Extension pages send chrome-extension://id and moz-extension://id, and pages of apps the scheme and the host of
// theirs, though the standard has them opaque.
func (a *address) origin() string {
	if core.HasPrefix(a.href, "blob:") {
		if a = parseURL(a.href[len("blob:"):], nil); a == nil || !a.http {
			return opaque
		}
	}
	if a.root == 0 {
		return opaque
	}
	return a.href[:a.root]
}

// PageOrigin is what the Origin header says of a page with that URL; "" where the text is no URL.
func PageOrigin(page string) string {
	if page == opaque {
		return opaque
	}
	if url := parseURL(page, nil); url != nil {
		return url.origin()
	}
	return ""
}

// sameOrigin compares two serialised origins; an opaque one is the same as no other.
//
//go:noinline
func sameOrigin(a, b string) bool { return a == b && a != opaque }

// policies are the referrer policies that the Origin header heeds.
const policies = "no-referrer same-origin origin origin-when-cross-origin unsafe-url"

// setOrigin finds the value of the request's Origin header and whether there is one (F #append-a-request-origin-header,
// #serializing-a-request-origin).
func (f *Run) setOrigin() {
	f.origin = f.page
	if f.via == Beacon && !f.cors && f.quirks&beaconsAsFrame != 0 {
		f.origin = PageOrigin(f.call.Page)
	}
	f.sent = f.cors || f.takesBody() || f.sent && !f.crossed && f.via != Form && f.quirks&keepsOrigin != 0 || f.mode == corsMode && ownOrigin[f.engine]>>f.via&1 != 0
	null := f.tainted
	if !f.cors && f.mode != corsMode {
		switch indexOf(policies, f.call.ReferrerPolicy) {
		case 0:
			null = true
		case 1:
			null = null || !sameOrigin(f.page, f.url.origin())
		case -1: // the default and those that look at downgrades
			null = null || core.HasPrefix(f.page, "https:") && !core.HasPrefix(f.url.href, "https:")
		}
	}
	if null {
		f.origin = opaque
	}
}
