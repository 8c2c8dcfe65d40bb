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
