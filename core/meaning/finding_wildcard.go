package meaning

import (
	"s3cors/core"
	"s3cors/core/s3"
)

// star looks at values with which pages of any site may call.
func (f *finder) star() bool {
	if !f.pattern.Wildcard {
		return false
	}
	if core.Index(f.pattern.Suffix, '*') >= 0 {
		return true // S3 refuses it.
	}
	isStar := f.pattern.IsStar()
	if !isStar && !f.reflects() {
		return false
	}
	if writes := f.rule.methods & (putBit | postBit | deleteBit); writes != 0 {
		f.show(f.word(strange), writes)
		f.tell(&WriteFromAnyOrigin, methodNames(writes))
	}
	if !isStar || f.duplicateValue() {
		return isStar
	}
	f.show(f.word(usual), f.rule.methods)
	if !f.hasOthers() {
		return f.tell(&StarWithoutCredentials, "")
	}
	f.tell(&OriginStarBesideOthers, "")
	if len(f.rules) < s3.MaxRules {
		f.starAlone()
	}
	return true
}

// hasOthers says whether other origins stand beside *. What is told then says of credentials too that there are none.
func (f *finder) hasOthers() bool {
	for i := range f.list {
		if f.list[i] != f.value {
			return true
		}
	}
	return false
}

// starAlone offers to move * to a rule of its own, behind the present one.
func (f *finder) starAlone() {
	rules := f.copyRules(1)
	if rules == nil {
		return
	}
	rest, alone := &rules[f.index], &rules[f.index+1]
	rest.AllowedOrigins = nil
	for i := range f.list {
		if f.list[i] != f.value {
			rest.Append(f.member, f.list[i])
		}
	}
	alone.ID, alone.AllowedOrigins = nil, extend(nil, f.value)
	f.offer("Move * to ", "a rule of its own", rules)
}

// reflects says whether a pattern takes all origins of http or https, and is not the bare wildcard.
//
//go:noinline
func (f *finder) reflects() bool { return reflects(&f.pattern) }

//go:noinline
func reflects(pattern *core.Pattern) bool {
	return pattern.Wildcard && pattern.Suffix == "" && pattern.Prefix != "" && isSchemePart(pattern.Prefix)
}

// wideOrigin looks at patterns that take origins of strangers.
func (f *finder) wideOrigin() bool {
	if !f.pattern.Wildcard {
		return false
	}
	kind, second := reach(f.value)
	reflects, stranger := f.reflects(), ""
	if reflects || kind != nil {
		stranger = f.word(strange)
	}
	switch {
	case reflects:
		kind = &OriginReflectsAny
	case kind == nil || stranger == "":
		return false
	case kind == &OriginWildcardTooWide:
		second = stranger
	}
	f.show(stranger, f.rule.methods)
	f.tell(kind, second)
	if narrower := f.narrower(); kind == &OriginReflectsAny {
		f.replaceAll(f.member)
		f.write("Write ", "*")
	} else if narrower != "" && meant(narrower) == narrower {
		f.write("Write ", narrower)
	}
	return true
}

// reach says how a pattern takes origins of strangers: nil if it does not. The domain is that below which the wildcard stands.
//
//go:noinline
func reach(text string) (kind *core.Kind, domain string) {
	origin := s3.SplitOrigin(text)
	before, after, wild := core.Cut(origin.Host, '*')
	label, domain, dotted := core.Cut(after, '.')
	switch {
	case !wild || dotted && !isShared(domain) && !(label != "" && domain != "localhost" && listedIn(ownSuffixes, domain)):
		// Nobody registers under a reserved suffix, and so *.example is no stranger's; evilapp.example is no less another host than app.example.
		return nil, ""
	case dotted && label == "" && before == "":
		return &OriginPublicSuffix, domain
	case domain == "netlify.app" && core.HasPrefix(label, "--"):
		// Netlify keeps "--" for the previews of one site, whose name follows it (Netlify's documentation, "Deploy Previews").
		return nil, ""
	}
	return &OriginWildcardTooWide, domain
}

// narrower is the pattern that its author may have meant by one that is too wide; "" if that is not plain.
func (f *finder) narrower() string {
	prefix, suffix := f.pattern.Prefix, f.pattern.Suffix
	switch {
	case suffix != "" && suffix[0]-'a' < 26:
		return prefix + "*." + suffix
	case f.endsHost() && core.Index(prefix, '.') >= 0 && prefix[len(prefix)-1]-'a' < 26:
		return prefix + suffix
	}
	return ""
}

// endsHost says whether the wildcard ends the host, or the origin.
//
//go:noinline
func (f *finder) endsHost() bool { return f.pattern.Suffix == "" || f.pattern.Suffix[0] == ':' }

// nearOrigin looks at patterns without a scheme, and at origins that stand beside what a pattern covers, which is easily forgotten.
func (f *finder) nearOrigin() bool {
	if !f.pattern.Wildcard {
		return false
	}
	prefix, suffix := f.pattern.Prefix, f.pattern.Suffix
	kind, near := &OriginWildcardApex, ""
	switch {
	case suffix == "" && core.HasSuffix(prefix, ":"):
		kind, near = &OriginWildcardPort, prefix[:len(prefix)-1]
	case !core.HasPrefix(suffix, "."):
	case prefix == "":
		f.show("http://any"+suffix, f.rule.methods)
		f.tell(&OriginAnyScheme, "")
		f.writeMeant()
	case core.HasSuffix(prefix, "://"):
		near = prefix + suffix[1:]
	}
	if near == "" || !isSent(near) {
		return false
	}
	// Where another rule is for it, an addition here might cover that rule.
	pattern, taken := core.NewPattern(near), false
	for i := range f.rules {
		taken = taken || f.rules[i].contains(&pattern, hash(&pattern))
	}
	for method := uint8(1); method <= deleteBit; method <<= 1 {
		if f.ask(near, f.rule.methods&method, nil) == -1 {
			f.tell(kind, near)
			if !taken && meant(near) == near {
				f.at = len(f.list)
				f.write("Add ", near)
			}
			return true
		}
	}
	f.forget()
	return false
}

// What is put in the place of a wildcard, for any origin that a pattern takes, and for one of a stranger: within a host, and at its end.
var (
	usual   = [2][]string{{"any", "https://any", "s", "https"}, {".any.example", "any.example", "https://any.example", "://any.example", "//any.example", "8080"}}
	strange = [2][]string{{"evil", "https://evil"}, {".evil.example", "evil.example", "https://evil.example", "://evil.example", "//evil.example"}}
)

// word is an origin that the pattern takes and browsers send; "" if none is found.
//
//go:noinline
func (f *finder) word(fills [2][]string) string {
	list := fills[0]
	if f.endsHost() {
		list = fills[1]
	}
	for i := range list {
		word := f.pattern.Prefix
		if f.pattern.Wildcard {
			word += list[i] + f.pattern.Suffix
		}
		if isSent(word) && !hasEmptyLabel(word) {
			return word
		}
	}
	return ""
}

// hasEmptyLabel says whether a dot stands behind another one, or at the beginning of a host.
func hasEmptyLabel(origin string) bool {
	for i := 1; i < len(origin); i++ {
		if origin[i] == '.' && (origin[i-1] == '.' || origin[i-1] == '/') {
			return true
		}
	}
	return false
}
