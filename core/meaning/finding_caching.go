package meaning

import (
	"math"

	"s3cors/core"
)

// What the browsers keep at most, in seconds (browser.CacheSeconds).
const (
	chromeKeeps  = 7200
	firefoxKeeps = 86400
)

// goodAge is what a fix writes.
var goodAge int64 = 3600

// maxAge looks at how long preflights are kept. More than Safari keeps, and no more than Chrome does, is as it should be.
func (f *finder) maxAge() {
	age, kind := f.rule.of.MaxAgeSeconds, &MaxAgeZero
	switch {
	case age == nil:
		if f.rule.methods&(putBit|deleteBit) == 0 && !f.allowsHeaders() {
			return // Nothing that passes is preflighted.
		}
		kind = &MaxAgeAbsent
		if f.writesZero != "" {
			kind = &MaxAgeLeftToTool
		}
	case *age > chromeKeeps && *age <= math.MaxInt32:
		caps := "7200 s by Chrome, 600 s by Safari"
		if *age > firefoxKeeps {
			caps = "86400 s by Firefox, 7200 s by Chrome, 600 s by Safari"
		}
		f.value = core.FormatInt(*age)
		f.tellOnce(&MaxAgeOverCap, caps)
		return
	case *age != 0:
		return
	}
	f.tellOnce(kind, f.writesZero)
	if rules := f.copyRules(0); rules != nil {
		rules[f.index].MaxAgeSeconds = &goodAge
		f.offer("Write ", "3600", rules)
	}
}
