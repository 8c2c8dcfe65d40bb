package source

import (
	"strings"

	"s3cors/core"
	"s3cors/core/source/literal"
)

// step is one container on the way from the root to the rules.
type step struct {
	node *literal.Node
	// member is the one that leads on; nil in a list, which holds one thing only.
	member *literal.Member
	meant  container
	exact  bool
}

// rulesInTree is where the rules stand in a tree.
type rulesInTree struct {
	// steps leads to them from the root.
	steps []step
	// list holds the rules, or what stands in its place; nil if a single rule stands alone, or if there is none.
	list *literal.Node
	// single is a rule without a list around it.
	single *literal.Node
}

// find looks for the rules in a value. Names alone do not decide, since other tools' documents
// use the same: what a key leads to has to look like rules, unless the key is S3's own.
func (r *rulesInTree) find(node *literal.Node) bool {
	switch node.Kind {
	case literal.List:
		if isRuleList(node) {
			r.list = node
			return true
		}
		return r.findWrapped(node)
	case literal.Object:
		if r.findMember(node, true) || r.findMember(node, false) {
			return true
		}
		if isBareRule(node) {
			r.single = node
			return true
		}
	}
	return false
}

// findWrapped looks for the rules in the one object of a list.
func (r *rulesInTree) findWrapped(list *literal.Node) bool {
	return len(list.Items) == 1 && list.Items[0].Kind == literal.Object &&
		r.enter(step{node: list}, &list.Items[0], r.find)
}

// findMember looks for the rules behind the keys of an object, the last of several first. exact is
// for S3's own names, which go before those of others.
func (r *rulesInTree) findMember(node *literal.Node, exact bool) bool {
	for i := len(node.Members) - 1; i >= 0; i-- {
		member := &node.Members[i]
		meant, isExact := meantContainer(member.Key)
		if meant == noContainer || isExact != exact {
			continue
		}
		s := step{node: node, member: member, meant: meant, exact: exact}
		if r.enter(s, &member.Value, func(value *literal.Node) bool { return r.findInside(value, s) }) {
			return true
		}
	}
	return false
}

func (r *rulesInTree) enter(s step, value *literal.Node, find func(*literal.Node) bool) bool {
	r.steps = append(r.steps, s)
	if find(value) {
		return true
	}
	r.steps = r.steps[:len(r.steps)-1]
	return false
}

// findInside looks for the rules in the value of a key that is the name of a container, or near it.
func (r *rulesInTree) findInside(value *literal.Node, s step) bool {
	isS3s := s.exact && s.meant == rulesContainer
	switch value.Kind {
	case literal.List:
		if isS3s || hasRule(value, s.prefix()) || s.exact && isRuleList(value) {
			r.list = value
			return true
		}
		return r.findWrapped(value)
	case literal.Object:
		if r.find(value) {
			return true
		}
		if isS3s && len(value.Members) > 0 || isRuleOfAnotherSpelling(value, "allowed") {
			r.single = value
			return true
		}
		return s.exact && len(value.Members) == 0
	case literal.Null, literal.Missing:
		return s.exact
	}
	r.list = value // It is no list, which is told later.
	return isS3s
}

// isRuleList says whether a list that stands alone holds rules: its objects have S3's names. An
// empty list is a configuration without rules.
func isRuleList(list *literal.Node) bool {
	empty := true
	for i := range list.Items {
		item := &list.Items[i]
		if item.Kind == literal.Object && hasS3sNames(item) {
			return true
		}
		empty = empty && item.Kind == literal.Object && len(item.Members) == 0
	}
	return empty
}

// hasRule says whether a list behind the name of a container holds a rule in any spelling.
func hasRule(list *literal.Node, prefix string) bool {
	for i := range list.Items {
		item := &list.Items[i]
		if item.Kind == literal.Object && (hasS3sNames(item) || isRuleOfAnotherSpelling(item, prefix)) {
			return true
		}
	}
	return false
}

// hasS3sNames says whether an object is a rule by S3's own names. ExposeHeaders is not enough: Lambda
// URLs and API Gateway have it too.
func hasS3sNames(object *literal.Node) bool {
	for i := range object.Members {
		switch object.Members[i].Key {
		case "AllowedOrigins", "AllowedMethods", "AllowedHeaders":
			return true
		}
	}
	return isBareRule(object)
}

// isBareRule says whether an object can stand alone as a rule: it has AllowedOrigins and
// AllowedMethods, in any letter case.
func isBareRule(object *literal.Node) bool {
	origins, methods := false, false
	for i := range object.Members {
		key := object.Members[i].Key
		origins = origins || strings.EqualFold(key, "AllowedOrigins")
		methods = methods || strings.EqualFold(key, "AllowedMethods")
		if isForeignKey(key) {
			return false
		}
	}
	return origins && methods
}

// prefix is what the keys of a rule have to begin with in this container. "rules" and "cors" stand in many
// documents, and AllowOrigins is what API Gateway and Lambda URLs say.
func (s *step) prefix() string {
	var buffer [longestName]byte
	switch string(nameStem(s.member.Key, &buffer)) {
	case "rule", "cor":
		return "allowed"
	}
	return "allow"
}

// isRuleOfAnotherSpelling says whether an object names origins and methods as some tool does, with keys
// that begin with the prefix in any letters. The bare nouns "origin" and "method" are not enough.
func isRuleOfAnotherSpelling(object *literal.Node, prefix string) bool {
	origins, methods := false, false
	for i := range object.Members {
		key := object.Members[i].Key
		if isForeignKey(key) {
			return false
		}
		if len(key) < len(prefix) || !strings.EqualFold(key[:len(prefix)], prefix) {
			continue
		}
		member, _ := meantMember(key)
		origins = origins || member == core.AllowedOrigins
		methods = methods || member == core.AllowedMethods
	}
	return origins && methods
}

// isForeignKey says whether a key belongs to the rules of another product that are none of S3's:
// Backblaze B2's native rules, and Azure's.
func isForeignKey(key string) bool {
	return strings.EqualFold(key, "corsRuleName") || strings.EqualFold(key, "allowedOperations") ||
		strings.EqualFold(key, "maxAgeInSeconds")
}
