/**
 * The stretches of a text in which S3's message may stand, without the escapes of what surrounds it.
 */

/**
 * A piece of the text without its escapes, and where each of its characters stands in the text; the last place is its end.
 *
 * @typedef {object} Stretch
 * @property {string} words
 * @property {number[]} places
 * @property {boolean} isMessage  it is one message and nothing else, not a line with a message in it
 */

/** Where SDKs go on behind S3's message. */
export const clientGoesOn = / \(Service: |,? \(?(?:status code|request id): /i;

/** The longest string that is read as a message. */
const longest = 10_000;

/**
 * The Message elements of S3's documents.
 *
 * @param {string} text
 */
export function elementStretches(text) {
  /** @type {Stretch[]} */
  const list = [];
  for (let at = text.indexOf('<Message>'); at >= 0; at = text.indexOf('<Message>', at + 1)) {
    const end = text.indexOf('</Message>', at);
    if (end < 0) break;
    list.push(...readings(text, ...withoutIndent(text, at + '<Message>'.length, end), true));
  }
  return list;
}

/**
 * Without the white space of a document that was printed prettily; blanks alone are S3's own.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {[start: number, end: number]}
 */
function withoutIndent(text, start, end) {
  const raw = text.slice(start, end);
  const [head, tail] = [raw.length - raw.trimStart().length, raw.trimEnd().length];
  if (head > tail) return [start, end];
  return [raw.slice(0, head).includes('\n') ? start + head : start, raw.slice(tail).includes('\n') ? start + tail : end];
}

/**
 * The members of JSON, of JavaScript and of Python that are messages.
 *
 * @param {string} text
 */
export function memberStretches(text) {
  /** @type {Stretch[]} */
  const list = [];
  const member = /[Mm]essage["']?\s*[:=]\s*(["'])/g;
  /** @type {Record<string, number>} */
  const unended = {};
  for (let match = member.exec(text); match !== null; match = member.exec(text)) {
    const quote = match[1];
    // Where one string did not end, another that begins in it does not either.
    if (member.lastIndex < (unended[quote] ?? 0)) continue;
    const { end, isEnded } = stringEnd(text, member.lastIndex, quote);
    if (!isEnded) unended[quote] = end;
    // A message of an SDK's own, with S3's in it, is a line like others.
    if (!isEnded || clientGoesOn.test(text.slice(member.lastIndex, end))) continue;
    list.push({ ...decoded(text, member.lastIndex, end, stringEscape), isMessage: true });
    member.lastIndex = end;
  }
  return list;
}

/**
 * Where the string ends. Some consoles leave quotes inside unescaped, so that only one at whose back the object goes on will do.
 *
 * @param {string} text
 * @param {number} start
 * @param {string} quote
 */
function stringEnd(text, start, quote) {
  const most = Math.min(text.length, start + longest);
  let i = start;
  for (; i < most && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote && /^[ \t]*(?:[,;})\]\r\n]|$)/.test(text.slice(i + 1, i + 20))) return { end: i, isEnded: true };
  }
  return { end: i, isEnded: false };
}

/** @param {string} text */
export function lineStretches(text) {
  /** @type {Stretch[]} */
  const list = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) list.push(...readings(text, index, index + line.length, false));
  return list;
}

/** An entity of XML; a quote in a string, which may be a string within a string; any escape of a string. */
const entity = /&(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});/g;
const entityOrQuote = new RegExp(`${entity.source}|\\\\{1,8}["']`, 'g');
const stringEscape = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|[^])/g;

/**
 * A document or a line stands by itself or in a string of a program, which only shows in that its messages are found or not.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {boolean} isMessage
 * @returns {Stretch[]}
 */
function readings(text, start, end, isMessage) {
  const isString = /\\["']/.test(text.slice(start, end));
  return [entity, ...(isString ? [entityOrQuote] : [])].map((escape) => ({ ...decoded(text, start, end, escape), isMessage }));
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {RegExp} escape
 * @returns {{ words: string, places: number[] }}
 */
function decoded(text, start, end, escape) {
  const raw = text.slice(start, end);
  const words = [];
  /** @type {number[]} */
  const places = [];
  let at = 0;
  const copyTo = (/** @type {number} */ stop) => {
    words.push(raw.slice(at, stop));
    for (; at < stop; at++) places.push(start + at);
  };
  for (const { 0: written, index } of raw.matchAll(escape)) {
    copyTo(index);
    const character = meant(written);
    words.push(character);
    for (let i = 0; i < character.length; i++) places.push(start + at);
    at += written.length;
  }
  copyTo(raw.length);
  return { words: words.join(''), places: [...places, end] };
}

/** @type {Record<string, string>} */
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** @type {Record<string, string>} */
const stringEscapes = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

/**
 * The character that an escape stands for.
 *
 * @param {string} written
 */
function meant(written) {
  if (written.startsWith('\\')) {
    const isNumber = /^\\[ux]./.test(written);
    return isNumber ? String.fromCharCode(Number.parseInt(written.slice(2), 16)) : (stringEscapes[written[1]] ?? written.slice(-1));
  }
  const name = written.slice(1, -1);
  if (!name.startsWith('#')) return entities[name];
  const point = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return point <= 0x10ffff ? String.fromCodePoint(point) : written;
}

/**
 * The text of an element of S3's error document.
 *
 * @param {string} document
 * @param {string} name
 */
export function elementText(document, name) {
  const start = document.indexOf(`<${name}>`);
  const end = document.indexOf(`</${name}>`, start);
  if (start < 0 || end < 0) return undefined;
  return decoded(document, ...withoutIndent(document, start + name.length + 2, end), entity).words;
}
