/** The forms in which findings are written: SARIF, JSON, text for a terminal. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import draft04 from 'ajv-draft-04';

import { inFolder, s3cors } from './terminal.js';

const require = createRequire(import.meta.url);
const schema = JSON.parse(readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const Ajv = /** @type {any} */ (draft04).default ?? draft04;
const isSARIF = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

const refused = '<CORSConfiguration>\r\n\t<CORSRule>\r\n\t\t<AllowedOrigin>https://é😀*.*</AllowedOrigin><AllowedMethod>FETCH</AllowedMethod>\r\n\t</CORSRule>\r\n</CORSConfiguration>\r\n';
const files = {
  'refused.xml': refused,
  'a b%é.json': '[{"AllowedOrigins": ["https://a.example/"], "AllowedMethods": ["GET"]}]',
  'other.json': '[{"AllowedOrigins": ["https://*"], "AllowedMethods": ["PUT"]}]',
  'suite.json': '{"configuration": null, "cases": [{"name": "a", "preflight": {}, "expect": {"status": 200}}]}',
  'error.txt': 'TypeError: Failed to fetch',
  'prose.txt': 'what is this',
};
inFolder(files);

const lines = [
  'validate refused.xml', 'validate refused.xml other.json prose.txt', 'convert refused.xml --to gcs', 'simulate other.json --origin https://a.example --method GET',
  'simulate other.json --page https://a.example/ --url https://b.example/x', 'explain error.txt', 'explain prose.txt', 'compare other.json refused.xml --fail-on different', 'test suite.json',
];

describe('--format sarif', () => {
  for (const line of lines) {
    it(`is SARIF 2.1.0: ${line}`, async () => {
      const { stdout, stderr } = await s3cors(`${line} --format sarif`);
      assert.equal(stderr, '');
      const log = JSON.parse(stdout);
      assert.ok(isSARIF(log), JSON.stringify(isSARIF.errors));
      const [{ results, tool, columnKind }] = log.runs;
      assert.ok(results.length > 0);
      for (const { ruleId, ruleIndex, locations, message } of results) {
        assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
        assert.equal(locations.length, 1, 'code scanning wants a place');
        assert.match(message.text, /[.!?]$/);
      }
      assert.equal(columnKind, 'utf16CodeUnits');
    });
  }

  it('has the very place in the file, in UTF-16, and the edits of fixes', async () => {
    const { stdout } = await s3cors('validate refused.xml --format sarif');
    const { results } = JSON.parse(stdout).runs[0];
    const region = results[0].locations[0].physicalLocation.region;
    assert.equal(textAt(refused, region), 'https://é😀*.*');
    assert.equal(region.startLine, 3);

    const other = await s3cors(['validate', 'a b%é.json', '--format', 'sarif']);
    const slash = JSON.parse(other.stdout).runs[0].results.find((/** @type {any} */ each) => each.ruleId === 'origin-trailing-slash');
    assert.equal(slash.locations[0].physicalLocation.artifactLocation.uri, 'a%20b%25%C3%A9.json');
    const { deletedRegion, insertedContent } = slash.fixes[0].artifactChanges[0].replacements[0];
    assert.equal(textAt(files['a b%é.json'], deletedRegion), '"https://a.example/"');
    assert.equal(insertedContent.text, '"https://a.example"');
  });

  it('has no result where nothing is found', async () => {
    const { code, stdout } = await s3cors('test - --format sarif', { stdin: files['suite.json'].replace('200', '400') });
    assert.deepEqual([code, JSON.parse(stdout).runs[0].results], [0, []]);
  });
});

/**
 * @param {string} text
 * @param {{ startLine: number, startColumn: number, endLine: number, endColumn: number }} region
 */
function textAt(text, { startLine, startColumn, endLine, endColumn }) {
  const all = text.split(/\r?\n/);
  assert.equal(startLine, endLine);
  return all[startLine - 1].slice(startColumn - 1, endColumn - 1);
}

describe('--format json', () => {
  for (const line of lines) {
    it(`is JSON, and names command, version and exit code: ${line}`, async () => {
      const { code, stdout, stderr } = await s3cors(`${line} --format json`);
      assert.equal(stderr, '');
      const { command, version, exitCode } = JSON.parse(stdout);
      assert.deepEqual([command, exitCode], [line.split(' ')[0], code]);
      assert.match(version, /^\d+\.\d+\.\d+/);
    });
  }

  it('exits with the code that the text has', async () => {
    for (const line of lines) assert.equal((await s3cors(`${line} --format json`)).code, (await s3cors(line)).code, line);
  });

  it('has lines and columns beside the offsets', async () => {
    const { files: [{ diagnostics }] } = JSON.parse((await s3cors('validate refused.xml --format json')).stdout);
    const method = diagnostics.find((/** @type {any} */ each) => each.code === 'unsupported-method');
    assert.equal(refused.slice(method.span.start, method.span.end), 'FETCH');
    assert.deepEqual([method.start, method.end], [{ line: 3, column: 63 }, { line: 3, column: 68 }]);
  });
});

describe('text', () => {
  const isColoured = async (/** @type {string} */ line, /** @type {any} */ surroundings) => (await s3cors(line, surroundings)).stdout.includes('\u001b[');

  it('is coloured on a terminal only, unless it is wanted otherwise', async () => {
    const line = 'validate refused.xml';
    assert.equal(await isColoured(line, { isTTY: false }), false);
    assert.equal(await isColoured(line, { isTTY: true }), true);
    assert.equal(await isColoured(line, { isTTY: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(await isColoured(line, { isTTY: true, env: { NO_COLOR: '' } }), true);
    assert.equal(await isColoured(line, { isTTY: true, env: { TERM: 'dumb' } }), false);
    assert.equal(await isColoured(line, { isTTY: false, env: { FORCE_COLOR: '1' } }), true);
    assert.equal(await isColoured(line, { isTTY: true, env: { FORCE_COLOR: '0' } }), false);
    assert.equal(await isColoured(line, { isTTY: false, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }), true);
    assert.equal(await isColoured(`${line} --color never`, { isTTY: true }), false);
    assert.equal(await isColoured(`${line} --color always`, { env: { NO_COLOR: '1' } }), true);
  });

  it('says the same with colours and without', async () => {
    const { stdout } = await s3cors('validate refused.xml --color always');
    assert.equal(stdout.replace(/\u001b\[\d+m/g, ''), (await s3cors('validate refused.xml')).stdout);
  });

  it('has the carets under the value, also behind tabs and wide characters', async () => {
    const { stdout } = await s3cors('validate refused.xml');
    const at = stdout.split('\n').findIndex((line) => line.includes('^^^^^'));
    assert.equal(stdout.split('\n')[at - 1], ' 3 |         <AllowedOrigin>https://é😀*.*</AllowedOrigin><AllowedMethod>FETCH</AllowedMethod>');
    assert.equal(stdout.split('\n')[at], `   |         ${' '.repeat('<AllowedOrigin>'.length)}${'^'.repeat('https://é'.length + 2 + '*.*'.length)}`);
    assert.match(stdout, new RegExp(`\\n {3}\\| {9}${' '.repeat(15 + 14 + 16 + 15)}\\^{5}\\n`));
  });

  it('keeps within the width of the terminal, with the value in sight', async () => {
    const many = JSON.stringify([{ AllowedOrigins: Array.from({ length: 2000 }, (_, i) => `https://host-${i}.example`), AllowedMethods: ['FETCH'], ID: 'x'.repeat(5000) }]);
    for (const columns of [40, 80, 120]) {
      const { stdout } = await s3cors('validate -', { stdin: many, columns });
      const all = stdout.split('\n');
      const at = all.findIndex((line) => line.includes('"FETCH"') && line.includes(' | '));
      assert.ok(at >= 0, stdout);
      for (const line of all.filter((each) => / \| /.test(each))) assert.ok(line.length <= columns, `${line.length} of ${columns}: ${line}`);
      assert.equal(all[at].slice(all[at + 1].indexOf('^'), all[at + 1].lastIndexOf('^') + 1), 'FETCH');
    }
  });

  it('shows nothing on which a terminal would act', async () => {
    const bad = '[{"AllowedOrigins": ["https://\u001b]0;x\u0007\u202e\u009b.*.*"], "AllowedMethods": ["\\u001b[2J"]}]';
    const { stdout } = await s3cors('validate -', { stdin: bad });
    assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    assert.match(stdout, /␛/);
  });
});
