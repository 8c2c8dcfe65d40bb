// A list of texts as chips with an input at its end: Enter or a comma adds, Backspace in the empty input removes the last,
// a paste of several adds several.

import { h, icon, verbatim } from './element.js';

/** @import { ChipListOptions } from './types.js' */

/** @param {ChipListOptions} options */
export function createChipList(options) {
  /** @type {string[]} */
  let values = [];
  /** @type {string | null} */
  let path = null;
  const input = createInput(options, {
    add: (added) => change([...values, ...added]),
    removeLast: () => values.length > 0 && change(values.slice(0, -1)),
  });
  const last = h('li', { class: 'adder' }, input);
  const node = h('ul', { class: 'chips', 'aria-label': options.label }, last);

  const draw = () => {
    const focused = chips().findIndex((chip) => chip.contains(document.activeElement));
    for (const chip of chips()) chip.remove();
    last.before(...values.map((value, index) => createChip(value, path === null ? null : `${path}[${index}]`, () => remove(index))));
    if (path === null) node.removeAttribute('data-path');
    else node.dataset.path = path;
    if (focused >= 0) focusChip(focused);
  };
  const chips = () => /** @type {HTMLElement[]} */ (Array.from(node.children).filter((child) => child !== last));
  /** @param {number} index */
  const focusChip = (index) => {
    const target = chips()[Math.min(index, values.length - 1)]?.querySelector('button') ?? input;
    target.focus();
  };
  /** @param {string[]} next */
  const change = (next) => {
    values = next;
    draw();
    options.onChange(next);
  };
  /** @param {number} index */
  const remove = (index) => {
    change(values.filter((_, i) => i !== index));
    focusChip(index);
  };

  return {
    node,
    input,
    /**
     * Shows these values. What is being typed stays, and so does the focus.
     *
     * @param {string[]} next
     * @param {string | null} nextPath  The path of the list, for lighting up; null where the chips are no part of a configuration.
     */
    update(next, nextPath) {
      if (nextPath === path && next.length === values.length && next.every((value, i) => value === values[i])) return;
      values = [...next];
      path = nextPath;
      draw();
    },
  };
}

/**
 * One value with a button that removes it, as Backspace and Delete do.
 *
 * @param {string} value
 * @param {string | null} path
 * @param {() => void} remove
 */
function createChip(value, path, remove) {
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Backspace' && event.key !== 'Delete') return;
    event.preventDefault();
    remove();
  };
  return h(
    'li',
    { class: 'chip', 'data-path': path },
    value === '' ? h('span', { class: 'empty' }, 'empty') : value,
    h('button', { type: 'button', 'aria-label': `Remove ${value || 'the empty value'}`, onclick: remove, onkeydown }, icon('x')),
  );
}

/**
 * The input at the end of a list.
 *
 * @param {ChipListOptions} options
 * @param {{ add: (values: string[]) => void, removeLast: () => void }} actions
 */
function createInput({ add: label, placeholder, list, isField = false }, actions) {
  // A comma within "range: bytes=0-9, 20-29" is a part of the value.
  const between = (/** @type {string} */ text) => (!isField ? /[\s,]+/ : text.includes(':') ? /\n/ : /[,\n]/);
  const input = h('input', { class: 'mono add', 'aria-label': label, placeholder, list, ...verbatim, enterkeyhint: 'done' });
  /** @param {string} text */
  const add = (text) => {
    const added = text.split(between(text)).map((part) => part.trim()).filter((part) => part !== '');
    if (added.length > 0) actions.add(added);
  };
  const commit = () => {
    const text = input.value;
    input.value = '';
    add(text);
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    // A card that is moved takes with it what was typed in it.
    if (event.altKey && event.key.startsWith('Arrow')) commit();
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || (event.key === ',' && between(input.value).test(','))) {
      event.preventDefault();
      commit();
    } else if (event.key === 'Backspace' && input.value === '') {
      event.preventDefault();
      actions.removeLast();
    }
  });
  // What was picked from the list is complete.
  input.addEventListener('input', (event) => {
    if (list && (!(event instanceof InputEvent) || event.inputType === 'insertReplacementText')) commit();
  });
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!between(text).test(text.trim())) return;
    event.preventDefault();
    add(text);
  });
  // What was typed and not confirmed is meant all the same.
  input.addEventListener('blur', commit);
  return input;
}
