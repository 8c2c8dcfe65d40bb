package meaning

import "s3cors/core"

// wanted are values that go with a method, and are easily forgotten: another method for the same origins, or headers that scripts read.
var wanted = [...]struct {
	kind   *core.Kind
	member core.Member
	// method is the one that the rule allows, and asked the one of the witness.
	method, asked uint8
	// header is one that the rule names, and the witness asks for.
	header string
	values []string
}{
	{&GetWithoutHead, core.AllowedMethods, getBit, headBit, "", []string{"HEAD"}},
	{&PutWithoutPost, core.AllowedMethods, putBit, postBit, "", []string{"POST"}},
	{&ExposeETagMissing, core.ExposeHeaders, putBit, putBit, "", []string{"ETag"}},
	{&ExposeRangeMissing, core.ExposeHeaders, getBit, getBit, "range", []string{"Content-Range", "Accept-Ranges"}},
}

// companions looks for them.
func (f *finder) companions() bool {
	for i := range wanted {
		want := &wanted[i]
		f.turnTo(want.member)
		var missing []string
		for j := range want.values {
			if !holds(f.list, want.values[j], true) {
				missing = extend(missing, want.values[j])
			}
		}
		kind := want.kind
		if want.method == putBit && f.putsWhole() {
			kind = &ExposeETagUnread
		}
		if missing == nil || f.rule.methods&want.method == 0 || kind != want.kind && want.asked == postBit || want.header != "" && !holds(f.rule.of.AllowedHeaders, want.header, true) {
			continue
		}
		// What is exposed can be read or not; another method is missing only if no rule allows it.
		if want.method == want.asked {
			f.request(want.asked, want.header, f.index)
		} else if !f.request(want.asked, "", -1) {
			continue
		}
		f.tellOnce(kind, core.Join(missing, ", "))
		f.write("Add ", missing...)
	}
	return true
}

// putsWhole says whether a rule is plainly for pages that put whole files with presigned URLs: it has headers and none of S3's own, and
// neither the method with which multipart uploads begin nor the header that they read.
//
//go:noinline
func (f *finder) putsWhole() bool {
	r := f.rule
	return r.methods&postBit == 0 && f.allowsHeaders() && !f.allowsSigned() && !holds(r.of.ExposeHeaders, "ETag", true)
}
