// One box for whatever was copied: a command, a call, an error, a response. It says what it read, and can take it back.

import { h } from './element.js';
import { explanationCard } from './explanation.js';
import { readPasted } from './pasted.js';
import { createResting } from './resting.js';

/** @import { Pasted, PasteHost, State } from './types.js' */

/** A HAR file may have megabytes; the box shows so many characters of it. */
const MOST_SHOWN = 20_000;
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
  /** A paste of which the box shows the beginning. @type {string | null} */
  let whole = null;

  const read = async () => {
    const text = whole ?? box.value;
    const mine = ++round;
    const api = host.api();
    if (!api) return;
    if (text.trim() === '') return show([]);
    const state = changed && isUntouched() ? { ...host.state(), ...callAndServer(changed.before) } : host.state();
    const pasted = await readPasted(api, text, state);
    if (mine === round) tell(pasted, state);
  };
  /**
   * @param {Pasted} pasted
   * @param {State} state  What was there before it.
   */
  const tell = (pasted, state) => {
    /** @param {Partial<State>} change */
    const play = (change) => {
      const next = { ...callAndServer(state), ...change, shown: null };
      changed = { before: state, after: key(next) };
      host.change(next);
    };
    if (Object.keys(pasted.change).length > 0) play(pasted.change);
    if (!pasted.readAs) return show([h('p', { class: 'soft' }, 'Not read yet: it is no request, no response and no error that is known here. A configuration belongs in the source.')]);
    show([
      h('div', { class: 'read' }, h('p', null, pasted.readAs), changed ? h('button', { type: 'button', class: 'b', onclick: takeBack }, 'Take back') : null, h('button', { type: 'button', class: 'b', onclick: clear }, 'Clear')),
      choiceOf(pasted, play),
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
  const empty = () => {
    round++;
    changed = whole = null;
    box.value = '';
  };
  const clear = () => {
    empty();
    show([]);
    box.focus();
  };
  /** @param {(HTMLElement | null)[]} nodes */
  const show = (nodes) => {
    result.replaceChildren(...nodes.filter((node) => node !== null));
    result.hidden = nodes.length === 0;
  };

  const rest = createResting(REST, read);
  box.addEventListener('input', () => {
    whole = null;
    rest.soon();
  });
  box.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text');
    if (!text) return;
    event.preventDefault();
    take(text);
  });
  box.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  box.addEventListener('drop', async (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(await file.text());
  });

  /**
   * A second paste is another text, and not the end of the first.
   *
   * @param {string} text
   */
  function take(text) {
    changed = null;
    whole = text;
    box.value = text.slice(0, MOST_SHOWN);
    box.scrollTop = 0;
    rest.now();
  }
  return {
    take,
    /**
     * Plays calls that were chosen and not pasted.
     *
     * @param {Pasted} offered
     */
    offer(offered) {
      empty();
      tell(offered, host.state());
    },
  };
}

/**
 * Lets one of several calls be played; null where there are no several.
 *
 * @param {Pasted} pasted
 * @param {(change: Partial<State>) => void} play
 */
function choiceOf({ choices = [], chosen }, play) {
  if (choices.length < 2) return null;
  const select = h('select', { 'aria-label': 'Call', onchange: () => play(choices[select.selectedIndex].change) }, ...choices.map(({ name }, i) => h('option', { selected: i === chosen }, name)));
  return select;
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
