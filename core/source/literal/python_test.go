//go:build !js

package literal

import "testing"

// Python's own parser of literals. Bytes are texts here, tuples are lists; sets have no order to compare.
const literalEval = `
import ast, json, math, sys, warnings
warnings.simplefilter("ignore")
def plain(value):
    if isinstance(value, bool) or value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: plain(item) for key, item in value.items()}
    raise ValueError
print("ready", flush=True)
for line in sys.stdin:
    try:
        answer = {"value": plain(ast.literal_eval(json.loads(line)))}
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        answer = {}
    print(json.dumps(answer), flush=True)
`

var python interpreter

func startPython(tb testing.TB) {
	python.start(tb, ".", "python3", "-I", "-X", "utf8", "-c", literalEval)
}

func TestPythonReadsTheSame(t *testing.T) {
	startPython(t)
	for _, text := range []string{
		`{'CORSRules': [{'AllowedMethods': ['GET', "PUT",], 'MaxAgeSeconds': 3_000, 'a': None, 'b': True, 'c': False,},]}`,
		"('a'\n 'b' \"\"\"c\nd\"\"\", r'\\d', u'e', b'f', rb'g')", "()", "(1,)", "(1)", "[-1, +2, 1e3, .5, 5., 1_0.0_1]",
		`'\x41\101\7\q\a\b\f\n\r\t\v\\\'\"\u00e9\U0001F600\
'`, "[ # don't\n'a' # [\n'b']", "{'a' 'b': 'c'\n'd'}", "  [1]",
	} {
		answer := python.ask(t, text)
		if answer.Behind(answer.Root) == answer.Root+1 {
			t.Error("Python does not take", text)
		}
		python.requireSame(t, Python, text)
	}
}

func FuzzLiteralsAgainstPython(f *testing.F) {
	for _, choices := range []string{"", "\x06\x00\x03abcdefghijklmnopqrstuvwxyz", "\x04\x00\x04\x00\x01\x05\x10\x11\x12", "\x05\x01\x04\x01\x02\x03\x04\x05\x06\x07\x08"} {
		f.Add([]byte(choices))
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		startPython(t)
		w := &literalWriter{choices: choices, tuples: true,
			quotes: []string{"'", `"`, "'''", `"""`, "r'", `R"`, "u'", "F'", "rf'''"},
			pieces: []string{"a", "*", "https://a.example", "'", `"`, `\'`, `\"`, `\\`, `\n`, "\n", "\\\n", "\r\n", "\\\r\n", `\x41`, `\xe9`, `\u20ac`, `\U0001F600`, `\101`, `\0`, `\08`, `\q`, `\/`,
				"é", "😀", "${b}", "#", "//", "/*", "\t", "''", `""`, `\N`, `\u12`, `\x4`, "“", "’", "don’t", "[", "}", ",", ":"},
			numbers: []string{"0", "1", "-1", "+2", "3600", "1.5", ".5", "5.", "1e3", "1_000", "-1_0.5e1_0", "007", "--1", "00"},
			words:   []string{"True", "False", "None"},
			blanks:  []string{"", " ", "\n", "\t", " # don't [\n", "\\\n", "\r\n", "  "},
		}
		w.value()
		python.requireSame(t, Python, w.String())
	})
}
