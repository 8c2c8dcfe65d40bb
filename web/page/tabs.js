// Tablists: arrows, Home and End move, one tab is in the Tab order.

import { destination } from './roving.js';

/**
 * @param {HTMLElement} list
 * @param {(id: string) => void} [onSelect]  Told the id of the panel.
 */
export function createTabs(list, onSelect) {
  const tabs = /** @type {HTMLElement[]} */ (Array.from(list.querySelectorAll('[role="tab"]')));
  const root = () => /** @type {Document | ShadowRoot} */ (list.getRootNode());

  /** @param {HTMLElement} chosen */
  const select = (chosen) => {
    for (const tab of tabs) {
      const selected = tab === chosen;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
      const panel = root().getElementById(panelOf(tab));
      if (panel) panel.hidden = !selected;
    }
    onSelect?.(panelOf(chosen));
  };
  list.addEventListener('click', (event) => {
    const tab = event.target instanceof Element ? event.target.closest('[role="tab"]') : null;
    if (tab instanceof HTMLElement) select(tab);
  });
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(/** @type {HTMLElement} */ (root().activeElement));
    const to = destination(event.key, ['ArrowRight', 'ArrowLeft'], at, tabs.length);
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    tabs[to].focus();
    select(tabs[to]);
  });

  return {
    /** @param {string} panel */
    select(panel) {
      const tab = tabs.find((candidate) => panelOf(candidate) === panel);
      if (tab) select(tab);
    },
    get selected() {
      const tab = tabs.find((candidate) => candidate.getAttribute('aria-selected') === 'true');
      return tab ? panelOf(tab) : '';
    },
  };
}

/** @param {HTMLElement} tab */
function panelOf(tab) {
  return tab.getAttribute('aria-controls') ?? '';
}
