// What is only form is muted, as in the plain text. Of a long text only what is on screen is looked at.

import { Decoration, ViewPlugin } from '@codemirror/view';
import { highlightLine, isMarkup } from '../highlight.js';

/** @import { EditorView } from '@codemirror/view' */
/** @import { Range } from '@codemirror/state' */

/** A line above this length is one stretch of text. */
const LONGEST_LINE = 5_000;
const forms = { markup: Decoration.mark({ class: 'markup' }), comment: Decoration.mark({ class: 'comment' }) };

export const form = ViewPlugin.define((view) => {
  const plugin = {
    decorations: mutedOf(view),
    /** @param {import('@codemirror/view').ViewUpdate} update */
    update(update) {
      if (update.docChanged || update.viewportChanged) plugin.decorations = mutedOf(update.view);
    },
  };
  return plugin;
}, { decorations: (plugin) => plugin.decorations });

/** @param {EditorView} view */
function mutedOf({ state: { doc }, viewport }) {
  const markup = isMarkup(doc.sliceString(0, 1_000));
  const before = markup ? doc.sliceString(0, viewport.from) : '';
  let inComment = before.lastIndexOf('<!--') > before.lastIndexOf('-->');
  /** @type {Range<Decoration>[]} */
  const ranges = [];
  for (let line = doc.lineAt(viewport.from); ; line = doc.line(line.number + 1)) {
    if (line.length <= LONGEST_LINE) {
      const found = highlightLine(line.text, inComment, markup);
      inComment = found.inComment;
      for (const { start, end, form } of found.tokens) ranges.push(forms[form].range(line.from + start, line.from + end));
    }
    if (line.to >= viewport.to || line.number === doc.lines) break;
  }
  return Decoration.set(ranges);
}
