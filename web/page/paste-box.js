// One box for whatever was copied: a command, a call, an error, a response. It says what it read, and can take it back.

import { h } from './element.js';
import { explanationCard } from './explanation.js';
import { readPasted } from './pasted.js';
import { createResting } from './resting.js';

/** @import { PasteHost, State } from './types.js' */

/** Milliseconds after the last letter; a paste is read at once. */
const REST = 120;

/**
 * @param {HTMLTextAreaElement} box
 * @param {HTMLElement} result
 * @param {PasteHost} host
 */
export function createPasteBox(box, result, host) {
  let round = 0;
  /** @type {{ before: State, after: string } | null} What the box has changed. */
  let changed = null;

  const read = async () => {
    const text = box.value;
    const mine = ++round;
    const api = host.api();
    if (!api) return;
    if (text.trim() === '') return show([]);
    const state = changed && isUntouched() ? { ...host.state(), ...callAndServer(changed.before) } : host.state();
    const pasted = await readPasted(api, text, state);
    if (mine !== round) return;
    if (Object.keys(pasted.change).length > 0) {
      const next = { ...callAndServer(state), ...pasted.change, shown: null };
      changed = { before: state, after: key(next) };
      host.change(next);
    }
    if (!pasted.readAs) return show([h('p', { class: 'soft' }, 'Not read yet: it is no request, no response and no error that is known here.')]);
    show([
      h('div', { class: 'read' }, h('p', null, pasted.readAs), changed ? h('button', { type: 'button', class: 'b', onclick: takeBack }, 'Take back') : null, h('button', { type: 'button', class: 'b', onclick: clear }, 'Clear')),
      ...pasted.notes.map((note) => h('p', { class: 'soft' }, note)),
      pasted.explanation ? explanationCard(pasted.explanation) : null,
    ]);
    host.announce(pasted.explanation ? `${pasted.readAs} ${pasted.explanation.meaning}.` : pasted.readAs);
  };
  const isUntouched = () => changed?.after === key(host.state());
  const takeBack = () => {
    if (changed) host.change(callAndServer(changed.before));
    clear();
    host.announce('Call and server are as they were.');
  };
  const clear = () => {
    round++;
    changed = null;
    box.value = '';
    show([]);
    box.focus();
  };
  /** @param {(HTMLElement | null)[]} nodes */
  const show = (nodes) => {
    result.replaceChildren(...nodes.filter((node) => node !== null));
    result.hidden = nodes.length === 0;
  };

  const rest = createResting(REST, read);
  box.addEventListener('input', rest.soon);
  box.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text');
    if (!text) return;
    event.preventDefault();
    take(text);
  });

  /**
   * A second paste is another text, and not the end of the first.
   *
   * @param {string} text
   */
  function take(text) {
    changed = null;
    box.value = text;
    box.scrollTop = 0;
    rest.now();
  }
  return { take };
}

/**
 * @param {State} state
 * @returns {Pick<State, 'call' | 'server'>}
 */
function callAndServer({ call, server }) {
  return { call, server };
}

/** @param {Pick<State, 'call' | 'server'>} state */
function key({ call, server }) {
  return JSON.stringify([call, server]);
}
