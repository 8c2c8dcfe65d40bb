// The headers of the response: those that script can read, and those that it cannot, each with the ground.

import { headerOf } from './call.js';
import { append, h, icon } from './element.js';
import { beginExchange } from './exchange.js';

/** @import { Evaluation, Panel } from './types.js' */

/** @type {Panel} */
export function createReadable(host) {
  return {
    update(evaluation) {
      const { exchange } = evaluation;
      beginExchange(host, evaluation);
      if (!exchange) return;
      const { readableHeaders, hiddenHeaders, outcome, response } = exchange;
      if (!response) return append(host, [h('p', { class: 'soft' }, 'Script can read nothing: the request is never sent, so there is no response.')]);
      const exposes = headerOf(response.headers, 'access-control-expose-headers');
      append(host, [
        part('Script can read', readableHeaders, (name) => (always.includes(name) ? 'always readable' : exposes === null ? 'of the same origin' : `exposed${ruleOf(evaluation)}`), outcome === 'readable' ? 'Status and body, and no header.' : 'Nothing.'),
        part('Script cannot read', hiddenHeaders, () => ({ readable: 'not exposed', opaque: 'the response is opaque' }[String(outcome)] ?? 'the response is withheld'), 'No header is hidden.'),
        h('p', { class: 'tip' }, evaluation.server.kind === 'pasted' ? 'Of the headers of the pasted answer.' : 'Of the headers that S3 sends with such an answer; its metadata and others come on top.'),
      ]);
    },
  };
}

/** Fetch standard, CORS-safelisted response-header name. */
const always = ['cache-control', 'content-language', 'content-length', 'content-type', 'expires', 'last-modified', 'pragma'];

/** @param {Evaluation} evaluation */
function ruleOf({ exchange }) {
  const rule = exchange?.simulation?.rule ?? null;
  return rule === null ? '' : ` by rule ${rule + 1}`;
}

/**
 * @param {string} title
 * @param {string[]} names
 * @param {(name: string) => string} why
 * @param {string} none
 */
function part(title, names, why, none) {
  const reads = title === 'Script can read';
  return h('section', { class: 'list' }, h('h3', null, title), names.length === 0 ? h('p', { class: 'soft' }, none)
    : h('ul', null, names.map((name) => h('li', null, icon(reads ? 'ok' : 'no', reads ? 'good' : 'note'), h('code', null, name), h('span', { class: 'soft' }, why(name))))));
}
