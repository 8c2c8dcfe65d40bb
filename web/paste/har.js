/**
 * readHAR of the API: the calls to other origins in a HAR file (HAR 1.2), as Chrome, Firefox and their relatives save it.
 */

import { askedHeaders, toCall } from './call.js';
import { readEntry, readPages, webURL } from './har-entry.js';
import { readLog } from './har-text.js';
import { HARNotes } from './har-notes.js';
import { pairPreflights } from './har-preflights.js';
import { Notes, pastedText } from './notes.js';

/** @typedef {import('../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../s3cors.js').ReadHAR} ReadHAR */
/** @typedef {import('../s3cors.js').RecordedCall} RecordedCall */
/** @typedef {import('./har-entry.js').Entry} Entry */

/** The most different calls that are listed. */
export const mostCalls = 1000;

/** What makes a request, by the names that Chrome gives to its types (ResourceType of DevTools); fetch() for any other. */
const vias = /** @type {Map<string, FetchCall['via']>} */ (
  new Map([['xhr', 'xhr'], ['image', 'img'], ['script', 'script'], ['stylesheet', 'stylesheet'], ['font', 'font'], ['media', 'media'], ['texttrack', 'media'], ['ping', 'beacon']])
);
/** What no rule is for: navigation, and what is neither fetch() nor an element nor a beacon. */
const otherTypes = new Set(['document', 'websocket', 'webtransport', 'csp-violation-report', 'prefetch', 'signed-exchange']);
const otherDestinations = new Set(['document', 'iframe', 'frame', 'object', 'embed', 'report', 'worker', 'sharedworker', 'serviceworker']);
/** Headers that may go without being asked for (Fetch, section "CORS-safelisted request-header"). */
const safelisted = new Set(['accept', 'accept-language', 'content-language', 'content-type', 'range']);

/**
 * @param {unknown} value
 * @returns {ReadHAR}
 */
export function readHAR(value) {
  const log = readLog(pastedText('readHAR', value));
  const notes = new HARNotes();
  if (log === null) {
    notes.noFile();
    return { calls: [], diagnostics: notes.diagnostics };
  }
  const pages = readPages(log.pages);
  const entries = log.entries.map((entry, index) => readEntry(entry, index, pages)).filter((entry) => entry !== null);
  const pairs = pairPreflights(entries);
  /** @type {Map<string, RecordedCall>} */
  const calls = new Map();
  for (const { actual, preflight } of pairs) {
    const call = crossOriginCall(actual, preflight, notes);
    if (call === null) continue;
    const recorded = { call, response: actual?.response ?? null, preflight: preflight?.response ?? null, count: 1 };
    const key = keyOf(recorded);
    const same = calls.get(key);
    if (same !== undefined) same.count++;
    else if (calls.size < mostCalls) calls.set(key, recorded);
    else notes.tooManyCalls(mostCalls);
  }
  notes.ofFile(log, entries.length, calls.size);
  return { calls: [...calls.values()], diagnostics: notes.diagnostics };
}

/**
 * The call that a request and its preflight show; null where it goes to the origin of its page, or is no call of a page.
 *
 * @param {Entry | null} actual
 * @param {Entry | null} preflight
 * @param {HARNotes} notes
 * @returns {FetchCall | null}
 */
function crossOriginCall(actual, preflight, notes) {
  const entry = /** @type {Entry} */ (actual ?? preflight);
  if (actual !== null && preflight === null && !mayBeCall(actual)) return null;
  const page = pageOrigin(entry, preflight);
  if (page === null) {
    notes.pageUnknown(entry);
    return null;
  }
  if (page === entry.url.origin) return null;
  const cookies = entry.hasCookies || isWithCredentials(entry);
  const added = [{ name: 'Origin', value: page, start: 0, end: 0 }, ...(cookies ? [{ name: 'Cookie', value: '', start: 0, end: 0 }] : [])];
  const via = vias.get(entry.type);
  const request = /** @type {import('./call.js').PastedRequest} */ ({
    format: 'http',
    method: entry.method,
    url: { text: entry.url.href, start: 0, end: 0 },
    headers: [...added, ...entry.headers.filter(({ name }) => !/^(?:origin|cookie)$/i.test(name))],
    body: entry.hasBody ? 'string' : undefined,
    ...(via !== undefined && { via }),
    // Where Sec-Fetch-Mode is missing (no https), an element with an Origin is one with crossorigin.
    ...(via !== undefined && entry.find('sec-fetch-mode') === undefined && entry.find('origin') !== undefined && { mode: 'cors' }),
    span: { start: 0, end: 0 },
  });
  const call = /** @type {FetchCall} */ (toCall(request, new Notes()));
  if (call.via === 'form') return null;
  if (cookies && call.credentials === 'include') notes.withCredentials(entry);
  if (actual === null) notes.preflightAlone(entry);
  else if (preflight !== null) Object.assign(call, asked(call, actual, preflight, notes));
  return call.via === 'beacon' ? beaconOf(call) : call;
}

/**
 * Whether fetch(), XMLHttpRequest, an element or a beacon made a request to another origin, as far as it shows.
 *
 * @param {Entry} entry
 */
function mayBeCall({ type, find, response }) {
  const [site, mode, destination] = [find('sec-fetch-site'), find('sec-fetch-mode'), find('sec-fetch-dest')];
  if (otherTypes.has(type) || (destination !== undefined && otherDestinations.has(destination))) return false;
  if (mode === 'navigate' || mode === 'websocket' || site === 'same-origin' || site === 'none') return false;
  if (type === 'ping' && /^text\/ping/i.test(find('content-type') ?? '')) return false; // <a ping>, which no script hears of
  if (find('origin') !== undefined || mode !== undefined) return true;
  // Without any of these headers it is an element's, or one that was never sent; other programs' files do not tell.
  return vias.has(type) || (type === 'fetch' && response === null);
}

/**
 * The origin of the page. An Origin is what the server was told, also in a frame and behind a redirect.
 *
 * @param {Entry} entry
 * @param {Entry | null} preflight
 */
function pageOrigin(entry, preflight) {
  const sent = entry.find('origin') ?? preflight?.find('origin');
  if (sent) return sent;
  if (entry.page.startsWith('file:')) return 'null';
  return (webURL(entry.page) ?? webURL(entry.find('referer') ?? ''))?.origin ?? null;
}

/**
 * Sec-Fetch-Storage-Access is sent with credentials mode include and no other, whether or not there are cookies (Storage Access
 * Headers, "Sec-Fetch-Storage-Access"; so recorded of Chromium 156 and Firefox 153).
 *
 * @param {Entry} entry
 */
const isWithCredentials = ({ find }) => find('sec-fetch-storage-access') !== undefined;

/**
 * What a preflight says of its request: the headers that script set, by name, and why it was sent if none is asked for.
 *
 * @param {FetchCall} call
 * @param {Entry} actual
 * @param {Entry} preflight
 * @param {HARNotes} notes
 * @returns {Partial<FetchCall>}
 */
function asked(call, actual, preflight, notes) {
  const names = askedHeaders({ value: preflight.find('access-control-request-headers') ?? '' });
  const written = /** @type {[string, string][]} */ (call.headers ?? []);
  const lower = new Set(names.map(([name]) => name.toLowerCase()));
  const kept = written.filter(([name]) => safelisted.has(name.toLowerCase()) || lower.has(name.toLowerCase()));
  const have = new Set(kept.map(([name]) => name.toLowerCase()));
  // Chrome leaves out Authorization, unless it is told to save sensitive data.
  const missing = names.filter(([name]) => !have.has(name.toLowerCase()));
  const unknown = missing.filter(([name]) => actual.find(name.toLowerCase()) === undefined);
  if (unknown.length > 0) notes.valuesUnknown(actual, unknown.map(([name]) => name));
  const headers = [...kept, ...missing.map(([name, value]) => /** @type {[string, string]} */ ([name, actual.find(name.toLowerCase()) ?? value]))];
  const isSimple = names.length === 0 && /^(?:GET|HEAD|POST)$/.test(call.method ?? 'GET');
  return {
    ...(headers.length > 0 && { headers }),
    // Neither method nor headers needed it (Fetch, use-CORS-preflight flag).
    ...(isSimple && call.via === 'xhr' && { uploadListener: true }),
    ...(isSimple && call.via === undefined && call.body !== undefined && { body: /** @type {const} */ ('stream') }),
  };
}

/**
 * A beacon has no headers of its own; its body's type is that of a Blob, or of what the browser adds.
 *
 * @param {FetchCall} call
 * @returns {FetchCall}
 */
function beaconOf({ headers, body, ...call }) {
  const type = /** @type {[string, string][]} */ (headers ?? []).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return { ...call, ...(type !== undefined ? { body: { type } } : body !== undefined && { body }) };
}

/**
 * What two calls have in common that are one: everything but the values of headers, which CORS does not look at, and the object that was
 * answered. Values count that decide whether there is a preflight.
 *
 * @param {RecordedCall} recorded
 */
function keyOf({ call: { headers, ...call }, response, preflight }) {
  const told = /** @type {[string, string][]} */ (headers ?? []).map(([name, value]) => {
    const lower = name.toLowerCase();
    if (!safelisted.has(lower)) return lower;
    return `${lower}: ${lower === 'range' && /^bytes=\d+-\d*$/.test(value) ? 'bytes=' : value}`;
  });
  const answered = [response, preflight].map((one) => one && [one.status < 400, one.headers.filter(([name]) => /^access-control-/i.test(name)).map((pair) => pair.join(':').toLowerCase()).sort()]);
  return JSON.stringify([call, told.sort(), answered]);
}
