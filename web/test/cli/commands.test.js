/** What each command says, and the code with which it exits. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { inFolder, s3cors } from './terminal.js';

const rule = '{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET", "HEAD"], "MaxAgeSeconds": 600}';
const cases = [
  { name: 'the app reads', preflight: { origin: 'https://a.example', method: 'GET' }, expect: { allowed: true, rule: 0 } },
  { name: 'the app writes', preflight: { origin: 'https://a.example', method: 'PUT' }, expect: { allowed: true } },
];

inFolder({
  'good.json': `[${rule}]`,
  'wider.json': `[${rule.replace('https://a', 'https://*')}]`,
  'other-age.json': `[${rule.replace('600', '900')}]`,
  'refused.xml': '<CORSConfiguration>\n  <CORSRule>\n    <AllowedOrigin>https://a.example</AllowedOrigin>\n    <AllowedMethod>FETCH</AllowedMethod>\n  </CORSRule>\n</CORSConfiguration>\n',
  'warned.json': `[${rule.replace('a.example', 'a.example/')}]`,
  'two.tf': `resource "aws_s3_bucket_cors_configuration" "a" {\n  cors_rule {\n    allowed_methods = ["GET"]\n    allowed_origins = ["https://a.example"]\n  }\n}\nresource "aws_s3_bucket_cors_configuration" "b" {\n  cors_rule {\n    allowed_methods = ["PUT"]\n    allowed_origins = ["https://b.example"]\n  }\n}\n`,
  'variable.tf': `resource "aws_s3_bucket_cors_configuration" "a" {\n  cors_rule {\n    allowed_methods = ["GET", "HEAD"]\n    allowed_origins = ["https://a.example", var.origin]\n    max_age_seconds = 600\n  }\n}\n`,
  'prose.txt': 'what is this about\n',
  'error.txt': "Access to fetch at 'https://b.s3.amazonaws.com/x' from origin 'https://a.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.\n",
  'curl.txt': "curl 'https://b.s3.amazonaws.com/x' -X PUT -H 'Origin: https://a.example' -H 'Content-Type: image/png' --data-binary x\n",
  'suite.json': JSON.stringify({ configuration: JSON.parse(`[${rule}]`), cases }, null, 2),
  'passing.json': JSON.stringify({ configuration: null, cases: [{ ...cases[0], expect: { allowed: false, status: 403 } }] }),
  'broken.json': '{"configuration": null,\n "cases": [}',
  'long-suite.json': JSON.stringify({ configuration: JSON.parse(`[${rule}]`), cases: Array.from({ length: 250 }, (_, i) => ({ ...cases[0], name: `case ${i}`, expect: { rule: i === 230 ? 1 : 0 } })) }),
  'late-mistake.json': JSON.stringify({ configuration: null, cases: Array.from({ length: 150 }, (_, i) => ({ ...cases[0], expect: i === 140 ? { allow: true } : {} })) }, null, 1),
});

describe('s3cors validate', () => {
  it('exits with 0 for what S3 takes, and says how large it is', async () => {
    const { code, stdout, stderr } = await s3cors('validate good.json');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^good\.json: S3 takes it \(json, 1 rule, \d+ of 65,536 bytes as XML\)\n$/m);
  });

  it('exits with 1 for what S3 refuses, and shows the place, the line and what to write', async () => {
    const { code, stdout } = await s3cors('validate refused.xml');
    assert.equal(code, 1);
    assert.ok(stdout.startsWith(`error: S3 does not know the method "FETCH" [unsupported-method]
  --> refused.xml:4:20
   |
 4 |     <AllowedMethod>FETCH</AllowedMethod>
   |                    ^^^^^
   = help: Write one of GET, PUT, HEAD, POST, DELETE.
`), stdout);
    assert.match(stdout, /\nrefused\.xml: S3 refuses it; 1 error.*\n {2}400 InvalidRequest: Found unsupported HTTP method/);
  });

  it('takes warnings for failures only with --fail-on warning', async () => {
    assert.equal((await s3cors('validate warned.json')).code, 0);
    assert.equal((await s3cors('validate warned.json --fail-on warning')).code, 1);
    assert.equal((await s3cors('validate refused.xml --fail-on never')).code, 0);
  });

  it('reads standard input, and several files', async () => {
    const { code, stdout } = await s3cors('validate - good.json', { stdin: `[${rule.replace('GET', 'get')}]` });
    assert.equal(code, 1);
    assert.match(stdout, /--> stdin:1:64\n/);
    assert.match(stdout, /\nstdin: S3 refuses it/);
    assert.match(stdout, /\ngood\.json: S3 takes it/);
  });

  it('takes the configuration that --candidate names', async () => {
    const { stdout } = await s3cors('validate two.tf --candidate 2 --format json');
    assert.deepEqual(JSON.parse(stdout).files[0].configuration.CORSRules[0].AllowedMethods, ['PUT']);
    assert.match((await s3cors('validate two.tf --candidate 3')).stderr, /--candidate cannot be 3: two\.tf holds 2 configurations\n.*Write a number from 1 to 2\./);
  });

  it('says that a text holds no configuration', async () => {
    const { code, stdout } = await s3cors('validate prose.txt');
    assert.equal(code, 1);
    assert.match(stdout, /\nprose\.txt: no configuration could be read; 1 error\n$/);
  });
});

describe('s3cors convert', () => {
  it('writes the format to standard output and what is lost to standard error', async () => {
    const { code, stdout, stderr } = await s3cors('convert - --to terraform --bucket my-bucket', { stdin: `[${rule.replace(', "MaxAgeSeconds": 600', '')}]` });
    assert.equal(code, 0);
    assert.match(stdout, /^resource "aws_s3_bucket_cors_configuration" "this" \{\n {2}bucket = "my-bucket"/);
    assert.doesNotMatch(stdout, /note:/);
    assert.match(stderr, /\[max-age-becomes-zero\]\n {2}--> stdin:1:2\n/);
  });

  it('exits with 1 for a source that S3 refuses, and with --fail-on lossy for a loss', async () => {
    assert.equal((await s3cors('convert refused.xml --to json')).code, 1);
    assert.equal((await s3cors('convert good.json --to xml --fail-on lossy')).code, 0);
    const { code, stderr } = await s3cors(['convert', '-', '--to', 'gcs', '--fail-on', 'lossy'], { stdin: `[${rule.replace('{', '{"ID": "a",')}]` });
    assert.equal(code, 1);
    assert.match(stderr, /\[lossy-target\]/);
  });

  it('wants to know the format', async () => {
    const { code, stderr } = await s3cors('convert good.json');
    assert.equal(code, 2);
    assert.match(stderr, /^error: convert needs the format to write\n {2}= help: Write --to xml/);
  });
});

describe('s3cors simulate', () => {
  it('exits with 0 for a preflight that passes, with the headers of the answer', async () => {
    const { code, stdout } = await s3cors('simulate good.json --origin https://a.example --method GET');
    assert.equal(code, 0);
    assert.match(stdout, /^S3 allows GET from https:\/\/a\.example, by rule 1\n {2}200\n/);
    assert.match(stdout, /\n {2}Access-Control-Allow-Origin: https:\/\/a\.example\n/);
  });

  it('exits with 1 for one that is refused, with each check and what would let it pass', async () => {
    const { code, stdout } = await s3cors('simulate good.json --origin https://b.example --method GET --headers x-a');
    assert.equal(code, 1);
    assert.match(stdout, /^S3 refuses GET from https:\/\/b\.example with x-a\n {2}403 AccessForbidden: /);
    assert.match(stdout, /\nrule 1 does not answer\n {2}✗ origin {2}Another host: b\.example where the rule has a\.example {2}good\.json:1:23\n {2}✓ method {2}GET is listed/);
    assert.match(stdout, /\n(One of these changes|This change) would let it pass:\n {2}\+ /);
  });

  it('plays a whole call to its end, as it is described and as it was copied', async () => {
    const described = await s3cors('simulate good.json --page https://a.example/ --url https://b.s3.amazonaws.com/x --method PUT --body image/png');
    const copied = await s3cors('simulate good.json --call curl.txt --page https://a.example/');
    for (const { code, stdout } of [described, copied]) {
      assert.equal(code, 1);
      assert.match(stdout, /^The browser blocks it \[acao-missing\]\n/);
      assert.match(stdout, /✗ s3 {7}403: No rule matches/);
      assert.match(stdout, /\n {2}Firefox {2}Cross-Origin Request Blocked/);
    }
    const read = await s3cors('simulate good.json --page https://a.example/ --url https://b.s3.amazonaws.com/x');
    assert.equal(read.code, 0);
    assert.match(read.stdout, /^Script can read the response\n/);
  });

  it('says which options do not go together', async () => {
    assert.match((await s3cors('simulate good.json --origin https://a.example --page https://a.example/')).stderr, /--page is of a whole call, and --origin of a preflight/);
    assert.match((await s3cors('simulate good.json')).stderr, /simulate needs a request\n.*--origin ORIGIN --method METHOD/);
    assert.match((await s3cors('simulate good.json --call prose.txt --page https://a.example/')).stderr, /^error: prose\.txt: /);
  });
});

describe('s3cors explain', () => {
  it('says what a line of a console means and what to do next', async () => {
    const { code, stdout } = await s3cors('explain error.txt');
    assert.equal(code, 0);
    assert.match(stdout, /^This is CORS\. The response has no Access-Control-Allow-Origin/);
    assert.match(stdout, /\nWhat to do next:\n {2}1\. /);
  });

  it('exits with 1 where nothing is recognised, and says what can be pasted', async () => {
    const { code, stdout } = await s3cors('explain -', { stdin: 'hello' });
    assert.equal(code, 1);
    assert.match(stdout, /^stdin: The text holds no line of a console/);
  });
});

describe('s3cors compare', () => {
  it('exits with 1 only for the differences that --fail-on names', async () => {
    const codes = async (/** @type {string} */ files) => Promise.all(['', ' --fail-on wider', ' --fail-on narrower', ' --fail-on changed', ' --fail-on different', ' --fail-on narrower,changed'].map(async (option) => (await s3cors(`compare ${files}${option}`)).code));
    assert.deepEqual(await codes('good.json good.json'), [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(await codes('good.json wider.json'), [0, 1, 0, 0, 1, 0]);
    assert.deepEqual(await codes('wider.json good.json'), [0, 0, 1, 0, 1, 1]);
    assert.deepEqual(await codes('good.json other-age.json'), [0, 0, 0, 1, 1, 1]);
  });

  it('shows the value that lets more pass, and a request that shows it', async () => {
    const { stdout } = await s3cors('compare good.json wider.json --fail-on wider');
    assert.match(stdout, /^error: rule 1 now allows GET, HEAD from https:\/\/\*\.example, such as https:\/\/www\.example \[access-gained\]\n {2}--> wider\.json:1:23\n/);
    assert.match(stdout, /\n {3}= seen with: GET from https:\/\/www\.example\n/);
    assert.match(stdout, /\nwider\.json, against good\.json: allows more \(1 gained\)\n$/);
  });

  it('does not say that nothing became wider where a file cannot be read, or S3 refuses the new one', async () => {
    for (const files of ['prose.txt good.json', 'good.json prose.txt', 'good.json refused.xml']) {
      assert.equal((await s3cors(`compare ${files} --fail-on wider`)).code, 1, files);
    }
  });

  it('does not say that nothing became wider where the value of a new expression decides', async () => {
    const { code, stdout } = await s3cors('compare good.json variable.tf --fail-on wider');
    assert.equal(code, 1);
    assert.match(stdout, /^error: the value of var\.origin decides what is allowed, and is not known here \[value-unknown\]\n {2}--> variable\.tf:4:45/);
    assert.match(stdout, /both allow the same requests, as far as the values are known here\n$/);
    assert.equal((await s3cors('compare good.json variable.tf')).code, 0);
    assert.equal((await s3cors('compare variable.tf variable.tf --fail-on wider')).code, 0);
    const given = (/** @type {string} */ value) => s3cors(`compare good.json variable.tf --fail-on wider --value var.origin=${value}`);
    assert.equal((await given('https://a.example')).code, 0);
    assert.equal((await given('*')).code, 1);
  });
});

describe('s3cors test', () => {
  it('exits with 0 where all is as expected', async () => {
    const { code, stdout } = await s3cors('test passing.json');
    assert.deepEqual([code, stdout], [0, 'passing.json: 1 case passed\n']);
  });

  it('shows the expectation that failed, with what came instead', async () => {
    const { code, stdout } = await s3cors('test suite.json passing.json');
    assert.equal(code, 1);
    assert.match(stdout, /^error: the app writes: allowed is false, expected true \[test-failed\]\n {3}--> suite\.json:33:20\n/);
    assert.match(stdout, /\n 33 \| {9}"allowed": true\n {4}\| {20}\^\^\^\^ false\n/);
    assert.match(stdout, /\nsuite\.json: 1 of 2 cases failed\n\npassing\.json: 1 case passed\n$/);
  });

  it('holds the cases against another file', async () => {
    const { code, stdout } = await s3cors('test suite.json --configuration -', { stdin: `[${rule.replace('HEAD', 'PUT')}]` });
    assert.deepEqual([code, stdout], [0, 'suite.json: 2 cases passed\n']);
    assert.equal((await s3cors('test passing.json --configuration prose.txt')).code, 1);
  });

  it('finds the case that failed late in a long suite', async () => {
    const { code, stdout } = await s3cors('test long-suite.json');
    assert.equal(code, 1);
    assert.match(stdout, /^error: case 230: rule is 0, expected 1 /);
    assert.match(stdout, /\nlong-suite\.json: 1 of 250 cases failed\n$/);
  });

  it('shows its progress on a terminal, and nowhere else', async () => {
    const onTerminal = await s3cors('test long-suite.json', { isTTY: true });
    assert.match(onTerminal.stderr, /\r\u001b\[Klong-suite\.json 100 of 250 \(40 %\)/);
    assert.ok(onTerminal.stderr.endsWith('\r\u001b[K'), 'and takes it away at the end');
    assert.equal((await s3cors('test long-suite.json')).stderr, '');
    assert.equal((await s3cors('test suite.json', { isTTY: true })).stderr, '', 'a short suite has none');
  });

  it('says what is wrong with a suite, and where', async () => {
    assert.match((await s3cors('test broken.json')).stderr, /^error: broken\.json:2:12 is not JSON: a value, or \] is expected here\n/);
    assert.match((await s3cors('test late-mistake.json')).stderr, /^error: late-mistake\.json:\d+:\d+: expect\.allow is none of allowed, rule/);
    assert.match((await s3cors('test good.json')).stderr, /^error: good\.json is no suite: it has no list of cases\n/);
    assert.equal((await s3cors('test broken.json')).code, 2);
  });
});
