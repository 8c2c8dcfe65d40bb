package s3

import "s3cors/core"

// nearestOrigin explains why no AllowedOrigin takes an origin, by the one that comes nearest. Most patterns are only
// measured; words are made for the nearest.
func (c *Check) nearestOrigin(origins []string, patterns []core.Pattern, asked *question) {
	c.fail(&noOrigins)
	var difference originDifference
	difference.takeOrigin(c.Value)
	var far farOrigins
	far.take(c.Value, &difference.value)
	nearest, distance := -1, 0
	for i := range origins {
		if !asked.compares() && i > 0 {
			break
		}
		found := far.distance(origins[i])
		if found < 0 {
			difference.compare(origins[i], &patterns[i])
			found = difference.distance
		}
		if nearest < 0 || found < distance {
			nearest, distance = i, found
		}
	}
	if nearest < 0 {
		return
	}
	difference.tells = true
	difference.compare(origins[nearest], &patterns[nearest])
	c.nearest(c.Path, nearest, origins)
	c.Reason, c.Message, c.Parameters = difference.gravest.code, difference.message, difference.parameters
}

// originDifference is what keeps an origin from a pattern. The reason is that of its gravest
// part; the message names them all, and the parameters are those of all.
type originDifference struct {
	origin    string
	value     OriginParts
	lowerHost string
	// joined: the origin is several, as of several lines.
	joined bool

	pattern string
	// cleaned is the pattern without white space around it, and rule its parts.
	cleaned string
	rule    OriginParts
	// slip is how the pattern begins where the marks behind its scheme are not "://".
	slip string
	// wildcard: there is a * in it.
	wildcard bool
	// tells: the message and the parameters are made.
	tells bool

	gravest    *reason
	message    string
	parameters []core.Parameter
	distance   int
	// letterCase: scheme or host are the same but for their letter case.
	letterCase bool
}

// takeOrigin takes the origin that is compared with patterns.
func (d *originDifference) takeOrigin(origin string) {
	d.origin = origin
	d.value.split(origin)
	d.lowerHost = core.Lower(d.value.Host)
	_, origins, _ := partsOf(origin, "")
	d.joined = origins > 1
}

// add takes a further part of the difference, with the values that its template names.
//
//go:noinline
func (d *originDifference) add(why *reason, values ...string) {
	d.distance += why.weight
	if d.gravest == nil || why.weight > d.gravest.weight {
		d.gravest = why
	}
	if !d.tells {
		return
	}
	message, _, parameters := core.Fill(why.template, "", values)
	if d.parameters == nil && len(parameters) > 0 {
		d.parameters = parameters
	} else {
		d.parameters = append(d.parameters, parameters...)
	}
	if d.message == "" {
		d.message = message
	} else {
		d.message += "; " + core.Lower(message[:1]) + message[1:]
	}
}

// compare says what keeps the origin from a pattern that does not match it.
func (d *originDifference) compare(pattern string, compiled *core.Pattern) {
	d.pattern, d.cleaned, d.wildcard = pattern, core.TrimSpace(pattern), compiled.Wildcard
	d.gravest, d.distance, d.letterCase = nil, 0, false
	d.takeRule()
	if whole := d.whole(compiled); whole != nil {
		d.add(whole, pattern, d.origin)
		return
	}
	if len(d.cleaned) < len(pattern) {
		d.add(&aroundOrigin)
	}
	if d.slip != "" {
		d.add(&schemeMarks, d.slip, d.rule.Scheme)
	}
	d.compareHosts(d.value.Host, d.rule.Host)
	d.compareSchemes(&d.value, &d.rule)
	d.comparePorts(&d.value, &d.rule)
	d.compareRest(&d.value, &d.rule)
	if d.letterCase {
		d.add(&caseDiffers)
	}
	if d.gravest == nil {
		d.add(&somethingDiffers, d.origin, pattern)
	}
}

// whole knows the values that have no parts to compare.
func (d *originDifference) whole(compiled *core.Pattern) *reason {
	cleaned := d.cleaned
	switch {
	case d.origin == "null":
		return &opaqueOrigin
	case d.joined: // assumption "repeated-request-header"
		return &joinedOrigins
	case cleaned == "":
		return &emptyOrigin
	case cleaned == "null":
		return &opaqueRule
	case cleaned == "https" || cleaned == "https://": // recorded: MG, against the documentation
		return &bareHTTPS
	case cleaned == "http" || cleaned == "http://":
		return &bareHTTP
	}
	switch parts, origins, fits := partsOf(cleaned, d.origin); {
	case fits && parts == 1:
		return &besideOrigin
	case fits:
		return &severalInOne
	case origins > 1:
		return &severalOthers
	case overlaps(compiled, d.origin):
		return &affixesOverlap
	case !d.rule.isOriginLike():
		return &notAnOrigin
	}
	return nil
}

// partsOf counts what commas and white space part in a text, and of that what is written as an origin is; fits: one of
// these parts would match. The text as a whole is no part.
func partsOf(list, origin string) (parts, origins int, fits bool) {
	for start, i := 0, 0; i <= len(list); i++ {
		if i < len(list) && list[i] > ' ' && list[i] != ',' {
			continue
		}
		part := list[start:i]
		start = i + 1
		if len(part) == len(list) || core.Trim(part, "/") == "" {
			continue
		}
		parts++
		if part == "null" || core.IndexText(part, "://") >= 0 {
			origins++
		}
		pattern := core.NewPattern(part)
		fits = fits || pattern.Match(origin)
	}
	return parts, origins, fits
}

func (d *originDifference) compareHosts(host, rule string) {
	if host == rule {
		return
	}
	lowerHost, lowerRule := d.lowerHost, core.Lower(rule)
	folded := core.Pattern{Prefix: lowerRule}
	if d.wildcard {
		pattern := core.NewPattern(rule)
		if pattern.Match(host) {
			return
		}
		folded = core.NewPattern(lowerRule)
	}
	if folded.Match(lowerHost) {
		d.letterCase = true
		return
	}
	why := &hostDiffers
	switch {
	case isJoined(lowerRule, "*.", lowerHost):
		why = &apexNotCovered
		host, rule = rule, host
	case folded.Wildcard:
		d.distance += min(headerDistance(lowerHost, &folded), otherHost)
	case isJoined(lowerHost, "www.", lowerRule):
		why = &wwwNotCovered
		host, rule = rule, host
	case isJoined(lowerRule, "www.", lowerHost):
		why = &hostWithoutWWW
		host, rule = rule, host
	case len(lowerHost) > len(lowerRule) && isJoined(lowerHost[len(lowerHost)-len(lowerRule)-1:], ".", lowerRule):
		why = &subdomain
		host, rule = rule, host
	default:
		if d.tells {
			host, rule = differingLabels(host, rule)
		} else {
			d.distance += min(core.EditDistance(lowerHost, lowerRule), otherHost)
		}
	}
	d.add(why, host, rule)
}

// isJoined says whether a text is made of two others.
//
//go:noinline
func isJoined(text, head, tail string) bool {
	return len(text) == len(head)+len(tail) && text[:len(head)] == head && text[len(head):] == tail
}

func (d *originDifference) compareSchemes(value, rule *OriginParts) {
	pattern, folded := core.NewPattern(rule.Scheme), core.NewPattern(core.Lower(rule.Scheme))
	switch {
	case !rule.HasScheme:
		if value.HasScheme {
			d.add(&missingScheme, value.Scheme)
		}
	case !value.HasScheme:
		d.add(&noScheme, rule.Scheme)
	case pattern.Match(value.Scheme):
	case folded.Match(core.Lower(value.Scheme)):
		d.letterCase = true
	default:
		d.add(&schemeDiffers, value.Scheme, rule.Scheme)
	}
}

func (d *originDifference) comparePorts(value, rule *OriginParts) {
	pattern := core.NewPattern(rule.Port)
	scheme := rule.Scheme
	if !rule.HasScheme || core.HasSuffix(scheme, "*") {
		scheme = value.Scheme
	}
	switch {
	case value.HasPort == rule.HasPort && pattern.Match(value.Port):
	case !rule.HasPort && core.HasSuffix(rule.Host, "*"): // the * takes the port in
	case value.Port != "" && rule.Port != "":
		d.add(&portDiffers, value.Port, rule.Port)
	case value.Port != "":
		d.add(&portInOrigin, value.Port)
	case rule.Port == "":
		if rule.HasPort {
			d.add(&colonWithoutPort)
		}
	case IsDefaultPort(scheme, rule.Port):
		d.add(&defaultPort, rule.Port)
	case rule.Port == "*":
		d.add(&portWanted)
	default:
		d.add(&portInRule, rule.Port)
	}
}

// compareRest looks at what no browser's Origin has: a user name, a slash, a path
// (Fetch Standard, section 3.2, "Origin header").
func (d *originDifference) compareRest(value, rule *OriginParts) {
	if rule.Userinfo != value.Userinfo && rule.Userinfo != "" {
		d.add(&userinfo, rule.Userinfo)
	}
	switch {
	case rule.Path == value.Path:
	case rule.Path == "/":
		d.add(&trailingSlash)
	case rule.Path != "":
		d.add(&pathInPattern, rule.Path)
	default:
		d.add(&slashInOrigin, value.Path)
	}
}
