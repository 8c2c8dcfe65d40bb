package source

import "s3cors/core"

// Namespaces in XML 1.0 (third edition), as far as S3 looks: that of each element, and what makes a
// document ill-formed.
const (
	// s3Namespace is that of PutBucketCors' document (API_PutBucketCors).
	s3Namespace  = "http://s3.amazonaws.com/doc/2006-03-01/"
	xmlPrefixURI = "http://www.w3.org/XML/1998/namespace"
)

// reservedNamespaces are those that have their prefix without declaration.
var reservedNamespaces = [...]struct{ prefix, namespace string }{{"xml", xmlPrefixURI}, {"xmlns", "http://www.w3.org/2000/xmlns/"}}

// xmlNamespace binds a prefix, or "" for the default, to a namespace.
type xmlNamespace struct {
	notCompared
	prefix, namespace string
}

// declare takes the namespace declarations of the tag, then reports the other attributes (assumption "xml-attribute"), and
// those that stand twice (section 3.1).
func (x *xmlReader) declare() {
	// Attributes are compared with those of the same hash only, since there may be very many.
	var heads [64]int32
	for pass := range 2 {
		for i := range x.tag {
			a := &x.tag[i]
			name := x.between(a.start, a.nameEnd)
			declares := core.HasPrefix(name, "xmlns") && (len(name) == 5 || name[5] == ':')
			if pass == 0 {
				if declares {
					x.declarePrefix(name, a)
				}
				continue
			}
			prefix, _ := x.split(a.start, a.nameEnd)
			if !declares {
				x.reportWith(&UnexpectedAttribute, a.start, a.end, name, "", "")
				// An attribute without prefix has no namespace, whatever the default (section 6.2).
				if prefix != "" {
					x.resolve(prefix, a.start)
				}
			}
			hash := uint32(0)
			for j := range len(name) {
				hash = hash*31 + uint32(name[j])
			}
			head := &heads[hash%64]
			for j := *head; j > 0; {
				other := &x.tag[j-1]
				if x.between(other.start, other.nameEnd) == name {
					x.report(&repeatedAttribute, a.start, a.nameEnd)
					break
				}
				j = other.next
			}
			a.next = *head
			*head = int32(i + 1)
		}
	}
}

// declarePrefix binds a prefix for the tag and all inside (sections 3 and 5). name is "xmlns" or "xmlns:prefix".
func (x *xmlReader) declarePrefix(name string, a *xmlAttribute) {
	_, prefix, _ := core.Cut(name, ':')
	namespace := a.value
	reserved := prefix == "xmlns" || prefix != "" && namespace == ""
	for i := range reservedNamespaces {
		known := &reservedNamespaces[i]
		reserved = reserved || (known.prefix == prefix) != (known.namespace == namespace)
	}
	if reserved {
		x.report(&reservedNamespace, a.start, a.end)
		return
	}
	if x.inForce == xmlNamespaces {
		x.stop(a.start, a.end, xmlNamespaces, "namespaces at once")
		return
	}
	declared := &x.namespaces[x.inForce]
	declared.prefix, declared.namespace = prefix, namespace
	x.inForce++
}

// resolve is the namespace that a prefix is bound to; "" for none, which is reported once for uses in a row.
func (x *xmlReader) resolve(prefix string, start int) string {
	for i := x.inForce - 1; i >= 0; i-- {
		if x.namespaces[i].prefix == prefix {
			return x.namespaces[i].namespace
		}
	}
	if x.unbound != prefix {
		x.unbound = prefix
		x.report(&unboundPrefix, start, start+len(prefix))
	}
	return ""
}

// split divides a name at its colon. A name that the namespaces standard has no reading for (section 4)
// is reported, and taken as a whole.
func (x *xmlReader) split(start, end int) (prefix, local string) {
	name := x.between(start, end)
	prefix, local, found := core.Cut(name, ':')
	if !found {
		return "", name
	}
	if prefix == "" || nameEnd(local, 0) == 0 || core.Index(local, ':') >= 0 {
		x.report(&badName, start, end)
		return "", name
	}
	return prefix, local
}
