package source

import "s3cors/core"

// dialect is the naming of one tool. A name that is another's is read all the same, and reported with the
// right one.
type dialect struct {
	// members are its names by core.Member.
	members [core.ExposeHeaders + 1]string
	// containers are its names by container; "" where it has several or none.
	containers [configurationContainer + 1]string
}

// In Python and in Terraform the names of the CDK, of Pulumi and of R2 are the same in snake case. GCS has one list for
// both kinds of headers. R2 has the lists inside of allowed.
//
// Authority: the documentation of each tool: API_CORSRule; AWS::S3::Bucket CorsRule; aws-cdk-lib.aws_s3.CorsRule;
// aws.s3.BucketCorsConfiguration; Cloudflare R2, Configure CORS; gsutil cors.
var (
	s3Names = dialect{[...]string{"", "ID", "AllowedMethods", "AllowedOrigins", "AllowedHeaders", "MaxAgeSeconds", "ExposeHeaders"},
		[...]string{"", "CORSRules", "CORSConfiguration"}}
	cloudFormationNames = dialect{[...]string{"", "Id", "AllowedMethods", "AllowedOrigins", "AllowedHeaders", "MaxAge", "ExposedHeaders"},
		[...]string{"", "CorsRules", "CorsConfiguration"}}
	cdkNames    = dialect{members: [...]string{"", "id", "allowedMethods", "allowedOrigins", "allowedHeaders", "maxAge", "exposedHeaders"}}
	pulumiNames = dialect{members: [...]string{"", "id", "allowedMethods", "allowedOrigins", "allowedHeaders", "maxAgeSeconds", "exposeHeaders"}}
	r2Names     = dialect{[...]string{"", "id", "methods", "origins", "headers", "maxAgeSeconds", "exposeHeaders"},
		[...]string{"", "rules", ""}}
	gcsNames = dialect{members: [...]string{"", "", "method", "origin", "responseHeader", "maxAgeSeconds", "responseHeader"}}
)

// tools says who takes a format, under which names.
var tools = [...]struct {
	format Format
	names  *dialect
	tool   string
}{
	{JSON, &s3Names, "the S3 console"},
	{Python, &s3Names, "boto3"},
	{JavaScript, &s3Names, "the SDK for JavaScript"},
	{CloudFormationJSON, &cloudFormationNames, "CloudFormation"},
	{CloudFormationYAML, &cloudFormationNames, "CloudFormation"},
	{CDK, &cdkNames, "the CDK"},
	{Terraform, &pulumiNames, "Terraform"},
	{Pulumi, &pulumiNames, "Pulumi"},
	{R2, &r2Names, "R2"},
	{GCS, &gcsNames, "Google Cloud Storage"},
}

// toolOf is the index in tools of who takes a format; a value is in the names of the first.
//
//go:noinline
func toolOf(format Format) int {
	for i := range tools {
		if tools[i].format == format {
			return i
		}
	}
	return 0
}

// snake is a name in camel case as Python and Terraform write it: allowed_origins.
//
//go:noinline
func snake(name string) string {
	written := make([]byte, 0, len(name)+2)
	for i := range len(name) {
		b := name[i]
		if b-'A' < 26 {
			written = append(written, '_')
			b += 'a' - 'A'
		}
		written = append(written, b)
	}
	return string(written)
}

// style is how a name is written.
type style uint8

const (
	lowerCase style = iota
	camelCase
	snakeCase
	pascalCase
)

//go:noinline
func styleOf(name string) style {
	found := lowerCase
	for i := range len(name) {
		switch b := name[i]; {
		case b == '_':
			return snakeCase
		case b-'A' < 26 && i == 0:
			found = pascalCase
		case b-'A' < 26 && found == lowerCase:
			found = camelCase
		}
	}
	return found
}
