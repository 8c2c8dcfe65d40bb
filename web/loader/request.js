/**
 * Requests and what answers them: each is checked, brought into its one fixed form and written for Go.
 */

import { plain } from './misuse.js';

/** @typedef {import('./misuse.js').Argument} Argument */
/** @typedef {import('./payload.js').Payload} Payload */

/**
 * Writes a PreflightRequest.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writePreflight(payload, argument, value) {
  const { origin, method, headers } = argument.object('', value);
  payload.string(argument.stringOrNull('.origin', origin));
  payload.string(argument.stringOrNull('.method', method));
  payload.string(headerNames(argument, plain(headers)));
}

/**
 * Writes the PreflightRequests of a list.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writePreflights(payload, argument, value) {
  const list = argument.list('', value);
  payload.number(list.length);
  list.forEach((request, index) => {
    argument.element = index;
    writePreflight(payload, argument, request);
  });
}

/**
 * Writes an HTTPRequest.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeRequest(payload, argument, value) {
  const { method, url, headers, body } = argument.object('', value);
  payload.string(argument.present('.method', method));
  payload.string(argument.string('.url', url === undefined ? '' : url));
  writeHeaders(payload, argument, headers);
  payload.string(argument.string('.body', body === undefined ? '' : body));
}

/**
 * Writes a Target.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeTarget(payload, argument, value) {
  const { bucket, resource, status, headers } = argument.object('', value === undefined ? {} : value);
  payload.number(argument.oneOf('.bucket', ['exists', 'missing'], bucket) === 'missing' ? 1 : 0);
  payload.string(resource === undefined ? '' : argument.oneOf('.resource', ['object', 'bucket', 'service'], resource));
  // The status of a final response (RFC 9110, section 15).
  payload.number(status === undefined ? 200 : argument.wholeNumber('.status', status, 200, 599));
  writeHeaders(payload, argument, headers);
}

/**
 * Access-Control-Request-Headers as one text: its value, or the names joined with ','.
 *
 * @param {Argument} argument
 * @param {unknown} value
 */
function headerNames(argument, value) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) throw argument.wrong('.headers', 'a string, an array of strings or null', value);
  const names = Array.from(value, (name, index) => (typeof name === 'string' ? name : argument.string(`.headers[${index}]`, name)));
  return names.join(',');
}

/**
 * Writes a HeaderList as pairs: how many there are, then names and values.
 *
 * @param {Payload} payload
 * @param {Argument} argument
 * @param {unknown} value
 */
export function writeHeaders(payload, argument, value) {
  const pairs = headerPairs(argument, value === undefined ? [] : plain(value));
  payload.number(pairs.length);
  for (const [name, text] of pairs) {
    payload.string(name);
    payload.string(text);
  }
}

/**
 * @param {Argument} argument
 * @param {unknown} list
 * @returns {[name: string, value: string][]}
 */
function headerPairs(argument, list) {
  if (typeof list !== 'object' || list === null) {
    throw argument.wrong('.headers', 'an object of names and values, or an array of pairs', list);
  }
  if (Array.isArray(list)) return Array.from(list, (pair, index) => headerPair(argument, pair, index));
  // A Headers object or a Map has its pairs elsewhere, and would count as empty.
  if (Symbol.iterator in list) throw argument.misuse('.headers must be a plain object or an array; write [...headers]');
  return Object.entries(list)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, argument.string(`.headers['${name}']`, value)]);
}

/**
 * @param {Argument} argument
 * @param {unknown} value
 * @param {number} index
 * @returns {[name: string, value: string]}
 */
function headerPair(argument, value, index) {
  const pair = plain(value);
  if (Array.isArray(pair) && pair.length === 2) {
    const [name, text] = pair.map(plain);
    if (typeof name === 'string' && typeof text === 'string') return [name, text];
  }
  throw argument.misuse(`.headers[${index}] must be a pair of strings, the name and the value`);
}
