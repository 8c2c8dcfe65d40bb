package meaning

import (
	"s3cors/core"
	"s3cors/core/browser"
)

// The texts that are tried in the place of a wildcard, the likeliest to make a value as people know it first.
var (
	originFills = [...]string{"www", "app", "3000", "8080", "", "https://app.example.com", "http://localhost:3000", "://app.example.com", "app.example.com",
		"example.com", "https://app", "https://app.", "https://www.example.com", "https://a.example", "http://a.example", "1", "443",
		"a", "b", "c", "x", "dev", "app.example", ".example.com", "a.example", "s://a.example", "s://app", "s", "evil", "-evil", ".evil.example", "//a", "null"}
	headerFills = [...]string{"", "content-type", "authorization", "range", "x-amz-date", "x-amz-acl", "date", "acl", "meta-a", "content-sha256", "a", "b", "x", "x-custom", "id", "1"}
)

// seeker looks for words that one pattern takes and others do not.
type seeker struct {
	pattern *core.Pattern
	// avoided are patterns that may not take the word.
	avoided []*core.Pattern
	// names: the word is the name of a header.
	names bool
	// sendable: only what a browser may send as Origin will do.
	sendable bool
	room     []byte
}

// word finds a text that the pattern takes and the avoided ones do not: a familiar one if there is one, else the
// pattern with a long run in place of its wildcard, which only patterns take that contain it or go on with the same
// characters. It is "" if there is none.
func (s *seeker) word() string {
	if !s.pattern.Wildcard {
		return s.check("")
	}
	fills := originFills[:]
	if s.names {
		fills = headerFills[:]
	}
	for i := range fills {
		if word := s.check(fills[i]); word != "" {
			return word
		}
	}
	length := 1
	for _, avoided := range s.avoided {
		length = max(length, len(avoided.Prefix)+1, len(avoided.Suffix)+1)
	}
	for _, length := range [...]int{2, length} {
		for first := byte('z'); first != '~'; first = nextCharacter(first) {
			if word := s.check(s.run(first, first, length)); word != "" {
				return word
			}
		}
	}
	// The beginning may be free with one character, the end with another.
	first, last := s.free(false), s.free(true)
	return s.check(s.run(first, last, length))
}

// free is a character with which no avoided pattern goes on behind the prefix, or before the suffix; 'a' if there is none.
func (s *seeker) free(before bool) byte {
	for c := byte('z'); c != '~'; c = nextCharacter(c) {
		if !s.goesOn(c, before) {
			return c
		}
	}
	return 'a'
}

func (s *seeker) goesOn(c byte, before bool) bool {
	for _, pattern := range s.avoided {
		avoided, at := pattern.Prefix, len(s.pattern.Prefix)
		if before {
			avoided = pattern.Suffix
			at = len(avoided) - 1 - len(s.pattern.Suffix)
		}
		if at >= 0 && at < len(avoided) && avoided[at] == c {
			return true
		}
	}
	return false
}

// run is so many of one character and of another.
//
//go:noinline
func (s *seeker) run(first, last byte, length int) string {
	s.room = s.room[:0]
	for range length {
		s.room = appendByte(s.room, first)
	}
	for range length {
		s.room = appendByte(s.room, last)
	}
	return string(s.room)
}

//go:noinline
func appendByte(list []byte, b byte) []byte { return append(list, b) }

// nextCharacter goes through the letters, the digits, and the other characters of a token, and ends with '~'.
func nextCharacter(c byte) byte {
	const others = "-.!#$%&'+^_`|~"
	switch {
	case c == 'a':
		return '9'
	case c == '0':
		return others[0]
	case core.Index(others, c) >= 0:
		return others[core.Index(others, c)+1]
	}
	return c - 1
}

// check puts a text in the place of the wildcard. It gives "" if the word will not do.
//
//go:noinline
func (s *seeker) check(fill string) string {
	word := s.pattern.Prefix
	if s.pattern.Wildcard {
		word += fill + s.pattern.Suffix
	}
	if s.names && !core.IsToken(word) || !s.names && core.Trim(word, " \t") != word || len(word) >= longestHeaders {
		return ""
	}
	for _, avoided := range s.avoided {
		if avoided.Match(word) {
			return ""
		}
	}
	if s.sendable && !isSent(word) {
		return ""
	}
	return word
}

// isSendable says whether a browser may send a text as Origin: it is an origin as browsers serialise it.
func isSendable(origin string) bool { return browser.PageOrigin(origin) == origin }
