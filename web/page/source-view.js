// The text as it is seen behind the editor: lines with numbers, marks, and values apart from form. Only lines that changed are drawn anew.

import { h } from './element.js';
import { highlightLine, isMarkup } from './highlight.js';

/** @import { Mark } from './types.js' */

/** @typedef {Mark & { first: boolean }} LineMark  A mark within a line, and whether it begins there. */
/** @typedef {{ key: string, text: string, markup: boolean, inComment: boolean, marks: LineMark[], node?: Node }} Line  Where it is drawn, it has a node. */

/** Above this many characters the text is shown without marks: no configuration is that long, S3 takes 65,536 bytes. */
const LONGEST = 300_000;
/** A line above this length is one stretch of text. */
const LONGEST_LINE = 5_000;

export class SourceView {
  /** @type {Line[]} */
  #lines = [];

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /**
   * Shows a text; false where it is too long to be shown with marks.
   *
   * @param {string} text
   * @param {Mark[]} marks
   */
  show(text, marks) {
    const short = text.length <= LONGEST;
    const lines = short ? linesOf(text, marks) : [];
    this.#patch(lines);
    return short;
  }

  /** @param {number} number The number of a line, from 1. */
  line(number) {
    return this.element.children[number - 1];
  }

  /** @param {Line[]} lines */
  #patch(lines) {
    const before = this.#lines;
    // What was drawn ahead of this view may stand in the place of its lines.
    const isSame = (/** @type {Line} */ was, /** @type {Line} */ is) => was.key === is.key && was.node?.parentNode === this.element;
    let start = 0;
    while (start < before.length && start < lines.length && isSame(before[start], lines[start])) lines[start].node = before[start++].node;
    let end = 0;
    while (end < before.length - start && end < lines.length - start && isSame(before[before.length - 1 - end], lines[lines.length - 1 - end])) {
      end++;
      lines[lines.length - end].node = before[before.length - end].node;
    }
    const drawn = lines.slice(start, lines.length - end).map((line) => (line.node = drawLine(line)));
    const old = Array.from(this.element.children).slice(start, before.length - end);
    const next = this.element.children[before.length - end] ?? null;
    for (const node of old) node.remove();
    for (const node of drawn) this.element.insertBefore(node, next);
    this.#lines = lines;
  }
}

/**
 * @param {string} text
 * @param {Mark[]} marks
 * @returns {Line[]}
 */
function linesOf(text, marks) {
  const markup = isMarkup(text);
  const sorted = marks.toSorted((a, b) => a.start - b.start);
  /** @type {Mark[]} */
  let open = [];
  let next = 0;
  let at = 0;
  let inComment = false;
  return text.split('\n').map((line) => {
    const end = at + line.length;
    while (next < sorted.length && sorted[next].start <= end) open.push(sorted[next++]);
    open = open.filter((mark) => mark.end >= at);
    const here = open.map((mark) => ({ start: Math.max(0, mark.start - at), end: Math.min(line.length, mark.end - at), kind: mark.kind, path: mark.path, first: mark.start >= at }));
    const key = `${inComment ? 'c' : ''}${markup ? 'm' : ''}${here.map((m) => `${m.start},${m.end},${m.kind},${m.path ?? ''},${m.first}`).join(';')}|${line}`;
    const result = { key, text: line, inComment: inComment && markup, markup, marks: here };
    if (markup) inComment = commentGoesOn(line, inComment);
    at = end + 1;
    return result;
  });
}

/**
 * @param {string} line
 * @param {boolean} inComment
 */
function commentGoesOn(line, inComment) {
  if (!inComment && !line.includes('<!--')) return false;
  return highlightLine(line, inComment, true).inComment;
}

const severities = ['info', 'warning', 'error'];

/** @param {Line} line */
function drawLine(line) {
  const first = line.marks.filter((mark) => mark.first);
  const worst = severities.findLast((severity) => first.some((mark) => mark.kind === severity));
  const element = h('span', { class: worst ? `line ${worst}` : 'line' });
  if (line.text.length > LONGEST_LINE) {
    element.append(h('span', { class: 'value' }, line.text));
    return element;
  }
  const { stretches } = highlightLine(line.text, line.inComment, line.markup);
  const ranges = [...stretches.map((stretch) => ({ ...stretch, path: undefined })), ...line.marks];
  const cuts = [...new Set([0, line.text.length, ...ranges.flatMap((range) => [range.start, range.end])])].sort((a, b) => a - b);
  for (let i = 0; i + 1 < cuts.length; i++) {
    const over = ranges.filter((range) => range.start <= cuts[i] && range.end >= cuts[i + 1]);
    const piece = line.text.slice(cuts[i], cuts[i + 1]);
    if (over.length === 0) {
      element.append(piece);
      continue;
    }
    const path = over.find((range) => range.path && range.kind !== 'list')?.path ?? over.find((range) => range.path)?.path;
    element.append(h('span', { class: [...new Set(over.map((range) => range.kind))].join(' '), 'data-path': path }, piece));
  }
  return element;
}
