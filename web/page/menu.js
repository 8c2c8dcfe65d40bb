// A menu under a button: Enter or ArrowDown opens it, arrows move, Escape closes it.

import { byId, h } from './element.js';
import { destination } from './roving.js';

/** @typedef {{ title: string, detail: string, act?: () => void }} Entry  One without `act` only says something. */

/**
 * @param {string} id  Of the button; the list's has "-menu" behind it.
 * @param {() => Entry[] | Promise<Entry[]>} entries  Asked each time that the menu is opened.
 */
export function createMenu(id, entries) {
  const button = byId(id);
  const list = byId(`${id}-menu`);
  /** @type {HTMLElement[]} */
  let items = [];

  const open = async () => {
    items = (await entries()).map(({ title, detail, act }) =>
      h('li', { role: 'menuitem', tabindex: '-1', 'aria-disabled': act ? null : 'true', onclick: () => choose(act) }, h('b', null, title), h('span', { class: 'soft' }, detail)),
    );
    list.replaceChildren(...items);
    show(true);
    list.scrollTop = 0;
    items[0]?.focus();
  };
  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    list.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  };
  /** @param {Entry['act']} act */
  const choose = (act) => {
    if (!act) return;
    show(false);
    button.focus();
    act();
  };
  button.addEventListener('click', () => (list.hidden ? open() : show(false)));
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    open();
  });
  list.addEventListener('keydown', (event) => {
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = destination(event.key, ['ArrowDown', 'ArrowUp'], at, items.length);
    if (to !== undefined) items[to].focus();
    else if (event.key === 'Enter' || event.key === ' ') items[at]?.click();
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
