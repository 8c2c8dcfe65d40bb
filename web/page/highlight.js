// Source highlighting with one tone: what is only form is muted, so that the values and the evidence stand out. The values are marked and
// the rest is not, since most of a text is form: each stretch is an element, and each element costs at every key.

/** @typedef {{ start: number, end: number, kind: 'value' | 'comment' }} Stretch */

/**
 * The values and the comments of one line. A comment may reach over lines, so the state goes from line to line.
 *
 * @param {string} line
 * @param {boolean} inComment  Whether the line begins inside an XML comment.
 * @param {boolean} markup
 * @returns {{ stretches: Stretch[], inComment: boolean }}
 */
export function highlightLine(line, inComment, markup) {
  return markup ? markupStretches(line, inComment) : { stretches: literalStretches(line), inComment: false };
}

/**
 * XML: values are the text between the tags.
 *
 * @param {string} line
 * @param {boolean} inComment
 */
function markupStretches(line, inComment) {
  /** @type {Stretch[]} */
  const stretches = [];
  let at = 0;
  while (at < line.length) {
    if (inComment || line.startsWith('<!--', at)) {
      const close = line.indexOf('-->', at);
      const end = close < 0 ? line.length : close + 3;
      stretches.push({ start: at, end, kind: 'comment' });
      inComment = close < 0;
      at = end;
      continue;
    }
    if (line[at] === '<') {
      const close = line.indexOf('>', at);
      at = close < 0 ? line.length : close + 1;
      continue;
    }
    const open = line.indexOf('<', at);
    const end = open < 0 ? line.length : open;
    addValue(stretches, line, at, end);
    at = end;
  }
  return { stretches, inComment };
}

/**
 * Blanks around a value are no part of it.
 *
 * @param {Stretch[]} stretches
 * @param {string} line
 * @param {number} start
 * @param {number} end
 */
function addValue(stretches, line, start, end) {
  const text = line.slice(start, end);
  const value = text.trim();
  if (value === '') return;
  start += text.indexOf(value);
  stretches.push({ start, end: start + value.length, kind: 'value' });
}

/** Strings, with a colon or sign after them if they are keys; comments; bare keys; brackets. */
const literal = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(\s*:)?|((?<=^|\s)(?:\/\/|#).*)|\/\*.*?\*\/|(?<![\w-])[A-Za-z_][\w-]*\s*(?::(?=\s|$)|=(?=\s))|[{}[\],:]/g;

/**
 * Literals, blocks and YAML: keys with their quotes and colon, brackets and commas are form, and the quotes of a value.
 *
 * @param {string} line
 */
function literalStretches(line) {
  /** @type {Stretch[]} */
  const stretches = [];
  let at = 0;
  for (const { index: start, 0: text, 1: string, 2: colon, 3: comment } of line.matchAll(literal)) {
    const end = start + text.length;
    addValue(stretches, line, at, start);
    if (string !== undefined && colon === undefined) addValue(stretches, line, start + 1, end - 1);
    else if (comment !== undefined || text.startsWith('/*')) stretches.push({ start, end, kind: 'comment' });
    at = end;
  }
  addValue(stretches, line, at, line.length);
  return stretches;
}

/**
 * Whether a text is XML.
 *
 * @param {string} text
 */
export function isMarkup(text) {
  return /^\s*\uFEFF?\s*</.test(text);
}
