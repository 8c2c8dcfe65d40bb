package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// around is a document with a rule in which something stands.
func around(before, meant, after string) [3]string {
	return [3]string{"<CORSConfiguration><CORSRule><AllowedOrigin>" + before, meant, after + "</AllowedOrigin></CORSRule></CORSConfiguration>"}
}

const (
	instructionHelp = "Remove it. An XML declaration stands only at the very start of the document."
	declarationHelp = `Write <?xml version="1.0" encoding="UTF-8"?>.`
)

func badInstructionAt(found string) string {
	return `no processing instruction begins with "` + found + `" here`
}

func badXML(found string) string { return `the XML declaration cannot be read: "` + found + `"` }

func badByte(hexadecimal string) string {
	return "the byte 0x" + hexadecimal + " begins no character that XML allows"
}

// syntaxCases are documents that are not well-formed in one place: what stands before it, it, and what follows.
var syntaxCases = []struct {
	name          string
	text          [3]string
	message, help string
}{
	{"an ampersand in an address is told", around("https://a.example?x=1", "&", "y=2"),
		`"&" stands alone`, "Write &amp; for it."},
	{"an ampersand before a blank is told", around("a ", "&", " b"), `"&" stands alone`, "Write &amp; for it."},
	{"an ampersand at the end of a value is told", around("a", "&", ""), `"&" stands alone`, "Write &amp; for it."},
	{"a reference without digits is told", around("", "&", "#;"), `"&" stands alone`, "Write &amp; for it."},
	{"a capital X begins no hexadecimal reference", around("", "&", "#X41;"), `"&" stands alone`, "Write &amp; for it."},
	{"an entity without semicolon is told", around("a", "&amp", " b"), `"&amp" lacks its semicolon`, "Write &amp;."},
	{"a character reference without semicolon is told", around("a", "&#65", " b"), `"&#65" lacks its semicolon`, "Write &#65;."},
	{"an entity of HTML is told", around("a", "&nbsp;", "b"), "XML knows no entity &nbsp;",
		"Write the character itself, or &amp; for the & if the text is meant as it stands."},
	{"a reference to NUL is told", around("a", "&#0;", "b"), "&#0; is no character that XML allows", "Remove it."},
	{"a reference to a surrogate is told", around("a", "&#xD800;", "b"), "&#xD800; is no character that XML allows", "Remove it."},
	{"a reference beyond Unicode is told", around("a", "&#x110000;", "b"), "&#x110000; is no character that XML allows", "Remove it."},
	{"a reference with very many digits is told", around("a", "&#99999999999999999999;", "b"),
		"&#99999999999999999999; is no character that XML allows", "Remove it."},
	{"a reference beyond 32 bits is told", around("a", "&#4294967361;", "b"), "&#4294967361; is no character that XML allows", "Remove it."},
	{"a less-than sign in text is told", around("a ", "<", " b"), `"<" stands alone`, "Write &lt; for it."},
	{"several less-than signs are told once", around("a ", "<", "<< b"), `"<" stands alone`, "Write &lt; for it."},
	{"the end of a CDATA section in text is told", around("a", "]]>", "b"), `"]]>" stands in text`, "Write ]]&gt; for it."},
	{"a NUL byte is told", around("a", "\x00", "b"), badByte("00"), "Remove it, or save the document as UTF-8."},
	{"a run of control characters is told once", around("a", "\x01\x02\x03", "b"), badByte("01"), "Remove it, or save the document as UTF-8."},
	{"the last of the control characters is told", around("a", "\x1f", "b"), badByte("1F"), "Remove it, or save the document as UTF-8."},
	{"U+FFFE is told", around("a", "\uFFFE", "b"), badByte("EF"), "Remove it, or save the document as UTF-8."},
	{"a byte that is not UTF-8 is told", around("a", "\xff", "b"), badByte("FF"), "Remove it, or save the document as UTF-8."},
	{"a character of Latin-1 is told", around("b", "\xfc", "cher"), badByte("FC"), "Remove it, or save the document as UTF-8."},
	{"an overlong form is told", around("a", "\xc0\xaf", "b"), badByte("C0"), "Remove it, or save the document as UTF-8."},
	{"the first half of a surrogate pair is told", around("a", "\xed\xa0\xbd", "b"), badByte("ED"), "Remove it, or save the document as UTF-8."},
	{"the last half of a surrogate pair is told", around("a", "\xed\xbf\xbf", "b"), badByte("ED"), "Remove it, or save the document as UTF-8."},
	{"a control character in a comment is told", around("<!-- ", "\x07", " -->"), badByte("07"), "Remove it, or save the document as UTF-8."},
	{"a control character in a CDATA section is told", around("<![CDATA[", "\x07", "]]>"), badByte("07"), "Remove it, or save the document as UTF-8."},
	{"a control character in a processing instruction is told", around("<?a ", "\x07", "?>"), badByte("07"), "Remove it, or save the document as UTF-8."},

	{"an end tag of another name is told", [3]string{"<CORSConfiguration><CORSRule><AllowedOrigin>*", "</AllowedOrigins>", "</CORSRule></CORSConfiguration>"},
		"expected </AllowedOrigin>, found </AllowedOrigins>", "Write </AllowedOrigin>."},
	{"an end tag in other letters is told", [3]string{"<CORSConfiguration><CORSRule>", "</CorsRule>", "</CORSConfiguration>"},
		"expected </CORSRule>, found </CorsRule>", "Write </CORSRule>."},
	{"an end tag without name is told", [3]string{"<CORSConfiguration><CORSRule>", "</>", "</CORSConfiguration>"},
		"expected </CORSRule>, found </>", "Write </CORSRule>."},
	{"an end tag that closes nothing is told", [3]string{"<CORSConfiguration><CORSRule/>", "</AllowedMethod>", "</CORSConfiguration>"},
		"expected </CORSConfiguration>, found </AllowedMethod>", "Write </CORSConfiguration>."},
	{"an end tag after the document is told", [3]string{"<CORSConfiguration/>", "</CORSConfiguration>", ""},
		"</CORSConfiguration> closes nothing: no element is open", "Remove it."},
	{"a missing end tag is told where its element begins", [3]string{"<CORSConfiguration><CORSRule>", "<AllowedOrigin>", "*</CORSRule></CORSConfiguration>"},
		"<AllowedOrigin> has no end tag", "Write it where the element ends."},
	{"white space in an end tag before the name is told", [3]string{"<CORSConfiguration><CORSRule>", "</ CORSRule>", "</CORSConfiguration>"},
		"expected </CORSRule>, found </ CORSRule>", "Write </CORSRule>."},
	{"an attribute in an end tag is told", [3]string{"<CORSConfiguration><CORSRule>", `</CORSRule a="b">`, "</CORSConfiguration>"},
		`expected </CORSRule>, found </CORSRule a="b">`, "Write </CORSRule>."},
	{"an end tag without its end is told", [3]string{"<CORSConfiguration><CORSRule>", "</CORSRule ", "</CORSConfiguration>"},
		"expected </CORSRule>, found </CORSRule ", "Write </CORSRule>."},

	{"the document may not end inside an element", [3]string{"<CORSConfiguration><CORSRule>", "", ""},
		"the document ends inside <CORSRule>", "Write </CORSRule> and the rest of the document."},
	{"the document may not end inside a start tag", [3]string{"<CORSConfiguration><CORSRule>", "<AllowedOri", ""},
		"the document ends inside the tag <AllowedOri", "Write the rest of the document."},
	{"the document may not end inside an end tag", [3]string{"<CORSConfiguration><CORSRule>", "</CORS", ""},
		"the document ends inside the tag </CORS", "Write the rest of the document."},
	{"the document may not end inside its first tag", [3]string{"", "<CORSConf", ""},
		"the document ends inside the tag <CORSConf", "Write the rest of the document."},

	{"two hyphens in a comment are told", around("<!-- a ", "--", " b -->"), `"--" stands inside a comment`, "Write a single - or another sign."},
	{"a comment does not end in three hyphens", around("<!-- a ", "--", "->"), `"--" stands inside a comment`, "Write a single - or another sign."},
	{"hyphens are told once in a comment", around("<!-- ", "--", "------ -- -->"), `"--" stands inside a comment`, "Write a single - or another sign."},
	{"a comment without end is told", around("", "<!--", " a ->\n"), `"<!--" has no end`, "Write --> where it ends."},
	{"a CDATA section without end is told", around("", "<![CDATA[", "https://a.example"), `"<![CDATA[" has no end`, "Write ]]> where it ends."},
	{"a processing instruction without end is told", [3]string{"<CORSConfiguration>", "<?", "a b><CORSRule/></CORSConfiguration>"},
		`"<?" has no end`, "Write ?> where it ends."},
	{"a processing instruction needs a name", [3]string{"<CORSConfiguration>", "<?", " a?><CORSRule/></CORSConfiguration>"},
		badInstructionAt("<?"), instructionHelp},
	{"the name of a processing instruction has no colon", [3]string{"<CORSConfiguration>", "<?a:b", " c?></CORSConfiguration>"},
		badInstructionAt("<?a:b"), instructionHelp},
	{"the name of a processing instruction ends in white space", [3]string{"<CORSConfiguration>", "<?a", "+b?></CORSConfiguration>"},
		badInstructionAt("<?a"), instructionHelp},
	{"an unknown declaration is told", [3]string{"<CORSConfiguration>", "<!ELEMENT a>", "</CORSConfiguration>"},
		`"<!ELEMENT a>" is neither a comment nor a CDATA section`, "Write <!-- for a comment, or remove it."},

	{"white space before the XML declaration is told", [3]string{"\n", `<?xml`, ` version="1.0"?><CORSConfiguration/>`},
		badInstructionAt("<?xml"), instructionHelp},
	{"a second XML declaration is told", [3]string{`<?xml version="1.0"?>`, `<?xml`, ` version="1.0"?><CORSConfiguration/>`},
		badInstructionAt("<?xml"), instructionHelp},
	{"an XML declaration in capitals is told", [3]string{"", `<?XML`, ` version="1.0"?><CORSConfiguration/>`},
		badInstructionAt("<?XML"), instructionHelp},
	{"an XML declaration without question mark is told", [3]string{"", `<?xml version="1.0">`, "<CORSConfiguration/>"},
		badXML(`<?xml version="1.0">`), declarationHelp},
	{"an XML declaration needs a version", [3]string{"", `<?xml encoding="UTF-8"?>`, "<CORSConfiguration/>"},
		badXML(`<?xml encoding="UTF-8"?>`), declarationHelp},
	{"version 2.0 is told", [3]string{"", `<?xml version="2.0"?>`, `<CORSConfiguration/>`}, badXML(`<?xml version="2.0"?>`), declarationHelp},
	{"version 1. is told", [3]string{"", `<?xml version="1."?>`, `<CORSConfiguration/>`}, badXML(`<?xml version="1."?>`), declarationHelp},
	{"the parts of the XML declaration have an order", [3]string{"", `<?xml encoding="UTF-8" version="1.0"?>`, `<CORSConfiguration/>`},
		badXML(`<?xml encoding="UTF-8" version="1.0"?>`), declarationHelp},
	{"the parts of the XML declaration have values in quotes", [3]string{`<?xml version=`, `1.0?`, `><CORSConfiguration/>`}, badXML("1.0?"), declarationHelp},
	{"standalone is yes or no", [3]string{"", `<?xml version="1.0" standalone="true"?>`, `<CORSConfiguration/>`},
		badXML(`<?xml version="1.0" standalone="true"?>`), declarationHelp},
	{"an encoding has a name", [3]string{"", `<?xml version="1.0" encoding="?>"?>`, `<CORSConfiguration/>`}, badXML(`<?xml version="1.0" encoding="?>"?>`), declarationHelp},

	{"text before the document is told", [3]string{"", "My rules:", "\n<CORSConfiguration/>"}, `text stands outside of the document's element: "My rules:"`, "Remove it."},
	{"text after the document is told", [3]string{"<CORSConfiguration/>\n", "Thanks", "\n"}, `text stands outside of the document's element: "Thanks"`, "Remove it."},
	{"a second element after the document is told", [3]string{"<CORSConfiguration/><", "CORSConfiguration", "/>"},
		"<CORSConfiguration> stands after the document's element", "Keep a single element around all others."},
	{"a document without element is told", [3]string{"", "<!-- nothing -->", ""}, "the document has no element",
		"Write a CORSConfiguration with at least one rule."},

	{"an attribute twice is told", [3]string{`<CORSConfiguration xmlns="" `, "xmlns", `=""/>`}, "the attribute xmlns stands twice in one tag", "Keep one."},
	{"an attribute twice among many is told", [3]string{`<CORSConfiguration xmlns:a="1" xmlns:b="2" c="" d="" e="" f="" g="" h="" i="" `, "xmlns:b", `="3"/>`},
		"the attribute xmlns:b stands twice in one tag", "Keep one."},
	{"an attribute without value is told", [3]string{"<CORSConfiguration ", "new", "/>"}, "the attribute new has no value", "Remove it."},
	{"a value without quotes is told", [3]string{"<CORSConfiguration xmlns=", s3Namespace, "></CORSConfiguration>"},
		"the value " + s3Namespace + " has no quotes", "Put it in quotes."},
	{"a value without closing quote is told", [3]string{"<CORSConfiguration xmlns=", `"` + s3Namespace, "><CORSRule/></CORSConfiguration>"},
		"the quotes of the attribute's value are not closed", "Write the same quotes at its end."},
	{"a less-than sign in a value is told", [3]string{`<CORSConfiguration xmlns:a="b`, "<", `c"/>`}, `"<" stands alone`, "Write &lt; for it."},
	{"an ampersand in a value is told", [3]string{`<CORSConfiguration xmlns:a="b`, "&", `c"/>`}, `"&" stands alone`, "Write &amp; for it."},
	{"an element in a value is told", [3]string{`<CORSConfiguration xmlns:a="`, "<", `b>"/>`}, `"<" stands alone`, "Write &lt; for it."},
	{"attributes need white space between them", [3]string{`<CORSConfiguration xmlns=""`, "xmlns:a", `="b"/>`},
		"white space is missing before the attribute xmlns:a", "Write a blank before it."},
	{"a tag without end is told", [3]string{"<CORSConfiguration>", "<CORSRule", " </CORSRule></CORSConfiguration>"}, `the tag "<CORSRule" has no end`, "Write > at its end."},
	{"other characters in a tag are told", [3]string{"<CORSConfiguration><CORSRule ", "§§", "></CORSRule></CORSConfiguration>"},
		`"§§" may not stand in a tag`, "Remove it."},
	{"only the first of what makes no sense in a tag is told", [3]string{"<CORSConfiguration><CORSRule ", "§§", " §§ new %></CORSRule></CORSConfiguration>"},
		`"§§" may not stand in a tag`, "Remove it."},
	{"a slash inside a tag is told", [3]string{"<CORSConfiguration><CORSRule ", "/", " ></CORSRule></CORSConfiguration>"},
		`"/" may not stand in a tag`, "Remove it."},

	{"a prefix that is declared nowhere is told", [3]string{"<", "s3", ":CORSConfiguration><s3:CORSRule/></s3:CORSConfiguration>"},
		`the prefix "s3" is declared nowhere`, `Remove it, or declare it: xmlns:s3="http://s3.amazonaws.com/doc/2006-03-01/".`},
	{"a prefix is not bound outside the element that declares it", [3]string{
		`<CORSConfiguration><a:CORSRule xmlns:a="` + s3Namespace + `"/><`, "a", ":CORSRule/></CORSConfiguration>"},
		`the prefix "a" is declared nowhere`, `Remove it, or declare it: xmlns:a="http://s3.amazonaws.com/doc/2006-03-01/".`},
	{"a prefix is not unbound", [3]string{"<CORSConfiguration ", `xmlns:a=""`, "/>"}, `XML allows no such namespace declaration: xmlns:a=""`, "Remove it."},
	{"the prefix xmlns is not declared", [3]string{"<CORSConfiguration ", `xmlns:xmlns="a"`, "/>"},
		`XML allows no such namespace declaration: xmlns:xmlns="a"`, "Remove it."},
	{"a name has one colon at most", [3]string{"<CORSConfiguration><", "a:b:c", "/></CORSConfiguration>"},
		`"a:b:c" is no name: a colon stands only between a prefix and a name`, "Remove the colon."},
	{"the prefix xml keeps its namespace", [3]string{"<CORSConfiguration ", `xmlns:xml="a"`, "/>"},
		`XML allows no such namespace declaration: xmlns:xml="a"`, "Remove it."},
	{"the namespace of xml keeps its prefix", [3]string{"<CORSConfiguration ", `xmlns:a="` + xmlPrefixURI + `"`, "/>"},
		`XML allows no such namespace declaration: xmlns:a="` + xmlPrefixURI + `"`, "Remove it."},
	{"the namespace of xmlns is not declared", [3]string{"<CORSConfiguration ", `xmlns="http://www.w3.org/2000/xmlns/"`, "/>"},
		`XML allows no such namespace declaration: xmlns="http://www.w3.org/2000/xmlns/"`, "Remove it."},
	{"the prefix of an attribute is declared", [3]string{"<CORSConfiguration ", "a", `:x="1"/>`},
		`the prefix "a" is declared nowhere`, `Remove it, or declare it: xmlns:a="http://s3.amazonaws.com/doc/2006-03-01/".`},
}

// syntaxOf are the diagnostics that say that a document is not well-formed.
func syntaxOf(doc *Document) (found []core.Diagnostic) {
	for _, d := range doc.Diagnostics {
		if d.Code == SyntaxError.Code {
			found = append(found, d)
		}
	}
	return found
}

func TestWhatIsNotWellFormedIsToldInItsPlace(t *testing.T) {
	for _, c := range syntaxCases {
		t.Run(c.name, func(t *testing.T) {
			doc := readXML(strings.Join(c.text[:], ""))
			found := syntaxOf(doc)
			require.Len(t, found, 1, "one problem, told once: %v", messages(doc))
			assert.Equal(t, c.message, found[0].Message)
			assert.Equal(t, c.help, found[0].Help)
			require.NotNil(t, found[0].Span)
			start := len(c.text[0])
			assert.Equal(t, core.Span{Start: start, End: start + len(c.text[1])}, *found[0].Span,
				"found at %q", doc.Text[found[0].Span.Start:found[0].Span.End])
			assert.True(t, doc.HasErrors())
		})
	}
}

func messages(doc *Document) (all []string) {
	for _, d := range doc.Diagnostics {
		all = append(all, d.Code+": "+d.Message)
	}
	return all
}

func TestWellFormedDocumentsGiveNoDiagnostic(t *testing.T) {
	rule := "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>"
	for name, text := range map[string]string{
		"without declaration and namespace":        "<CORSConfiguration>" + rule + "</CORSConfiguration>",
		"with declaration and namespace":           `<?xml version="1.0" encoding="UTF-8"?><CORSConfiguration xmlns="` + s3Namespace + `">` + rule + "</CORSConfiguration>",
		"with the encoding in small letters":       `<?xml version='1.0' encoding='utf-8' standalone='yes' ?><CORSConfiguration>` + rule + "</CORSConfiguration>",
		"of version 1.1":                           `<?xml version="1.1"?><CORSConfiguration>` + rule + "</CORSConfiguration>",
		"after a byte order mark":                  "\uFEFF" + `<?xml version="1.0"?><CORSConfiguration>` + rule + "</CORSConfiguration>",
		"with a prefix":                            `<s3:CORSConfiguration xmlns:s3="` + s3Namespace + `">` + strings.NewReplacer("</", "</s3:", "<", "<s3:").Replace(rule) + "</s3:CORSConfiguration>",
		"with white space everywhere":              "\r\n<CORSConfiguration\t\n>\r\n" + rule + "\r</CORSConfiguration\n >\n\n",
		"with comments":                            "<!-- a --><CORSConfiguration><!----><!-- - b -->" + rule + "<!--<c>--></CORSConfiguration><!-- d -->",
		"with processing instructions":             "<?a?><CORSConfiguration><?b c d?>" + rule + "<?xml-stylesheet href='x'?></CORSConfiguration><?e ??>",
		"with a namespace written with references": `<CORSConfiguration xmlns="http:&#x2F;/s3.amazonaws.com/doc/2006-03-01/">` + rule + "</CORSConfiguration>",
		"with a prefix that is not used":           `<CORSConfiguration xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` + rule + "</CORSConfiguration>",
		"with a blank CDATA section":               "<CORSConfiguration><![CDATA[ ]]>&#10;" + rule + "</CORSConfiguration>",
		"that repeats a namespace":                 `<CORSConfiguration xmlns="` + s3Namespace + `">` + strings.Replace(rule, "<CORSRule", `<CORSRule xmlns="" xmlns:xml="`+xmlPrefixURI+`"`, 1) + "</CORSConfiguration>",
	} {
		t.Run(name, func(t *testing.T) {
			doc := readXML(text)
			assert.Empty(t, messages(doc))
			require.NotNil(t, doc.Configuration)
			assert.Equal(t, []core.CORSRule{{AllowedOrigins: []string{"*"}, AllowedMethods: []string{"GET"}}}, doc.Configuration.CORSRules)
		})
	}
}

func TestAllProblemsAreTold(t *testing.T) {
	doc := readXML("<CORSConfiguration><CORSRule><AllowedOrigin>a&b</AllowedOrigins><AllowedMethod>GET\x01</AllowedMethod>" +
		"<!-- a -- b --><ExposedHeader>ETag</ExposedHeader><MaxAgeSeconds>10s</MaxAgeSeconds></CORSRule>")
	codes := []string{}
	for _, d := range doc.Diagnostics {
		codes = append(codes, d.Code)
	}
	assert.ElementsMatch(t, []string{"syntax", "syntax", "syntax", "syntax", "syntax", "unknown-element", "max-age-not-integer"}, codes)
}
