package s3

import "s3cors/core"

// reason is why a check failed: its code, and the message with its parameters in braces.
type reason struct {
	code, template string
	// weight is how far an origin's difference takes the pattern from the origin.
	weight int
}

// A slip in the rule's text is nearer than another port, that nearer than another scheme, and that nearer
// than another host.
const (
	slip         = 5
	otherPort    = 20
	otherScheme  = 30
	otherLevel   = 60
	otherHost    = 100
	nothingAlike = 1000
)

const severalTemplate = "The rule holds several origins in one value, and S3 compares the value as a whole"

// Why an origin fails.
var (
	noOrigins        = reason{code: "no-allowed-origins", template: "The rule has no AllowedOrigin"}
	opaqueOrigin     = reason{"opaque-origin", `The page's origin is opaque: it sends "null", which only * or null lets in`, nothingAlike}
	emptyOrigin      = reason{"empty", "An empty AllowedOrigin matches nothing", nothingAlike}
	opaqueRule       = reason{"host-differs", "The rule lets in opaque origins alone, which send null", nothingAlike}
	notAnOrigin      = reason{"host-differs", `"{pattern}" is not written as an origin is: scheme://host or scheme://host:port`, nothingAlike - 1}
	bareHTTPS        = reason{"bare-scheme", `"{pattern}" matches no Origin, though AWS documents it as secure origins only: https://* does`, nothingAlike - 1}
	bareHTTP         = reason{"bare-scheme", `"{pattern}" matches no Origin: http://* does`, nothingAlike - 1}
	severalInOne     = reason{"several-in-one", severalTemplate, slip}
	severalOthers    = reason{"several-in-one", severalTemplate, nothingAlike - 1}
	joinedOrigins    = reason{"several-in-one", "The request sends several origins joined in one value, and S3 compares it as a whole", nothingAlike}
	besideOrigin     = reason{"whitespace", "The rule has a comma or a blank beside its origin, and S3 compares it too", slip}
	affixesOverlap   = reason{"affixes-overlap", "{pattern} is too long for {origin}: what stands before and after the * is not shared", slip}
	aroundOrigin     = reason{"whitespace", "White space stands around the rule's origin, and S3 compares it too", slip}
	caseDiffers      = reason{"case-differs", "The letter case differs, and S3 compares it too: browsers send scheme and host in lower case", slip}
	trailingSlash    = reason{"trailing-slash", "The rule ends in a slash, and an Origin never does", slip}
	slashInOrigin    = reason{"trailing-slash", "This Origin ends in {path}, and the rule does not; browsers send none", slip}
	pathInPattern    = reason{"path-in-pattern", "The rule has a path, {rulePath}, and an Origin has none", slip}
	userinfo         = reason{"userinfo-in-pattern", "The rule has a user name, {userinfo}@, and an Origin has none", slip}
	missingScheme    = reason{"missing-scheme", "The rule has no scheme, and this Origin begins with {scheme}://", slip}
	schemeMarks      = reason{"missing-scheme", "The rule begins with {ruleStart} in place of {meant}://", slip}
	noScheme         = reason{"scheme-differs", "The Origin has no scheme where the rule has {ruleScheme}", otherScheme}
	schemeDiffers    = reason{"scheme-differs", "Another scheme: {scheme} where the rule has {ruleScheme}", otherScheme}
	defaultPort      = reason{"default-port-written", "The rule writes the default port :{rulePort}, which browsers leave out", slip}
	portWanted       = reason{"port-differs", "The rule wants a port written, and this Origin has none", otherPort}
	colonWithoutPort = reason{"port-differs", "The rule ends in a colon without a port, and an Origin never does", slip}
	portDiffers      = reason{"port-differs", "Another port: {port} where the rule has {rulePort}", otherPort}
	portInOrigin     = reason{"port-differs", "Another port: {port} where the rule has none", otherPort}
	portInRule       = reason{"port-differs", "Another port: none where the rule has {rulePort}", otherPort}
	apexNotCovered   = reason{"apex-not-covered", "{ruleHost} does not cover {host} itself: the dot after the * must be there too", otherLevel}
	wwwNotCovered    = reason{"subdomain-not-covered", "The rule has {ruleHost} without www, and {host} is another host", otherLevel}
	hostWithoutWWW   = reason{"host-differs", "The rule has {ruleHost}, and {host} without www is another host", otherLevel}
	subdomain        = reason{"subdomain-not-covered", "The rule has {ruleHost} alone, and {host} is another host", otherLevel + 1}
	hostDiffers      = reason{"host-differs", "Another host: {host} where the rule has {ruleHost}", otherHost}
	somethingDiffers = reason{"host-differs", "{origin} is not {pattern}", otherHost}
)

// Why a method fails.
var (
	noMethods       = reason{code: "method-not-listed", template: "The rule has no AllowedMethod"}
	methodNotListed = reason{code: "method-not-listed", template: "{method} is not one of {listed}"}
	methodCase      = reason{code: "case-differs", template: "{method} is not {pattern}: S3 compares the letter case too"}
	headIsNotGet    = reason{code: "head-is-not-get", template: "{method} is not one of {listed}: GET does not imply HEAD"}
	methodAbsent    = reason{code: "method-absent", template: "The request has no Access-Control-Request-Method, so its method is {method}, which no rule may list"}
)

// Why a header fails.
var (
	noAllowedHeaders  = reason{code: "no-allowed-headers", template: "The rule has no AllowedHeader, so {header} may not be asked for"}
	invalidHeaderName = reason{code: "invalid-header-name", template: `"{header}" holds a character that no header name has`}
	headerNotListed   = reason{code: "header-not-listed", template: "{header} is not one of {listed}"}
	headerNearest     = reason{code: "header-not-listed", template: "{header} is not {pattern}, which comes nearest"}
	otherBeginning    = reason{code: "pattern-differs", template: "{header} does not begin as {pattern} does"}
	otherEnd          = reason{code: "pattern-differs", template: "{header} does not end as {pattern} does"}
	tooShort          = reason{code: "pattern-differs", template: "{header} is too short for {pattern}"}
)

// fail fills a check that failed. The text of the element that came nearest is quoted where a reader may mistake it.
//
//go:noinline
func (c *Check) fail(why *reason, arguments ...string) {
	c.Result, c.Reason = Failed, why.code
	if last := len(arguments) - 1; c.Pattern != nil && last > 0 && arguments[last] == *c.Pattern {
		arguments[last] = quoted(*c.Pattern)
	}
	c.Message, _, c.Parameters = core.Fill(why.template, "", arguments)
}

// quoted quotes a method or a header that is none (RFC 9110, section 5.6.2, "token"), such as an empty one and one that holds a comma or a
// blank: else a message would say that GET is not one of GET, PUT.
func quoted(value string) string {
	if core.IsToken(value) {
		return value
	}
	return `"` + value + `"`
}

// nearest names the element that came nearest.
//
//go:noinline
func (c *Check) nearest(list core.Path, index int, values []string) {
	c.Path, c.Pattern = list.Item(index), &values[index]
}

// match fills a check that matched.
//
//go:noinline
func (c *Check) match(list core.Path, index int, values []string) {
	c.nearest(list, index, values)
	c.Result = Matched
	if c.Value == *c.Pattern {
		c.Message = c.Value + " is listed"
	} else {
		c.Message = c.Value + " matches " + *c.Pattern
	}
}
