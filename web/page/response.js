// The answer as it goes over the wire: status, headers in their order, body.

import { methodOf } from './call.js';
import { append, h } from './element.js';
import { beginPanel } from './remark.js';
import { exampleNames } from './server.js';

/** @import { HTTPResponse, Simulation } from '../s3cors.js' */
/** @import { Evaluation, Panel } from './types.js' */

/** @type {Record<number, string>} */
const phrases = { 200: 'OK', 204: 'No Content', 206: 'Partial Content', 301: 'Moved Permanently', 304: 'Not Modified', 307: 'Temporary Redirect', 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 412: 'Precondition Failed', 500: 'Internal Server Error', 503: 'Slow Down' };

/**
 * The reason phrase of a status; '' for one that S3 does not send.
 *
 * @param {number} status
 */
export function statusWords(status) {
  return phrases[status] ?? '';
}

/** @typedef {{ name: string, note: string, bad?: boolean }} Missing */

/** @type {Panel} */
export function createResponse(host) {
  return {
    update(evaluation) {
      const { response } = evaluation;
      beginPanel(host, evaluation);
      append(host, response ? responseNodes(evaluation, evaluation.simulation, response) : [h('p', { class: 'soft' }, evaluation.exchange ? 'Nothing is sent, so there is no answer.' : 'The answer will stand here.')]);
    },
  };
}

/**
 * @param {Evaluation} evaluation
 * @param {Simulation | null} simulation  null: the answer is as pasted.
 * @param {HTTPResponse} response
 */
function responseNodes(evaluation, simulation, response) {
  const good = response.status < 400;
  const what = evaluation.shown === 'preflight' ? 'the preflight' : `the ${methodOf(evaluation.call, evaluation.exchange)}`;
  return [
    h('p', { class: good ? 'status good' : 'status bad' }, `${response.status} ${statusWords(response.status)}`, h('span', { class: 'tag' }, `to ${what}`)),
    h(
      'table',
      { class: 'hd' },
      h('caption', { class: 'vh' }, `Headers of the answer to ${what}, in their order`),
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Header'), h('th', { scope: 'col' }, 'Value'))),
      h(
        'tbody',
        null,
        response.headers.map(([name, value]) => row(name, h('code', null, value), simulation && headerNote(name, value, evaluation, simulation))),
        (simulation ? missing(evaluation, simulation, response.headers) : []).map((entry) => row(entry.name, 'Not there', entry.note, entry.bad)),
      ),
    ),
    ...(response.body ? [h('pre', { class: 'code', tabindex: '0', role: 'region', 'aria-label': 'Body' }, response.body)] : []),
  ];
}

/**
 * @param {string} name
 * @param {Node | string} value
 * @param {string | null} note
 * @param {boolean} [bad]
 */
function row(name, value, note, bad) {
  return h('tr', null, h('th', { scope: 'row', class: bad ? 'bad' : null }, name), h('td', null, value, note ? h('small', null, note) : null));
}

/**
 * @param {string} header
 * @param {string} value
 * @param {Evaluation} evaluation
 * @param {Simulation} simulation
 */
function headerNote(header, value, evaluation, simulation) {
  const name = header.toLowerCase();
  const preflight = evaluation.shown === 'preflight';
  const rule = (simulation.rule ?? 0) + 1;
  /** @type {Record<string, string>} */
  const notes = {
    'access-control-allow-origin': value === '*' ? `Rule ${rule} allows any origin, so S3 answers with the star.` : 'The page’s origin, because the matching pattern is not *.',
    'access-control-allow-methods': `All methods of rule ${rule}, in its order.`,
    'access-control-allow-headers': 'The names asked for; S3 never answers with its list.',
    'access-control-expose-headers': preflight ? 'Counts on the actual response; here the browser ignores it.' : 'What script can read beyond the headers that it can always read.',
    'access-control-max-age': 'Seconds. Browsers cap it: Safari at 600, Chrome at 7200, Firefox at 86400.',
    'access-control-allow-credentials': 'S3 adds it to every origin that it echoes.',
    vary: 'Caches keep one answer for each.',
  };
  return notes[name] ?? (!preflight && exampleNames.includes(name) ? 'An example of a value.' : null);
}

/**
 * The headers that are not there and matter.
 *
 * @param {Evaluation} evaluation
 * @param {Simulation} simulation
 * @param {[string, string][]} headers
 * @returns {Missing[]}
 */
function missing(evaluation, simulation, headers) {
  const there = new Set(headers.map(([name]) => name.toLowerCase()));
  const preflight = evaluation.shown === 'preflight';
  /** @type {Missing[]} */
  const all = simulation.allowed ? [
    { name: 'Access-Control-Allow-Credentials', note: 'S3 leaves it out beside *. Calls that send cookies fail.' },
    preflight
      ? { name: 'Access-Control-Max-Age', note: 'The rule sets none: browsers keep this answer for 5 s.' }
      : { name: 'Access-Control-Expose-Headers', note: 'The rule exposes none: script reads only the headers that are always readable.' },
  ] : [
    evaluation.origin === ''
      ? { name: 'Access-Control-Allow-Origin', note: 'S3 sends it only to a request with an Origin.' }
      : { name: 'Access-Control-Allow-Origin', note: 'S3 sends it only where a rule matches. This is what the browser misses.', bad: true },
    { name: 'Vary', note: `S3 sends it only where a rule matches.${preflight ? '' : ' A cache may hand this answer to another page.'}` },
  ];
  return all.filter(({ name }) => !there.has(name.toLowerCase()));
}
