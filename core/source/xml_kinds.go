package source

import "s3cors/core"

// The diagnostics of reading XML. Each error here is MalformedXML to PutBucketCors.
var (
	UnknownElement      = core.Kind{Code: "unknown-element", Severity: core.Error, Topic: core.Syntax, Assumption: "unknown-element"}
	UnexpectedAttribute = core.Kind{Code: "unexpected-attribute", Severity: core.Warning, Topic: core.Syntax, Assumption: "xml-attribute"}
	WrongNamespace      = core.Kind{Code: "wrong-namespace", Severity: core.Error, Topic: core.Syntax, Assumption: "xml-namespace"}
	Doctype             = core.Kind{Code: "doctype", Severity: core.Error, Topic: core.Syntax, Assumption: "xml-doctype"}
	WrongEncoding       = core.Kind{Code: "wrong-encoding", Severity: core.Error, Topic: core.Syntax, Assumption: "xml-encoding"}
	RepeatedElement     = core.Kind{Code: "repeated-element", Severity: core.Error, Topic: core.Syntax}
)
