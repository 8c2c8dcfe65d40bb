package s3

import "s3cors/core"

// The diagnostics of what PutBucketCors refuses, in the words of the catalogue, and of what it is
// taken to accept although other services refuse it.
var (
	NoRules = core.Kind{Code: "no-rules", Severity: core.Error, Topic: core.Limit,
		Template: "a configuration needs at least one rule",
		Advice:   "Add a rule, or delete the configuration with DeleteBucketCors."}
	TooManyRules = core.Kind{Code: "too-many-rules", Severity: core.Error, Topic: core.Limit,
		Template: "{count#} rules; S3 takes {limit#}", Advice: "Join rules that differ in their origins only."}
	DocumentTooLarge = core.Kind{Code: "document-too-large", Severity: core.Error, Topic: core.Limit, Assumption: "document-too-large",
		Template: "the document has {bytes#} bytes; S3 takes {limit#}", Advice: "Join rules, or use one wildcard for many origins."}
	MissingOrigin = core.Kind{Code: "missing-origin", Severity: core.Error, Topic: core.Origin,
		Template: "rule {rule#} has no AllowedOrigin", Advice: "Add one."}
	MissingMethod = core.Kind{Code: "missing-method", Severity: core.Error, Topic: core.Method,
		Template: "rule {rule#} has no AllowedMethod", Advice: "Add one, such as GET."}
	OriginManyWildcards = core.Kind{Code: "origin-many-wildcards", Severity: core.Error, Topic: core.Origin,
		Template: `"{value}" holds {count#} wildcards; S3 takes one`, Advice: "Keep one wildcard, or write one origin each."}
	HeaderManyWildcards = core.Kind{Code: "header-many-wildcards", Severity: core.Error, Topic: core.Header,
		Template: `"{value}" holds {count#} wildcards; S3 takes one`, Advice: "Keep one."}
	HeaderInvalidCharacter = core.Kind{Code: "header-invalid-character", Severity: core.Error, Topic: core.Header, Assumption: "allowed-header-character",
		Template: `"{value}" holds a character that no header name has: "{character}"`,
		Advice:   "Remove the character, and write one name for each AllowedHeader."}
	ExposeWildcard = core.Kind{Code: "expose-wildcard", Severity: core.Error, Topic: core.Header,
		Template: `S3 takes no wildcard in ExposeHeader: "{value}"`, Advice: "List the names."}
	ExposeInvalidCharacter = core.Kind{Code: "expose-invalid-character", Severity: core.Error, Topic: core.Header,
		Template: `"{value}" holds a character that no header name has: "{character}"; S3's message says AllowedHeader and means this ExposeHeader`,
		Advice:   "Remove the character, and write one name for each ExposeHeader."}
	IDTooLong = core.Kind{Code: "id-too-long", Severity: core.Error, Topic: core.Limit, Assumption: "id-too-long",
		Template: "the ID has {length#} characters; S3 documents {limit#}", Advice: "Shorten it."}
	MaxAgeOutOfRange = core.Kind{Code: "max-age-out-of-range", Severity: core.Error, Topic: core.Caching, Assumption: "max-age-out-of-range",
		Template: "{value} does not fit S3's 32-bit number", Advice: "Write 86400 or less: no browser keeps it longer."}
	MaxAgeNegative = core.Kind{Code: "max-age-negative", Severity: core.Warning, Topic: core.Caching, Assumption: "max-age-negative",
		Template: "S3 is taken to accept {value}, and no browser caches it; other services refuse it", Advice: "Write 0 or more."}
	DuplicateID = core.Kind{Code: "duplicate-id", Severity: core.Warning, Topic: core.Reachability, Assumption: "duplicate-id",
		Template: `rules {first#} and {rule#} have the ID "{id}"; S3 takes it, some services refuse it`, Advice: "Give each rule its own ID."}
	// MoreProblems closes a list that is not told to its end.
	MoreProblems = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Limit,
		Template: "there are more problems than are told here", Advice: "Mend those that are told first."}
	UnwritableCharacter = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"{value}" holds a character that XML cannot carry`, Advice: "Remove the character."}
)

// The texts for a method that is none of the five, one for each of the usual slips.
var (
	UnsupportedMethod = method(`S3 does not know the method "{value}"`, "Write one of GET, PUT, HEAD, POST, DELETE.")
	letterCaseMethod  = method(`S3 does not know the method "{value}"`, "Write {meant}.")
	emptyMethod       = method("an AllowedMethod is empty", "Write one of GET, PUT, HEAD, POST, DELETE.")
	optionsMethod     = method(`S3 does not take the method "{value}": it answers preflights itself`, "Remove it.")
	starMethod        = method(`S3 takes no wildcard as a method: "{value}"`, "List the methods: GET, PUT, HEAD, POST, DELETE.")
)

func method(template, advice string) core.Kind {
	return core.Kind{Code: "unsupported-method", Severity: core.Error, Topic: core.Method, Template: template, Advice: advice}
}
