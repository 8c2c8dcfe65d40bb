// What a pasted error means, whether it is CORS at all, and what to look at next.

import { reading } from './diagnostics.js';
import { h, prose, statement } from './element.js';
import { status } from './looks.js';

/** @import { Explanation } from '../s3cors.js' */
/** @import { Face } from './looks.js' */

/** @type {Record<Explanation['cors'], [face: Face, words: string]>} */
const verdicts = { yes: ['no', 'This is CORS.'], no: ['note', 'This is not CORS.'], perhaps: ['warn', 'This may be CORS, or not.'] };

/** @param {Explanation} explanation */
export function explanationCard({ cors, code, meaning, next, shownAsCORS, assumption, error, failed }) {
  return h('section', { class: 'card told', 'aria-label': 'What the pasted error means' },
    h('div', { class: 'rule-head' },
      status(...verdicts[cors]),
      failed ? h('span', { class: 'tag' }, failed === 'preflight' ? 'At the preflight' : 'At the response') : null,
      code ? h('code', { class: 'soft push' }, code) : null),
    h('p', null, statement(meaning)),
    error?.message ? h('p', { class: 'soft' }, 'S3 says: ', error.message) : null,
    shownAsCORS ? h('p', { class: 'soft' }, statement(shownAsCORS)) : null,
    next.length > 0 ? h('h3', { class: 'lead' }, 'Look at next') : null,
    h('ol', { class: 'next' }, next.map((step) => h('li', null, prose(step)))),
    assumption ? reading(assumption) : null);
}
