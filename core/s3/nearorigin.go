package s3

import "s3cors/core"

// nearestOrigin explains why no AllowedOrigin takes an origin, by the one that comes nearest.
func (c *Check) nearestOrigin(origins []string, asked *question) {
	c.fail(&noOrigins)
	list, nearest := c.Path, -1
	for i := range origins {
		if !asked.compares() && i > 0 {
			break
		}
		difference := originDifference{origin: c.Value, pattern: origins[i]}
		difference.compare()
		if nearest >= 0 && difference.distance >= nearest {
			continue
		}
		nearest = difference.distance
		c.nearest(list, i, origins)
		c.Reason, c.Message, c.Parameters = difference.gravest.code, difference.message, difference.parameters
	}
}

// originDifference is what keeps an origin from a pattern. The reason is that of its gravest
// part; the message names them all, and the parameters are those of all.
type originDifference struct {
	origin, pattern string

	gravest    *reason
	message    string
	parameters []core.Parameter
	distance   int
	// letterCase: scheme or host are the same but for their letter case.
	letterCase bool
}

// add takes a further part of the difference, with the values that its template names.
//
//go:noinline
func (d *originDifference) add(why *reason, values ...string) {
	d.distance += why.weight
	message, _, parameters := core.Fill(why.template, "", values)
	d.parameters = append(d.parameters, parameters...)
	if d.message == "" {
		d.message = message
	} else {
		d.message += "; " + core.Lower(message[:1]) + message[1:]
	}
	if d.gravest == nil || why.weight > d.gravest.weight {
		d.gravest = why
	}
}

// compare says what keeps an origin from a pattern that does not match it.
func (d *originDifference) compare() {
	if whole := d.whole(); whole != nil {
		d.add(whole, d.pattern, d.origin)
		return
	}
	cleaned := core.TrimSpace(d.pattern)
	if cleaned != d.pattern {
		d.add(&aroundOrigin)
	}
	value, rule := SplitOrigin(d.origin), SplitOrigin(cleaned)
	d.compareHosts(value.Host, rule.Host)
	d.compareSchemes(&value, &rule)
	d.comparePorts(&value, &rule)
	d.compareRest(&value, &rule)
	if d.letterCase {
		d.add(&caseDiffers)
	}
	if d.gravest == nil {
		d.add(&somethingDiffers, d.origin, d.pattern)
	}
}

// whole knows the values that have no parts to compare.
func (d *originDifference) whole() *reason {
	compiled := core.NewPattern(d.pattern)
	cleaned := core.TrimSpace(d.pattern)
	switch {
	case d.origin == "null":
		return &opaqueOrigin
	case cleaned == "":
		return &emptyOrigin
	case cleaned == "null":
		return &opaqueRule
	case cleaned == "https" || cleaned == "https://": // recorded: MG, against the documentation
		return &bareHTTPS
	case cleaned == "http" || cleaned == "http://":
		return &bareHTTP
	case holdsSeveral(cleaned, d.origin):
		return &severalInOne
	case overlaps(&compiled, d.origin):
		return &affixesOverlap
	}
	if rule := SplitOrigin(cleaned); !rule.isOriginLike() {
		return &notAnOrigin
	}
	return nil
}

// holdsSeveral says whether a comma or a blank parts a text in values of which one would match.
func holdsSeveral(list, origin string) bool {
	for start, i := 0, 0; i <= len(list); i++ {
		if i < len(list) && list[i] != ',' && list[i] != ' ' {
			continue
		}
		part := core.NewPattern(list[start:i])
		if i-start < len(list) && part.Match(origin) {
			return true
		}
		start = i + 1
	}
	return false
}

func (d *originDifference) compareHosts(host, rule string) {
	pattern, folded := core.NewPattern(rule), core.NewPattern(core.Lower(rule))
	lowerHost, lowerRule := core.Lower(host), core.Lower(rule)
	if pattern.Match(host) {
		return
	}
	if folded.Match(lowerHost) {
		d.letterCase = true
		return
	}
	why := &hostDiffers
	switch {
	case lowerRule == "*."+lowerHost:
		why = &apexNotCovered
		host, rule = rule, host
	case pattern.Wildcard:
		d.distance += min(headerDistance(lowerHost, &folded), otherHost)
	case "www."+lowerRule == lowerHost:
		why = &wwwNotCovered
		host, rule = rule, host
	case "www."+lowerHost == lowerRule:
		why = &hostWithoutWWW
		host, rule = rule, host
	case core.HasSuffix(lowerHost, "."+lowerRule):
		why = &subdomain
		host, rule = rule, host
	default:
		d.distance += min(editDistance(lowerHost, lowerRule), otherHost)
		host, rule = differingLabels(host, rule)
	}
	d.add(why, host, rule)
}

func (d *originDifference) compareSchemes(value, rule *OriginParts) {
	pattern := core.NewPattern(rule.Scheme)
	switch {
	case !rule.HasScheme:
		if value.HasScheme && !core.HasPrefix(rule.Host, "*") {
			d.add(&missingScheme, value.Scheme)
		}
	case !value.HasScheme:
		d.add(&noScheme, rule.Scheme)
	case pattern.Match(value.Scheme):
	case core.EqualFold(rule.Scheme, value.Scheme):
		d.letterCase = true
	default:
		d.add(&schemeDiffers, value.Scheme, rule.Scheme)
	}
}

func (d *originDifference) comparePorts(value, rule *OriginParts) {
	pattern := core.NewPattern(rule.Port)
	scheme := rule.Scheme
	if !rule.HasScheme {
		scheme = value.Scheme
	}
	switch {
	case value.HasPort == rule.HasPort && pattern.Match(value.Port):
	case !rule.HasPort && core.HasSuffix(rule.Host, "*"): // the * takes the port in
	case value.HasPort && rule.HasPort:
		d.add(&portDiffers, value.Port, rule.Port)
	case value.HasPort:
		d.add(&portInOrigin, value.Port)
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
