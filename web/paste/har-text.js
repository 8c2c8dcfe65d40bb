/**
 * The text of a HAR file (HAR 1.2, "HAR Data Structure") as its pages and entries. A file that is cut off or too long is read as far
 * as it goes.
 */

/**
 * @typedef {object} Log
 * @property {unknown[]} pages
 * @property {unknown[]} entries
 * @property {'cut-off' | 'too-long' | 'too-many' | null} short  why there may be more entries than were read
 */

/** The most characters of a file, and the most entries, that are read. */
export const mostCharacters = 50 * 2 ** 20;
export const mostEntries = 20_000;

/**
 * @param {string} text
 * @returns {Log | null} null: the text is no HAR file
 */
export function readLog(text) {
  const whole = text.length <= mostCharacters ? parsed(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) : undefined;
  const { pages, entries } = partsOf(whole === undefined ? null : (partsOf(whole).log ?? whole));
  if (Array.isArray(entries)) {
    const short = entries.length > mostEntries ? 'too-many' : null;
    return { pages: Array.isArray(pages) ? pages : [], entries: entries.slice(0, mostEntries), short };
  }
  return whole === undefined ? scanned(text.slice(0, mostCharacters), text.length > mostCharacters) : null;
}

/**
 * The members of an object; none of anything else.
 *
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
export function partsOf(value) {
  return typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {string} text */
function parsed(text) {
  try {
    return /** @type {unknown} */ (JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} text that is not JSON, or only the beginning of it
 * @param {boolean} isTooLong
 * @returns {Log | null}
 */
function scanned(text, isTooLong) {
  const entries = objectsOf(text, 'entries');
  if (entries === null) return null;
  const short = entries.objects.length === mostEntries ? 'too-many' : isTooLong ? 'too-long' : 'cut-off';
  return { pages: objectsOf(text, 'pages')?.objects ?? [], entries: entries.objects, short };
}

/**
 * The objects of the first array of a name, as far as they are whole. A quoted name cannot be met inside a string, where each quotation
 * mark has a backslash before it.
 *
 * @param {string} text
 * @param {string} name
 */
function objectsOf(text, name) {
  const start = new RegExp(`"${name}"\\s*:\\s*\\[`).exec(text);
  if (start === null) return null;
  /** @type {unknown[]} */
  const objects = [];
  let at = start.index + start[0].length;
  while (objects.length < mostEntries) {
    while (at < text.length && /[\s,]/.test(text[at])) at++;
    const end = text[at] === '{' ? endOfObject(text, at) : -1;
    const object = end < 0 ? undefined : parsed(text.slice(at, end));
    if (object === undefined) break;
    objects.push(object);
    at = end;
  }
  return { objects };
}

/**
 * Where an object ends that begins at a brace; -1 if the text ends first.
 *
 * @param {string} text
 * @param {number} at
 */
function endOfObject(text, at) {
  for (let depth = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      if (--depth === 0) return at + 1;
    } else if (character === '"') {
      do at += text[at] === '\\' ? 2 : 1;
      while (at < text.length && text[at] !== '"');
    }
  }
  return -1;
}
