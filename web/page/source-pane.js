// The source as text: a plain text area over a view that carries line numbers and marks. A code editor can take the place of
// both if it offers the same: text, setText, onChange, setMarks, reveal, onPoint.

import { h } from './element.js';
import { lineAt, lineStarts } from './lines.js';
import { SourceView } from './source-view.js';

/** @import { Mark, SourcePane } from './types.js' */

/**
 * @param {HTMLElement} host
 * @returns {SourcePane}
 */
export function createSourcePane(host) {
  const view = new SourceView(h('div', { class: 'src', 'aria-hidden': 'true' }));
  const input = h('textarea', {
    class: 'src-input',
    id: 'source-text',
    'aria-label': 'Configuration source',
    placeholder: 'Paste the bucket’s CORS configuration: XML, JSON, Terraform, a template or a program',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    rows: '1',
  });
  host.append(h('div', { class: 'stack' }, view.element, input));
  /** @type {Mark[]} */
  let marks = [];
  let drawn = '';

  const draw = () => {
    drawn = input.value;
    host.classList.toggle('bare', !view.show(drawn, marks));
    // Minified text is wrapped on phones too; other text keeps its lines there and scrolls.
    host.classList.toggle('long', /[^\n]{240}/.test(drawn));
  };
  draw();

  return {
    get text() {
      return input.value;
    },
    get selected() {
      return { start: input.selectionStart, end: input.selectionEnd };
    },
    setText(text) {
      if (input.value === text) return;
      input.value = text;
      marks = [];
      draw();
    },
    onChange(listener) {
      let whole = false;
      input.addEventListener('beforeinput', ({ inputType, data }) => {
        const several = /^insertFrom(Paste|Drop)/.test(inputType) || (inputType === 'insertText' && (data?.length ?? 0) > 1);
        whole = several && input.selectionStart === 0 && input.selectionEnd === input.value.length;
      });
      input.addEventListener('input', () => {
        const another = whole;
        whole = false;
        listener(input.value, another);
        // Setting the marks has drawn it already, once the answer is there.
        if (drawn !== input.value) draw();
      });
    },
    setMarks(next) {
      marks = next;
      draw();
    },
    reveal(span) {
      input.focus({ preventScroll: true });
      input.setSelectionRange(span.start, span.end);
      const line = view.line(lineAt(lineStarts(input.value), span.start));
      if (line instanceof HTMLElement) {
        host.scrollTo({ top: line.offsetTop - host.clientHeight / 2 });
        line.scrollIntoView({ block: 'nearest' });
      }
    },
    onPoint(listener) {
      input.addEventListener('pointermove', (event) => listener(pathAtPoint(event)));
      input.addEventListener('pointerleave', () => listener(null));
      document.addEventListener('selectionchange', () => {
        if (document.activeElement === input) listener(pathAt(marks, input.selectionStart, input.selectionEnd));
      });
      input.addEventListener('blur', () => listener(null));
    },
  };
}

/** @param {PointerEvent} event */
function pathAtPoint(event) {
  for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
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
function pathAt(marks, start, end) {
  return marks.find((mark) => mark.path && mark.start <= start && end <= mark.end)?.path ?? null;
}
