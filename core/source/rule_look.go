package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// The looks that make an object a rule go by the keys that name origins and methods.
const (
	noRule = iota
	// allowRule: they begin with "allow" in any spelling, as in many tools.
	allowRule
	// allowedRule: they begin with "allowed".
	allowedRule
	// bareRule: they are S3's names but for the letter case, or R2's or GCS's whole form. Such a rule may stand alone.
	bareRule
	// s3Rule is added if one of the names is S3's own. ExposeHeaders is not enough: Lambda URLs
	// and API Gateway have it too.
	s3Rule
)

// look is what the keys of an object, or of several, say of it.
type look struct {
	notCompared
	origins, methods, named int
	hasOrigins, hasMethods  bool
	// gcs has a bit for each of origin, method, and responseHeader or maxAgeSeconds; then one for a plural of the first two, and
	// one for responseHeader, which no other tool has.
	gcs uint8
	// r2: it holds the lists inside of allowed.
	r2 bool
	// style is that of the names, cdk weighs the CDK against Pulumi, which share the letter case.
	style style
	cdk   int
	// credentials stand in the rules of many tools, and never in S3's.
	credentials bool
	// open: members are spread into it from elsewhere.
	open bool
	// foreign names the product that one of the keys belongs to.
	foreign string
}

// lookAt gathers what the keys of an object or a call say.
//
//go:noinline
func (w *walk) lookAt(node int, l *look) {
	for key := w.first(node); key >= 0; key = w.next(node, key) {
		if target, isSpread := w.taken(node, key); target >= 0 {
			w.spreads++
			w.lookAt(target, l)
			w.spreads--
		} else if isSpread {
			l.open = true
		}
		name := w.TextOf(key)
		if w.kind(key) != literal.Key || name == "" || core.Index("oamrecOAMREC", name[0]) < 0 {
			continue
		}
		if foreign := foreignKey(name); foreign != "" {
			l.foreign = foreign
			return
		}
		if core.IndexText(name, "redential") >= 0 {
			l.credentials = true
		}
		if core.EqualFold(name, "allowed") {
			inside := new(look)
			if value := w.ruleNode(key + 1); value >= 0 {
				w.lookAt(value, inside)
			}
			l.r2 = inside.hasOrigins && inside.hasMethods
			continue
		}
		l.take(name)
	}
}

// take gathers what a name says.
func (l *look) take(name string) {
	member, exact := meantMember(name)
	level := noRule
	switch {
	case core.EqualFold(name, member.String()):
		level = bareRule
	case beginsFold(name, "allowed"):
		level = allowedRule
	case len(name) <= len("methods"):
	case beginsFold(name, "allow") && core.Index("deDE", name[len("allow")]) < 0:
		level = allowRule
	default:
		level = allowedRule // It is a slip of the pen.
	}
	isLong := len(name) >= len("maxAgeSec")
	switch {
	case isResponseHeader(name):
		l.gcs |= 4 | 16
	case member == core.MaxAgeSeconds && isLong:
		l.gcs |= 4
	}
	switch member {
	case core.AllowedOrigins:
		l.origins = max(l.origins, level)
		l.hasOrigins = true
		l.takeNoun(name, "origin", 1)
	case core.AllowedMethods:
		l.methods = max(l.methods, level)
		l.hasMethods = true
		l.takeNoun(name, "method", 2)
	case core.MaxAgeSeconds, core.ExposeHeaders:
		l.cdk++
		if isLong && !beginsFold(name, "exposed") {
			l.cdk -= 2
		}
	}
	if member.IsList() {
		if l.style == lowerCase {
			l.style = styleOf(name)
		}
		if exact && member != core.ExposeHeaders {
			l.named = s3Rule
		}
	}
}

// takeNoun gathers a name that is GCS's, or the plural of one.
//
//go:noinline
func (l *look) takeNoun(name, noun string, bit uint8) {
	switch len(name) - len(noun) {
	case 0:
		l.gcs |= bit
	case 1:
		l.gcs |= bit | 8
	}
}

// isGCS says whether the names are those of GCS; plurals stand in the options of many servers.
//
//go:noinline
func (l *look) isGCS() bool { return l.gcs&7 == 7 && (l.gcs&8 == 0 || l.gcs&16 != 0) }

// lookAgain gathers the keys of an object or a call anew.
//
//go:noinline
func (w *walk) lookAgain(node int) *look {
	w.look = new(look)
	w.lookAt(node, w.look)
	return w.look
}

// isResponseHeader says whether a name is GCS's for both kinds of headers.
//
//go:noinline
func isResponseHeader(name string) bool {
	var buffer [longestName]byte
	return nameStem(name, &buffer) == "responseheader"
}

// level says how much it looks like a rule.
func (l *look) level() int {
	switch {
	case l.foreign != "", l.credentials && l.named == 0:
		return noRule
	case l.r2, l.isGCS():
		return bareRule
	}
	return min(l.origins, l.methods) + l.named
}

// levelIn is the level in a container that takes so much: under the name of a tool's rules, half of a rule is one too, and where
// the other half may be spread into it also in cors.
//
//go:noinline
func (l *look) levelIn(least int) int {
	level := l.level()
	if half := max(l.origins, l.methods); (least == allowRule || l.open && least == allowedRule) && half >= allowedRule && l.foreign == "" && !l.credentials {
		level = max(level, half)
	}
	return level
}

//go:noinline
func beginsFold(name, prefix string) bool {
	return len(name) >= len(prefix) && core.EqualFold(name[:len(prefix)], prefix)
}
