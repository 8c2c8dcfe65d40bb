package source

import "s3cors/core"

// xmlRole is what an element is in a configuration.
type xmlRole uint8

const (
	unknownRole xmlRole = iota
	configurationRole
	ruleRole
	memberRole
)

// The elements around the members.
const (
	configurationElement = "CORSConfiguration"
	ruleElement          = "CORSRule"
)

// xmlMeaning is what the name of an element means.
type xmlMeaning struct {
	role   xmlRole
	member core.Member
	// exact is false for a near miss.
	exact bool
	// resolved: the name has been looked at.
	resolved bool
}

// element is S3's name for it.
func (m xmlMeaning) element() string {
	switch m.role {
	case configurationRole:
		return configurationElement
	case ruleRole:
		return ruleElement
	}
	return m.member.Element()
}

// meaningOf says what the local name of an element means, near misses included.
func meaningOf(local string) xmlMeaning {
	switch local {
	case configurationElement:
		return xmlMeaning{role: configurationRole, exact: true, resolved: true}
	case ruleElement:
		return xmlMeaning{role: ruleRole, exact: true, resolved: true}
	}
	for _, member := range core.Members {
		if local == member.Element() {
			return xmlMeaning{role: memberRole, member: member, exact: true, resolved: true}
		}
	}
	meaning := xmlMeaning{resolved: true}
	if member, _ := meantMember(local); member != core.NoMember {
		meaning.role, meaning.member = memberRole, member
		return meaning
	}
	switch container, _ := meantContainer(local); container {
	case configurationContainer:
		meaning.role = configurationRole
	case rulesContainer:
		meaning.role = ruleRole
	}
	return meaning
}

// isRuleName says whether a name is CORSRule or its plural, in any letter case. Other near misses, as Rule
// and Cors, are names of other documents too, and count only within a configuration.
func isRuleName(local string) bool {
	return core.EqualFold(local, ruleElement) || core.EqualFold(local, "CORSRules")
}

// meaning is that of an element, looked up once.
func (x *xmlReader) meaning(element int32) xmlMeaning {
	e := &x.elements[element]
	if !e.meaning.resolved {
		e.meaning = meaningOf(e.local)
	}
	return e.meaning
}
