// What has been opened and closed since the configuration was loaded.

import { differenceList } from './differences.js';
import { h } from './element.js';
import { createResting } from './resting.js';

/** @import { Comparison, Difference, PreflightRequest, S3CORS } from '../s3cors.js' */
/** @import { Evaluation } from './types.js' */

/** Milliseconds after the last edit. */
const REST = 120;
const TOLD = 20;

/**
 * @param {HTMLElement} host
 * @param {{ api: () => S3CORS | null, play: (witness: PreflightRequest) => void, announce: (message: string) => void }} page
 */
export function createChanges(host, page) {
  /** @type {Evaluation | null} */
  let latest = null;
  let baseline = '';
  /** Whether the baseline is yet to be read: then it is the first text after it that can be. */
  let open = true;
  let shown = '';
  const summary = h('summary');
  const lists = h('div', { class: 'lists' });
  const details = h('details', null, summary, lists);
  const take = h('button', { type: 'button', class: 'b', onclick: () => {
    if (!latest) return;
    baseline = latest.text;
    shown = '';
    host.hidden = true;
    // The button is gone, and the focus with it.
    host.parentElement?.focus();
    page.announce('Changes are now told from here on.');
  } }, 'Take as new baseline');
  host.append(details, take);

  const rest = createResting(REST, () => {
    const api = page.api();
    if (!api || !latest?.source || latest.text === baseline) return;
    const { candidate, values } = latest;
    const comparison = api.compare({ text: baseline, candidate, values }, latest.source);
    host.hidden = comparison.unreadable.length > 0;
    if (host.hidden) return;
    summary.textContent = `Since it was loaded: ${changeWords(comparison)}`;
    lists.replaceChildren(...listsOf(comparison, page.play));
  });

  return {
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      latest = evaluation;
      const { text, readable, source } = evaluation;
      if (open && readable) {
        baseline = text;
        open = false;
      }
      const key = JSON.stringify([baseline, source]);
      if (text === baseline || text.trim() === '') {
        rest.stop();
        shown = key;
        host.hidden = true;
        details.open = false;
      } else if (key !== shown && readable) {
        shown = key;
        rest.soon();
      }
    },
    get baseline() {
      return open ? null : baseline;
    },
    /**
     * Another text has been loaded, or an old baseline is that again; null: the next text that can be read is.
     *
     * @param {string | null} text
     */
    load(text) {
      open = text === null;
      baseline = text ?? '';
    },
  };
}

/**
 * How many differences there are of each kind.
 *
 * @param {Comparison} comparison
 */
export function changeWords({ gained, lost, changed, more }) {
  const words = [
    ...(gained.length ? [`opens ${gained.length}`] : []),
    ...(lost.length ? [`closes ${lost.length}`] : []),
    ...(changed.length ? [`answers ${changed.length} otherwise`] : []),
  ];
  return words.length === 0 ? 'it allows and answers the same' : `${words.join(', ')}${more ? ', and more' : ''}`;
}

/**
 * @param {Comparison} comparison
 * @param {(witness: PreflightRequest) => void} play
 */
function listsOf({ gained, lost, changed, inexact }, play) {
  /** @type {[string, Difference[]][]} */
  const kinds = [['Opened', gained], ['Closed', lost], ['Answered otherwise', changed]];
  const lists = kinds.flatMap(([title, list]) => (list.length ? [h('h3', null, title), differenceList(list, TOLD, play)] : []));
  if (lists.length === 0) lists.push(h('p', null, 'No request there can be is answered in another way.'));
  if (inexact) lists.push(h('p', { class: 'soft' }, 'Patterns that no example could be found for are not told.'));
  return lists;
}
