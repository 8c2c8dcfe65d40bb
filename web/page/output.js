// What is handed on: the configuration in the form of a tool, with what is lost on the way and the command that applies it.

import { createSaying, writeClipboard } from './clipboard.js';
import { download } from './download.js';
import { byId, h, icon, statement, verbatim } from './element.js';
import { formats } from './formats.js';
import { severities, toned } from './looks.js';
import { createResting } from './resting.js';
import { isStale } from './remark.js';

/** @import { ConvertOptions, Diagnostic, Fix, OutputFormat, S3CORS, Written } from '../s3cors.js' */
/** @import { Evaluation } from './types.js' */

/** Texts longer than this are written when typing rests; characters and milliseconds. */
const LONG = 2_000;
const REST = 120;
/** More losses than these are folded. */
const LOSSES = 4;

/**
 * @param {object} host
 * @param {() => S3CORS | null} host.api
 * @param {(fix: Fix) => void} host.apply
 * @param {(message: string) => void} host.announce
 * @param {() => void} host.chosen  Another format was.
 */
export function createOutput({ api, apply, announce, chosen }) {
  const format = byId('format', HTMLSelectElement);
  const save = byId('save', HTMLButtonElement);
  const saveWord = byId('save-word');
  const losses = h('div', { class: 'losses', hidden: true });
  const stale = h('p', { class: 'stale-note', hidden: true });
  const code = h('pre', { class: 'code', tabindex: '0', role: 'region' });
  const commandText = h('code', null);
  const commandCopy = h('button', { class: 'b', type: 'button', 'aria-label': 'Copy the command' }, icon('copy'), h('span', null, 'Copy'));
  const command = h('div', { class: 'apply-it', role: 'group', 'aria-label': 'Command' }, commandText, commandCopy);
  const summary = h('summary', null, 'Bucket, endpoint and owner');
  /** @type {ConvertOptions} */
  const options = {};
  const fields = h('div', { class: 'form' }, [
    field('bucket', 'Bucket', 'my-bucket'), field('endpoint', 'Endpoint', 'https://s3.eu-de.cloud-object-storage.appdomain.cloud'),
    field('expectedBucketOwner', 'Owner', '111122223333'),
  ].flat());
  byId('output-body').append(h('details', { class: 'more' }, summary, fields), stale, losses, code, command);
  format.append(...Object.entries(formats).map(([group, names]) => h('optgroup', { label: group }, Object.entries(names).map(([value, words]) => h('option', { value }, words)))));
  format.addEventListener('change', () => {
    show();
    chosen();
  });

  /** @type {Evaluation | null} */
  let latest = null;
  /** @type {Written} */
  let written = { text: null, filename: 'cors.xml', mediaType: 'application/xml', command: '', diagnostics: [] };
  const waiting = createResting(REST, () => show());
  wireCopy(byId('copy', HTMLButtonElement), code, () => {
    waiting.now();
    return [written.text ?? '', `${written.filename} is copied.`];
  });
  wireCopy(commandCopy, commandText, () => [written.command, 'The command is copied.']);
  save.addEventListener('click', () => {
    waiting.now();
    download(written.filename, written.mediaType, written.text ?? '');
  });

  return {
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      latest = evaluation;
      if (evaluation.text.length < LONG) show();
      else waiting.soon();
    },
    /** @param {string} name  Of a format. */
    choose(name) {
      format.value = name;
    },
  };

  /**
   * @param {'bucket' | 'endpoint' | 'expectedBucketOwner'} name
   * @param {string} label
   * @param {string} placeholder
   */
  function field(name, label, placeholder) {
    const input = h('input', { class: 'mono', id: `output-${name}`, placeholder, ...verbatim, oninput: () => {
      options[name] = input.value.trim();
      show();
    } });
    return [h('label', { for: input.id }, label), input];
  }

  function show() {
    const engine = api();
    if (!engine || !latest) return;
    written = engine.convert(latest.source ?? latest.text, /** @type {OutputFormat} */ (format.value), options);
    const { text, filename, diagnostics } = written;
    const old = isStale(latest);
    byId('copy', HTMLButtonElement).disabled = save.disabled = text === null;
    saveWord.textContent = filename;
    save.setAttribute('aria-label', `Download ${filename}`);
    code.setAttribute('aria-label', filename);
    code.classList.toggle('stale', old);
    const words = old ? (text === null ? '' : 'As of the last readable text.') : text !== null && !latest.validation.accepted ? 'S3 refuses this configuration as it stands.' : '';
    stale.hidden = words === '';
    stale.textContent = words;
    const lost = diagnostics.filter(({ severity, topic }) => severity !== 'error' && (topic === 'conversion' || topic === 'compatibility'));
    losses.hidden = lost.length === 0;
    losses.replaceChildren(...lossList(lost, old ? null : (fix) => {
      apply(fix);
      format.focus();
    }));
    command.hidden = written.command === '' || text === null;
    commandText.textContent = written.command;
    if (code.textContent !== text) code.textContent = text;
    code.hidden = text === null;
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {HTMLElement} shown  What is selected where the browser forbids to copy.
   * @param {() => [text: string, said: string]} content
   */
  function wireCopy(button, shown, content) {
    const say = createSaying(button);
    button.addEventListener('click', async () => {
      const [text, done] = content();
      const copied = await writeClipboard(text, shown);
      say(copied ? 'Copied' : 'Press Ctrl+C');
      announce(copied ? done : 'The text is selected. Copy it with Ctrl+C.');
    });
  }
}

/**
 * What is lost: warnings first, and many folded.
 *
 * @param {Diagnostic[]} lost
 * @param {((fix: Fix) => void) | null} apply  null: the text is not on screen any more.
 */
function lossList(lost, apply) {
  const list = lost.toSorted((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning')).map((loss) => {
    const { face, word } = severities[loss.severity];
    const fixes = apply ? (loss.fixes ?? []).map((fix) => h('button', { class: 'b', type: 'button', onclick: () => apply(fix) }, fix.title)) : [];
    const words = [h('p', null, statement(loss.message)), loss.help && h('p', { class: 'soft' }, statement(loss.help)), fixes.length > 0 && h('div', { class: 'apply' }, fixes)];
    return h('li', null, toned(face), h('div', null, h('span', { class: 'vh' }, `${word}: `), words));
  });
  const ul = (/** @type {HTMLElement[]} */ items) => h('ul', { class: 'diags' }, items);
  if (list.length <= LOSSES) return [ul(list)];
  return [ul(list.slice(0, LOSSES - 1)), h('details', { class: 'more' }, h('summary', null, `${list.length - LOSSES + 1} more`), ul(list.slice(LOSSES - 1)))];
}
