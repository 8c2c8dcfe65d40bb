package core

// HeaderField is one line of a request or response.
type HeaderField struct{ Name, Value string }

// HeaderList holds header fields in their order on the wire.
type HeaderList []HeaderField

// Add appends a field.
//
//go:noinline
func (h *HeaderList) Add(name, value string) { *h = append(*h, HeaderField{Name: name, Value: value}) }

// Get joins the values of all fields of that name with ",", names compared without
// regard to case, and says whether there is any (RFC 9110, section 5.3).
func (h HeaderList) Get(name string) (value string, present bool) {
	var values []string
	for i := range h {
		if EqualFold(h[i].Name, name) {
			values = append(values, h[i].Value)
		}
	}
	return Join(values, ","), values != nil
}

// Count says how many fields bear that name.
func (h HeaderList) Count(name string) int {
	count := 0
	for _, field := range h {
		if EqualFold(field.Name, name) {
			count++
		}
	}
	return count
}

// HTTPRequest is a request as it arrives.
type HTTPRequest struct {
	Method  string
	URL     string
	Headers HeaderList
	Body    string
}

// HTTPResponse is a response with its header fields in order.
type HTTPResponse struct {
	Status  int
	Headers HeaderList
	Body    string
}

// PreflightRequest is the CORS part of a preflight. A nil member is a header that the
// request lacks.
type PreflightRequest struct {
	Origin *string
	// Method is Access-Control-Request-Method.
	Method *string
	// Headers is the raw value of Access-Control-Request-Headers.
	Headers *string
}

// IsToken says whether a text may stand as a header name or a method: one or more of the
// characters of a token (RFC 9110, section 5.6.2).
func IsToken(text string) bool {
	for i := 0; i < len(text); i++ {
		if !IsTokenByte(text[i]) {
			return false
		}
	}
	return text != ""
}

// IsTokenByte says whether a byte is a tchar of RFC 9110, section 5.6.2.
func IsTokenByte(b byte) bool {
	switch {
	case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9':
		return true
	}
	return Index("!#$%&'*+-.^_`|~", b) >= 0
}
