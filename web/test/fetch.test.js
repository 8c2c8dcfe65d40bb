import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { makeAPI } from '../loader/api.js';
import { load } from '../s3cors.js';

const s3cors = await load();
const { simulateFetch } = s3cors;
const untyped = /** @type {any} */ (s3cors);

const page = 'https://app.example.com/upload';
const origin = 'https://app.example.com';
const url = 'https://my-bucket.s3.eu-west-1.amazonaws.com/cat.jpg';
const rule = { AllowedOrigins: [origin], AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['*'], ExposeHeaders: ['ETag'], MaxAgeSeconds: 3600 };
const get = { page, url };
const put = { ...get, method: 'PUT', body: { type: 'image/png' } };
/** @type {(name: string, value: string) => { status: number, headers: [string, string][] }} */
const answer = (name, value) => ({ status: 200, headers: [[name, value]] });

/** @param {{ actor: string, title: string }[]} steps */
const told = (steps) => steps.map(({ actor, title }) => `${actor}: ${title}`);

describe('an exchange', () => {
  it('of a PUT that a rule matches is asked for, sent, and read', () => {
    const exchange = simulateFetch(put, { cors: [rule], headers: { ETag: '"1"', 'x-amz-id-2': 'x' } });
    assert.deepEqual([exchange.outcome, exchange.reason, exchange.origin], ['readable', 'ok', origin]);
    const { preflight, request, response } = exchange;
    assert.deepEqual(preflight?.reasons, ['method-not-safelisted', 'unsafe-headers']);
    assert.deepEqual(preflight?.request, {
      method: 'OPTIONS', url,
      headers: [['Accept', '*/*'], ['Access-Control-Request-Method', 'PUT'], ['Access-Control-Request-Headers', 'content-type'], ['Origin', origin]],
    });
    assert.deepEqual([preflight?.passed, preflight?.reason], [true, 'ok']);
    assert.deepEqual(preflight?.cacheSeconds, { chrome: 3600, firefox: 3600, safari: 600 });
    assert.deepEqual([request?.method, request?.url, response?.status], ['PUT', url, 200]);
    assert.deepEqual([exchange.readableHeaders, exchange.hiddenHeaders.includes('x-amz-id-2')], [['etag'], true]);
    assert.deepEqual([exchange.console.chrome, exchange.exception.safari, exchange.differences], [[], null, {}]);
    assert.ok(told(exchange.steps).includes('s3: PUT is carried out'));
  });
  it('of a PUT that no rule matches ends with the preflight, which Safari words by its status', () => {
    const exchange = simulateFetch({ ...put, page: 'https://www.example.com' }, { cors: [rule] });
    assert.deepEqual([exchange.outcome, exchange.reason, exchange.request, exchange.response], ['blocked', 'acao-missing', null, null]);
    assert.deepEqual([exchange.preflight?.response.status, exchange.preflight?.passed], [403, false]);
    assert.deepEqual(exchange.differences, { safari: { outcome: 'blocked', reason: 'preflight-status-not-ok' } });
    assert.match(exchange.console.chrome[0], /blocked by CORS policy: Response to preflight request doesn't pass access control check/);
    assert.deepEqual(exchange.exception, { chrome: 'TypeError: Failed to fetch', firefox: 'TypeError: NetworkError when attempting to fetch resource.', safari: 'TypeError: Load failed' });
    assert.equal('simulation' in exchange, false);
  });
  it('holds the simulations of S3 for both requests, with places in the text of the configuration', () => {
    const cors = JSON.stringify([{ ...rule, ID: 'é😀' }], null, 2);
    const { preflight, simulation } = simulateFetch(put, { cors });
    for (const { request, answered } of [{ request: preflight?.request, answered: preflight?.simulation }, { request: simulation?.request, answered: simulation }]) {
      assert.deepEqual(answered, s3cors.simulateRequest(cors, /** @type {any} */ (request)));
      const span = answered?.trace[0].origin.span;
      assert.equal(cors.slice(span?.start, span?.end), origin);
    }
  });
  it('is the same whether the configuration is a value or a text, but for the places', () => {
    const [value, text] = [[rule], JSON.stringify([rule])].map((cors) => JSON.stringify(simulateFetch(put, { cors })));
    assert.equal(text.replaceAll(/,"span":\{[^}]*\}/g, ''), value);
    assert.notEqual(text, value);
  });
  it('with a bucket without a configuration is blocked, and the GET carried out', () => {
    const { outcome, reason, simulation, response } = simulateFetch(get, { cors: null });
    assert.deepEqual([outcome, reason, response?.status, simulation?.trace], ['blocked', 'acao-missing', 200, []]);
  });
  it('with a bucket that is missing, or that refuses, has the status of the target', () => {
    assert.equal(simulateFetch(get, { cors: null, bucket: 'missing' }).response?.status, 404);
    assert.deepEqual([simulateFetch(get, { cors: [rule], status: 403 })].map(({ outcome, response }) => [outcome, response?.status]), [['readable', 403]]);
  });
  it('with a configuration that cannot be read is that with a bucket without one, and says what is wrong', () => {
    const { outcome, simulation } = simulateFetch(get, { cors: 'prose' });
    assert.deepEqual([outcome, simulation?.response, simulation?.trace], ['blocked', null, []]);
    assert.deepEqual(simulation?.diagnostics.map(({ code }) => code), ['unknown-format']);
  });
  it('with a configuration that S3 refuses has its diagnostics in both simulations', () => {
    const cors = [rule, { ...rule, AllowedMethods: ['get'] }];
    const { preflight, simulation } = simulateFetch(put, { cors });
    const { diagnostics } = s3cors.simulatePreflight(cors, {});
    assert.deepEqual(diagnostics.map(({ code, severity }) => [code, severity]), [['unsupported-method', 'error']]);
    assert.deepEqual(preflight?.simulation?.diagnostics, diagnostics);
    assert.deepEqual(simulation?.diagnostics, diagnostics);
  });
  it('has whole rules in the fixes of both simulations, where those that stay cross as their index', () => {
    const crossed = () => ({ diagnostics: [{ fixes: [{ configuration: { CORSRules: [1, {}] } }] }] });
    const answers = { 0: { result: { version: '', calls: ['parse', 'simulateFetch'] } }, 3: { result: { preflight: { simulation: crossed() }, simulation: crossed() }, configuration: { CORSRules: [{}, rule] } } };
    const api = makeAPI({ deaths: 0, call: (operation) => /** @type {any} */ (answers)[operation] });
    const { preflight, simulation } = api.simulateFetch(get, {});
    for (const given of [preflight?.simulation, simulation]) assert.deepEqual(given?.diagnostics[0].fixes?.[0].configuration.CORSRules, [rule, {}]);
  });
  it('with given responses has their bodies and no simulation, and one response stands for the other', () => {
    const response = { ...answer('Access-Control-Allow-Origin', '*'), body: 'é😀' };
    const exchange = simulateFetch({ ...get, method: 'POST', headers: { 'x-a': '1' } }, { response });
    assert.deepEqual([exchange.reason, exchange.response], ['header-not-allowed:x-a', null]);
    assert.deepEqual(exchange.preflight?.response, response);
    assert.equal('simulation' in /** @type {{}} */ (exchange.preflight), false);
    assert.deepEqual(simulateFetch(get, { response }).response, response);
  });
  it('with different answers to the preflight and to the call has each in its place', () => {
    const preflight = { status: 204, headers: [...answer('Access-Control-Allow-Origin', '*').headers, ...answer('Access-Control-Allow-Methods', 'PUT').headers] };
    const exchange = simulateFetch({ ...get, method: 'PUT' }, { preflight, response: { status: 500, headers: [] } });
    assert.deepEqual([exchange.preflight?.response.status, exchange.preflight?.passed, exchange.response?.status, exchange.reason], [204, true, 500, 'acao-missing']);
  });
  it('with a redirect to another origin sends Origin null after it', () => {
    const redirects = [{ status: 307, location: 'https://other.example/cat.jpg', headers: { 'Access-Control-Allow-Origin': '*' } }];
    const exchange = simulateFetch(get, { redirects, response: answer('Access-Control-Allow-Origin', origin) });
    assert.deepEqual([exchange.request?.url, exchange.origin, exchange.reason], ['https://other.example/cat.jpg', 'null', 'acao-mismatch']);
  });
  it('with a redirect that is asked for first has the answer of that URL to the preflight', () => {
    const redirects = [{ status: 307, location: url, preflight: { status: 200, headers: [] } }];
    const { preflight, request } = simulateFetch({ ...put, url: 'https://my-bucket.s3.amazonaws.com/cat.jpg' }, { cors: [rule], redirects });
    assert.deepEqual([preflight?.reason, preflight?.request.url, request], ['acao-missing', 'https://my-bucket.s3.amazonaws.com/cat.jpg', null]);
  });
  it('of an image without crossorigin is opaque, and with it needs the header', () => {
    assert.deepEqual([simulateFetch({ ...get, via: 'img' }, {})].map((e) => [e.outcome, e.reason, e.origin]), [['opaque', 'no-cors', null]]);
    assert.equal(simulateFetch({ ...get, via: 'img', crossorigin: '' }, {}).reason, 'acao-missing');
  });
  it('with credentials is not covered by a *', () => {
    const server = { response: answer('Access-Control-Allow-Origin', '*') };
    assert.equal(simulateFetch(get, server).reason, 'ok');
    assert.equal(simulateFetch({ ...get, credentials: 'include' }, server).reason, 'acao-wildcard-with-credentials');
  });
  it('with an upload listener is asked for first', () => {
    const call = /** @type {const} */ ({ ...get, via: 'xhr', method: 'POST' });
    assert.equal(simulateFetch(call, {}).preflight, null);
    assert.deepEqual(simulateFetch({ ...call, uploadListener: true }, {}).preflight?.reasons, ['upload-listener']);
  });
  it('that fetch() refuses has nothing but its reason', () => {
    const exchange = simulateFetch({ ...get, method: 'TRACE' }, { cors: [rule] });
    assert.deepEqual([exchange.outcome, exchange.reason, exchange.origin, exchange.preflight, exchange.request, exchange.response], ['threw', 'method-forbidden', null, null, null, null]);
    assert.equal(exchange.exception.chrome, 'TypeError');
    assert.deepEqual(told(exchange.steps), ['page: fetch TRACE', 'browser: Nothing is sent', 'page: TypeError']);
  });
  it('may be of a URL and a Blob themselves, and headers in any form', () => {
    const call = { page: new URL(page), url: new URL(url), method: 'PUT', body: new Blob(['x'], { type: 'image/png' }), headers: undefined };
    assert.deepEqual(untyped.simulateFetch(call, { cors: [rule] }), simulateFetch({ ...put, headers: [] }, { cors: [rule] }));
  });
  it('has texts as they went in, lone surrogates included', () => {
    const response = { status: 200, headers: /** @type {[string, string][]} */ ([['x', '\ud800']]), body: '\udc00é😀' };
    assert.deepEqual(simulateFetch(get, { response }).response, response);
  });
});

describe('misuse of simulateFetch is a TypeError that names the argument', () => {
  const responses = { response: { status: 200, headers: [] } };
  /** @type {[string, unknown[], string][]} */
  const cases = [
    ['nothing at all', [], 'call must be an object, not null'],
    ['no server', [get], 'server must be an object, not null'],
    ['null as the server', [get, null], 'server must be an object, not null'],
    ['a call without a page', [{ url }, {}], 'call.page must be a string, and is missing'],
    ['a call without a URL', [{ page }, {}], 'call.url must be a string, and is missing'],
    ['null as the page', [{ ...get, page: null }, {}], 'call.page must be a string, not null'],
    ['a way that is none', [{ ...get, via: 'iframe' }, {}], "call.via must be 'fetch', 'xhr', 'img', 'script', 'stylesheet', 'font', 'media', 'form' or 'beacon', not the string 'iframe'"],
    ['a method that is a number', [{ ...get, method: 5 }, {}], 'call.method must be a string, not the number 5'],
    ['a header value that is a number', [{ ...get, headers: { Age: 5 } }, {}], "call.headers['Age'] must be a string, not the number 5"],
    ['Headers', [{ ...get, headers: new Headers() }, {}], 'call.headers must be a plain object or an array; write [...headers]'],
    ['credentials that are true', [{ ...get, credentials: true }, {}], "call.credentials must be 'omit', 'same-origin' or 'include', not true"],
    ['an empty mode', [{ ...get, mode: '' }, {}], "call.mode must be 'cors', 'no-cors', 'same-origin' or 'navigate', not the string ''"],
    ['a body of another kind', [{ ...get, body: 'json' }, {}], "call.body must be 'none', 'string', 'urlencoded', 'form-data', 'bytes' or 'stream', not the string 'json'"],
    ['null as the body', [{ ...get, body: null }, {}], "call.body must be 'none', 'string', 'urlencoded', 'form-data', 'bytes' or 'stream', not null"],
    ['a Blob without a type', [{ ...get, body: {} }, {}], 'call.body.type must be a string, and is missing'],
    ['crossorigin that is true', [{ ...get, crossorigin: true }, {}], 'call.crossorigin must be a string, not true'],
    ['a listener', [{ ...get, uploadListener: () => {} }, {}], 'call.uploadListener must be true or false, not a function'],
    ['a number as the configuration', [get, { cors: 5 }], 'server.cors must be a string, a configuration or an array of rules, not the number 5'],
    ['a text that is none', [get, { cors: { text: 5 } }], 'server.cors.text must be a string, not the number 5'],
    ['a bucket of another word', [get, { cors: null, bucket: 'x' }], "server.bucket must be 'exists' or 'missing', not the string 'x'"],
    ['a configuration and a response', [get, { cors: null, ...responses }], 'server has cors and a response of its own; leave one of them out'],
    ['null as a response', [get, { response: null }], 'server.response must be an object, not null'],
    ['a response without a status', [get, { preflight: { headers: [] } }], 'server.preflight.status must be a whole number from 100 to 999, not null'],
    ['a status of two digits', [get, { response: { status: 99, headers: [] } }], 'server.response.status must be a whole number from 100 to 999, not the number 99'],
    ['a header that is no pair', [get, { response: { status: 200, headers: ['a'] } }], 'server.response.headers[0] must be a pair of strings, the name and the value'],
    ['a body that is an object', [get, { response: { status: 200, headers: [], body: {} } }], 'server.response.body must be a string, not an object'],
    ['redirects that are no array', [get, { redirects: {} }], 'server.redirects must be an array, not an object'],
    ['a redirect that is a text', [get, { redirects: ['/x'] }], "server.redirects[0] must be an object, not the string '/x'"],
    ['a redirect without a location', [get, { ...responses, redirects: [{ status: 302, location: '/a' }, { status: 302 }] }], 'server.redirects[1].location must be a string, and is missing'],
    ['a redirect with a header that is none', [get, { cors: null, redirects: [{ status: 302, location: '/a', headers: 5 }] }], 'server.redirects[0].headers must be an object of names and values, or an array of pairs, not the number 5'],
    ['the answer of a redirect without a status', [get, { redirects: [{ status: 302, location: '/a', preflight: {} }] }], 'server.redirects[0].preflight.status must be a whole number from 100 to 999, not null'],
  ];
  for (const [name, values, message] of cases) {
    it(name, () => assert.throws(() => untyped.simulateFetch(...values), { name: 'TypeError', message: `s3cors.simulateFetch: ${message}` }));
  }
});
