// Changes of a text that leave all the rest of it as it is.

/** @import { TextEdit } from '../s3cors.js' */

/**
 * The text after these edits, which are in its order; of two at one place the first comes first.
 *
 * @param {string} text
 * @param {TextEdit[]} edits
 */
export function withEdits(text, edits) {
  let at = 0;
  let result = '';
  for (const { span, text: part } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + part;
    at = span.end;
  }
  return result + text.slice(at);
}

/**
 * What edits take away and put in, line by line.
 *
 * @param {string} text
 * @param {TextEdit[]} edits
 * @returns {{ sign: '−' | '+', line: string }[]}
 */
export function editLines(text, edits) {
  return edits.flatMap(({ span, text: part }) => [...linesOf('−', text.slice(span.start, span.end)), ...linesOf('+', part)]);
}

/**
 * @param {'−' | '+'} sign
 * @param {string} text
 */
function linesOf(sign, text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => ({ sign, line: line.slice(indent).trimEnd() }));
}
