/** presets: what they hold, what infer makes of each, and that they are what the clients were seen to send. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { load } from '../s3cors.js';

/** @typedef {import('../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('../s3cors.js').CORSRule} CORSRule */
/** @typedef {import('../s3cors.js').FetchCall} FetchCall */

const s3cors = await load();
const untyped = /** @type {any} */ (s3cors);
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../testdata/${name}.json`, import.meta.url), 'utf8'));
const presets = await s3cors.presets();

/**
 * Whether a call can be read, and each header that its script reads.
 *
 * @param {FetchCall} call
 * @param {CORSConfiguration} cors
 */
function succeeds(call, cors) {
  const reads = call.reads ?? [];
  const { outcome, readableHeaders } = s3cors.simulateFetch(call, { cors, headers: reads.map((name) => [name, 'x']) });
  return outcome === 'readable' && reads.every((name) => readableHeaders.includes(name.toLowerCase()));
}

/**
 * The configurations that lack one value of a configuration, with the value.
 *
 * @param {CORSConfiguration} configuration
 * @returns {[string, CORSConfiguration][]}
 */
function withoutOneValue({ CORSRules }) {
  const lists = /** @type {const} */ (['AllowedOrigins', 'AllowedMethods', 'AllowedHeaders', 'ExposeHeaders']);
  return CORSRules.flatMap((rule, index) =>
    lists.flatMap((list) =>
      (rule[list] ?? []).map((value, place) => {
        const fewer = (rule[list] ?? []).filter((_, other) => other !== place);
        const rules = fewer.length === 0 && list.startsWith('AllowedO') ? CORSRules.toSpliced(index, 1) : CORSRules.with(index, { ...rule, [list]: fewer });
        return /** @type {[string, CORSConfiguration]} */ ([`${list} without ${value}`, { CORSRules: rules }]);
      }),
    ),
  );
}

describe('each preset', () => {
  const expected = read('presets').presets;
  it('is known by its name', () => assert.deepEqual(presets.map(({ name }) => name), Object.keys(expected)));
  for (const { name, title, story, calls, authority } of presets) {
    const { configuration, diagnostics } = s3cors.infer(calls);
    it(`${name}: has a title, two sentences and an authority`, () => {
      assert.match(name, /^[a-z]+(?:-[a-z0-9]+)*$/);
      assert.ok(title.length < 60 && !title.endsWith('.') && authority !== '' && !authority.endsWith('.'));
      assert.match(story, /^[^]+?[.] [A-Z][^]+[.]$/);
      assert.equal(story.match(/[.](?= [A-Z]|$)/g)?.length, 2, story);
    });
    it(`${name}: gives rules that S3 accepts`, () => {
      const { accepted, diagnostics: found } = s3cors.validate(configuration);
      assert.ok(accepted);
      assert.deepEqual(found.filter(({ severity }) => severity === 'error'), []);
      assert.deepEqual(diagnostics, [], 'every call needs a rule');
      assert.deepEqual(configuration.CORSRules, expected[name]);
    });
    it(`${name}: every call succeeds under these rules, and none without a configuration`, () => {
      for (const call of calls) {
        assert.ok(succeeds(call, configuration), `${call.method} ${call.url}`);
        assert.notEqual(s3cors.simulateFetch(call, { cors: null }).outcome, 'readable');
      }
    });
    it(`${name}: no value of these rules can be left out`, () => {
      for (const [what, fewer] of withoutOneValue(configuration)) assert.ok(!calls.every((call) => succeeds(call, fewer)), what);
    });
  }
});

/** Headers that the module's model of a browser writes for itself, and those of the transport. */
const own = /^(?:accept|origin|referer|user-agent|content-length|content-type|sec-.*)$/i;

describe('what clients were seen to send', () => {
  const { cases } = read('calls');
  const { configuration } = s3cors.infer(presets.flatMap(({ calls }) => calls));
  const sent = (/** @type {FetchCall} */ call) => {
    const { preflight, request } = s3cors.simulateFetch(call, { cors: configuration });
    const asked = new Map(/** @type {[string, string][]} */ (preflight?.request.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]));
    return JSON.stringify({
      method: request?.method,
      headers: /** @type {[string, string][]} */ (request?.headers ?? []).map(([name]) => name.toLowerCase()).filter((name) => !own.test(name)).sort(),
      preflight: preflight && { method: asked.get('access-control-request-method'), headers: asked.get('access-control-request-headers') ?? '' },
    });
  };
  for (const { preset, client, request, preflight } of cases) {
    it(`${client}: ${request.method} ${request.url} is a call of ${preset}`, () => {
      const calls = presets.find(({ name }) => name === preset)?.calls ?? [];
      const headers = request.headers.map((/** @type {[string, string]} */ [name]) => name).filter((/** @type {string} */ name) => !own.test(name)).sort();
      assert.ok(calls.map(sent).includes(JSON.stringify({ method: request.method, headers, preflight })), calls.map(sent).join('\n'));
    });
  }
  it('are all calls of the presets whose authority is a recording', () => {
    const recorded = new Set(cases.map((/** @type {any} */ { preset, request, preflight }) => `${preset} ${request.method} ${preflight?.headers}`));
    const rest = presets.flatMap(({ name, calls }) => calls.map((call) => ({ ...JSON.parse(sent(call)), name })).filter((one) => !recorded.has(`${name} ${one.method} ${one.preflight?.headers}`)));
    assert.deepEqual(rest.map(({ name, method }) => `${name} ${method}`), ['uppy-multipart GET', 'duckdb-wasm HEAD', 'duckdb-wasm GET'], 'these are by their source');
  });
});

describe('page and URL', () => {
  it('are examples where they are left out or empty', async () => {
    assert.deepEqual(await s3cors.presets('', ''), presets);
    for (const { page, url } of presets.flatMap(({ calls }) => calls)) assert.ok(page === 'https://app.example.com' && url.startsWith('https://my-bucket.s3.eu-west-1.amazonaws.com/'), url);
  });
  it('are those of every call', async () => {
    for (const bucket of ['https://s3.example/bucket', 'https://s3.example/bucket/', 'https://s3.example/bucket?x=1#y']) {
      const calls = (await s3cors.presets('http://localhost:3000/upload', bucket)).flatMap((preset) => preset.calls);
      for (const { page, url } of calls) assert.ok(page === 'http://localhost:3000/upload' && url.startsWith('https://s3.example/bucket/') && !url.includes('//', 8) && !url.includes('#'), url);
    }
  });
  it('of another type are misuse', async () => {
    await assert.rejects(untyped.presets(5), { name: 'TypeError', message: 's3cors.presets: page must be a string, not the number 5' });
    await assert.rejects(untyped.presets('', null), { name: 'TypeError', message: 's3cors.presets: url must be a string, not null' });
  });
  it('belong to the caller: what he changes, no other caller sees', async () => {
    const before = JSON.stringify(presets);
    const [mine] = await s3cors.presets();
    Object.assign(mine.calls[0].headers ?? {}, { authorization: 'changed' });
    mine.calls.length = 0;
    assert.equal(JSON.stringify(await s3cors.presets()), before);
  });
});
