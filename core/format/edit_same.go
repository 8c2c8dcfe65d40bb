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
	switch { // A rule that was copied has the same texts in memory.
	case member == core.ID && a.ID == b.ID, member == core.MaxAgeSeconds && a.MaxAgeSeconds == b.MaxAgeSeconds:
		return true
	case !member.IsList():
		x, hasX := single(a, member)
		y, hasY := single(b, member)
		return x == y && hasX == hasY
	}
	return sameTexts(a.List(member), b.List(member))
}

func sameTexts(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	if len(a) == 0 || &a[0] == &b[0] {
		return true
	}
	for i := range a {
		if a[i] != b[i] {
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

// markOf is the same for rules that say the same, and mostly another for others.
//
//go:noinline
func markOf(rule *core.CORSRule) uint32 {
	list := rule.AllowedOrigins
	mark := uint32(len(list))
	if mark > 0 {
		for i := range len(list[0]) {
			mark = mark*16777619 ^ uint32(list[0][i]) // FNV-1
		}
	}
	return mark
}

// marksOf are those of all rules of a list.
func marksOf(rules []core.CORSRule) []uint32 {
	marks := make([]uint32, len(rules))
	for i := range rules {
		marks[i] = markOf(&rules[i])
	}
	return marks
}
