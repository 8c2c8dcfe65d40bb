package browser

import "s3cors/core"

// teller fills templates about a call and one of its messages.
type teller struct {
	f       *Run
	message *Message
	steps   []Step
	// text is the line of an engine, reason what a step is about.
	text, reason string
}

// fill writes a template with values in place of the names in braces. A value may be a template.
//
//go:noinline
func (t *teller) fill(template string) string {
	b := builder{make([]byte, 0, 2*len(template))}
	for template != "" {
		before, rest, found := core.Cut(template, '{')
		b.text(before)
		if !found {
			break
		}
		name, after, _ := core.Cut(rest, '}')
		b.text(t.value(indexOf(slots, name)))
		template = after
	}
	return string(b.bytes)
}

// slots are the names of all values: of headers of the response, of templates that others share, and then one by one.
const slots = "acao acac acam acah " +
	"policy check advice withCredentials redirected blocked again stopped denied " +
	"text page origin url path scheme status method detail reason target pageURL kind via first printable next api written rule names"

// The last of them, in their order.
const (
	atText = iota
	atPage
	atOrigin
	atURL
	atPath
	atScheme
	atStatus
	atMethod
	atDetail
	atReason
	atTarget
	atPageURL
	atKind
	atVia
	atFirst
	atPrintable
	atNext
	atAPI
	atWritten
	atRule
	atNames
)

var valueHeaders = [...]string{
	"Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers",
}

// value is that of the slot with that place in the list.
func (t *teller) value(slot int) (value string) {
	f, message, url := t.f, t.message, t.f.url
	if message != nil {
		url = message.url
	}
	if slot < len(valueHeaders) {
		value, _ = header(&message.Response.Headers, valueHeaders[slot])
		return value
	}
	if slot -= len(valueHeaders); slot < len(shared) {
		if template := &shared[slot]; t.holds(template.when) {
			value = t.fill(template.text)
		}
		return value
	}
	switch slot - len(shared) {
	case atText:
		value = t.fill(t.text)
	case atPage:
		value = f.page
	case atOrigin:
		value = f.origin
	case atURL:
		value = url.href
	case atPath:
		value = url.href[url.root:]
	case atScheme:
		value = url.href[:url.scheme]
	case atStatus:
		value = core.Itoa(message.Response.Status)
	case atMethod:
		value = t.method()
	case atDetail:
		value = f.detail
	case atReason:
		value = t.reason
	case atTarget:
		value = f.call.URL
	case atPageURL:
		value = f.call.Page
	case atKind:
		value = kinds[f.via]
	case atVia:
		value = item(vias, int(f.via))
	case atFirst:
		value = f.first.href
	case atPrintable:
		value = printable(t.fill("{acao}"))
	case atNext:
		value, _ = redirectLocation(message)
		if next := parseURL(value, url); next != nil {
			value = next.href
		}
	case atAPI:
		value = t.fill(apis[f.via])
	case atWritten:
		value = f.written(f.detail)
	case atRule:
		value = core.Itoa(message.Simulation.Rule + 1)
	case atNames:
		value, _ = header(&message.Request.Headers, "Access-Control-Request-Headers")
	}
	return value
}

// holds says whether a condition does.
func (t *teller) holds(when condition) bool {
	f, message := t.f, t.message
	holds := true
	switch when {
	case onPreflight:
		holds = message != nil && message.IsPreflight()
	case onFetch:
		holds = f.via == Fetch
	case onXHR:
		holds = f.via == XHR
	case afterRedirect:
		holds = message.url.href != f.first.href // the URLs are compared, so that one led back to counts as none (C cors_error_string.cc)
	case onRedirect:
		if holds = message != nil && !message.IsPreflight() && f.why != tooManyRedirects; holds {
			_, holds = redirectLocation(message)
		}
	case onStopped:
		if holds = message != nil && message.why >= acaoMissing && message.why <= acacNotTrue; holds {
			_, holds = redirectLocation(message)
		}
	}
	return holds
}

// method is the message's; of a preflight, that which it asks for.
func (t *teller) method() string {
	message := t.message
	if message == nil {
		return t.f.method
	}
	if message.IsPreflight() {
		asked, _ := header(&message.Request.Headers, "Access-Control-Request-Method")
		return asked
	}
	return message.Request.Method
}

// written is a header's name as WebKit writes it.
func (f *Run) written(name string) string {
	if place := indexOf(core.Lower(canonicalNames), name); place >= 0 {
		return item(canonicalNames, place)
	}
	headers := f.named()
	for i := range headers {
		if core.EqualFold(headers[i].Name, name) {
			return headers[i].Name
		}
	}
	return name
}

// printable writes all but printable ASCII as \uXXXX, as Chrome does with a header's value, of which it makes each byte a character
// (a value is a byte sequence: F #concept-header-value). A character up to U+00FF, which UTF-8 begins with 0xC2 or 0xC3, stands for the
// byte of that number, every other one for its own bytes in UTF-8.
func printable(value string) string {
	var b builder
	for i := 0; i < len(value); i++ {
		c := value[i]
		if c >= ' ' && c <= '~' {
			b.byte(c)
			continue
		}
		if c|1 == 0xC3 && i+1 < len(value) && value[i+1]&0xC0 == 0x80 {
			i++
			c = c<<6 | value[i]&0x3F
		}
		b.text(`\u00`)
		b.hex(c)
	}
	return string(b.bytes)
}
