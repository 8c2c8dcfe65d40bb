package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// The diagnostics of reading, in the words of the catalogue. Each row is a wording; several share a code. For
// XML each error is MalformedXML to PutBucketCors.
var (
	EmptySource = core.Kind{Code: "empty-source", Severity: core.Error, Topic: core.Syntax, Assumption: "empty-body",
		Template: "there is no configuration", Advice: "Write a CORSConfiguration with at least one rule."}
	UnknownFormat = core.Kind{Code: "unknown-format", Severity: core.Error, Topic: core.Syntax,
		Template: "the text is in none of the formats read here", Advice: "Paste XML, JSON, a template or a call of an SDK."}
	// noConfiguration is JSON without a configuration.
	noConfiguration = core.Kind{Code: "unknown-format", Severity: core.Error, Topic: core.Syntax,
		Template: "there is no CORS configuration in this JSON: no CORSRules, and no rule with AllowedOrigins and AllowedMethods",
		Advice:   "Paste the JSON of the console or the CLI, or S3's XML."}
	tooLong = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "the text has {bytes#} bytes; at most {limit#} are read", Advice: "Send the configuration alone."}

	// SyntaxError is what cannot stand where it stands in JSON.
	SyntaxError = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "expected {expected}, found {found}", Advice: "Write {expected} there."}
	nothingExpected = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "expected {expected}, found {found}", Advice: "Remove it."}
	moreProblems = core.Kind{Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "there are more problems than are told here", Advice: "Mend those that are told first."}

	// ForeignDialect is rules of another product, which say other things.
	ForeignDialect = core.Kind{Code: "foreign-dialect", Severity: core.Error, Topic: core.Compatibility,
		Template: "these are {dialect}, not the CORS configuration of an S3 bucket", Advice: "Paste the S3 form."}
	UnknownCandidate = core.Kind{Code: "unknown-candidate", Severity: core.Error, Topic: core.Syntax,
		Template: "configuration {candidate#} is chosen, counted from 0, and the text has {count#}", Advice: "Choose another of them."}
	SeveralConfigurations = core.Kind{Code: "several-configurations", Severity: core.Info, Topic: core.Syntax,
		Template: `"{name}" is read; others in the text are not: {count#}`, Advice: "Choose another of them."}
	SurroundingText = core.Kind{Code: "surrounding-text", Severity: core.Info, Topic: core.Syntax,
		Template: "the text around the configuration is left out", Advice: "Send the configuration alone."}
	HTMLEscaped = core.Kind{Code: "html-escaped", Severity: core.Warning, Topic: core.Syntax,
		Template: "the configuration is written with HTML's escapes", Advice: "Paste it unescaped."}
	opaqueValue = core.Kind{Code: "opaque-value", Severity: core.Info, Topic: core.Syntax,
		Template: `"{value}" is known only elsewhere`, Advice: "Give it a value to have it checked."}
	// opaqueRules are rules that no value can be given for.
	opaqueRules = core.Kind{Code: "opaque-value", Severity: core.Info, Topic: core.Syntax,
		Template: `"{value}" is known only elsewhere, and may give other rules`, Advice: "Check the rules that it gives."}
	RuleSplit = core.Kind{Code: "rule-split", Severity: core.Warning, Topic: core.Syntax,
		Template: "these objects look like one rule, and are read as one", Advice: "Join them."}

	DuplicateKey = core.Kind{Code: "duplicate-key", Severity: core.Warning, Topic: core.Syntax,
		Template: `"{key}" appears twice; the last one counts`, Advice: "Keep one of them."}
	MisspelledKey = core.Kind{Code: "misspelled-key", Severity: core.Warning, Topic: core.Syntax,
		Template: `"{key}" is read as {meant}; {tool} refuses it`, Advice: "Rename it to {meant}."}
	UnknownKey = core.Kind{Code: "unknown-key", Severity: core.Warning, Topic: core.Syntax,
		Template: `"{key}" is no member of {object}`, Advice: "Remove it."}

	loneRule = core.Kind{Code: "wrong-container", Severity: core.Warning, Topic: core.Conversion,
		Template: "a rule stands alone where a list of rules is wanted",
		Advice:   `Write [...] for the console, {"CORSRules": [...]} for the CLI and the SDKs.`}
	WrongContainer = core.Kind{Code: "wrong-container", Severity: core.Warning, Topic: core.Conversion,
		Template: "no tool takes the rules in these containers",
		Advice:   `Write [...] for the console, {"CORSRules": [...]} for the CLI and the SDKs.`}
	// ToolsContainer is the container of a tool in its own right, so no more than worth knowing.
	ToolsContainer = core.Kind{Code: "wrong-container", Severity: core.Info, Topic: core.Conversion,
		Template: "this is the form of the CLI's --cli-input-json; the console takes the list of rules alone",
		Advice:   "Choose the form of your tool."}

	ValueNotList = core.Kind{Code: "value-not-list", Severity: core.Warning, Topic: core.Syntax,
		Template: `{member} holds "{value}" where a list stands; it is read as a list of {count#}`, Advice: "Write a list."}
	NumberAsText = core.Kind{Code: "number-as-text", Severity: core.Warning, Topic: core.Syntax,
		Template: `MaxAgeSeconds is the text "{value}"; the console and the SDKs want a number`, Advice: "Drop the quotes."}
	WrongType = core.Kind{Code: "wrong-type", Severity: core.Error, Topic: core.Syntax,
		Template: "{name} is {found}, not {wanted}", Advice: "Write {wanted}."}
)

// plainJSON is the advice where JSON alone is in question.
const plainJSON = "Write plain JSON for the console and the CLI."

// literalKinds are the problems of the reader of literals. The first argument of a relaxed one is the text that
// it is about; those of a syntax error are what was expected and what was found.
var literalKinds = [...]core.Kind{
	literal.ControlCharacter: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON takes no unescaped control character in a text", Advice: plainJSON},
	literal.ForeignSpace: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON takes no white space but blanks, tabs and line ends, and no byte order mark", Advice: plainJSON},
	literal.NotUTF8: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON is UTF-8, and this byte is not", Advice: "Save the text as UTF-8."},
	literal.Comment: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON has no comments", Advice: plainJSON},
	literal.ExtraComma: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON takes a comma only between two values", Advice: plainJSON},
	literal.MissingComma: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON wants a comma before {text}", Advice: plainJSON},
	literal.SingleQuotes: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON has no single quotes", Advice: plainJSON},
	literal.TypographicQuotes: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON has no typographic quotes such as {text}", Advice: plainJSON},
	literal.Unquoted: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON wants quotes around {text}", Advice: plainJSON},
	literal.ForeignWord: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON writes true, false and null, not {text}", Advice: plainJSON},
	literal.NumberForm: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON does not write a number as {text}", Advice: plainJSON},
	literal.UnknownEscape: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: `JSON has no escape {text}`, Advice: plainJSON},
	literal.WantsQuotes: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "YAML wants quotes around {text}", Advice: "Put it in quotes."},
	literal.Unfilled: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "this is JSON only once {text} is filled in", Advice: "Fill it in."},
	literal.MoreRelaxed: {Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax,
		Template: "JSON has more to object to than is told here", Advice: plainJSON},

	literal.UnknownAlias: {Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "YAML takes {text} for the name of an anchor, and there is none", Advice: "Put it in quotes."},
	literal.TabIndent: {Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "YAML takes no tab at the beginning of a line", Advice: "Write blanks."},
	literal.Indentation: {Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "this line begins in no column of the lines around it", Advice: "Indent it as its neighbours."},
	literal.Unclosed: {Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "expected {expected}, found {found}", Advice: "Close the bracket."},
	literal.UnclosedString: {Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "expected a closing quote, found the end of the line", Advice: "Write the closing quote."},
	literal.UnclosedComment: {Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "expected */, found the end of the text", Advice: "Close the comment, or remove it."},
	literal.TooDeep: {Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "expected at most 64 nested brackets, found more", Advice: "Remove the inner brackets."},
	literal.TooMany: {Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "expected at most 262144 values, found more", Advice: "Send the configuration alone."},
	literal.MoreSyntax: {Code: "syntax", Severity: core.Error, Topic: core.Syntax,
		Template: "more of the text cannot be read than is told here", Advice: "Mend what is told first."},
}
