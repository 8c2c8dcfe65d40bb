//go:build !js

package literal

import "testing"

// V8 evaluates a literal. TypeScript's types are taken off first, by esbuild.
const evaluate = `
const { createInterface } = require('node:readline');
const plain = (key, value) => {
  if (typeof value === 'number' && !Number.isFinite(value) || typeof value === 'bigint') throw new TypeError();
  return value === undefined ? null : value;
};
console.log('ready');
createInterface({ input: process.stdin }).on('line', (line) => {
  let answer = '{}';
  try {
    let code = 'x = (' + JSON.parse(line) + '\n)';
    if (process.argv[1] === 'ts') code = require('esbuild').transformSync(code, { loader: 'ts', target: 'es2022', logLevel: 'silent' }).code;
    answer = JSON.stringify({ value: new Function('"use strict"; let x; ' + code + '\nreturn x')() }, plain);
  } catch {}
  console.log(answer);
});
`

var javascript, typescript interpreter

func TestJavaScriptReadsTheSame(t *testing.T) {
	javascript.start(t, ".", "node", "-e", evaluate)
	for _, text := range []string{
		`{ CORSRules: [{ AllowedMethods: ['GET', "PUT",], "MaxAgeSeconds": 3_000, a: null, b: true, c: undefined, 5: 6, 'd-e': .5 }] }`,
		"[-1, +2, 1e3, .5, 5., 1_0.0_1, -0]", "[`a\nb`, `$`, `$a {`, `\\``, `\\${`]", `'\x41\0\q\a\b\f\n\r\t\v\\\'\"\u00e9\u{1F600}\ud83d\ude00\ud800\
'`, "[ // don't\n'a', /* ' [ */ 'b']", "({ a: ('b') })", "[[[]], {}, {a: {}}]",
	} {
		answer := javascript.ask(t, text)
		if answer.Behind(answer.Root) == answer.Root+1 {
			t.Error("JavaScript does not take", text)
		}
		javascript.requireSame(t, JavaScript, text)
	}
}

func TestTypeScriptReadsTheSame(t *testing.T) {
	typescript.start(t, "../../../web", "node", "-e", evaluate, "ts")
	for _, text := range []string{
		"[{ a: 1 }] as const", "{ a: 'b' } satisfies Record<string, string>", "{ a: [1] as number[], b: 'c' as unknown as 'd' | 'e', f: 2! }",
		"[{ a: 1 } as { a: number }, [2] as Array<Record<string, number>>]", "({ a: 1 } as T)", "[1]!",
	} {
		answer := typescript.ask(t, text)
		if answer.Behind(answer.Root) == answer.Root+1 {
			t.Error("TypeScript does not take", text)
		}
		typescript.requireSame(t, JavaScript, text)
	}
}

func FuzzLiteralsAgainstJavaScript(f *testing.F) {
	for _, choices := range []string{"", "\x06\x00\x03abcdefghijklmnopqrstuvwxyz", "\x04\x00\x04\x00\x01\x05\x10\x11\x12", "\x05\x01\x04\x01\x02\x03\x04\x05\x06\x07\x08"} {
		f.Add([]byte(choices))
	}
	f.Fuzz(func(t *testing.T, choices []byte) {
		javascript.start(t, ".", "node", "-e", evaluate)
		w := &literalWriter{choices: choices,
			quotes: []string{"'", `"`, "`"},
			pieces: []string{"a", "*", "https://a.example", "'", `"`, "`", `\'`, `\"`, "\\`", `\\`, `\n`, "\n", "\\\n", "\\\r\n", `\x41`, `\xe9`, `\u20ac`, `\u{1F600}`, `\ud83d`, `\ude00`, `\0`, `\q`, `\/`, `\$`, `\v`,
				"é", "😀", "$", "{b}", "#", "//", "/*", "\t", "''", `\u12`, `\x4`, "“", "’", "don’t", "[", "}", ",", ":", "\u2028"},
			numbers: []string{"0", "1", "-1", "+2", "3600", "1.5", ".5", "5.", "1e3", "1_000", "-1_0.5e1_0"},
			words:   []string{"true", "false", "null", "undefined"},
			blanks:  []string{"", " ", "\n", "\t", " // don't [\n", "/* ' ] */", "\r\n", "\u00A0", "\uFEFF"},
		}
		w.value()
		javascript.requireSame(t, JavaScript, w.String())
	})
}
