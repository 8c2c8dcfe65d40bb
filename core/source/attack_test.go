package source_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"s3cors/core"
	"s3cors/core/source"
)

const (
	oneRule    = `{"CORSRules": [{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]}`
	ruleInXML  = "<CORSConfiguration><CORSRule><AllowedOrigin>https://x.example</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule></CORSConfiguration>"
	xmlsRule   = `{"CORSRules": [{"AllowedOrigins": ["https://x.example"], "AllowedMethods": ["PUT"]}]}`
	jsonsRule  = `[{"AllowedMethods":["GET"],"AllowedOrigins":["https://a.example"]}]`
	twoMethods = `{"CORSRules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["GET", "PUT"]}]}`
	// cloudFormation is around a list of rules in YAML.
	cloudFormation = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      CorsConfiguration:\n        CorsRules:\n"
)

// TestTextsOfAnAttack has texts that were once misread, each with what a careful reader makes of it.
func TestTextsOfAnAttack(t *testing.T) {
	for _, c := range []struct {
		name, text, format, configuration string
		expect                            pastedText
	}{
		{"single quotes alone are JSON that has to be mended", `[{'AllowedMethods':['GET'],'AllowedOrigins':['https://a.example']}]`, "json", oneRule,
			pastedText{Diagnostics: []string{"relaxed-syntax"}}},
		{"single quotes in the form of the CLI are JSON that has to be mended", `{'CORSRules':[{'AllowedMethods':['GET'],'AllowedOrigins':['https://a.example']}]}`, "json", oneRule,
			pastedText{Diagnostics: []string{"relaxed-syntax"}}},
		{"single quotes below a comment of JavaScript are JSON that has to be mended", "// x\n[{'AllowedMethods':['GET'],'AllowedOrigins':['https://a.example'],}]", "json", oneRule,
			pastedText{Diagnostics: []string{"relaxed-syntax"}}},
		{"single quotes with None are Python", `[{'ID': None, 'AllowedMethods':['GET'],'AllowedOrigins':['https://a.example']}]`, "python", oneRule, pastedText{}},
		{"single quotes below a comment of Python are Python", "# x\n[{'AllowedMethods':['GET'],'AllowedOrigins':['https://a.example']}]", "python", oneRule, pastedText{}},
		{"a dictionary that is assigned is Python", "cors = {'CORSRules': [{'AllowedMethods':['GET'],'AllowedOrigins':['https://a.example']}]}", "python", oneRule, pastedText{}},
		{"a dictionary after CORSConfiguration= is Python", "CORSConfiguration={'CORSRules': [{'AllowedMethods':['GET'],'AllowedOrigins':['https://a.example']}]}", "python", oneRule, pastedText{}},
		{"a call of boto3 in a sentence is Python", "I call put_bucket_cors with this, and it fails: {'CORSRules': [{'AllowedMethods':['GET'],'AllowedOrigins':['https://a.example']}]}", "python", oneRule, pastedText{}},

		{"an array in the names of S3's XML is read", `[{"AllowedMethod":["GET"],"AllowedOrigin":["https://a.example"]}]`, "json", oneRule, pastedText{Diagnostics: []string{"misspelled-key"}}},
		{"an array in snake case is read", `[{"allowed_methods":["GET"],"allowed_origins":["https://a.example"]}]`, "json", oneRule, pastedText{Diagnostics: []string{"misspelled-key"}}},
		{"an array in kebab case is read", `[{"allowed-methods":["GET"],"allowed-origins":["https://a.example"]}]`, "json", oneRule, pastedText{Diagnostics: []string{"misspelled-key"}}},
		{"an array with slips in the names is read", `[{"AllowedOrigns":["https://a.example"],"AlowedMethods":["GET"]}]`, "json", oneRule, pastedText{Diagnostics: []string{"misspelled-key"}}},
		{"a letter that is left out of the middle is a slip", `[{"AllowdOrigins":["https://a.example"],"AllowdMethods":["GET"]}]`, "json", oneRule, pastedText{Diagnostics: []string{"misspelled-key"}}},
		{"a plural in GCS's names is read", `[{"origin":["https://a.example"],"methods":["GET"],"responseHeader":["x"],"maxAgeSeconds":4}]`, "gcs",
			`{"CORSRules": [{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "AllowedHeaders": ["x"], "ExposeHeaders": ["x"], "MaxAgeSeconds": 4}]}`,
			pastedText{Diagnostics: []string{"misspelled-key"}}},
		{"the options of a server with plurals are none of GCS's", `{"origin":["https://a.example"],"methods":["GET"],"maxAgeSeconds":4}`, "", "", pastedText{}},
		{"an array in the names of Lambda's is no configuration", `[{"AllowMethods":["GET"],"AllowOrigins":["https://a.example"]}]`, "", "", pastedText{MayTell: []string{"foreign-dialect"}}},

		{"the settings of a Lambda function URL are named", `{"AllowCredentials":true,"AllowHeaders":["x"],"AllowMethods":["GET"],"AllowOrigins":["https://a.example"],"MaxAge":3}`, "", "",
			pastedText{Diagnostics: []string{"foreign-dialect"}, Dialect: "Lambda function URL"}},
		{"the function URL of the Serverless Framework is named", "functions:\n  f:\n    handler: x.y\n    url:\n      cors:\n        allowedOrigins:\n          - https://a.example\n", "", "",
			pastedText{Diagnostics: []string{"foreign-dialect"}, Dialect: "Lambda function URL"}},
		{"SAM's REST API is named", "Resources:\n  A:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: p\n      Cors:\n        AllowMethods: \"'GET'\"\n        AllowOrigin: \"'*'\"\n", "", "",
			pastedText{Diagnostics: []string{"foreign-dialect"}, Dialect: "API Gateway"}},

		{"what is spread into a rule from elsewhere is unknown", `s3.putBucketCors({Bucket:"b",CORSConfiguration:{CORSRules:[{...base, AllowedOrigins:["https://a.example"]}]}});`, "javascript",
			`{"CORSRules": [{"AllowedOrigins": ["https://a.example"]}]}`, pastedText{Unknown: []string{"CORSRules[0].AllowedMethods"}, Diagnostics: []string{"opaque-value"}}},
		{"what is spread into a rule by its name is read", "const base = {AllowedMethods:[\"GET\"], AllowedOrigins:[\"https://b.example\"]};\ns3.putBucketCors({Bucket:\"b\",CORSConfiguration:{CORSRules:[{...base, AllowedOrigins:[\"https://a.example\"]}]}});", "javascript",
			oneRule, pastedText{}},
		{"an object that is spread into itself is read once", "const base = {...base, AllowedMethods:[\"GET\"]};\ns3.putBucketCors({Bucket:\"b\",CORSConfiguration:{CORSRules:[{...base, AllowedOrigins:[\"https://a.example\"]}]}});", "javascript",
			oneRule, pastedText{MayTell: []string{"opaque-value"}}},
		{"a dictionary that is spread by its name is read", "base = {'AllowedMethods': ['GET']}\ns3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': [{**base, 'AllowedOrigins': ['https://a.example']}]})", "python",
			oneRule, pastedText{}},
		{"a dictionary that is spread from elsewhere is unknown", "s3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': [{**base, 'AllowedOrigins': ['https://a.example']}]})", "python",
			`{"CORSRules": [{"AllowedOrigins": ["https://a.example"]}]}`, pastedText{Unknown: []string{"CORSRules[0].AllowedMethods"}, Diagnostics: []string{"opaque-value"}}},

		{"a spread makes a literal JavaScript", `{CORSRules:[{...base, AllowedOrigins:["https://a.example"]}]}`, "javascript",
			`{"CORSRules": [{"AllowedOrigins": ["https://a.example"]}]}`, pastedText{Unknown: []string{"CORSRules[0].AllowedMethods"}, Diagnostics: []string{"opaque-value"}}},
		{"two stars make a literal Python", `{'CORSRules': [{**base, 'AllowedOrigins': ['https://a.example']}]}`, "python",
			`{"CORSRules": [{"AllowedOrigins": ["https://a.example"]}]}`, pastedText{Unknown: []string{"CORSRules[0].AllowedMethods"}, Diagnostics: []string{"opaque-value"}}},
		{"a rule of the CDK may have its methods from elsewhere", `new s3.Bucket(this, 'B', { cors: [{...base, allowedOrigins: ['https://a.example']}] });`, "cdk",
			`{"CORSRules": [{"AllowedOrigins": ["https://a.example"]}]}`, pastedText{Unknown: []string{"CORSRules[0].AllowedMethods"}, Diagnostics: []string{"opaque-value"}}},

		{"a rule under a condition is read", cloudFormation + "          - !If\n            - Prod\n            - AllowedOrigins: [https://a.example]\n              AllowedMethods: [GET]\n            - !Ref AWS::NoValue\n", "cloudformation-yaml",
			oneRule, pastedText{Unknown: []string{"CORSRules[0]"}, Diagnostics: []string{"opaque-value"}}},
		{"a rule under a condition is read in JSON", `{"Resources":{"B":{"Type":"AWS::S3::Bucket","Properties":{"CorsConfiguration":{"CorsRules":[{"Fn::If":["Prod",{"AllowedOrigins":["https://a.example"],"AllowedMethods":["GET"]},{"Ref":"AWS::NoValue"}]}]}}}}}`, "cloudformation-json",
			oneRule, pastedText{Unknown: []string{"CORSRules[0]"}, Diagnostics: []string{"opaque-value"}}},
		{"a rule in the second branch of a condition is read", cloudFormation + "          - Fn::If: [Prod, !Ref AWS::NoValue, {AllowedOrigins: [https://a.example], AllowedMethods: [GET]}]\n", "cloudformation-yaml",
			oneRule, pastedText{Unknown: []string{"CORSRules[0]"}, Diagnostics: []string{"opaque-value"}}},
		{"a rule beside one under a condition is read", cloudFormation + "          - AllowedOrigins: [https://a.example]\n            AllowedMethods: [GET]\n          - !If [Prod, !Ref A, !Ref AWS::NoValue]\n", "cloudformation-yaml",
			oneRule, pastedText{Unknown: []string{"CORSRules"}, Diagnostics: []string{"opaque-value"}}},

		{"one line of the CDK is no YAML", `cors: [{allowedOrigins:['https://a.example'],allowedMethods:[s3.HttpMethods.GET],exposedHeaders:['ETag'],maxAge:30}]`, "cdk",
			`{"CORSRules": [{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 30}]}`, pastedText{}},
		{"a line of the CDK with blanks is no YAML", `cors: [{ allowedOrigins: ['https://a.example'], allowedMethods: [s3.HttpMethods.GET] }]`, "cdk", oneRule, pastedText{}},
		{"a line in the CDK's names with blanks is the CDK's", `cors: [{ allowedOrigins: ['https://a.example'], allowedMethods: ['GET'], exposedHeaders: ['ETag'], maxAge: 30 }]`, "cdk",
			`{"CORSRules": [{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 30}]}`, pastedText{}},
		{"one line in the CDK's names is the CDK's", `cors: [{allowedOrigins:['https://a.example'],allowedMethods:['GET'],exposedHeaders:['ETag'],maxAge:30}]`, "cdk",
			`{"CORSRules": [{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"], "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 30}]}`, pastedText{}},

		{"a number as ID is a text in CloudFormation", cloudFormation + "          - Id: 1\n            AllowedOrigins: [https://a.example]\n            AllowedMethods: [GET]\n", "cloudformation-yaml",
			`{"CORSRules": [{"ID": "1", "AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]}`, pastedText{}},
		{"a number as ID is a text in Terraform", "cors_rule {\n  id = 1\n  allowed_origins = [\"https://a.example\"]\n  allowed_methods = [\"GET\"]\n}\n", "terraform",
			`{"CORSRules": [{"ID": "1", "AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]}`, pastedText{}},
		{"a number as ID is none in JSON", `[{"ID": 1, "AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]`, "json", oneRule, pastedText{Diagnostics: []string{"wrong-type"}}},

		{"XML under a title comes before JSON", "XML:\n" + ruleInXML + "\nJSON:\n" + jsonsRule + "\n", "xml", xmlsRule, pastedText{Candidates: 1, Diagnostics: []string{"several-configurations"}}},
		{"XML behind JSON in prose is a candidate", "these are the rules of ours:\n\n" + jsonsRule + "\n\nXML:\n" + ruleInXML + "\n", "json", oneRule,
			pastedText{Candidates: 1, Diagnostics: []string{"several-configurations"}}},
		{"JSON behind XML is a candidate", ruleInXML + "\n" + jsonsRule + "\n", "xml", xmlsRule, pastedText{Candidates: 1, Diagnostics: []string{"several-configurations"}, MayTell: []string{"syntax", "unknown-element"}}},
		{"JSON behind XML in a sentence is a candidate", "the XML " + ruleInXML + " or the JSON " + jsonsRule + "\n", "xml", xmlsRule, pastedText{Candidates: 1, Diagnostics: []string{"several-configurations"}}},

		{"XML in a text of a program is read behind its backslashes", `String xml = "<CORSConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\n<CORSRule>\n<AllowedOrigin>https://x.example</AllowedOrigin>\n<AllowedMethod>PUT</AllowedMethod>\n</CORSRule>\n</CORSConfiguration>";`, "xml", xmlsRule, pastedText{}},
		{"XML in a text alone is read behind its backslashes", `"<CORSConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\n<CORSRule><AllowedOrigin>https://x.example</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule>\n</CORSConfiguration>"`, "xml", xmlsRule, pastedText{}},
		{"XML in a member of JSON is read behind its backslashes", `{"Body": "<CORSConfiguration>\n\t<CORSRule><AllowedOrigin>https://x.example</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule>\n</CORSConfiguration>"}`, "xml", xmlsRule, pastedText{}},

		{"calls on several buckets are called by these", "s3.put_bucket_cors(Bucket='aaa', CORSConfiguration={'CORSRules': [{'AllowedMethods': ['GET'], 'AllowedOrigins': ['https://a.example']}]})\ns3.put_bucket_cors(Bucket='bbb', CORSConfiguration={'CORSRules': [{'AllowedMethods': ['PUT'], 'AllowedOrigins': ['*']}]})\n", "python",
			oneRule, pastedText{Candidates: 1, names: []string{"aaa", "bbb"}, Diagnostics: []string{"several-configurations"}}},
		{"commands on several buckets are called by these", "await s3.send(new PutBucketCorsCommand({Bucket: 'aaa', CORSConfiguration: {CORSRules: [{AllowedMethods: ['GET'], AllowedOrigins: ['https://a.example']}]}}));\nawait s3.send(new PutBucketCorsCommand({Bucket: NAME, CORSConfiguration: {CORSRules: [{AllowedMethods: ['PUT'], AllowedOrigins: ['*']}]}}));\n", "javascript",
			oneRule, pastedText{Candidates: 1, names: []string{"aaa", "NAME"}, Diagnostics: []string{"several-configurations"}}},

		{"the prompts of Python are passed over", ">>> s3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': [{'AllowedMethods': ['GET'],\n... 'AllowedOrigins': ['https://a.example']}]})\n", "python", oneRule, pastedText{}},
		{"the prompts of Python are passed over in lines of code", ">>> import boto3\n>>> s3 = boto3.client('s3')\n>>> s3.put_bucket_cors(\n...     Bucket='b',\n...     CORSConfiguration={'CORSRules': [{'AllowedMethods': ['GET'],\n...         'AllowedOrigins': ['https://a.example']}]})\n...\n", "python", oneRule, pastedText{}},

		{"Go is not read", "_, err := client.PutBucketCors(ctx, &s3.PutBucketCorsInput{\n\tBucket: aws.String(\"b\"),\n\tCORSConfiguration: &types.CORSConfiguration{\n\t\tCORSRules: []types.CORSRule{{AllowedMethods: []string{\"GET\",\"PUT\"}, AllowedOrigins: []string{\"*\"}, MaxAgeSeconds: aws.Int32(3000)}},\n\t},\n})\n", "", "", pastedText{Diagnostics: []string{"unknown-format"}}},
		{"a literal of Go is not read", `CORSRules: []types.CORSRule{{AllowedMethods: []string{"GET","PUT"}, AllowedOrigins: []string{"*"}, MaxAgeSeconds: aws.Int32(3000)}}`, "", "", pastedText{Diagnostics: []string{"unknown-format"}}},
		{"the values of Go alone are not read", "CORSRules: []types.CORSRule{\n\t{\n\t\tAllowedMethods: []string{\"GET\", \"PUT\"},\n\t\tAllowedOrigins: []string{\"*\"},\n\t},\n},\n", "", "", pastedText{Diagnostics: []string{"unknown-format"}}},
		{"Go with pointers is not read", "CORSRules: []*s3.CORSRule{\n\t{\n\t\tAllowedMethods: aws.StringSlice([]string{\"GET\"}),\n\t\tAllowedOrigins: []*string{aws.String(\"*\")},\n\t},\n},\n", "", "", pastedText{Diagnostics: []string{"unknown-format"}}},

		{"JSON in a member of JSON is read behind its backslashes", `{"cors":"{\"CORSRules\":[{\"AllowedMethods\":[\"GET\"],\"AllowedOrigins\":[\"https://a.example\"]}]}"}`, "json", oneRule, pastedText{MayTell: []string{"surrounding-text"}}},
		{"JSON in a command of Terraform is read behind its backslashes", "resource \"null_resource\" \"c\" {\n  provisioner \"local-exec\" {\n    command = \"aws s3api put-bucket-cors --bucket b --cors-configuration '{\\\"CORSRules\\\":[{\\\"AllowedMethods\\\":[\\\"GET\\\"],\\\"AllowedOrigins\\\":[\\\"https://a.example\\\"]}]}'\"\n  }\n}\n", "json", oneRule, pastedText{MayTell: []string{"surrounding-text"}}},

		{"what Terraform plans is read", "Terraform will perform the following actions:\n\n  # aws_s3_bucket_cors_configuration.x will be created\n  + resource \"aws_s3_bucket_cors_configuration\" \"x\" {\n      + bucket = (known after apply)\n      + id     = (known after apply)\n\n      + cors_rule {\n          + allowed_methods = [\n              + \"GET\",\n            ]\n          + allowed_origins = [\n              + \"https://a.example\",\n            ]\n        }\n    }\n\nPlan: 1 to add, 0 to change, 0 to destroy.\n", "terraform", oneRule, pastedText{MayTell: []string{"surrounding-text"}}},
		{"a block that Terraform plans is read", "  + cors_rule {\n      + allowed_methods = [\n          + \"GET\",\n        ]\n      + allowed_origins = [\n          + \"https://a.example\",\n        ]\n    }\n", "terraform", oneRule, pastedText{MayTell: []string{"surrounding-text"}}},
		{"what Terraform would take out is not read", "  # aws_s3_bucket_cors_configuration.x will be updated in-place\n  ~ resource \"aws_s3_bucket_cors_configuration\" \"x\" {\n        id     = \"b\"\n        # (1 unchanged attribute hidden)\n\n      - cors_rule {\n          - allowed_methods = [\n              - \"DELETE\",\n            ] -> null\n          - allowed_origins = [\n              - \"*\",\n            ] -> null\n        }\n      ~ cors_rule {\n          ~ allowed_methods = [\n              + \"PUT\",\n              - \"POST\",\n                \"GET\",\n            ]\n          + allowed_origins = [\n              + \"*\",\n            ]\n          ~ max_age_seconds = 60 -> 600\n        }\n    }\n", "terraform",
			`{"CORSRules": [{"AllowedOrigins": ["*"], "AllowedMethods": ["PUT", "GET"], "MaxAgeSeconds": 600}]}`, pastedText{MayTell: []string{"surrounding-text"}}},

		{"the shorthand of the CLI without quotes is read", "aws s3api put-bucket-cors --bucket b --cors-configuration CORSRules=[{AllowedMethods=[GET,PUT],AllowedOrigins=[*]}]\n", "json", twoMethods, pastedText{MayTell: []string{"surrounding-text"}}},
		{"an option in the shorthand of the CLI is read", "--cors-configuration CORSRules=[{AllowedMethods=[GET,PUT],AllowedOrigins=[*]}]", "json", twoMethods, pastedText{MayTell: []string{"surrounding-text"}}},
		{"the shorthand of the CLI alone is read", "CORSRules=[{AllowedMethods=[GET,PUT],AllowedOrigins=[*]}]", "json", twoMethods, pastedText{MayTell: []string{"surrounding-text"}}},

		{"a list of nothing but null is one of no rules", `{"CORSRules":[null]}`, "json", `{"CORSRules": []}`, pastedText{Diagnostics: []string{"wrong-type"}}},
		{"a list of nothing but null alone may be anything", `[null]`, "", "", pastedText{Diagnostics: []string{"unknown-format"}}},
		{"XML in a text with single quotes is read behind its backslashes", `x = '<CORSConfiguration>\n<CORSRule><AllowedOrigin>https://x.example</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule></CORSConfiguration>'`, "xml", xmlsRule, pastedText{MayTell: []string{"surrounding-text"}}},
		{"JSON beside a literal of Go is read", "x := `" + jsonsRule + "`\ny := []string{\"a\"}\n", "json", oneRule, pastedText{MayTell: []string{"surrounding-text"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect := c.expect
			expect.Format = c.format
			if c.configuration != "" {
				expect.Configuration = new(core.CORSConfiguration)
				if err := json.Unmarshal([]byte(c.configuration), expect.Configuration); err != nil {
					t.Fatal(err)
				}
			}
			doc := read(t, c.text)
			if differences := expect.differences(doc); len(differences) > 0 {
				t.Error(strings.Join(differences, "\n"))
			}
			if names := c.expect.names; len(names) > 0 {
				if name := doc.Candidates[0].Name; name != names[1] {
					t.Errorf("the other is called %q, want %q", name, names[1])
				}
				if other := source.ReadChoice(c.text, &source.Choice{Candidate: 1}).Candidates[0].Name; other != names[0] {
					t.Errorf("the first is called %q, want %q", other, names[0])
				}
			}
			for i := range c.expect.Unknown {
				if len(doc.Placeholders) <= i || doc.Placeholders[i].Path.String() != c.expect.Unknown[i] {
					t.Errorf("%s is not listed: %+v", c.expect.Unknown[i], doc.Placeholders)
				}
			}
		})
	}
}

// TestPlacesOfXMLInAString holds that what is read behind backslashes is found again in the pasted text, and that no fix writes
// a quote or the end of a line into the text of a program.
func TestPlacesOfXMLInAString(t *testing.T) {
	const xml = `<CORSConfiguration>\n\t<CORSRule>\n<AllowedOrigin>https://a.example/</AllowedOrigin><AllowedMethod>get</AllowedMethod></CORSRule>\n</CORSConfiguration>`
	text := "String x = \"" + xml + "\";\n"
	doc := read(t, text)
	if place := doc.Places.Document.Whole; text[place.Start:place.End] != xml {
		t.Errorf("the configuration is found at %q", text[place.Start:place.End])
	}
	origin := doc.Places.Rules[0].Members[core.AllowedOrigins].Items[0].Value
	if found := text[origin.Start:origin.End]; found != "https://a.example/" {
		t.Errorf("the origin is found at %q", found)
	}
	for i := range doc.Diagnostics {
		for _, fix := range doc.Diagnostics[i].Fixes {
			for _, edit := range fix.Edits {
				if strings.ContainsAny(edit.Text, "\"\n") {
					t.Errorf("a fix writes %q", edit.Text)
				}
			}
		}
	}
}

// TestQuotesBehindBackslashes holds that they take no more time than any others.
func TestQuotesBehindBackslashes(t *testing.T) {
	start := time.Now()
	read(t, "cors "+strings.Repeat(`\'`, 1<<20))
	if passed := time.Since(start); passed > 10*time.Second {
		t.Errorf("it takes %s", passed)
	}
}
