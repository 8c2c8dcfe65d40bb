/** What a terminal would act on, and a reader not see: controls, and characters that turn the direction of writing. */
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A text for a terminal, in one line, in which everything that is there can be seen.
 *
 * @param {string} text
 */
export function visible(text) {
  return text.replace(hidden, visibleCharacter);
}

/**
 * A control as its picture, any other hidden character as a replacement character: one column each.
 *
 * @param {string} character
 */
export function visibleCharacter(character) {
  const code = /** @type {number} */ (character.codePointAt(0));
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return character.replace(hidden, '\ufffd');
}
