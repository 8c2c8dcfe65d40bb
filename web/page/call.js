// The call of the form as the API takes it, and what is known of it without asking the API.

/** @import { Exchange, FetchCall, HeaderList } from '../s3cors.js' */
/** @import { CallState, Field } from './types.js' */

/** @type {Record<CallState['via'], Field[]>} */
const fields = {
  fetch: ['method', 'headers', 'credentials', 'mode', 'body'],
  xhr: ['method', 'headers', 'credentials', 'body', 'uploadListener'],
  img: ['crossorigin'],
  script: ['crossorigin'],
  stylesheet: ['crossorigin'],
  font: [],
  media: ['crossorigin'],
  form: ['method', 'body'],
  beacon: ['body'],
};

/**
 * @param {CallState['via']} via
 * @param {Field} field
 */
export function takes(via, field) {
  return fields[via].includes(field);
}

/**
 * @param {CallState} call
 * @returns {FetchCall}
 */
export function fetchCall(call) {
  const { page, url, via, body } = call;
  return {
    page,
    url,
    via,
    ...(takes(via, 'method') && { method: call.method }),
    ...(takes(via, 'headers') && { headers: call.headers.map(splitHeader) }),
    ...(takes(via, 'credentials') && { credentials: call.credentials }),
    ...(takes(via, 'mode') && { mode: call.mode }),
    ...(takes(via, 'body') && { body: body === 'type' ? { type: call.bodyType } : /** @type {FetchCall['body']} */ (body) }),
    ...(takes(via, 'crossorigin') && call.crossorigin && { crossorigin: call.crossorigin }),
    ...(takes(via, 'uploadListener') && { uploadListener: call.uploadListener }),
  };
}

/**
 * @param {FetchCall} call
 * @param {CallState} empty
 * @returns {CallState}
 */
export function callState(call, empty) {
  const { headers, body = 'none', via = 'fetch', crossorigin = '', method = 'GET' } = call;
  return {
    ...empty,
    ...call,
    via,
    method,
    crossorigin,
    headers: fieldsOf(headers).map(([name, value]) => (value === '' ? name : `${name}: ${value}`)),
    body: typeof body === 'string' ? body : 'type',
    bodyType: typeof body === 'string' ? '' : body.type,
  };
}

/**
 * What a call that says nothing of them has: no headers, and the defaults of fetch().
 *
 * @param {CallState} call
 * @returns {CallState}
 */
export function unsetCall(call) {
  return { ...call, headers: [], credentials: 'same-origin', mode: 'cors', uploadListener: false };
}

/**
 * The Origin header of a page that makes no call yet (HTML standard, serialisation of an origin). What is no http, https, file
 * or data URL is taken as it was typed.
 *
 * @param {string} page
 */
export function originOf(page) {
  const text = page.trim();
  if (/^https?:\/\//i.test(text)) {
    try {
      return new URL(text).origin;
    } catch {
      return text;
    }
  }
  return /^(file|data):/i.test(text) ? 'null' : text;
}

/**
 * @param {string} header
 * @returns {[name: string, value: string]}
 */
export function splitHeader(header) {
  const colon = header.indexOf(':');
  return colon < 0 ? [header.trim(), ''] : [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
}

/**
 * @param {HeaderList | undefined} headers
 * @param {string} name  In lower case.
 */
export function headerOf(headers, name) {
  return fieldsOf(headers).find(([other]) => other.toLowerCase() === name)?.[1] ?? null;
}

/**
 * @param {HeaderList} [headers]
 * @returns {[name: string, value: string][]}
 */
export function fieldsOf(headers = []) {
  return Array.isArray(headers) ? headers : Object.entries(headers);
}

/** @param {Exchange | null} exchange */
export function askedHeaders(exchange) {
  return headerOf(exchange?.preflight?.request.headers, 'access-control-request-headers')?.split(',') ?? [];
}

/**
 * What makes a browser ask first, in words.
 *
 * @param {NonNullable<Exchange['preflight']>} preflight
 */
export function askedBecause({ reasons, request }) {
  const method = headerOf(request.headers, 'access-control-request-method') ?? '';
  const names = headerOf(request.headers, 'access-control-request-headers')?.split(',') ?? [];
  return [
    ...(reasons.includes('method-not-safelisted') ? [method] : []),
    ...(reasons.includes('unsafe-headers') ? names : []),
    ...(reasons.includes('upload-listener') ? ['the listener on xhr.upload'] : []),
    ...(reasons.includes('stream-body') ? ['the stream'] : []),
  ];
}

/**
 * "a", "a and b", "a, b and c".
 *
 * @param {string[]} items
 */
export function listWords(items) {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/**
 * The method of a call as the browser sends it: "put" becomes PUT, an element always gets.
 *
 * @param {CallState} call
 * @param {Exchange | null} exchange
 */
export function methodOf(call, exchange) {
  return headerOf(exchange?.preflight?.request.headers, 'access-control-request-method') ?? exchange?.request?.method ?? sentMethod(call);
}

/** @param {CallState} call */
export function sentMethod({ via, method }) {
  return via === 'beacon' ? 'POST' : takes(via, 'method') ? method : 'GET';
}

const loaded = /** @type {Record<string, string>} */ ({ img: 'image', script: 'script', stylesheet: 'stylesheet', font: 'font', media: 'video or audio' });

/**
 * What the page wants, as a verb: "PUT", "load this font".
 *
 * @param {CallState['via']} via
 * @param {string} method
 */
export function aimOf(via, method) {
  if (via in loaded) return `load this ${loaded[via]}`;
  return via === 'form' || via === 'beacon' ? `send this ${via}` : method || 'call';
}
