package literal

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"s3cors/core"
)

// programCases: want is the outline of the root without its brackets.
var programCases = []struct {
	name     string
	language Language
	text     string
	want     string
	told     []told
}{
	{"a constant with its type", JavaScript, "const rules: s3.CorsRule[] = [{ a: 1 }];", "rules:[{a:1}]", nil},
	{"a type with arguments and commas", JavaScript, "let x: Map<string, Array<Y>> = {a: 1}", "x:{a:1}", nil},
	{"a type that is an object", JavaScript, "const x: { a: string, b?: number } = { a: 'q' };", "x:{a:'q'}", nil},
	{"as const, satisfies and as are no part of a value", JavaScript, "x = [{a: 1} as T, b as any as T] as const; y = {c: 1} satisfies Record<string, {d: number}>",
		"x:[{a:1} <b>] y:{c:1}", nil},
	{"a type assertion before a value", JavaScript, "z = <T>{d: 1}", "z:<<T>{d: 1}; {d:1}>", nil},
	{"several declarations in one", JavaScript, "const a = [1], b = {c: 2}, d", "a:[1] b:{c:2}", nil},
	{"statements without semicolons", JavaScript, "const a = b\nconst c = {d: e}\nvar f = [g]\n", "a:<b> c:{d:<e>} f:[<g>]", nil},
	{"what is taken apart has no name", JavaScript, "const {a, b} = {c: 1}", "{c:1}", nil},
	{"two names for one value", JavaScript, "module.exports = exports = {d: 2}", "module.exports:{d:2}", nil},
	{"a member that is assigned", JavaScript, "this.a['b'] = [4]; c.d = [5]", "this.a['b']:[4] c.d:[5]", nil},
	{"an exported value", JavaScript, "export default { a: [1] }\nexport const b = [2]", "{a:[1]} b:[2]", nil},
	{"a call with a new command in it", JavaScript, "await s3.send(new PutBucketCorsCommand({ Bucket, CORSRules: [{}] }));",
		"s3.send(PutBucketCorsCommand({Bucket:<Bucket> CORSRules:[{}]}))", nil},
	{"calls one behind the other", JavaScript, "new S3({}).send(x)\n  .then(y)", "S3({}) .send(<x>) .then(<y>)", nil},
	{"calls one behind the other are code where one value stands", JavaScript, "a = b({c: 1}).d([2])", "a:<b({c: 1}).d([2]); b({c:1}) .d([2])>", nil},
	{"type arguments of a call", JavaScript, "a = f<string[]>('b'); new Foo<Bar<Baz[]>, Q>({c: 1})", "a:f('b') Foo({c:1})", nil},
	{"less and greater are no type arguments", JavaScript, "for (let i = 0; i<n && n>0; i++) f({a: i})", "for(let i:0 <i<n && n>0> <i++>) f({a:<i>})", nil},
	{"a conditional value is code that holds both", JavaScript, "a = b ? [1] : {c: [2]}", "a:<b ? [1] : {c: [2]}; [1] {c:[2]}>", nil},
	{"all that a member can be", JavaScript, "x({...a, b: 1, [c]: 2, 'd-e': 3, 5: 6, m() { return {n: 1} }, get o() { return 1 }, async *p() {}, s})",
		"x({<...a> b:1 [c]:2 d-e:3 5:6 <m() { return {n: 1} }; m() {n:1}> <get o() { return 1 }; o()> <async *p() {}; p()> s:<s>})", nil},
	{"words of the language as keys", JavaScript, "x = { default: 1, in: [2], case: 3, new: {if: 4}, lambda: 5 }", "x:{default:1 in:[2] case:3 new:{if:4} lambda:5}", nil},
	{"a class", JavaScript, "class A extends B { #x = 1; cors: R[] = [{a: 1}]; constructor(private y: T = {z: 1}) { super(); this.b.addCorsRule({c: 2}); } get z() { return {q: 1} } }",
		"x:1 cors:[{a:1}] constructor(private y:<T = {z: 1}; {z:1}>) super() this.b.addCorsRule({c:2}) z() {q:1}", nil},
	{"a decorator and an enum", JavaScript, "@D({x: 1})\nclass Y {}\nenum Z { A = 'a', B = 'b' }", "@D({x:1}) A:'a' B:'b'", nil},
	{"functions in arguments", JavaScript, "it('y', async () => { b.addCorsRule({a: [1]}) })", "it('y' <async () => { b.addCorsRule({a: [1]}) }; async() b.addCorsRule({a:[1]})>)", nil},
	{"an arrow to an object", JavaScript, "o.map(x => ({ a: [x] }))", "o.map(<x => ({ a: [x] }); {a:[<x>]}>)", nil},
	{"branches", JavaScript, "if (x) { y = {a: 1} } else { z = {b: 2} }\nswitch (q) { case 'a': w = [1]; break; default: v = {c: 3} }",
		"y:{a:1} z:{b:2} switch(<q>) a:[1] default:{c:3}", nil},
	{"numbers", JavaScript, "x = [-1, +2, 1e-3, 7_200, .5, 0x1F, 10n, 3 * 4, a-1, -b]", "x:[-1 +2 <1e-3> 7200 .5 <0x1F> <10n> <3 * 4> <a-1> <-b>]", nil},
	{"names with underscores", JavaScript, "x = [$_a, b._c, _1, d_e]; f()._g({h: 1})", "x:[<$_a> <b._c> <_1> <d_e>] f() ._g({h:1})", nil},
	{"names are code", JavaScript, "x = [a, process.env.X, s3.HttpMethods.GET, a?.b, c!.d!, e[0], !f, typeof g, NaN]",
		"x:[<a> <process.env.X> <s3.HttpMethods.GET> <a?.b> <c!.d> <e[0]> <!f> <typeof g> <NaN>]", nil},
	{"words for values", JavaScript, "x = [true, false, null, undefined]", "x:[true false null undefined]", nil},
	{"strings and their escapes", JavaScript, `x = ['it\'s', "\"\u00e9\/\\n"]`, `x:['it's' '"é/\n']`, nil},
	{"a string with an escape that is not read is code", JavaScript, `x = ['\x41', '\u{1F600}', '\q', "\0"]`, `x:[<\x41> <\u{1F600}> <\q> <\0>]`, nil},
	{"strings in backquotes", JavaScript, "x = [`a\nb`, `c${d}`, `e ${f ? `g ${h}` : \"}\"} i`, t`j`, `\\``]",
		"x:['a\nb' <c${d}> <e ${f ? `g ${h}` : \"}\"} i> <t`j`> '`']", nil},
	{"a dollar in quotes is text", JavaScript, "x = ['${a}', \"${b}\"]", "x:['${a}' '${b}']", nil},
	{"regular expressions", JavaScript, "x = [/[/'\"]\\/x/gi, /{/]; y = a / b / {c: 1}", "x:[</[/'\"]\\/x/gi> </{/>] y:<a / b / {c: 1}; {c:1}>", nil},
	{"comments with brackets and quotes", JavaScript, "x = [ // don't [\n 1, /* ' [ */ 2] # not {\n", "x:[1 2]", nil},
	{"private names are no comments", JavaScript, "this.#a = [1]; #b = [2]", "a:[1] b:[2]", nil},
	{"missing commas", JavaScript, "x = [{a: 1} {b: 'c' 'd': 2}\n{e: f\n g: 3}, 'h' 'i']", "x:[{a:1} {b:'c' d:2} {e:<f> g:3} 'h' 'i']",
		[]told{{MissingComma, "{"}, {MissingComma, "'d'"}, {MissingComma, "{"}, {MissingComma, "g"}, {MissingComma, "'i'"}}},
	{"typographic quotes", JavaScript, "x = {“a”: [‘b’]}", "x:{a:['b']}", []told{{TypographicQuotes, "“"}, {TypographicQuotes, "‘"}}},
	{"a list that is not closed before the next key", JavaScript, "a = {b: [1, 2\n c: 3}\nd = [4]", "a:{b:[1 2] c:3} d:[4]", []told{{Unclosed, "c"}}},
	{"a list that is not closed before the brace", JavaScript, "a = {b: [1}; c = [2]", "a:{b:[1]} c:[2]", []told{{Unclosed, "}"}}},
	{"a string that is not closed ends with its line", JavaScript, "a = ['b, c]\nd = [1]", "a:['b, c'] d:[1]", []told{{UnclosedString, "'b, c"}}},
	{"a string in backquotes that is not closed ends with its line", JavaScript, "a = [`b ${c]\nd = [1]", "a:[<b ${c>] d:[1]", []told{{UnclosedString, "`b ${c"}}},
	{"brackets that nothing opened", JavaScript, "}) ] a = [1] ) } b = {c: 2}", "a:[1] b:{c:2}", nil},
	{"a member without a value", JavaScript, "x = {a:, b: 1, 'c'}", "x:{a:? b:1 <c>}", []told{{Unexpected, ","}, {Unexpected, "}"}}},
	{"a part that begins with members", JavaScript, "cors: [{ a: 1 }],\n'b': {c: 2},", "cors:[{a:1}] b:{c:2}", nil},
	{"a part that runs out", JavaScript, "cors: [\n {\n a: [b.C],\n },", "cors:[{a:[<b.C>]}]", []told{{Unclosed, ","}}},
	{"an object alone", JavaScript, "{ a: ['b'] }", "{a:['b']}", nil},
	{"what is spread alone", JavaScript, "{ ...a, b: [1] }", "{<...a> b:[1]}", nil},
	{"prose", JavaScript, "Users say [1] or {a: 2}, e.g. (see b) is so: don't {b: 3}\n{c: 4}", "{a:2} e.g.(<see b>) so:<don't {b: 3> {c:4}", []told{{UnclosedString, "'t {b: 3"}}},
	{"a literal behind other lines", JavaScript, "cat > cors.json <<EOF\n[{\"a\": 1}]\nEOF\ncat <<EOF\n{\"b\": 2}\nEOF", "[{a:1}] {b:2}", nil},
	{"markup with code in it", JavaScript, "<Foo bar={{a: 1}} baz=\"x\">its {[1]}</Foo>", "bar:{<{a: 1}; a:1>} baz:<\"x\">its {[1]}</Foo>; [1]>", []told{{Unexpected, "}"}}},

	{"a call with keyword arguments", Python, "s3.put_bucket_cors(\n  Bucket='b',\n  CORSConfiguration={'CORSRules': [{'a': ['b',],}]},\n)",
		"s3.put_bucket_cors(Bucket:'b' CORSConfiguration:{CORSRules:[{a:['b']}]})", nil},
	{"calls one behind the other in Python", Python, "boto3.resource('s3').BucketCors(name).put(C={'a': 1})", "boto3.resource('s3') .BucketCors(<name>) .put(C:{a:1})", nil},
	{"dict as a call", Python, "a = dict(b=['x'], **c)", "a:dict(b:['x'] <**c>)", nil},
	{"annotated names, two names for a value", Python, "b: Dict[str, Any] = {'c': None, 'd': True}\nc = d = {'e': False}", "b:{c:None d:True} c:{e:False}", nil},
	{"texts in pieces are one", Python, "x = ('a'\n  'b' \"c\")\ny = 'd' 'e'\nz = 'f'\n'docstring'\nw = ['g'\n'h', 'i']", "x:'abc' y:'de' z:'f' w:['gh' 'i']", nil},
	{"tuples and sets are lists", Python, "w = (1, 2,)\nv = (3,)\nu = ()\nt = {4, 5}\ns = (6)\nr = {}", "w:[1 2] v:[3] u:[] t:[4 5] s:6 r:{}", nil},
	{"what is spread in Python", Python, "a = [*b, 'c']\nd = {**e, 'f': 1}", "a:[<*b> 'c'] d:{<**e> f:1}", nil},
	{"comprehensions are code", Python, "r = [o for o in p]\nd = {k: [v] for k, v in x}\ng = f(x for x in y)\nh = [1]",
		"r:<[o for o in p]; <o for o in p>> d:<{k: [v] for k, v in x}; k:<[v] for k; [<v>]> <v in x>> g:f(<x for x in y>) h:[1]", nil},
	{"prefixes of strings", Python, "x = [r'\\d', b'b', u'c', rb'\\x', f'{a}b', f'plain', F\"{c}\" 'd']", "x:[<\\d> 'b' 'c' <\\x> <{a}b> 'plain' <F\"{c}\" 'd'>]", nil},
	{"escapes of Python", Python, `x = ['\'\n\u00e9\U0001F600', '\/', '\.', '\x41']`, "x:[''\né😀' <\\/> <\\.> <\\x41>]", nil},
	{"triple quotes", Python, "x = \"\"\"a\n\"b\" ''' \\\" \"\"\"\ny = '''\n{}'''\n\"\"\"don't ['x']\"\"\"\nz = ''", "x:'a\n\"b\" ''' \" ' y:'\n{}' z:''", nil},
	{"statements with colons", Python, "def f(a: int = 1, *b, **c) -> Dict[str, int]:\n    '''Doc [\"x\"] it's'''\n    return {'a': [1]}\nif x: y = {'q': 1}\nelse: z = [2]\nwith open('f') as g: h = {'i': 1}\ntry:\n  j\n",
		"f(a:<int = 1> <*b> <**c>) {a:[1]} x:{q:1} else:[2] open('f') g:{i:1}", nil},
	{"a class of Python", Python, "class A(B):\n  rules = [\n    {'a': 'b'}\n  ]\n  def m(self): return {'c': 1}\n", "A(<B>) rules:[{a:'b'}] m(<self>) {c:1}", nil},
	{"operators that are words", Python, "w = a if b else {'c': 1}\nv = not [1]\nu = x[1:2]\nt = a \\\n  + b\ns = lambda a: {'b': a}\nr = f(key=lambda q: q[1:2], z=1)",
		"w:<a if b else {'c': 1}; {c:1}> v:<not [1]; [1]> u:<x[1:2]> t:<a \\\n  + b> s:<lambda a: {'b': a}; {b:<a>}> r:f(key:<lambda q: q[1:2]> z:1)", nil},
	{"products and formatted texts are code", Python, "x = {'a': 24 * 3600, 'b': 'c-%s' % d, 'e': 'f-{}'.format(g)}", "x:{a:<24 * 3600> b:<'c-%s' % d> e:<'f-{}'.format(g); .format(<g>)>}", nil},
	{"two slashes divide", Python, "x = [7 // 2, 1] # don't {", "x:[<7 // 2> 1]", nil},
	{"a string that is not closed in Python", Python, "x = 'open\ny = [1]\nz = {'a': 'b\n}\nw = 2", "x:'open' y:[1] z:{a:'b'} w:2", []told{{UnclosedString, "'open"}, {UnclosedString, "'b"}}},
	{"triple quotes that are not closed end with their line", Python, "x = '''open\ny = [1]", "x:'open' y:[1]", []told{{UnclosedString, "'''open"}}},
	{"carriage returns end lines", Python, "a = 'b'\r\n'c'\r\nd = [1]\r\n", "a:'b' d:[1]", nil},

	{"blocks", HCL, "resource \"aws_s3_bucket\" b {\n  cors_rule {\n    a = [\"*\"]\n  }\n  lifecycle { c = true }\n}\nx \"y\" {}\nz {}",
		"resource('aws_s3_bucket' 'b' {cors_rule({a:['*']}) lifecycle({c:true})}) x('y' {}) z({})", nil},
	{"blocks and labels with the names of other languages' operators", HCL, "new in {\n  or {}\n  not = 1\n}", "new('in' {or({}) not:1})", nil},
	{"attributes end with their lines", HCL, "a = b\nc = [\n  1,\n  2\n]\nd = { e = 1, f : 2\n \"g\" = 3 }\nh = a - 1\ni = -1", "a:<b> c:[1 2] d:{e:1 f:2 g:3} h:<a - 1> i:-1", nil},
	{"names with hyphens", HCL, "a = b-c.d-e[0].f[*].g", "a:<b-c.d-e[0].f[*].g>", nil},
	{"interpolation", HCL, `a = "x ${var.b["c"]} ${join(",", [for d in e : "}"])} y"
f = "$${g}"
h = "%{ if i }j%{ endif }"`, `a:<x ${var.b["c"]} ${join(",", [for d in e : "}"])} y> f:'${g}' h:<%{ if i }j%{ endif }>`, nil},
	{"what begins no interpolation", HCL, `a = ["$${", "%%{a}", "$$${b}", "$", "%", "$$", "$%{a}", "a$"]`, "a:['${' '%{a}' '$${b}' '$' '%' '$$' <$%{a}> 'a$']", nil},
	{"what is doubled beside an interpolation is code", HCL, `a = ["$${b}${c}"]`, "a:[<$${b}${c}>]", nil},
	{"escapes of HCL", HCL, `a = ["\n\t\"\\\u00e9\U0001F600\U000e0041"]`, "a:['\n\t\"\\é😀\U000e0041']", nil},
	{"heredocs are code", HCL, "a = <<EOF\n  {b = [\"\n\nEOF\nc = <<-X\n    d\n    X\ne = 1", "a:<<<EOF\n  {b = [\"\n\nEOF> c:<<<-X\n    d\n    X> e:1", nil},
	{"a heredoc without its end", HCL, "a = <<EOF\nb = [1]", "a:<<<EOF> b:[1]", nil},
	{"for expressions are code", HCL, "a = [for o in p : { b = [o] }]\nc = { for k, v in var.x : k => v if v }\nd = [1]",
		"a:<[for o in p : { b = [o] }]; <for o in p : { b = [o] }; {b:[<o>]}>> c:<{ for k, v in var.x : k => v if v }; <for k> v in var.x:<k => v if v>> d:[1]", nil},
	{"functions", HCL, "a = jsonencode({ b = [1], \"c\" : 2, (d) = 3 })\ne = merge(\n  { f = 1 },\n  var.g...,\n)", "a:jsonencode({b:[1] c:2 d:3}) e:merge({f:1} <var.g...>)", nil},
	{"a dynamic block", HCL, "dynamic \"cors_rule\" {\n  for_each = var.r\n  content {\n    a = cors_rule.value.a\n  }\n}",
		"dynamic('cors_rule' {for_each:<var.r> content({a:<cors_rule.value.a>})})", nil},
	{"a conditional value of HCL", HCL, "a = b ? [1] : []", "a:<b ? [1] : []; [1] []>", nil},
	{"comments of HCL", HCL, "# a = [\n// b = '\n/* c = \"\n*/ d = [1] # e\n", "d:[1]", nil},
	{"a list that is not closed before the next attribute", HCL, "a {\n b = [\"c\", \"d\"\n e = [1]\n}", "a({b:['c' 'd'] e:[1]})", []told{{Unclosed, "e"}}},
	{"single quotes, which HCL does not have", HCL, "a = ['b']", "a:['b']", nil},
}

func TestPrograms(t *testing.T) {
	for _, c := range programCases {
		t.Run(c.name, func(t *testing.T) {
			tree := ParseProgram(c.text, c.language)
			assert.Equal(t, "["+c.want+"]", outline(tree, tree.Root))
			assert.Equal(t, c.told, tell(tree))
		})
	}
}

// Each text is split around the node that is asked for, by its index.
func TestPlacesInPrograms(t *testing.T) {
	for _, c := range []struct {
		name     string
		language Language
		text     [3]string
		node     int
		inner    bool
	}{
		{"a call, without what stands before its name", JavaScript, [3]string{"await new ", "a.B({c: 1})", ";"}, 1, false},
		{"a call behind a call", JavaScript, [3]string{"a()", ".b(1)", "\n"}, 2, false},
		{"a template string without its quotes", JavaScript, [3]string{"x = `", "a${b}", "`"}, 2, true},
		{"a formatted string of Python without prefix and quotes", Python, [3]string{"x = rf'''", "a{b}", "'''"}, 2, true},
		{"an expression", Python, [3]string{"x = [", "24 * (3600)", ", 1]"}, 3, false},
		{"a value without the parentheses around it", Python, [3]string{"x = (", "{'a': 1}", ")"}, 2, false},
		{"a tuple with its parentheses", Python, [3]string{"x = ", "(1, 2)", "\n"}, 2, false},
		{"a text in pieces", Python, [3]string{"x = ['", "a' \"b", "\"]"}, 3, true},
		{"a number with separators", JavaScript, [3]string{"x = ", "7_200", ";"}, 2, false},
		{"a block from its name to its brace", HCL, [3]string{"a = 1\n", "b \"c\" {\n}", "\n"}, 3, false},
		{"a label", HCL, [3]string{"b \"", "c", "\" {}"}, 2, true},
		{"a heredoc with its marks", HCL, [3]string{"a = ", "<<-B\n c\n B", "\nd = 1"}, 2, false},
		{"a key that is a member of a member", JavaScript, [3]string{"", "a.b", " = 1"}, 1, false},
		{"a value before its type", JavaScript, [3]string{"x = ", "[1]", " as const"}, 2, false},
		{"the root is the whole text", JavaScript, [3]string{"", " a = 1 ", ""}, 0, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree := ParseProgram(strings.Join(c.text[:], ""), c.language)
			require.Less(t, c.node, len(tree.Nodes))
			span := tree.Nodes[c.node].Span()
			if c.inner {
				span = tree.Nodes[c.node].Inner()
			}
			start := len(c.text[0])
			assert.Equal(t, core.Span{Start: start, End: start + len(c.text[1])}, span)
		})
	}
}

func TestAProgramInJSONIsReadAsJSON(t *testing.T) {
	assert.Equal(t, Parse("{a: 1,}"), ParseProgram("{a: 1,}", JSON))
}
