package source

import (
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"s3cors/core"
)

var numberCases = []struct {
	name, text string
	value      int64
	code       string
}{
	{"a plain number is read", "3000", 3000, ""},
	{"zero is a number", "0", 0, ""},
	{"a plus sign may stand before it", "+5", 5, ""},
	{"a number may be negative", "-200", -200, ""},
	{"minus zero is zero", "-0", 0, ""},
	{"leading zeros do not count", "0000000000000000000000000000600", 600, ""},
	{"XML white space around it is ignored", " \t\r\n600\n", 600, ""},
	{"other white space is not", "\u00a0600", 0, "max-age-not-integer"},
	{"white space inside is not", "6 00", 0, "max-age-not-integer"},
	{"white space after the sign is not", "- 600", 0, "max-age-not-integer"},
	{"an empty text is no number", "", 0, "max-age-not-integer"},
	{"white space alone is no number", " \n", 0, "max-age-not-integer"},
	{"a sign alone is no number", "-", 0, "max-age-not-integer"},
	{"two signs are no number", "+-1", 0, "max-age-not-integer"},
	{"a fraction is no whole number", "1.5", 0, "max-age-not-integer"},
	{"an exponent is not read", "1e3", 0, "max-age-not-integer"},
	{"a unit is not read", "3000s", 0, "max-age-not-integer"},
	{"a sign that follows the digits in ASCII is none of them", "12:", 0, "max-age-not-integer"},
	{"a sign that stands before the digits in ASCII is none of them", "12/", 0, "max-age-not-integer"},
	{"hexadecimal digits are not read", "0x10", 0, "max-age-not-integer"},
	{"digits of other scripts are not read", "٣", 0, "max-age-not-integer"},
	{"digits are not divided", "86_400", 0, "max-age-not-integer"},
	{"more than S3's 32 bits is left to be judged later", "3000000000", 3000000000, ""},
	{"the largest number of 64 bits fits", "9223372036854775807", math.MaxInt64, ""},
	{"one more does not", "9223372036854775808", 0, "max-age-out-of-range"},
	{"the smallest number of 64 bits fits", "-9223372036854775808", math.MinInt64, ""},
	{"one less does not", "-9223372036854775809", 0, "max-age-out-of-range"},
	{"twenty digits do not fit", "99999999999999999999", 0, "max-age-out-of-range"},
	{"what does not fit and is no number is no number", "99999999999999999999s", 0, "max-age-not-integer"},
}

func TestMaxAgeIsReadInTheLexicalFormOfAnXMLSchemaInt(t *testing.T) {
	for _, c := range numberCases {
		t.Run(c.name, func(t *testing.T) {
			value, problem := readMaxAge(c.text)
			if c.code == "" {
				assert.Nil(t, problem)
				assert.Equal(t, c.value, value)
				return
			}
			if assert.NotNil(t, problem) {
				assert.Equal(t, c.code, problem.Code)
			}
		})
	}
}

func TestWhatIsNoMaxAgeIsToldWithItsValue(t *testing.T) {
	told := func(text string) core.Diagnostic {
		return readXML(inRule("<MaxAgeSeconds>" + text + "</MaxAgeSeconds>")).Diagnostics[0]
	}
	d := told(" 10s ")
	assert.Equal(t, `"10s" is not written as a whole number`, d.Message)
	assert.Equal(t, "Write a whole number of seconds.", d.Help)
	assert.Empty(t, d.Assumption)

	d = told("")
	assert.Equal(t, "MaxAgeSeconds is empty", d.Message)
	assert.Equal(t, "max-age-empty", d.Assumption)
	assert.Empty(t, MaxAgeNotInteger.Assumption, "the row of the catalogue stays as it is")

	d = told("99999999999999999999")
	assert.Equal(t, "99999999999999999999 does not fit S3's 32-bit number", d.Message)
	assert.Equal(t, "max-age-out-of-range", d.Assumption)
}

var schemaInteger = regexp.MustCompile(`^[+-]?[0-9]+$`)

// The law: readMaxAge reads a text exactly if it is an integer of XML Schema after its white space is
// collapsed, and then as the number that it is.
func FuzzMaxAgeAgainstBigIntegers(f *testing.F) {
	for _, c := range numberCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		value, problem := readMaxAge(text)
		collapsed := strings.Trim(text, " \t\r\n")
		if !schemaInteger.MatchString(collapsed) {
			if assert.NotNil(t, problem) {
				assert.Equal(t, MaxAgeNotInteger.Code, problem.Code)
			}
			return
		}
		want, ok := new(big.Int).SetString(strings.TrimPrefix(collapsed, "+"), 10)
		assert.True(t, ok)
		if !want.IsInt64() {
			assert.Same(t, &MaxAgeOutOfRange, problem)
			return
		}
		assert.Nil(t, problem)
		assert.Equal(t, want.String(), strconv.FormatInt(value, 10))
	})
}
