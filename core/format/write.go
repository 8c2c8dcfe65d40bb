package format

import "s3cors/core"

// writer writes one configuration in one format.
type writer struct {
	target  *target
	options *Options
	// style is that of the texts which are written.
	style *style
	out   []byte
}

// placeholder stands where no bucket is given. No bucket can have this name, since it has capitals (AWS user guide, "Bucket naming
// rules"); ibmEndpoint where no endpoint is: IBM COS has no common one.
const (
	placeholder = "BUCKET"
	ibmEndpoint = "https://s3.REGION.cloud-object-storage.appdomain.cloud"
)

//go:noinline
func (w *writer) put(text string) { w.out = append(w.out, text...) }

// configuration writes the whole file.
func (w *writer) configuration(configuration *core.CORSConfiguration) string {
	t, rules := w.target, configuration.CORSRules
	rule := t.rule.style
	w.style = rule
	if t.around != nil {
		w.style = t.around
	}
	around := w.style
	w.template(t.head)
	w.style = rule
	for i := range rules {
		w.rule(&rules[i])
		if i+1 < len(rules) {
			w.put(rule.between)
		} else {
			w.put(rule.trailing)
		}
	}
	tail := t.tail
	switch {
	case rule.yaml && len(rules) == 0:
		w.put(" []")
	case rule == &jsonStyle && len(rules) > 0:
		w.line(t.indent[2:])
	case len(rules) == 0: // The bracket is closed on its own line.
		tail = core.Trim(tail, " ")
	}
	if rule.yaml || rule.aligned || rule.trailing != "" && len(rules) > 0 {
		w.put("\n")
	}
	w.style = around
	w.template(tail)
	return string(w.out)
}

// line begins a line.
//
//go:noinline
func (w *writer) line(indent string) {
	w.put("\n")
	w.put(indent)
}

// template writes a template with its placeholders filled (type target).
func (w *writer) template(template string) {
	o, t := w.options, w.target
	for i := 0; i < len(template); i++ {
		if template[i] != '%' {
			w.out = append(w.out, template[i])
			continue
		}
		i++
		switch template[i] {
		case 'b':
			w.given(o.Bucket, placeholder)
		case 'e':
			w.given(o.Endpoint, ibmEndpoint)
		case 'a':
			w.text(o.Owner)
		case 'c':
			w.text(o.Algorithm)
		case 'B':
			w.optional(o.Bucket, t.bucket)
		case 'E':
			w.optional(o.Endpoint, t.endpoint)
		case 'A':
			w.optional(o.Owner, t.owner)
		case 'C':
			w.optional(o.Algorithm, t.checksum)
		}
	}
}

func (w *writer) given(value, otherwise string) {
	if value == "" {
		value = otherwise
	}
	w.text(value)
}

func (w *writer) optional(value, template string) {
	if value != "" {
		w.template(template)
	}
}

// rule writes one rule on lines of its own.
func (w *writer) rule(rule *core.CORSRule) {
	s, indent := w.style, w.target.indent
	if s.aligned {
		w.put("\n") // An empty line stands before a block.
	}
	w.line(indent)
	w.put(s.open)
	members := w.members(rule)
	inner := indent + s.unit
	for i := 0; i < members.count; i++ {
		member := members.list[i]
		switch {
		case s.yaml && i == 0:
			w.put("- ")
		case member == closeAllowed:
			inner = indent + s.unit
			w.line(inner)
		default:
			w.line(inner)
		}
		if member == openAllowed {
			w.put(`"allowed": {`)
			inner += s.unit
			continue
		}
		if member == closeAllowed {
			w.put("}")
		} else {
			w.key(member, &members)
			w.value(rule, member, inner)
		}
		if i+1 < members.count && members.list[i+1] != closeAllowed {
			w.put(s.ends)
		} else if i+1 == members.count {
			w.put(s.last)
		}
	}
	if s.close != "" {
		w.line(indent)
		w.put(s.close)
	}
}

// parts are the parts of a rule that are written.
type parts struct {
	list  [8]part
	count int
}

// members are those that the rule has. Origins and methods are in every rule, so that what lacks is seen.
func (w *writer) members(rule *core.CORSRule) parts {
	var members parts
	order := &w.target.rule.order
	for i := range order {
		member, has := order[i], true
		switch member {
		case core.NoMember:
			has = false
		case core.ID:
			has = rule.ID != nil
		case core.MaxAgeSeconds:
			has = rule.MaxAgeSeconds != nil
		case core.AllowedHeaders:
			has = len(rule.AllowedHeaders) > 0 || w.target.loses&roles != 0 && len(rule.ExposeHeaders) > 0
		case core.ExposeHeaders:
			has = len(rule.ExposeHeaders) > 0
		}
		if has {
			members.list[members.count] = member
			members.count++
		}
	}
	return members
}

// key writes the name of a member.
func (w *writer) key(member part, members *parts) {
	s, names := w.style, &w.target.rule.names
	name := names[member]
	if !s.bareKeys {
		w.text(name)
	} else {
		w.put(name)
	}
	if s.aligned {
		longest := 0
		for i := range members.count {
			longest = max(longest, len(names[members.list[i]]))
		}
		for i := len(name); i < longest; i++ {
			w.put(" ")
		}
	}
	w.put(s.assign)
}

// value writes the value of a member.
func (w *writer) value(rule *core.CORSRule, member part, indent string) {
	switch member {
	case core.ID:
		w.text(*rule.ID)
	case core.MaxAgeSeconds:
		w.put(core.FormatInt(*rule.MaxAgeSeconds))
	default:
		list := rule.List(member)
		if member == core.AllowedHeaders && w.target.loses&roles != 0 {
			list = withoutRepeats(list, rule.ExposeHeaders)
		}
		w.list(list, member, indent)
	}
}

// longestLine is that of a list on one line. Terraform's formatter aligns lines, so there a list always is on one.
const longestLine = 100

// list writes a list of texts: on one line, or if it is long with a line for each.
func (w *writer) list(list []string, member part, indent string) {
	s, before := w.style, len(w.out)
	w.items(list, member, ", ", "")
	if len(w.out)-before+len(indent) > longestLine && len(list) > 1 && !s.aligned {
		w.out = w.out[:before]
		w.items(list, member, ",\n"+indent+s.unit, "\n"+indent+s.unit)
		w.out = append(w.out[:len(w.out)-1], s.last...)
		w.line(indent)
		w.put("]")
	}
}

//go:noinline
func (w *writer) items(list []string, member part, between, first string) {
	w.put("[")
	w.put(first)
	for i := range list {
		if i > 0 {
			w.put(between)
		}
		if prefix := w.target.rule.methods; prefix != "" && member == core.AllowedMethods && core.IsToken(list[i]) && list[i] != "*" {
			w.put(prefix)
			w.put(list[i])
		} else {
			w.text(list[i])
		}
	}
	w.put("]")
}

// withoutRepeats joins two lists of header names, each name once.
func withoutRepeats(list, more []string) []string {
	var joined []string
	for _, names := range [...][]string{list, more} {
		for i := range names {
			known := false
			for j := range joined {
				known = known || core.EqualFold(joined[j], names[i])
			}
			if !known {
				joined = append(joined, names[i])
			}
		}
	}
	return joined
}
