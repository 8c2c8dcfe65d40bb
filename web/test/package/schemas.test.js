/** The JSON Schemas, held against the cases, against what is written for each tool, and against what the API says. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { load } from '../../s3cors.js';

/** @import { CORSRule, OutputFormat } from '../../s3cors.js' */

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
const compile = (/** @type {string} */ name) => ajv.compile(JSON.parse(readFileSync(new URL(`../../schemas/${name}.json`, import.meta.url), 'utf8')));
const s3cors = await load();

const folder = new URL('../../../testdata/s3/', import.meta.url);
const suites = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'disagreements.json')
  .map((name) => ({ name, suite: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }));
/** @type {{ id: string, put: unknown }[]} */
const puts = suites.flatMap(({ suite }) => suite.cases).filter(({ put }) => typeof put === 'object' && put !== null);

/**
 * Whether S3 takes a value, and it is written in the very form that S3 has.
 *
 * @param {unknown} value
 */
function isTakenAsItStands(value) {
  const { accepted, diagnostics } = s3cors.validate(JSON.stringify(value));
  const nearMisses = ['unknown-key', 'value-not-list', 'number-as-text', 'wrong-container', 'misspelled-key', 'foreign-key'];
  return accepted && !diagnostics.some(({ code }) => nearMisses.includes(code));
}

describe('s3.json', () => {
  const isValid = compile('s3');
  const rule = { AllowedOrigins: ['https://a.example'], AllowedMethods: ['GET'] };

  it('takes what S3 takes of the cases, and refuses what S3 refuses', () => {
    assert.ok(puts.length > 20);
    for (const { id, put } of puts) assert.equal(isValid(put), isTakenAsItStands(put), `${id} ${ajv.errorsText(isValid.errors)}`);
    const verdicts = puts.map(({ put }) => isValid(put));
    assert.ok(verdicts.includes(true) && verdicts.includes(false));
  });

  /** @type {[string, Record<string, unknown>][]} */
  const members = [
    ['ID', { '': true, ab: true, ['x'.repeat(255)]: true, ['x'.repeat(256)]: false }],
    ['AllowedOrigins', { '': true, '*': true, 'https://*.example': true, 'https://*.*.example': false, 'a b': true, '\u0001': false, é: true }],
    ['AllowedMethods', { GET: true, PUT: true, HEAD: true, POST: true, DELETE: true, OPTIONS: false, get: false, '*': false, '': false }],
    ['AllowedHeaders', { '*': true, 'x-*': true, '*-*': false, 'x y': false, é: false, '': true, "!#$%&'+-.^_`|~": true }],
    ['ExposeHeaders', { ETag: true, '*': false, 'x-*': false, 'x:y': false, '': true }],
    ['MaxAgeSeconds', { 0: true, '-5': true, 2147483647: true, 2147483648: false, '-2147483649': false, 1.5: false }],
  ];
  for (const [member, values] of members) {
    it(`draws the line for ${member} where S3 draws it`, () => {
      for (const [text, taken] of Object.entries(values)) {
        const value = member === 'MaxAgeSeconds' ? Number(text) : text;
        const list = member === 'ID' || member === 'MaxAgeSeconds' ? value : [value];
        const written = [{ ...rule, [member]: list }];
        assert.equal(isValid(written), taken, `the schema on ${text}`);
        assert.equal(isTakenAsItStands(written), taken, `S3 on ${text}`);
      }
    });
  }

  it('wants the members that S3 wants, in the types that S3 has, and no others', () => {
    const wrong = [[], {}, { CORSRules: [] }, { CORSRules: rule }, [{ AllowedOrigins: ['*'] }], [{ AllowedMethods: ['GET'] }], [{ ...rule, AllowedOrigins: [] }], [{ ...rule, AllowedMethods: [] }],
      [{ ...rule, AllowedOrigins: '*' }], [{ ...rule, MaxAgeSeconds: '5' }], [{ ...rule, Origins: ['*'] }], [{ ...rule, ID: 5 }], Array(101).fill(rule)];
    for (const value of wrong) {
      assert.ok(!isValid(value), JSON.stringify(value).slice(0, 100));
      assert.ok(!isTakenAsItStands(value), JSON.stringify(value).slice(0, 100));
    }
    for (const value of [[rule], { CORSRules: [rule] }, Array(100).fill(rule)]) {
      assert.ok(isValid(value), ajv.errorsText(isValid.errors));
      assert.ok(isTakenAsItStands(value));
    }
  });
});

describe('the schemas of the tools', () => {
  /** @type {[OutputFormat, string, (written: any) => unknown][]} */
  const tools = [
    ['json', 's3', (written) => written],
    ['console', 's3', (written) => written],
    ['cloudformation-json', 'cloudformation', (written) => written.Resources.Bucket.Properties.CorsConfiguration],
    ['r2', 'r2', (written) => written],
    ['gcs', 'gcs', (written) => written],
  ];
  for (const [format, name, part] of tools) {
    const isValid = compile(name);
    it(`${name}.json takes what is written as ${format}, and refuses another member and a missing one`, () => {
      let count = 0;
      for (const { id, put } of puts) {
        if (!isTakenAsItStands(put) || hasNegativeAge(put)) continue;
        const { text } = s3cors.convert(JSON.stringify(put), format);
        const written = part(JSON.parse(text ?? ''));
        assert.ok(isValid(written), `${id} ${text} ${ajv.errorsText(isValid.errors)}`);
        assert.ok(!isValid(JSON.parse(JSON.stringify(written).replace(/"(AllowedMethods|allowed|method)":/, '"AllowedOrigin":1,$&'))), 'another member');
        const less = JSON.parse(JSON.stringify(written));
        for (const each of Array.isArray(less) ? less : Object.values(less)[0]) for (const key of ['AllowedOrigins', 'allowed', 'origin']) delete each[key];
        assert.ok(!isValid(less), 'without origins');
        count++;
      }
      assert.ok(count > 10);
    });
  }

  it('cloudformation.json takes expressions of a template in place of values', () => {
    const isValid = compile('cloudformation');
    const rules = (/** @type {unknown} */ origins) => ({ CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: origins }] });
    assert.ok(isValid(rules([{ 'Fn::Sub': 'https://${Domain}' }])));
    assert.ok(isValid(rules({ Ref: 'Origins' })));
    assert.ok(!isValid(rules([{ Sub: 'https://${Domain}' }])));
  });
});

describe('suite.json', () => {
  const isValid = compile('suite');

  it('takes the suites of the cases', () => {
    let count = 0;
    for (const { name, suite } of suites) {
      const cases = suite.cases.filter((/** @type {{ put?: unknown, expect: { body?: string } }} */ one) => one.put === undefined && one.expect.body === undefined);
      count += cases.length;
      assert.ok(isValid({ ...suite, cases }), `${name}: ${ajv.errorsText(isValid.errors)}`);
    }
    assert.ok(count > 100);
  });

  const one = { name: 'a', preflight: { origin: 'https://a.example', method: 'GET', headers: ['x-a'] }, expect: { allowed: true, rule: null, status: 200, headers: { Vary: null } } };
  const suite = { configuration: null, cases: [one] };
  const changed = [
    { what: 'no cases', value: { configuration: null } },
    { what: 'no configuration', value: { cases: [one] } },
    { what: 'a case without a name', value: { ...suite, cases: [{ ...one, name: undefined }] } },
    { what: 'a case without a question', value: { ...suite, cases: [{ ...one, preflight: undefined }] } },
    { what: 'a case with two questions', value: { ...suite, cases: [{ ...one, request: { method: 'GET' } }] } },
    { what: 'a misspelled expectation', value: { ...suite, cases: [{ ...one, expect: { allow: true } }] } },
    { what: 'a status that is a text', value: { ...suite, cases: [{ ...one, expect: { status: '200' } }] } },
  ];
  it('takes what the API takes', () => {
    assert.ok(isValid(suite), ajv.errorsText(isValid.errors));
    assert.equal(s3cors.test(/** @type {any} */ (suite)).results.length, 1);
  });
  for (const { what, value } of changed) {
    it(`refuses ${what}, as the API does`, () => {
      const written = JSON.parse(JSON.stringify(value));
      assert.ok(!isValid(written));
      assert.throws(() => s3cors.test(written), TypeError);
    });
  }
});

/** @param {unknown} put */
function hasNegativeAge(put) {
  const rules = /** @type {CORSRule[]} */ (Array.isArray(put) ? put : /** @type {{ CORSRules: CORSRule[] }} */ (put).CORSRules);
  return rules.some(({ MaxAgeSeconds = 0 }) => MaxAgeSeconds < 0);
}
