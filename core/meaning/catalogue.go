package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// Catalogue lists the kinds of what Findings tells, by topic, in the order of the documentation, with the two of these topics that
// s3.Validate tells itself. Kinds with one code are wordings of one thing.
var Catalogue = [...]*core.Kind{
	&OriginTrailingSlash, &OriginHasPath, &OriginHasUserinfo, &OriginMissingScheme, &OriginWrongScheme, &OriginAnyScheme, &OriginBareScheme, &OriginUppercase,
	&OriginDefaultPort, &OriginInvalidPort, &OriginWhitespace, &OriginEmpty, &OriginNonASCII, &OriginNull, &OriginAppScheme, &OriginInsecure,
	&OriginWildcardApex, &OriginWildcardPort, &OriginWildcardTooWide, &OriginPublicSuffix, &OriginReflectsAny, &OriginStarBesideOthers,
	&WriteFromAnyOrigin, &StarWithoutCredentials,
	&GetWithoutHead, &PutWithoutPost, &WriteWithoutHeaders, &PostWithoutHeaders, &SDKHeadersMissing, &ExposeETagMissing, &ExposeETagUnread, &ExposeRangeMissing, &ExposeSafelisted,
	&ExposeNotAResponseHeader, &HeaderNeverRequested, &HeaderEmpty,
	&RuleUnreachable, &RuleTakenByMany, &RulePartlyShadowed, &RuleWithoutEffect, &DuplicateRule, &DuplicateValue, &CoveredValue, &s3.DuplicateID,
	&s3.MaxAgeNegative, &MaxAgeZero, &MaxAgeAbsent, &MaxAgeLeftToTool, &MaxAgeOverCap,
	&MoreFindings,
}

// Origins that S3 accepts and compares with the Origin header byte for byte. The first argument of each kind is the value, or
// the number of the rule.
var (
	OriginTrailingSlash = core.Kind{Code: "origin-trailing-slash", Severity: core.Warning, Topic: core.Origin,
		Template: `no browser sends "{value}" as Origin: an Origin does not end in a slash`, Advice: "Remove the slash."}
	OriginHasPath = core.Kind{Code: "origin-has-path", Severity: core.Warning, Topic: core.Origin,
		Template: `an Origin has no path: "{value}"`, Advice: "Remove all that follows the host."}
	OriginHasUserinfo = core.Kind{Code: "origin-has-userinfo", Severity: core.Warning, Topic: core.Origin,
		Template: `an Origin has no user name: "{value}"`, Advice: "Remove it."}
	OriginMissingScheme = core.Kind{Code: "origin-missing-scheme", Severity: core.Warning, Topic: core.Origin,
		Template: `no browser sends "{value}": an Origin begins with its scheme`, Advice: "Write the scheme, such as https://."}
	OriginWrongScheme = core.Kind{Code: "origin-missing-scheme", Severity: core.Warning, Topic: core.Origin,
		Template: `no browser sends "{value}": an Origin of the web begins with https:// or http://`, Advice: "Write https:// before the host."}
	OriginAnyScheme = core.Kind{Code: "origin-missing-scheme", Severity: core.Info, Topic: core.Origin,
		Template: `"{value}" names no scheme: S3 matches it with http as well as https`, Advice: "Write https:// before it."}
	OriginBareScheme = core.Kind{Code: "origin-bare-scheme", Severity: core.Warning, Topic: core.Origin,
		Template: `"{value}" alone matches no Origin, although AWS documents "https" as secure origins only`,
		Advice:   "Name the origins, or write https://* if pages of any secure site are meant."}
	OriginUppercase = core.Kind{Code: "origin-uppercase", Severity: core.Warning, Topic: core.Origin,
		Template: `browsers send "{value}" in lower case`, Advice: "Write it in lower case."}
	OriginDefaultPort = core.Kind{Code: "origin-default-port", Severity: core.Warning, Topic: core.Origin,
		Template: `browsers leave the default port out of "{value}"`, Advice: "Remove the port."}
	OriginInvalidPort = core.Kind{Code: "origin-invalid-port", Severity: core.Warning, Topic: core.Origin,
		Template: `"{value}" names a port that there is not`, Advice: "Write a port from 1 to 65535, or none."}
	OriginWhitespace = core.Kind{Code: "origin-whitespace", Severity: core.Warning, Topic: core.Origin, Assumption: "value-whitespace",
		Template: `"{value}" holds white space or a comma, which S3 compares too`, Advice: "Remove it, and write one origin in each AllowedOrigin."}
	OriginEmpty = core.Kind{Code: "origin-empty", Severity: core.Warning, Topic: core.Origin,
		Template: "an AllowedOrigin is empty: S3 stores it, and it matches nothing", Advice: "Remove it."}
	OriginNonASCII = core.Kind{Code: "origin-non-ascii", Severity: core.Warning, Topic: core.Origin,
		Template: `browsers send the host of "{value}" in punycode`, Advice: "Write the host as browsers send it."}
	OriginNull = core.Kind{Code: "origin-null", Severity: core.Warning, Topic: core.Security,
		Template: `every sandboxed frame, data: and file: page sends the Origin "{value}"`, Advice: "Serve the page from an origin of its own."}
	OriginAppScheme = core.Kind{Code: "origin-app-scheme", Severity: core.Info, Topic: core.Origin,
		Template: `"{value}" is sent by an app or an extension only, and by no web page`, Advice: "Keep it if the app is yours."}
	OriginInsecure = core.Kind{Code: "origin-insecure", Severity: core.Warning, Topic: core.Security,
		Template: `anyone on the network path can be "{value}"`, Advice: "Use https."}
	OriginWildcardApex = core.Kind{Code: "origin-wildcard-apex", Severity: core.Info, Topic: core.Origin,
		Template: `"{value}" does not cover {origin}`, Advice: "Add {origin} if you mean it."}
	OriginWildcardPort = core.Kind{Code: "origin-wildcard-port", Severity: core.Info, Topic: core.Origin,
		Template: `"{value}" covers every written port, and not the default one: {origin}`, Advice: "Add {origin} if you mean it."}
	OriginWildcardTooWide = core.Kind{Code: "origin-wildcard-too-wide", Severity: core.Warning, Topic: core.Security,
		Template: `"{value}" also matches {origin}`, Advice: "Put the wildcard between // and the dot before a domain of your own."}
	OriginPublicSuffix = core.Kind{Code: "origin-public-suffix", Severity: core.Warning, Topic: core.Security,
		Template: `"{value}" is open to others: anyone can have a host under "{suffix}"`, Advice: "Name your own hosts."}
	OriginReflectsAny = core.Kind{Code: "origin-reflects-any", Severity: core.Warning, Topic: core.Security,
		Template: `"{value}" matches pages of any site, and S3 allows them credentials, which it does not for *`, Advice: "Write * if anyone may read, or name the origins."}
	OriginStarBesideOthers = core.Kind{Code: "origin-star-beside-others", Severity: core.Warning, Topic: core.Origin, Assumption: "star-beside-others",
		Template: `beside "{value}" the other origins of the rule are without effect: S3 answers * to all, without credentials`,
		Advice:   "Move * to a rule of its own, after this one."}
	WriteFromAnyOrigin = core.Kind{Code: "write-from-any-origin", Severity: core.Warning, Topic: core.Security,
		Template: `with "{value}" pages of any site can send {methods} that the requester is entitled to`,
		Advice:   "Name the origins; CORS is no authorisation."}
	StarWithoutCredentials = core.Kind{Code: "star-without-credentials", Severity: core.Info, Topic: core.Origin,
		Template: `calls with credentials "include" fail where S3 answers "{value}"`, Advice: "Name the origin if you send cookies, such as those that CloudFront signs."}
)

// Methods and headers.
var (
	GetWithoutHead = core.Kind{Code: "get-without-head", Severity: core.Info, Topic: core.Method,
		Template: "rule {rule#} allows GET and not HEAD, which headObject, some players and curl -I send", Advice: "Add HEAD."}
	PutWithoutPost = core.Kind{Code: "put-without-post", Severity: core.Info, Topic: core.Method,
		Template: "rule {rule#} allows PUT and not POST, with which multipart uploads begin and end", Advice: "Add POST for multipart uploads, and DELETE to abort them."}
	WriteWithoutHeaders = core.Kind{Code: "write-without-headers", Severity: core.Warning, Topic: core.Header,
		Template: "rule {rule#} allows no header: an upload that sets a content type is preflighted and refused", Advice: "Add content-type and x-amz-*."}
	PostWithoutHeaders = core.Kind{Code: "write-without-headers", Severity: core.Info, Topic: core.Header,
		Template: "rule {rule#} allows no header: a form may post, and a script that sets a content type is refused", Advice: "Add content-type and x-amz-* if scripts post."}
	SDKHeadersMissing = core.Kind{Code: "sdk-headers-missing", Severity: core.Info, Topic: core.Header,
		Template: "the AWS SDK for JavaScript asks for headers that rule {rule#} lacks: {headers}", Advice: "Add {headers} if you upload with it and without presigned URLs."}
	ExposeETagMissing = core.Kind{Code: "expose-etag-missing", Severity: core.Warning, Topic: core.Header,
		Template: "scripts cannot read the ETag of what they PUT by rule {rule#}: multipart uploads fail at the end", Advice: "Add ETag to ExposeHeader."}
	ExposeETagUnread = core.Kind{Code: "expose-etag-missing", Severity: core.Info, Topic: core.Header,
		Template: "scripts cannot read the ETag of what they PUT by rule {rule#}, which multipart uploads need", Advice: "Add ETag to ExposeHeader if they do."}
	ExposeRangeMissing = core.Kind{Code: "expose-range-missing", Severity: core.Info, Topic: core.Header,
		Template: "scripts that read ranges by rule {rule#} cannot see {headers}", Advice: "Add {headers} to ExposeHeader."}
	ExposeSafelisted = core.Kind{Code: "expose-safelisted", Severity: core.Info, Topic: core.Header,
		Template: `"{value}" is readable without ExposeHeader`, Advice: "Remove it."}
	ExposeNotAResponseHeader = core.Kind{Code: "expose-not-a-response-header", Severity: core.Info, Topic: core.Header,
		Template: `"{value}" is no response header that a script would read`, Advice: "Remove it."}
	HeaderNeverRequested = core.Kind{Code: "header-never-requested", Severity: core.Info, Topic: core.Header,
		Template: `browsers never ask for "{value}"`, Advice: "Remove it."}
	HeaderEmpty = core.Kind{Code: "header-empty", Severity: core.Warning, Topic: core.Header,
		Template: "an empty header name matches nothing", Advice: "Remove it."}
)

// Rules, and values beside each other.
var (
	RuleUnreachable = core.Kind{Code: "rule-unreachable", Severity: core.Warning, Topic: core.Reachability,
		Template: "rule {rule#} is never used: rule {by#} takes its requests first", Advice: "Delete it, or move it before that rule."}
	RuleTakenByMany = core.Kind{Code: "rule-unreachable", Severity: core.Warning, Topic: core.Reachability,
		Template: "rule {rule#} is never used: rules {by} together take its requests first", Advice: "Delete it, or move it before those rules."}
	RulePartlyShadowed = core.Kind{Code: "rule-partly-shadowed", Severity: core.Info, Topic: core.Reachability,
		Template: "rule {rule#} does not answer all that it would take: rule {by#} does, and {difference}", Advice: "Order the rules from narrow to wide, and let no two take the same request."}
	RuleWithoutEffect = core.Kind{Code: "rule-without-effect", Severity: core.Warning, Topic: core.Reachability,
		Template: "no browser sends an Origin that rule {rule#} matches", Advice: "Correct the origins of this rule."}
	DuplicateRule = core.Kind{Code: "duplicate-rule", Severity: core.Info, Topic: core.Reachability,
		Template: "rule {rule#} says the same as rule {first#}", Advice: "Delete it."}
	DuplicateValue = core.Kind{Code: "duplicate-value", Severity: core.Info, Topic: core.Reachability, Assumption: "duplicates-kept",
		Template: `"{value}" appears twice`, Advice: "Remove it."}
	CoveredValue = core.Kind{Code: "duplicate-value", Severity: core.Info, Topic: core.Reachability,
		Template: `"{value}" is covered by "{by}" beside it`, Advice: "Remove it."}
)

// Caching.
var (
	MaxAgeZero = core.Kind{Code: "max-age-zero", Severity: core.Info, Topic: core.Caching, Assumption: "max-age-zero",
		Template: "rule {rule#} has a MaxAgeSeconds of 0: every preflight is sent again", Advice: "Write 600 or more."}
	MaxAgeAbsent = core.Kind{Code: "max-age-absent", Severity: core.Info, Topic: core.Caching,
		Template: "rule {rule#} sets no MaxAgeSeconds: browsers keep its preflights for 5 seconds", Advice: "Write 600 to 7200."}
	MaxAgeLeftToTool = core.Kind{Code: "max-age-absent", Severity: core.Info, Topic: core.Caching,
		Template: "rule {rule#} sets no max age: {product} writes 0, and every preflight is sent again", Advice: "Write 600 to 7200."}
	MaxAgeOverCap = core.Kind{Code: "max-age-over-cap", Severity: core.Info, Topic: core.Caching,
		Template: "an answer is not kept for {age#} s: for {caps} at most", Advice: "Keep it; longer values do no harm."}
)

// MoreFindings closes a list that is not told to its end.
var MoreFindings = core.Kind{Code: "more-findings", Severity: core.Info, Topic: core.Limit,
	Template: "there is more to say than is told here", Advice: "Mend what is told first."}
