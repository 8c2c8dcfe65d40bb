package meaning

import "s3cors/core"

// copyRules is the list of the rules, to be changed: with the present one twice if there is to be one more, and without it if there is
// to be one less. It is nil if there are fixes enough.
//
//go:noinline
func (f *finder) copyRules(more int) []core.CORSRule {
	if f.muted {
		return nil
	}
	if f.joined > 0 {
		if fixes := f.found[f.joined-1].Fixes; len(fixes) > 0 {
			return fixes[0].Configuration.CORSRules
		}
		return nil
	}
	rules := f.configuration.CORSRules
	if f.copied += 4*len(rules) + len(f.list); f.left < 0 || f.fixes == 0 || f.copied > mostCopied {
		return nil
	}
	changed := make([]core.CORSRule, len(rules)+more)
	copy(changed, rules)
	copy(changed[f.index+max(more, 0):], rules[f.index+max(-more, 0):])
	return changed
}

// offer adds a fix to the last finding, unless there are fixes enough.
//
//go:noinline
func (f *finder) offer(verb, object string, rules []core.CORSRule) {
	if rules == nil || f.joined > 0 {
		return
	}
	d := f.last()
	if d.Fixes == nil {
		f.fixes--
	}
	d.Fixes = append(d.Fixes, core.Fix{Title: verb + object, Configuration: core.CORSConfiguration{CORSRules: rules}})
}

// write offers to put values in the place of the present one: none to remove it. They are added where the whole list is looked at. A
// value that the list has already is not written again, and a list that may not be empty is not emptied.
//
//go:noinline
func (f *finder) write(verb string, values ...string) {
	rules := f.copyRules(0)
	if rules == nil {
		return
	}
	rule := &rules[f.index]
	list := make([]string, 0, len(f.list)+len(values))
	for i := range len(f.list) + 1 {
		if i == f.at {
			for j := range values {
				if !holds(f.list, values[j], false) {
					list = append(list, values[j])
				}
			}
		} else if i < len(f.list) {
			list = append(list, f.list[i])
		}
	}
	switch f.member {
	case core.AllowedOrigins:
		rule.AllowedOrigins = list
	case core.AllowedMethods:
		rule.AllowedMethods = list
	case core.AllowedHeaders:
		rule.AllowedHeaders = list
	case core.ExposeHeaders:
		rule.ExposeHeaders = list
	}
	if f.joined > 0 || len(rule.AllowedOrigins) == 0 || len(rule.AllowedMethods) == 0 {
		return
	}
	object := core.Join(values, ", ")
	if values == nil {
		object = shown(f.list[f.at])
	}
	f.offer(verb, object, rules)
}

// remove offers to take the present value out.
//
//go:noinline
func (f *finder) remove() { f.write("Remove ") }

//go:noinline
func holds(list []string, value string, anyCase bool) bool {
	for i := range list {
		if list[i] == value || anyCase && core.EqualFold(list[i], value) {
			return true
		}
	}
	return false
}
