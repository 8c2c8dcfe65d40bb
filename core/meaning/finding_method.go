package meaning

import "s3cors/core"

// wanted are values that go with a method, and are easily forgotten: another method for the same origins, or headers that scripts read.
var wanted = [...]struct {
	kind   *core.Kind
	member core.Member
	// method is the one that the rule allows, and asked the one of the witness.
	method, asked uint8
	// names has the one header that the rule names, and the witness asks for; or none.
	names  []string
	values []string
}{
	{&GetWithoutHead, core.AllowedMethods, getBit, headBit, nil, []string{"HEAD"}},
	{&PutWithoutPost, core.AllowedMethods, putBit, postBit, nil, []string{"POST"}},
	{&ExposeETagMissing, core.ExposeHeaders, putBit, putBit, nil, []string{"ETag"}},
	{&ExposeRangeMissing, core.ExposeHeaders, getBit, getBit, []string{"range"}, []string{"Content-Range", "Accept-Ranges"}},
}

// companions looks for them.
func (f *finder) companions() {
	for i := range wanted {
		want := &wanted[i]
		if f.rule.methods&want.method == 0 || want.names != nil && !holds(f.rule.of.AllowedHeaders, want.names[0], true) {
			continue
		}
		f.turnTo(want.member)
		missing := f.missing[:0]
		for j := range want.values {
			if !holds(f.list, want.values[j], true) {
				missing = appendText(missing, want.values[j])
			}
		}
		if len(missing) == 0 {
			continue
		}
		kind := want.kind
		if want.method == putBit && f.putsWhole() {
			if want.asked == postBit {
				continue
			}
			kind = &ExposeETagUnread
		}
		// What is exposed can be read or not; another method is missing only if no rule allows it.
		if want.method == want.asked {
			f.request(want.asked, want.names, f.index)
		} else if !f.request(want.asked, nil, -1) {
			continue
		}
		f.tellMissing(kind, missing)
	}
}

// tellMissing tells once of values that a list lacks, and offers to add them.
//
//go:noinline
func (f *finder) tellMissing(kind *core.Kind, missing []string) {
	second := missing[0]
	if len(missing) > 1 {
		second = core.Join(missing, ", ")
	}
	f.tellOnce(kind, second)
	f.write("Add ", missing...)
}

// putsWhole says whether a rule is plainly for pages that put whole files with presigned URLs: it has headers and none of S3's own, and
// neither the method with which multipart uploads begin nor the header that they read.
//
//go:noinline
func (f *finder) putsWhole() bool {
	r := f.rule
	return r.methods&postBit == 0 && f.allowsHeaders() && !f.allowsSigned() && !holds(r.of.ExposeHeaders, "ETag", true)
}
