// Marks in the text: the patterns that the answer turns on, with that which is lit, and the diagnostics, in the margin too.

import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutter } from '@codemirror/view';

/** @import { Mark } from '../types.js' */

const severities = ['info', 'warning', 'error'];

/** Says what is marked. @type {import('@codemirror/state').StateEffectType<Mark[]>} */
export const setMarks = StateEffect.define();
/** Lights the value with that path. @type {import('@codemirror/state').StateEffectType<string | null>} */
export const setLit = StateEffect.define();

class Severity extends GutterMarker {
  /** @param {string} severity */
  constructor(severity) {
    super();
    this.elementClass = `at-${severity}`;
  }
}

/** @type {Record<string, Severity>} */
const markers = Object.fromEntries(severities.map((severity) => [severity, new Severity(severity)]));
/** @type {Map<string, Decoration>} */
const decorations = new Map();

/**
 * @param {Mark} mark
 * @param {boolean} lit
 */
function decorationOf({ kind, path }, lit) {
  const key = `${lit ? 'lit ' : ''}${kind} ${path ?? ''}`;
  let decoration = decorations.get(key);
  if (!decoration) {
    decoration = Decoration.mark({ class: lit ? `${kind} lit` : kind, attributes: path ? { 'data-mark': path } : {} });
    if (decorations.size > 5_000) decorations.clear();
    decorations.set(key, decoration);
  }
  return decoration;
}

/** @typedef {{ marks: Mark[], lit: string | null, inText: import('@codemirror/view').DecorationSet, inMargin: RangeSet<GutterMarker> }} Evidence */

/**
 * @param {Mark[]} marks
 * @param {string | null} lit
 * @param {import('@codemirror/state').Text} doc
 * @returns {Evidence}
 */
function evidenceOf(marks, lit, doc) {
  const inText = marks.filter(({ start, end }) => start < end && end <= doc.length).map((mark) => decorationOf(mark, mark.path !== undefined && mark.path === lit).range(mark.start, mark.end));
  /** @type {Map<number, number>} */
  const worst = new Map();
  for (const { kind, start } of marks) {
    const rank = severities.indexOf(kind);
    if (rank < 0 || start > doc.length) continue;
    const at = doc.lineAt(start).from;
    worst.set(at, Math.max(rank, worst.get(at) ?? 0));
  }
  const inMargin = Array.from(worst, ([at, rank]) => markers[severities[rank]].range(at));
  return { marks, lit, inText: Decoration.set(inText, true), inMargin: RangeSet.of(inMargin, true) };
}

/** @type {StateField<Evidence>} */
export const evidence = StateField.define({
  create: ({ doc }) => evidenceOf([], null, doc),
  update(value, transaction) {
    let { marks, lit } = value;
    let anew = false;
    if (transaction.docChanged) {
      // Until the marks of the new text are known, those of the old one move with it.
      const { changes } = transaction;
      marks = marks.map((mark) => ({ ...mark, start: changes.mapPos(mark.start, 1), end: changes.mapPos(mark.end, -1) }));
      value = { marks, lit, inText: value.inText.map(changes), inMargin: value.inMargin.map(changes) };
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) marks = effect.value;
      else if (effect.is(setLit)) lit = effect.value;
      else continue;
      anew = true;
    }
    return anew ? evidenceOf(marks, lit, transaction.state.doc) : value;
  },
  provide: (field) => EditorView.decorations.from(field, ({ inText }) => inText),
});

/**
 * @param {Mark[]} some
 * @param {Mark[]} others
 */
export function areSame(some, others) {
  return some.length === others.length && some.every(({ start, end, kind, path }, i) => start === others[i].start && end === others[i].end && kind === others[i].kind && path === others[i].path);
}

/**
 * The margin with a mark for the worst that begins in each line.
 *
 * @param {(view: EditorView, from: number) => void} onPick  Told which line was clicked.
 */
export function margin(onPick) {
  return gutter({
    class: 'marks',
    markers: (view) => view.state.field(evidence).inMargin,
    domEventHandlers: {
      mousedown(view, line) {
        onPick(view, line.from);
        return true;
      },
    },
  });
}
