package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// step is one container on the way to the rules, or what stands before the first.
type step struct {
	// outer is the container around it; nil before the first.
	outer *step
	// node is an object or a list, key the one in the object that leads on. A list on the way holds one thing only.
	node, key int
	meant     container
	exact     bool
	// least is how much what it leads to has to look like a rule.
	least int
}

// rulesInTree is where the rules stand in a tree.
type rulesInTree struct {
	// node is the list of rules, what stands in its place, or a single rule; -1 if there is none.
	node   int
	single bool
	// inner is the last step on the way to them.
	inner *step
}

// The looks that make an object a rule go by the keys that name origins and methods.
const (
	noRule = iota
	// allowRule: they begin with "allow" in any spelling, as in many tools.
	allowRule
	// allowedRule: they begin with "allowed".
	allowedRule
	// bareRule: they are S3's names but for the letter case. Such a rule may stand alone.
	bareRule
	// s3Rule is added if one of the names is S3's own. ExposeHeaders is not enough: Lambda URLs
	// and API Gateway have it too.
	s3Rule
)

// foreignKeys belong to the rules of other products that are none of S3's: Backblaze B2's native rules, and Azure's.
var foreignKeys = [...]string{"corsRuleName", "allowedOperations", "maxAgeInSeconds"}

// looks says how much an object looks like a rule.
func (r *jsonReader) looks(object int) int {
	origins, methods, named := noRule, noRule, noRule
	for key := object + 1; key < r.Behind(object); key = r.Behind(key) {
		name := r.TextOf(key)
		for i := range foreignKeys {
			if core.EqualFold(name, foreignKeys[i]) {
				return noRule
			}
		}
		member, exact := meantMember(name)
		look := noRule
		switch {
		case core.EqualFold(name, member.String()):
			look = bareRule
		case beginsFold(name, "allowed"):
			look = allowedRule
		case beginsFold(name, "allow"):
			look = allowRule
		}
		if member == core.AllowedOrigins {
			origins = max(origins, look)
		}
		if member == core.AllowedMethods {
			methods = max(methods, look)
		}
		if exact && member.IsList() && member != core.ExposeHeaders {
			named = s3Rule
		}
	}
	return min(origins, methods) + named
}

//go:noinline
func beginsFold(name, prefix string) bool {
	return len(name) >= len(prefix) && core.EqualFold(name[:len(prefix)], prefix)
}

// find looks for the rules in a value, which stands alone or behind the name of a container. Names
// alone do not decide, since other tools' documents use the same: what a key leads to has to look like rules,
// unless the key is S3's own.
func (r *jsonReader) find(node int, s *step) bool {
	isS3s := s.exact && s.meant == rulesContainer
	inside, behind := node+1, r.Behind(node)
	switch r.Nodes[node].Kind {
	case literal.List:
		if isS3s || r.isRuleList(node, s) {
			break
		}
		// The one object of a list may hold them.
		return inside < behind && r.Behind(inside) == behind && r.Nodes[inside].Kind == literal.Object &&
			r.find(inside, &step{outer: s, node: node, least: bareRule})
	case literal.Object:
		found := r.findInside(node, s, true) || r.findInside(node, s, false)
		switch {
		case found:
			return true
		case inside == behind:
			return s.exact && r.succeed(-1, false, s)
		case isS3s, r.looks(node)%s3Rule >= max(s.least, allowedRule):
			return r.succeed(node, true, s)
		}
		return false
	case literal.Null, literal.Missing:
		return s.exact && r.succeed(-1, false, s)
	default:
		if !isS3s {
			return false
		}
		// It is no list, which is told later.
	}
	return r.succeed(node, false, s)
}

// findInside looks for the rules behind the keys of an object that are S3's own, or those of others. The last of
// several is taken.
func (r *jsonReader) findInside(object int, s *step, exact bool) bool {
	found := false
	for key := object + 1; key < r.Behind(object); key = r.Behind(key) {
		name := r.TextOf(key)
		meant, isOwn := meantContainer(name)
		if meant == noContainer || isOwn != exact {
			continue
		}
		least := allowRule
		if len(name) < len("xrules") {
			least = allowedRule // "rules" and "cors" stand in many documents.
		}
		if r.find(key+1, &step{s, object, key, meant, exact, least}) {
			found = true
		}
	}
	return found
}

// succeed records where the rules are. A later find takes the place of one before.
//
//go:noinline
func (r *jsonReader) succeed(node int, single bool, s *step) bool {
	r.found = rulesInTree{node, single, s}
	return true
}

// isRuleList says whether one of the objects of a list looks like a rule. An
// empty list is a configuration without rules, but not behind the names of others.
func (r *jsonReader) isRuleList(list int, s *step) bool {
	empty := s.exact || s.meant == noContainer
	for item := list + 1; item < r.Behind(list); item = r.Behind(item) {
		isObject := r.Nodes[item].Kind == literal.Object
		if isObject && r.looks(item) >= s.least {
			return true
		}
		if !isObject || r.Behind(item) > item+1 {
			empty = false
		}
	}
	return empty
}

// reportContainers tells of the keys on the way to the rules, and of a way that is not that
// of the console, or of the CLI and the SDKs.
func (r *jsonReader) reportContainers() {
	inner := r.found.inner
	if inner == nil {
		return
	}
	outer, count := inner, 0
	for s := inner; s.outer != nil; s = s.outer {
		r.reportContainer(s)
		outer = s
		count++
	}
	kind := &WrongContainer
	switch {
	case r.found.single:
		kind = &loneRule
	case count == 0, count == 1 && inner.meant == rulesContainer:
		return
	case outer.meant == configurationContainer && (r.found.node < 0 || count == 2 && inner.meant == rulesContainer):
		kind = &ToolsContainer
	}
	node := outer.node
	switch {
	case count == 0:
		node = r.found.node
	case outer.meant != noContainer:
		node = outer.key
	}
	d := r.report(kind, core.NoMember, node)
	if d.Span != nil && node != outer.key {
		d.Span.End = d.Span.Start + 1 // The bracket stands for what is in it.
	}
}

// inputMembers stand beside CORSConfiguration in the input of PutBucketCors.
//
// Authority: AWS CLI reference, s3api put-bucket-cors.
var inputMembers = [...]string{"Bucket", "ContentMD5", "ChecksumAlgorithm", "ExpectedBucketOwner"}

// reportContainer tells of the keys in one object on the way to the rules.
func (r *jsonReader) reportContainer(s *step) {
	if s.meant == noContainer {
		return
	}
	if !s.exact {
		r.reportKey(&MisspelledKey, core.NoMember, s.key, s.meant.String())
	}
	own, object := r.TextOf(s.key), "the configuration"
	if s.meant == configurationContainer {
		object = "the input of PutBucketCors"
	}
	for key := s.node + 1; key < r.Behind(s.node); key = r.Behind(key) {
		if key == s.key {
			continue
		}
		name := r.TextOf(key)
		known := false
		for i := range inputMembers {
			known = known || name == inputMembers[i]
		}
		switch {
		case name == own:
			r.reportDuplicate(core.NoMember, key, s.key, name)
		case !known || s.meant != configurationContainer:
			r.reportKey(&UnknownKey, core.NoMember, key, object)
		}
	}
}
