import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { load } from '../s3cors.js';

const { simulateFetch } = await load();
const untyped = /** @type {any} */ ({ simulateFetch });

const origin = 'https://app.example.com';
const url = 'https://my-bucket.s3.eu-west-1.amazonaws.com/cat.jpg';
const get = { page: `${origin}/album`, url };
const cors = [{ AllowedOrigins: [origin, 'https://www.example.com'], AllowedMethods: ['GET', 'PUT'], AllowedHeaders: ['*'] }];
/** @type {(...headers: [string, string][]) => import('../s3cors.js').HTTPResponse} */
const ok = (...headers) => ({ status: 200, headers });
const allowed = ok(['Access-Control-Allow-Origin', origin]);

describe('a call through a cache', () => {
  it('gets what an <img> has left in the browser, which the exchange shows, with why and what to do', () => {
    const { outcome, reason, request, response, cached, simulation, differences, console, steps } = simulateFetch(get, { cors, cache: 'browser' });
    assert.deepEqual([outcome, reason], ['blocked', 'acao-missing']);
    assert.ok(cached);
    const { first, why, cure, ...rest } = cached;
    assert.deepEqual(rest, { by: 'browser', used: true, reason: 'same-url' });
    assert.deepEqual([first.request.method, first.request.url, names(first.request.headers)], ['GET', url, ['accept']]);
    assert.ok(names(request?.headers).includes('origin'), 'the request itself has Origin');
    assert.deepEqual(response, first.response);
    assert.deepEqual(names(response?.headers).filter((name) => /^access-control|^vary/.test(name)), []);
    assert.deepEqual(simulation?.request.headers, first.request.headers);
    assert.match(why, /no Vary tells the two requests apart/);
    assert.match(cure[0], /crossorigin/);
    assert.deepEqual(differences, { firefox: { outcome: 'readable', reason: 'ok' } });
    assert.match(console.chrome[0], /No 'Access-Control-Allow-Origin' header is present on the requested resource\.$/);
    assert.deepEqual(steps.slice(0, 4).map(({ actor, title }) => `${actor}: ${title}`), ['browser: GET /cat.jpg came first', 'page: fetch GET', 'browser: GET /cat.jpg', 'browser: 200 from the cache']);
    assert.deepEqual([steps[0].detail, steps[3].detail], ['The cache keeps the response, without Access-Control-Allow-Origin', why]);
  });
  it('passes in each setting that is the cure', () => {
    const cdn = { ...get, url: 'https://d111111abcdef8.cloudfront.net/cat.jpg' };
    /** @type {[string, import('../s3cors.js').FetchCall, import('../s3cors.js').Server][]} */
    const cured = [
      ['crossorigin on the first', get, { cors, cache: 'browser', first: { origin } }],
      ['an object with no-cache', get, { cors, cache: 'browser', headers: { 'Cache-Control': 'no-cache' } }],
      ['Vary: Origin on every response', get, { response: allowed, cache: 'browser', first: { response: ok(['Vary', 'Origin']) } }],
      ['Origin in the cache key', cdn, { cors, cache: 'cdn-origin' }],
      ['no cache', cdn, { cors, cache: 'none' }],
    ];
    for (const [name, call, server] of cured) assert.deepEqual([simulateFetch(call, server)].map((e) => [e.outcome, e.cached?.cure ?? []]), [['readable', []]], name);
  });
  it('has the same verdict with Origin in the cache key as without a cache', () => {
    for (const page of [origin, 'https://www.example.com', 'https://evil.example', 'null']) {
      for (const method of ['GET', 'HEAD', 'PUT']) {
        for (const first of [undefined, { origin }, { origin: null }]) {
          const [plain, keyed] = [{}, { cache: /** @type {const} */ ('cdn-origin'), first }].map((more) => simulateFetch({ page, url, method }, { cors, ...more }));
          assert.deepEqual([keyed.outcome, keyed.reason, keyed.console], [plain.outcome, plain.reason, plain.console], `${page} ${method}`);
        }
      }
    }
  });
  it('has another origin’s header where the CDN forwards Origin without it in the key', () => {
    const exchange = simulateFetch(get, { cors, cache: 'cdn-forward', first: { origin: 'https://www.example.com' } });
    assert.deepEqual([exchange.reason, exchange.cached?.reason], ['acao-mismatch', 'same-key']);
    assert.deepEqual(exchange.response?.headers.at(-1), ['X-Cache', 'Hit from cloudfront']);
    assert.deepEqual(exchange.cached?.first.response.headers, exchange.response?.headers.slice(0, -1));
    assert.match(exchange.console.chrome[0], /has a value 'https:\/\/www\.example\.com' that is not equal to the supplied origin/);
  });
  it('is refused its preflight by a CDN that takes GET and HEAD alone', () => {
    const { preflight, request, cached } = simulateFetch({ ...get, method: 'PUT' }, { cors, cache: 'cdn' });
    assert.deepEqual([preflight?.response, 'simulation' in /** @type {{}} */ (preflight), request], [{ status: 403, headers: [] }, false, null]);
    assert.match(cached?.cure[0] ?? '', /Allow OPTIONS/);
  });
  it('with the first response given has it whole', () => {
    const response = { ...ok(['ETag', '"1"']), body: 'é😀' };
    const exchange = simulateFetch(get, { response: allowed, cache: 'browser', first: { response } });
    assert.deepEqual([exchange.response, exchange.cached?.first.response, exchange.reason], [response, response, 'acao-missing']);
  });
  it('is no matter of a cache without one', () => {
    assert.equal(simulateFetch(get, { cors }).cached, null);
    assert.deepEqual(simulateFetch(get, { cors, cache: 'none', first: { origin } }), simulateFetch(get, { cors }));
  });
});

describe('misuse of a cache is a TypeError that names the argument', () => {
  /** @type {[string, object, string][]} */
  const cases = [
    ['a cache that is none', { cors: null, cache: 'cloudflare' }, "server.cache must be 'none', 'browser', 'cdn', 'cdn-forward' or 'cdn-origin', not the string 'cloudflare'"],
    ['null as the cache', { cache: null }, "server.cache must be 'none', 'browser', 'cdn', 'cdn-forward' or 'cdn-origin', not null"],
    ['a first that is a text', { first: origin }, `server.first must be an object, not the string '${origin}'`],
    ['an origin that is a number', { first: { origin: 5 } }, 'server.first.origin must be a string or null, not the number 5'],
    ['a first response without a status', { first: { response: {} } }, 'server.first.response.status must be a whole number from 100 to 999, not null'],
  ];
  for (const [name, server, message] of cases) {
    it(name, () => assert.throws(() => untyped.simulateFetch(get, server), { name: 'TypeError', message: `s3cors.simulateFetch: ${message}` }));
  }
});

/** @param {import('../s3cors.js').HeaderList | undefined} headers */
function names(headers) {
  return /** @type {[string, string][]} */ (headers ?? []).map(([name]) => name.toLowerCase());
}
