// The document to put: copied, or saved under its usual name.

import { byId, h, icon, statement } from './element.js';
import { isStale } from './why.js';

/** @import { Evaluation } from './types.js' */

/** How long the button says that it copied; milliseconds. */
const SAID = 2_000;
/** Texts longer than this are shown when typing rests; characters and milliseconds. */
const LONG = 16_000;
const REST = 120;

/** @param {(message: string) => void} announce */
export function createOutput(announce) {
  const host = byId('output-body', HTMLElement);
  const copy = byId('copy', HTMLButtonElement);
  const copyWord = byId('copy-word', HTMLElement);
  const save = byId('save', HTMLButtonElement);
  const saveWord = byId('save-word', HTMLElement);
  const notes = h('ul', { class: 'diags losses', hidden: true });
  const stale = h('p', { class: 'stale-note', hidden: true });
  const code = h('pre', { class: 'code', tabindex: '0', role: 'region' });
  host.append(stale, notes, code);
  let text = '';
  let filename = 'cors.xml';
  let mediaType = 'application/xml';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let said;

  copy.addEventListener('click', async () => {
    const copied = await writeClipboard(text, code);
    copyWord.textContent = copied ? 'Copied' : 'Press Ctrl+C';
    announce(copied ? `${filename} is copied.` : 'The text is selected. Copy it with Ctrl+C.');
    clearTimeout(said);
    said = setTimeout(() => (copyWord.textContent = 'Copy'), SAID);
  });
  save.addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
    h('a', { href: url, download: filename }).click();
    setTimeout(() => URL.revokeObjectURL(url), 0);
  });

  return {
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      const { written, validation } = evaluation;
      text = written.text ?? '';
      filename = written.filename || filename;
      mediaType = written.mediaType || mediaType;
      copy.disabled = save.disabled = text === '';
      saveWord.textContent = filename;
      save.setAttribute('aria-label', `Download ${filename}`);
      code.setAttribute('aria-label', filename);
      code.classList.toggle('stale', isStale(evaluation));
      const words = isStale(evaluation) ? (text ? 'As of the last readable text.' : '') : text && !validation.accepted ? 'S3 refuses this document as it stands.' : '';
      stale.hidden = words === '';
      stale.textContent = words;
      const losses = written.diagnostics.filter((diagnostic) => diagnostic.topic === 'conversion');
      notes.hidden = losses.length === 0;
      notes.replaceChildren(...losses.map((loss) => h('li', null, icon('note', 'note'), h('div', null, h('p', null, statement(loss.message)), loss.help ? h('p', { class: 'soft' }, loss.help) : null))));
      const show = () => {
        if (code.textContent !== text) code.textContent = text;
        code.hidden = text === '';
      };
      clearTimeout(timer);
      if (text.length < LONG) show();
      else timer = setTimeout(show, REST);
    },
  };
}

/**
 * Copies a text, or selects it where the browser forbids that.
 *
 * @param {string} text
 * @param {HTMLElement} shown
 */
async function writeClipboard(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const range = document.createRange();
    range.selectNodeContents(shown);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return false;
  }
}
