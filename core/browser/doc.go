// Package browser is what a browser does with a page's call to another origin: the Fetch standard step by
// step, and where Chrome, Firefox and Safari do otherwise.
//
// Each rule names its section beside the code. The standards by their short names:
//   - F: Fetch, fetch.spec.whatwg.org, with the section's fragment: F #cors-check
//   - U: URL, url.spec.whatwg.org
//   - X: XMLHttpRequest, xhr.spec.whatwg.org
//   - H: HTML, html.spec.whatwg.org
//   - B: Beacon, w3c.github.io/beacon
//
// The engines' sources:
//   - C: chromium/chromium, services/network and third_party/blink
//   - G: Firefox, netwerk/protocol/http/nsCORSListenerProxy.cpp and dom/base/nsContentUtils.cpp
//   - W: WebKit/WebKit, Source/WebCore/loader
package browser
