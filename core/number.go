package core

// Itoa writes a whole number in decimal digits. Package strconv would be a fiftieth of the module.
//
//go:noinline
func Itoa(number int) string { return FormatInt(int64(number)) }

// FormatInt writes a whole number in decimal digits.
//
//go:noinline
func FormatInt(number int64) string {
	var digits [20]byte
	i := len(digits)
	rest := uint64(number)
	if number < 0 {
		rest = -rest
	}
	for {
		i--
		digits[i] = '0' + byte(rest%10)
		rest /= 10
		if rest == 0 {
			break
		}
	}
	if number < 0 {
		i--
		digits[i] = '-'
	}
	return string(digits[i:])
}

// Hex writes a whole number that is not negative in capital hexadecimal digits, at least so many of them.
//
//go:noinline
func Hex(number, digits int) string {
	var text [16]byte
	i := len(text)
	for number > 0 || digits > 0 {
		i--
		digits--
		text[i] = "0123456789ABCDEF"[number&15]
		number >>= 4
	}
	return string(text[i:])
}
