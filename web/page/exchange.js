// The exchange as a sequence picture: three lanes, what the browser thinks left of its own, what goes over the wire right of it.

import { noteList } from './diagnostics.js';
import { append, h, icon, prose } from './element.js';
import { browsers } from './exchange-words.js';
import { beginPanel } from './remark.js';
import { sequenceOf } from './sequence.js';

/** @import { Browser, Exchange } from '../s3cors.js' */
/** @import { Evaluation, Line, Message, Panel } from './types.js' */

/** Characters of a path that are shown; the query of a presigned URL is longer. */
const LONGEST = 72;

/** @type {Panel} */
export function createExchange(host) {
  return {
    update(evaluation) {
      const { exchange, call, server } = evaluation;
      beginExchange(host, evaluation);
      if (!exchange) return;
      const names = { page: 'Page', browser: 'Browser', server: server.kind === 'pasted' ? 'Server' : server.cache.startsWith('cdn') ? 'CloudFront' : 'S3' };
      append(host, [
        h('div', { class: 'seq' },
          h('p', { class: 'lane', 'aria-hidden': 'true' }, h('b', null, names.page), h('b', null, names.browser), h('b', null, names.server)),
          h('ol', null, sequenceOf(exchange, call).map((message) => draw(message, names)))),
        differences(exchange),
      ]);
    },
  };
}

/**
 * A panel of the exchange, with what stands above one or in its place.
 *
 * @param {HTMLElement} host
 * @param {Evaluation} evaluation
 */
export function beginExchange(host, evaluation) {
  beginPanel(host, evaluation);
  if (!evaluation.exchange) append(host, [h('p', { class: 'soft' }, evaluation.call.page.trim() === '' ? 'No page makes this request, so no browser takes part. Name the page above.' : 'The exchange will stand here.')]);
}

/**
 * @param {Message} message
 * @param {Record<Message['from'], string>} names
 */
function draw({ from, to, tone, title, tag, mind, lines, notes }, names) {
  const wire = from === 'server' || to === 'server';
  const back = from === 'server' || to === 'page';
  const shape = tone === 'never' ? icon('wait') : tone === 'bad' ? icon('no') : tone === 'good' ? icon('ok') : null;
  const short = title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title;
  return h('li', { class: `msg ${wire ? 'bs' : 'pb'} ${tone}${back ? ' back' : ''}` },
    h('span', { class: 'dir' }, `${names[from]} to ${names[to]}`),
    mind ? h('p', { class: 'mind' }, h('b', null, mind[1] && !/^(because|so|without) /.test(mind[1]) ? `${mind[0]}:` : mind[1] ? `${mind[0]},` : mind[0]), ' ', prose(mind[1])) : null,
    h('h3', null, shape, h('span', null, short), tag ? h('span', { class: 'tag' }, tag) : null),
    h('div', { class: 'line' }),
    lines.length > 0 ? h('ul', null, lines.map(header)) : null,
    notes.length > 0 ? h('ul', { class: 'notes' }, notes.map((note) => h('li', null, note))) : null);
}

/** @param {Line} line */
function header({ name, value, weight }) {
  const text = value ?? 'not there';
  return h('li', { class: weight }, weight === 'fails' ? icon('no') : null, `${name}: `, weight === 'plain' ? text : h('b', null, text));
}

/** @param {Exchange} exchange */
function differences({ outcome, differences }) {
  const all = /** @type {[Browser, { outcome: string, reason: string }][]} */ (Object.entries(differences));
  if (all.length === 0) return null;
  return noteList('Browsers differ', all.map(([browser, other]) => [
    h('b', null, browsers[browser]), ` ${other.outcome === outcome ? 'comes to the same end by another check' : other.outcome === 'readable' ? 'lets script read the answer' : 'does not let script read the answer'}: `, h('code', { class: 'soft' }, other.reason),
  ]));
}
