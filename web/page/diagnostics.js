// What there is to say about the configuration: the bar, and the list under it.

import { h, icon, prose, statement } from './element.js';
import { lineStarts, lineWords } from './lines.js';

/** @import { Diagnostic, Fix, Span } from '../s3cors.js' */
/** @import { Evaluation } from './types.js' */

const FIRST = 30;
/** More notes than these stand behind their number. */
const NOTES = 3;
const looks = { error: { icon: 'error', tone: 'bad', word: 'Error' }, warning: { icon: 'warn', tone: 'warn', word: 'Warning' }, info: { icon: 'note', tone: 'note', word: 'Note' } };
/** @type {Record<string, string>} */
const formats = {
  xml: 'XML', json: 'JSON', python: 'Python', javascript: 'JavaScript', 'cloudformation-json': 'CloudFormation in JSON', 'cloudformation-yaml': 'CloudFormation in YAML',
  cdk: 'CDK', terraform: 'Terraform', pulumi: 'Pulumi', r2: 'R2', gcs: 'Google Cloud Storage',
};

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} host
 * @param {{ place: (span: Span) => void, apply: (fix: Fix) => void }} actions
 */
export function createDiagnostics(bar, host, actions) {
  let all = false;
  let open = false;
  let shown = '';
  /** @type {Evaluation | null} */
  let latest = null;
  const draw = () => {
    if (!latest) return;
    // An empty editor needs no error, the verdict invites.
    const diagnostics = latest.text.trim() === '' ? [] : latest.validation.diagnostics;
    const starts = lineStarts(latest.text);
    const { listed, folded } = inOrder(diagnostics);
    const items = (/** @type {Diagnostic[]} */ list) => (all ? list : list.slice(0, FIRST)).map((diagnostic) => item(diagnostic, starts, actions));
    const notes = h('details', { class: 'folded', open, ontoggle: () => (open = notes.open) }, h('summary', null, `${folded.length} notes`), h('ul', { class: 'diags', 'aria-label': 'Notes' }, items(folded)));
    const more = !all && Math.max(listed.length, folded.length) > FIRST
      ? h('button', { type: 'button', class: 'b', onclick: () => {
          all = true;
          draw();
        } }, `Show all ${diagnostics.length}`)
      : null;
    host.replaceChildren(...(listed.length ? [h('ul', { class: 'diags', 'aria-label': 'Diagnostics' }, items(listed))] : []), ...(folded.length ? [notes] : []), ...(more ? [more] : []), ...readings(latest));
  };
  return {
    /**
     * @param {Evaluation} evaluation
     * @param {number[]} unwritten  The rules whose max age is no number and is not written.
     */
    update(evaluation, unwritten) {
      bar.replaceChildren(...summary(evaluation), ...unwritten.map((rule) => h('span', { class: 'is warn' }, icon('warn'), `Max age of rule ${rule + 1} is not written`)));
      // The list stays as it is while it says the same, and keeps the focus.
      const key = JSON.stringify([evaluation.validation.diagnostics, evaluation.validation.assumptions, evaluation.text.trim() === '', evaluation.text.split('\n').length]);
      if (key === shown) return;
      shown = key;
      latest = evaluation;
      all = false;
      draw();
    },
  };
}

/**
 * Errors first, then warnings, then notes; many notes by themselves, so that they hide nothing.
 *
 * @param {Diagnostic[]} diagnostics
 */
function inOrder(diagnostics) {
  const [errors, warnings, notes] = /** @type {const} */ (['error', 'warning', 'info']).map((severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity));
  const folds = notes.length > NOTES;
  return { listed: [...errors, ...warnings, ...(folds ? [] : notes)], folded: folds ? notes : [] };
}

/**
 * What S3's answer to the configuration is taken to be where nobody has recorded it, and on what ground.
 *
 * @param {Evaluation} evaluation
 */
function readings({ validation: { assumptions }, text }) {
  return assumptions.length === 0 || text.trim() === '' ? [] : [h('div', { class: 'pad' }, readingList('Where nobody has recorded S3, its answer rests on a reading', assumptions))];
}

/**
 * @param {string} title
 * @param {{ code: string, message: string }[]} assumptions
 */
export function readingList(title, assumptions) {
  return h('div', null, h('h3', { class: 'lead' }, title), h('ul', { class: 'readings' }, assumptions.map(({ code, message }) => h('li', null, icon('note', 'note'), h('p', null, prose(message), ' ', h('code', { class: 'soft' }, code))))));
}

/**
 * The next place of a diagnostic after what is selected, from the top again after the last. A place can lie within another.
 *
 * @param {Diagnostic[]} diagnostics
 * @param {Span} selected
 * @param {boolean} back
 * @returns {Span | null}
 */
export function nextDiagnostic(diagnostics, { start, end }, back) {
  const spans = diagnostics.flatMap((diagnostic) => (diagnostic.span ? [diagnostic.span] : [])).sort((a, b) => a.start - b.start || a.end - b.end);
  if (spans.length === 0) return null;
  if (back) return spans.findLast((span) => span.start < start || (span.start === start && span.end < end)) ?? spans[spans.length - 1];
  return spans.find((span) => span.start > start || (span.start === start && span.end > end)) ?? spans[0];
}

/** @param {Evaluation} evaluation */
function summary({ validation, text, readable }) {
  if (text.trim() === '') return [h('span', null, 'Nothing written yet')];
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of validation.diagnostics) counts[severity]++;
  const verdict = validation.accepted ? h('span', { class: 'is good' }, icon('ok'), 'S3 accepts it') : h('span', { class: 'is bad' }, icon('no'), readable || validation.format === 'xml' ? 'S3 refuses it' : 'Cannot be read');
  return [
    verdict,
    ...countWords(counts.error, 'error'),
    ...countWords(counts.warning, 'warning'),
    ...countWords(counts.info, 'note'),
    h('span', { class: 'push' }, validation.format ? `${formats[validation.format] ?? validation.format}, detected` : 'no format detected'),
    h('span', null, readable ? `${(validation.bytes / 1024).toFixed(1)} of 64 KB` : ''),
  ];
}

/**
 * @param {number} count
 * @param {string} word
 */
function countWords(count, word) {
  return count === 0 ? [] : [h('span', null, `${count} ${word}${count === 1 ? '' : 's'}`)];
}

/**
 * @param {Diagnostic} diagnostic
 * @param {number[]} starts
 * @param {{ place: (span: Span) => void, apply: (fix: Fix) => void }} actions
 */
function item(diagnostic, starts, actions) {
  const look = looks[diagnostic.severity];
  const { span } = diagnostic;
  const fixes = (diagnostic.fixes ?? []).slice(0, 2);
  return h(
    'li',
    { 'data-code': diagnostic.code },
    icon(look.icon, look.tone),
    h(
      'div',
      null,
      h('p', null, h('b', { class: look.tone }, `${look.word}:`), ' ', statement(diagnostic.message)),
      diagnostic.help ? h('p', { class: 'soft' }, prose(diagnostic.help)) : null,
      diagnostic.assumption ? h('p', { class: 'soft' }, 'Nobody has recorded S3 here; this is a reading: ', h('code', null, diagnostic.assumption), '.') : null,
      fixes.length ? h('p', { class: 'apply' }, fixes.map((fix) => h('button', { type: 'button', class: 'b', onclick: () => actions.apply(fix) }, fix.title))) : null,
    ),
    span ? h('button', { type: 'button', class: 'link', onclick: () => actions.place(span) }, lineWords(starts, { start: span.start, end: span.start })) : null,
  );
}
