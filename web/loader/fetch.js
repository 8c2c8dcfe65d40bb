/**
 * The arguments of simulateFetch: the call that a page makes, and the server that answers it.
 */

import { Argument, plain } from './misuse.js';
import { writeHeaders, writeTarget } from './request.js';
import { readSource } from './source.js';

/** @typedef {import('./payload.js').Payload} Payload */

const vias = ['fetch', 'xhr', 'img', 'script', 'stylesheet', 'font', 'media', 'form', 'beacon'];
const caches = ['none', 'browser', 'cdn', 'cdn-forward', 'cdn-origin'];
const bodies = ['none', 'string', 'urlencoded', 'form-data', 'bytes', 'stream'];

/**
 * Writes a FetchCall.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeCall(payload, argument, value) {
  const { page, url, via, method, headers, credentials, mode, body, crossorigin, uploadListener } = argument.object('', value);
  payload.string(argument.present('.page', page));
  payload.string(argument.present('.url', url));
  payload.string(argument.oneOf('.via', vias, via));
  payload.string(method === undefined ? null : argument.string('.method', method));
  writeHeaders(payload, argument, headers);
  // The defaults of these two are those of the way in which the call is made.
  payload.string(credentials === undefined ? '' : argument.oneOf('.credentials', ['omit', 'same-origin', 'include'], credentials));
  payload.string(mode === undefined ? '' : argument.oneOf('.mode', ['cors', 'no-cors', 'same-origin', 'navigate'], mode));
  writeBody(payload, argument, plain(body));
  payload.string(crossorigin === undefined ? null : argument.string('.crossorigin', crossorigin));
  payload.number(argument.boolean('.uploadListener', uploadListener === undefined ? false : uploadListener) ? 1 : 0);
}

/**
 * The kind of a body, or an object with the type of a Blob, as a Blob itself has it.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} body
 */
function writeBody(payload, argument, body) {
  const isBlob = typeof body === 'object' && body !== null;
  payload.string(isBlob ? '' : argument.oneOf('.body', bodies, body));
  payload.string(isBlob ? argument.present('.body.type', /** @type {{ type?: unknown }} */ (body).type) : null);
}

/**
 * Writes a Server, and gives the source that it answers from; null for a bucket without a configuration, and for
 * responses that are given.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeServer(payload, argument, value) {
  const server = argument.object('', value);
  const { cors, preflight, response } = server;
  writeRedirects(payload, argument.part('.redirects'), server.redirects);
  writeCache(payload, argument, server);
  if (cors === undefined) {
    payload.number(0);
    writeResponse(payload, argument.part('.preflight'), preflight);
    writeResponse(payload, argument.part('.response'), response);
    return null;
  }
  if (preflight !== undefined || response !== undefined) {
    throw argument.misuse(' has cors and a response of its own; leave one of them out');
  }
  payload.number(1);
  writeTarget(payload, argument, server);
  return cors === null ? null : readSource(argument.part('.cors'), cors);
}

/**
 * Writes the cache of a Server, and what came first.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {{ cache?: unknown, first?: unknown }} server
 */
function writeCache(payload, argument, { cache, first }) {
  payload.number(caches.indexOf(argument.oneOf('.cache', caches, cache)));
  const part = argument.part('.first');
  const { origin, response } = first === undefined ? {} : part.object('', first);
  payload.string(part.stringOrNull('.origin', origin));
  writeResponse(payload, part.part('.response'), response);
}

/**
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
function writeRedirects(payload, argument, value) {
  const list = argument.list('', value === undefined ? [] : value);
  payload.number(list.length);
  list.forEach((redirect, index) => {
    const each = argument.part(`[${index}]`);
    const { status, location, headers, preflight } = each.object('', redirect);
    payload.number(readStatus(each, status));
    payload.string(each.present('.location', location));
    writeHeaders(payload, each, headers);
    writeResponse(payload, each.part('.preflight'), preflight);
  });
}

/**
 * Writes an HTTPResponse, which may be absent.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
function writeResponse(payload, argument, value) {
  if (value === undefined) return payload.number(null);
  const { status, headers, body } = argument.object('', value);
  payload.number(readStatus(argument, status));
  writeHeaders(payload, argument, headers);
  payload.string(body === undefined ? '' : argument.string('.body', body));
}

/**
 * Any status that HTTP can carry (RFC 9112, section 4: three digits).
 *
 * @param {Argument} argument
 * @param {unknown} value
 */
const readStatus = (argument, value) => argument.wholeNumber('.status', value, 100, 999);
