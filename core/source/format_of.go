package source

import (
	"s3cors/core"
	"s3cors/core/source/literal"
)

// detect names the format of a configuration that was found: by the shape of its rules, by the names of its containers,
// and by the language that it stands in.
func (f *find) detect() Format {
	text := f.tree.Text
	language, style := f.language, f.look.style
	rules, configuration := f.containerName(rulesContainer), f.containerName(configurationContainer)
	isCloudFormation := rules == "CorsRules" || configuration == "CorsConfiguration" || core.IndexText(text, "AWS::S3::Bucket") >= 0
	switch {
	case f.look.r2:
		return R2
	case f.look.isGCS():
		return GCS
	case language == literal.HCL:
		return Terraform
	case language == yamlLanguage:
		switch {
		case style == camelCase && rules == "cors" && f.look.cdk > 0:
			return CDK
		case style == camelCase:
			return Pulumi
		case style == snakeCase:
			return Terraform
		case !isCloudFormation && f.quote() == '"' && !isQuotedBlock(text):
			return JSON
		}
		return CloudFormationYAML
	case isCloudFormation && (style == pascalCase || style == lowerCase):
		return CloudFormationJSON
	case style == snakeCase && language != literal.Python && core.IndexText(text, "aws_s3_bucket") >= 0:
		return Terraform
	}
	if language == literal.JSON {
		language = f.literalLanguage()
		if language == literal.JSON {
			if style == camelCase && rules == "corsRules" {
				return Pulumi
			}
			return JSON
		}
	}
	if rules == "CORSRules" || configuration == "CORSConfiguration" || style != camelCase && style != snakeCase {
		if language == literal.Python {
			return Python
		}
		return JavaScript
	}
	return f.cdkOrPulumi(language, rules, configuration != "")
}

// containerName is the name of the innermost container of a sort, as it is written.
//
//go:noinline
func (f *find) containerName(meant container) string {
	for i := len(f.way) - 1; i > 0; i-- {
		if s := &f.way[i]; s.meant == meant {
			if name := lastName(f.tree.TextOf(s.key)); f.tree.Nodes[s.key].Kind >= literal.Key && name != "content" {
				return name
			}
		}
	}
	return ""
}

// signs are words that tell the CDK and Pulumi apart.
var signs = [...]struct {
	text   string
	weight int
}{
	{"HttpMethods", 4}, {"CfnBucket", 4}, {"aws-cdk", 3}, {"aws_cdk", 3}, {"CorsConfiguration(", -6}, {"CorsConfigurationV2", -6}, {"pulumi", -5},
}

func (f *find) cdkOrPulumi(language literal.Language, rules string, hasConfiguration bool) Format {
	weight := f.look.cdk
	known := rules != ""
	switch rules {
	case "cors", "addCorsRule", "add_cors_rule":
		weight += 3
	case "corsRules", "cors_rules":
		weight -= 3
	}
	if hasConfiguration {
		weight += 4
	}
	for i := range signs {
		if core.IndexText(f.tree.Text, signs[i].text) >= 0 {
			weight += signs[i].weight
			known = true
		}
	}
	switch {
	case language == literal.Python && !known:
		return Python // A dict in the names of other tools.
	case weight >= 0:
		return CDK
	}
	return Pulumi
}

// quote is what the first name in the rules begins with, also of what is spread into them: a quote, or a letter.
//
//go:noinline
func (f *find) quote() byte {
	span := f.spanInTree()
	rest := core.Trim(f.tree.Text[span.Start:span.End], "[{( \t\r\n.")
	if rest == "null" || core.HasPrefix(rest, "null]") || core.HasPrefix(rest, "null,") {
		rest = "" // It is no name.
	}
	if rest != "" && rest[0] != ']' && rest[0] != '}' {
		return rest[0]
	}
	return f.tree.Text[f.tree.Nodes[max(f.way[len(f.way)-1].key, 0)].Start]
}

// literalLanguage is the language of a literal that stands alone: JavaScript has no quotes around its keys, and Python single
// ones together with words or comments of its own. Single quotes alone are JSON that has to be mended.
func (f *find) literalLanguage() literal.Language {
	span := f.spanInTree()
	text := f.tree.Text[span.Start:span.End]
	switch quote := f.quote(); {
	case f.spreadsDict():
		return literal.Python
	case quote == '\'' && f.isPython():
		return literal.Python
	case quote|0x20-'a' < 26 && !isShorthand(text) && (core.Index(text, '=') < 0 || core.Index(text, '=') > core.Index(text, ':')):
		return literal.JavaScript
	}
	return literal.JSON
}

// spreadsDict says whether a dict of Python is spread into the literal: {**x}. A text with these letters begins with its quote.
func (f *find) spreadsDict() bool {
	nodes, span := f.tree.Nodes, f.spanInTree()
	for i := range nodes {
		if start := int(nodes[i].Start); start >= span.Start && start < span.End && core.HasPrefix(f.tree.Text[start:], "**") {
			return true
		}
	}
	return false
}

// isPython says whether a call of boto3 stands in the text, or a word or comment of Python in the literal.
func (f *find) isPython() bool {
	for i := range f.tree.Problems {
		rest := f.tree.Text[f.tree.Problems[i].Start:]
		switch f.tree.Problems[i].Code {
		case literal.ForeignWord:
			if rest[0] != 'u' { // undefined is JavaScript's.
				return true
			}
		case literal.Comment:
			if rest[0] == '#' {
				return true
			}
		}
	}
	return f.boto
}

// spanInTree is where the rules stand in the text of the tree, or the content of a dynamic block that makes rules of a list.
//
//go:noinline
func (f *find) spanInTree() core.Span {
	if len(f.rules) == 0 {
		return f.tree.Nodes[f.tree.Root].Span()
	}
	span := core.Span{Start: len(f.tree.Text)}
	for i := range f.rules {
		node := f.rules[i].node
		if content := f.rules[i].content; content > 0 {
			node = content
		}
		other := f.tree.Nodes[node].Span()
		span.Start, span.End = min(span.Start, other.Start), max(span.End, other.End)
	}
	return span
}

// generic are names on the way to the rules that say nothing.
const generic = " Properties Resources resources resource aws_s3_bucket aws_s3_bucket_cors_configuration args default "

// name is that of the bucket, resource or variable, or else of the format.
func (f *find) name() string {
	for i := len(f.way) - 1; i > 0; i-- {
		s := &f.way[i]
		key := s.key
		if bucket := f.bucketIn(s.node); bucket != "" {
			return excerpt(bucket)
		}
		if f.tree.Nodes[key].Kind == literal.Call {
			// The last label of a block, the first text of a call.
			for key++; key+1 < f.tree.Behind(s.key) && f.tree.Nodes[key].Kind == literal.String && f.tree.Nodes[key+1].Kind == literal.String; {
				key++
			}
		}
		kind := f.tree.Nodes[key].Kind
		text := f.tree.TextOf(key)
		if s.meant == noContainer && (kind == literal.Key || kind == literal.String) && text != "" && core.IndexText(generic, " "+text+" ") < 0 {
			return excerpt(text)
		}
	}
	return string(f.format)
}

// bucketIn is the bucket that the arguments of a call name, or the object around a configuration, or "".
func (f *find) bucketIn(node int) string {
	if node < 0 || f.tree.Nodes[node].Kind != literal.Object && f.tree.Nodes[node].Kind != literal.Call {
		return ""
	}
	for key := node + 1; key < f.tree.Behind(node); key = f.tree.Behind(key) {
		if f.tree.Nodes[key].Kind != literal.Key || f.tree.TextOf(key) != "Bucket" {
			continue
		}
		switch f.tree.Nodes[key+1].Kind {
		case literal.String, literal.Word, literal.Expression:
			return f.tree.TextOf(key + 1)
		}
	}
	return ""
}
