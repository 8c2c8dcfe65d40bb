// What there is to say about the configuration: the bar, and the list under it.

import { h, prose, replaceChanged, replaceOther, statement } from './element.js';
import { lineStarts, lineWords } from './lines.js';
import { severities, status, toned, tones } from './looks.js';

/** @import { Diagnostic, Fix, Span } from '../s3cors.js' */
/** @import { Child } from './element.js' */
/** @import { Evaluation } from './types.js' */

/** @typedef {{ place: ((span: Span) => void) | null, apply: ((fix: Fix) => void) | null }} DiagnosticActions  null: nobody can. */

const FIRST = 30;
/** More notes than these stand behind their number. */
const NOTES = 3;
/** @type {Record<string, string>} */
const formats = {
  xml: 'XML', json: 'JSON', python: 'Python', javascript: 'JavaScript', 'cloudformation-json': 'CloudFormation in JSON', 'cloudformation-yaml': 'CloudFormation in YAML',
  cdk: 'CDK', terraform: 'Terraform', pulumi: 'Pulumi', r2: 'R2', gcs: 'Google Cloud Storage',
};

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} host
 * @param {DiagnosticActions} actions
 */
export function createDiagnostics(bar, host, actions) {
  let all = false;
  /** What the bar says. */
  let inBar = '';
  /** @type {Evaluation | null} */
  let latest = null;
  /** What is on screen stays there while it says the same, and keeps the focus. @type {Map<string, Told>} */
  let drawn = new Map();
  const list = h('ul', { class: 'diags', 'aria-label': 'Diagnostics' });
  const notes = h('ul', { class: 'diags', 'aria-label': 'Notes' });
  const count = h('summary');
  const folds = h('details', { class: 'folded' }, count, notes);
  const more = h('button', { type: 'button', class: 'b', onclick: () => {
    all = true;
    draw();
  } });
  const ground = h('div');
  const draw = () => {
    if (!latest) return;
    // An empty editor needs no error, the verdict invites.
    const diagnostics = latest.text.trim() === '' ? [] : latest.validation.diagnostics;
    const starts = lineStarts(latest.text);
    const { listed, folded } = inOrder(diagnostics);
    /** @type {Map<string, Told>} */
    const next = new Map();
    const items = (/** @type {Diagnostic[]} */ some) => (all ? some : some.slice(0, FIRST)).map((diagnostic) => {
      let key = keyOf(diagnostic, starts);
      while (next.has(key)) key += '+';
      const told = drawn.get(key) ?? toldOf(diagnostic, starts, actions);
      told.diagnostic = diagnostic;
      next.set(key, told);
      return told.node;
    });
    replaceChanged(list, items(listed));
    replaceChanged(notes, items(folded));
    drawn = next;
    count.textContent = `${folded.length} notes`;
    more.textContent = `Show all ${diagnostics.length}`;
    replaceOther(ground, readings(latest));
    const isMore = !all && Math.max(listed.length, folded.length) > FIRST;
    replaceChanged(host, [...(listed.length ? [list] : []), ...(folded.length ? [folds] : []), ...(isMore ? [more] : []), ...(ground.firstChild ? [ground] : [])]);
  };
  return {
    /**
     * @param {Evaluation} evaluation
     * @param {number[]} unwritten  The rules whose max age is no number and is not written.
     */
    update(evaluation, unwritten) {
      const told = summaryOf(evaluation, unwritten);
      const key = JSON.stringify(told);
      if (key !== inBar) replaceOther(bar, summary(told));
      inBar = key;
      if (latest?.validation === evaluation.validation) return;
      if (evaluation.validation.diagnostics.length <= FIRST) all = false;
      latest = evaluation;
      draw();
    },
  };
}

/**
 * A diagnostic on screen. One that says the same takes its place there after an edit: other offsets, other edits.
 *
 * @typedef {{ diagnostic: Diagnostic, node: HTMLElement }} Told
 */

/**
 * @param {Diagnostic} diagnostic
 * @param {number[]} starts
 * @param {DiagnosticActions} actions
 * @returns {Told}
 */
function toldOf(diagnostic, starts, { place, apply }) {
  /** @type {Told} */
  const told = { diagnostic, node: item(diagnostic, starts, {
    place: place && (() => told.diagnostic.span && place(told.diagnostic.span)),
    apply: apply && ((fix) => apply(told.diagnostic.fixes?.find(({ title }) => title === fix.title) ?? fix)),
  }) };
  return told;
}

/**
 * What is seen of a diagnostic.
 *
 * @param {Diagnostic} diagnostic
 * @param {number[]} starts
 */
function keyOf({ code, severity, message, help, assumption, fixes, span }, starts) {
  return JSON.stringify([code, severity, message, help, assumption, fixes?.map(({ title }) => title), span && lineWords(starts, { start: span.start, end: span.start })]);
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
  return noteList(title, assumptions.map(({ code, message }) => [...prose(message), ' ', h('code', { class: 'soft' }, code)]));
}

/**
 * @param {string} title
 * @param {Child[][]} notes
 */
export function noteList(title, notes) {
  return h('div', null, h('h3', { class: 'lead' }, title), h('ul', { class: 'readings' }, notes.map((note) => h('li', null, toned('note'), h('p', null, note)))));
}

/** @param {string} assumption */
export function reading(assumption) {
  return h('p', { class: 'soft' }, 'Nobody has recorded S3 here; this is a reading: ', h('code', null, assumption), '.');
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

/**
 * What there is to say in the bar.
 *
 * @param {Evaluation} evaluation
 * @param {number[]} unwritten
 */
function summaryOf({ validation: { accepted, format, bytes, diagnostics }, text, readable }, unwritten) {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return { empty: text.trim() === '', accepted, readable, format, counts, size: readable ? `${(bytes / 1024).toFixed(1)} of 64 KB` : '', unwritten };
}

/** @param {ReturnType<typeof summaryOf>} told */
function summary({ empty, accepted, readable, format, counts, size, unwritten }) {
  const late = unwritten.map((rule) => status('warn', `Max age of rule ${rule + 1} is not written`));
  if (empty) return [h('span', null, 'Nothing written yet'), ...late];
  return [
    accepted ? status('ok', 'S3 accepts it') : status('no', readable || format === 'xml' ? 'S3 refuses it' : 'Cannot be read'),
    ...countWords(counts.error, 'error'),
    ...countWords(counts.warning, 'warning'),
    ...countWords(counts.info, 'note'),
    h('span', { class: 'push' }, format ? `${formats[format] ?? format}, detected` : 'no format detected'),
    h('span', null, size),
    ...late,
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
 * @param {DiagnosticActions} actions
 */
function item(diagnostic, starts, actions) {
  const { face, word } = severities[diagnostic.severity];
  const { span } = diagnostic;
  const { place, apply } = actions;
  const fixes = apply ? (diagnostic.fixes ?? []).slice(0, 2) : [];
  return h(
    'li',
    { 'data-code': diagnostic.code },
    toned(face),
    h(
      'div',
      null,
      h('p', null, h('b', { class: tones[face] }, `${word}:`), ' ', statement(diagnostic.message)),
      diagnostic.help ? h('p', { class: 'soft' }, prose(diagnostic.help)) : null,
      diagnostic.assumption ? reading(diagnostic.assumption) : null,
      fixes.length ? h('p', { class: 'apply' }, fixes.map((fix) => h('button', { type: 'button', class: 'b', onclick: () => apply?.(fix) }, fix.title))) : null,
    ),
    span && place ? h('button', { type: 'button', class: 'link ln', onclick: () => place(span) }, lineWords(starts, { start: span.start, end: span.start })) : null,
  );
}
