/** Texts that are awkward to quote, the same in every run. */

const pieces = [
  '', "'", '"', '`', '\\', '\\\\', '$', '$(id)', '${HOME}', '!', '!!', '~', '*', '?', '[a]', '{a,b}', '#', ';', '&', '|', '<', '>', '(', ')', '=', '%', '^', '@', '-',
  ' ', '\t', '\n', '\r', '\r\n', '\v', '\f', '\x01', '\x07', '\x1b[31m', '\x7f', '\x80', '\x81', '\x85', '\x9b', '\xa0', '\xad', 'a', 'n', 'x41', 'u0041', '0', 'XML', '\nXML\n', 'EOF',
  'é', 'ß', 'я', '日本', '\u200b', '\u200f', '\u202e', '\u2028', '\u2029', '\ufeff', '\ufffd', '\uffff', '😀', '\u{e0001}', '\u{10ffff}', '\ud83d', '\ude00', '\ude00\ud83d',
  "'''", '"""', "\\'", "'\\''", '\\n', '\\x41', '\\u0041', '\\N{BULLET}', '&amp;', ']]>', '<!--', '{{x}}', '%s', '%(a)s', '\\\n',
];

/**
 * Texts made of such pieces: each alone, doubled, and in many random rows.
 *
 * @param {number} count of the random ones
 * @param {boolean} [withNull] whether U+0000 may be in them
 */
export function awkwardTexts(count, withNull = false) {
  const all = withNull ? [...pieces, '\0'] : pieces;
  const next = generator(20_061_126);
  const row = () => Array.from({ length: next(12) }, () => all[next(all.length)]).join('');
  return [...all, ...all.map((piece) => piece + piece), ...Array.from({ length: count }, row)];
}

/**
 * A generator of whole numbers below a limit (Park and Miller's).
 *
 * @param {number} seed
 */
function generator(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % limit;
  };
}
