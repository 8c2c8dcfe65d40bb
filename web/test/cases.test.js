/**
 * The cases of testdata/s3 through the module: each with its authority, by the public API, and once more against the
 * native program, whose answers must be the same bytes.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { before, describe, test } from 'node:test';

import { load } from '../s3cors.js';
import { build } from './build.js';
import { answerNatively, startRecording } from './record.js';

/** @typedef {import('../s3cors.js').S3CORS} S3CORS */
/** @typedef {import('../s3cors.js').Source} Source */
/** @typedef {import('../s3cors.js').SuiteCase['expect'] & { stored?: unknown, body?: string }} Expectation */
/** @typedef {{ id: string, must: boolean, configuration?: Source | null, put?: Source, expect: Expectation }} Members */
/** @typedef {import('../s3cors.js').SuiteCase & Members} SuiteCase  A case of testdata/, which has members of its own. */
/** @typedef {{ source: string, configuration: Source | null, cases: SuiteCase[] }} Suite */
/** @typedef {import('../s3cors.js').HTTPResponse} HTTPResponse */
/** @typedef {import('../s3cors.js').S3Error} S3Error */
/** @typedef {{ name: keyof S3CORS, arguments: unknown[] }} Call */
/** @typedef {{ id: string, ground: string, reason: string, assumption?: string }} Disagreement */

const folder = new URL('../../testdata/s3/', import.meta.url);

/** @param {string} name */
const readJSON = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** @type {{ name: string, suite: Suite }[]} */
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'disagreements.json')
  .map((name) => ({ name: basename(name, '.json'), suite: readJSON(name) }));

/** @type {Map<string, Disagreement>} */
const disagreements = new Map(
  readJSON('disagreements.json').disagreements.map((/** @type {Disagreement} */ d) => [d.id, d]),
);

/** @type {S3CORS} */
let s3cors;
before(async () => {
  s3cors = await load();
});

for (const { name, suite } of files) {
  describe(name, () => {
    for (const oneCase of suite.cases) {
      test(oneCase.name, () => {
        const { differences, assumptions } = run(oneCase, suite);
        const listed = disagreements.get(oneCase.id);
        if (!listed) {
          assert.deepEqual(differences, [], `${oneCase.id} (${oneCase.source})`);
          return;
        }
        assert.ok(!oneCase.must, `${oneCase.id} must pass, and yet disagreements.json lists it`);
        assert.notDeepEqual(differences, [], `${oneCase.id} passes, but disagreements.json lists it: take it out there`);
        if (listed.assumption) assert.ok(assumptions.includes(listed.assumption), `the answer names ${assumptions}`);
      });
    }
  });
}

test('the native program gives the same bytes for every call of the cases', async () => {
  const calls = files.flatMap(({ suite }) => suite.cases.flatMap((oneCase) => callsOf(oneCase, suite)));
  assert.ok(calls.length > files.length);
  const { api, crossings } = await startRecording();
  for (const call of calls) perform(call, api);
  assert.ok(crossings.length > calls.length, 'every call crosses, and so does every source');
  const { file, remove } = await build({ native: true });
  const native = await answerNatively(file, crossings);
  await remove();
  assert.equal(native.length, crossings.length);
  crossings.forEach(({ operation, payload, answer }, index) => assert.equal(native[index], answer, `${operation} ${payload}`));
});

/**
 * The call that puts the question of a case, and the reading and writing of its configuration.
 *
 * @param {SuiteCase} oneCase
 * @param {Suite} suite
 * @returns {Call[]}
 */
function callsOf(oneCase, suite) {
  const calls = [question(oneCase, suite)];
  const source = calls[0].arguments[0];
  if (source !== null) {
    for (const name of /** @type {const} */ (['parse', 'validate', 'toXML'])) calls.push({ name, arguments: [source] });
  }
  return calls;
}

/**
 * @param {SuiteCase} oneCase
 * @param {Suite} suite
 * @returns {Call}
 */
function question(oneCase, suite) {
  if (oneCase.put !== undefined) return { name: 'validate', arguments: [oneCase.put] };
  const configuration = oneCase.configuration === undefined ? suite.configuration : oneCase.configuration;
  const target = oneCase.target === undefined ? [] : [oneCase.target];
  return oneCase.preflight
    ? { name: 'simulatePreflight', arguments: [configuration, oneCase.preflight, ...target] }
    : { name: 'simulateRequest', arguments: [configuration, oneCase.request, ...target] };
}

/**
 * @param {Call} call
 * @param {S3CORS} [api]
 * @returns {any}
 */
function perform(call, api = s3cors) {
  return /** @type {Function} */ (api[call.name]).apply(api, call.arguments);
}

/**
 * What differs between the answer and the expectation, and the assumptions that the answer names.
 *
 * @param {SuiteCase} oneCase
 * @param {Suite} suite
 */
function run(oneCase, suite) {
  const { expect } = oneCase;
  const answer = perform(question(oneCase, suite));
  /** @type {string[]} */
  const differences = [];
  const compare = (/** @type {string} */ field, /** @type {unknown} */ expected, /** @type {unknown} */ actual) => {
    if (expected !== undefined && JSON.stringify(expected) !== JSON.stringify(actual)) {
      differences.push(`${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
    }
  };
  if (oneCase.put !== undefined) compare('accepted', expect.status === 200, answer.accepted);
  compare('allowed', expect.allowed, answer.allowed);
  compare('rule', expect.rule, answer.rule);
  compare('status', expect.status, answer.response.status);
  for (const [member, expected] of Object.entries(expect.error ?? {})) {
    compare(`error ${member}`, expected, answer.response.error?.[member]);
  }
  for (const [header, expected] of Object.entries(expect.headers ?? {})) {
    compare(`header ${header}`, expected, headerOf(answer.response, header));
  }
  if (expect.stored !== undefined) {
    const stored = readBack(/** @type {Source} */ (oneCase.put));
    compare('stored', inOrder(expect.stored), inOrder(stored));
  }
  if (expect.body !== undefined && !answer.response.body?.includes(expect.body)) {
    differences.push(`body: expected one with ${expect.body}, got ${answer.response.body}`);
  }
  const assumptions = oneCase.put === undefined
    ? answer.assumptions.map((/** @type {{ code: string }} */ a) => a.code)
    : answer.diagnostics.map((/** @type {{ assumption?: string }} */ d) => d.assumption);
  return { differences, assumptions };
}

/**
 * The value of a header, several lines joined as HTTP does, or null where there is none.
 *
 * @param {HTTPResponse} response
 * @param {string} name
 */
function headerOf(response, name) {
  const values = response.headers.filter(([other]) => other.toLowerCase() === name.toLowerCase());
  return values.length === 0 ? null : values.map(([, value]) => value).join(',');
}

/**
 * The configuration that GetBucketCors gives back.
 *
 * @param {Source} source
 */
function readBack(source) {
  const { response } = s3cors.simulateRequest(source, { method: 'GET', url: '/?cors' }, { resource: 'bucket' });
  return s3cors.parse(response?.body ?? '').configuration;
}

/**
 * The same value with the members of its objects in alphabetical order.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, inOrder(v)]));
}
