package source

import "s3cors/core"

// readMaxAge reads MaxAgeSeconds in the lexical form of an XML Schema int, the reading of assumption
// "max-age-format": an optional sign and decimal digits, XML white space around them
// ignored. problem is nil, or the kind of diagnostic that says why there is no value. Numbers that
// fit an int64 and not S3's 32 bits are read, for core/s3 to judge.
//
// Authority: XML Schema 1.0 part 2, sections 3.3.13 and 4.3.6 (whiteSpace collapse).
func readMaxAge(text string) (value int64, problem *core.Kind) {
	digits := core.TrimSpace(text)
	negative := false
	if digits != "" && (digits[0] == '+' || digits[0] == '-') {
		negative = digits[0] == '-'
		digits = digits[1:]
	}
	if digits == "" {
		return 0, &MaxAgeNotInteger
	}
	const limit = 1 << 63
	var sum uint64
	fits := true
	for i := 0; i < len(digits); i++ {
		digit := uint64(digits[i] - '0')
		if digit > 9 {
			return 0, &MaxAgeNotInteger
		}
		// sum is at most 2^63, so this cannot leave 64 bits before fits is false.
		if fits = fits && sum <= (limit-digit)/10; fits {
			sum = sum*10 + digit
		}
	}
	switch {
	case !fits, sum == limit && !negative:
		return 0, &MaxAgeOutOfRange
	case negative:
		return int64(-sum), nil
	}
	return int64(sum), nil
}

// maxAgeDiagnostic tells why a text is no MaxAgeSeconds; problem is readMaxAge's.
func maxAgeDiagnostic(text string, problem *core.Kind) core.Diagnostic {
	value := excerpt(core.TrimSpace(text))
	d := core.Diagnostic{Kind: *problem, Parameters: []core.Parameter{core.Text("value", value)}}
	switch {
	case problem == &MaxAgeOutOfRange:
		d.Message = value + " does not fit S3's 32-bit number"
		d.Help = "Write 86400 or less; no browser keeps it longer."
		return d
	case value == "":
		d.Assumption = "max-age-empty"
		d.Message = "MaxAgeSeconds is empty"
	default:
		d.Message = `"` + value + `" is not a whole number`
	}
	d.Help = "Write a whole number of seconds."
	return d
}
