/**
 * Texts as bytes: UTF-8, and for a lone surrogate the three bytes that UTF-8 would have for it if it allowed them (WTF-8).
 * TextEncoder would write U+FFFD in its place, and the text would not come back as it was.
 */

const encoder = new TextEncoder();
/** With the flag u, the two halves of a pair are one character, which this does not match. */
const loneSurrogates = /(\p{Surrogate})/u;

/**
 * How many bytes a text has.
 *
 * @param {string} text
 */
export function byteLength(text) {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (isPair(text, unit, i)) [bytes, i] = [bytes + 2, i + 1];
    else bytes += 2;
  }
  return bytes;
}

/**
 * @param {string} text
 * @param {number} unit
 * @param {number} index
 */
function isPair(text, unit, index) {
  return (unit & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}

/**
 * Writes a text.
 *
 * @param {string} text
 * @param {Uint8Array} bytes  As many as the text has.
 */
export function encodeInto(text, bytes) {
  if (isWellFormed(text)) {
    encoder.encodeInto(text, bytes);
    return;
  }
  let at = 0;
  text.split(loneSurrogates).forEach((part, index) => {
    if (index % 2 === 0) {
      at += encoder.encodeInto(part, bytes.subarray(at)).written;
      return;
    }
    const unit = part.charCodeAt(0);
    bytes.set([0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)], at);
    at += 3;
  });
}

/**
 * String.prototype.isWellFormed is of 2024 and not in every engine.
 *
 * @param {string} text
 * @returns {boolean}
 */
function isWellFormed(text) {
  return /** @type {any} */ (text).isWellFormed?.() ?? !loneSurrogates.test(text);
}
