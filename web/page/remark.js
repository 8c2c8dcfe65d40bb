// What holds of the whole answer, and stands above each panel of it: that it is of an earlier text, or of a configuration that no bucket has.

import { h } from './element.js';
import { unsetOf } from './unset.js';

/** @import { Evaluation } from './types.js' */

/** @param {Evaluation} evaluation */
export function isStale({ readable, server, text }) {
  return !readable && server.kind === 'configured' && text.trim() !== '';
}

/** @param {Evaluation} evaluation */
export function remark(evaluation) {
  const words = wordsOn(evaluation);
  return words ? [h('p', { class: 'stale-note' }, words)] : [];
}

/**
 * A panel with the remark, and nothing below it yet.
 *
 * @param {HTMLElement} host
 * @param {Evaluation} evaluation
 */
export function beginPanel(host, evaluation) {
  host.classList.toggle('stale', isStale(evaluation));
  host.replaceChildren(...remark(evaluation));
}

/** @param {Evaluation} evaluation */
function wordsOn(evaluation) {
  const { configuration, server, simulation, validation } = evaluation;
  if (isStale(evaluation)) return configuration ? 'As of the last readable text.' : 'There is nothing to tell before the text can be read.';
  if (server.kind !== 'configured' || !simulation) return '';
  if (!validation.accepted) return 'S3 refuses this configuration, so no bucket has it. Its rules would answer so.';
  return unsetOf(evaluation).length > 0 ? 'This is how its rules answer to the text as it stands.' : '';
}
