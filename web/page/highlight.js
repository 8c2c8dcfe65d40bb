// Source highlighting with one tone: what is only form is muted, so that the values and the evidence stand out.

/** @typedef {{ start: number, end: number, form: 'markup' | 'comment' }} Token */

/**
 * Splits one line into its muted stretches. A comment may reach over lines, so the state goes from line to line.
 *
 * @param {string} line
 * @param {boolean} inComment  Whether the line begins inside an XML comment.
 * @param {boolean} markup
 * @returns {{ tokens: Token[], inComment: boolean }}
 */
export function highlightLine(line, inComment, markup) {
  if (!markup) return { tokens: literalTokens(line), inComment: false };
  /** @type {Token[]} */
  const tokens = [];
  let at = 0;
  while (at < line.length) {
    if (inComment || line.startsWith('<!--', at)) {
      const close = line.indexOf('-->', at);
      const end = close < 0 ? line.length : close + 3;
      tokens.push({ start: at, end, form: 'comment' });
      inComment = close < 0;
      at = end;
      continue;
    }
    const open = line.indexOf('<', at);
    if (open < 0) break;
    if (open > at) {
      at = open;
      continue;
    }
    const close = line.indexOf('>', at);
    const end = close < 0 ? line.length : close + 1;
    tokens.push({ start: at, end, form: 'markup' });
    at = end;
  }
  return { tokens, inComment };
}

/** Strings, with a colon or sign after them if they are keys; comments; bare keys; brackets. */
const literal = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(\s*:)?|((?<=^|\s)(?:\/\/|#).*)|\/\*.*?\*\/|(?<![\w-])[A-Za-z_][\w-]*\s*(?::(?=\s|$)|=(?=\s))|[{}[\],:]/g;

/**
 * Literals, blocks and YAML: keys with their quotes and colon, brackets and commas are form.
 *
 * @param {string} line
 * @returns {Token[]}
 */
function literalTokens(line) {
  /** @type {Token[]} */
  const tokens = [];
  for (const { index: start, 0: text, 1: string, 2: colon, 3: comment } of line.matchAll(literal)) {
    const end = start + text.length;
    if (string !== undefined && colon === undefined) {
      tokens.push({ start, end: start + 1, form: 'markup' }, { start: end - 1, end, form: 'markup' });
    } else {
      tokens.push({ start, end, form: comment !== undefined || text.startsWith('/*') ? 'comment' : 'markup' });
    }
  }
  return tokens;
}

/**
 * Whether a text is XML.
 *
 * @param {string} text
 */
export function isMarkup(text) {
  return /^\s*\uFEFF?\s*</.test(text);
}
