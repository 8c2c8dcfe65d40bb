package format

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// valuesOf are the texts of a member.
func valuesOf(rule *core.CORSRule, member core.Member) []string {
	if member.IsList() {
		return rule.List(member)
	}
	value, present := single(rule, member)
	if !present {
		return nil
	}
	return []string{value}
}

// xmlRule writes a rule as elements.
func (e *editor) xmlRule(rule *core.CORSRule, indent string) string {
	line, step := "", ""
	if indent != "" || len(e.places) > 0 && hasLine(e.spaceBefore(e.places[0].Rule.Whole.Start)) {
		line, step = "\n"+indent, "  "
	}
	text := "<CORSRule>"
	for _, member := range core.Members {
		for _, value := range valuesOf(rule, member) {
			text += line + step + e.element(member, value)
		}
	}
	return text + line + "</CORSRule>"
}

//go:noinline
func (e *editor) element(member core.Member, value string) string {
	return "<" + member.Element() + ">" + e.host.xml(value) + "</" + member.Element() + ">"
}

func xmlText(value string) string { return string(s3.AppendText(nil, value)) }
