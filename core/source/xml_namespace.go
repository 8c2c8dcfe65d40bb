package source

import (
	"strings"

	"s3cors/core"
)

// Namespaces in XML 1.0 (third edition), as far as S3 looks: that of each element, and what makes a
// document ill-formed.
const (
	// s3Namespace is that of PutBucketCors' document (API_PutBucketCors).
	s3Namespace    = "http://s3.amazonaws.com/doc/2006-03-01/"
	xmlNamespace   = "http://www.w3.org/XML/1998/namespace"
	xmlnsNamespace = "http://www.w3.org/2000/xmlns/"
)

// xmlDeclaration binds a prefix, or "" for the default, to a namespace.
type xmlDeclaration struct{ prefix, namespace string }

// declare takes the namespace declarations of the tag and puts the other attributes by.
func (x *xmlReader) declare() {
	for i := range x.tag {
		attribute := &x.tag[i]
		prefix, local := x.splitName(attribute.name)
		attribute.local = local
		switch {
		case prefix == "xmlns":
			attribute.namespace = xmlnsNamespace
			x.declarePrefix(local, attribute)
		case prefix == "" && local == "xmlns":
			attribute.namespace = xmlnsNamespace
			x.declarePrefix("", attribute)
		default:
			if len(x.attributes) < xmlDiagnostics {
				x.attributes = append(x.attributes, xmlAttribute{attribute.name, attribute.whole})
			} else {
				x.moreAttributes++
			}
		}
	}
	for i := range x.tag {
		attribute := &x.tag[i]
		// An attribute without prefix has no namespace, whatever the default (section 6.2).
		if prefix, _ := splitPrefix(x.text[attribute.name.Start:attribute.name.End]); prefix != "" && attribute.namespace == "" {
			attribute.namespace = x.resolve(prefix, attribute.name)
			if attribute.namespace == "" {
				// Two prefixes that are declared nowhere are not taken for one.
				attribute.namespace = " " + prefix
			}
		}
	}
}

// declarePrefix binds a prefix for the tag and all inside (sections 3 and 5).
func (x *xmlReader) declarePrefix(prefix string, attribute *tagAttribute) {
	namespace := x.text[attribute.value.Start:attribute.value.End]
	for i := range len(namespace) {
		if b := namespace[i]; b == '&' || b < ' ' {
			namespace = xmlAttributeValue(namespace)
			break
		}
	}
	reserved := prefix == "xmlns" || (prefix == "xml") != (namespace == xmlNamespace) || namespace == xmlnsNamespace
	switch {
	case reserved:
		x.syntax(attribute.whole, "XML keeps this prefix or namespace for itself: "+excerpt(x.text[attribute.whole.Start:attribute.whole.End]),
			"Remove it.", core.Text("prefix", excerpt(prefix)), core.Text("namespace", excerpt(namespace)))
		return
	case prefix != "" && namespace == "":
		x.syntax(attribute.whole, `the prefix "`+excerpt(prefix)+`" is bound to no namespace`, "Remove it.", core.Text("prefix", excerpt(prefix)))
		return
	case len(x.declarations) == xmlDeclarations:
		if !x.tooManyNamespaces {
			x.tooManyNamespaces = true
			x.syntax(attribute.whole, "more than 256 namespace declarations are in force here; the rest is not read", "Remove those that are not used.")
		}
		return
	}
	x.declarations = append(x.declarations, xmlDeclaration{prefix, namespace})
}

// xmlAttributeValue is the value of an attribute: references resolved, white space as blanks (section 3.3.3).
func xmlAttributeValue(raw string) string {
	blanks := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		switch {
		case raw[i] == '\n' && i > 0 && raw[i-1] == '\r':
			// CRLF is one blank.
		case isXMLSpace(raw[i]):
			blanks = append(blanks, ' ')
		default:
			blanks = append(blanks, raw[i])
		}
	}
	return xmlValue(string(blanks))
}

// elementName resolves the name of an element.
func (x *xmlReader) elementName(name core.Span) (namespace, local string) {
	prefix, local := x.splitName(name)
	if prefix == "" && len(x.declarations) == 0 {
		return "", local
	}
	return x.resolve(prefix, name), local
}

// resolve is the namespace that a prefix is bound to; "" for none.
func (x *xmlReader) resolve(prefix string, name core.Span) string {
	for i := len(x.declarations) - 1; i >= 0; i-- {
		if x.declarations[i].prefix == prefix {
			return x.declarations[i].namespace
		}
	}
	if prefix == "xml" {
		return xmlNamespace
	}
	if prefix != "" {
		x.reportUnbound(prefix, name)
	}
	return ""
}

// reportUnbound reports a prefix without declaration, once for each prefix.
func (x *xmlReader) reportUnbound(prefix string, name core.Span) {
	if x.full() {
		x.leaveOut(&SyntaxError)
		return
	}
	for _, known := range x.unbound {
		if known == prefix {
			return
		}
	}
	x.unbound = append(x.unbound, prefix)
	found := excerpt(prefix)
	x.syntax(core.Span{Start: name.Start, End: name.Start + len(prefix)}, `the prefix "`+found+`" is declared nowhere`,
		"Remove it, or declare it: xmlns:"+found+`="`+s3Namespace+`".`, core.Text("prefix", found))
}

// splitName divides a name at its colon, and reports one that the namespaces standard has no
// reading for (section 4).
func (x *xmlReader) splitName(span core.Span) (prefix, local string) {
	name := x.text[span.Start:span.End]
	colon := strings.IndexByte(name, ':')
	if colon < 0 {
		return "", name
	}
	prefix, local = name[:colon], name[colon+1:]
	if prefix != "" && nameEnd(local, 0) == len(local) && local != "" && strings.IndexByte(local, ':') < 0 {
		return prefix, local
	}
	found := excerpt(name)
	x.syntax(span, `"`+found+`" is no name: a colon stands only between a prefix and a name`, "Remove the colon.", core.Text("found", found))
	return "", name
}

// splitPrefix is splitName for a name that was reported already.
func splitPrefix(name string) (prefix, local string) {
	prefix, local, found := core.Cut(name, ':')
	if !found || prefix == "" || local == "" || nameEnd(local, 0) < len(local) || strings.IndexByte(local, ':') >= 0 {
		return "", name
	}
	return prefix, local
}

// fewAttributes is up to how many attributes are compared each with each.
const fewAttributes = 8

// checkRepeated reports an attribute that stands twice in the tag (section 3.1, and section 6.3 of
// the namespaces standard).
func (x *xmlReader) checkRepeated() {
	if len(x.tag) > fewAttributes {
		seen := make(map[string]bool, len(x.tag))
		for i := range x.tag {
			// No name holds a blank.
			key := x.tag[i].local + " " + x.tag[i].namespace
			if seen[key] {
				x.reportRepeated(&x.tag[i])
			}
			seen[key] = true
		}
		return
	}
	for i := range x.tag {
		for j := range i {
			if x.tag[i].local == x.tag[j].local && x.tag[i].namespace == x.tag[j].namespace {
				x.reportRepeated(&x.tag[i])
				break
			}
		}
	}
}

func (x *xmlReader) reportRepeated(attribute *tagAttribute) {
	found := excerpt(x.text[attribute.name.Start:attribute.name.End])
	x.syntax(attribute.name, "the attribute "+found+" stands twice in one tag", "Keep one.", core.Text("attribute", found))
}
