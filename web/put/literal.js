/**
 * Values as literals of a language: objects and lists of objects over several lines, lists of texts on one.
 */

/**
 * What a language has of its own. Python and JSON write objects and lists alike.
 *
 * @typedef {object} Language
 * @property {(text: string) => string} text
 * @property {string} indent of one level
 * @property {boolean} trailingComma
 */

/**
 * Characters that are not to stand in a program as they are: controls, line ends, lone surrogates, and those that
 * have no shape of their own or turn the direction of text around.
 */
export const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A number in hexadecimal, with leading zeros.
 *
 * @param {number} number
 * @param {number} digits
 */
export function hexadecimal(number, digits) {
  return number.toString(16).padStart(digits, '0');
}

/**
 * @param {unknown} value
 * @param {Language} language
 * @param {string} [indent] of the line that the literal begins on
 * @returns {string}
 */
export function literal(value, language, indent = '') {
  if (typeof value === 'string') return language.text(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = indent + language.indent;
  if (!Array.isArray(value)) {
    return lines(Object.entries(value).map(([name, member]) => `${language.text(name)}: ${literal(member, language, inner)}`), '{}');
  }
  if (value.every((item) => typeof item === 'string')) return `[${value.map(language.text).join(', ')}]`;
  return lines(value.map((item) => literal(item, language, inner)), '[]');

  /**
   * @param {string[]} items
   * @param {string} brackets
   */
  function lines(items, [open, close]) {
    return `${open}\n${inner}${items.join(`,\n${inner}`)}${language.trailingComma ? ',' : ''}\n${indent}${close}`;
  }
}
