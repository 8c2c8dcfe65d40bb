package format

import "s3cors/core"

// What a target cannot carry or may change.
var (
	ownerIgnored = core.Kind{Code: "owner-ignored", Severity: core.Info, Topic: core.Conversion,
		Template: "IBM COS ignores ExpectedBucketOwner", Advice: "Leave it out if the bucket is in IBM COS."}
	// Authority: hashicorp/terraform-provider-aws 46262, and its change log of 6.31.0.
	ownerDeprecated = core.Kind{Code: "owner-deprecated", Severity: core.Info, Topic: core.Conversion,
		Template: "Terraform's AWS provider warns of expected_bucket_owner from version 6.31 on", Advice: "Write allowed_account_ids in its provider block instead."}
	optionUnused = core.Kind{Code: "option-unused", Severity: core.Info, Topic: core.Conversion,
		Template: "{product} has no place for the {option}", Advice: "Set it where the tool is configured, or leave it out."}
	// One comment, and several.
	allComments = [...]core.Kind{{Code: "comment-lost", Severity: core.Info, Topic: core.Conversion,
		Template: "{count#} comment is not carried over", Advice: keepSource}, {Code: "comment-lost", Severity: core.Info, Topic: core.Conversion,
		Template: "{count#} comments are not carried over", Advice: keepSource}}
	ruleComments = [...]core.Kind{{Code: "comment-lost", Severity: core.Info, Topic: core.Conversion,
		Template: "{count#} comment of the rules is not carried over", Advice: keepSource}, {Code: "comment-lost", Severity: core.Info, Topic: core.Conversion,
		Template: "{count#} comments of the rules are not carried over", Advice: keepSource}}
	keyLost = core.Kind{Code: "comment-lost", Severity: core.Info, Topic: core.Conversion,
		Template: `the key "{key}", which S3 does not know, is not carried over`, Advice: keepSource}
	writtenAsText = core.Kind{Code: "placeholder-unresolved", Severity: core.Warning, Topic: core.Conversion,
		Template: `the value of "{name}" is not known: it is written as a text`, Advice: giveValue}
	leftOut = core.Kind{Code: "placeholder-unresolved", Severity: core.Warning, Topic: core.Conversion,
		Template: `the value of "{name}" is not known: it is left out`, Advice: giveValue}
	orderLost = core.Kind{Code: "rule-order-lost", Severity: core.Info, Topic: core.Conversion,
		Template: setsOrder + "; no request is answered otherwise by another order"}
	orderMatters = core.Kind{Code: "rule-order-lost", Severity: core.Warning, Topic: core.Conversion,
		Template: setsOrder + ": rules {first#} and {second#} both take {method} from {origin}, and answer it differently",
		Advice:   "Split the rules so that no two take the same request."}
	orderUnknown = core.Kind{Code: "rule-order-lost", Severity: core.Warning, Topic: core.Conversion,
		Template: setsOrder, Advice: "Write 100 rules at most; whether their order matters is looked at then."}
	becomesZero = core.Kind{Code: "max-age-becomes-zero", Severity: core.Info, Topic: core.Conversion,
		Template: "rule {rule#} sets no max age; {product} writes 0, and no preflight is cached", Advice: "Write MaxAgeSeconds."}
	idsLost = core.Kind{Code: "lossy-target", Severity: core.Warning, Topic: core.Conversion,
		Template: "{product} has no rule IDs: {count#} dropped", Advice: keepOriginal}
	rolesMerged = core.Kind{Code: "lossy-target", Severity: core.Warning, Topic: core.Conversion,
		Template: "Google Cloud Storage has one list for the headers of requests and those that script can read: both become one", Advice: keepOriginal}
	gcsPattern = core.Kind{Code: "lossy-target", Severity: core.Warning, Topic: core.Conversion,
		Template: `Google Cloud Storage has no patterns for headers: "{header}" is taken as a name`, Advice: "List the names."}
	gcsOrigin = core.Kind{Code: "lossy-target", Severity: core.Warning, Topic: core.Conversion,
		Template: `Google Cloud Storage is documented to compare an origin as a whole: "{origin}" may match nothing`, Advice: "List the origins."}
	r2Age = core.Kind{Code: "target-limit", Severity: core.Warning, Topic: core.Compatibility,
		Template: "R2 takes a max age of {most#} seconds at most, not {seconds#}", Advice: "Write a value within the limit."}
	r2Port = core.Kind{Code: "target-limit", Severity: core.Warning, Topic: core.Compatibility,
		Template: `R2 refuses a wildcard in the place of the port: "{origin}"`, Advice: "List the ports."}
	r2Pattern = core.Kind{Code: "target-limit", Severity: core.Warning, Topic: core.Compatibility,
		Template: `R2 is not known to take patterns for headers: "{header}"`, Advice: "List the names."}
	moreLosses = core.Kind{Code: "more-losses", Severity: core.Info, Topic: core.Conversion, Template: "more is lost than is told"}
)

const (
	keepOriginal = "Keep the S3 form as the original."
	giveValue    = "Give it a value, or write it in the words of the target."
	keepSource   = "Keep the original."
	setsOrder    = "{product} keeps rules and lists as sets, so that their order may change"
	// The titles of fixes.
	ageTitle   = "Set MaxAgeSeconds of rule {rule#} to {seconds#}"
	splitTitle = "Split the rules so that no two take the same request"
)

// optionNames are those of the options in a sentence.
var optionNames = [...]string{"bucket", "endpoint", "expected bucket owner", "checksum algorithm"}
