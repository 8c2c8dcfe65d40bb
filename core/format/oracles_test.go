package format_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	"go.yaml.in/yaml/v3"

	"s3cors/core"
)

// What a target's own reader makes of what was written for it. Every reader here is strict: a key that the target does not
// document is an error.

// found is what was read: the rules, and the options by their names in the contract.
type found struct {
	rules   []core.CORSRule
	options map[string]string
}

// object is a value with keys, as readers of JSON, YAML, HCL and Python give it.
type object = map[string]any

// oracles are the readers, by the format. Those of JavaScript and TypeScript are in web/test/convert.
var oracles = map[string]func(text string) (found, error){
	"xml":     readXML,
	"json":    func(text string) (found, error) { return readAPI(readJSON(text)) },
	"console": func(text string) (found, error) { return readRules(apiKeys)(readJSON(text)) },
	"aws-cli": readShell,
	"boto3": func(text string) (found, error) {
		return readPython(text, "s3.put_bucket_cors", "Bucket")
	},
	"ibm-boto3": func(text string) (found, error) {
		return readPython(text, "bucket_cors.put", "")
	},
	"cloudformation-json": func(text string) (found, error) { return readTemplate(readJSON(text)) },
	"cloudformation-yaml": func(text string) (found, error) { return readTemplate(readYAML(text)) },
	"terraform":           readTerraform,
	"r2":                  func(text string) (found, error) { return readR2(readJSON(text)) },
	"gcs":                 func(text string) (found, error) { return readRules(gcsKeys)(readJSON(text)) },
}

// The keys of a rule, each with the member that it is.
var (
	apiKeys = map[string]core.Member{"ID": core.ID, "AllowedMethods": core.AllowedMethods, "AllowedOrigins": core.AllowedOrigins,
		"AllowedHeaders": core.AllowedHeaders, "MaxAgeSeconds": core.MaxAgeSeconds, "ExposeHeaders": core.ExposeHeaders}
	templateKeys = map[string]core.Member{"Id": core.ID, "AllowedMethods": core.AllowedMethods, "AllowedOrigins": core.AllowedOrigins,
		"AllowedHeaders": core.AllowedHeaders, "MaxAge": core.MaxAgeSeconds, "ExposedHeaders": core.ExposeHeaders}
	terraformKeys = map[string]core.Member{"id": core.ID, "allowed_methods": core.AllowedMethods, "allowed_origins": core.AllowedOrigins,
		"allowed_headers": core.AllowedHeaders, "max_age_seconds": core.MaxAgeSeconds, "expose_headers": core.ExposeHeaders}
	// gcsKeys: the one list of headers is read as that of requests.
	gcsKeys = map[string]core.Member{"origin": core.AllowedOrigins, "method": core.AllowedMethods,
		"responseHeader": core.AllowedHeaders, "maxAgeSeconds": core.MaxAgeSeconds}
	r2Keys = map[string]core.Member{"id": core.ID, "origins": core.AllowedOrigins, "methods": core.AllowedMethods,
		"headers": core.AllowedHeaders, "maxAgeSeconds": core.MaxAgeSeconds, "exposeHeaders": core.ExposeHeaders}
)

func readXML(text string) (found, error) {
	var document struct {
		XMLName   xml.Name `xml:"http://s3.amazonaws.com/doc/2006-03-01/ CORSConfiguration"`
		CORSRules []struct {
			ID             *string  `xml:"ID"`
			AllowedMethods []string `xml:"AllowedMethod"`
			AllowedOrigins []string `xml:"AllowedOrigin"`
			AllowedHeaders []string `xml:"AllowedHeader"`
			MaxAgeSeconds  *int64   `xml:"MaxAgeSeconds"`
			ExposeHeaders  []string `xml:"ExposeHeader"`
		} `xml:"CORSRule"`
	}
	err := xml.Unmarshal([]byte(text), &document)
	var f found
	for _, r := range document.CORSRules {
		f.rules = append(f.rules, core.CORSRule{ID: r.ID, AllowedMethods: r.AllowedMethods, AllowedOrigins: r.AllowedOrigins,
			AllowedHeaders: r.AllowedHeaders, MaxAgeSeconds: r.MaxAgeSeconds, ExposeHeaders: r.ExposeHeaders})
	}
	return f, err
}

func readJSON(text string) (any, error) {
	var value any
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, errors.New("something stands behind the value")
	}
	return value, nil
}

func readYAML(text string) (any, error) {
	var value any
	err := yaml.Unmarshal([]byte(text), &value)
	return value, err
}

// readAPI reads {"CORSRules": [...]}.
func readAPI(value any, err error) (found, error) {
	return readRules(apiKeys)(member(value, err, "CORSRules"))
}

func readTemplate(value any, err error) (found, error) {
	bucket, err := member(value, err, "Resources")
	bucket, err = member(bucket, err, "Bucket")
	properties, err := member(bucket, err, "Properties", "Type")
	if err != nil {
		return found{}, err
	}
	if kind := bucket.(object)["Type"]; kind != "AWS::S3::Bucket" {
		return found{}, fmt.Errorf("the type is %v", kind)
	}
	configuration, err := member(properties, nil, "CorsConfiguration", "BucketName")
	f, err := readRules(templateKeys)(member(configuration, err, "CorsRules"))
	if name, given := properties.(object)["BucketName"]; given {
		f.options = map[string]string{"bucket": name.(string)}
	}
	return f, err
}

// readR2 reads Cloudflare's form, in which origins, methods and headers stand in an object of their own. Empty lists are an
// error, but for origins and methods, which have to be there.
func readR2(value any, err error) (found, error) {
	value, err = member(value, err, "rules")
	if err != nil {
		return found{}, err
	}
	var rules []any
	for _, rule := range value.([]any) {
		flat := object{}
		for key, value := range rule.(object) {
			if key != "allowed" {
				flat[key] = value
				continue
			}
			for key, value := range value.(object) {
				if key != "origins" && key != "methods" && key != "headers" {
					return found{}, fmt.Errorf("allowed has no %s", key)
				}
				flat[key] = value
			}
		}
		for _, key := range []string{"headers", "exposeHeaders"} {
			if list, given := flat[key].([]any); given && len(list) == 0 {
				return found{}, fmt.Errorf("%s is empty", key)
			}
		}
		rules = append(rules, flat)
	}
	return readRules(r2Keys)(rules, nil)
}

// member is a value of an object that has this key, and none but those.
func member(value any, err error, key string, others ...string) (any, error) {
	if err != nil {
		return nil, err
	}
	of, ok := value.(object)
	if !ok {
		return nil, fmt.Errorf("%v is no object", value)
	}
	for name := range of {
		if name != key && !strings.Contains(" "+strings.Join(others, " ")+" ", " "+name+" ") {
			return nil, fmt.Errorf("there is no %s", name)
		}
	}
	return of[key], nil
}

// readRules reads a list of rules with these keys.
func readRules(keys map[string]core.Member) func(value any, err error) (found, error) {
	return func(value any, err error) (found, error) {
		if err != nil {
			return found{}, err
		}
		list, ok := value.([]any)
		if !ok {
			return found{}, fmt.Errorf("%v is no list", value)
		}
		var f found
		for _, item := range list {
			rule, err := readRule(keys, item.(object))
			if err != nil {
				return found{}, err
			}
			f.rules = append(f.rules, rule)
		}
		return f, nil
	}
}

func readRule(keys map[string]core.Member, of object) (rule core.CORSRule, err error) {
	for key, value := range of {
		switch m, known := keys[key]; {
		case !known:
			return rule, fmt.Errorf("a rule has no %s", key)
		case m == core.ID:
			id, ok := value.(string)
			if !ok {
				return rule, fmt.Errorf("%v is no text", value)
			}
			rule.ID = &id
		case m == core.MaxAgeSeconds:
			var age int64
			if _, err := fmt.Sscan(fmt.Sprint(value), &age); err != nil {
				return rule, err
			}
			rule.MaxAgeSeconds = &age
		default:
			for _, item := range value.([]any) {
				text, ok := item.(string)
				if !ok {
					return rule, fmt.Errorf("%v is no text", item)
				}
				rule.Append(m, text)
			}
		}
	}
	return rule, nil
}

func readTerraform(text string) (found, error) {
	if as := formatted(text); as != text {
		return found{}, fmt.Errorf("terraform fmt writes\n%s", as)
	}
	file, diagnostics := hclsyntax.ParseConfig([]byte(text), "cors.tf", hcl.InitialPos)
	if diagnostics.HasErrors() {
		return found{}, diagnostics
	}
	body := file.Body.(*hclsyntax.Body)
	if len(body.Attributes) > 0 || len(body.Blocks) != 1 || strings.Join(body.Blocks[0].Labels, " ") != "aws_s3_bucket_cors_configuration this" {
		return found{}, errors.New("there is not one resource")
	}
	body = body.Blocks[0].Body
	f := found{options: map[string]string{}}
	for name, attribute := range body.Attributes {
		value, diagnostics := attribute.Expr.Value(nil)
		if diagnostics.HasErrors() {
			return found{}, diagnostics
		}
		switch name {
		case "bucket":
			f.options["bucket"] = value.AsString()
		case "expected_bucket_owner":
			f.options["expectedBucketOwner"] = value.AsString()
		default:
			return found{}, fmt.Errorf("the resource has no %s", name)
		}
	}
	for _, block := range body.Blocks {
		if block.Type != "cors_rule" || len(block.Labels) > 0 || len(block.Body.Blocks) > 0 {
			return found{}, fmt.Errorf("the resource has no %s", block.Type)
		}
		rule := object{}
		for name, attribute := range block.Body.Attributes {
			value, diagnostics := attribute.Expr.Value(nil)
			if diagnostics.HasErrors() {
				return found{}, diagnostics
			}
			rule[name] = plain(value)
		}
		read, err := readRule(terraformKeys, rule)
		if err != nil {
			return found{}, err
		}
		f.rules = append(f.rules, read)
	}
	return f, nil
}

// formatted is a text as terraform fmt writes it.
func formatted(text string) string { return string(hclwrite.Format([]byte(text))) }

// plain is a value of HCL as one of Go.
func plain(value cty.Value) any {
	switch {
	case value.Type() == cty.String:
		return value.AsString()
	case value.Type() == cty.Number:
		return value.AsBigFloat().Text('f', -1)
	}
	list := []any{}
	for each := value.ElementIterator(); each.Next(); {
		_, item := each.Element()
		list = append(list, plain(item))
	}
	return list
}

// readShell reads the one command of a script. Its words are taken apart by hand (Shell Command Language, sections 2.2.1, 2.2.2).
func readShell(text string) (found, error) {
	words, err := shellWords(strings.TrimSuffix(text, "\n"))
	if err != nil || len(words) < 7 || strings.Join(words[:3], " ") != "aws s3api put-bucket-cors" || len(words)%2 == 0 {
		return found{}, fmt.Errorf("%q: %w", words, err)
	}
	f, options := found{}, map[string]string{}
	for i := 3; i < len(words); i += 2 {
		switch words[i] {
		case "--cors-configuration":
			if f, err = readAPI(readJSON(words[i+1])); err != nil {
				return found{}, err
			}
		case "--bucket":
			options["bucket"] = words[i+1]
		case "--endpoint-url":
			options["endpoint"] = words[i+1]
		case "--expected-bucket-owner":
			options["expectedBucketOwner"] = words[i+1]
		case "--checksum-algorithm":
			options["checksumAlgorithm"] = words[i+1]
		default:
			return found{}, fmt.Errorf("there is no option %s", words[i])
		}
	}
	f.options = options
	return f, nil
}

// shellWords parts a command into words: plain characters, single quotes, and backslashes outside of them.
func shellWords(command string) (words []string, err error) {
	word, within := "", false
	for i := 0; i < len(command); i++ {
		switch c := command[i]; {
		case c == '\\' && i+1 < len(command):
			i++
			if command[i] != '\n' {
				word, within = word+string(command[i]), true
			}
		case c == '\'':
			end := strings.IndexByte(command[i+1:], '\'')
			if end < 0 {
				return words, errors.New("a quote is not closed")
			}
			word, within = word+command[i+1:i+1+end], true
			i += end + 1
		case c == ' ':
			if within {
				words = append(words, word)
			}
			word, within = "", false
		case strings.IndexByte("\n\t\"`$&|;<>()*?[]#~!{}", c) >= 0:
			return words, fmt.Errorf("%q has a meaning", c)
		default:
			word, within = word+command[i:i+1], true
		}
	}
	if within {
		words = append(words, word)
	}
	return words, nil
}

// pythonReader prints, for each program on a line of JSON, the keyword arguments of all its calls.
const pythonReader = `import ast, json, sys
for line in sys.stdin:
    calls = {}
    try:
        for node in ast.walk(ast.parse(json.loads(line))):
            if isinstance(node, ast.Call):
                names = {word.arg: ast.literal_eval(word.value) for word in node.keywords}
                for i, value in enumerate(node.args):
                    names[str(i)] = ast.literal_eval(value)
                calls[ast.unparse(node.func)] = names
        print(json.dumps(calls), flush=True)
    except Exception as error:
        print(json.dumps(str(error)), flush=True)
`

// python is an interpreter that reads programs as long as the tests run; in is nil where there is none.
var python struct {
	sync.Mutex
	start sync.Once
	in    io.Writer
	out   *bufio.Reader
}

// readPython reads the call of a program that puts the configuration. Where there is no Python nothing was read.
func readPython(program, callee, bucket string) (found, error) {
	python.Lock()
	defer python.Unlock()
	python.start.Do(func() {
		command := exec.Command("python3", "-c", pythonReader)
		in, _ := command.StdinPipe()
		out, _ := command.StdoutPipe()
		if command.Start() == nil {
			python.in, python.out = in, bufio.NewReader(out)
		}
	})
	if python.in == nil {
		return found{}, errNotThere
	}
	line, err := json.Marshal(program)
	if err != nil {
		return found{}, err
	}
	if _, err := python.in.Write(append(line, '\n')); err != nil {
		return found{}, err
	}
	answer, err := python.out.ReadBytes('\n')
	if err != nil {
		return found{}, err
	}
	value, err := readJSON(string(bytes.TrimSpace(answer)))
	if err != nil {
		return found{}, err
	}
	calls, ok := value.(object)
	if !ok {
		return found{}, fmt.Errorf("python3: %v", value)
	}
	keywords := calls[callee].(object)
	f, err := readAPI(keywords["CORSConfiguration"], nil)
	f.options = map[string]string{}
	for _, call := range calls {
		for key, option := range map[string]string{"endpoint_url": "endpoint", "ExpectedBucketOwner": "expectedBucketOwner",
			"ChecksumAlgorithm": "checksumAlgorithm", "Bucket": "bucket"} {
			if text, given := call.(object)[key]; given {
				f.options[option] = text.(string)
			}
		}
	}
	if bucket == "" {
		f.options["bucket"] = calls["cos.BucketCors"].(object)["0"].(string)
	}
	return f, err
}

// errNotThere: the target's own reader is not on this machine, as under WebAssembly.
var errNotThere = errors.New("python3 is not there")
