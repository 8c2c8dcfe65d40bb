/** compare, suggest, infer and test, as a user calls them. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { load } from '../s3cors.js';

/** @typedef {import('../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('../s3cors.js').CORSRule} CORSRule */
/** @typedef {import('../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../s3cors.js').PreflightRequest} PreflightRequest */
/** @typedef {import('../s3cors.js').Source} Source */
/** @typedef {import('../s3cors.js').SuiteCase} SuiteCase */
/** @typedef {import('../s3cors.js').TextEdit} TextEdit */

const s3cors = await load();
const untyped = /** @type {any} */ (s3cors);

/**
 * @param {string} origins
 * @param {string} methods
 * @param {Partial<CORSRule>} [more]
 * @returns {CORSRule}
 */
const rule = (origins, methods, more) => ({ AllowedOrigins: origins.split(' '), AllowedMethods: methods.split(' '), ...more });

describe('compare says what a change opens and closes', () => {
  const app = rule('https://app.example', 'GET PUT', { AllowedHeaders: ['content-type'] });
  /** @type {[string, CORSRule[], CORSRule[], ReturnType<typeof s3cors.compare>['relation'], number, number, number][]} */
  const cases = [
    ['nothing, where nothing changes', [app], [app], 'same', 0, 0, 0],
    ['nothing, where an origin is written twice', [app], [{ ...app, AllowedOrigins: ['https://app.example', 'https://app.example'] }], 'same', 0, 0, 0],
    ['nothing, where a rule is added that an earlier one covers', [app], [app, rule('https://app.example', 'GET')], 'same', 0, 0, 0],
    ['only which methods the answer names, where a rule is split by method', [app], [{ ...app, AllowedMethods: ['GET'] }, { ...app, AllowedMethods: ['PUT'] }], 'same', 0, 0, 2],
    ['one more method, which all answers of the rule name', [app], [{ ...app, AllowedMethods: ['GET', 'PUT', 'DELETE'] }], 'wider', 1, 0, 1],
    ['one method less', [app], [{ ...app, AllowedMethods: ['GET'] }], 'narrower', 0, 1, 1],
    ['another origin', [app], [{ ...app, AllowedOrigins: ['https://new.example'] }], 'different', 1, 1, 0],
    ['any header', [app], [{ ...app, AllowedHeaders: ['*'] }], 'wider', 1, 0, 0],
    ['a rule in front that exposes a header', [app], [rule('https://app.example', 'GET', { ExposeHeaders: ['ETag'] }), app], 'same', 0, 0, 1],
    ['everything, where there was no rule', [], [rule('https://app.example', 'GET')], 'wider', 1, 0, 0],
  ];
  for (const [name, before, after, relation, gained, lost, changed] of cases) {
    it(name, () => {
      const comparison = s3cors.compare(before, after);
      const told = [comparison.relation, comparison.gained.length, comparison.lost.length, comparison.changed.length];
      assert.deepEqual(told, [relation, gained, lost, changed], JSON.stringify(comparison));
      assert.deepEqual([comparison.more, comparison.inexact, comparison.unreadable], [false, false, []]);
      const [was, is] = [allows(before), allows(after)];
      for (const { witness, rule: index } of comparison.gained) assert.deepEqual([was(witness).allowed, is(witness).rule], [false, index]);
      for (const { witness, rule: index } of comparison.lost) assert.deepEqual([was(witness).rule, is(witness).allowed], [index, false]);
      for (const { witness, rule: index } of comparison.changed) {
        const [old, young] = [was(witness), is(witness)];
        assert.deepEqual([old.allowed, young.rule], [true, index]);
        assert.notDeepEqual(old.response?.headers, young.response?.headers);
      }
    });
    it(`${name}, and the reverse the other way round`, () => {
      const [there, back] = [s3cors.compare(before, after), s3cors.compare(after, before)];
      const reverse = { same: 'same', wider: 'narrower', narrower: 'wider', different: 'different' };
      assert.equal(back.relation, reverse[there.relation]);
      assert.deepEqual(back.gained.map(({ witness }) => witness), there.lost.map(({ witness }) => witness));
    });
  }
  it('of texts in two formats as of the values in them', () => {
    const [before, after] = [[app], [{ ...app, AllowedOrigins: ['*'] }]];
    const texts = /** @type {const} */ (['xml', 'json', 'terraform', 'cloudformation-yaml']).map((format) => String(s3cors.convert(after, format).text));
    for (const text of texts) assert.deepEqual(s3cors.compare(s3cors.toXML(before).text ?? '', text), s3cors.compare(before, after), text);
  });
  it('and tells which of the two cannot be read', () => {
    assert.deepEqual(s3cors.compare('prose', [app]).unreadable, ['before']);
    assert.deepEqual(s3cors.compare([app], 'prose').unreadable, ['after']);
    assert.deepEqual(s3cors.compare('prose', '').unreadable, ['before', 'after']);
  });
});

/** @param {Source} source */
function allows(source) {
  return (/** @type {PreflightRequest} */ request) => s3cors.simulatePreflight(source, request);
}

const commented = {
  xml: `<?xml version="1.0" encoding="UTF-8"?>
<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <!-- the app: é😀 -->
  <CORSRule>
    <ID>app</ID>
    <AllowedOrigin>https://www.example.com</AllowedOrigin> <!-- production -->
    <AllowedMethod>GET</AllowedMethod>
    <AllowedHeader>content-type</AllowedHeader>
    <MaxAgeSeconds>600</MaxAgeSeconds>
  </CORSRule>
</CORSConfiguration>
`,
  'one line of XML': '<CORSConfiguration><CORSRule><AllowedOrigin>https://www.example.com</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>',
  json: `{
  "CORSRules": [
    {
      "ID": "app: é😀",
      "AllowedOrigins": ["https://www.example.com"],
      "AllowedMethods": [
        "GET"
      ],
      "AllowedHeaders": ["content-type"],
      "MaxAgeSeconds": 600
    }
  ]
}
`,
  'one line of JSON': '[{"AllowedOrigins":["https://www.example.com"],"AllowedMethods":["GET"]}]',
};

/**
 * @param {string} text
 * @param {TextEdit[]} edits
 */
function apply(text, edits) {
  const backwards = [...edits].sort((a, b) => b.span.start - a.span.start);
  return backwards.reduce((edited, edit) => edited.slice(0, edit.span.start) + edit.text + edited.slice(edit.span.end), text);
}

describe('suggest gives changes that let the request pass', () => {
  /** @type {Record<string, PreflightRequest>} */
  const requests = {
    'another header': { origin: 'https://www.example.com', method: 'GET', headers: ['x-amz-acl'] },
    'two other headers': { origin: 'https://www.example.com', method: 'GET', headers: 'content-type,x-amz-acl,x-amz-meta-title' },
    'another method': { origin: 'https://www.example.com', method: 'PUT' },
    'another method and a header': { origin: 'https://www.example.com', method: 'PUT', headers: ['content-type'] },
    'another origin': { origin: 'https://app.example.com', method: 'GET' },
    'the same host in plain http': { origin: 'http://www.example.com', method: 'GET' },
    'another origin and a method': { origin: 'http://localhost:3000', method: 'DELETE' },
    'nothing in common with the rule': { origin: 'null', method: 'POST', headers: ['authorization'] },
  };
  for (const [format, text] of Object.entries(commented)) {
    for (const [name, request] of Object.entries(requests)) {
      it(`${name}, in ${format}`, () => {
        assert.equal(allows(text)(request).allowed, false);
        const suggestions = s3cors.suggest(text, request);
        assert.ok(suggestions.length > 0);
        for (const { title, configuration, edits, comparison } of suggestions) {
          assert.ok(allows(configuration)(request).allowed, title);
          assert.ok(s3cors.validate(configuration).accepted, title);
          const { unreadable, ...compared } = s3cors.compare(text, configuration);
          assert.deepEqual([comparison, unreadable, comparison.lost], [compared, [], []], title);
          assert.ok(edits, title);
          const edited = apply(text, edits);
          assert.deepEqual(s3cors.parse(edited).configuration, configuration, edited);
          assert.equal(s3cors.parse(edited).diagnostics.length, 0, edited);
          for (const kept of text.match(/<!--[^]*?-->|"ID".*/g) ?? []) assert.ok(edited.includes(kept), edited);
        }
        const titles = suggestions.map(({ title }) => title);
        assert.deepEqual([...new Set(titles)], titles);
      });
      it(`the narrowest first: ${name}, in ${format}`, () => {
        const configurations = s3cors.suggest(text, request).map(({ configuration }) => configuration);
        configurations.forEach((later, index) => {
          for (const earlier of configurations.slice(0, index)) assert.notEqual(s3cors.compare(later, earlier).relation, 'wider');
        });
      });
    }
  }
  it('and tells of a source that cannot be read, beside a rule of its own', () => {
    const [{ configuration, edits, diagnostics }, ...others] = s3cors.suggest('prose', requests['another method']);
    assert.deepEqual([configuration.CORSRules.length, edits, others], [1, undefined, []]);
    assert.deepEqual(diagnostics.map(({ code, span }) => [code, span]), [['unknown-format', { start: 0, end: 5 }]]);
    for (const { diagnostics: none } of s3cors.suggest(commented.xml, requests['another method'])) assert.deepEqual(none, []);
  });
  it('as edits of the configuration that is chosen, and beside values of placeholders', () => {
    const text = `one:\n[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]\ntwo:\n[{"AllowedOrigins": ["\${origin}"], "AllowedMethods": ["GET"]}]\n`;
    const source = { text, candidate: 1, values: { '${origin}': 'https://b.example' } };
    const suggestions = s3cors.suggest(source, { origin: 'https://b.example', method: 'PUT' });
    const added = suggestions.find(({ title }) => title === 'Add PUT to rule 1');
    assert.ok(added?.edits);
    const edited = apply(text, added.edits);
    assert.equal(edited, text.slice(0, text.indexOf('two:')) + text.slice(text.indexOf('two:')).replace('"GET"', '"GET", "PUT"'));
    assert.ok(s3cors.simulatePreflight({ ...source, text: edited }, { origin: 'https://b.example', method: 'PUT' }).allowed);
  });
  /** @type {[string, PreflightRequest][]} */
  const none = [
    ['passes already', { origin: 'https://www.example.com', method: 'GET' }],
    ['has a method that S3 lets no page send', { origin: 'https://www.example.com', method: 'PATCH' }],
    ['has no Origin', { method: 'GET' }],
    ['asks for no method', { origin: 'https://www.example.com' }],
  ];
  for (const [name, request] of none) it(`none for a request that ${name}`, () => assert.deepEqual(s3cors.suggest(commented.xml, request), []));
  it('without text edits for a source that is a value', () => {
    const [{ edits, configuration }] = s3cors.suggest([rule('https://a.example', 'GET')], { origin: 'https://a.example', method: 'PUT' });
    assert.equal(edits, undefined);
    assert.ok(allows(configuration)({ origin: 'https://a.example', method: 'PUT' }).allowed);
  });
});

describe('infer gives the rules that calls need', () => {
  const url = 'https://b.s3.eu-west-1.amazonaws.com/key';
  /** @type {[string, FetchCall[], CORSRule[], string[]][]} */
  const cases = [
    ['none for no calls', [], [], []],
    ['one for a simple GET', [{ page: 'https://a.example/page?x=1', url }], [rule('https://a.example', 'GET')], []],
    ['with the headers that the browser asks for, and no safe one', [{ page: 'https://a.example', url, method: 'PUT', headers: { 'X-Amz-Acl': 'private', Accept: 'text/plain' } }], [rule('https://a.example', 'PUT', { AllowedHeaders: ['x-amz-acl'] })], []],
    ['with content-type for a file of a type', [{ page: 'https://a.example', url, method: 'PUT', body: { type: 'image/png' } }], [rule('https://a.example', 'PUT', { AllowedHeaders: ['content-type'] })], []],
    ['without content-type for a string', [{ page: 'https://a.example', url, method: 'PUT', body: 'string' }], [rule('https://a.example', 'PUT')], []],
    ['with the response headers that script reads, and no safe one', [{ page: 'https://a.example', url, reads: ['ETag', 'Content-Length'] }], [rule('https://a.example', 'GET', { ExposeHeaders: ['ETag'] })], []],
    ['shared by pages that need the same', [{ page: 'https://a.example', url }, { page: 'https://b.example', url }], [rule('https://a.example https://b.example', 'GET')], []],
    ['none for an image without crossorigin, and says so', [{ page: 'https://a.example', url, via: 'img' }], [], ['no-cors-needed']],
    ['one for a beacon that asks first, though script reads no answer', [{ page: 'https://a.example', url, via: 'beacon', body: { type: 'application/json' } }], [rule('https://a.example', 'POST', { AllowedHeaders: ['content-type'] })], []],
    ['none for a beacon that throws, and says so', [{ page: 'https://a.example', url, via: 'beacon', body: 'stream' }], [], ['call-refused']],
    ['none for a method that S3 lets no page send, and says so', [{ page: 'https://a.example', url, method: 'PATCH' }], [], ['method-never-allowed']],
    ['none for a call that the browser refuses, and says so', [{ page: 'https://a.example', url, method: 'TRACE' }], [], ['call-refused']],
  ];
  for (const [name, calls, rules, codes] of cases) {
    it(name, () => {
      const { configuration, diagnostics } = s3cors.infer(calls);
      assert.deepEqual(configuration.CORSRules, rules);
      assert.deepEqual(diagnostics.map(({ code }) => code), codes);
    });
  }
});

/** What a file of testdata/ has beside the members of a Suite. */
/** @typedef {SuiteCase & { id: string, must: boolean, put?: Source, configuration?: Source | null, expect: { stored?: unknown, body?: string } }} Recorded */

describe('test holds the project’s own cases', () => {
  const folder = new URL('../../testdata/s3/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name !== 'disagreements.json')) {
    const suite = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const cases = /** @type {Recorded[]} */ (suite.cases).filter((one) => one.must && one.put === undefined);
    if (cases.length === 0) continue;
    it(`${file}: ${cases.length}`, () => {
      for (const { expect: { stored, body, ...expect }, configuration = suite.configuration, ...one } of cases) {
        const report = s3cors.test({ configuration, cases: [{ ...one, expect }] });
        assert.deepEqual(report, { passed: 1, failed: 0, results: [{ name: one.name, passed: true, differences: [] }], diagnostics: report.diagnostics }, one.id);
      }
    });
    it(`${file}: not one of them with another answer`, () => {
      for (const { expect, configuration = suite.configuration, ...one } of cases) {
        if (expect.allowed === undefined && expect.status === undefined) continue;
        const wrong = expect.allowed === undefined ? { status: Number(expect.status) + 1 } : { allowed: !expect.allowed };
        const [{ passed, differences }] = s3cors.test({ configuration, cases: [{ ...one, expect: wrong }] }).results;
        const [field] = Object.keys(wrong);
        assert.deepEqual([passed, differences.map((difference) => difference.field)], [false, [field]], one.id);
        assert.deepEqual(differences[0], { field, expected: Object.values(wrong)[0], actual: expect.allowed ?? expect.status });
      }
    });
  }
  it('and counts what passed and what failed, in the order of the cases', () => {
    const request = { origin: 'https://a.example', method: 'GET' };
    const report = s3cors.test({
      configuration: [rule('https://a.example', 'GET')],
      cases: [
        { name: 'a page reads', preflight: request, expect: { allowed: true, rule: 0, headers: { 'Access-Control-Allow-Origin': 'https://a.example', 'Access-Control-Max-Age': null } } },
        { name: 'a page writes', preflight: { ...request, method: 'PUT' }, expect: { allowed: true } },
        { name: 'a call', call: { page: 'https://a.example', url: 'https://b.s3.amazonaws.com/key', reads: ['ETag'] }, expect: { outcome: 'readable', reason: 'ok' } },
      ],
    });
    assert.deepEqual([report.passed, report.failed, report.results.map(({ passed }) => passed)], [2, 1, [true, false, true]]);
  });
  it('and tells that a configuration cannot be read', () => {
    const { diagnostics, failed } = s3cors.test({ configuration: 'prose', cases: [{ name: 'a page reads', preflight: { origin: 'https://a.example', method: 'GET' }, expect: { allowed: true } }] });
    assert.deepEqual([diagnostics.some(({ severity }) => severity === 'error'), failed], [true, 1]);
  });
});

describe('misuse is a TypeError that names the argument', () => {
  const call = { page: 'https://a.example', url: 'https://b.example' };
  const one = { name: 'a', preflight: {}, expect: {} };
  /** @type {[string, () => unknown, string][]} */
  const cases = [
    ['nothing to compare', () => untyped.compare(), 's3cors.compare: before is missing'],
    ['nothing to compare with', () => untyped.compare([]), 's3cors.compare: after is missing'],
    ['a number to compare with', () => untyped.compare([], 5), 's3cors.compare: after must be a string, a configuration or an array of rules, not the number 5'],
    ['null, which is a bucket and no configuration', () => untyped.compare(null, []), 's3cors.compare: before must be a string, a configuration or an array of rules, not null'],
    ['no request to suggest for', () => untyped.suggest([]), 's3cors.suggest: request must be an object, not null'],
    ['null to suggest for', () => untyped.suggest(null, {}), 's3cors.suggest: source must be a string, a configuration or an array of rules, not null'],
    ['a request of numbers', () => untyped.suggest([], { origin: 5 }), 's3cors.suggest: request.origin must be a string or null, not the number 5'],
    ['no calls', () => untyped.infer(), 's3cors.infer: calls must be an array, not null'],
    ['one call in place of a list', () => untyped.infer(call), 's3cors.infer: calls must be an array, not an object'],
    ['a call without page', () => untyped.infer([call, { url: '' }]), 's3cors.infer: calls[1].page must be a string, and is missing'],
    ['a way of calling that there is not', () => untyped.infer([{ ...call, via: 'worker' }]), "s3cors.infer: calls[0].via must be 'fetch', 'xhr', 'img', 'script', 'stylesheet', 'font', 'media', 'form' or 'beacon', not the string 'worker'"],
    ['headers to read that are no list', () => untyped.infer([{ ...call, reads: 'ETag' }]), "s3cors.infer: calls[0].reads must be an array, not the string 'ETag'"],
    ['a header to read that is a number', () => untyped.infer([{ ...call, reads: ['ETag', 5] }]), 's3cors.infer: calls[0].reads[1] must be a string, not the number 5'],
    ['no suite', () => untyped.test(), 's3cors.test: suite must be an object, not null'],
    ['a suite without configuration', () => untyped.test({ cases: [] }), 's3cors.test: suite.configuration is missing; null is a bucket without one'],
    ['a suite without cases', () => untyped.test({ configuration: null }), 's3cors.test: suite.cases must be an array, not null'],
    ['a case without question', () => untyped.test({ configuration: null, cases: [one, { name: 'a', expect: {} }] }), 's3cors.test: suite.cases[1] must have one of preflight, request and call'],
    ['a case with two questions', () => untyped.test({ configuration: null, cases: [{ ...one, call }] }), 's3cors.test: suite.cases[0] must have one of preflight, request and call'],
    ['a misspelled expectation', () => untyped.test({ configuration: null, cases: [{ ...one, expect: { alowed: true } }] }), 's3cors.test: suite.cases[0].expect.alowed is none of allowed, rule, status, error, headers, outcome, reason, readable'],
    ['a status of five digits', () => untyped.test({ configuration: null, cases: [{ ...one, expect: { status: 20000 } }] }), 's3cors.test: suite.cases[0].expect.status must be a whole number from 0 to 999, not the number 20000'],
  ];
  for (const [name, misuse, message] of cases) it(name, () => assert.throws(misuse, { name: 'TypeError', message }));
});
