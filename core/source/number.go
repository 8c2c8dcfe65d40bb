package source

import "s3cors/core"

// What is no MaxAgeSeconds is reported where the number is read, since a configuration cannot hold it.
var (
	MaxAgeNotInteger = core.Kind{Code: "max-age-not-integer", Severity: core.Error, Topic: core.Caching,
		Template: `"{value}" is not written as a whole number`, Advice: "Write a whole number of seconds."}
	MaxAgeEmpty = core.Kind{Code: "max-age-not-integer", Severity: core.Error, Topic: core.Caching, Assumption: "max-age-empty",
		Template: "MaxAgeSeconds is empty", Advice: "Write a whole number of seconds."}
	MaxAgeOutOfRange = core.Kind{Code: "max-age-out-of-range", Severity: core.Error, Topic: core.Caching, Assumption: "max-age-out-of-range",
		Template: "{value} does not fit S3's 32-bit number", Advice: "Write 86400 or less; no browser keeps it longer."}
)

// readMaxAge reads MaxAgeSeconds in the lexical form of an XML Schema int, the reading of assumption
// "max-age-format": an optional sign and decimal digits, XML white space around them
// ignored. problem is nil, or the kind of diagnostic that says why there is no value; its argument is the text
// without that white space. Numbers that fit an int64 and not S3's 32 bits are read, for core/s3 to judge.
//
// Authority: XML Schema 1.0 part 2, sections 3.3.13 and 4.3.6 (whiteSpace collapse).
func readMaxAge(text string) (value int64, problem *core.Kind) {
	digits := core.TrimSpace(text)
	if digits == "" {
		return 0, &MaxAgeEmpty
	}
	negative := digits[0] == '-'
	if negative || digits[0] == '+' {
		digits = digits[1:]
	}
	if digits == "" {
		return 0, &MaxAgeNotInteger
	}
	const limit = 1 << 63
	var sum uint64
	fits := true
	for i := range len(digits) {
		digit := uint64(digits[i] - '0')
		if digit > 9 {
			return 0, &MaxAgeNotInteger
		}
		// sum is at most 2^63, so this cannot leave 64 bits before fits is false.
		if fits = fits && sum <= (limit-digit)/10; fits {
			sum = sum*10 + digit
		}
	}
	if !fits || sum == limit && !negative {
		return 0, &MaxAgeOutOfRange
	}
	if negative {
		sum = -sum
	}
	return int64(sum), nil
}
