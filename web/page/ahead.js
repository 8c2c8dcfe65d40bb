// What the build has drawn of the opening example, so that it is seen before the page's scripts are there. It stays on screen until the
// panes have drawn the same. Modules as they are written have nothing of it.

import { byId } from './element.js';

/** Where panes put what they make once. */
const hosts = ['verdict-act', 'editor', 'request-form', 'answer-choice', 'why', 'format', 'output-body'];
/** Where panes put what they make of an answer; #suggestions is within #why from the beginning. */
const answers = ['config-bar', 'diagnostics', 'suggestions', 'rule-count'];
/** What does nothing before the answer is there. */
const inert = ['#diagnostics', '#suggestions', '.trace', '#verdict-act'].map((where) => `${where} :is(button,summary)`).join();

/** @typedef {HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement} Field */

/**
 * Takes what is drawn ahead out of the page, so that the panes can be made where it stands.
 *
 * @param {boolean} isWanted  Whether the page opens with what is drawn.
 * @param {() => void} redraw  Draws the source without marks.
 */
export function takeAhead(isWanted, redraw) {
  const waiting = document.getElementById('waiting');
  const active = document.activeElement;
  const taken = waiting ? hosts.map((id) => {
    const host = byId(id);
    const focused = pathOf(active, host);
    const drawn = /** @type {HTMLElement} */ (host.cloneNode());
    drawn.append(...ownChildren(host));
    return { host, drawn, focused };
  }).filter(({ drawn }) => drawn.childElementCount > 0) : [];
  let isShown = isWanted && waiting !== null;
  /** How what is shown is taken back. @type {(() => void)[]} */
  const back = [];
  /** The last click on what does nothing yet. @type {number[] | null} */
  let clicked = null;
  const click = (/** @type {Event} */ { target }) => {
    clicked = pathOf(target instanceof Element ? target.closest(inert) : null, document.body);
  };

  /** Lets the page look as it does where nothing is drawn ahead. */
  const wait = () => {
    const verdict = byId('verdict');
    verdict.className = waiting?.className ?? '';
    if (waiting) lay(verdict.children[0], waiting.children[0], []);
    for (const id of answers) byId(id).replaceChildren();
    byId('suggestions').hidden = true;
  };
  const drop = () => {
    if (!isShown) return;
    end();
    for (const step of back.reverse()) step();
    wait();
    redraw();
  };
  const end = () => {
    isShown = false;
    document.removeEventListener('click', click, true);
  };
  waiting?.remove();
  if (waiting && !isWanted) wait();
  document.documentElement.dataset.shown = 'all';

  return {
    /** Whether it is on screen, the verdict with it. */
    get isShown() {
      return isShown;
    },
    /** Shows it in what the panes have made, with the focus and what has been written until now. */
    show() {
      if (!isShown) return;
      document.addEventListener('click', click, true);
      byId('format', HTMLSelectElement).addEventListener('change', drop);
      for (const { host, drawn } of taken) {
        if (!host.matches('select')) ownChildren(host).forEach((made, i) => lay(made, drawn.children[i], back));
      }
      for (const { host, drawn, focused } of taken) carry(drawn, host, focused);
    },
    /** It is not the answer to what is written now. */
    drop,
    /**
     * Lets the panes draw the answer. Where that takes the place of what is drawn ahead, the focus stays, and a click that came too early counts.
     *
     * @param {() => void} draw
     */
    giveWay(draw) {
      const focused = isShown && document.activeElement?.matches(inert) ? pathOf(document.activeElement, document.body) : null;
      draw();
      if (!isShown) return;
      end();
      at(focused, document.body)?.focus({ preventScroll: true });
      at(clicked, document.body)?.click();
    },
  };
}

/** @param {Element} host */
function ownChildren(host) {
  return Array.from(host.children).filter(({ id }) => !answers.includes(id));
}

/**
 * Lets an element look as another does. What panes have made stays, and what they have yet to make is taken from there.
 *
 * @param {Element} made
 * @param {Element} drawn
 * @param {(() => void)[]} back
 */
function lay(made, drawn, back) {
  if (made.matches('input,select,textarea') || (made.matches('[hidden]') && drawn.matches('[hidden]')) || made.isEqualNode(drawn)) return;
  for (const name of new Set([...made.getAttributeNames(), ...drawn.getAttributeNames()])) {
    const before = made.getAttribute(name);
    if (name === 'id' || before === drawn.getAttribute(name)) continue;
    set(made, name, drawn.getAttribute(name));
    back.push(() => set(made, name, before));
  }
  // What is closed is not drawn ahead.
  if (made.matches('details')) return lay(made.children[0], drawn.children[0], back);
  // The lines of the source are drawn anew where they are not the pane's own.
  const isSource = made.matches('.src');
  if (!isSource && made.childElementCount > 0 && made.childElementCount === drawn.childElementCount) {
    Array.from(made.children).forEach((child, i) => lay(child, drawn.children[i], back));
    return;
  }
  const before = Array.from(made.childNodes);
  made.replaceChildren(...drawn.childNodes);
  if (!isSource) back.push(() => made.replaceChildren(...before));
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value
 */
function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Brings over what was written into fields before the page's own were there, and the focus.
 *
 * @param {HTMLElement} drawn
 * @param {HTMLElement} host
 * @param {number[] | null} focused
 */
function carry(drawn, host, focused) {
  const fields = /** @type {NodeListOf<Field>} */ (drawn.querySelectorAll(':is(input,select,textarea):not([hidden])'));
  for (const field of fields) {
    const own = /** @type {Field} */ (at(pathOf(field, drawn), host));
    const isWritten = field.matches('textarea,input:not([type])');
    if (isWritten ? field.value !== field.defaultValue : field.value !== own.value || field.checked !== own.checked) {
      own.value = field.value;
      if (field.matches('[type="checkbox"]')) own.checked = field.checked;
      own.dispatchEvent(new Event(isWritten ? 'input' : 'change', { bubbles: true }));
    }
    if (isWritten && own === at(focused, host)) own.setSelectionRange(field.selectionStart, field.selectionEnd, field.selectionDirection);
  }
  at(focused, host)?.focus({ preventScroll: true });
}

/**
 * Where an element is: its place among the children of its parent, and so on up to a root; null where it is elsewhere.
 *
 * @param {Element | null} element
 * @param {Element} root
 */
function pathOf(element, root) {
  /** @type {number[]} */
  const path = [];
  if (!root.contains(element) || element === root) return null;
  for (let here = element; here?.parentElement && here !== root; here = here.parentElement) path.unshift(Array.from(here.parentElement.children).indexOf(here));
  return path;
}

/**
 * @param {number[] | null} path
 * @param {Element} root
 */
function at(path, root) {
  return /** @type {HTMLElement | undefined} */ (path?.reduce((/** @type {Element | undefined} */ element, i) => element?.children[i], root));
}
