/**
 * readCall of the API: a pasted request, in whatever form, as a call that a page makes.
 */

import { isFromBrowser, partHeaders } from './browser-headers.js';
import { curlName, readCurl } from './curl.js';
import { fetchName, readFetch } from './fetch.js';
import { readHead, readURL } from './head.js';
import { listed, Notes, pastedText, quoted, visible } from './notes.js';
import { readWebRequest, webRequestName } from './webrequest.js';

/** @typedef {import('../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../s3cors.js').ReadCall} ReadCall */
/** @typedef {import('../s3cors.js').Span} Span */
/** @typedef {import('./notes.js').Word} Word */
/** @typedef {import('./browser-headers.js').Header} Header */

/**
 * A request as it was read, before it becomes a page's call. A URL of null: there is none.
 *
 * @typedef {object} PastedRequest
 * @property {NonNullable<ReadCall['format']>} format
 * @property {string} method
 * @property {Word | null} url
 * @property {Header[]} headers
 * @property {FetchCall['body']} body
 * @property {FetchCall['via']} [via] what makes the call, where the text says so
 * @property {string} [referrer]
 * @property {FetchCall['credentials']} [credentials]
 * @property {FetchCall['mode']} [mode]
 * @property {Span} span
 */

/** @typedef {(name: string) => Header | undefined} Find  The first header of a name, which is given in lower case. */

/** The programs and commands that are looked for, and what reads each from its name on. */
const commands = [
  { name: curlName, read: readCurl },
  { name: fetchName, read: readFetch },
  { name: webRequestName, read: readWebRequest },
];

/**
 * @param {unknown} value
 * @returns {ReadCall}
 */
export function readCall(value) {
  const text = pastedText('readCall', value);
  const notes = new Notes();
  const request = readURL(text) ?? readCommand(text, notes) ?? readHead(text, notes);
  if (request === null) {
    const none = new Notes();
    none.add(
      {
        code: 'call-not-found',
        severity: 'error',
        topic: 'syntax',
        message: text.trim() === '' ? 'There is no text' : 'The text holds no request that can be read',
        help: 'Paste a curl command, a call of fetch(), the head of a request, or a method and a URL.',
      },
      visible(text),
    );
    return { call: null, format: null, diagnostics: none.diagnostics };
  }
  return { call: toCall(request, notes), format: request.format, diagnostics: notes.diagnostics };
}

/**
 * @param {string} text
 * @param {Notes} notes
 */
function readCommand(text, notes) {
  const found = commands
    .map(({ name, read }) => ({ match: name.exec(text), read }))
    .filter(({ match }) => match !== null)
    .map(({ match, read }) => ({ start: /** @type {RegExpExecArray} */ (match).index + /** @type {RegExpExecArray} */ (match)[0].indexOf(/** @type {RegExpExecArray} */ (match)[1]), read }))
    .sort((a, b) => a.start - b.start)[0];
  return found === undefined ? null : found.read(text, found.start, notes);
}

/**
 * The call of a page that sends a request, without what the browser adds to it.
 *
 * @param {PastedRequest} request
 * @param {Notes} notes
 * @returns {FetchCall | null}
 */
export function toCall(request, notes) {
  if (request.url === null) {
    notes.add({ code: 'url-missing', severity: 'error', topic: 'syntax', message: 'The call has no URL', help: 'Add the URL.' }, request.span);
    return null;
  }
  const find = (/** @type {string} */ name) => request.headers.find((header) => header.name.toLowerCase() === name);
  const preflight = request.method.toUpperCase() === 'OPTIONS' ? find('access-control-request-method') : undefined;
  const made = preflight === undefined ? howItIsMade(request, find) : {};
  const byScript = made.via === undefined || made.via === 'xhr';
  const fromBrowser = isFromBrowser(request.headers);
  const { written, left } = partHeaders(request.headers, { fromBrowser, byScript });
  const { body, headers } = bodyAndHeaders(request, written, left, fromBrowser);
  if (preflight !== undefined) {
    headers.push(...askedHeaders(find('access-control-request-headers')));
    notePreflight(preflight, notes);
  }
  const page = pageOf(request, find, notes);
  noteLeft(left, notes);
  const credentials = request.credentials ?? (byScript ? cookies(find, notes) : undefined);
  const method = preflight?.value.trim() || request.method || 'GET';
  return {
    page,
    url: request.url.text,
    ...(made.via !== undefined && { via: made.via }),
    ...(method !== 'GET' && { method }),
    ...(headers.length > 0 && { headers }),
    ...(credentials !== undefined && { credentials }),
    ...(made.mode !== undefined && { mode: made.mode }),
    ...(body !== undefined && body !== 'none' && preflight === undefined && { body }),
    ...(made.crossorigin !== undefined && { crossorigin: made.crossorigin }),
  };
}

/** @type {Map<string, FetchCall['via']>} */
const elements = new Map([['image', 'img'], ['script', 'script'], ['style', 'stylesheet'], ['font', 'font'], ['audio', 'media'], ['video', 'media'], ['track', 'media']]);

/**
 * What makes the call, by what the text says or by the Sec-Fetch-* headers (Fetch Metadata Request Headers, sections 2.1 and 2.2).
 *
 * @param {PastedRequest} request
 * @param {Find} find
 * @returns {Pick<FetchCall, 'via' | 'mode' | 'crossorigin'>}
 */
function howItIsMade({ via: said, mode: given, method }, find) {
  const destination = find('sec-fetch-dest')?.value.trim() ?? '';
  const sent = find('sec-fetch-mode')?.value.trim() ?? '';
  const mode = given ?? (/** @type {FetchCall['mode']} */ (['cors', 'no-cors', 'same-origin', 'navigate'].includes(sent) ? sent : undefined));
  if (sent === 'navigate') return { via: 'form', ...(method === 'GET' && { mode: 'navigate' }) };
  const via = said ?? elements.get(destination);
  if (via === undefined) return mode === undefined ? {} : { mode };
  if (via === 'xhr' || via === 'beacon' || via === 'font' || (given ?? sent) !== 'cors') return { via };
  return { via, crossorigin: find('cookie') === undefined ? 'anonymous' : 'use-credentials' };
}

/**
 * The kind of body, and the headers without a Content-Type that the browser adds for that kind (Fetch, section "BodyInit
 * unions").
 *
 * @param {PastedRequest} request
 * @param {Header[]} written
 * @param {Header[]} left  gets what is left out
 * @param {boolean} fromBrowser
 * @returns {{ body: FetchCall['body'], headers: [name: string, value: string][] }}
 */
function bodyAndHeaders({ body }, written, left, fromBrowser) {
  const pairs = (/** @type {Header[]} */ list) => list.map(({ name, value }) => /** @type {[string, string]} */ ([name, value]));
  const type = written.find(({ name }) => name.toLowerCase() === 'content-type');
  const value = type?.value.trim().toLowerCase() ?? '';
  const isForm = value.startsWith('multipart/form-data') && (body === 'form-data' || value.includes('boundary='));
  /** @type {FetchCall['body']} */
  const kind = isForm
    ? 'form-data'
    : fromBrowser && body === 'string' && value === 'application/x-www-form-urlencoded;charset=utf-8'
      ? 'urlencoded'
      : undefined;
  const isAdded = kind !== undefined || (fromBrowser && body === 'string' && value === 'text/plain;charset=utf-8');
  if (type === undefined || !isAdded) {
    // curl would send a Content-Type of its own; the browser whose request it was sent none.
    const isBytes = type === undefined && fromBrowser && (body === 'string' || body === 'urlencoded');
    return { body: isBytes ? 'bytes' : body, headers: pairs(written) };
  }
  left.push(type);
  return { body: kind ?? body, headers: pairs(written.filter((header) => header !== type)) };
}

/**
 * @param {PastedRequest} request
 * @param {Find} find
 * @param {Notes} notes
 */
function pageOf({ referrer, span }, find, notes) {
  const origin = find('origin')?.value.trim();
  const referer = referrer ?? find('referer')?.value.trim();
  const page = origin || (/^https?:\/\//i.test(referer ?? '') ? referer : '');
  if (page) return page;
  notes.add(
    {
      code: 'page-unknown',
      severity: 'warning',
      topic: 'origin',
      message: 'The text does not say which page makes the call: it has neither Origin nor Referer',
      help: 'Say from which page it is made, since S3 sends CORS headers only in answer to an Origin.',
    },
    span,
  );
  return '';
}

/**
 * Cookies that were sent show that the call was made with credentials.
 *
 * @param {Find} find
 * @param {Notes} notes
 */
function cookies(find, notes) {
  const cookie = find('cookie');
  if (cookie === undefined) return undefined;
  notes.add(
    {
      code: 'cookies',
      severity: 'info',
      topic: 'header',
      message: 'The request has cookies, so that the call is read as one with credentials: include',
      help: 'Set credentials to same-origin, if the page does not ask for them: S3 itself has no use for cookies.',
    },
    cookie,
  );
  return /** @type {const} */ ('include');
}

/**
 * Values that make a header one that is asked for, where only its name is known (Fetch, section "CORS-safelisted
 * request-header").
 */
const unsafeValues = new Map([['accept', '"'], ['accept-language', '_'], ['content-language', '_'], ['content-type', 'application/octet-stream'], ['range', 'bytes=-1']]);

/**
 * The headers that a preflight asks for, with values that make browsers ask.
 *
 * @param {{ value: string } | undefined} asked Access-Control-Request-Headers
 * @returns {[name: string, value: string][]}
 */
export function askedHeaders(asked) {
  const names = (asked?.value ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '').map((name) => [name, unsafeValues.get(name.toLowerCase()) ?? 'unknown']);
}

/**
 * @param {Header} asked
 * @param {Notes} notes
 */
function notePreflight(asked, notes) {
  notes.add(
    {
      code: 'preflight-pasted',
      severity: 'info',
      topic: 'method',
      message: `This is a preflight, and the call is the ${quoted(asked.value.trim())} that it asks for, whose header values are not known`,
      help: 'Paste the request that follows the preflight to have its values too.',
      parameters: { method: asked.value.trim() },
    },
    asked,
  );
}

/**
 * @param {Header[]} left
 * @param {Notes} notes
 */
function noteLeft(left, notes) {
  const sent = left.filter(({ name }) => !/^(?:origin|referer|cookie|:\w+|access-control-request-\w+)$/i.test(name)); // these are read
  if (sent.length === 0) return;
  const names = [...new Set(sent.map(({ name }) => name))];
  notes.add(
    {
      code: 'browser-headers',
      severity: 'info',
      topic: 'header',
      message: `Left out ${names.length === 1 ? 'is' : 'are'} ${listed(names)}, which the browser writes itself`,
      parameters: { headers: names.join(', ') },
      ...(sent.length > 1 && { related: sent.slice(1).map(({ name, start, end }) => ({ path: '', span: { start, end }, message: name })) }),
    },
    sent[0],
  );
}
