package s3

// Assumption is a reading taken where nobody has recorded S3: its code, and a message that says
// what was assumed and on what ground.
type Assumption struct{ Code, Message string }

// Assumptions is the table of all readings on which an answer to a request may rest. An
// answer names those that its request or configuration touches, and no others.
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
)

// assumed is the set of readings that one answer rests on.
type assumed uint32

func (a *assumed) add(code assumption) { *a |= 1 << code }

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
