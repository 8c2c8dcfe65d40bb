/** A line of a file with carets under the part that is meant, as compilers show it. */

import { visibleCharacter } from './visible.js';

/** @import { Span } from '../s3cors.js' */
/** @import { Finding } from './types.js' */
/** @import { Paint } from './paint.js' */

const tabWidth = 4;

/** Characters that take two columns (East Asian Width W and F, and emoji), and those that take none. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /\p{M}/u;

/** @typedef {{ shown: string, width: number, offset: number }} Cell  A character of a line: how it is shown, and where it is. */

/**
 * @param {Pick<Finding, 'input' | 'label'> & { span: Span }} finding
 * @param {Paint} paint
 * @param {number} width  Columns of the terminal.
 * @param {(text: string) => string} colour  Of the carets.
 * @returns {string[]}
 */
export function excerpt({ input, span: exact, label = '' }, paint, width, colour) {
  const span = shownSpan(input, exact);
  const { line, column } = input.lines.place(span.start);
  const last = input.lines.place(Math.max(span.start, span.end - 1)).line;
  const text = input.lines.line(line);
  const end = last > line ? text.trimEnd().length : Math.max(span.end - span.start, 1) + column - 1;
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const bar = paint.blue('|');
  const { shown, before, under } = window(text, column - 1, end, Math.max(24, width - number.length - 4));
  const note = [label, last > line ? `to line ${last}` : ''].filter(Boolean).join(', ');
  return [
    ` ${gutter} ${bar}`,
    ` ${paint.blue(number)} ${bar} ${shown}`,
    ` ${gutter} ${bar} ${' '.repeat(before)}${colour(`${'^'.repeat(Math.max(under, 1))}${note && ` ${note}`}`)}`,
  ];
}

/**
 * A part that begins behind all that its first line has, as the content of an element does, is shown with that line.
 *
 * @param {Finding['input']} input
 * @param {Span} span
 * @returns {Span}
 */
export function shownSpan(input, span) {
  const { line, column } = input.lines.place(span.start);
  const text = input.lines.line(line);
  const isBehind = column > 1 && input.lines.place(span.end).line > line && text.slice(column - 1).trim() === '';
  return isBehind ? { start: span.start - (column - 1) + (text.length - text.trimStart().length), end: span.end } : span;
}

/**
 * The part of a line that fits, around the part that is meant.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {number} columns
 */
function window(text, start, end, columns) {
  // What is far away is not looked at: a document may be one line of megabytes.
  const from = Math.max(0, start - columns);
  const cells = cellsOf(text.slice(from, start + columns), from);
  const first = cells.findIndex((cell) => cell.offset >= start);
  const at = first < 0 ? cells.length : first;
  let left = at;
  let right = at;
  let used = 0;
  const take = (/** @type {Cell} */ cell) => (used += cell.width);
  // The part itself first, then a third of the room before it, then what follows, then the rest before it.
  while (right < cells.length && cells[right].offset < end && used + cells[right].width <= columns - 4) take(cells[right++]);
  const lead = used + Math.floor((columns - used) / 3);
  while (left > 0 && used + cells[left - 1].width <= lead) take(cells[--left]);
  while (right < cells.length && used + cells[right].width <= columns - 2) take(cells[right++]);
  while (left > 0 && used + cells[left - 1].width <= columns - 2) take(cells[--left]);
  const isCutBefore = from > 0 || left > 0;
  const isCutBehind = right < cells.length || start + columns < text.length;
  const seen = cells.slice(left, right);
  const widthOf = (/** @type {Cell[]} */ some) => some.reduce((sum, cell) => sum + cell.width, 0);
  return {
    shown: `${isCutBefore ? '…' : ''}${seen.map((cell) => cell.shown).join('')}${isCutBehind ? '…' : ''}`.trimEnd(),
    before: widthOf(seen.filter((cell) => cell.offset < start)) + (isCutBefore ? 1 : 0),
    under: widthOf(seen.filter((cell) => cell.offset >= start && cell.offset < end)),
  };
}

/**
 * @param {string} text
 * @param {number} from
 * @returns {Cell[]}
 */
function cellsOf(text, from) {
  let offset = from;
  return Array.from(text, (character) => {
    const cell = { shown: character, width: 1, offset };
    offset += character.length;
    if (character === '\t') Object.assign(cell, { shown: ' '.repeat(tabWidth), width: tabWidth });
    else if (none.test(character)) cell.width = 0;
    else if (wide.test(character)) cell.width = 2;
    else cell.shown = visibleCharacter(character);
    return cell;
  });
}
