package source

import "s3cors/core"

// Keys of other tools and slips of the pen are the most frequent mistakes in writing a
// configuration: they are read as meant and reported. This file says which name is meant.

// spelling is one way to write a name: in lower case, without "-" and "_", and without
// the "s" of the plural.
type spelling struct {
	stem   string
	member core.Member
}

// The names of the members, and those of other tools that are too far from them to be found by
// distance: MaxAge is CloudFormation's and the CDK's, the bare nouns are R2's and GCS's. ExposedHeaders,
// AllowOrigins and the like are near enough.
var memberSpellings = [...]spelling{
	{"id", core.ID},
	{"allowedmethod", core.AllowedMethods},
	{"allowedorigin", core.AllowedOrigins},
	{"allowedheader", core.AllowedHeaders},
	{"exposeheader", core.ExposeHeaders},
	{"maxagesecond", core.MaxAgeSeconds},
	{"maxage", core.MaxAgeSeconds},
	{"maxagesec", core.MaxAgeSeconds},
	{"method", core.AllowedMethods},
	{"origin", core.AllowedOrigins},
	{"header", core.AllowedHeaders},
}

// meantMember is the member of a rule that a name means, in whatever spelling: that of the XML,
// of another tool, in other letters, or a slip of one or two letters. It is NoMember where
// nothing is near. exact is true only for S3's own names in JSON.
func meantMember(name string) (member core.Member, exact bool) {
	for _, member := range core.Members {
		if name == member.String() {
			return member, true
		}
	}
	var buffer [longestName]byte
	stem := nameStem(name, &buffer)
	nearest := longestName
	for i := range memberSpellings {
		candidate := &memberSpellings[i]
		if string(stem) == candidate.stem {
			return candidate.member, false
		}
		if d := slips(stem, candidate.stem); d < nearest {
			member, nearest = candidate.member, d
		}
	}
	return member, false
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
var containerSpellings = [...]struct {
	stem string
	container
}{
	{"corsrule", rulesContainer},
	{"corsconfiguration", configurationContainer},
	{"corsconfig", configurationContainer},
	{"rule", rulesContainer},
	{"cor", rulesContainer},
}

// meantContainer is the container that a name means, in whatever spelling. Such names stand in many
// other documents too, so that it takes rules inside to make it one. exact is true only for
// the names of the API.
func meantContainer(name string) (meant container, exact bool) {
	switch name {
	case "CORSRules":
		return rulesContainer, true
	case "CORSConfiguration":
		return configurationContainer, true
	}
	var buffer [longestName]byte
	stem := nameStem(name, &buffer)
	nearest := longestName
	for i := range containerSpellings {
		candidate := &containerSpellings[i]
		if string(stem) == candidate.stem {
			return candidate.container, false
		}
		if d := slips(stem, candidate.stem); d < nearest {
			meant, nearest = candidate.container, d
		}
	}
	return meant, false
}

// longestName bounds the names that are compared, and with them the work that it takes.
const longestName = 24

// nameStem is a name in lower case, without "-", "_" and white space and without the "s" of the
// plural. It is empty for a name that is longer than any that could be meant.
func nameStem(name string, buffer *[longestName]byte) []byte {
	stem := buffer[:0]
	for i := 0; i < len(name); i++ {
		b := name[i]
		switch {
		case b == '-' || b == '_' || b == ' ':
			continue
		case 'A' <= b && b <= 'Z':
			b += 'a' - 'A'
		}
		if len(stem) == longestName || i >= 2*longestName {
			return nil
		}
		stem = append(stem, b)
	}
	if n := len(stem); n > 1 && stem[n-1] == 's' {
		stem = stem[:n-1]
	}
	return stem
}

// slips is the number of letters to add, drop or change between a stem and a spelling, or
// longestName if there are more than a name of that length may have: none up to 7 letters,
// one up to 11, two above.
func slips(stem []byte, spelling string) int {
	most := 2
	switch {
	case len(spelling) < 8:
		return longestName
	case len(spelling) < 12:
		most = 1
	}
	if len(stem) < len(spelling)-most || len(stem) > len(spelling)+most {
		return longestName
	}
	var row [longestName + 1]int
	for j := range row {
		row[j] = j
	}
	for i := range stem {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(spelling) {
			cost := diagonal
			if stem[i] != spelling[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	if d := row[len(spelling)]; d <= most {
		return d
	}
	return longestName
}
