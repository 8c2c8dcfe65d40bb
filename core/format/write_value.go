package format

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// value writes the value of a member.
func (w *writer) value(rule *core.CORSRule, member part, indent string) {
	switch member {
	case core.ID:
		w.text(*rule.ID)
	case core.MaxAgeSeconds:
		w.put(core.FormatInt(*rule.MaxAgeSeconds))
	default:
		list := rule.List(member)
		if member == core.AllowedHeaders && w.target.loses&roles != 0 {
			list = withoutRepeats(list, rule.ExposeHeaders)
		}
		w.list(list, member, indent)
	}
}

// findBroken finds the members that stand on several lines.
func (w *writer) findBroken(rule *core.CORSRule, members *parts, indent string) {
	before := len(w.out)
	for i := range members.count {
		w.value(rule, members.list[i], indent)
		members.broken[i] = core.Index(string(w.out[before:]), '\n') >= 0
		w.out = w.out[:before]
	}
}

// longestLine is that of a list on one line.
const longestLine = 100

// list writes a list of texts: on one line, or if it is long with a line for each.
func (w *writer) list(list []string, member part, indent string) {
	s, before := w.style, len(w.out)
	w.items(list, member, ", ", "")
	if len(w.out)-before+len(indent) <= longestLine || len(list) < 2 {
		return
	}
	w.out = w.out[:before]
	if s.yaml {
		w.out = w.out[:before-len(" ")]
		for i := range list {
			w.line(indent + "  - ")
			w.text(list[i])
		}
		return
	}
	w.items(list, member, ",\n"+indent+s.unit, "\n"+indent+s.unit)
	w.out = w.out[:len(w.out)-1]
	if s.aligned || s.last != "" {
		w.put(",")
	}
	w.line(indent)
	w.put("]")
}

//go:noinline
func (w *writer) items(list []string, member part, between, first string) {
	w.put("[")
	w.put(first)
	for i := range list {
		if i > 0 {
			w.put(between)
		}
		if prefix := w.target.rule.methods; prefix != "" && member == core.AllowedMethods && isOneOf(s3.SupportedMethods[:], list[i]) {
			w.put(prefix)
			w.put(list[i])
		} else {
			w.text(list[i])
		}
	}
	w.put("]")
}

// withoutRepeats joins two lists of header names, each name once in whatever case.
func withoutRepeats(list, more []string) []string {
	var joined []string
	room := 8
	for room < 2*(len(list)+len(more)) {
		room *= 2
	}
	// The places in joined and one, by the hashes of the names; a taken one is passed over.
	places := make([]int32, room)
	for _, names := range [...][]string{list, more} {
		for i := range names {
			at := hash(names[i]) & (room - 1)
			for places[at] > 0 && !core.EqualFold(joined[places[at]-1], names[i]) {
				at = (at + 1) & (room - 1)
			}
			if places[at] == 0 {
				joined = append(joined, names[i])
				places[at] = int32(len(joined))
			}
		}
	}
	return joined
}

// hash is the same for names that differ in case alone (FNV-1a, without the bit that tells cases apart).
func hash(name string) int {
	sum := uint32(2166136261)
	for i := range len(name) {
		sum = (sum ^ uint32(name[i]|0x20)) * 16777619
	}
	return int(sum)
}
