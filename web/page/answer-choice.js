// Where there are two answers, to the preflight and to the call: which of them Why and Response show.

import { methodOf } from './call.js';
import { h, setHidden, setText } from './element.js';

/** @import { Evaluation } from './types.js' */

/**
 * @param {HTMLElement} host
 * @param {(shown: Evaluation['shown']) => void} onChoose
 */
export function createAnswerChoice(host, onChoose) {
  const preflight = h('button', { type: 'button', onclick: () => onChoose('preflight') }, 'Preflight');
  const actual = h('button', { type: 'button', onclick: () => onChoose('actual') });
  host.append(preflight, actual);
  return {
    /**
     * @param {Evaluation} evaluation
     * @param {string} panel  The id of the panel on screen.
     */
    update({ call, exchange, shown }, panel) {
      setHidden(host, !(exchange?.preflight && exchange.request && (panel === 'why' || panel === 'response')));
      preflight.setAttribute('aria-pressed', String(shown === 'preflight'));
      actual.setAttribute('aria-pressed', String(shown === 'actual'));
      setText(actual, methodOf(call, exchange));
    },
  };
}
