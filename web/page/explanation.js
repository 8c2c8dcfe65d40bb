// What a pasted error means, whether it is CORS at all, and what to look at next.

import { h, icon, prose, statement } from './element.js';

/** @import { Explanation } from '../s3cors.js' */

const verdicts = {
  yes: { icon: 'no', tone: 'bad', words: 'This is CORS.' },
  no: { icon: 'note', tone: 'note', words: 'This is not CORS.' },
  perhaps: { icon: 'warn', tone: 'warn', words: 'This may be CORS, or not.' },
};

/** @param {Explanation} explanation */
export function explanationCard({ cors, code, meaning, next, shownAsCORS, assumption, error, failed }) {
  const verdict = verdicts[cors];
  return h('section', { class: 'card told', 'aria-label': 'What the pasted error means' },
    h('div', { class: 'rule-head' },
      h('span', { class: `is ${verdict.tone}` }, icon(verdict.icon), verdict.words),
      failed ? h('span', { class: 'tag' }, failed === 'preflight' ? 'At the preflight' : 'At the response') : null,
      code ? h('code', { class: 'soft push' }, code) : null),
    h('p', null, statement(meaning)),
    error?.message ? h('p', { class: 'soft' }, 'S3 says: ', error.message) : null,
    shownAsCORS ? h('p', { class: 'soft' }, statement(shownAsCORS)) : null,
    next.length > 0 ? h('h3', { class: 'lead' }, 'Look at next') : null,
    h('ol', { class: 'next' }, next.map((step) => h('li', null, prose(step)))),
    assumption ? h('p', { class: 'soft' }, 'Nobody has recorded S3 here; this is a reading: ', h('code', null, assumption), '.') : null);
}
