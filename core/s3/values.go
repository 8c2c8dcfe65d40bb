package s3

import (
	"math"
	"unicode/utf8"

	"s3cors/core"
	"s3cors/core/source"
)

// MaxIDLength is the longest ID, in UTF-16 code units (AWS API reference, API_CORSRule; assumption "id-too-long").
const MaxIDLength = 255

func (v *validator) id(path core.Path, rule *core.CORSRule) {
	if rule.ID == nil {
		return
	}
	path = path.Member(core.ID)
	v.text(path, *rule.ID)
	length := 0
	for _, r := range *rule.ID {
		length++
		if r > math.MaxUint16 {
			length++
		}
	}
	if length > MaxIDLength {
		v.refuse(&IDTooLong, path, "ID length should not exceed allowed limit of 255", core.Itoa(length), core.Itoa(MaxIDLength))
	}
}

// origin: S3 never checks that an origin has the form of one; it counts the wildcards
// (recorded: LS, MG, ST; versitygw issue 1870 for the text).
func (v *validator) origin(path core.Path, origin string) {
	if stars := core.Count(origin, '*'); stars > 1 {
		v.refuse(&OriginManyWildcards, path, `AllowedOrigin "`+origin+manyWildcards, origin, core.Itoa(stars))
	}
}

const (
	manyWildcards    = `" can not have more than one wildcard.`
	invalidCharacter = `" contains invalid character.`
)

// method: exactly one of the five, case-sensitive (recorded: LS, VR for the empty one, SC for lower case).
func (v *validator) method(path core.Path, method string) {
	if methodBit(method) != 0 {
		return
	}
	meant := core.Upper(core.TrimSpace(method))
	kind := &UnsupportedMethod
	switch {
	case meant == "":
		kind = &emptyMethod
	case meant == "OPTIONS":
		kind = &optionsMethod
	case meant == "*":
		kind = &starMethod
	case methodBit(meant) != 0:
		kind = &letterCaseMethod
	}
	v.refuse(kind, path, "Found unsupported HTTP method in CORS config. Unsupported method is "+method, method, meant)
}

// allowedHeader: wildcards before characters (assumptions "check-order", "allowed-header-character"). An
// empty one is taken, and matches nothing.
func (v *validator) allowedHeader(path core.Path, header string) {
	if stars := core.Count(header, '*'); stars > 1 { // recorded: SC
		v.refuse(&HeaderManyWildcards, path, `AllowedHeader "`+header+manyWildcards, header, core.Itoa(stars))
	}
	v.headerName(&HeaderInvalidCharacter, path, header)
}

// exposeHeader: no wildcard at all, then the characters (recorded: SC; noobaa-core 8954 for the text).
func (v *validator) exposeHeader(path core.Path, header string) {
	if core.Index(header, '*') >= 0 {
		v.refuse(&ExposeWildcard, path, `ExposeHeader "`+header+`" contains wildcard. We currently do not support wildcard for ExposeHeader.`, header)
	}
	v.headerName(&ExposeInvalidCharacter, path, header)
}

// headerName looks for the first character that no header name has (RFC 9110, section 5.6.2). S3's text
// says AllowedHeader of an ExposeHeader too (recorded: SC and its pull request 497).
func (v *validator) headerName(kind *core.Kind, path core.Path, header string) {
	if header == "" { // assumption "allowed-header-character"
		v.rests.add(allowedHeaderCharacter)
	}
	for i := range len(header) {
		if !core.IsTokenByte(header[i]) {
			_, size := utf8.DecodeRuneInString(header[i:])
			v.refuse(kind, path, `AllowedHeader "`+header+invalidCharacter, header, header[i:i+size])
			return
		}
	}
}

// maxAge: S3 models a 32-bit integer (assumption "max-age-out-of-range"); a negative one is taken to
// be accepted (assumption "max-age-negative").
func (v *validator) maxAge(path core.Path, seconds *int64) {
	if seconds == nil {
		return
	}
	written := core.FormatInt(*seconds)
	if place, ok := v.doc.Places.Find(path); ok && v.doc.Format == source.XML && v.doc.Text[place.Value.Start:place.Value.End] != written {
		v.rests.add(maxAgeFormat)
	}
	switch {
	case *seconds > math.MaxInt32 || *seconds < math.MinInt32:
		v.schema = true
		v.report(&MaxAgeOutOfRange, path, written)
	case *seconds < 0:
		v.report(&MaxAgeNegative, path, written)
	}
}
