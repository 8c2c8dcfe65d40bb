package yaml

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// sameCases are texts that are YAML. The oracle reads the same in them.
var sameCases = []struct{ name, text string }{
	{"nothing", ""},
	{"white space alone", " \n\n"},
	{"a comment alone", "# nothing here\n"},
	{"a word", "word"},
	{"an object", "a: 1\nb: two\n"},
	{"an object that is indented as a whole", "  a: 1\n  b: 2\n"},
	{"objects in objects", "a:\n  b:\n    c: 1\n  d: 2\ne: 3\n"},
	{"indentation of different widths", "a:\n b: 1\n c:\n       d: 2\ne:\n   f: 3\n"},
	{"an anchor before the first key of an object below its key", "a:\n  &x b: 1\n  c: 2\n"},
	{"an anchor of an object on the line above, and one of its first key", "- &x\n  &y b: 2\n  c: 3\n- *x\n- *y\n"},
	{"an anchor of a first key alone, below its dash", "-\n  &y b: 2\n  c: 3\n- *y\n"},
	{"a tag of a first key, below an anchor of its object", "- &x\n  !A b: 2\n  c: 3\n- *x\n"},
	{"a tag of an object on the line above, and one of its first key", "- !A\n  !B b: 2\n"},
	{"a list", "- a\n- b\n"},
	{"a list below its key", "key:\n  - a\n  - b\nnext: 1\n"},
	{"a list below its key without indentation", "key:\n- a\n- b\nnext: 1\n"},
	{"a list without indentation inside an object in a list", "- key:\n  - a\n  - b\n  next: 1\n- c\n"},
	{"objects in a list", "- a: 1\n  b: 2\n- a: 3\n  b: 4\n"},
	{"an object that begins below its dash", "-\n  a: 1\n  b: 2\n-\n  - c\n"},
	{"lists in lists", "- - a\n  - b\n- - - c\n"},
	{"a list of lists of objects", "- - a: 1\n    b: 2\n  - c: 3\n- d\n"},
	{"several blanks behind a dash", "-   a: 1\n    b: 2\n-   c\n"},
	{"empty entries", "-\n- \n- a\n-\n"},
	{"empty values", "a:\nb:\n  c:\nd: \n"},
	{"the words of the core schema", "- true\n- True\n- TRUE\n- false\n- null\n- Null\n- ~\n- NULL\n- False\n- FALSE\n"},
	{"yes, no, on and off are words", "- yes\n- no\n- on\n- off\n- Yes\n- y\n- tRUE\n- nULL\n"},
	{"numbers", "- 0\n- -1\n- +2\n- 3.5\n- .5\n- 1.\n- 1e3\n- -1.5E-3\n- 3600\n"},
	{"words that begin like numbers", "- 1.2.3\n- 12h\n- 2010-09-09\n- 1_000\n- 0x1F\n- +\n- .\n- e5\n- --\n"},
	{"single quotes", "a: 'x'\nb: 'it''s'\nc: ''\nd: ''''\ne: '\\n'\n"},
	{"double quotes", "a: \"x\"\nb: \"\"\nc: \"a\\tb\\n\\\"\\\\\"\nd: \"\\x41\\u00e9\\U0001F600\"\n"},
	{"every escape of YAML", `"\0\a\b\t\n\v\f\r\e\ \"\\\N\_\L\P"`},
	{"text in quotes over several lines", "a: \"one\n  two\n\n  three\"\nb: 'x\n\n\n  y '\n"},
	{"blanks at the ends of lines in quotes", "\" one \n   two\t\n three \""},
	{"an escaped end of a line", "\"one \\\n   two\\\n\n  three\\\n  \\ four\""},
	{"quotes inside a plain text", "a: it's \"so\"\nb: x'y'\n"},
	{"a quoted text that is closed on a line of its own", "a: 'b\n  '\nc: \"\n  d\"\n"},
	{"keys in quotes", "\"a\": 1\n'b c': 2\n\"d:e\" : 3\n"},
	{"plain texts over several lines", "a: one\n  two\n\n  three\nb: x\n"},
	{"a plain text over several lines at the top", "one\ntwo\n  three\n\n\nfour\n"},
	{"a plain text with a dash at the beginning of its second line", "- a\n  - b\n- c\n"},
	{"colons inside a plain text", "a: https://x.example:80/y\nb: AWS::S3::Bucket\nc: 12:30\nd: :x\n"},
	{"hashes inside a plain text", "a: b#c\nd: e # comment\nf: # comment\n  g\n"},
	{"comments between the lines", "# one\na: 1 # two\n  # three\n# four\nb:\n# five\n  - c\n  # six\n  - d\n"},
	{"blanks before the colon of a key", "a : 1\nb  : 2\n"},
	{"keys with blanks and signs", "a b c: 1\n?x: 2\n-y: 3\n:z: 4\na-b/c.d: 5\n"},
	{"a literal block", "a: |\n  one\n    two\n\n  three\nb: 1\n"},
	{"a folded block", "a: >\n  one\n  two\n\n  three\n    four\n  five\n\nb: 1\n"},
	{"a folded block with lines that begin with tabs", "a: >\n  one\n  \ttwo\n  three\n"},
	{"what is left at the end of a block", "a: |-\n  x\n\nb: |+\n  y\n\n\nc: >-\n  z\nd: >+\n  w\n\n"},
	{"a block with its indentation given", "a: |2\n    x\n   y\nb: >1-\n   z\n"},
	{"indentation behind the sign", "a: |-2\n   x\n"},
	{"a block in a list", "- |\n x\n- >\n  y\n- z\n"},
	{"a block with a comment behind its indicator", "a: | # comment\n  # no comment\n  b\n# comment\nc: 1\n"},
	{"a block without lines", "a: |\nb: >-\nc: |+\n\nd: 1\n"},
	{"blank lines before the text of a block", "a: |\n\n\n  x\nb: >\n\n  y\n"},
	{"a block at the end without an end of the line", "a: |\n  x"},
	{"a block that is kept to the end", "a: |+\n  x\n\n"},
	{"a block in a list without indentation", "a:\n- |\n x\n- b\n"},
	{"a block at the top", "|\n x\n y\n"},
	{"a block at the top of a document", "--- >\n x\n y\n"},
	{"lists in brackets", "[a, 'b', \"c\", 1, true, ]\n"},
	{"objects in braces", "{a: 1, 'b': 2, \"c\":3, d: }\n"},
	{"brackets in brackets", "a: [b, [c, d], {e: [f]}, []]\nb: {c: {d: e}, f: [g]}\nc: {}\n"},
	{"brackets over several lines", "a: [\n  b, # comment\n  c\n]\nd: {\n    e: 1,\n    f:\n      2 }\n"},
	{"members without values in braces", "{a, b: , c}\n"},
	{"members in a list in brackets", "[a: 1, b, 'c': [d], \"e\":f]\n"},
	{"plain texts between brackets", "[a b, c:d, http://x.example:80/y, -, -1, a - b, x#y]"},
	{"plain texts over several lines between brackets", "[a\n b,\n c\n\n d]\n"},
	{"brackets as entries", "- [a]\n- {b: c}\n- - [d]\n"},
	{"brackets inside plain texts", "a: b[0]\nc: d{e}\nf: g, h\n"},
	{"JSON", "{\"a\": [1, -2.5e3, \"x\\u0041\"],\n\t\"b\": {\"c\":null, \"d\":true}}\n"},
	{"tags before words", "a: !Ref B\nb: !Sub 'x-${y}'\nc: !GetAtt D.Arn\nd: 1\n"},
	{"tags before brackets", "a: !If [c, !Ref d, {e: !Sub f}]\nb: !Join ['', [a, b]]\n"},
	{"tags before lists", "a: !If\n  - c\n  - !Ref d\nb: !Join\n- x\n- y\nc: 1\n"},
	{"tags before objects", "a: !Transform\n  Name: x\n  Y: z\nb: !T {c: d}\ne: 1\n"},
	{"tags before blocks", "a: !Sub |\n  x\n  y\nb: !Sub >-\n  z\n"},
	{"tags in lists", "- !Ref a\n- !Sub\n  - x\n  - y: z\n- !If [a, b]\n- !T\n  a: 1\n"},
	{"tags without anything behind them", "a: !Ref\nb: [!Ref , !x ]\nc: 1\n"},
	{"tags of YAML itself", "a: !!str 12\nb: !!int 12\nc: !!map {d: e}\nf: !!seq\n- g\n"},
	{"a tag at the top", "!T\na: 1\n"},
	{"anchors and aliases", "a: &x 1\nb: *x\nc: &y [d, e]\nf: *y\ng: *x\n"},
	{"anchors before objects and lists", "a: &x\n  b: 1\n  c: [2]\nd: &y\n- e\nf: *x\ng: *y\n"},
	{"the last anchor of a name", "a: &x 1\nb: *x\nc: &x 2\nd: *x\n"},
	{"aliases in lists", "- &x a\n- *x\n- [*x, *x ]\n- {b: *x}\n- - *x\n"},
	{"aliases as keys", "a: &x b\n*x : c\n"},
	{"anchors before keys", "&x a: 1\n&y b: *x\nc: *y\n"},
	{"an anchor before an object in a list", "- &x\n  a: 1\n- &y b: 2\n- *x\n"},
	{"an anchor and a tag", "a: &x !T b\nc: !T &y b\nd: *x\ne: *y\nf: &z !T\n  - g\nh: *z\n"},
	{"an anchor of nothing", "a: &x\nb: *x\n"},
	{"a merge key", "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n  e: 4\n"},
	{"a merge key behind other keys", "a: &x {b: 1, c: 2}\nd:\n  c: 3\n  <<: *x\nf: &y {g: 1}\nh: *y\n"},
	{"a merge key with several objects", "a: &x {b: 1, c: [2]}\nd: &y {b: 3, e: 4}\nf:\n  <<: [*x, *y]\n"},
	{"merged objects that are merged again", "a: &x {b: 1}\nc: &y {<<: *x, d: 2}\ne:\n  f: 3\n  <<: *y\n  g: {<<: *y}\n"},
	{"a merge key with an object of its own", "a:\n  <<: {b: 1, c: {d: 2}}\n  b: 3\n"},
	{"a merge key in quotes is a key", "\"<<\": 1\n"},
	{"documents", "a: 1\n---\nb: 2\n---\n- c\n...\n"},
	{"a document with a marker before it", "---\na: 1\n"},
	{"a document with a directive", "%YAML 1.1\n---\na: 1\n"},
	{"a comment before a directive", "# x\n%YAML 1.1\n# y\n---\na: 1\n...\n%YAML 1.1\n---\nb: 2\n"},
	{"a scalar behind a marker", "--- a\n--- [b]\n--- 'c'\n--- # nothing\nd: 1\n"},
	{"no marker without a blank", "---a: 1\n"},
	{"empty documents", "---\n---\na: 1\n---\n"},
	{"lines that end with carriage returns", "a: 1\r\nb:\r\n  - c\r\n\r\n  - 'd\r\n    e'\r\nf: |\r\n  g\r\n  h\r\ni: j\r\n  k\r\n"},
	{"a byte order mark", "\uFEFFa: 1\nb: 2\n"},
	{"texts that are not ASCII", "é: ü\n名: [ß, '€']\n"},
	{"variables of Serverless", "a: ${self:custom.x}\nb: x-${opt:stage, 'dev'}-y\n"},
	{"variables of Jinja in quotes", "a: \"{{ x }}\"\nb: '{{ y | default(\"z\") }}'\n"},
	{"a key below a comment that is not indented", "a:\n# c\n  b: 1\n # d\n  e: 2\n"},
	{"an object behind a list without indentation", "a:\n- b: 1\n  c: 2\nd:\n- e\n"},
	{"a text behind an empty line with blanks", "a: b\n   \n  c\nd:\n  \n  - e\n"},
	{"tabs between words", "a:\tb\nc: d\te\t# f\n"},
}

func TestReadsWhatTheOracleReads(t *testing.T) {
	for _, c := range sameCases {
		t.Run(c.name, func(t *testing.T) {
			_, err := read(c.text)
			require.NoError(t, err)
			difference, ok := compare(c.text)
			require.True(t, ok, "the oracle refuses it, or it lies outside of the subset")
			require.Empty(t, difference, "%s", c.text)
		})
	}
}

func TestReadsTemplatesAsTheOracleDoes(t *testing.T) {
	difference, ok := compare(template)
	require.True(t, ok)
	require.Empty(t, difference)
}
