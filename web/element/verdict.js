// The verdict of an element: the page's words; of a configuration that nobody calls, whether S3 takes it.

import { h, icon } from '../page/element.js';
import { tones } from '../page/looks.js';
import { faces, nodes } from '../page/verdict.js';
import { plainText, verdictWords } from '../page/verdict-words.js';

/** @import { Evaluation, VerdictWords } from '../page/types.js' */

/** Milliseconds after the last edit before it is read out. */
const QUIET = 500;

export function createElementVerdict() {
  const face = h('span');
  const say = h('p', { class: 'say' });
  const cause = h('p', { class: 'cause' });
  const status = h('p', { class: 'vh', role: 'status' });
  const section = h('section', { class: 'verdict', part: 'verdict', 'aria-label': 'Verdict' }, h('div', { class: 'words' }, face, say, cause), status);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  return {
    section,
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      const words = wordsOf(evaluation);
      const look = faces[words.face];
      const tone = tones[look];
      section.className = `verdict ${words.face}`;
      face.replaceChildren(icon(look, `face ${tone}`));
      say.replaceChildren(h('b', { class: tone }, words.lead), ' ', ...words.say.flatMap(nodes));
      cause.replaceChildren(...words.cause.flatMap(nodes));
      const spoken = `${words.lead} ${plainText(words.say)} ${plainText(words.cause)}`.trim();
      const first = timer === undefined && status.textContent === '';
      clearTimeout(timer);
      // What stands there from the start is read where it stands; only what changes is announced.
      if (first) timer = setTimeout(() => {}, 0);
      else timer = setTimeout(() => status.textContent !== spoken && (status.textContent = spoken), QUIET);
    },
    leave: () => clearTimeout(timer),
  };
}

/**
 * @param {Evaluation} evaluation
 * @returns {VerdictWords}
 */
function wordsOf(evaluation) {
  const { validation, call, text, readable } = evaluation;
  if (call.page.trim() !== '' || text.trim() === '' || !readable || !validation.accepted) return verdictWords(evaluation);
  const rules = validation.configuration?.CORSRules.length ?? 0;
  const warnings = validation.diagnostics.filter(({ severity }) => severity === 'warning').length;
  return {
    face: warnings > 0 ? 'warn' : 'yes',
    lead: 'S3 accepts this configuration.',
    say: [`It has ${rules === 1 ? 'one rule' : `${rules} rules`}.`],
    cause: [warnings === 0 ? 'Name a page and a call to see what becomes of them.' : warnings === 1 ? 'One warning says what its author may not mean.' : `${warnings} warnings say what its author may not mean.`],
  };
}
