package browser

import "s3cors/core"

const (
	// maxSafelistedValue is in bytes (F #cors-safelisted-request-header).
	maxSafelistedValue = 128
	// maxSafelistedTotal is in bytes, of all safelisted values together (F #cors-unsafe-request-header-names).
	maxSafelistedTotal = 1024
)

// unsafeNames are the names that make a preflight necessary: in lower case, each once, sorted by bytes
// (F #cors-unsafe-request-header-names).
func (f *Run) unsafeNames() []string { return f.unsafeNamesOf(f.named()) }

func (f *Run) unsafeNamesOf(headers core.HeaderList) []string {
	var names []string
	total, all := 0, false
	for i := 0; i < len(headers); i++ {
		field := &headers[i]
		name, value := core.Lower(field.Name), field.Value
		if name == "content-type" && f.typeGiven != "" {
			value = f.typeGiven
		}
		if !all && f.isSafelisted(name, value) {
			total += byteLength(value)
		} else {
			names = appendText(names, name)
		}
		if i == len(headers)-1 && total > maxSafelistedTotal && f.quirks&noTotalLimit == 0 {
			// Together they are too long: none of them is safelisted.
			i, total, all, names = -1, 0, true, nil
		}
	}
	names = sorted(names)
	if f.quirks&repeatsNames == 0 {
		names = once(names)
	}
	return names
}

// named are the headers that a preflight is about.
//
//go:noinline
func (f *Run) named() core.HeaderList {
	if f.judged != nil {
		return f.judged
	}
	return f.headers
}

// byteLength is the length of the ByteString: a character up to U+00FF is one byte.
//
//go:noinline
func byteLength(value string) int {
	length := 0
	for i := range len(value) {
		if value[i]&0xC0 != 0x80 {
			length++
		}
	}
	return length
}

// isSafelisted is F #cors-safelisted-request-header for a name in lower case and a value without white
// space around it.
func (f *Run) isSafelisted(name, value string) bool {
	if byteLength(value) > maxSafelistedValue {
		return false
	}
	// The bytes of which a value may not hold one; F #cors-unsafe-request-header-byte for most.
	place, safe := indexOf(safelistedNames, name), true
	if place < 0 {
		return false
	}
	for i := range len(value) {
		c := value[i]
		switch {
		case place <= 1: // accept-language, content-language
			safe = safe && (isAlphanumeric(c) || core.Index(" *,-.;=", c) >= 0)
		case c < 0x20 && c != '\t' || core.Index("\"():<>?@[\\]{}\x7F", c) >= 0 || c >= 0x80 && f.quirks&highBytesUnsafe != 0:
			safe = false
		}
	}
	switch {
	case place == 2: // content-type
		safe = safe && listed("application/x-www-form-urlencoded multipart/form-data text/plain", essence(value)) &&
			(f.quirks&strictTypes == 0 || core.Index(value, ',') < 0 && !endsInEmptyParameter(value))
	case place == 3: // range
		safe = safe && f.isSingleRange(value)
	case place > 4 && f.quirks&clientHints == 0:
		safe = false
	case place == 5: // save-data
		safe = value == "on"
	case place == 6: // ect
		safe = listed("slow-2g 2g 3g 4g", value)
	case place > 6:
		whole, fraction, _ := core.Cut(value, '.')
		safe = parseNumber(whole+fraction) >= 0
	}
	return safe
}

// safelistedNames are those of the standard, and from the sixth on those that Chrome adds.
const (
	safelistedNames = "accept-language content-language content-type range accept save-data " + chromeHints
	chromeHints     = "ect device-memory dpr width viewport-width rtt downlink"
)

//go:noinline
func isAlphanumeric(b byte) bool { return b-'0' < 10 || b|0x20-'a' < 26 }

// essence is type and subtype of one MIME type in lower case; "" where the value is none
// (MIME Sniffing, "parse a MIME type"). Parameters are not looked at.
func essence(value string) string {
	value, _, _ = core.Cut(value, ';')
	value = core.TrimSpace(value)
	kind, subtype, _ := core.Cut(value, '/')
	if !core.IsToken(kind) || !core.IsToken(subtype) {
		return ""
	}
	return core.Lower(value)
}

// endsInEmptyParameter says whether parameters end with a semicolon, as if there were one more.
func endsInEmptyParameter(value string) bool {
	return core.HasSuffix(value, ";") && core.Index(value, ';') < len(value)-1
}

// isSingleRange takes bytes=first- and bytes=first-last, without white space and with a first position
// (F #simple-range-header-value). Positions longer than a browser counts with are unsafe
// (web-platform-tests cors/cors-safelisted-request-header.any.js).
func (f *Run) isSingleRange(value string) bool {
	unit, positions, _ := core.Cut(value, '=')
	if f.quirks&rangeUnitInAnyCase != 0 {
		unit = core.Lower(unit)
	}
	first, last, dash := core.Cut(positions, '-')
	start := parseNumber(first)
	return unit == "bytes" && dash && start >= 0 && (last == "" || start <= parseNumber(last))
}
