package core

// CORSConfiguration is what PutBucketCors takes: a list of rules, of which S3
// uses the first that fits a request.
//
// Authority: AWS API reference, API_CORSConfiguration.
type CORSConfiguration struct {
	CORSRules []CORSRule
}

// CORSRule is one rule under S3's own names. An absent list and an empty one are
// the same, as they are in the XML document. ID and MaxAgeSeconds are nil where
// they are absent: S3 keeps absent apart from empty and from 0 (recorded on AWS:
// localstack test_s3_cors.snapshot.json, test_get_cors).
//
// Authority: AWS API reference, API_CORSRule.
type CORSRule struct {
	ID             *string
	AllowedOrigins []string
	AllowedMethods []string
	AllowedHeaders []string
	ExposeHeaders  []string
	// MaxAgeSeconds is in seconds. It is wider than S3's 32 bits, so that a number that is
	// out of S3's range can be kept and reported.
	MaxAgeSeconds *int64
}

// Member names one member of a CORSRule.
type Member uint8

// The members of a rule, in the order in which S3's XML document is written
// (assumption "element-order").
const (
	NoMember Member = iota
	ID
	AllowedMethods
	AllowedOrigins
	AllowedHeaders
	MaxAgeSeconds
	ExposeHeaders
)

// Members lists all members in the order of the XML document.
var Members = [...]Member{ID, AllowedMethods, AllowedOrigins, AllowedHeaders, MaxAgeSeconds, ExposeHeaders}

var memberNames = [...]string{"", "ID", "AllowedMethods", "AllowedOrigins", "AllowedHeaders", "MaxAgeSeconds", "ExposeHeaders"}
var elementNames = [...]string{"", "ID", "AllowedMethod", "AllowedOrigin", "AllowedHeader", "MaxAgeSeconds", "ExposeHeader"}

// String is the member's name in the API and in JSON: "AllowedOrigins".
func (m Member) String() string { return memberNames[m] }

// Element is the name of the XML element that carries one value: "AllowedOrigin".
func (m Member) Element() string { return elementNames[m] }

// IsList says whether the member holds a list of texts.
func (m Member) IsList() bool {
	return m == AllowedMethods || m == AllowedOrigins || m == AllowedHeaders || m == ExposeHeaders
}

// List is the list that the member names, or nil for ID and MaxAgeSeconds.
func (r *CORSRule) List(m Member) []string {
	if list := r.list(m); list != nil {
		return *list
	}
	return nil
}

// Append adds a value at the end of the list that the member names.
func (r *CORSRule) Append(m Member, value string) {
	if list := r.list(m); list != nil {
		*list = append(*list, value)
	}
}

// MakeRoom empties a list, and prepares it for so many values.
func (r *CORSRule) MakeRoom(m Member, count int) {
	if list := r.list(m); list != nil {
		*list = nil
		if count > 0 {
			*list = make([]string, 0, count)
		}
	}
}

func (r *CORSRule) list(m Member) *[]string {
	switch m {
	case AllowedMethods:
		return &r.AllowedMethods
	case AllowedOrigins:
		return &r.AllowedOrigins
	case AllowedHeaders:
		return &r.AllowedHeaders
	case ExposeHeaders:
		return &r.ExposeHeaders
	}
	return nil
}
