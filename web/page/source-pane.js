// The source as text until the code editor is there: a plain text area over a view that carries line numbers and marks.

import { h, verbatim } from './element.js';
import { createHistory } from './history.js';
import { lineAt, lineStarts } from './lines.js';
import { SourceView } from './source-view.js';

/** @import { Mark, PlainSource, SourceHost } from './types.js' */

/** What the field is called, and what it says while nothing is written; the code editor has the same. */
export const words = { label: 'Configuration source', placeholder: 'Paste the bucket’s CORS configuration: XML, JSON, Terraform, a template or a program' };

/**
 * @param {HTMLElement} host
 * @param {string} text
 * @param {Pick<SourceHost, 'change' | 'point'>} tell
 * @returns {PlainSource}
 */
export function createSourcePane(host, text, tell) {
  const view = new SourceView(h('div', { class: 'src', 'aria-hidden': 'true' }));
  const input = h('textarea', {
    class: 'src-input', id: 'source-text', 'aria-label': words.label, placeholder: words.placeholder,
    ...verbatim, rows: '1',
  });
  const gone = new AbortController();
  const { signal } = gone;
  input.value = text;
  const history = createHistory(input.value);
  host.append(h('div', { class: 'stack' }, view.element, input));
  /** @type {Mark[]} */
  let marks = [];
  let drawn = '';
  let composing = false;
  /** The field that was typed in last; its letters are one step, however long it takes. @type {Element | null} */
  let field = null;

  const draw = () => {
    drawn = input.value;
    host.classList.toggle('bare', !view.show(drawn, marks));
    host.classList.toggle('long', hasLongLine(drawn));
  };
  /** @param {string | null} next */
  const step = (next) => {
    if (next === null) return;
    put(next);
    tell.change(next, 'step');
  };
  /** @param {string} next */
  const put = (next) => {
    input.value = next;
    marks = [];
    draw();
  };
  listen(input, signal, {
    record: (edited) => {
      if (field) history.rest();
      field = null;
      history.record(edited, true, performance.now());
    },
    change: (edited, edit) => {
      tell.change(edited, edit);
      // Setting the marks has drawn it already, once the answer is there.
      if (drawn !== edited) draw();
    },
    step: (back) => step(back ? history.undo() : history.redo()),
    point: tell.point,
    marks: () => marks,
  });
  input.addEventListener('compositionstart', () => (composing = true), { signal });
  input.addEventListener('compositionend', () => (composing = false), { signal });
  draw();

  return {
    get text() {
      return input.value;
    },
    get selected() {
      return { start: input.selectionStart, end: input.selectionEnd };
    },
    get canUndo() {
      return history.canUndo;
    },
    get canRedo() {
      return history.canRedo;
    },
    undo: () => step(history.undo()),
    redo: () => step(history.redo()),
    setText(next, typing = false) {
      if (input.value === next) return;
      put(next);
      const now = typing ? document.activeElement : null;
      if (now !== field) history.rest();
      field = now;
      history.record(input.value, typing, -Infinity);
    },
    setMarks(next) {
      marks = next;
      draw();
    },
    light() {}, // by its class, as everything else on the page
    reveal(span) {
      input.focus({ preventScroll: true });
      input.setSelectionRange(span.start, span.end);
      const line = view.line(lineAt(lineStarts(input.value), span.start));
      if (line instanceof HTMLElement) {
        host.scrollTo({ top: line.offsetTop - host.clientHeight / 2 });
        line.scrollIntoView({ block: 'nearest' });
      }
    },
    leave() {
      if (composing) return null;
      const left = { ...history.all, selected: this.selected, backward: input.selectionDirection === 'backward', top: host.scrollTop, left: host.scrollLeft, focused: document.activeElement === input };
      gone.abort();
      host.replaceChildren();
      host.classList.remove('bare');
      return left;
    },
  };
}

/**
 * Minified text is wrapped on phones too; other text keeps its lines there and scrolls.
 *
 * @param {string} text
 */
export function hasLongLine(text) {
  return /[^\n]{240}/.test(text);
}

/**
 * @param {HTMLTextAreaElement} input
 * @param {AbortSignal} signal
 * @param {{ record: (text: string) => void, change: SourceHost['change'], step: (back: boolean) => void, point: SourceHost['point'], marks: () => Mark[] }} tell
 */
function listen(input, signal, tell) {
  let whole = false;
  input.addEventListener('beforeinput', (event) => {
    const { inputType, data } = event;
    if (inputType === 'historyUndo' || inputType === 'historyRedo') {
      event.preventDefault();
      tell.step(inputType === 'historyUndo');
      return;
    }
    const several = /^insertFrom(Paste|Drop)/.test(inputType) || (inputType === 'insertText' && (data?.length ?? 0) > 1);
    whole = several && input.selectionStart === 0 && input.selectionEnd === input.value.length;
  }, { signal });
  input.addEventListener('input', () => {
    const another = whole;
    whole = false;
    tell.record(input.value);
    tell.change(input.value, another ? 'another' : 'typed');
  }, { signal });
  input.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    tell.step(key === 'z' && !event.shiftKey);
  }, { signal });
  input.addEventListener('pointermove', (event) => tell.point(pathAtPoint(event, rootOf(input))), { signal });
  input.addEventListener('pointerleave', () => tell.point(null), { signal });
  document.addEventListener('selectionchange', () => {
    if (rootOf(input).activeElement === input) tell.point(pathAt(tell.marks(), input.selectionStart, input.selectionEnd));
  }, { signal });
  input.addEventListener('blur', () => tell.point(null), { signal });
}

/**
 * The document, or the shadow root that it is in.
 *
 * @param {Node} node
 */
function rootOf(node) {
  return /** @type {Document | ShadowRoot} */ (node.getRootNode());
}

/**
 * @param {PointerEvent} event
 * @param {Document | ShadowRoot} root
 */
function pathAtPoint(event, root) {
  for (const element of root.elementsFromPoint(event.clientX, event.clientY)) {
    const path = element instanceof HTMLElement && element.closest('.src') ? element.dataset.path : undefined;
    if (path) return path;
  }
  return null;
}

/**
 * @param {Mark[]} marks
 * @param {number} start
 * @param {number} end
 */
export function pathAt(marks, start, end) {
  return marks.find((mark) => mark.path && mark.start <= start && end <= mark.end)?.path ?? null;
}
