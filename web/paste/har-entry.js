/**
 * An entry of a HAR file (HAR 1.2, "entries"): its request as it was sent, and what answered it.
 */

import { partsOf } from './har-text.js';

/** @typedef {import('../s3cors.js').FetchCall} FetchCall */
/** @typedef {import('../s3cors.js').HTTPResponse} HTTPResponse */
/** @typedef {import('./browser-headers.js').Header} Header */

/**
 * @typedef {object} Entry
 * @property {number} index  in the file
 * @property {number} time  when it was sent, in milliseconds; NaN where the file does not say
 * @property {string} type  what DevTools calls _resourceType; '' elsewhere
 * @property {string} method
 * @property {URL} url
 * @property {Header[]} headers
 * @property {(name: string) => string | undefined} find  the value of the first header of a name in lower case
 * @property {boolean} hasBody
 * @property {boolean} hasCookies
 * @property {string} page  what the file calls the page; in Chrome and Firefox its URL
 * @property {HTTPResponse | null} response  null where none came
 */

/** Bounds on one message; browsers and servers have lower ones. */
const mostHeaders = 500;
const mostBody = 65_536;
const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * The titles of the pages by their names.
 *
 * @param {unknown[]} pages
 */
export function readPages(pages) {
  return new Map(pages.map(partsOf).map(({ id, title }) => [text(id), text(title)]));
}

/**
 * @param {unknown} value
 * @param {number} index
 * @param {Map<string, string>} pages  titles by their names
 * @returns {Entry | null} null where it holds no request to an http or https URL
 */
export function readEntry(value, index, pages) {
  const entry = partsOf(value);
  const request = partsOf(entry.request);
  const url = webURL(text(request.url));
  const method = text(request.method);
  if (url === null || !token.test(method)) return null;
  const headers = readHeaders(request.headers).map(([name, line]) => ({ name, value: line, start: 0, end: 0 }));
  const first = new Map(headers.toReversed().map(({ name, value: line }) => [name.toLowerCase(), line.trim()]));
  const find = (/** @type {string} */ name) => first.get(name);
  return {
    index,
    time: Date.parse(text(entry.startedDateTime)),
    type: text(entry._resourceType).toLowerCase(),
    method,
    url,
    headers,
    find,
    hasBody: hasBody(request) || Number(find('content-length')) > 0,
    hasCookies: listOf(request.cookies).length > 0 || first.has('cookie'),
    page: pages.get(text(entry.pageref)) ?? '',
    response: readResponse(entry.response),
  };
}

/** @param {Record<string, unknown>} request */
function hasBody({ postData, bodySize }) {
  const { text: body, params } = partsOf(postData);
  return text(body) !== '' || listOf(params).length > 0 || (typeof bodySize === 'number' && bodySize > 0);
}

/**
 * @param {unknown} value
 * @returns {HTTPResponse | null}
 */
function readResponse(value) {
  const { status, headers, content } = partsOf(value);
  if (!Number.isInteger(status) || Number(status) < 100 || Number(status) > 999) return null; // 0: blocked, or never answered
  const { text: body, encoding } = partsOf(content);
  // What S3 says of an error is worth reading; the objects are not.
  const isTold = Number(status) >= 300 && typeof body === 'string' && body !== '' && body.length <= mostBody && encoding !== 'base64';
  return { status: Number(status), headers: readHeaders(headers), ...(isTold && { body }) };
}

/**
 * The headers of a message, without those of HTTP/2's first line. Chrome writes several of a name as one, with line breaks.
 *
 * @param {unknown} value
 * @returns {[name: string, value: string][]}
 */
function readHeaders(value) {
  return listOf(value)
    .slice(0, mostHeaders)
    .flatMap((header) => {
      const { name, value: lines } = partsOf(header);
      if (typeof name !== 'string' || typeof lines !== 'string' || !token.test(name)) return [];
      return lines.split(/[\r\n]+/).map((line) => /** @type {[string, string]} */ ([name, line]));
    });
}

/**
 * An http or https URL; null for anything else.
 *
 * @param {string} value
 */
export function webURL(value) {
  if (!/^https?:/i.test(value) || !URL.canParse(value)) return null;
  return new URL(value);
}

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : '');

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
const listOf = (value) => (Array.isArray(value) ? value : []);
