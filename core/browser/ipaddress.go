package browser

import "s3cors/core"

// ipv4Number reads decimal, octal (0...) and hexadecimal (0x...) numbers; -1 where the text is none. One of more than 32 bits
// is given as 1<<40 (U #ipv4-number-parser).
func ipv4Number(text string) int64 {
	base, number := int64(10), int64(0)
	switch {
	case text == "":
		return -1
	case core.HasPrefix(text, "0x"):
		base, text = 16, text[2:]
	case len(text) > 1 && text[0] == '0':
		base, text = 8, text[1:]
	}
	for i := range len(text) {
		digit := int64(hexDigit(text[i]))
		if digit >= base {
			return -1
		}
		number = min(number*base+digit, 1<<40)
	}
	return number
}

// ipv4 writes an address in its usual form (U #concept-ipv4-parser). The last part fills all bytes that are left.
func (b *builder) ipv4(text string) bool {
	address := int64(0)
	for bits, more := 32, true; more; {
		var part string
		part, text, more = core.Cut(text, '.')
		number := ipv4Number(part)
		if more {
			if number > 255 || bits == 8 { // no more than three parts stand before the last
				return false
			}
			bits -= 8
			address |= number << bits
		} else if number >= 1<<bits {
			return false
		}
		if number < 0 {
			return false
		}
		if !more {
			address |= number
		}
	}
	for bits := 24; bits >= 0; bits -= 8 {
		b.text(core.FormatInt(address >> bits & 0xFF))
		if bits > 0 {
			b.byte('.')
		}
	}
	return true
}

// ipv6 writes an address in its shortened form (U #concept-ipv6-parser, #concept-ipv6-serializer).
func (b *builder) ipv6(text string) bool {
	var pieces [8]int
	count, compressed := 0, -1
	if core.HasPrefix(text, "::") {
		text, compressed = text[2:], 0
	}
	for text != "" {
		part, rest, more := core.Cut(text, ':')
		if part == "" && compressed < 0 && count > 0 { // the second colon of ::
			compressed, text = count, rest
			continue
		}
		if !more && core.Index(part, '.') >= 0 {
			high, low := ipv4Tail(part)
			if count > 6 || high < 0 {
				return false
			}
			pieces[count], pieces[count+1] = high, low
			count += 2
			break
		}
		if part == "" || len(part) > 4 || count == 8 || more && rest == "" {
			return false
		}
		for i := range len(part) {
			digit := hexDigit(part[i])
			if digit == 16 {
				return false
			}
			pieces[count] = pieces[count]<<4 | int(digit)
		}
		count++
		text = rest
	}
	if compressed >= 0 && count < 8 {
		for i := count - 1; i >= compressed; i-- {
			pieces[i+8-count], pieces[i] = pieces[i], 0
		}
		count = 8
	} else if compressed >= 0 {
		return false
	}
	b.byte('[')
	b.pieces(&pieces)
	b.byte(']')
	return count == 8
}

// ipv4Tail reads the four decimal numbers that an IPv6 address may end with, as two pieces; -1 where they are none
// (U #concept-ipv6-parser: no number has a zero before it).
//
//go:noinline
func ipv4Tail(text string) (high, low int) {
	address, more := 0, true
	for i := range 4 {
		var part string
		if part, text, more = core.Cut(text, '.'); more != (i < 3) || part == "" || len(part) > 3 || part[0] == '0' && part != "0" {
			return -1, 0
		}
		number := parseNumber(part)
		if number < 0 || number > 255 {
			return -1, 0
		}
		address = address<<8 | int(number)
	}
	return address >> 16 & 0xFFFF, address & 0xFFFF
}

// pieces shortens the first of the longest runs of zeros.
func (b *builder) pieces(pieces *[8]int) {
	start, length, run := 8, 1, 0
	for i, piece := range pieces {
		run++
		if piece != 0 {
			run = 0
		}
		if run > length {
			start, length = i+1-run, run
		}
	}
	for i := 0; i < 8; i++ {
		if i == start {
			b.text("::")
			i += length - 1
			continue
		}
		if i > 0 && i != start+length {
			b.byte(':')
		}
		digits := 12
		for digits > 0 && pieces[i]>>digits == 0 {
			digits -= 4
		}
		for ; digits >= 0; digits -= 4 {
			b.byte("0123456789abcdef"[pieces[i]>>digits&15])
		}
	}
}
