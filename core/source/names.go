package source

import "s3cors/core"

// Keys of other tools and slips of the pen are the most frequent mistakes in writing a
// configuration: they are read as meant and reported. This file says which name is meant.

// spelling is one way to write a name: in lower case, without "-" and "_", and without
// the "s" of the plural.
type spelling struct {
	stem string
	// meant is a core.Member or a container, name its own name.
	meant uint8
	name  string
}

// The names of the members, and those of other tools that are too far from them to be found by
// distance: MaxAge is CloudFormation's and the CDK's, the bare nouns are R2's and GCS's. ExposedHeaders,
// AllowOrigins and the like are near enough.
var memberSpellings = [...]spelling{
	{"id", uint8(core.ID), "ID"},
	{"allowedmethod", uint8(core.AllowedMethods), "AllowedMethods"},
	{"allowedorigin", uint8(core.AllowedOrigins), "AllowedOrigins"},
	{"allowedheader", uint8(core.AllowedHeaders), "AllowedHeaders"},
	{"exposeheader", uint8(core.ExposeHeaders), "ExposeHeaders"},
	{"maxagesecond", uint8(core.MaxAgeSeconds), "MaxAgeSeconds"},
	{"maxage", uint8(core.MaxAgeSeconds), ""},
	{"maxagesec", uint8(core.MaxAgeSeconds), ""},
	{"method", uint8(core.AllowedMethods), ""},
	{"origin", uint8(core.AllowedOrigins), ""},
	{"header", uint8(core.AllowedHeaders), ""},
}

// meantMember is the member of a rule that a name means, in whatever spelling: that of the XML,
// of another tool, in other letters, or a slip of one or two letters. It is NoMember where
// nothing is near. exact is true only for S3's own names in JSON.
func meantMember(name string) (member core.Member, exact bool) {
	meant, exact := nearest(name, memberSpellings[:])
	return core.Member(meant), exact
}

// container is a thing that holds rules.
type container uint8

const (
	noContainer container = iota
	// rulesContainer is CORSRules, the list of rules.
	rulesContainer
	// configurationContainer is CORSConfiguration, the object around the list.
	configurationContainer
)

var containerNames = [...]string{"", "CORSRules", "CORSConfiguration"}

// String is the container's name in the API.
func (c container) String() string { return containerNames[c] }

// The containers, and names that other tools have for them: rules is R2's and Ansible's, cors the CDK's.
var containerSpellings = [...]spelling{
	{"corsrule", uint8(rulesContainer), "CORSRules"},
	{"corsconfiguration", uint8(configurationContainer), "CORSConfiguration"},
	{"corsconfig", uint8(configurationContainer), ""},
	{"rule", uint8(rulesContainer), ""},
	{"cor", uint8(rulesContainer), ""},
	{"addcorsrule", uint8(rulesContainer), ""},
}

// meantContainer is the container that a name means, in whatever spelling. Such names stand in many
// other documents too, so that it takes rules inside to make it one. exact is true only for
// the names of the API.
func meantContainer(name string) (meant container, exact bool) {
	nearest, exact := nearest(name, containerSpellings[:])
	return container(nearest), exact
}

// longestName bounds the names that are compared, and with them the work that it takes.
const longestName = 24

// nearest is what the nearest of some spellings means, or 0 if none is near enough.
//
//go:noinline
func nearest(name string, spellings []spelling) (meant uint8, exact bool) {
	for i := range spellings {
		if name != "" && name == spellings[i].name {
			return spellings[i].meant, true
		}
	}
	var buffer [longestName]byte
	stem := nameStem(name, &buffer)
	least := longestName
	for i := range spellings {
		candidate := &spellings[i]
		if stem == candidate.stem {
			return candidate.meant, false
		}
		if d := slips(stem, candidate.stem); d < least {
			meant, least = candidate.meant, d
		}
	}
	return meant, false
}

// nameStem is a name in lower case, without "-", "_" and white space and without the "s" of the
// plural. It is empty for a name that is longer than any that could be meant.
func nameStem(name string, buffer *[longestName]byte) string {
	count := 0
	for i := range len(name) {
		b := name[i]
		if b == '-' || b == '_' || b == ' ' {
			continue
		}
		if count == longestName || i >= 2*longestName {
			return ""
		}
		if b-'A' < 26 {
			b += 'a' - 'A'
		}
		buffer[count] = b
		count++
	}
	if count > 1 && buffer[count-1] == 's' {
		count--
	}
	return string(buffer[:count])
}

// slips is the number of letters to add, drop or change between a stem and a spelling, or
// longestName if there are more than a name of that length may have: none up to 7 letters,
// one up to 11, two above.
func slips(stem, spelling string) int {
	most := 2
	if len(spelling) < 12 {
		most = 1
	}
	if len(spelling) < 8 || len(stem) < len(spelling)-most || len(stem) > len(spelling)+most {
		return longestName
	}
	if d := core.EditDistance(stem, spelling); d <= most {
		return d
	}
	return longestName
}

// lastName is what stands behind the last dot of a name.
//
//go:noinline
func lastName(name string) string { return name[core.LastIndex(name, '.')+1:] }
