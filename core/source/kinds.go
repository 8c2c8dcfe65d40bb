package source

import "s3cors/core"

// The diagnostics of reading, in the words of the catalogue. For XML each error here is
// MalformedXML to PutBucketCors.
var (
	EmptySource         = core.Kind{Code: "empty-source", Severity: core.Error, Topic: core.Syntax, Assumption: "empty-body"}
	UnknownFormat       = core.Kind{Code: "unknown-format", Severity: core.Error, Topic: core.Syntax}
	SyntaxError         = core.Kind{Code: "syntax", Severity: core.Error, Topic: core.Syntax}
	RelaxedSyntax       = core.Kind{Code: "relaxed-syntax", Severity: core.Warning, Topic: core.Syntax}
	DuplicateKey        = core.Kind{Code: "duplicate-key", Severity: core.Warning, Topic: core.Syntax}
	MisspelledKey       = core.Kind{Code: "misspelled-key", Severity: core.Warning, Topic: core.Syntax}
	UnknownKey          = core.Kind{Code: "unknown-key", Severity: core.Warning, Topic: core.Syntax}
	UnknownElement      = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element"}
	UnexpectedAttribute = core.Kind{Code: "unexpected-attribute", Severity: core.Warning, Topic: core.Syntax, Assumption: "xml-attribute"}
	WrongNamespace      = core.Kind{Code: "wrong-namespace", Severity: core.Error, Topic: core.Syntax, Assumption: "xml-namespace"}
	Doctype             = core.Kind{Code: "doctype", Severity: core.Error, Topic: core.Syntax, Assumption: "xml-doctype"}
	WrongEncoding       = core.Kind{Code: "wrong-encoding", Severity: core.Error, Topic: core.Syntax, Assumption: "xml-encoding"}
	RepeatedElement     = core.Kind{Code: "repeated-element", Severity: core.Error, Topic: core.Syntax}
	WrongContainer      = core.Kind{Code: "wrong-container", Severity: core.Warning, Topic: core.Conversion}
	ValueNotList        = core.Kind{Code: "value-not-list", Severity: core.Warning, Topic: core.Syntax}
	NumberAsText        = core.Kind{Code: "number-as-text", Severity: core.Warning, Topic: core.Syntax}
	WrongType           = core.Kind{Code: "wrong-type", Severity: core.Error, Topic: core.Syntax}

	// MaxAgeNotInteger is reported where the number is read, since a configuration cannot hold it.
	MaxAgeNotInteger = core.Kind{Code: "max-age-not-integer", Severity: core.Error, Topic: core.Caching}
	MaxAgeOutOfRange = core.Kind{Code: "max-age-out-of-range", Severity: core.Error, Topic: core.Caching, Assumption: "max-age-out-of-range"}
)
