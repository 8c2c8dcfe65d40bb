// A menu under a button: Enter or ArrowDown opens it, arrows move, Escape closes it.

import { h } from './element.js';

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} list
 * @param {{ title: string, detail: string }[]} entries
 * @param {(index: number) => void} onChoose
 */
export function createMenu(button, list, entries, onChoose) {
  const items = entries.map((entry, index) =>
    h('li', { role: 'menuitem', tabindex: '-1', onclick: () => choose(index) }, h('b', null, entry.title), h('span', { class: 'soft' }, entry.detail)),
  );
  list.append(...items);

  /** @param {boolean} open */
  const show = (open) => {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  /** @param {number} index */
  const choose = (index) => {
    show(false);
    button.focus();
    onChoose(index);
  };
  button.addEventListener('click', () => {
    show(list.hidden === true);
    if (!list.hidden) items[0].focus();
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    show(true);
    items[0].focus();
  });
  list.addEventListener('keydown', (event) => {
    const at = items.indexOf(/** @type {HTMLLIElement} */ (document.activeElement));
    const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items[to].focus();
    else if (event.key === 'Enter' || event.key === ' ') choose(at);
    else if (event.key === 'Escape') {
      show(false);
      button.focus();
    } else return;
    event.preventDefault();
  });
  list.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node) || !(list.contains(event.relatedTarget) || event.relatedTarget === button)) show(false);
  });
}
