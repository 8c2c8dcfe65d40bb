package core

// Severity says only what S3 does with the thing that is reported.
type Severity uint8

// The zero Severity is none of the contract's, so that a forgotten one is seen.
const (
	NoSeverity Severity = iota
	// Error: S3 refuses it, or it cannot be read.
	Error
	// Warning: S3 accepts it, but it is not what its author means.
	Warning
	// Info: worth knowing.
	Info
)

var severityNames = [...]string{"", "error", "warning", "info"}

// String is the severity's name in the API.
func (s Severity) String() string { return severityNames[s] }

// Topic says what a diagnostic is about.
type Topic string

// The topics of the contract.
const (
	Syntax        Topic = "syntax"
	Limit         Topic = "limit"
	Origin        Topic = "origin"
	Method        Topic = "method"
	Header        Topic = "header"
	Security      Topic = "security"
	Caching       Topic = "caching"
	Reachability  Topic = "reachability"
	Compatibility Topic = "compatibility"
	Conversion    Topic = "conversion"
)

// Kind is one row of the catalogue of diagnostics: a stable code in kebab-case that is never
// reused, what S3 does about it, and its topic.
type Kind struct {
	Code     string
	Severity Severity
	Topic    Topic
	// Assumption is the code of the reading on which S3's answer rests; "" where it is on record.
	Assumption string
	// Template is the message with its parameters in braces: rule {rule#} has no AllowedOrigin. A # marks a
	// number.
	Template string
	// Advice is the help, in the same form.
	Advice string
}

// Diagnostics is a list that grows.
type Diagnostics []Diagnostic

// Add appends a diagnostic of that kind. The arguments fill the braces of template and advice, in the
// order in which they first stand there. The result may be changed until the next Add.
//
// It is the one place where diagnostics are made: a call of few arguments keeps the module small.
//
//go:noinline
func (l *Diagnostics) Add(kind *Kind, path Path, arguments ...string) *Diagnostic {
	*l = append(*l, Diagnostic{Kind: kind, Path: path})
	d := &(*l)[len(*l)-1]
	d.Message, d.Help, d.Parameters = Fill(kind.Template, kind.Advice, arguments)
	return d
}

// Diagnostic is one thing to tell about a text or a configuration. It is data, not
// an error: error values are for a tool that failed.
type Diagnostic struct {
	*Kind
	Path Path
	// Message is one sentence without a final full stop that quotes the value.
	Message string
	// Help says in the imperative what to write instead.
	Help string
	// Parameters are the values in the message, so that a host can write it in its own language.
	Parameters []Parameter
	// Span is where in the text. It is nil for a value, and also for a diagnostic whose
	// place is that of its path and is looked up at the end.
	Span    *Span
	Related []Related
	// Witness is a request that shows it.
	Witness *PreflightRequest
	Fixes   []Fix
}

// Parameter is a named value of a message: a text, or a whole number in decimal digits.
type Parameter struct {
	Name     string
	Text     string
	IsNumber bool
}

// Text makes a parameter of a text.
func Text(name, value string) Parameter { return Parameter{Name: name, Text: value} }

// Number makes a parameter of a number.
func Number(name string, value int) Parameter {
	return Parameter{Name: name, Text: Itoa(value), IsNumber: true}
}

// Related is another place that takes part in a diagnostic.
type Related struct {
	Path    Path
	Span    *Span
	Message string
}

// Fix is a change that removes what a diagnostic reports: the configuration after
// it, and the same as edits of the text that keep its formatting.
type Fix struct {
	Title         string
	Configuration CORSConfiguration
	Edits         []TextEdit
}

// TextEdit replaces a span of the source by a text.
type TextEdit struct {
	Span Span
	Text string
}
