/**
 * The words of a command as Windows' cmd.exe and then the program's start-up code read it: carets first, quotation marks and
 * backslashes after. Browsers double every backslash ("Copy as cURL (cmd)": escapeStringWin in Chromium's
 * NetworkLogView.ts), so two of them are read as one.
 */

/** @typedef {import('./notes.js').Word} Word */

/** @typedef {{ c: string, at: number }} Placed  A character that is left, and its place in the text. */

/**
 * @param {string} text
 * @param {number} start
 * @returns {{ words: Word[], end: number }}
 */
export function cmdWords(text, start) {
  const { left, end } = withoutCarets(text, start);
  /** @type {Word[]} */
  const words = [];
  let index = 0;
  while (index < left.length) {
    if (/\s/.test(left[index].c)) {
      index++;
      continue;
    }
    const first = index;
    const parts = [];
    let quoted = false;
    for (; index < left.length && (quoted || !/\s/.test(left[index].c)); index++) {
      const { c } = left[index];
      const next = left[index + 1]?.c;
      if ((c === '\\' && (next === '"' || next === '\\')) || (c === '"' && quoted && next === '"')) parts.push(left[++index].c);
      else if (c === '"') quoted = !quoted;
      else parts.push(c);
    }
    words.push({ text: parts.join(''), start: left[first].at, end: left[index - 1].at + 1 });
  }
  return { words, end };
}

/**
 * The command without its carets: each takes the next character out of cmd's hands. A caret before a line end joins the
 * lines, and a second line end after it is then one of the text.
 *
 * @param {string} text
 * @param {number} start
 */
function withoutCarets(text, start) {
  /** @type {Placed[]} */
  const left = [];
  const lineEnd = /\r?\n/y;
  const lengthOfLineEnd = (/** @type {number} */ at) => {
    lineEnd.lastIndex = at;
    return lineEnd.test(text) ? lineEnd.lastIndex - at : 0;
  };
  let quoted = false;
  let at = start;
  for (; at < text.length; at++) {
    const c = text[at];
    if (c === '^' && !quoted) {
      const ends = lengthOfLineEnd(at + 1);
      if (ends > 0) {
        at += ends;
        const more = lengthOfLineEnd(at + 1);
        if (more > 0) left.push({ c: '\n', at: (at += more) });
      } else if (++at < text.length) left.push({ c: text[at], at });
      continue;
    }
    if (!quoted && /[\n&|]/.test(c)) break;
    if (c === '"') quoted = !quoted;
    left.push({ c, at });
  }
  return { left, end: Math.min(at, text.length) };
}
