/**
 * The cases of testdata/browser through the module: each that the public API can express, compared field by field, and once
 * more against the native program, whose answers must be the same bytes.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'node:test';

import { load } from '../s3cors.js';
import { build } from './build.js';
import { answerNatively, startRecording } from './record.js';

/** @typedef {import('../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../s3cors.js').Server} Server */
/** @typedef {import('../s3cors.js').Exchange} Exchange */
/** @typedef {import('../s3cors.js').HTTPRequest} HTTPRequest */
/** @typedef {{ method?: string, url?: string, headers?: Record<string, string | null> }} Sent */
/** @typedef {Sent & { reasons?: string[], passed?: boolean, reason?: string, cacheSeconds?: Record<string, number> }} Asked */
/**
 * What is expected of a browser that leaves the standard.
 *
 * @typedef {{ outcome: string, reason: string, origin?: string | null, preflight?: Asked | null, request?: Sent | null }} Otherwise
 */
/**
 * What is expected of an exchange; what is left out is not compared.
 *
 * @typedef {{ outcome?: string, reason?: string, origin?: string | null, origins?: (string | null)[], preflight?: Asked | null,
 *   request?: Sent | null, readable?: string[], hidden?: string[], differences?: Record<string, Otherwise>,
 *   console?: Record<string, string[]>, exception?: Record<string, string | null>, steps?: string[],
 *   cached?: { used?: boolean, reason?: string, cure?: boolean, acao?: string | null } | null }} Expectation
 */
/** @typedef {{ name: string, id: string, source: string, expect: Expectation }} About */
/** @typedef {About & { call?: FetchCall, server?: Server, page?: string, answer?: unknown, sandbox?: string }} BrowserCase */
/** @typedef {About & { call: FetchCall, server: Server }} Asks  A case that the API can express. */

const folder = new URL('../../testdata/browser/', import.meta.url);

/** @param {string} name */
const readJSON = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

/** Members of a call that the cases have and the API has not. */
const beyondTheAPI = ['referrerPolicy', 'cache', 'sandbox', 'topLevelSite'];

/** The ids of cases that are answered otherwise here. */
const disagreements = new Set(readJSON('disagreements.json').disagreements.map((/** @type {{ id: string }} */ { id }) => id));

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'disagreements.json')
  .map((name) => ({ name: basename(name, '.json'), cases: /** @type {BrowserCase[]} */ (readJSON(name).cases).flatMap(expressed) }));

const s3cors = await load();

for (const { name, cases } of files) {
  describe(name, () => {
    for (const { name, id, source, call, server, expect } of cases) {
      test(name, () => {
        const { expected, actual } = compared(expect, s3cors.simulateFetch(call, server));
        if (disagreements.has(id)) assert.notDeepEqual(actual, expected, `${id} passes, but disagreements.json lists it`);
        else assert.deepEqual(actual, expected, `${id} (${source})`);
      });
    }
  });
}

test('nearly all cases can be expressed by the public API', () => {
  const counts = Object.fromEntries(files.map(({ name, cases }) => [name, cases.length]));
  const total = Object.values(counts).reduce((sum, count) => sum + count);
  assert.ok(total > 500, JSON.stringify(counts));
});

test('the native program gives the same bytes for every exchange of the cases, its configurations as values and as texts', async () => {
  const exchanges = files.flatMap(({ cases }) => cases.flatMap(({ call, server }) => {
    const cors = 'cors' in server ? server.cors : null;
    return cors === null ? [{ call, server }] : [{ call, server }, { call, server: { ...server, cors: JSON.stringify(cors, null, 1) } }];
  }));
  const { api, crossings } = await startRecording();
  for (const { call, server } of exchanges) api.simulateFetch(call, server);
  assert.ok(crossings.length > exchanges.length, 'every call crosses, and so does every source');
  const { file, remove } = await build({ native: true });
  const native = await answerNatively(file, crossings);
  await remove();
  assert.equal(native.length, crossings.length);
  crossings.forEach(({ operation, payload, answer }, index) => assert.equal(native[index], answer, `${operation} ${payload}`));
});

/**
 * A case as a call of the API, or nothing. The case of a page alone asks for the Origin header of any call from there.
 *
 * @param {BrowserCase} oneCase
 * @returns {Asks[]}
 */
function expressed({ call, server = {}, page, answer, sandbox, ...about }) {
  if (page !== undefined && sandbox === undefined) return [{ ...about, call: { page, url: 'https://bucket.example/key' }, server }];
  if (call === undefined || answer !== undefined || beyondTheAPI.some((member) => member in call)) return [];
  return [{ ...about, call, server }];
}

/**
 * The expectation, and the exchange in the same form.
 *
 * @param {Expectation} expected
 * @param {Exchange} exchange
 */
function compared(expected, exchange) {
  const { outcome, reason, origin, preflight, request } = exchange;
  /** @type {Record<string, unknown>} */
  const actual = {
    outcome, reason, origin,
    origins: [...(expected.origins ?? []).slice(0, -1), origin], // only the last can be seen
    preflight: preflight && expected.preflight ? { ...preflight, ...sent(expected.preflight, preflight.request) } : preflight,
    request: request && expected.request ? sent(expected.request, request) : request,
    readable: exchange.readableHeaders,
    hidden: exchange.hiddenHeaders.filter((name) => expected.hidden?.includes(name)),
    differences: differing(expected.differences ?? {}, exchange.differences),
    console: exchange.console,
    exception: exchange.exception,
    cached: exchange.cached && { ...exchange.cached, cure: exchange.cached.cure.length > 0, acao: allowedOrigin(exchange.cached.first.response) },
    steps: exchange.steps.map(({ actor, title }) => `${actor}: ${title}`),
  };
  return { expected: inOrder(expected), actual: inOrder(only(expected, actual)) };
}

/** @param {import('../s3cors.js').HTTPResponse} response */
const allowedOrigin = ({ headers }) => headers.find(([name]) => name.toLowerCase() === 'access-control-allow-origin')?.[1] ?? null;

/**
 * Differences in the form of an expectation: of each the outcome and the reason, and what else is expected of it.
 *
 * @param {Record<string, Otherwise>} expected
 * @param {Exchange['differences']} differences
 */
function differing(expected, differences) {
  return Object.fromEntries(Object.entries(differences).map(([browser, { outcome, reason, origin, preflight, request }]) => {
    const asks = expected[browser] ?? {};
    return [browser, {
      outcome, reason,
      ...('origin' in asks && { origin }),
      ...('preflight' in asks && { preflight: preflight && asks.preflight ? only(asks.preflight, { ...preflight, ...sent(asks.preflight, preflight.request) }) : preflight }),
      ...('request' in asks && { request: request && asks.request ? only(asks.request, sent(asks.request, request)) : request }),
    }];
  }));
}

/**
 * A request in the form of an expectation: of its headers those that are named there, in its spelling, null for one
 * that is not there.
 *
 * @param {Sent} expected
 * @param {HTTPRequest} request
 */
function sent(expected, { method, url, headers }) {
  const pairs = /** @type {[string, string][]} */ (headers);
  const valueOf = (/** @type {string} */ name) => {
    const values = pairs.filter(([other]) => other.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
    return values.length === 0 ? null : values.join(',');
  };
  return { method, url, headers: Object.fromEntries(Object.keys(expected.headers ?? {}).map((name) => [name, valueOf(name)])) };
}

/**
 * Of a value the members that the expectation has, all the way down. A list and `differences` are compared as a whole.
 *
 * @param {unknown} expected
 * @param {any} actual
 * @returns {unknown}
 */
function only(expected, actual) {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return actual;
  if (typeof actual !== 'object' || actual === null) return actual;
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, name === 'differences' ? actual[name] : only(value, actual[name])]));
}

/**
 * The same value, with the names of hidden headers in alphabetical order.
 *
 * @param {any} value
 */
function inOrder(value) {
  return value.hidden ? { ...value, hidden: [...value.hidden].sort() } : value;
}
