/** readHAR: files that Chrome and Firefox saved, small ones for each case, and what no file may do. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { load } from '../../s3cors.js';

/** @typedef {import('../../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../../s3cors.js').ReadHAR} ReadHAR */
/** @typedef {[name: string, value: string][]} Pairs */

const s3cors = await load();
const folder = new URL('../../../testdata/har/', import.meta.url);
const saved = (/** @type {string} */ name) => readFileSync(new URL(name, folder), 'utf8');
const { files, cases } = JSON.parse(saved('cases.json'));

/** @param {Pairs} pairs */
const named = (pairs) => pairs.map(([name, value]) => ({ name, value }));

/**
 * A HAR file of some entries, in which headers are pairs.
 *
 * @param {{ pages?: object[], entries: any[] }} log
 */
function fileOf({ pages = [], entries }) {
  const whole = entries.map(({ type, time = 0, method, url, headers, body, cookies = [], status, answered = [], text, ...more }) => ({
    startedDateTime: new Date(time).toISOString(),
    ...(type !== undefined && { _resourceType: type }),
    request: { method, url, httpVersion: 'HTTP/2', headers: named(headers), cookies, bodySize: body === undefined ? 0 : body.length, ...(body !== undefined && { postData: { mimeType: '', text: body } }) },
    response: { status, statusText: '', headers: named(answered), content: { size: 0, mimeType: '', ...(text !== undefined && { text }) } },
    ...more,
  }));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages, entries: whole } });
}

/** @param {FetchCall} call */
const urlOf = ({ url }) => url;

/** @param {ReadHAR} har */
const callsOf = ({ calls }) => calls.map(({ call }) => call);

describe('files that browsers saved', () => {
  for (const { file, calls, diagnostics } of files) {
    it(`${file}: every call to another origin, and no other`, async () => {
      const har = await s3cors.readHAR(saved(file));
      const told = har.calls.map(({ call: { page, url, headers, ...call }, response, preflight, count }) => {
        assert.equal(page, 'https://app.example.com');
        const names = /** @type {Pairs} */ (headers ?? []).map(([name]) => name.toLowerCase());
        return { count, url, ...call, ...(names.length > 0 && { headers: names.sort().join(',') }), status: response?.status ?? null, ...(preflight && { preflight: preflight.status }) };
      });
      assert.deepEqual(told, calls);
      assert.deepEqual(har.diagnostics.map(({ code, path }) => `${code} ${path}`), diagnostics);
    });
    it(`${file}: infer gives a configuration under which every call in it passes`, async () => {
      const calls = callsOf(await s3cors.readHAR(saved(file)));
      const { configuration, diagnostics } = s3cors.infer(calls);
      assert.ok(s3cors.validate(configuration).accepted);
      assert.ok(diagnostics.every(({ code }) => code === 'no-cors-needed'));
      for (const call of calls) {
        const { outcome, preflight } = s3cors.simulateFetch(call, { cors: configuration });
        const isOpaque = call.mode === 'no-cors' || call.via === 'beacon' || (call.via !== undefined && ['img', 'script', 'stylesheet', 'media'].includes(call.via) && call.crossorigin === undefined);
        assert.equal(outcome, isOpaque ? 'opaque' : 'readable', call.url);
        assert.ok(preflight?.passed ?? true);
      }
    });
    it(`${file}: each preflight in it is the one that the call would make`, async () => {
      const text = saved(file);
      const preflights = JSON.parse(text).log.entries.filter((/** @type {any} */ { request }) => request.method === 'OPTIONS');
      const asked = preflights.map((/** @type {any} */ { request }) => {
        const find = (/** @type {string} */ name) => request.headers.find((/** @type {any} */ header) => header.name.toLowerCase() === name)?.value ?? '';
        return [request.url, find('access-control-request-method'), find('access-control-request-headers')].join(' ');
      });
      const har = await s3cors.readHAR(text);
      const { configuration } = s3cors.infer(callsOf(har));
      const made = har.calls.flatMap(({ call, preflight }) => {
        const simulated = s3cors.simulateFetch(call, { cors: configuration }).preflight;
        assert.equal(preflight !== null, simulated !== null, call.url);
        const headers = new Map(/** @type {Pairs} */ (simulated?.request.headers ?? []));
        return simulated === null ? [] : [[call.url, headers.get('Access-Control-Request-Method'), headers.get('Access-Control-Request-Headers') ?? ''].join(' ')];
      });
      assert.deepEqual(made.sort(), asked.sort());
    });
  }
  it('Chrome and Firefox saw the same calls', async () => {
    const [chrome, firefox] = await Promise.all(files.map(async (/** @type {any} */ { file }) => callsOf(await s3cors.readHAR(saved(file)))));
    assert.deepEqual(s3cors.infer(chrome).configuration, s3cors.infer(firefox).configuration);
    assert.deepEqual(chrome.map(urlOf), firefox.map(urlOf));
  });
});

describe('what is read from an entry', () => {
  for (const { name, pages, entries, calls, diagnostics } of cases) {
    it(name, async () => {
      const har = await s3cors.readHAR(fileOf({ pages, entries }));
      assert.deepEqual(har.calls.map(({ call, response, preflight, count }) => ({ call, ...(response && { response }), ...(preflight && { preflight }), ...(count > 1 && { count }) })), calls);
      assert.deepEqual(har.diagnostics.map(({ code }) => code), diagnostics ?? []);
      s3cors.infer(callsOf(har));
    });
  }
});

describe('a file that is not whole', () => {
  const text = saved('chrome.har');
  it('is read as far as it goes, wherever it is cut off', async () => {
    const whole = await s3cors.readHAR(text);
    let most = 0;
    for (let at = 0; at < text.length; at += 997) {
      const { calls, diagnostics } = await s3cors.readHAR(text.slice(0, at));
      const codes = diagnostics.map(({ code }) => code);
      assert.ok(codes.includes(at < text.indexOf('"entries": [') + 12 ? 'har-not-found' : 'har-cut-off'), `${at}: ${codes}`);
      assert.ok(calls.length >= most && calls.length <= whole.calls.length + 1, String(at)); // the request of a preflight may be cut off
      most = Math.max(0, calls.length - 1);
    }
    assert.ok(most > 20);
  });
  it('says how many entries were read', async () => {
    const cut = text.slice(0, text.indexOf('denied/get.json'));
    const { calls, diagnostics } = await s3cors.readHAR(cut);
    const { parameters } = diagnostics.find(({ code }) => code === 'har-cut-off') ?? assert.fail();
    assert.equal(parameters.entries, cut.split('\n').length - 2);
    assert.ok(calls.some(({ call }) => call.url.endsWith('/private.json')));
  });
  it('may have brackets and quotation marks in its texts', async () => {
    const entry = { request: { method: 'GET', url: 'https://b.example/', headers: named([['Origin', 'https://a.example'], ['X-A', '"}}}']]) } };
    const { calls } = await s3cors.readHAR(`{"log": {"entries": [${JSON.stringify(entry)}, ${JSON.stringify({ ...entry, _b: 1 })}, {`);
    assert.deepEqual(calls.map(({ count }) => count), [2]);
  });
  it('may begin with a byte order mark, or be the log alone', async () => {
    const whole = await s3cors.readHAR(text);
    assert.deepEqual(await s3cors.readHAR(`\ufeff${text}`), whole);
    assert.deepEqual(await s3cors.readHAR(JSON.stringify(JSON.parse(text).log)), whole);
  });
  for (const none of ['', 'prose', '{}', '[]', 'null', '5', '{"log": {}}', '{"log": {"entries": {}}}', '{"log": null}', '"entries"', '<html>', '{"entries"']) {
    it(`${JSON.stringify(none)} is none`, async () => {
      const { calls, diagnostics } = await s3cors.readHAR(none);
      assert.deepEqual([calls, diagnostics.map(({ code, severity }) => `${severity} ${code}`)], [[], ['error har-not-found']]);
    });
  }
  it('with no call to another origin says so', async () => {
    assert.deepEqual((await s3cors.readHAR('{"log": {"entries": []}}')).diagnostics.map(({ code }) => code), ['no-cross-origin-calls']);
  });
});

describe('files of any size', () => {
  const page = 'https://app.example.com';
  const entry = (/** @type {number} */ i) => ({ type: 'fetch', method: 'GET', url: `https://b.example/${i}`, headers: [['Origin', page], ['Sec-Fetch-Mode', 'cors']], status: 200 });
  it('more than 1,000 different calls: the first are listed', async () => {
    const list = await s3cors.readHAR(fileOf({ entries: Array.from({ length: 1000 }, (_, i) => entry(i)) }));
    assert.deepEqual([list.calls.length, list.diagnostics], [1000, []]);
    const { calls, diagnostics } = await s3cors.readHAR(fileOf({ entries: Array.from({ length: 1002 }, (_, i) => entry(i)) }));
    assert.deepEqual([calls.length, diagnostics.map(({ code, parameters }) => [code, parameters.count])], [1000, [['too-many-calls', 2]]]);
  });
  it('20,000 alike are one', async () => {
    const { calls } = await s3cors.readHAR(fileOf({ entries: Array.from({ length: 20_000 }, () => entry(0)) }));
    assert.deepEqual(calls.map(({ count }) => count), [20_000]);
  });
  it('more than 20,000 entries: the first are read', async () => {
    const { calls, diagnostics } = await s3cors.readHAR(fileOf({ entries: Array.from({ length: 20_001 }, () => entry(0)) }));
    assert.deepEqual([calls[0].count, diagnostics.map(({ code }) => code)], [20_000, ['har-cut-off']]);
  });
  it('more than 50 MB: what is in the first 50 is read', async () => {
    const small = JSON.stringify(JSON.parse(fileOf({ entries: [entry(0)] })).log.entries[0]);
    const large = JSON.stringify({ ...JSON.parse(small), _large: 'x'.repeat(60 * 2 ** 20) });
    const { calls, diagnostics } = await s3cors.readHAR(`{"log": {"entries": [${small}, ${small}, ${large}]}}`);
    assert.deepEqual([calls[0].count, diagnostics.map(({ code, message }) => [code, message])], [2, [['har-cut-off', 'The file is longer than 50 MB and its first 2 entries are read']]]);
  });
  for (const [name, text] of Object.entries({ 'opening braces': `{"entries": [${'{'.repeat(5e6)}`, 'opening brackets': `{"log": {"entries": [${'['.repeat(5e6)}`, 'a string without end': `{"entries": [{"a": "${'\\'.repeat(5e6)}`, 'blanks': `{"entries"${' '.repeat(5e6)}`, 'names': '"entries" '.repeat(5e5), 'empty entries': `{"entries": [${'{},'.repeat(1e6)}` })) {
    it(`millions of ${name}`, async () => assert.ok((await s3cors.readHAR(text)).calls.length === 0));
  }
});

describe('a file may hold anything', () => {
  const odd = /** @type {unknown[]} */ ([null, true, 5, -1, 1e308, '', 'x', '\ud800', '__proto__', 'constructor', 'null', 'https://', 'https://[', 'javascript:0', 'file:///x', 'a\r\nb: c', 'x'.repeat(5000), [], [null], [[]], {}, { toString: 1 }, { __proto__: null, name: 'constructor', value: 'toString' }, [{ name: 'Origin', value: 'constructor' }]]);
  /** @param {number} seed */
  const generator = (seed) => (/** @type {number} */ limit) => (seed = (seed * 48_271) % 0x7fffffff) % limit;
  /**
   * A copy in which some values are others.
   *
   * @param {any} value
   * @param {(limit: number) => number} next
   * @returns {any}
   */
  function mutated(value, next) {
    if (next(60) === 0) return odd[next(odd.length)];
    if (Array.isArray(value)) return value.map((item) => mutated(item, next));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [next(150) === 0 ? String(name).toUpperCase() : name, mutated(item, next)]));
  }
  it('and is answered with calls that infer and simulateFetch take', async () => {
    const next = generator(7);
    for (const { file } of files) {
      const { log } = JSON.parse(saved(file));
      for (let round = 0; round < 60; round++) {
        const entries = log.entries.map((/** @type {unknown} */ entry) => mutated(entry, next));
        const { calls, diagnostics } = await s3cors.readHAR(JSON.stringify({ log: { pages: mutated(log.pages, next), entries } }));
        const { configuration } = s3cors.infer(calls.map(({ call }) => call));
        for (const { call, response, preflight, count } of calls) {
          s3cors.simulateFetch(call, { cors: configuration });
          s3cors.simulateFetch(call, { ...(response && { response }), ...(preflight && { preflight }) });
          assert.ok(count > 0);
        }
        for (const { path, message } of diagnostics) assert.ok(/^(?:log\.entries\[\d+\])?$/.test(path) && !/invalid|please|[.!]$/i.test(message), `${path} ${message}`);
      }
    }
  });
  it('of another type than a text is misuse', async () => {
    const untyped = /** @type {any} */ (s3cors);
    await assert.rejects(untyped.readHAR(), { name: 'TypeError', message: 's3cors.readHAR: text is missing' });
    await assert.rejects(untyped.readHAR({ log: {} }), { name: 'TypeError', message: 's3cors.readHAR: text must be a string, not an object' });
  });
});
