// What is only form is muted, as in the plain text. Of a long text only what is on screen is looked at, and of an edit only its lines.

import { Decoration, ViewPlugin } from '@codemirror/view';
import { highlightLine, isMarkup } from '../highlight.js';

/** @import { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view' */
/** @import { Range, Text } from '@codemirror/state' */

/** A line above this length is one value. */
const LONGEST_LINE = 5_000;
/** Where it is seen whether a text is XML. */
const BEGINNING = 1_000;
/** Of more that is put in or taken out at once, a part may be out of sight. */
const LONGEST_EDIT = 2_000;
const decorations = { value: Decoration.mark({ class: 'value' }), comment: Decoration.mark({ class: 'comment' }) };

export const form = ViewPlugin.define((view) => {
  const plugin = {
    decorations: ofViewport(view),
    /** What they are of; the viewport that there was, grown by what was written since. */
    from: view.viewport.from,
    to: view.viewport.to,
    /** @param {ViewUpdate} update */
    update(update) {
      const { view, docChanged, changes } = update;
      const { from, to } = view.viewport;
      if (docChanged) {
        plugin.from = changes.mapPos(plugin.from, -1);
        plugin.to = changes.mapPos(plugin.to, 1);
      }
      if (from < plugin.from || to > plugin.to || (docChanged && reachesFurther(update))) Object.assign(plugin, { decorations: ofViewport(view), from, to });
      else if (docChanged) plugin.decorations = ofEdit(plugin.decorations, update);
    },
  };
  return plugin;
}, { decorations: (plugin) => plugin.decorations });

/** @param {EditorView} view */
function ofViewport({ state: { doc }, viewport }) {
  return Decoration.set(stretchesOf(doc, viewport.from, viewport.to));
}

/**
 * The stretches of before, with those of the edited lines read anew.
 *
 * @param {DecorationSet} before
 * @param {ViewUpdate} update
 */
function ofEdit(before, { state: { doc }, changes }) {
  let now = before.map(changes);
  changes.iterChangedRanges((_, __, from, to) => {
    const start = doc.lineAt(from).from;
    const end = doc.lineAt(to).to;
    now = now.update({ filterFrom: start, filterTo: end, filter: () => false, add: stretchesOf(doc, start, end) });
  });
  return now;
}

/**
 * @param {Text} doc
 * @param {number} from
 * @param {number} to
 */
function stretchesOf(doc, from, to) {
  const markup = isMarkup(doc.sliceString(0, BEGINNING));
  const before = markup ? doc.sliceString(0, from) : '';
  let inComment = before.lastIndexOf('<!--') > before.lastIndexOf('-->');
  /** @type {Range<Decoration>[]} */
  const ranges = [];
  for (const line of linesIn(doc, from, to)) {
    if (line.length > LONGEST_LINE) {
      ranges.push(decorations.value.range(line.from, line.to));
      continue;
    }
    const found = highlightLine(line.text, inComment, markup);
    inComment = found.inComment;
    for (const { start, end, kind } of found.stretches) ranges.push(decorations[kind].range(line.from + start, line.from + end));
  }
  return ranges;
}

/**
 * The lines that a stretch is in.
 *
 * @param {Text} doc
 * @param {number} from
 * @param {number} to
 */
function* linesIn(doc, from, to) {
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    yield line;
    if (line.to >= to || line.number === doc.lines) return;
  }
}

/**
 * Whether other lines than those of an edit are to be read: what is near the beginning, and where a comment begins or ends, may change how
 * others are read, and of a long one it is the lines on screen.
 *
 * @param {ViewUpdate} update
 */
function reachesFurther({ startState, state, changes }) {
  let far = false;
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    far ||= fromA < BEGINNING || Math.max(toA - fromA, toB - fromB) > LONGEST_EDIT || hasCommentEnd(startState.doc, fromA, toA) || hasCommentEnd(state.doc, fromB, toB);
  });
  return far;
}

/** @param {Text} doc @param {number} from @param {number} to */
function hasCommentEnd(doc, from, to) {
  for (const { text } of linesIn(doc, from, to)) if (text.includes('<!--') || text.includes('-->')) return true;
  return false;
}
