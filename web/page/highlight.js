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

/**
 * JSON: keys with their quotes and colon, brackets and commas are form.
 *
 * @param {string} line
 * @returns {Token[]}
 */
function literalTokens(line) {
  /** @type {Token[]} */
  const tokens = [];
  for (const match of line.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\],:]/g)) {
    if (match[1] === undefined || match[2] !== undefined) {
      tokens.push({ start: match.index, end: match.index + match[0].length, form: 'markup' });
    } else {
      tokens.push({ start: match.index, end: match.index + 1, form: 'markup' });
      tokens.push({ start: match.index + match[1].length - 1, end: match.index + match[1].length, form: 'markup' });
    }
  }
  return tokens;
}
