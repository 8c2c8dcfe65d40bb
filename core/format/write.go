package format

import "s3cors/core"

// writer writes one configuration in one format.
type writer struct {
	target  *target
	options *Options
	// style is that of the texts which are written.
	style *style
	out   []byte
	// host is what the texts come into, or nil for a file of its own.
	host *host
	// used has a bit for each of the options that was written.
	used uint8
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
	case rule.isJSON() && len(rules) > 0:
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

// isJSON: what stands around the rules has the bracket that closes them.
func (s *style) isJSON() bool { return s.quote == '"' && !s.bareKeys }

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
			w.given(bucketOption, placeholder)
		case 'e':
			w.given(endpointOption, ibmEndpoint)
		case 'a':
			w.given(ownerOption, "")
		case 'c':
			w.given(algorithmOption, "")
		case 'B':
			w.optional(o.Bucket, t.bucket)
		case 'E':
			w.optional(o.Endpoint, t.endpoint)
		case 'A':
			w.optional(o.Owner, t.owner)
		case 'C':
			w.optional(o.Algorithm, t.checksum)
		case 'P':
			w.optional(o.Owner, ownerPadding)
		case 'R':
			// botocore computes these two with the AWS Common Runtime alone (botocore/httpchecksum.py).
			if o.Algorithm == "CRC32C" || o.Algorithm == "CRC64NVME" {
				w.put("# " + o.Algorithm + " may need: pip install 'botocore[crt]'\n")
			}
		}
	}
}

// The options, in the order of option.
const (
	bucketOption = iota
	endpointOption
	ownerOption
	algorithmOption
	optionCount
)

// option is one of them; "" where it is not given. An endpoint without a scheme is one of https, as in IBM's list of endpoints.
func (o *Options) option(index int) string {
	switch index {
	case bucketOption:
		return o.Bucket
	case endpointOption:
		if o.Endpoint != "" && core.IndexText(o.Endpoint, "://") < 0 {
			return "https://" + o.Endpoint
		}
		return o.Endpoint
	case ownerOption:
		return o.Owner
	}
	return o.Algorithm
}

// ownerPadding is how much longer "expected_bucket_owner" is than "bucket".
const ownerPadding = "               "

//go:noinline
func (w *writer) given(option int, otherwise string) {
	value := w.options.option(option)
	if value == "" {
		value = otherwise
	}
	w.used |= 1 << option
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
	if s.aligned {
		w.findBroken(rule, &members, inner)
	}
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
			w.key(i, &members)
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
	// broken says which of them stand on several lines.
	broken [8]bool
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
			// An entry of Google's is known by it.
			has = len(rule.AllowedHeaders) > 0 || w.target.loses&roles != 0
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

// key writes the name of a member. Where keys are aligned, those of neighbours on one line each have the same width.
func (w *writer) key(index int, members *parts) {
	s, names := w.style, &w.target.rule.names
	name := names[members.list[index]]
	if !s.bareKeys {
		w.text(name)
	} else {
		w.put(name)
	}
	if s.aligned && !members.broken[index] {
		longest, first := 0, index
		for first > 0 && !members.broken[first-1] {
			first--
		}
		for i := first; i < members.count && !members.broken[i]; i++ {
			longest = max(longest, len(names[members.list[i]]))
		}
		for i := len(name); i < longest; i++ {
			w.put(" ")
		}
	}
	w.put(s.assign)
}
