package source

import "s3cors/core"

// What the reader of XML says. Each row is a wording; those of one mistake in other words share a code. A document
// with an error among them is MalformedXML to PutBucketCors.

// Characters, text and references.
var (
	badCharacter = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the byte 0x{byte} begins no character that XML allows", Advice: "Remove it, or save the document as UTF-8."}
	loneAmpersand = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"&" stands alone`, Advice: "Write &amp; for it."}
	openReference = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"{reference}" lacks its semicolon`, Advice: "Write {reference};."}
	unknownEntity = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "XML knows no entity {reference}",
		Advice:   "Write the character itself, or &amp; for the & if the text is meant as it stands."}
	noCharacter = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "{reference} is no character that XML allows", Advice: "Remove it."}
	loneAngle = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"<" stands alone`, Advice: "Write &lt; for it."}
	sectionEnd = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"]]>" stands in text`, Advice: "Write ]]&gt; for it."}
	textOutside = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `text stands outside of the document's element: "{text}"`, Advice: "Remove it."}
	secondRoot = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "<{element}> stands after the document's element", Advice: "Keep a single element around all others."}
	noRoot = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the document has no element", Advice: "Write a CORSConfiguration with at least one rule."}
	moreErrors = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "problems that are not listed: {count#}", Advice: "Mend those that are listed first."}
	moreWarnings = core.Kind{Code: "unexpected-attribute", Severity: core.Warning, Topic: core.Syntax,
		Template: "problems that are not listed: {count#}", Advice: "Mend those that are listed first."}
	tooMany = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the document has more than {limit#} {parts}; the rest is not read",
		Advice:   "Take some out: S3 reads documents of up to 65536 bytes, with elements three deep."}
)

// Comments, sections, instructions and declarations.
var (
	openSection = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"{begin}" has no end`, Advice: "Write {end} where it ends."}
	hyphens = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"--" stands inside a comment`, Advice: "Write a single - or another sign."}
	badInstruction = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `no processing instruction begins with "{found}" here`,
		Advice:   "Remove it. An XML declaration stands only at the very start of the document."}
	badDeclaration = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `the XML declaration cannot be read: "{found}"`, Advice: `Write <?xml version="1.0" encoding="UTF-8"?>.`}
	unknownDeclaration = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"{found}" is neither a comment nor a CDATA section`, Advice: "Write <!-- for a comment, or remove it."}
	// Doctype is reported whatever is in it: assumption "xml-doctype".
	Doctype = core.Kind{Code: "doctype", Severity: core.Error, Topic: core.Syntax, Assumption: "xml-doctype",
		Template: "a DOCTYPE is not allowed here", Advice: "Remove the DOCTYPE."}
	// WrongEncoding is a declared encoding other than UTF-8.
	WrongEncoding = core.Kind{Code: "wrong-encoding", Severity: core.Error, Topic: core.Syntax, Assumption: "xml-encoding",
		Template: `the document declares "{encoding}"; S3 reads UTF-8`, Advice: "Declare UTF-8."}
)

// Tags.
var (
	cutTag = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the document ends inside the tag {element}", Advice: "Write the rest of the document."}
	cutElement = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the document ends inside <{element}>", Advice: "Write </{element}> and the rest of the document."}
	noEndTag = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "{tag} has no end tag", Advice: "Write it where the element ends."}
	otherEndTag = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "expected </{expected}>, found {found}", Advice: "Write </{expected}>."}
	closesNothing = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "{found} closes nothing: no element is open", Advice: "Remove it."}
	openTag = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `the tag "{found}" has no end`, Advice: "Write > at its end."}
	strayInTag = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"{found}" may not stand in a tag`, Advice: "Remove it."}
)

// Attributes and namespaces.
var (
	noBlank = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "white space is missing before the attribute {attribute}", Advice: "Write a blank before it."}
	noValue = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the attribute {attribute} has no value", Advice: "Remove it."}
	noQuotes = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the value {value} has no quotes", Advice: "Put it in quotes."}
	openQuotes = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the quotes of the attribute's value are not closed", Advice: "Write the same quotes at its end."}
	repeatedAttribute = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the attribute {attribute} stands twice in one tag", Advice: "Keep one."}
	badName = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `"{found}" is no name: a colon stands only between a prefix and a name`, Advice: "Remove the colon."}
	unboundPrefix = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: `the prefix "{prefix}" is declared nowhere`,
		Advice:   `Remove it, or declare it: xmlns:{prefix}="` + s3Namespace + `".`}
	reservedNamespace = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "XML allows no such namespace declaration: {declaration}", Advice: "Remove it."}
	// WrongNamespace is neither none nor S3's.
	WrongNamespace = core.Kind{Code: "wrong-namespace", Severity: core.Error, Topic: core.Syntax, Assumption: "xml-namespace",
		Template: `S3 does not know the namespace "{namespace}"`, Advice: "Write " + s3Namespace + ", or no namespace."}
	// UnexpectedAttribute is any attribute that is no namespace declaration.
	UnexpectedAttribute = core.Kind{Code: "unexpected-attribute", Severity: core.Warning, Topic: core.Syntax, Assumption: "xml-attribute",
		Template: `attribute "{attribute}" is ignored`, Advice: "Remove it."}
)

// Elements that S3 does not know where they stand: the first two arguments are the element and the one around it.
var (
	renameElement = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "S3 knows no element <{element}> in {parent}", Advice: "Rename it to {nearest}."}
	removeElement = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "S3 knows no element <{element}> in {parent}", Advice: "Remove it."}
	aroundValues = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "S3 knows no element <{element}> in {parent}", Advice: "Write each value as {expected} in CORSRule."}
	insideValue = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "S3 knows no element <{element}> in {parent}", Advice: "Write the value alone."}
	aroundRules = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "S3 knows no element <{element}> in {parent}", Advice: "Remove the tags around the rules."}
	outsideRule = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "S3 knows no element <{element}> in {parent}", Advice: "Put it into a CORSRule."}
	insideRule = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "S3 knows no element <{element}> in {parent}", Advice: "Close the rule before with </CORSRule>."}
	renameRoot = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "the root element is <{element}>; S3 expects <{nearest}>", Advice: "Rename it to {nearest}."}
	ruleAsRoot = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "the root element is <{element}>; S3 expects <{expected}>",
		Advice:   "Put <{expected}> and </{expected}> around the rules."}
	otherRoot = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: "the root element is <{element}>; S3 expects <{expected}>", Advice: "Write a {expected} with at least one rule."}
	strayText = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element",
		Template: `text stands between the elements of {parent}: "{text}"`, Advice: "Remove it."}
	// RepeatedElement is a second ID or MaxAgeSeconds in one rule.
	RepeatedElement = core.Kind{Code: "repeated-element", Severity: core.Error, Topic: core.Syntax,
		Template: "<{element}> appears twice in one rule", Advice: "Keep one."}
)
