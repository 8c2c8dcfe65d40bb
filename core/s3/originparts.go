package s3

import "s3cors/core"

// OriginParts is an origin, or a pattern for one, taken apart at its marks. The text is not
// checked: S3 takes any text as an AllowedOrigin, and any may arrive as Origin.
type OriginParts struct {
	Scheme    string
	HasScheme bool
	Userinfo  string
	Host      string
	Port      string
	HasPort   bool
	// Path is all from the first "/", "?" or "#" after the host on.
	Path string
}

// SplitOrigin takes a text apart at the marks of an origin, whatever it is.
func SplitOrigin(text string) (parts OriginParts) {
	parts.split(text)
	return parts
}

//go:noinline
func (p *OriginParts) split(text string) {
	*p = OriginParts{}
	for i := 0; i+3 <= len(text); i++ {
		if text[i] == ':' && text[i+1] == '/' && text[i+2] == '/' {
			p.Scheme, p.HasScheme, text = text[:i], true, text[i+3:]
			break
		}
	}
	start, colon, end := 0, -1, 0
	for end < len(text) {
		b := text[end]
		if b <= ']' {
			if b == '/' || b == '?' || b == '#' {
				break
			}
			switch b {
			case '@':
				start, colon = end+1, -1
			case ':':
				colon = end
			case ']': // The colons of an IPv6 address stand within brackets.
				colon = -1
			}
		}
		end++
	}
	p.Path = text[end:]
	if start > 0 {
		p.Userinfo = text[:start-1]
	}
	p.Host = text[start:end]
	if colon >= 0 {
		p.Host, p.Port, p.HasPort = text[start:colon], text[colon+1:end], true
	}
}

// IsDefaultPort says whether browsers leave the port out of an Origin of that scheme
// (HTML Standard, "serialization of an origin"; URL Standard, "default port").
func IsDefaultPort(scheme, port string) bool {
	return core.EqualFold(scheme, "https") && port == "443" || core.EqualFold(scheme, "http") && port == "80"
}

// differingLabels takes the labels that two hosts share off both ends: www.example.com and app.example.com
// differ in www and app. Hosts of different domains are left whole, and so are those of which one would have nothing left.
func differingLabels(a, b string) (string, string) {
	shortA, shortB, shared := a, b, 0
	for {
		i, j := core.LastIndex(shortA, '.'), core.LastIndex(shortB, '.')
		if i < 0 || j < 0 || shortA[i:] != shortB[j:] {
			break
		}
		shortA, shortB = shortA[:i], shortB[:j]
		shared++
	}
	if shared < 2 {
		return a, b
	}
	for {
		headA, tailA, moreA := core.Cut(shortA, '.')
		headB, tailB, moreB := core.Cut(shortB, '.')
		if !moreA || !moreB || headA != headB {
			break
		}
		shortA, shortB = tailA, tailB
	}
	if shortA == "" || shortB == "" {
		return a, b
	}
	return shortA, shortB
}

// isOriginLike says whether a text has the marks of an origin in their places, so that its parts can be
// compared with those of another. A port may hold a *, and be left out behind its colon if nothing follows.
func (p *OriginParts) isOriginLike() bool {
	for i := range len(p.Port) {
		if b := p.Port[i]; b-'0' >= 10 && b != '*' {
			return false
		}
	}
	return p.Host != "" && (!p.HasPort || p.Port != "" || p.Path == "")
}
