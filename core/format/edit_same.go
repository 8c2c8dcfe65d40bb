package format

import "s3cors/core"

// sameRules says whether two lists of rules say the same. A list that is absent is as one that is empty.
func sameRules(a, b []core.CORSRule) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameRule(&a[i], &b[i]) {
			return false
		}
	}
	return true
}

func sameRule(a, b *core.CORSRule) bool {
	if a == b {
		return true
	}
	for _, member := range core.Members {
		if !sameMember(a, b, member) {
			return false
		}
	}
	return true
}

func sameMember(a, b *core.CORSRule, member core.Member) bool {
	if !member.IsList() {
		x, hasX := single(a, member)
		y, hasY := single(b, member)
		return x == y && hasX == hasY
	}
	x, y := a.List(member), b.List(member)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// single is the value of ID or MaxAgeSeconds as a text.
//
//go:noinline
func single(rule *core.CORSRule, member core.Member) (value string, present bool) {
	switch {
	case member == core.ID && rule.ID != nil:
		return *rule.ID, true
	case member == core.MaxAgeSeconds && rule.MaxAgeSeconds != nil:
		return core.FormatInt(*rule.MaxAgeSeconds), true
	}
	return "", false
}
