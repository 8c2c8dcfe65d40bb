// What a change of the configuration opens or closes: sentences, each with the request that shows it.

import { h, statement } from './element.js';

/** @import { Difference, PreflightRequest } from '../s3cors.js' */
/** @import { CallState } from './types.js' */

/**
 * @param {Difference[]} differences
 * @param {number} limit  How many are told.
 * @param {((witness: PreflightRequest) => void) | null} play
 */
export function differenceList(differences, limit, play) {
  const rest = differences.length - limit;
  return h('ul', { class: 'differences' },
    differences.slice(0, limit).map(({ message, witness, browser }) => h('li', null,
      h('span', null, statement(message.charAt(0).toUpperCase() + message.slice(1), wordsOf(witness)), browser ? null : ' No browser sends such a request.'),
      play && browser ? h('button', { type: 'button', class: 'link', 'aria-label': `Try it: ${witness.method} from ${witness.origin}`, onclick: () => play(witness) }, 'Try it') : null)),
    rest > 0 ? h('li', { class: 'soft' }, `And ${rest} more.`) : null);
}

/**
 * @param {PreflightRequest['headers']} headers
 * @returns {string[]}
 */
function headerNames(headers) {
  const names = typeof headers === 'string' ? headers.split(',') : (headers ?? []);
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** @param {PreflightRequest} witness */
function wordsOf({ origin, headers }) {
  return [origin ?? '', ...headerNames(headers)];
}

/**
 * The call of a page that makes a browser send this request.
 *
 * @param {PreflightRequest} request
 * @param {CallState} call  Whose URL stays.
 * @returns {CallState}
 */
export function callOf({ origin, method, headers }, call) {
  return { ...call, page: origin ?? '', via: 'fetch', method: method ?? 'GET', headers: headerNames(headers), credentials: 'same-origin', mode: 'cors', body: 'none', bodyType: '' };
}
