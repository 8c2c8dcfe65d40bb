// Package source reads a bucket's CORS configuration in the form in which its
// author has it, with the place of every value in the text.
//
// A text that cannot be read is no error value: the Document says what stands in
// the way, as diagnostics, and holds what could be read all the same. Depth, size and the number
// of diagnostics are bounded, so that any input is answered quickly.
package source

import "s3cors/core"

// Format names the form in which a configuration was written.
type Format string

// The input formats of the contract that are read here.
const (
	// Value is the form of a configuration that was handed over as a value, not as a text.
	Value              Format = ""
	XML                Format = "xml"
	JSON               Format = "json"
	Python             Format = "python"
	JavaScript         Format = "javascript"
	CloudFormationJSON Format = "cloudformation-json"
	CloudFormationYAML Format = "cloudformation-yaml"
	CDK                Format = "cdk"
	Terraform          Format = "terraform"
	Pulumi             Format = "pulumi"
	R2                 Format = "r2"
	GCS                Format = "gcs"
)

// Document is what was read from one text or value.
type Document struct {
	// Text is the text as it was handed over; "" for a value.
	Text string
	// Choice is what was chosen of the text.
	Choice Choice
	// Format is the format that was recognised; "" for a value, or where none was.
	Format Format
	// Body is the XML that is judged as it stands: the whole of a text that begins with "<", otherwise what
	// was taken out of it. It is empty for anything else.
	Body string
	// Configuration is what the author means, near misses included; nil if none could be made out.
	Configuration *core.CORSConfiguration
	// Diagnostics tell what stands in the way of reading it, and near misses that were
	// read all the same.
	Diagnostics core.Diagnostics
	// Places says where each value of the configuration stands in the text.
	Places core.Places
	// Candidates are the other configurations in the text, in its order; they are never added up.
	Candidates []Candidate
	// Placeholders are the values that are known only elsewhere.
	Placeholders []Placeholder
	// finds are all the configurations of the text, if there are several.
	finds []*find
}

// Candidate is another configuration in the same text.
type Candidate struct {
	notCompared
	// Name is that of its bucket, resource or variable, as far as the text has one.
	Name   string
	Format Format
	Span   core.Span
	// Index is its place among the configurations of the text, by which a Choice picks it.
	Index int
}

// Choice is what is chosen of a text: one of its configurations, and values for its placeholders.
type Choice struct {
	// Candidate is the place of the configuration among those of the text, from 0.
	Candidate int
	Values    []GivenValue
}

// GivenValue is what stands for the placeholders of a name: the values of a list, or one text or number.
type GivenValue struct {
	notCompared
	Name  string
	Texts []string
}

// Placeholder is a value that is known only elsewhere: ${var.origin}, !Ref,
// process.env.X. Its path is that of the value, or of the whole list. Rules may be known only elsewhere, too: the path is then that of the
// list of rules, or of a rule of which one form among several was read, and no value can be given for it.
type Placeholder struct {
	notCompared
	Path core.Path
	// Name is the expression as it is written.
	Name string
	Span core.Span
	// Given says that the Choice had a value for it, which the configuration then holds.
	Given bool
}

// IsUnknown says whether a path is that of a placeholder without a value, so that what is there cannot be judged.
//
//go:noinline
func (d *Document) IsUnknown(path core.Path) bool {
	for i := range d.Placeholders {
		if p := &d.Placeholders[i]; p.Path == path && !p.Given {
			return true
		}
	}
	return false
}

// HasUnknownRules says whether there may be rules that are known only elsewhere.
func (d *Document) HasUnknownRules() bool {
	for i := range d.Placeholders {
		if _, ok := d.Placeholders[i].Path.OpensFrom(); ok {
			return true
		}
	}
	return false
}

// HasErrors says whether a diagnostic of reading is an error: for XML, PutBucketCors then
// answers MalformedXML.
func (d *Document) HasErrors() bool {
	for i := range d.Diagnostics {
		if d.Diagnostics[i].Severity == core.Error {
			return true
		}
	}
	return false
}
