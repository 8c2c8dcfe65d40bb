// What is wrong at a place: shown while the pointer rests there, when the mark in the margin is clicked, and when F8 leads there.

import { StateEffect, StateField } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, showTooltip } from '@codemirror/view';
import { h, prose, statement } from '../element.js';
import { severities, toned, tones } from '../looks.js';

/** @import { Tooltip } from '@codemirror/view' */
/** @import { Diagnostic, Fix } from '../../s3cors.js' */

/** How many of the diagnostics of one place are shown. */
const SHOWN = 4;

/** Shows what is wrong in the line at a place; null: nothing. @type {import('@codemirror/state').StateEffectType<{ from: number, diagnostics: Diagnostic[] } | null>} */
const show = StateEffect.define();

/** What is wrong with the text of each editor. @type {WeakMap<EditorView, Diagnostic[]>} */
const known = new WeakMap();

/**
 * @param {EditorView} view
 * @param {Diagnostic[]} diagnostics  Of its text.
 */
export function setDiagnostics(view, diagnostics) {
  known.set(view, diagnostics);
}

/** @param {EditorView} view */
function diagnosticsOf(view) {
  return known.get(view) ?? [];
}

/**
 * @param {(fix: Fix) => void} apply
 */
export function problems(apply) {
  /** @param {{ from: number, diagnostics: Diagnostic[] }} at @returns {Tooltip} */
  const tip = ({ from, diagnostics }) => ({ pos: from, above: false, create: () => ({ dom: tipOf(diagnostics, apply) }) });
  /** @type {StateField<Tooltip | null>} */
  const shown = StateField.define({
    create: () => /** @type {Tooltip | null} */ (null),
    update(value, { docChanged, selection, effects }) {
      const effect = effects.findLast((candidate) => candidate.is(show));
      if (effect) return effect.value === null ? null : tip(effect.value);
      return docChanged || selection ? null : value;
    },
    provide: (field) => showTooltip.from(field),
  });
  return [
    shown,
    hoverTooltip((view, at) => {
      const found = diagnosticsOf(view).filter(({ span }) => span && span.start <= at && at <= span.end && !spansLines(view, span));
      return found.length === 0 ? null : tip({ from: /** @type {{ start: number }} */ (found[0].span).start, diagnostics: found });
    }),
    keymap.of([
      { key: 'Escape', run: (view) => view.state.field(shown) !== null && (view.dispatch({ effects: show.of(null) }), true) },
      { key: 'Mod-.', run: (view) => {
        const { from, to } = view.state.selection.main;
        const here = diagnosticsOf(view).filter(({ span, fixes }) => span && fixes?.length && span.start <= from && to <= span.end);
        const narrowest = here.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0]?.fixes?.[0];
        if (narrowest) apply(narrowest);
        return narrowest !== undefined;
      } },
    ]),
  ];
}

/** @param {Diagnostic} diagnostic */
function lengthOf({ span }) {
  return span ? span.end - span.start : Infinity;
}

/**
 * What is said of a whole rule is said at its margin alone.
 *
 * @param {EditorView} view
 * @param {{ start: number, end: number }} span
 */
function spansLines({ state: { doc } }, { start, end }) {
  return end > doc.lineAt(Math.min(start, doc.length)).to;
}

/**
 * Shows what begins in a line.
 *
 * @param {EditorView} view
 * @param {number} at
 */
export function showProblemsOfLine(view, at) {
  const { from, to } = view.state.doc.lineAt(at);
  const found = diagnosticsOf(view).filter(({ span }) => span && from <= span.start && span.start <= to);
  view.dispatch({ effects: show.of(found.length === 0 ? null : { from: Math.min(.../** @type {{ span: { start: number } }[]} */ (found).map(({ span }) => span.start)), diagnostics: found }) });
}

/**
 * Shows what is wrong at exactly that place.
 *
 * @param {EditorView} view
 * @param {{ start: number, end: number }} place
 */
export function showProblemsOf(view, { start, end }) {
  const found = diagnosticsOf(view).filter(({ span }) => span?.start === start && span.end === end);
  if (found.length > 0) view.dispatch({ effects: show.of({ from: start, diagnostics: found }) });
}

/**
 * @param {Diagnostic[]} diagnostics
 * @param {(fix: Fix) => void} apply
 */
function tipOf(diagnostics, apply) {
  const rank = { error: 0, warning: 1, info: 2 };
  const list = diagnostics.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
  return h('ul', { class: 'tip-problem' }, list.slice(0, SHOWN).map(({ severity, message, help, fixes }) => {
    const { face, word } = severities[severity];
    return h('li', null,
      h('p', null, toned(face), h('span', null, h('b', { class: tones[face] }, `${word}:`), ' ', statement(message))),
      help ? h('p', { class: 'soft' }, prose(help)) : null,
      fixes?.length ? h('p', { class: 'apply' }, fixes.slice(0, 2).map((fix) => h('button', { type: 'button', class: 'b', onclick: () => apply(fix) }, fix.title))) : null);
  }), list.length > SHOWN ? h('li', { class: 'soft' }, `${list.length - SHOWN} more in the list below`) : null);
}
