package format

import "s3cors/core"

// target is a format as a practitioner writes it.
//
// In its templates %b is the bucket, %e the endpoint, %a the account that owns the bucket and %c the checksum, each as a text of the
// format; %B, %E, %A and %C stand for the target's own lines for bucket, endpoint, owner and checksum, and for nothing where
// that is not given. %P pads the bucket's name where a line for the owner follows, and %R is a remark on the checksum.
type target struct {
	name, filename, mediaType string
	// command applies the file.
	command string
	// head and tail stand around the rules.
	head, tail string
	// bucket, endpoint, owner and checksum are the lines for each.
	bucket, endpoint, owner, checksum string
	// around is the style of the texts in head and tail, where it is not that of the rules.
	around *style
	// indent is that of a rule.
	indent string
	rule   *dialect
	// loses is what the target cannot carry or may change.
	loses losing
	// product is its name in a sentence.
	product string
}

// dialect is how a target writes a rule.
type dialect struct {
	style *style
	// order has the members in theirs.
	order [8]part
	names [7]string
	// methods stands before the name of a method; "" writes it as a text.
	methods string
}

// part is a core.Member, or one of those that follow.
type part = core.Member

// R2 has origins, methods and headers in an object of their own.
const (
	openAllowed part = 100 + iota
	closeAllowed
)

// style is the notation of a language.
type style struct {
	// quote is that around texts. YAML has them in plain, where it can.
	quote byte
	yaml  bool
	// expands: a text may hold expressions, ${ and %{ (Terraform).
	expands bool
	// wide: a character beyond U+FFFF is escaped by \U and eight digits, and not as two halves.
	wide bool
	// whole: a text has whole characters only, and U+FFFD stands for a lone surrogate, as in UTF-8.
	whole bool
	// within: the text stands in single quotes of a shell, and holds none itself.
	within bool
	// words: a text needs no quotes where it is a word of the shell.
	words bool
	// bareKeys: keys have no quotes.
	bareKeys bool
	// assign stands between key and value; aligned pads keys, as terraform fmt does.
	assign  string
	aligned bool
	unit    string
	// open and close stand around a rule.
	open, close string
	// between stands behind each rule but the last, and trailing behind the last one.
	between, trailing string
	// ends stands behind each member but the last, and last behind that.
	ends, last string
}

var (
	jsonStyle = style{quote: '"', assign: ": ", unit: "  ", open: "{", close: "}", between: ",", ends: ","}
	shellJSON = style{quote: '"', within: true, assign: ": ", unit: "  ", open: "{", close: "}", between: ",", ends: ","}
	python    = style{quote: '\'', wide: true, assign: ": ", unit: "    ", open: "{", close: "}", between: ",", trailing: ",", ends: ",", last: ","}
	script    = style{quote: '"', bareKeys: true, assign: ": ", unit: "  ", open: "{", close: "}", between: ",", trailing: ",", ends: ",", last: ","}
	cdkScript = style{quote: '\'', bareKeys: true, assign: ": ", unit: "  ", open: "{", close: "}", between: ",", trailing: ",", ends: ",", last: ","}
	hcl       = style{quote: '"', expands: true, wide: true, whole: true, bareKeys: true, assign: " = ", aligned: true, unit: "  ", open: "cors_rule {", close: "}"}
	yaml      = style{quote: '\'', yaml: true, wide: true, whole: true, bareKeys: true, assign: ": ", unit: "  "}
	shell     = style{quote: '\'', words: true}
)

// The orders: that of get-bucket-cors and of the examples of each tool (formats in use, not a demand of any of them).
var (
	apiOrder = [8]part{core.ID, core.AllowedHeaders, core.AllowedMethods, core.AllowedOrigins, core.ExposeHeaders, core.MaxAgeSeconds}
	cdkOrder = [8]part{core.ID, core.AllowedMethods, core.AllowedOrigins, core.AllowedHeaders, core.ExposeHeaders, core.MaxAgeSeconds}
	r2Order  = [8]part{core.ID, openAllowed, core.AllowedOrigins, core.AllowedMethods, core.AllowedHeaders, closeAllowed, core.ExposeHeaders, core.MaxAgeSeconds}
)

// The names are in the order of core.Member: ID, methods, origins, headers, max age, exposed.
var (
	apiNames       = [7]string{"", "ID", "AllowedMethods", "AllowedOrigins", "AllowedHeaders", "MaxAgeSeconds", "ExposeHeaders"}
	templateNames  = [7]string{"", "Id", "AllowedMethods", "AllowedOrigins", "AllowedHeaders", "MaxAge", "ExposedHeaders"}
	cdkNames       = [7]string{"", "id", "allowedMethods", "allowedOrigins", "allowedHeaders", "maxAge", "exposedHeaders"}
	pulumiNames    = [7]string{"", "id", "allowedMethods", "allowedOrigins", "allowedHeaders", "maxAgeSeconds", "exposeHeaders"}
	terraformNames = [7]string{"", "id", "allowed_methods", "allowed_origins", "allowed_headers", "max_age_seconds", "expose_headers"}
	r2Names        = [7]string{"", "id", "methods", "origins", "headers", "maxAgeSeconds", "exposeHeaders"}
	gcsNames       = [7]string{"", "", "method", "origin", "responseHeader", "maxAgeSeconds", ""}
)

var (
	apiRule       = dialect{&jsonStyle, apiOrder, apiNames, ""}
	shellRule     = dialect{&shellJSON, apiOrder, apiNames, ""}
	pythonRule    = dialect{&python, apiOrder, apiNames, ""}
	scriptRule    = dialect{&script, apiOrder, apiNames, ""}
	templateRule  = dialect{&jsonStyle, apiOrder, templateNames, ""}
	yamlRule      = dialect{&yaml, apiOrder, templateNames, ""}
	cdkRule       = dialect{&cdkScript, cdkOrder, cdkNames, "s3.HttpMethods."}
	pulumiRule    = dialect{&script, apiOrder, pulumiNames, ""}
	terraformRule = dialect{&hcl, apiOrder, terraformNames, ""}
	r2Rule        = dialect{&jsonStyle, r2Order, r2Names, ""}
	gcsRule       = dialect{&jsonStyle, [8]part{core.AllowedOrigins, core.AllowedMethods, core.AllowedHeaders, core.MaxAgeSeconds}, gcsNames, ""}
)

const (
	jsonType   = "application/json"
	pythonType = "text/x-python"
	scriptType = "text/javascript"
	typesType  = "text/typescript"
	cliPut     = "aws s3api put-bucket-cors"
	deployJSON = "aws cloudformation deploy --template-file template.json --stack-name STACK"
	deployYAML = "aws cloudformation deploy --template-file template.yaml --stack-name STACK"
)

// targets are the output formats of the contract.
//
// Authority: the documentation of each tool for its own form; AWS CLI reference, s3api put-bucket-cors; boto3 and ibm_boto3,
// put_bucket_cors and BucketCors.put; AWS::S3::Bucket CorsConfiguration; aws_s3_bucket_cors_configuration; Cloudflare
// R2, "Configure CORS"; gcloud storage buckets update.
var targets = [...]target{
	{name: "xml", filename: "cors.xml", mediaType: "application/xml", command: "s3cmd setcors cors.xml s3://%b", product: "the XML document"},
	{name: "json", filename: "cors.json", mediaType: jsonType, command: cliPut + " --bucket %b --cors-configuration file://cors.json%C%E%A",
		endpoint: " --endpoint-url %e", owner: " --expected-bucket-owner %a", checksum: " --checksum-algorithm %c",
		head: "{\n  \"CORSRules\": [", tail: "]\n}\n", indent: "    ", rule: &apiRule},
	{name: "console", filename: "cors.json", mediaType: jsonType, head: "[", tail: "]\n", indent: "  ", rule: &apiRule, product: "the S3 console"},
	// One command that leaves no file behind. That with file:// is with json.
	{name: "aws-cli", filename: "put-cors.sh", mediaType: "text/x-shellscript", command: "sh put-cors.sh", around: &shell,
		head: cliPut + " \\\n  --bucket %b \\\n  --cors-configuration '{\n  \"CORSRules\": [", tail: "]\n}'%C%E%A\n",
		endpoint: " \\\n  --endpoint-url %e", owner: " \\\n  --expected-bucket-owner %a", checksum: " \\\n  --checksum-algorithm %c", indent: "    ", rule: &shellRule},
	{name: "boto3", filename: "put_cors.py", mediaType: pythonType, command: "python3 put_cors.py",
		head:     "import boto3\n\n%Rs3 = boto3.client('s3'%E)\ns3.put_bucket_cors(\n    Bucket=%b,\n    CORSConfiguration={\n        'CORSRules': [",
		tail:     "        ],\n    },\n%C%A)\n",
		endpoint: ", endpoint_url=%e", owner: "    ExpectedBucketOwner=%a,\n", checksum: "    ChecksumAlgorithm=%c,\n", indent: "            ", rule: &pythonRule},
	{name: "ibm-boto3", filename: "put_cors.py", mediaType: pythonType, command: "python3 put_cors.py",
		head: "import ibm_boto3\n\n" +
			"# Credentials come from ~/.bluemix/cos_credentials. With an API key instead of HMAC keys the resource needs\n" +
			"# config=ibm_botocore.client.Config(signature_version='oauth') too.\n" +
			"cos = ibm_boto3.resource('s3', endpoint_url=%e)\nbucket_cors = cos.BucketCors(%b)\nbucket_cors.put(\n" +
			"    CORSConfiguration={\n        'CORSRules': [",
		tail:  "        ],\n    },\n%C%A)\n",
		owner: "    # IBM COS ignores ExpectedBucketOwner.\n    ExpectedBucketOwner=%a,\n", checksum: "    ChecksumAlgorithm=%c,\n", indent: "            ",
		rule: &pythonRule, loses: owner, product: "IBM COS"},
	{name: "sdk-js", filename: "put-cors.mjs", mediaType: scriptType, command: "node put-cors.mjs",
		head: "import { PutBucketCorsCommand, S3Client } from \"@aws-sdk/client-s3\";\n\nconst client = new S3Client({%E});\n" +
			"await client.send(new PutBucketCorsCommand({\n  Bucket: %b,\n  CORSConfiguration: {\n    CORSRules: [",
		tail:     "    ],\n  },\n%C%A}));\n",
		endpoint: " endpoint: %e, forcePathStyle: true ", owner: "  ExpectedBucketOwner: %a,\n", checksum: "  ChecksumAlgorithm: %c,\n", indent: "      ", rule: &scriptRule},
	{name: "cloudformation-json", filename: "template.json", mediaType: jsonType, command: deployJSON,
		head: "{\n  \"Resources\": {\n    \"Bucket\": {\n      \"Type\": \"AWS::S3::Bucket\",\n      \"Properties\": {\n" +
			"%B        \"CorsConfiguration\": {\n          \"CorsRules\": [",
		tail:   "]\n        }\n      }\n    }\n  }\n}\n",
		bucket: "        \"BucketName\": %b,\n", indent: "            ", rule: &templateRule, loses: zero, product: "CloudFormation"},
	{name: "cloudformation-yaml", filename: "template.yaml", mediaType: "application/yaml",
		command: deployYAML,
		head:    "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n%B      CorsConfiguration:\n        CorsRules:",
		bucket:  "      BucketName: %b\n", indent: "          ", rule: &yamlRule, loses: zero, product: "CloudFormation"},
	{name: "cdk", filename: "cors-stack.ts", mediaType: typesType, command: "npx cdk deploy --app 'npx ts-node cors-stack.ts'",
		head: "import { App, Stack } from 'aws-cdk-lib';\nimport * as s3 from 'aws-cdk-lib/aws-s3';\n\nconst stack = new Stack(new App(), 'CorsStack');\n" +
			"new s3.Bucket(stack, 'Bucket', {\n%B  cors: [",
		bucket: "  bucketName: %b,\n", tail: "  ],\n});\n", indent: "    ", rule: &cdkRule, loses: zero, product: "CloudFormation"},
	{name: "terraform", filename: "cors.tf", mediaType: "text/plain", command: "terraform apply",
		head:  "resource \"aws_s3_bucket_cors_configuration\" \"this\" {\n  bucket%P = %b%A",
		tail:  "}\n",
		owner: "\n  expected_bucket_owner = %a", indent: "  ", rule: &terraformRule, loses: order | zero, product: "Terraform"},
	// The resource's own expectedBucketOwner is deprecated: @pulumi/aws 7.48, s3/bucketCorsConfiguration.d.ts.
	{name: "pulumi", filename: "index.ts", mediaType: typesType, command: "%Apulumi up",
		head: "import * as aws from \"@pulumi/aws\";\n\nnew aws.s3.BucketCorsConfiguration(\"cors\", {\n  bucket: %b,\n  corsRules: [",
		tail: "  ],\n});\n", owner: "pulumi config set --path --type string 'aws:allowedAccountIds[0]' %a && ", indent: "    ",
		rule: &pulumiRule, loses: order | zero, product: "Pulumi"},
	{name: "r2", filename: "cors.json", mediaType: jsonType, command: "npx wrangler r2 bucket cors set %b --file cors.json",
		head: "{\n  \"rules\": [", tail: "]\n}\n", indent: "    ", rule: &r2Rule, loses: limits, product: "R2"},
	{name: "gcs", filename: "cors.json", mediaType: jsonType, command: "gcloud storage buckets update gs://%b --cors-file=cors.json",
		head: "[", tail: "]\n", indent: "  ", rule: &gcsRule, loses: roles, product: "Google Cloud Storage"},
}
