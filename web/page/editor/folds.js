// Folding by indentation, which all of the formats have in common.

import { foldService } from '@codemirror/language';

/** No block of a configuration that S3 takes has more lines. */
const LONGEST = 5_000;

/**
 * The lines below one that are deeper than it: from the end of the line to the end of the last of them.
 *
 * @param {import('@codemirror/state').Text} doc
 * @param {number} from  Where the line starts.
 */
function blockBelow(doc, from) {
  const line = doc.lineAt(from);
  const depth = depthOf(line.text);
  if (depth < 0 || line.number === doc.lines) return null;
  // Most lines have nothing below them, and all on screen are asked for at each key.
  const next = depthOf(doc.line(line.number + 1).text);
  if (next >= 0 && next <= depth) return null;
  let last = line.number;
  const lines = doc.iterLines(line.number + 1, Math.min(doc.lines, line.number + LONGEST) + 1);
  for (let number = line.number + 1; !lines.next().done; number++) {
    const below = depthOf(lines.value);
    if (below >= 0 && below <= depth) break;
    if (below > depth) last = number;
  }
  return last === line.number ? null : { from: line.to, to: doc.line(last).to };
}

/**
 * How many blanks a line begins with; -1 for one that holds nothing.
 *
 * @param {string} text
 */
function depthOf(text) {
  return text.search(/\S/);
}

export const folds = foldService.of(({ doc }, from) => blockBelow(doc, from));
