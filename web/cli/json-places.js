/** Where a value stands in a JSON text that JSON.parse has read. */

/** @import { Span } from '../s3cors.js' */

/**
 * @param {string} text
 * @param {(string | number)[]} path
 * @returns {Span | null}
 */
export function placeOf(text, path) {
  let at = skipSpace(text, 0);
  for (const step of path) {
    at = find(text, at, step);
    if (at < 0) return null;
  }
  return { start: at, end: skipValue(text, at) };
}

/**
 * Where a member's value or an element begins; -1 if there is none. Of members with one name the last counts, as it does for JSON.parse.
 *
 * @param {string} text
 * @param {number} at
 * @param {string | number} step
 */
function find(text, at, step) {
  const isObject = text[at] === '{';
  if (!isObject && text[at] !== '[') return -1;
  let found = -1;
  at = skipSpace(text, at + 1);
  for (let index = 0; text[at] !== '}' && text[at] !== ']'; index++) {
    /** @type {string | number} */
    let name = index;
    if (isObject) {
      const end = skipValue(text, at);
      name = JSON.parse(text.slice(at, end));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (name === step) found = at;
    if (name === step && !isObject) break;
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

/**
 * @param {string} text
 * @param {number} at
 */
function skipSpace(text, at) {
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return at;
}

/**
 * @param {string} text
 * @param {number} at
 */
function skipValue(text, at) {
  let depth = 0;
  do {
    const character = text[at];
    if (character === '"') at = skipString(text, at);
    else {
      if (character === '{' || character === '[') depth++;
      if (character === '}' || character === ']') depth--;
      at++;
      if (depth === 0 && character !== '}' && character !== ']') while (at < text.length && !/[\s,\]}]/.test(text[at])) at++;
    }
  } while (depth > 0);
  return at;
}

/**
 * @param {string} text
 * @param {number} at
 */
function skipString(text, at) {
  for (at++; text[at] !== '"'; at++) if (text[at] === '\\') at++;
  return at + 1;
}
