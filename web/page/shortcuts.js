// Keys that work everywhere on the page.

import { byId } from './element.js';

/**
 * @param {{ verdict: () => void, diagnostic: (back: boolean) => void, undo: () => void, redo: () => void }} actions
 */
export function wireShortcuts(actions) {
  const keys = byId('keys');
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return; // the code editor has its own
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (command && key === 'enter') actions.verdict();
    else if (key === 'f8' && !command) actions.diagnostic(event.shiftKey);
    else if (command && key === 'z' && !isText(event.target)) (event.shiftKey ? actions.redo : actions.undo)();
    else if (key === '?' && keys.querySelector('input')?.checked && !isField(event.target)) {
      keys.toggleAttribute('open');
      keys.querySelector('summary')?.focus();
    } else if (command && key === 'y' && !isText(event.target)) actions.redo();
    else return;
    event.preventDefault();
  });
  // The jump bar moves the focus too; the fragment of the URL stays free.
  document.getElementById('jump')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const section = link ? document.querySelector(link.hash) : null;
    if (!(section instanceof HTMLElement)) return;
    event.preventDefault();
    section.focus({ preventScroll: true });
    section.scrollIntoView();
  });
}

/**
 * In text fields the browser's own undo works. What is typed into the end of a list leaves it, and with it the browser's undo.
 *
 * @param {EventTarget | null} target
 */
function isText(target) {
  return isField(target) && !target.matches('.add:placeholder-shown');
}

/**
 * @param {EventTarget | null} target
 * @returns {target is Element}
 */
function isField(target) {
  return target instanceof Element && target.matches('input,textarea,[contenteditable]');
}
