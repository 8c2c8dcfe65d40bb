package s3

// Assumption is a reading taken where nobody has recorded S3: its code, and a message that says
// what was assumed and on what ground.
type Assumption struct{ Code, Message string }

// Assumptions is the table of all readings: first those of answers to requests, then those of
// PutBucketCors. An answer names those that its request or configuration touches, and no others.
var Assumptions = [...]Assumption{
	acrmAbsent: {"acrm-absent", "Without Access-Control-Request-Method the method is taken to be OPTIONS, which no rule lists. " +
		"Recordings on buckets without a configuration (2023) show the method OPTIONS; older suites expect 400."},
	acrmInvalid: {"acrm-invalid", "An Access-Control-Request-Method that is not GET, PUT, HEAD, POST or DELETE is taken to be refused with 400 " +
		"before the configuration is looked up. Three S3-compatible servers agree; no recording of S3 is known."},
	acrhInvalidCharacter: {"acrh-invalid-character", "A name in Access-Control-Request-Headers that no header can have is taken to be refused with 400 " +
		"before the configuration is looked up. One S3-compatible server does so; no recording of S3 is known."},
	acrhEmptyItem: {"acrh-empty-item", "Empty items of Access-Control-Request-Headers are taken to be dropped. " +
		"A test that also ran against AWS (2017) expects it; another server answers 400."},
	acrhRepeatedItem: {"acrh-repeated-item", "A name that Access-Control-Request-Headers asks for twice is taken to be echoed twice. " +
		"No recording is known."},
	repeatedRequestHeader: {"repeated-request-header", "Header lines of one name are taken to be joined with a comma and read as one value, " +
		"as HTTP says. No recording is known."},
	invalidOnActual: {"invalid-request-header-on-actual", "An Access-Control-Request-Method or Access-Control-Request-Headers that no preflight could have is taken " +
		"to make an actual request fit no rule: S3 answers it as usual, without CORS headers. No recording is known; one server answers 400."},
	starBesideOthers: {"star-beside-others", "A rule that holds * beside other origins is taken to answer * without credentials, also where another of its origins fits. " +
		"One report of a request to AWS says so (noobaa/noobaa-core 8968); one server goes by the first origin that fits."},
	maxAgeZero: {"max-age-zero", "MaxAgeSeconds 0 is taken to be sent as Access-Control-Max-Age: 0. " +
		"S3 keeps 0 and absent apart elsewhere; some servers leave the header out."},
	maxAgeNegative: {"max-age-negative", "A MaxAgeSeconds below 0 is taken to be stored and sent as it is written. " +
		"One server's tests call it valid, oddly; others refuse it."},
	overlappingAffixes: {"overlapping-affixes", "The texts before and after a * are taken not to share characters: a*a does not match a. " +
		"Most S3-compatible servers agree; no recording is known."},
	duplicatesKept: {"duplicates-kept", "Methods or exposed headers that a rule repeats are taken to be sent as often as they are written. " +
		"S3 gives lists back as they were sent; no recording of the response is known."},
	optionsQuery: {"options-query", "The query of the URL is taken to be ignored on OPTIONS. " +
		"S3 does not look the object up for a preflight; in 2015 a versionId gave 400 (aws/aws-sdk-js 515)."},
	serviceOptions: {"service-options", "OPTIONS without a bucket in the URL is taken to be refused as on a bucket without a configuration. " +
		"The status 403 is reported (aws/aws-sdk-js 1939); the text is not."},
	headersTooLarge: {"headers-too-large", "Origin and Access-Control-Request headers of more than 8,192 bytes together are taken to be refused with RequestHeaderSectionTooLarge. " +
		"The limit of 8 KB and the error are documented; what counts towards the limit is not."},
	digestNotCompared: {"digest-not-compared", "A digest that is sent with a put is taken to be that of the body. " +
		"A simulation computes none; acceptPut does."},
	allowedHeaderCharacter: {"allowed-header-character", "An AllowedHeader with a character that no header name has is taken to be refused. " +
		"One server does so (2025); S3 was reported to accept it in 2016. A false alarm costs less than a rule that cannot work. " +
		"An empty AllowedHeader is taken to be accepted and to match nothing, and an empty ExposeHeader to be sent as an empty item."},
	idTooLong: {"id-too-long", "An ID of more than 255 UTF-16 code units is taken to be refused with InvalidRequest. " +
		"The limit is documented; the code and the text follow S3's other bucket configurations."},
	duplicateID: {"duplicate-id", "Two rules with one ID are taken to be accepted. Most servers accept them; two refuse them."},
	documentTooLarge: {"document-too-large", "A document of 65,536 bytes is taken to be accepted and one of 65,537 refused with MaxMessageLengthExceeded, before anything else is checked. " +
		"The limit of 64 KB is documented; the error is S3's usual one for bodies that are too large."},
	emptyBody:       {"empty-body", "An empty body, or white space alone, is taken to be MalformedXML. One server says so; another has an error of its own."},
	maxAgeEmpty:     {"max-age-empty", "An empty MaxAgeSeconds is taken to be MalformedXML. It is no integer; one server accepts it."},
	maxAgeRange:     {"max-age-out-of-range", "A MaxAgeSeconds that does not fit 32 bits is taken to be MalformedXML. The API models a 32-bit integer; no recording is known."},
	maxAgeFormat:    {"max-age-format", "A sign, leading zeros and white space around MaxAgeSeconds are taken to be read as XML Schema reads an int. No recording is known."},
	valueWhitespace: {"value-whitespace", "White space around a value is taken to be part of it. No recording is known."},
	unknownElement: {"unknown-element", "An element that the schema does not have at its place is taken to be MalformedXML. " +
		"Several servers agree, and S3's message speaks of its schema."},
	xmlAttribute: {"xml-attribute", "Attributes other than namespace declarations are taken to be ignored. No recording is known."},
	xmlNamespace: {"xml-namespace", "A namespace other than S3's own is taken to be MalformedXML. Only S3's own and none are documented."},
	xmlDoctype:   {"xml-doctype", "A DOCTYPE, whatever it holds, is taken to be MalformedXML. It is the safe reading; one server agrees."},
	xmlEncoding:  {"xml-encoding", "One byte order mark is taken to be skipped, and any encoding but UTF-8 to be MalformedXML. No recording is known."},
	checkOrder: {"check-order", "Within a rule the values are taken to be checked in the order ID, origins, methods, allowed headers, expose headers. " +
		"Two servers do so, one of which says that it copies S3; a third begins with the methods."},
	elementOrder: {"element-order", "The elements of a rule are taken to be written in the order ID, AllowedMethod, AllowedOrigin, AllowedHeader, MaxAgeSeconds, ExposeHeader. " +
		"Two servers do so. S3 takes any order."},
	ibmCOS: {"ibm-cos", "IBM COS is taken to answer as S3 does, but for the expected owner of the bucket, which it ignores. " +
		"Its documentation is S3's text; no recording is known."},
}

// assumption names an entry of the table; the values are its indices.
type assumption uint8

const (
	acrmAbsent assumption = iota
	acrmInvalid
	acrhInvalidCharacter
	acrhEmptyItem
	acrhRepeatedItem
	repeatedRequestHeader
	invalidOnActual
	starBesideOthers
	maxAgeZero
	maxAgeNegative
	overlappingAffixes
	duplicatesKept
	optionsQuery
	serviceOptions
	headersTooLarge
	digestNotCompared
	allowedHeaderCharacter
	idTooLong
	duplicateID
	documentTooLarge
	emptyBody
	maxAgeEmpty
	maxAgeRange
	maxAgeFormat
	valueWhitespace
	unknownElement
	xmlAttribute
	xmlNamespace
	xmlDoctype
	xmlEncoding
	checkOrder
	elementOrder
	ibmCOS
)

// assumed is the set of readings that one answer rests on.
type assumed uint64

func (a *assumed) add(code assumption) { *a |= 1 << code }

// addCode adds a reading by its code, as diagnostics name it.
func (a *assumed) addCode(code string) {
	for i := range Assumptions {
		if Assumptions[i].Code == code {
			a.add(assumption(i))
		}
	}
}

// list gives the entries in the order of the table.
func (a assumed) list() []Assumption {
	var list []Assumption
	for code := range Assumptions {
		if a&(1<<code) != 0 {
			list = append(list, Assumptions[code])
		}
	}
	return list
}
