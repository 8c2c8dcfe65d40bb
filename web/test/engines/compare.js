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
 * All in which the engine did otherwise than predicted. What the prediction says of this browser in `differences` holds in place
 * of what it says of the standard.
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
  if (browser === 'safari' && isLibsoups(trial)) return found;
  /** @param {string} what @param {unknown} predicted @param {unknown} actual */
  const expect = (what, predicted, actual) => {
    if (JSON.stringify(predicted) !== JSON.stringify(actual)) found.push({ what, predicted, actual });
  };
  const own = /** @type {Exchange} */ ({ ...exchange, ...differs });
  compareSeen(trial, own, observation, browser, expect);
  const preflight = observation.arrivals.findLast((arrival) => arrival.preflight);
  const actual = observation.arrivals.findLast((arrival) => !arrival.preflight);
  comparePreflight(own.preflight?.request ?? null, preflight, expect);
  compareActual(trial, own, actual, browser, expect);
  const last = observation.arrivals.at(-1);
  if (last) expect('the Origin of the last request', own.origin, originOf(trial, last, browser));
  if (exchange.outcome === 'readable' && own.outcome === 'readable' && observation.seen.headers) {
    const known = new Set([...exchange.readableHeaders, ...exchange.hiddenHeaders]);
    expect('the headers that script can read', [...exchange.readableHeaders].sort(), [...new Set(observation.seen.headers)].filter((name) => known.has(name)));
  }
  compareConsole(browser, trial, exchange.console[browser], observation, expect);
  return found;
}

/**
 * WebKitGTK's HTTP library makes a DELETE that is redirected to another origin a GET, whatever the status. Safari has another
 * library, so that nothing is said of Safari by what follows.
 *
 * @param {Trial} trial
 */
function isLibsoups({ call, server }) {
  const hosts = [call.url, ...(server.redirects ?? []).map(({ location }) => location)].map((url) => /\{[abclm]\}/.exec(url)?.[0]);
  return call.method?.toUpperCase() === 'DELETE' &&
    (server.redirects ?? []).some(({ status }, hop) => status !== 303 && hosts[hop + 1] !== undefined && hosts[hop + 1] !== hosts[hop]);
}

/** @typedef {(what: string, predicted: unknown, actual: unknown) => void} Expect */

/**
 * @param {Trial} trial
 * @param {Exchange} exchange
 * @param {Observation} observation
 * @param {Browser} browser
 * @param {Expect} expect
 */
function compareSeen({ call }, exchange, { seen }, browser, expect) {
  const { outcome } = exchange;
  const via = call.via ?? 'fetch';
  if (via === 'form' || via === 'beacon') return;
  if (via !== 'fetch' && via !== 'xhr') {
    // An element fires an error event also where there is nothing to show, and where a part is sent that nobody asked for.
    if (outcome !== 'blocked' && exchange.response?.status !== 200) return;
    // Whether script may look into sound is not told by the page (page.js).
    if (via === 'media' && call.crossorigin === undefined && outcome !== 'blocked' && seen.outcome !== 'blocked') return;
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
 * @param {Browser} browser
 * @param {Expect} expect
 */
function compareActual(trial, { request }, actual, browser, expect) {
  const { call } = trial;
  expect('an actual request', request !== null, actual !== undefined);
  if (request === null || actual === undefined) return;
  expect('the method', request.method, actual.method);
  if (call.via !== 'form') expect('the URL', request.url, actual.url);
  const headers = pairsOf(request.headers);
  expect('the Origin of the actual request', valueOf(headers, 'origin'), originOf(trial, actual, browser));
  const type = withoutBoundary(valueOf(headers, 'content-type'));
  const sent = withoutBoundary(valueOf(actual.headers, 'content-type'));
  // WebKitGTK writes a Content-Type in UTF-8, and all other headers, as the others do, in Latin-1.
  expect('Content-Type', type, browser === 'safari' && sent !== type && sent !== null ? Buffer.from(sent, 'latin1').toString() : sent);
  for (const [name] of pairsOf(call.headers)) {
    const lower = name.toLowerCase();
    if (!addedByBrowsers.has(lower)) expect(name, withoutEmpty(valueOf(headers, lower)), withoutEmpty(valueOf(actual.headers, lower)));
  }
}

/**
 * The Origin of a request. From a sandboxed frame WebKit sends a beacon in mode no-cors with the origin of the frame's URL, which
 * the call, whose page is `null`, does not say: it stands for null.
 *
 * @param {Trial} trial
 * @param {Arrival} arrival
 * @param {Browser} browser
 */
function originOf({ call }, { headers }, browser) {
  const origin = valueOf(headers, 'origin');
  return browser === 'safari' && call.via === 'beacon' && call.page === 'null' && origin === 'http://{l}' ? 'null' : origin;
}

/** Headers that browsers set where script may not, or did not. */
const addedByBrowsers = new Set(['origin', 'content-type', 'accept', 'accept-language', 'dnt', 'cache-control', 'pragma', 'cookie', 'host', 'referer', 'user-agent', 'range']);

/**
 * A list without its empty items, which engines join each in its own way.
 *
 * @param {string | null} value
 */
function withoutEmpty(value) {
  return value?.split(',').map((item) => item.trim()).filter(Boolean).join(', ') ?? null;
}

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
