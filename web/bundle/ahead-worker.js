/**
 * Draws the page as it opens: its own scripts, with the module, in a document without a browser. A thread of its own has the globals of
 * a page for itself. It tells what the body then holds.
 */

import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { Window } from 'happy-dom';

/** Milliseconds of the page's time after the answer in which the panes that wait for a rest are done. */
const REST = 300;

const web = new URL('..', import.meta.url);
const source = await readFile(new URL('index.html', web), 'utf8');
const window = new Window({ url: 'https://page.invalid/' });
const { document } = window;
document.write(source.replace(/<script[^>]*><\/script>|<link[^>]*>/g, ''));
/** What each element that is named holds before anything is drawn. */
const before = new Map(Array.from(document.querySelectorAll('body [id]'), ({ id, innerHTML }) => [id, innerHTML]));

/** The page's time, which runs only when it is let. @type {{ at: number, id: number, work: () => void }[]} */
let tasks = [];
let now = 0;
let lastId = 0;
/** @param {(...values: unknown[]) => void} work @param {number} [pause] @param {unknown[]} values */
const setTimeout = (work, pause = 0, ...values) => {
  tasks.push({ at: now + pause, id: ++lastId, work: () => work(...values) });
  return lastId;
};
/** @param {number} until */
const pass = (until) => {
  for (;;) {
    const next = tasks.toSorted((a, b) => a.at - b.at || a.id - b.id)[0];
    if (next === undefined || next.at > until) break;
    tasks = tasks.filter((task) => task !== next);
    now = next.at;
    next.work();
  }
  now = until;
};

const { Node, Element, HTMLElement, SVGElement, HTMLButtonElement, HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, Event, InputEvent } = window;
const globals = {
  window, document, Node, Element, HTMLElement, SVGElement, HTMLButtonElement, HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, Event, InputEvent,
  location: window.location,
  history: window.history,
  localStorage: window.localStorage,
  addEventListener: () => {},
  performance: { now: () => now },
  setTimeout,
  clearTimeout: (/** @type {number} */ id) => void (tasks = tasks.filter((task) => task.id !== id)),
  requestAnimationFrame: (/** @type {() => void} */ work) => setTimeout(work),
  IntersectionObserver: class {
    observe() {} // nothing is on any screen
  },
  CSS: { escape: (/** @type {string} */ text) => text.replace(/[^\w-]/g, '\\$&') },
};
for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true });

await import('../page/main.js');
while (document.documentElement.dataset.ready === undefined) {
  pass(now);
  await new Promise((done) => setImmediate(done));
}
pass(now + REST);

for (const [id, content] of before) {
  const element = document.getElementById(id);
  if (element instanceof HTMLElement && element.hidden) element.innerHTML = content;
}
// Markup holds what a field has to begin with.
for (const field of document.querySelectorAll('textarea')) field.textContent = field.value;
for (const field of document.querySelectorAll('input')) {
  if (field.type === 'checkbox') field.toggleAttribute('checked', field.checked);
  else if (field.value !== '') field.setAttribute('value', field.value);
}
for (const option of document.querySelectorAll('option')) option.toggleAttribute('selected', option.selected && option.index > 0);
// A browser that brought back what was written would put it beside the answer to something else.
for (const field of document.querySelectorAll('input,select,textarea')) field.setAttribute('autocomplete', 'off');
// What is not seen need not come ahead: what is closed or hidden, and of the many formats those that do not make the width of their list.
for (const part of document.querySelectorAll('main details:not([open]) > :not(summary), main [hidden]:not([role="tabpanel"]) > *')) part.remove();
for (const select of document.querySelectorAll('#format')) {
  const options = Array.from(/** @type {import('happy-dom').HTMLSelectElement} */ (select).options);
  const longest = options.toSorted((a, b) => b.text.length - a.text.length).slice(0, 2);
  for (const option of options) if (!option.selected && !longest.includes(option)) option.remove();
}
for (const group of document.querySelectorAll('optgroup:not(:has(option))')) group.remove();
// What lights up together does so once the page answers.
for (const element of document.querySelectorAll('[data-path]')) element.removeAttribute('data-path');
// What is read out is read out once, when the page has answered.
for (const status of document.querySelectorAll('[role="status"]')) status.textContent = '';

parentPort?.postMessage(document.body.innerHTML.trim().replace(/>\n+</g, '><'));
// The page would go on and bring the code editor, for which there is no browser here.
process.exit();
