package core

// Path says which value of a configuration is meant. The zero Path is the whole
// document. Paths are comparable, and are the one link between the stages: source
// records where each path stands in the text, all others speak of paths only.
type Path struct {
	rule   int32 // index + 1; 0: none
	item   int32 // index + 1; 0: none
	member Member
}

// WholeDocument is the path "".
var WholeDocument = Path{}

// listRule stands for the index of a rule in the path of their list.
const listRule = -1

// RulesPath is the path of the list of rules: "CORSRules".
var RulesPath = Path{rule: listRule}

// UnknownRules is the same, of rules that are known only elsewhere and stand before the one of an index from 0.
func UnknownRules(before int) Path { return Path{rule: listRule, item: int32(before) + 1} }

// RulePath is the path of a rule by its index from 0: "CORSRules[0]".
func RulePath(rule int) Path { return Path{rule: int32(rule) + 1} }

// Member is the path of a member of the rule: "CORSRules[0].AllowedOrigins".
func (p Path) Member(m Member) Path { return Path{rule: p.rule, member: m} }

// Item is the path of a value by its index from 0: "CORSRules[0].AllowedOrigins[1]".
func (p Path) Item(index int) Path {
	return Path{rule: p.rule, member: p.member, item: int32(index) + 1}
}

// List is the path without its index: of the member that a value stands in.
func (p Path) List() Path { return Path{rule: p.rule, member: p.member} }

// Rule is the index of the rule and whether the path names one.
func (p Path) Rule() (index int, ok bool) { return int(p.rule) - 1, p.rule > 0 }

// OpensFrom is the index of the first rule of which it is not known whether it is the one to answer, if what stands at the path is not known:
// the rule itself, the one behind others, or all. ok is false for what is less than a rule.
func (p Path) OpensFrom() (index int, ok bool) {
	if p.rule < 0 {
		return max(0, int(p.item)-1), true
	}
	return int(p.rule) - 1, p.rule > 0 && p.member == NoMember
}

// MemberOf is the member that the path names, or NoMember.
func (p Path) MemberOf() Member { return p.member }

// Index is the index of the value in its list and whether the path names one.
func (p Path) Index() (index int, ok bool) { return int(p.item) - 1, p.item > 0 && p.rule > 0 }

// String writes the path as the API does: "CORSRules[0].AllowedMethods[1]", or ""
// for the whole document.
func (p Path) String() string {
	switch {
	case p.rule == 0:
		return ""
	case p.rule < 0:
		return "CORSRules"
	}
	text := "CORSRules[" + Itoa(int(p.rule)-1) + "]"
	if p.member != NoMember {
		text += "." + p.member.String()
	}
	if p.item > 0 {
		text += "[" + Itoa(int(p.item)-1) + "]"
	}
	return text
}
