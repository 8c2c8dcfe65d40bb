package source

import "s3cors/core"

// xmlMeaning is what the name of an element means: a core.Member, or one of the elements around.
type xmlMeaning uint8

const (
	unknownElement       xmlMeaning = 0
	ruleElement                     = xmlMeaning(core.ExposeHeaders) + 1
	configurationElement            = ruleElement + 1
)

// xmlNames are S3's names of the elements by their meaning.
var xmlNames = [...]string{"", "ID", "AllowedMethod", "AllowedOrigin", "AllowedHeader", "MaxAgeSeconds", "ExposeHeader",
	"CORSRule", "CORSConfiguration"}

// meaningOf says what the local name of an element means, near misses included.
func meaningOf(local string) (meaning xmlMeaning, exact bool) {
	for meaning = configurationElement; meaning > 0; meaning-- {
		if local == xmlNames[meaning] {
			return meaning, true
		}
	}
	if member, _ := meantMember(local); member != core.NoMember {
		return xmlMeaning(member), false
	}
	switch container, _ := meantContainer(local); container {
	case configurationContainer:
		return configurationElement, false
	case rulesContainer:
		return ruleElement, false
	}
	return unknownElement, false
}

// isRuleName says whether the name of an element is as long as CORSRule. Shorter near misses, as Rule and Cors, are names of
// other documents too, and count only within a configuration.
func (e *xmlElement) isRuleName() bool {
	return e.meaning == ruleElement && len(e.local) >= len("CORSRule")
}
