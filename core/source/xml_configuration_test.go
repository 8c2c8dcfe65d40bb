package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// inRule is a document with one rule that has an origin and a method, and this.
func inRule(content string) string {
	return "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>" + content + "</CORSRule></CORSConfiguration>"
}

func ptr[T any](value T) *T { return &value }

var (
	get     = core.CORSRule{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET"}}
	plainly = "<AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>"
)

func ruleWith(change func(*core.CORSRule)) []core.CORSRule {
	rule := get
	change(&rule)
	return []core.CORSRule{rule}
}

// readCases are documents, the rules that a careful reader sees in them, and what is told.
var readCases = []struct {
	name  string
	text  string
	rules []core.CORSRule // nil: there is no configuration
	told  []string
}{
	{"an empty configuration has no rules", "<CORSConfiguration/>", []core.CORSRule{}, nil},
	{"an empty rule has no members", "<CORSConfiguration><CORSRule/></CORSConfiguration>", []core.CORSRule{{}}, nil},
	{"members come in any order and mixed", "<CORSConfiguration><CORSRule><MaxAgeSeconds>30</MaxAgeSeconds><AllowedOrigin>a</AllowedOrigin>" +
		"<ExposeHeader>e</ExposeHeader><AllowedMethod>GET</AllowedMethod><AllowedOrigin>b</AllowedOrigin><ID>x</ID><AllowedHeader>h</AllowedHeader>" +
		"<ExposeHeader>f</ExposeHeader></CORSRule></CORSConfiguration>",
		[]core.CORSRule{{ID: ptr("x"), AllowedOrigins: []string{"a", "b"}, AllowedMethods: []string{"GET"}, AllowedHeaders: []string{"h"},
			ExposeHeaders: []string{"e", "f"}, MaxAgeSeconds: ptr(int64(30))}}, nil},
	{"rules keep their order", "<CORSConfiguration><CORSRule><ID>1</ID></CORSRule><CORSRule><ID>2</ID></CORSRule></CORSConfiguration>",
		[]core.CORSRule{{ID: ptr("1")}, {ID: ptr("2")}}, nil},
	{"an empty ID is not an absent one", inRule("<ID/>"), ruleWith(func(r *core.CORSRule) { r.ID = ptr("") }), nil},
	{"an empty origin is a value", "<CORSConfiguration><CORSRule><AllowedOrigin></AllowedOrigin><AllowedOrigin/></CORSRule></CORSConfiguration>",
		[]core.CORSRule{{AllowedOrigins: []string{"", ""}}}, nil},
	{"white space in a value is kept", inRule("<AllowedHeader> a\tb\n</AllowedHeader>"),
		ruleWith(func(r *core.CORSRule) { r.AllowedHeaders = []string{" a\tb\n"} }), nil},
	{"line ends become LF", inRule("<ID>a\r\nb\rc&#13;d<![CDATA[\r\n\r]]></ID>"),
		ruleWith(func(r *core.CORSRule) { r.ID = ptr("a\nb\nc\rd\n\n") }), nil},
	{"references stand for their characters", inRule("<ID>&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#x1F600;</ID>"),
		ruleWith(func(r *core.CORSRule) { r.ID = ptr(`<>&"'AB😀`) }), nil},
	{"a reference is resolved once", inRule("<ID>&amp;lt;&#38;amp;</ID>"), ruleWith(func(r *core.CORSRule) { r.ID = ptr("&lt;&amp;") }), nil},
	{"CDATA and comments are part of no value", inRule("<ID>a<!-- b --><![CDATA[<c>&amp;]]>d<?e f?>]]</ID>"),
		ruleWith(func(r *core.CORSRule) { r.ID = ptr("a<c>&amp;d]]") }), nil},
	{"a rule in a comment is not read", inRule("<!-- <AllowedMethod>PUT</AllowedMethod> -->"), []core.CORSRule{get}, nil},
	{"names beyond ASCII are names", inRule("<Größe/><名前/>"), []core.CORSRule{get}, []string{
		"unknown-element: S3 knows no element <Größe> in CORSRule", "unknown-element: S3 knows no element <名前> in CORSRule"}},

	{"an ampersand stays in the value", inRule("<ID>https://a.example?x=1&y=2</ID>"),
		ruleWith(func(r *core.CORSRule) { r.ID = ptr("https://a.example?x=1&y=2") }), []string{`syntax: "&" stands alone`}},
	{"an unknown entity stays as it is written", inRule("<ID>a&nbsp;&amp;</ID>"),
		ruleWith(func(r *core.CORSRule) { r.ID = ptr("a&nbsp;&") }), []string{"syntax: XML knows no entity &nbsp;"}},
	{"an entity without semicolon is read", inRule("<ID>a&amp b</ID>"),
		ruleWith(func(r *core.CORSRule) { r.ID = ptr("a& b") }), []string{`syntax: "&amp" lacks its semicolon`}},
	{"half of a surrogate pair stays byte for byte", inRule("<ID>a\xed\xa0\xbdb\xff</ID>"),
		ruleWith(func(r *core.CORSRule) { r.ID = ptr("a\xed\xa0\xbdb\xff") }),
		[]string{"syntax: " + badByte("ED"), "syntax: " + badByte("FF")}},
	{"a less-than sign stays in the value", inRule("<ID>a < b</ID>"), ruleWith(func(r *core.CORSRule) { r.ID = ptr("a < b") }),
		[]string{`syntax: "<" stands alone`}},
	{"a placeholder in angle brackets is read as it is written", inRule("<AllowedOrigin>https://<your-domain></AllowedOrigin>"),
		ruleWith(func(r *core.CORSRule) { r.AllowedOrigins = []string{"*", "https://<your-domain>"} }), []string{"syntax: <your-domain> has no end tag"}},

	{"the end tag of a value may be wrong", "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigins><AllowedMethod>GET</AllowedHeader></CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: expected </AllowedOrigin>, found </AllowedOrigins>", "syntax: expected </AllowedMethod>, found </AllowedHeader>"}},
	{"a stray end tag closes nothing", inRule("</AllowedHeader>"), []core.CORSRule{get}, []string{"syntax: expected </CORSRule>, found </AllowedHeader>"}},
	{"a stray end tag does not close a rule that is still empty", "<CORSConfiguration><CORSRule></AllowedHeader>" + plainly + "</CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: expected </CORSRule>, found </AllowedHeader>"}},
	{"the end tag of an unknown element may be missing", inRule("<Comment>a<ID>x</ID>"), ruleWith(func(r *core.CORSRule) { r.ID = ptr("x") }),
		[]string{"syntax: <Comment> has no end tag", "unknown-element: S3 knows no element <Comment> in CORSRule"}},
	{"the end tag of a value may be missing", "<CORSConfiguration><CORSRule><AllowedOrigin>*\n<AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: <AllowedOrigin> has no end tag"}},
	{"the end tags of all values may be missing", "<CORSConfiguration><CORSRule><AllowedOrigin>*<AllowedMethod>GET<AllowedMethod>PUT\n</CORSRule></CORSConfiguration>",
		[]core.CORSRule{{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET", "PUT"}}},
		[]string{"syntax: <AllowedMethod> has no end tag", "syntax: <AllowedMethod> has no end tag", "syntax: <AllowedOrigin> has no end tag"}},
	{"an end tag may lack its slash", "<CORSConfiguration><CORSRule><AllowedOrigin>*<AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: <AllowedOrigin> has no end tag", "syntax: <AllowedOrigin> has no end tag"}},
	{"an end tag may lack its end", "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin <AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: expected </AllowedOrigin>, found </AllowedOrigin "}},
	{"the end tag of a rule may be missing", "<CORSConfiguration><CORSRule>" + plainly + "<CORSRule>" + plainly + "</CORSRule></CORSConfiguration>",
		[]core.CORSRule{get, get}, []string{"syntax: <CORSRule> has no end tag"}},
	{"the end tag of a rule and its last value may be missing", "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET <CORSRule>" + plainly + "</CORSRule></CORSConfiguration>",
		[]core.CORSRule{get, get}, []string{"syntax: <AllowedMethod> has no end tag", "syntax: <CORSRule> has no end tag"}},
	{"the end tag of a list's value may be missing", "<CORSConfiguration><CORSRule><AllowedOrigins><AllowedOrigin>*</AllowedOrigins><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: <AllowedOrigin> has no end tag", "unknown-element: S3 knows no element <AllowedOrigins> in CORSRule"}},
	{"the end tag of a value may stand after the next one", "<CORSConfiguration><CORSRule><AllowedOrigin>*<AllowedMethod>GET</AllowedOrigin></CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: <AllowedMethod> has no end tag"}},
	{"the start tag of a rule may lack its end", "<CORSConfiguration><CORSRule\n" + plainly + "</CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{`syntax: the tag "<CORSRule" has no end`}},
	{"a namespace without closing quote hides nothing", `<CORSConfiguration xmlns="` + s3Namespace + ">\n<CORSRule>" + plainly + "</CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: the quotes of the attribute's value are not closed"}},
	{"a comment without end hides nothing but text", inRule("<!-- the headers ->\n<AllowedHeader>a</AllowedHeader>"),
		ruleWith(func(r *core.CORSRule) { r.AllowedHeaders = []string{"a"} }), []string{`syntax: "<!--" has no end`}},
	{"a CDATA section without end ends at the next tag", inRule("<AllowedHeader><![CDATA[a</AllowedHeader>"),
		ruleWith(func(r *core.CORSRule) { r.AllowedHeaders = []string{"a"} }), []string{`syntax: "<![CDATA[" has no end`}},
	{"a document that ends after a value has the rule so far", "<CORSConfiguration><CORSRule>" + plainly,
		[]core.CORSRule{get}, []string{"syntax: the document ends inside <CORSRule>"}},
	{"a document that ends inside a value has all before it", "<CORSConfiguration><CORSRule>" + plainly + "<AllowedHeader>x-amz",
		[]core.CORSRule{get}, []string{"syntax: the document ends inside <AllowedHeader>"}},
	{"a document that ends inside a start tag has all before it", "<CORSConfiguration><CORSRule>" + plainly + "<AllowedHea",
		[]core.CORSRule{get}, []string{"syntax: the document ends inside the tag <AllowedHea"}},
	{"a document that ends inside an end tag has the value before it", "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</Allow",
		[]core.CORSRule{get}, []string{"syntax: the document ends inside the tag </Allow"}},
	{"a document that ends inside an end tag has what stands before, other end tags missing too", "<CORSConfiguration><CORSRule><AllowedMethod>GET<AllowedOrigin>*</AllowedOrigin></CORSRu",
		[]core.CORSRule{get}, []string{"syntax: the document ends inside the tag </CORSRu"}},
	{"a document that ends in its root has no rules", "<CORSConfiguration>", []core.CORSRule{}, []string{"syntax: the document ends inside <CORSConfiguration>"}},
	{"a document that ends before its root has no configuration", "<CORSConf", nil, []string{"syntax: the document ends inside the tag <CORSConf"}},
	{"words around a document are left out", "Here it is:\n<CORSConfiguration><CORSRule>" + plainly + "</CORSRule></CORSConfiguration>\nBye.",
		[]core.CORSRule{get}, []string{`syntax: text stands outside of the document's element: "Here it is:"`, `syntax: text stands outside of the document's element: "Bye."`}},
	{"the first of two documents is read", "<CORSConfiguration><CORSRule>" + plainly + "</CORSRule></CORSConfiguration><CORSConfiguration><CORSRule/></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: <CORSConfiguration> stands after the document's element"}},

	{"a root in the plural is read", "<CORSRules><CORSRule>" + plainly + "</CORSRule></CORSRules>",
		[]core.CORSRule{get}, []string{"unknown-element: the root element is <CORSRules>; S3 expects <CORSConfiguration>"}},
	{"a root in other letters is read", "<CorsConfiguration><CORSRule>" + plainly + "</CORSRule></CorsConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: the root element is <CorsConfiguration>; S3 expects <CORSConfiguration>"}},
	{"a rule alone is read", "<CORSRule>" + plainly + "</CORSRule>",
		[]core.CORSRule{get}, []string{"unknown-element: the root element is <CORSRule>; S3 expects <CORSConfiguration>"}},
	{"a rule alone in other letters is read", "<corsRule>" + plainly + "</corsRule>",
		[]core.CORSRule{get}, []string{"unknown-element: the root element is <corsRule>; S3 expects <CORSConfiguration>"}},
	{"rules alone are read", "<CORSRule>" + plainly + "</CORSRule><CORSRule><ID/></CORSRule>", []core.CORSRule{get, {ID: ptr("")}},
		[]string{"syntax: <CORSRule> stands after the document's element", "unknown-element: the root element is <CORSRule>; S3 expects <CORSConfiguration>"}},
	{"a configuration in another document is read", "<Request><CORSConfiguration><CORSRule>" + plainly + "</CORSRule></CORSConfiguration></Request>",
		[]core.CORSRule{get}, []string{"unknown-element: the root element is <Request>; S3 expects <CORSConfiguration>"}},
	{"rules in another document are read", "<Request><CORSRule>" + plainly + "</CORSRule></Request>",
		[]core.CORSRule{get}, []string{"unknown-element: the root element is <Request>; S3 expects <CORSConfiguration>"}},
	{"rules of other documents are none", "<LifecycleConfiguration><Rule><ID>a</ID></Rule></LifecycleConfiguration>",
		nil, []string{"unknown-element: the root element is <LifecycleConfiguration>; S3 expects <CORSConfiguration>"}},
	{"Azure's rules are none", "<StorageServiceProperties><Cors><CorsRule><AllowedOrigins>a,b</AllowedOrigins></CorsRule></Cors></StorageServiceProperties>",
		nil, []string{"unknown-element: the root element is <StorageServiceProperties>; S3 expects <CORSConfiguration>"}},

	{"a member in other letters is read", inRule("<allowedheader>a</allowedheader>"),
		ruleWith(func(r *core.CORSRule) { r.AllowedHeaders = []string{"a"} }), []string{"unknown-element: S3 knows no element <allowedheader> in CORSRule"}},
	{"a member in the plural with one value is read", "<CORSConfiguration><CORSRule><AllowedOrigins>*</AllowedOrigins><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: S3 knows no element <AllowedOrigins> in CORSRule"}},
	{"a misspelt member is read", inRule("<ExposedHeader>ETag</ExposedHeader>"),
		ruleWith(func(r *core.CORSRule) { r.ExposeHeaders = []string{"ETag"} }), []string{"unknown-element: S3 knows no element <ExposedHeader> in CORSRule"}},
	{"a list around its values is read", "<CORSConfiguration><CORSRule><AllowedOrigins><AllowedOrigin>a</AllowedOrigin><AllowedOrigin>b</AllowedOrigin></AllowedOrigins></CORSRule></CORSConfiguration>",
		[]core.CORSRule{{AllowedOrigins: []string{"a", "b"}}}, []string{"unknown-element: S3 knows no element <AllowedOrigins> in CORSRule"}},
	{"a list around its values takes nothing from other lists", "<CORSConfiguration><CORSRule><AllowedHeader>h</AllowedHeader><ExposeHeader>e</ExposeHeader>" +
		"<AllowedOrigins><AllowedOrigin>a</AllowedOrigin><AllowedOrigin>b</AllowedOrigin><AllowedOrigin>c</AllowedOrigin></AllowedOrigins></CORSRule></CORSConfiguration>",
		[]core.CORSRule{{AllowedOrigins: []string{"a", "b", "c"}, AllowedHeaders: []string{"h"}, ExposeHeaders: []string{"e"}}},
		[]string{"unknown-element: S3 knows no element <AllowedOrigins> in CORSRule"}},
	{"elements without end tag are no list", inRule("<AllowedHeader><b/><c></AllowedHeader>"),
		ruleWith(func(r *core.CORSRule) { r.AllowedHeaders = []string{"<b/><c>"} }),
		[]string{"syntax: <c> has no end tag", "unknown-element: S3 knows no element <b> in AllowedHeader"}},
	{"a list of members is read", inRule("<AllowedHeaders><member>a</member><member>b</member></AllowedHeaders>"),
		ruleWith(func(r *core.CORSRule) { r.AllowedHeaders = []string{"a", "b"} }), []string{"unknown-element: S3 knows no element <AllowedHeaders> in CORSRule",
			"unknown-element: S3 knows no element <member> in AllowedHeaders", "unknown-element: S3 knows no element <member> in AllowedHeaders"}},
	{"an element inside a value is told, and the text is read", inRule("<AllowedHeader>x-<b>amz</b>-*</AllowedHeader>"),
		ruleWith(func(r *core.CORSRule) { r.AllowedHeaders = []string{"x-amz-*"} }), []string{"unknown-element: S3 knows no element <b> in AllowedHeader"}},
	{"a rule of another name is read", "<CORSConfiguration><Rule>" + plainly + "</Rule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: S3 knows no element <Rule> in CORSConfiguration"}},
	{"a list around the rules is read", "<CORSConfiguration><CORSRules><CORSRule>" + plainly + "</CORSRule></CORSRules></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: S3 knows no element <CORSRules> in CORSConfiguration"}},
	{"a rule inside a rule is read", "<CORSConfiguration><CORSRule>" + plainly + "<CORSRule>" + plainly + "</CORSRule></CORSRule></CORSConfiguration>",
		[]core.CORSRule{get, get}, []string{"unknown-element: S3 knows no element <CORSRule> in CORSRule"}},
	{"a configuration inside a configuration is read", "<CORSConfiguration><CORSConfiguration><CORSRule>" + plainly + "</CORSRule></CORSConfiguration></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: S3 knows no element <CORSConfiguration> in CORSConfiguration"}},
	{"members without a rule make one", "<CORSConfiguration>" + plainly + "</CORSConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: S3 knows no element <AllowedOrigin> in CORSConfiguration", "unknown-element: S3 knows no element <AllowedMethod> in CORSConfiguration"}},
	{"members beside a rule are left out", "<CORSConfiguration><CORSRule>" + plainly + "</CORSRule><MaxAgeSeconds>3</MaxAgeSeconds></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: S3 knows no element <MaxAgeSeconds> in CORSConfiguration"}},
	{"members before a rule are left out", "<CORSConfiguration><AllowedHeaders><AllowedHeader>a</AllowedHeader></AllowedHeaders><MaxAgeSeconds>3</MaxAgeSeconds><CORSRule>" + plainly + "</CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: S3 knows no element <AllowedHeaders> in CORSConfiguration", "unknown-element: S3 knows no element <MaxAgeSeconds> in CORSConfiguration"}},
	{"a list without a rule makes one", "<CORSConfiguration><AllowedOrigins><AllowedOrigin>*</AllowedOrigin></AllowedOrigins><AllowedMethod>GET</AllowedMethod></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: S3 knows no element <AllowedOrigins> in CORSConfiguration", "unknown-element: S3 knows no element <AllowedMethod> in CORSConfiguration"}},
	{"an unknown element is left out", inRule("<Comment>a</Comment>"), []core.CORSRule{get}, []string{"unknown-element: S3 knows no element <Comment> in CORSRule"}},
	{"an unknown element beside the rules is left out", "<CORSConfiguration><Owner>me</Owner><CORSRule>" + plainly + "</CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"unknown-element: S3 knows no element <Owner> in CORSConfiguration"}},
	{"text between members is told", inRule(" and <ID>a</ID>"), ruleWith(func(r *core.CORSRule) { r.ID = ptr("a") }),
		[]string{`unknown-element: text stands between the elements of CORSRule: "and"`}},
	{"text between rules is told", "<CORSConfiguration><CORSRule>" + plainly + "</CORSRule> , <![CDATA[;]]></CORSConfiguration>", []core.CORSRule{get},
		[]string{`unknown-element: text stands between the elements of CORSConfiguration: ","`, `unknown-element: text stands between the elements of CORSConfiguration: ";"`}},
	{"text after a value without end tag is told", "<CORSConfiguration><CORSRule><AllowedOrigin>*<AllowedMethod>GET</AllowedMethod> and </CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{"syntax: <AllowedOrigin> has no end tag", `unknown-element: text stands between the elements of CORSRule: "and"`}},

	{"two prefixes that are declared nowhere do not make one attribute", "<CORSConfiguration a:x='' b:x='' x=''/>", []core.CORSRule{},
		[]string{`unexpected-attribute: attribute "a:x" is ignored`, `syntax: the prefix "a" is declared nowhere`,
			`unexpected-attribute: attribute "b:x" is ignored`, `syntax: the prefix "b" is declared nowhere`, `unexpected-attribute: attribute "x" is ignored`}},
	{"an attribute is ignored", `<CORSConfiguration xml:space="preserve"><CORSRule id="1">` + plainly + "</CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{`unexpected-attribute: attribute "xml:space" is ignored`, `unexpected-attribute: attribute "id" is ignored`}},
	{"another namespace is told once", `<CORSConfiguration xmlns="https://example.com/ns"><CORSRule>` + plainly + "</CORSRule></CORSConfiguration>",
		[]core.CORSRule{get}, []string{`wrong-namespace: S3 does not know the namespace "https://example.com/ns"`}},
	{"S3's namespace without its slash is another", `<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01"/>`,
		[]core.CORSRule{}, []string{`wrong-namespace: S3 does not know the namespace "http://s3.amazonaws.com/doc/2006-03-01"`}},
	{"another namespace by a prefix is told where it is used", `<CORSConfiguration xmlns:a="urn:a"><CORSRule><a:AllowedOrigin>*</a:AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>`,
		[]core.CORSRule{get}, []string{`wrong-namespace: S3 does not know the namespace "urn:a"`}},
	{"a DOCTYPE is told and passed over", `<!DOCTYPE a SYSTEM 'b' [<!ENTITY c "<d>"><!-- ] > --><?e ?>]><CORSConfiguration/>`, []core.CORSRule{}, []string{"doctype: a DOCTYPE is not allowed here"}},
	{"a DOCTYPE without end hides nothing of the document", `<!DOCTYPE a [<!ENTITY b "c'><CORSConfiguration><CORSRule/></CORSConfiguration>`, []core.CORSRule{{}},
		[]string{`syntax: "<!DOCTYPE" has no end`, "doctype: a DOCTYPE is not allowed here", `syntax: "<!ENTITY b "c'>" is neither a comment nor a CDATA section`}},
	{"another encoding is told", `<?xml version="1.0" encoding="ISO-8859-1"?><CORSConfiguration/>`, []core.CORSRule{}, []string{`wrong-encoding: the document declares "ISO-8859-1"; S3 reads UTF-8`}},
	{"a second ID is told", inRule("<ID>a</ID><ID>b</ID>"), ruleWith(func(r *core.CORSRule) { r.ID = ptr("a") }), []string{"repeated-element: <ID> appears twice in one rule"}},
	{"a second MaxAgeSeconds is told", inRule("<MaxAgeSeconds>1</MaxAgeSeconds><MaxAgeSeconds>2</MaxAgeSeconds>"),
		ruleWith(func(r *core.CORSRule) { r.MaxAgeSeconds = ptr(int64(1)) }), []string{"repeated-element: <MaxAgeSeconds> appears twice in one rule"}},
	{"one ID in each of two rules is none too many", "<CORSConfiguration><CORSRule><ID>a</ID></CORSRule><CORSRule><ID>a</ID></CORSRule></CORSConfiguration>",
		[]core.CORSRule{{ID: ptr("a")}, {ID: ptr("a")}}, nil},
	{"a max age that is no number is told", inRule("<MaxAgeSeconds>10s</MaxAgeSeconds>"), []core.CORSRule{get}, []string{`max-age-not-integer: "10s" is not written as a whole number`}},
	{"an empty max age is told", inRule("<MaxAgeSeconds/>"), []core.CORSRule{get}, []string{"max-age-not-integer: MaxAgeSeconds is empty"}},
	{"a max age beyond all bounds is told", inRule("<MaxAgeSeconds>99999999999999999999</MaxAgeSeconds>"), []core.CORSRule{get},
		[]string{"max-age-out-of-range: 99999999999999999999 does not fit S3's 32-bit number"}},
	{"a max age beyond S3's bounds is left to be judged later", inRule("<MaxAgeSeconds>3000000000</MaxAgeSeconds>"),
		ruleWith(func(r *core.CORSRule) { r.MaxAgeSeconds = ptr(int64(3000000000)) }), nil},
}

func TestAConfigurationIsReadAsItsAuthorMeansIt(t *testing.T) {
	for _, c := range readCases {
		t.Run(c.name, func(t *testing.T) {
			doc := readXML(c.text)
			assert.Equal(t, c.told, messages(doc))
			assert.Equal(t, XML, doc.Format)
			assert.Equal(t, c.text, doc.Text)
			if c.rules == nil {
				assert.Nil(t, doc.Configuration)
				return
			}
			require.NotNil(t, doc.Configuration)
			assert.Equal(t, c.rules, doc.Configuration.CORSRules)
		})
	}
}

func TestANearMissNamesWhatIsMeant(t *testing.T) {
	doc := readXML(inRule("<ExposedHeader>ETag</ExposedHeader>"))
	require.Len(t, doc.Diagnostics, 1)
	d := doc.Diagnostics[0]
	assert.Equal(t, "Rename it to ExposeHeader.", d.Help)
	assert.Equal(t, []core.Parameter{core.Text("element", "ExposedHeader"), core.Text("parent", "CORSRule"), core.Text("nearest", "ExposeHeader")}, d.Parameters)
	assert.Equal(t, "CORSRules[0].ExposeHeaders[0]", d.Path.String())
	assert.Equal(t, "ExposedHeader", doc.Text[d.Span.Start:d.Span.End])
	assert.Equal(t, "unknown-element", d.Assumption)
}

func TestADiagnosticNamesTheValueThatItStandsIn(t *testing.T) {
	for text, path := range map[string]string{
		inRule("<AllowedHeader>a</AllowedHeader><AllowedHeader>b&c</AllowedHeader>"): "CORSRules[0].AllowedHeaders[1]",
		inRule("<ID>b&c</ID>"):                                "CORSRules[0].ID",
		inRule("<!-- -- -->"):                                 "CORSRules[0]",
		inRule("<AllowedHeader a='b'>c</AllowedHeader>"):      "CORSRules[0].AllowedHeaders[0]",
		"<CORSConfiguration><CORSRule/>&</CORSConfiguration>": "",
		"<CORSConfiguration><CORSRule/><CORSRule>" + plainly:  "CORSRules[1]",
		inRule("<MaxAgeSeconds/>"):                            "CORSRules[0].MaxAgeSeconds",
	} {
		doc := readXML(text)
		require.NotEmpty(t, doc.Diagnostics, text)
		assert.Equal(t, path, doc.Diagnostics[0].Path.String(), text)
	}
}

// places are documents in three parts: what stands before the value of a path, it, and what follows.
func TestPlacesAreThoseOfTheValues(t *testing.T) {
	rule, item := core.RulePath(0), core.RulePath(0).Member(core.AllowedOrigins)
	for _, c := range []struct {
		name                       string
		path                       core.Path
		before, open, value, close string
		after                      string
	}{
		{"a value", item.Item(0), "<CORSConfiguration><CORSRule>", "<AllowedOrigin>", "https://a.example", "</AllowedOrigin>", "</CORSRule></CORSConfiguration>"},
		{"the second value after another member", item.Item(1), "<CORSConfiguration><CORSRule><AllowedOrigin>é</AllowedOrigin><ID/>", "<AllowedOrigin >", " a ", "</AllowedOrigin >", "</CORSRule></CORSConfiguration>"},
		{"a value with CDATA", item.Item(0), "\uFEFF<CORSConfiguration><CORSRule>", "<AllowedOrigin>", "<![CDATA[a]]>b", "</AllowedOrigin>", "</CORSRule></CORSConfiguration>"},
		{"an empty element", item.Item(0), "<CORSConfiguration><CORSRule>", "<AllowedOrigin/>", "", "", "</CORSRule></CORSConfiguration>"},
		{"a value without end tag", item.Item(0), "<CORSConfiguration><CORSRule>", "<AllowedOrigin>", "a", "", "\n<AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>"},
		{"an ID", rule.Member(core.ID), "<CORSConfiguration><CORSRule>", "<ID>", "x", "</ID>", "</CORSRule></CORSConfiguration>"},
		{"the first of two IDs", rule.Member(core.ID), "<CORSConfiguration><CORSRule>", "<ID>", "x", "</ID>", "<ID>y</ID></CORSRule></CORSConfiguration>"},
		{"a rule", rule, "<CORSConfiguration>\n", "<CORSRule>", plainly, "</CORSRule>", "\n</CORSConfiguration>"},
		{"a rule that ends nowhere", rule, "<CORSConfiguration>\n", "<CORSRule>", plainly, "", ""},
		{"a rule without element", rule, "<CORSConfiguration>\n", "", plainly, "", "\n</CORSConfiguration>"},
		{"the document", core.WholeDocument, "<?xml version='1.0'?>\n", "<CORSConfiguration>", "<CORSRule/>", "</CORSConfiguration>", "<!-- end -->"},
		{"rules alone", core.WholeDocument, "<!-- -->\n", "", "<CORSRule/>\n<CORSRule></CORSRule>", "", "\n"},
		{"a list", item, "<CORSConfiguration><CORSRule>", "", "<AllowedOrigin>a</AllowedOrigin><ID/><AllowedOrigin>b</AllowedOrigin>", "", "</CORSRule></CORSConfiguration>"},
		{"a list that is absent", item, "<CORSConfiguration>", "<CORSRule>", "<ID/>", "</CORSRule>", "</CORSConfiguration>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Join([]string{c.before, c.open, c.value, c.close, c.after}, "")
			doc := readXML(text)
			place, ok := doc.Places.Find(c.path)
			require.True(t, ok)
			assert.Equal(t, c.open+c.value+c.close, text[place.Whole.Start:place.Whole.End])
			assert.Equal(t, len(c.before), place.Whole.Start)
			if c.name != "a list" {
				assert.Equal(t, c.value, text[place.Value.Start:place.Value.End])
			}
		})
	}
}

func TestTheNamesOfElementsAreThoseOfTheMembers(t *testing.T) {
	for _, member := range core.Members {
		assert.Equal(t, member.Element(), xmlNames[member])
	}
	assert.Equal(t, "CORSRule", xmlNames[ruleElement])
	assert.Equal(t, "CORSConfiguration", xmlNames[configurationElement])
}
