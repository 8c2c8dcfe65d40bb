/**
 * Finds the lines of consoles in a text. White space and the form of quotation marks do not count, since both change when a
 * line is copied through chats and trackers.
 */

import { consoleLines, policy } from './console-lines.js';

/** @typedef {import('../s3cors.js').Browser} Browser */

/**
 * A text as it is compared: a run of white space is one blank, quotation marks are straight. `places` has the place of each
 * unit in the text itself.
 *
 * @typedef {{ plain: string, places: number[], text: string }} Compared
 */

/**
 * A line that was found.
 *
 * @typedef {object} FoundLine
 * @property {Browser} browser
 * @property {string} code
 * @property {string | undefined} reason
 * @property {boolean} whole  false: only what Chrome prints behind its usual beginning
 * @property {boolean} ofPreflight  the line says that the preflight failed
 * @property {Record<string, string>} values
 * @property {number} start
 * @property {number} end
 */

/** @typedef {{ literals: string[], names: string[] }} Template */

/** Placeholders in which no blank can stand. */
const withoutBlank = new Set(['url', 'origin', 'method', 'header', 'status', 'address_space', 'scheme', 'location']);
const longest = 10_000;
const check = "Response to preflight request doesn't pass access control check: ";

const templates = /** @type {Browser[]} */ (['chrome', 'firefox', 'safari']).flatMap((browser) =>
  consoleLines[browser]
    // A line that begins with what may be anything is looked for elsewhere, and what this one repeats is found by itself.
    .filter(({ text, code }) => text[0] !== '{' && code !== 'summary-resource')
    .map(({ code, text, reason }) => ({
      browser,
      code,
      reason,
      ofPreflight: text.includes(check) || /reflight|Access-Control-Allow-(?:Methods|Headers)/.test(text),
      whole: compile(text),
      rest: text.startsWith(policy) ? compile(text.slice(policy.length)) : null,
    })),
);

/**
 * @param {string} text
 * @returns {Compared}
 */
export function compared(text) {
  const units = [];
  const places = [];
  for (let at = 0; at < text.length; at++) {
    const unit = plainUnit(text[at]);
    if (unit === ' ' && units[units.length - 1] === ' ') continue;
    units.push(unit);
    places.push(at);
  }
  places.push(text.length);
  return { plain: units.join(''), places, text };
}

/** @param {string} unit */
function plainUnit(unit) {
  if (unit === '‘' || unit === '’') return "'";
  if (unit === '“' || unit === '”') return '"';
  return /\s/.test(unit) ? ' ' : unit;
}

/**
 * All lines of consoles in a text.
 *
 * @param {Compared} text
 * @returns {FoundLine[]}
 */
export function findConsoleLines(text) {
  const found = everyLine(text);
  // A line of one browser may be the beginning of a longer one of another.
  return found.filter(({ start, end }) => !found.some((other) => other.start === start && other.end > end && other.whole));
}

/**
 * @param {Compared} text
 * @returns {FoundLine[]}
 */
function everyLine(text) {
  return templates.flatMap(({ browser, code, reason, ofPreflight, whole, rest }) => {
    const found = match(text, whole);
    const tail = found === null && rest !== null ? match(text, rest) : null;
    const at = found ?? tail;
    return at === null ? [] : [{ browser, code, reason, ofPreflight, whole: found !== null, ...at }];
  });
}

/**
 * @param {string} line
 * @returns {Template}
 */
function compile(line) {
  const parts = line.split(/\{(\w+)\}/);
  return { literals: parts.filter((_, i) => i % 2 === 0).map((part) => compared(part).plain), names: parts.filter((_, i) => i % 2 === 1) };
}

/**
 * The first place where a template fits. Each placeholder ends where the text behind it comes first, so that the time is
 * linear.
 *
 * @param {Compared} text
 * @param {Template} template
 */
function match({ plain, places, text }, { literals, names }) {
  for (let start = plain.indexOf(literals[0]); start >= 0; start = plain.indexOf(literals[0], start + 1)) {
    /** @type {Record<string, string>} */
    const values = {};
    let at = start + literals[0].length;
    let fits = true;
    for (let i = 0; fits && i < names.length; i++) {
      const literal = literals[i + 1];
      const end = endOfValue(plain, at, literal, names[i], { places, text });
      const value = end < at ? null : text.slice(places[at], places[end]);
      fits = value !== null && (!withoutBlank.has(names[i]) || !/\s/.test(value));
      values[names[i]] = value ?? '';
      at = end + literal.length;
    }
    if (fits) return { values: joined(values), start: places[start], end: places[at - 1] + 1 };
  }
  return null;
}

/**
 * Where a value ends; before `at` if it does not.
 *
 * @param {string} plain
 * @param {number} at
 * @param {string} literal  what stands behind it
 * @param {string} name
 * @param {Pick<Compared, 'places' | 'text'>} original
 */
function endOfValue(plain, at, literal, name, { places, text }) {
  const rest = plain.slice(at, at + longest);
  if (withoutBlank.has(name) && (literal === '' || literal === '.')) {
    const run = /^\S*/.exec(rest)?.[0] ?? '';
    if (!run.endsWith(literal)) return -1;
    return at + run.length - literal.length;
  }
  if (literal !== '') return at + rest.indexOf(literal);
  const lineEnd = text.indexOf('\n', places[at]);
  let end = at;
  while (end < plain.length && (lineEnd < 0 || places[end] < lineEnd)) end++;
  return end;
}

/**
 * A URL with a quotation mark in it was cut there, and its rest stands where Chrome says from where it was redirected.
 *
 * @param {Record<string, string>} values
 */
function joined(values) {
  const { url, redirected } = values;
  if (redirected === undefined) return values;
  const whole = `${url}'${redirected}`;
  const from = whole.indexOf("' (redirected from '");
  return { ...values, url: from < 0 ? whole.slice(0, -1) : whole.slice(0, from) };
}
