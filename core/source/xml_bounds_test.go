package source

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// hugeCases are documents that are large in one way each, and how their reading begins.
var hugeCases = []struct{ name, text, first string }{
	{"a million less-than signs", strings.Repeat("<", 1<<20), "syntax: text stands outside of the document's element"},
	{"a hundred thousand nested elements", strings.Repeat("<a>", 100_000) + strings.Repeat("</a>", 100_000), "syntax: the document has more than 64 elements inside each other"},
	{"a hundred thousand elements that end nowhere", strings.Repeat("<a>", 100_000), "syntax: the document has more than 64 elements inside each other"},
	{"a megabyte of NUL bytes", strings.Repeat("\x00", 1<<20), "syntax: the byte 0x00 begins no character"},
	{"NUL bytes inside a value", inRule("<ID>" + strings.Repeat("\x00", 1<<20) + "</ID>"), "syntax: the byte 0x00 begins no character"},
	{"a megabyte of comments that end nowhere", "<a>" + strings.Repeat("<!--\n", 200_000), `syntax: "<!--" has no end`},
	{"a megabyte of CDATA sections that end nowhere", "<a>" + strings.Repeat("<![CDATA[", 100_000), `syntax: "<![CDATA[" has no end`},
	{"a megabyte of processing instructions that end nowhere", "<a>" + strings.Repeat("<?a ", 250_000), `syntax: "<?" has no end`},
	{"a megabyte of DOCTYPEs that end nowhere", strings.Repeat("<!DOCTYPE '", 100_000), `syntax: "<!DOCTYPE" has no end`},
	{"a megabyte of open DOCTYPEs", strings.Repeat("<!DOCTYPE a [", 80_000), `syntax: "<!DOCTYPE" has no end`},
	{"a megabyte of tags with open quotes", strings.Repeat(`<a b="`, 180_000), `syntax: "<" stands alone`},
	{"a megabyte of tags with both quotes open", strings.Repeat(`<a b="<c d='>`, 80_000), `syntax: the quotes of the attribute's value are not closed`},
	{"a megabyte of end tags", "<a>" + strings.Repeat("</b>", 250_000), "syntax: expected </a>, found </b>"},
	{"a megabyte of end tags outside", strings.Repeat("</b>", 250_000), "syntax: </b> closes nothing"},
	{"a megabyte of ampersands", "<a>" + strings.Repeat("&", 1<<20), `syntax: "&" stands alone`},
	{"a reference with a megabyte of digits", "<a>&#" + strings.Repeat("1", 1<<20), `syntax: "&" stands alone`},
	{"an entity of a megabyte", "<a>&" + strings.Repeat("a", 1<<20) + ";", `syntax: XML knows no entity &aaa`},
	{"a tag with very many attributes", "<a " + strings.Repeat("b='' ", 200_000) + "/>", "syntax: the document has more than 16000 attributes"},
	{"very many namespaces", "<a " + numbered(50_000, " xmlns:p", "='u'") + ">" + numbered(50_000, "<q", ":a/>") + "</a>", "syntax: the document has more than 16000 attributes"},
	{"very many elements", "<CORSConfiguration>" + strings.Repeat("<a/>", 250_000) + "</CORSConfiguration>", "syntax: the document has more than 50000 elements"},
	{"very many pieces of text", "<a>" + strings.Repeat("b<!---->", 130_000) + "</a>", "syntax: the document has more than 50000 pieces of text"},
	{"very many rules", "<CORSConfiguration>" + strings.Repeat("<CORSRule/>", 100_000) + "</CORSConfiguration>", "syntax: the document has more than 50000 elements"},
	{"very many misspelt elements", "<CORSRule>" + numbered(60_000, "<AllowedXrigin", "/>") + "</CORSRule>", "syntax: the document has more than 50000 elements"},
	{"a name of a megabyte", "<" + strings.Repeat("a", 1<<20) + ">", "syntax: the document ends inside <aaa"},
	{"elements that all end nowhere, in many rules", "<CORSConfiguration>" + strings.Repeat("<CORSRule><AllowedOrigin>a</CORSRule>", 30_000), "syntax: <AllowedOrigin> has no end tag"},
}

func numbered(count int, before, after string) string {
	var text strings.Builder
	for i := range count {
		text.WriteString(before + strconv.Itoa(i) + after)
	}
	return text.String()
}

func TestHugeDocumentsAreAnsweredWithBoundedDiagnostics(t *testing.T) {
	for _, c := range hugeCases {
		t.Run(c.name, func(t *testing.T) {
			doc := readXML(c.text)
			assert.True(t, doc.HasErrors())
			assert.LessOrEqual(t, len(doc.Diagnostics), xmlDiagnostics+1)
			require.NotEmpty(t, doc.Diagnostics)
			assert.True(t, strings.HasPrefix(messages(doc)[0], c.first), "%s", messages(doc)[0])
			checkSpans(t, doc)
			for _, d := range doc.Diagnostics {
				assert.Less(t, len(d.Message)+len(d.Help), 2000, "%s", d.Code)
			}
		})
	}
}

func nested(depth int) string {
	return strings.Repeat("<CORSConfiguration>", depth) + "<CORSRule><ID>a</ID></CORSRule>" + strings.Repeat("</CORSConfiguration>", depth)
}

func TestElementsNest64Deep(t *testing.T) {
	doc := readXML(nested(xmlDepth - 2))
	assert.Empty(t, syntaxOf(doc))
	assert.Equal(t, []core.CORSRule{{ID: ptr("a")}}, doc.Configuration.CORSRules)

	doc = readXML(nested(xmlDepth - 1))
	require.NotEmpty(t, syntaxOf(doc))
	assert.Contains(t, syntaxOf(doc)[0].Message, "more than 64 elements inside each other")
	assert.Equal(t, []core.CORSRule{{}}, doc.Configuration.CORSRules, "the ID lies too deep")

	doc = readXML("<CORSConfiguration><CORSRule>" + plainly + strings.Repeat("<b><c/>", 100) + strings.Repeat("</b>", 100) + "<ID>x</ID></CORSRule></CORSConfiguration>")
	assert.Contains(t, syntaxOf(doc)[0].Message, "more than 64 elements inside each other")
	assert.Equal(t, []core.CORSRule{get}, doc.Configuration.CORSRules, "what stands before is read")
}

func TestUpTo50000ElementsAreRead(t *testing.T) {
	text := func(rules int) string {
		return "<CORSConfiguration>" + strings.Repeat("<CORSRule/>", rules) + "</CORSConfiguration>"
	}
	doc := readXML(text(xmlElements - 1))
	assert.Empty(t, doc.Diagnostics)
	assert.Len(t, doc.Configuration.CORSRules, xmlElements-1)

	doc = readXML(text(xmlElements))
	assert.Len(t, doc.Diagnostics, 1)
	assert.Len(t, doc.Configuration.CORSRules, xmlElements-1)
}

func TestUpTo16000AttributesAreRead(t *testing.T) {
	text := func(attributes int) string {
		return "<CORSConfiguration><CORSRule" + numbered(attributes, " a", "=''") + ">" + plainly + "</CORSRule></CORSConfiguration>"
	}
	doc := readXML(text(xmlAttributes))
	assert.False(t, doc.HasErrors())
	assert.Equal(t, []core.CORSRule{get}, doc.Configuration.CORSRules)
	assert.True(t, readXML(text(xmlAttributes+1)).HasErrors())
	assert.True(t, readXML(strings.Replace(text(1000), " a999=", " a0=", 1)).HasErrors(), "one of very many stands twice")
}

func TestUpTo256NamespacesAreInForce(t *testing.T) {
	text := func(namespaces int) string {
		return "<CORSConfiguration" + numbered(namespaces, " xmlns:a", "='u'") + "><a0:CORSRule/><CORSRule" + numbered(1, " xmlns:b", "='u'") + "/></CORSConfiguration>"
	}
	assert.Empty(t, syntaxOf(readXML(text(255))))
	require.Len(t, syntaxOf(readXML(text(256))), 1)
	assert.Contains(t, syntaxOf(readXML(text(256)))[0].Message, "namespaces at once")
}

func TestAHundredDiagnosticsAreListed(t *testing.T) {
	text := func(ampersands int) string { return inRule(strings.Repeat("<ID>&</ID>", ampersands)) }
	// Each ID is one problem, and each after the first is a second.
	doc := readXML(inRule("<ID>" + strings.Repeat("& ", xmlDiagnostics) + "</ID>"))
	assert.Len(t, doc.Diagnostics, xmlDiagnostics)
	assert.Equal(t, `"&" stands alone`, doc.Diagnostics[xmlDiagnostics-1].Message)

	doc = readXML(inRule("<ID>" + strings.Repeat("& ", xmlDiagnostics+1) + "</ID>"))
	require.Len(t, doc.Diagnostics, xmlDiagnostics+1)
	assert.Equal(t, "problems that are not listed: 1", doc.Diagnostics[xmlDiagnostics].Message)

	doc = readXML(text(150))
	require.Len(t, doc.Diagnostics, xmlDiagnostics+1)
	assert.Equal(t, "problems that are not listed: 199", doc.Diagnostics[xmlDiagnostics].Message)
	assert.Equal(t, ptr("&"), doc.Configuration.CORSRules[0].ID, "the text is read to its end")
}

func TestAnErrorIsNotHiddenByWarnings(t *testing.T) {
	warnings := "<CORSConfiguration><CORSRule " + numbered(300, " a", "='b'") + ">" + plainly + "%</CORSRule></CORSConfiguration>"
	doc := readXML(strings.Replace(warnings, "%", "", 1))
	assert.False(t, doc.HasErrors())
	require.Len(t, doc.Diagnostics, xmlDiagnostics+1)
	assert.Equal(t, "problems that are not listed: 200", doc.Diagnostics[xmlDiagnostics].Message)
	assert.Equal(t, "unexpected-attribute", doc.Diagnostics[xmlDiagnostics].Code)

	for _, wrong := range []string{"<MaxAgeSeconds/>", "<Foo/>", "&", "foo"} {
		assert.True(t, readXML(strings.Replace(warnings, "%", wrong, 1)).HasErrors(), wrong)
	}
}
