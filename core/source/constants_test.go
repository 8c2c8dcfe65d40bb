package source

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Programs that put the origins of a name into a rule.
const (
	pythonUse = "s3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': [{'AllowedOrigins': origins, 'AllowedMethods': ['GET']}]})\n"
	scriptUse = "await s3.send(new PutBucketCorsCommand({ Bucket: 'b', CORSConfiguration: { CORSRules: [{ AllowedOrigins: origins, AllowedMethods: ['GET'] }] } }));\n"
)

func TestANameStandsForItsValueOnlyWhereThatIsCertain(t *testing.T) {
	const is = "const origins = ['https://a.example'];\n"
	for _, c := range []struct {
		name, text string
		certain    bool
	}{
		{"it is assigned once", "import boto3\norigins = ['https://a.example']\nprint(f'{origins}', len(origins))  # origins = []\n", true},
		{"it has a type", "import boto3\norigins: list[str] = ['https://a.example']\n", true},
		{"it is compared, and named in a text", "import boto3\norigins = ['https://a.example']\nif origins == x and y in origins: log('origins = ')\nmake(origins=origins)\n", true},
		{"one of two branches assigns it", "import boto3\nif prod:\n    origins = ['https://a.example']\nelse:\n    origins = ['*']\n", false},
		{"a branch assigns it", "import boto3\nif prod:\n    origins = ['https://a.example']\n", false},
		{"a branch on one line assigns it", "import boto3\nif prod: origins = ['https://a.example']\n", false},
		{"it is assigned twice", "import boto3\norigins = ['https://a.example']\norigins = ['https://b.example']\n", false},
		{"more is added to it", "import boto3\norigins = ['https://a.example']\norigins += more\n", false},
		{"one is appended", "import boto3\norigins = ['https://a.example']\norigins.append('https://b.example')\n", false},
		{"others are appended", "import boto3\norigins = ['https://a.example']\norigins.extend(more)\n", false},
		{"an element is set", "import boto3\norigins = ['https://a.example']\norigins[0] = 'https://b.example'\n", false},
		{"an element is deleted", "import boto3\norigins = ['https://a.example']\ndel origins[0]\n", false},
		{"it is changed under another name", "import boto3\norigins = ['https://a.example']\nall = origins\nall.append('*')\n", false},
		{"another function assigns it", "import boto3\ndef dev():\n    origins = ['https://a.example']\n", false},
		{"a parameter has its name", "import boto3\norigins = ['https://a.example']\ndef put(s3, *, origins: list):\n    ", false},
		{"a parameter of a lambda has its name", "import boto3\norigins = ['https://a.example']\nput = lambda s3, origins: ", false},
		{"the default of a parameter is it", "import boto3\norigins = ['https://a.example']\ndef put(s3, other=origins):\n    ", true},
		{"a loop goes through its name", "import boto3\norigins = ['https://a.example']\nfor name, origins in all:\n    ", false},
		{"it is imported too", "import boto3\norigins = ['https://a.example']\nfrom settings import (a,\n    origins)\n", false},
		{"with gives it", "import boto3\norigins = ['https://a.example']\nwith load() as origins:\n    ", false},
		{"it is one of several that are assigned", "import boto3\norigins = ['https://a.example']\norigins, methods = load()\n", false},
		{"a condition assigns it", "import boto3\norigins = ['https://a.example']\nif (origins := load()):\n    ", false},
		{"what is text in the program is not certain", "import boto3\norigins = ['https://a.example']\nx = '''\n", false},

		{"a constant", is + "console.log(origins.length, `${origins.map(o => o)}`, /[\"'`]/.test(x)); // origins = []\n", true},
		{"a constant is handed on", is + "if (origins.includes(x)) { check(origins == y); }\n", true},
		{"a copy is changed", is + "const all = origins.concat('*');\nall.push(x);\n", true},
		{"a variable is assigned in two branches", "let origins;\nif (prod) { origins = ['https://a.example']; } else { origins = ['*']; }\n", false},
		{"a condition chooses", "const origins = prod ? ['https://a.example'] : ['*'];\n", false},
		{"one is pushed", is + "if (prod) origins.push('https://b.example');\n", false},
		{"one is pushed in a template string", is + "log(`${origins.push('https://b.example')}`);\n", false},
		{"the list is spliced", is + "origins.splice(0, 1, 'https://b.example');\n", false},
		{"an optional one is pushed", is + "origins?.push('https://b.example');\n", false},
		{"Object.assign changes it", is + "Object.assign(origins, more);\n", false},
		{"another function declares it", "function dev() { " + is + "}\n", false},
		{"another function has another", "function dev() { " + is + "}\nasync function prod() { const origins = getOrigins();\n", false},
		{"a parameter has its name in JavaScript", is + "async function put(s3, origins)\n{\n", false},
		{"a parameter with a type has its name", is + "const put = async (origins: string[]): Promise<void> => {\n", false},
		{"a parameter is taken apart", is + "const put = async ({ origins }) => {\n", false},
		{"the parameter of an arrow has its name", is + "const put = async origins => {\n", false},
		{"a loop declares it", is + "for (const origins of all) {\n", false},
		{"it is imported in JavaScript", "import { origins } from './settings';\n" + is, false},
		{"an object is taken apart", is + "{ const { methods, origins } = settings;\n", false},
		{"what catch gives has its name", is + "try { x(); } catch (origins) {\n", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			use := scriptUse
			if strings.HasPrefix(c.text, "import boto3") {
				use = pythonUse
			}
			doc := Read(c.text + use)
			require.NotNil(t, doc.Configuration)
			require.Len(t, doc.Configuration.CORSRules, 1)
			rule := doc.Configuration.CORSRules[0]
			assert.Equal(t, []string{"GET"}, rule.AllowedMethods)
			if c.certain {
				assert.Equal(t, []string{"https://a.example"}, rule.AllowedOrigins)
				assert.Empty(t, doc.Placeholders)
				return
			}
			assert.Empty(t, rule.AllowedOrigins)
			assert.Equal(t, []string{"CORSRules[0].AllowedOrigins origins"}, unknown(doc))
			assert.Contains(t, diagnosed(doc), `opaque-value info: "origins" is known only elsewhere`)
		})
	}
}

// unknown lists the placeholders of a document with their paths.
func unknown(doc *Document) (names []string) {
	for _, p := range doc.Placeholders {
		names = append(names, p.Path.String()+" "+p.Name)
	}
	return names
}

func TestWhatAProgramChangesOfARuleIsLeftOut(t *testing.T) {
	const (
		rule  = "const rule = { AllowedOrigins: ['https://a.example'], AllowedMethods: ['GET'] };\n"
		rules = "const rules = [{ AllowedOrigins: ['https://a.example'], AllowedMethods: ['GET'] }];\n"
	)
	for _, c := range []struct {
		name, text string
		unknown    []string
		told       string
	}{
		{"a member of a rule is assigned", rule + "rule.AllowedMethods = ['PUT'];\n", []string{"AllowedMethods rule.AllowedMethods"}, ""},
		{"a member is assigned by its name in quotes", rule + "rule['AllowedMethods'] = ['PUT'];\n", []string{"AllowedMethods rule['AllowedMethods']"}, ""},
		{"a member that was not there is assigned", rule + "rule.MaxAgeSeconds = age;\n", []string{"MaxAgeSeconds rule.MaxAgeSeconds"}, ""},
		{"one is pushed to a member", rule + "rule.AllowedOrigins.push(x);\n", []string{"AllowedOrigins rule.AllowedOrigins.push"}, ""},
		{"anything of a rule may be assigned", rule + "Object.assign(rule, more);\n",
			[]string{"AllowedMethods rule", "AllowedOrigins rule", "AllowedHeaders rule", "MaxAgeSeconds rule", "ExposeHeaders rule"}, ""},
		{"each rule of a list is changed", rules + "rules.forEach((r) => { r.AllowedMethods = ['PUT']; });\n", []string{"AllowedMethods r.AllowedMethods"}, ""},
		{"a loop changes each rule", rules + "for (const r of rules) r.AllowedMethods = ['PUT'];\n", []string{"AllowedMethods r.AllowedMethods"}, ""},
		{"a rule that is taken out of the list is changed", rules + "const [first] = rules;\nfirst.AllowedMethods = ['PUT'];\n", []string{"AllowedMethods first.AllowedMethods"}, ""},
		{"a rule is pushed to the list", rules + "rules.push(more());\n", []string{"CORSRules rules.push"}, `"rules.push" is known only elsewhere`},
		{"the list is assigned anew", rules + "rules = rules.concat(more);\n", []string{"CORSRules rules.concat(more)"}, `"rules.concat(more)" is known only elsewhere`},
		{"the list is changed in what holds it", rules + "const configuration = { CORSRules: rules };\nconfiguration.CORSRules.push(more);\n", []string{"CORSRules configuration.CORSRules.push"},
			`"configuration.CORSRules.push" is known only elsewhere`},
		{"nothing is changed", rules + rule + "log(rules[0].AllowedMethods, rule.AllowedMethods.join());\n", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := Read(c.text)
			require.NotNil(t, doc.Configuration)
			var want []string
			for _, name := range c.unknown {
				if !strings.HasPrefix(name, "CORSRules ") {
					name = "CORSRules[0]." + name
				}
				want = append(want, name)
			}
			assert.Equal(t, want, unknown(doc))
			told := strings.Join(diagnosed(doc), "\n")
			if c.told != "" {
				assert.Contains(t, told, c.told)
			} else {
				assert.Equal(t, len(c.unknown), strings.Count(told, "opaque-value"), told)
			}
		})
	}
}
