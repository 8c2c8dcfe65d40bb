/**
 * What simulateFetch says of an exchange, held against what an engine made of it.
 */

import { pairsOf } from './server.js';

/** @typedef {import('../../s3cors.js').Browser} Browser */
/** @typedef {import('../../s3cors.js').Exchange} Exchange */
/** @typedef {import('../../s3cors.js').HTTPRequest} HTTPRequest */
/** @typedef {import('./server.js').Trial} Trial */
/** @typedef {import('./server.js').Arrival} Arrival */
/** @typedef {import('./perform.js').Observation} Observation */
/** @typedef {{ what: string, predicted: unknown, actual: unknown }} Mismatch */

/**
 * All in which the engine did otherwise than predicted. Where the prediction itself says that this browser differs from the
 * standard, what it says of the requests is the standard's: they are compared only if the difference says its own.
 *
 * @param {Browser} browser
 * @param {Trial} trial
 * @param {Exchange} exchange with letters for hosts, as all here
 * @param {Observation} observation
 * @returns {Mismatch[]}
 */
export function compare(browser, trial, exchange, observation) {
  const differs = exchange.differences[browser];
  /** @type {Mismatch[]} */
  const found = [];
  /** @param {string} what @param {unknown} predicted @param {unknown} actual */
  const expect = (what, predicted, actual) => {
    if (JSON.stringify(predicted) !== JSON.stringify(actual)) found.push({ what, predicted, actual });
  };
  const outcome = (differs ?? exchange).outcome;
  compareSeen(trial, outcome, exchange, observation, browser, expect);
  const own = /** @type {Exchange} */ ({ ...exchange, ...differs });
  if (!differs || 'request' in differs) {
    const preflight = observation.arrivals.findLast((arrival) => arrival.preflight);
    const actual = observation.arrivals.findLast((arrival) => !arrival.preflight);
    comparePreflight(own.preflight?.request ?? null, preflight, expect);
    compareActual(trial, own, actual, expect);
    const last = observation.arrivals.at(-1);
    if (last) expect('the Origin of the last request', own.origin, valueOf(last.headers, 'origin'));
    if (outcome === 'readable' && observation.seen.headers) {
      const known = new Set([...exchange.readableHeaders, ...exchange.hiddenHeaders]);
      expect('the headers that script can read', [...exchange.readableHeaders].sort(), [...new Set(observation.seen.headers)].filter((name) => known.has(name)));
    }
  }
  compareConsole(browser, trial, exchange.console[browser], observation, expect);
  return found;
}

/** @typedef {(what: string, predicted: unknown, actual: unknown) => void} Expect */

/**
 * @param {Trial} trial
 * @param {Exchange['outcome']} outcome
 * @param {Exchange} exchange
 * @param {Observation} observation
 * @param {Browser} browser
 * @param {Expect} expect
 */
function compareSeen({ call }, outcome, exchange, { seen }, browser, expect) {
  const via = call.via ?? 'fetch';
  if (via === 'form' || via === 'beacon') return;
  if (via !== 'fetch' && via !== 'xhr') {
    // An element fires an error event also where the server answers with an error.
    const status = exchange.response?.status ?? 0;
    if (outcome !== 'blocked' && (status < 200 || status === 204 || status > 206)) return;
  }
  // Firefox tells a page of all exceptions in full, so that a script that it may not read cannot be told from one that it may.
  const loud = browser === 'firefox' && via === 'script' && outcome === 'opaque' && seen.outcome === 'readable';
  if (!loud) expect('the outcome', outcome, seen.outcome);
  const exception = exchange.exception[browser];
  // Of an exception before anything is sent, only the kind is known.
  if (outcome === 'threw') expect('the exception', true, exception !== null && (seen.exception ?? '').startsWith(exception));
  else expect('the exception', exception, seen.exception ?? null);
}

/**
 * @param {HTTPRequest | null} predicted
 * @param {Arrival | undefined} actual
 * @param {Expect} expect
 */
function comparePreflight(predicted, actual, expect) {
  expect('a preflight', predicted !== null, actual !== undefined);
  if (predicted === null || actual === undefined) return;
  expect('the URL of the preflight', predicted.url, actual.url);
  for (const name of ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers']) {
    expect(`${name} of the preflight`, valueOf(pairsOf(predicted.headers), name.toLowerCase()), valueOf(actual.headers, name.toLowerCase()));
  }
}

/**
 * @param {Trial} trial
 * @param {Exchange} exchange
 * @param {Arrival | undefined} actual
 * @param {Expect} expect
 */
function compareActual({ call }, { request }, actual, expect) {
  expect('an actual request', request !== null, actual !== undefined);
  if (request === null || actual === undefined) return;
  expect('the method', request.method, actual.method);
  if (call.via !== 'form') expect('the URL', request.url, actual.url);
  const headers = pairsOf(request.headers);
  expect('the Origin of the actual request', valueOf(headers, 'origin'), valueOf(actual.headers, 'origin'));
  expect('Content-Type', withoutBoundary(valueOf(headers, 'content-type')), withoutBoundary(valueOf(actual.headers, 'content-type')));
  for (const [name] of pairsOf(call.headers)) {
    const lower = name.toLowerCase();
    if (!addedByBrowsers.has(lower)) expect(name, valueOf(headers, lower), valueOf(actual.headers, lower));
  }
}

/** Headers that browsers set where script may not, or did not. */
const addedByBrowsers = new Set(['origin', 'content-type', 'accept', 'accept-language', 'dnt', 'cache-control', 'pragma', 'cookie', 'host', 'referer', 'user-agent', 'range']);

/** @param {string | null} type */
function withoutBoundary(type) {
  return type?.replace(/boundary=.*/, 'boundary=') ?? null;
}

/**
 * @param {Browser} browser
 * @param {Trial} trial
 * @param {string[]} predicted
 * @param {Observation} observation
 * @param {Expect} expect
 */
function compareConsole(browser, { call }, predicted, { console: actual, arrivals }, expect) {
  if (browser === 'firefox') return expect('the console', predicted, actual);
  if (browser === 'chrome') {
    const asked = valueOf(arrivals.findLast((arrival) => arrival.preflight)?.headers ?? [], 'access-control-request-headers') ?? '';
    return expect('the console', predicted.map((line) => withoutName(line, asked)), actual.map((line) => withoutName(line, asked)));
  }
  // WebKit's lines name no URL but for fetch() and XMLHttpRequest; the last one comes from Web Inspector, which is not open.
  const via = call.via ?? 'fetch';
  if (via === 'fetch' || via === 'xhr') expect('the console', predicted.filter((line) => !line.startsWith('Failed to load resource:')), actual);
}

/**
 * Chrome names any of the headers that are not allowed, in the order of a hash table.
 *
 * @param {string} line
 * @param {string} asked Access-Control-Request-Headers
 */
export function withoutName(line, asked) {
  return line.replace(/Request header field (\S+) is not allowed/, (text, name) => (asked.split(',').includes(name) ? 'Request header field {name} is not allowed' : text));
}

/**
 * The values of a header, joined; null if there is none.
 *
 * @param {[string, string][]} headers
 * @param {string} name in lower case
 */
export function valueOf(headers, name) {
  const values = headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value);
  return values.length > 0 ? values.join(', ') : null;
}
